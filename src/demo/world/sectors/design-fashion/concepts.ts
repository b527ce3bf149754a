import type { Concept } from '../../material.ts'

export const designFashionConcepts: readonly Concept[] = [
  {
    key: 'upcycle',
    names: ['Jdida|جديدة من قديم', '3awd|عاود', 'Khorda Chic|خردة شيك', 'Tarqi3|ترقيع', 'Bali w Ghali|بالي وغالي', 'Rja3|ارجع'],
    prices: [260, 2400],
    fr: {
      label: ['vêtements de seconde vie', 'vestes en denim récupéré'],
      titles: ['Atelier du vêtement rescapé, {town}', 'Fripes cousues {deTown}'],
      pitch: [
        '{name} transforme [les jeans usés|les djellabas oubliées|les fripes du souk] {deTown} en pièces uniques vendues à partir de {price}.',
        'Un vêtement qui a déjà vécu, recousu {aTown} et signé par celle qui l’a refait : {name}.',
      ],
      make: [
        '{name} achète au kilo [des jeans et des vestes|des djellabas et des caftans démodés] au souk {deTown}, les découd, les lave et en fait des vestes, des sacs et des gilets. Aucun vêtement ne ressemble au suivant ; l’étiquette dit d’où vient chaque morceau.',
        'La fripe arrive par ballots et une bonne part finit brûlée derrière le marché. {name} trie, [assemble et surpique|brode et double], et propose dans le quartier {quarter} un service de réparation affiché à prix fixe.',
      ],
      how: [
        'Une table de tri, deux machines et un carnet : chaque pièce est photographiée avant et après. [Un atelier ouvert le samedi|Une permanence hebdomadaire] apprend aux voisines à réparer.',
      ],
      sell: [
        'Une pièce coûte en moyenne {price}. Une commande d’uniformes ou de sacs pour un événement se facture {pack} ; la réparation attire une clientèle fidèle.',
      ],
    },
    ar: {
      label: ['ملابس بحياة ثانية', 'جاكيطات من الجينز المسترجع'],
      titles: ['ورشة الثوب المسترجع في {town}', 'خياطة البال في {town}'],
      pitch: [
        'يحوّل {name} [سراويل الجينز القديمة|الجلابيب المنسية|ملابس البال] في {town} إلى قطع فريدة ابتداءً من {price}.',
        'ثوب عاش من قبل، أُعيدت خياطته في {town} ووقّعته من أحيته: هذا هو {name}.',
      ],
      make: [
        'يشتري {name} بالكيلوغرام [سراويل ومعاطف|جلابيب وقفاطين قديمة] من سوق {town}، فيفتقها ويغسلها ويصنع منها معاطف وحقائب وصدريات. لا تشبه قطعة أختها، والبطاقة تقول من أين جاء كل جزء.',
        'يصل البال في رزم كبيرة ويُحرق جزء منه خلف السوق. يفرز {name} و[يركّب ويخيط|يطرز ويبطّن]، ويقدم في حي {quarter} خدمة إصلاح بأثمنة ثابتة ومعلنة.',
      ],
      how: ['طاولة للفرز وآلتان ودفتر: نصور كل قطعة قبل وبعد. وتتعلم الجارات الإصلاح في [ورشة مفتوحة كل سبت|حصة أسبوعية].'],
      sell: ['معدل ثمن القطعة {price}، وطلبيات البذلات أو الحقائب للتظاهرات بـ{pack}، والإصلاح يجلب زبناء أوفياء.'],
    },
    en: {
      label: ['second-life clothing', 'jackets from salvaged denim'],
      titles: ['The mended wardrobe of {town}'],
      pitch: ['{name} turns the worn jeans and forgotten djellabas of {town} into one-off jackets from {price}.'],
      make: [
        '{name} buys jeans and djellabas by the kilo at the souk of {town}, takes them apart, washes them and makes jackets, bags and waistcoats. No piece looks like the next, and the label says where each part comes from. What cannot be worn again becomes lining.',
      ],
      how: [
        'One sorting table, two machines and a notebook: every piece is photographed before and after, and neighbours learn to mend on Saturdays.',
      ],
      sell: ['A piece costs about {price}; a set of bags for an event is billed {pack}. Repairs bring people back.'],
    },
  },
  {
    key: 'handloom',
    names: ['Azetta|أزطا', 'Nwal|النوّال', 'Tissa|تيسا', 'Mramma|المرمّة', 'Sdaya|السداية', 'Tazra|تازرا'],
    prices: [420, 3600],
    fr: {
      label: ['prêt-à-porter tissé main', 'châles et manteaux de laine locale'],
      titles: ['Le métier à tisser {deTown}', 'Laines du quartier {quarter}'],
      pitch: [
        '{name} dessine des vêtements simples dans la laine tissée par [onze femmes|une coopérative|quatre familles] autour {deTown}, et partage le prix à parts dites.',
        'La laine de la montagne, une coupe d’aujourd’hui : {name} habille {townName} et le fait savoir.',
      ],
      make: [
        '{name} achète la laine aux éleveurs, la fait filer et tisser [à la main|sur métier horizontal] par des femmes des environs {deTown}, puis coupe des manteaux, des gilets et des écharpes en tailles courantes. La couleur vient [de la garance et du henné|du noyer et de l’indigo].',
        'Les tisserandes vendent des couvertures au mètre à des intermédiaires. {name} leur commande des laizes étroites, payées d’avance, et en tire une ligne de {few} modèles pensés pour [l’hiver des villes|les voyages].',
      ],
      how: [
        'Le calendrier suit les saisons : laine au printemps, tissage l’été, coupe à l’automne. [Un échantillon|Une fiche] fixe la largeur et le poids pour que la qualité ne varie pas.',
      ],
      sell: ['Une écharpe se vend {price}, un manteau {pack}. Les précommandes d’automne paient la laine de printemps.'],
    },
    ar: {
      label: ['ألبسة منسوجة باليد', 'شالات ومعاطف من صوف محلي'],
      titles: ['منسج {town}', 'صوف حي {quarter}'],
      pitch: [
        'يصمم {name} ألبسة بسيطة من صوف تنسجه [نساء الدوار|تعاونية نسوية|أربع عائلات] قرب {town}، ويقسم الثمن بحصص معلنة.',
        'صوف الجبل وفصالة اليوم: يُلبس {name} {town} ثوبها ويقول من نسجه.',
      ],
      make: [
        'يشتري {name} الصوف من الكسابة، وتغزله وتنسجه [باليد|على المنسج الأفقي] نساء من نواحي {town}، ثم نفصّل معاطف وصدريات وشالات بمقاسات معروفة. واللون من [الفوة والحناء|قشر الجوز والنيلة].',
        'تبيع النساجات الأغطية بالمتر للوسطاء. يطلب {name} منهن أثواباً ضيقة مؤدى عنها مسبقاً، ويخرج منها {few} نماذج تصلح [لشتاء المدن|للسفر].',
      ],
      how: ['نتبع الفصول: الصوف في الربيع والنسج في الصيف والفصالة في الخريف. و[العينة|البطاقة] تحدد العرض والوزن حتى لا تتغير الجودة.'],
      sell: ['الشال بـ{price} والمعطف بـ{pack}، وطلبيات الخريف المسبقة تمول صوف الربيع.'],
    },
  },
  {
    key: 'embroidery',
    names: ['Tarz Nhar|طرز النهار', 'Ghorza|الغرزة', 'Sfifa|السفيفة', 'Lghorza d Lalla|غرزة لالة', 'Randa|راندا', 'Hashiya|حاشية'],
    prices: [380, 3200],
    fr: {
      label: ['broderie contemporaine', 'broderie de ville sur vêtements simples'],
      titles: ['Le point {deTown}', 'Cercle de broderie, {quarter}'],
      pitch: [
        '{name} pose la broderie {deTown} sur [des chemises|des vestes de travail|du lin brut], avec des motifs redessinés et des brodeuses nommées.',
        'Un motif ancien, une chemise d’aujourd’hui, une brodeuse payée à l’heure : {name}, {aTown}.',
      ],
      make: [
        '{name} a relevé {many} motifs de broderie {deTown} chez des familles qui gardent encore leurs coussins et leurs ceintures. Nous les redessinons à l’échelle d’un col, d’une poche ou d’un poignet et les faisons broder [au point compté|au passé plat] par un cercle de femmes du quartier {quarter}.',
        'La broderie ne sort plus que pour les mariages. {name} en fait un geste de tous les jours : [une chemise par saison|des séries de vingt vestes], deux fils, un seul motif, un prix possible.',
      ],
      how: [
        'Chaque brodeuse travaille chez elle avec un kit préparé et pesé ; [une réunion par semaine|une coordinatrice] contrôle, paie et distribue.',
      ],
      sell: ['Une chemise brodée coûte {price}, une pièce de cérémonie {pack}. Des ateliers d’initiation de trois heures complètent le revenu.'],
    },
    ar: {
      label: ['طرز معاصر', 'طرز المدينة على لباس بسيط'],
      titles: ['غرزة {town}', 'حلقة الطرز بحي {quarter}'],
      pitch: [
        'يضع {name} طرز {town} على [القمصان|سترات العمل|الكتان]، برسوم معادة وطرّازات معروفات بأسمائهن.',
        'رسم قديم وقميص اليوم وطرّازة تتقاضى أجرها بالساعة: {name} من {town}.',
      ],
      make: [
        'جمع {name} {many} رسماً من طرز {town} عند عائلات ما زالت تحتفظ بالمخدات والأحزمة. نعيد رسمها بمقاس ياقة أو جيب أو كُم، وتطرزها [بالغرزة المحسوبة|بغرزة الحساب] نساء من حي {quarter}.',
        'لم يعد الطرز يخرج إلا في الأعراس. يجعله {name} لكل يوم: [قميص في كل فصل|سلسلات من عشرين سترة]، خيطان ورسم واحد وثمن ممكن.',
      ],
      how: ['تشتغل كل طرّازة في بيتها بعدّة مهيأة وموزونة، و[لقاء أسبوعي|منسقة] للمراقبة والأداء والتوزيع.'],
      sell: ['القميص المطرز بـ{price} وقطعة المناسبات بـ{pack}، وتكمل الدخلَ ورشات للتعلم من ثلاث ساعات.'],
    },
  },
  {
    key: 'bags',
    names: ['Chwari|الشواري', 'Zwada|الزوادة', 'Sellat|سلاّت', 'Tarazza|طرازة', 'Chkara|الشكارة', 'Aghrab|أغراب'],
    prices: [320, 2800],
    fr: {
      label: ['sacs de cuir et de raphia', 'sacs cousus main'],
      titles: ['Sacs {deTown}', 'La sellerie du quartier {quarter}'],
      pitch: [
        '{name} fabrique {aTown} des sacs [de cuir tanné au végétal|de raphia et de cuir|de toile et de palme], réparables à vie dans l’atelier.',
        'Le sac du marché, redessiné {aTown} pour [la ville|le vélo|l’ordinateur] : {name}, dès {price}.',
      ],
      make: [
        '{name} part du panier que tout le monde porte au souk et lui donne une doublure, une fermeture et une anse qui ne casse pas. Le cuir vient [de la tannerie|d’un mégissier de la région], le raphia est tressé par des familles autour {deTown}.',
        'Un bon sac dure dix ans s’il peut s’ouvrir et se recoudre. {name} dessine {few} modèles démontables, avec [un fil ciré et sans colle|des rivets et des patrons numérotés], fabriqués dans le quartier {quarter}.',
      ],
      how: ['Deux jeunes en formation travaillent avec un maâlem [sellier|maroquinier] ; chaque modèle a sa fiche de coupe pour limiter les chutes.'],
      sell: ['Le sac courant coûte {price}. Une série personnalisée pour un hôtel ou un congrès se vend {pack}, livraison comprise.'],
    },
    ar: {
      label: ['حقائب من الجلد والرافيا', 'حقائب مخيطة باليد'],
      titles: ['حقائب {town}', 'سراج حي {quarter}'],
      pitch: [
        'يصنع {name} في {town} حقائب [من جلد مدبوغ بالنبات|من الرافيا والجلد|من الثوب والدوم] تُصلَح في الورشة مدى الحياة.',
        'قفة السوق بتصميم جديد من {town} تصلح [للمدينة|للدراجة|للحاسوب]: {name} ابتداءً من {price}.',
      ],
      make: [
        'ينطلق {name} من القفة التي يحملها الجميع إلى السوق، فيضيف لها بطانة وسداداً ويداً لا تنقطع. الجلد من [دار الدبغ|دباغ من الجهة]، والرافيا تضفرها عائلات قرب {town}.',
        'الحقيبة الجيدة تعيش عشر سنوات إذا أمكن فتحها وإعادة خياطتها. يصمم {name} {few} نماذج تُفكك، [بخيط مشمع ودون لصاق|بمسامير وفصالة مرقمة]، وتُصنع في حي {quarter}.',
      ],
      how: ['يشتغل شابان في التكوين مع معلم [سراج|خراز]، ولكل نموذج بطاقة فصالة تقلل الضياع.'],
      sell: ['الحقيبة العادية بـ{price}، والسلسلة الخاصة بفندق أو مؤتمر بـ{pack} مع التوصيل.'],
    },
    en: {
      label: ['bags of leather and raffia', 'bags that can be mended'],
      titles: ['Bags from {town}'],
      pitch: ['{name} makes bags of raffia and vegetable-tanned leather in {town}, mended for life in the same workshop.'],
      make: [
        '{name} starts from the basket everyone carries to the souk and gives it a lining, a closure and a strap that does not break. The raffia is braided by families around {town}; the leather comes from a tanner of the region. Every model can be opened and sewn again.',
      ],
      how: ['Two trainees work beside a master saddler; each model has a cutting sheet that keeps offcuts low.'],
      sell: ['A bag sells for {price}; a series for a surf camp or a hotel for {pack}, delivery included.'],
    },
  },
  {
    key: 'furniture',
    names: ['Kersi|الكرسي', 'Mida|الميدة', 'Dfa|دفّة', 'Nejjar Jdid|نجار جديد', 'Tabla|طابلة', 'Asqqif|أسقيف'],
    prices: [850, 7500],
    fr: {
      label: ['mobilier et luminaires', 'objets de maison en bois et palmier'],
      titles: ['Mobilier {deTown}', 'La menuiserie dessinée, {quarter}'],
      pitch: [
        '{name} dessine et fabrique {aTown} des [chaises et lampes|tables basses et étagères] avec les menuisiers du quartier, à plat et sans vis apparente.',
        'Du mobilier {deTown} en [bois de palette et palmier|cèdre et corde], livré à plat, monté en dix minutes : {name}.',
      ],
      make: [
        '{name} fait travailler ensemble [un menuisier, un vannier et une dessinatrice|deux ferronniers et un menuisier] du quartier {quarter}. Nous dessinons des meubles simples, démontables, qui passent dans un grand taxi : chaises, lampes, étagères, tables basses.',
        'Les cafés et les maisons d’hôtes {deTown} achètent du mobilier importé qui casse en deux saisons. {name} leur propose des pièces [en palmier et en laurier|en bois récupéré sur les chantiers], garanties et réparables sur place.',
      ],
      how: [
        'Chaque modèle est testé {few} semaines dans un café du quartier avant d’être vendu ; les plans restent [communs à l’atelier|la propriété des trois associés].',
      ],
      sell: ['Une lampe ou une chaise coûte {price}. L’équipement d’une petite terrasse se facture {pack}, pose comprise.'],
    },
    ar: {
      label: ['أثاث ومصابيح', 'أغراض الدار من الخشب والنخيل'],
      titles: ['أثاث {town}', 'نجارة مرسومة بحي {quarter}'],
      pitch: [
        'يصمم {name} في {town} [كراسي ومصابيح|موائد ورفوفاً] ويصنعها مع نجاري الحي، تُفكك وتُركب دون مسامير ظاهرة.',
        'أثاث من {town} من [خشب البليط والنخيل|الأرز والحبل]، يصل مفككاً ويُركب في عشر دقائق: {name}.',
      ],
      make: [
        'يجمع {name} بين [نجار ودراز ورسامة|حدادين ونجار] من حي {quarter}. نرسم أثاثاً بسيطاً يُفكك ويدخل في طاكسي كبير: كراسي ومصابيح ورفوف وموائد.',
        'تشتري مقاهي {town} ودور ضيافتها أثاثاً مستورداً يتكسر في موسمين. يقترح عليها {name} قطعاً [من النخيل والدفلى|من خشب الأوراش المسترجع] بضمان وإصلاح في عين المكان.',
      ],
      how: ['يُجرَّب كل نموذج {few} أسابيع في مقهى بالحي قبل بيعه، وتبقى الرسوم [مشتركة في الورشة|ملكاً للشركاء الثلاثة].'],
      sell: ['المصباح أو الكرسي بـ{price}، وتجهيز سطح مقهى صغير بـ{pack} مع التركيب.'],
    },
  },
  {
    key: 'streetwear',
    names: ['Zenqa|زنقة', 'Tifi|تيفي', 'Kafland|كافلاند', 'Weld Nas|ولد الناس', 'Hrouf|حروف', 'Drari|دراري'],
    prices: [180, 1900],
    fr: {
      label: ['vêtements urbains et lettres amazighes', 'streetwear typographique'],
      titles: ['Maillot {deTown}', 'La ligne {quarter}'],
      pitch: [
        '{name} imprime {aTown} des [sweats|t-shirts] où la lettre [arabe|tifinaghe] est dessinée par de jeunes typographes de la région.',
        'Une marque {deTown} pour celles et ceux qui veulent porter leur quartier sans logo étranger : {name}, dès {price}.',
      ],
      make: [
        '{name} dessine des vêtements amples à partir de mots que l’on entend {aTown} : proverbes, numéros de bus, noms de ruelles. Les lettres sont [tracées à la main puis vectorisées|construites sur grille], imprimées en sérigraphie dans le quartier {quarter} sur un coton marocain.',
        'Les marques portées ici parlent d’ailleurs. {name} sort tous les trois mois une série de {hund} pièces autour [d’un mot et de son histoire|d’un lieu de la ville], racontée sur l’étiquette.',
      ],
      how: ['La série est précommandée pour ne rien jeter ; les écrans sont préparés avec [un imprimeur du souk|un lycée technique].'],
      sell: [
        'Le t-shirt coûte {price}, une série pour un club ou un festival {pack}. Les ventes se font par précommande et sur les marchés de créateurs.',
      ],
    },
    ar: {
      label: ['لباس شبابي بالحرف الأمازيغي', 'لباس الشارع والخط'],
      titles: ['قميص {town}', 'خط حي {quarter}'],
      pitch: [
        'يطبع {name} في {town} [قمصاناً|سترات] يرسم حروفها [العربية|الأمازيغية] خطاطون شباب من الجهة.',
        'علامة من {town} لمن يريد أن يلبس حيّه دون شعار أجنبي: {name} ابتداءً من {price}.',
      ],
      make: [
        'يصمم {name} ألبسة واسعة انطلاقاً من كلمات تُسمع في {town}: أمثال وأرقام حافلات وأسماء دروب. تُرسم الحروف [باليد ثم تُرقمن|على شبكة] وتُطبع بالسيريغرافيا في حي {quarter} على قطن مغربي.',
        'العلامات التي نلبسها تحكي عن بلدان أخرى. يصدر {name} كل ثلاثة أشهر سلسلة من {hund} قطعة حول [كلمة وحكايتها|مكان من المدينة] تُروى على البطاقة.',
      ],
      how: ['تُطلب السلسلة مسبقاً حتى لا يضيع شيء، وتُهيأ الشاشات مع [طباع من السوق|ثانوية تقنية].'],
      sell: ['القميص بـ{price}، وسلسلة نادٍ أو مهرجان بـ{pack}. والبيع بالطلب المسبق وفي أسواق المبدعين.'],
    },
    en: {
      label: ['streetwear with local letters', 'urban clothes and Tifinagh type'],
      titles: ['The {quarter} line'],
      pitch: ['{name} prints sweatshirts in {town} with Arabic and Tifinagh letters drawn by young type designers of the region.'],
      make: [
        '{name} designs loose clothes from words heard in {town}: proverbs, bus numbers, names of alleys. Letters are drawn by hand, then cut and screen-printed on Moroccan cotton in {quarter}. Every three months a run of {hund} pieces tells the story of one word on its label.',
      ],
      how: ['Each run is ordered in advance, so nothing is thrown away; screens are prepared with a printer of the souk.'],
      sell: ['A T-shirt costs {price}, a run for a club or a festival {pack}.'],
    },
  },
  {
    key: 'natural-dyes',
    names: ['Nila|نيلة', 'Fowwa|الفوّة', 'Sbagh|الصبّاغ', 'Louna|لونة', 'Rommana|رمّانة', 'Azegzaw|أزگزاو'],
    prices: [240, 3000],
    fr: {
      label: ['teinture végétale et impression textile', 'linge teint aux plantes'],
      titles: ['Jardin tinctorial {deTown}', 'Les teinturières du quartier {quarter}'],
      pitch: [
        '{name} teint {aTown} [foulards et linge de maison|coton et laine] avec [la garance, le henné et l’écorce de grenade|l’indigo, le safran et le noyer] cultivés ou récoltés tout près.',
        'Des couleurs qui viennent du jardin et qui tiennent au lavage : {name} en publie les recettes {aTown}.',
      ],
      make: [
        '{name} cultive [une parcelle|trois planches dans l’oasis] de plantes tinctoriales et teint des foulards, des nappes et des fils pour les tisserandes {deTown}. Chaque bain est noté : poids, eau, durée, mordant ; la couleur peut ainsi être refaite.',
        'Les teintures chimiques du souk déteignent et polluent la rigole. {name} propose aux coopératives {deTown} des laines déjà teintes, [dans une gamme de douze couleurs|avec un nuancier trilingue], et du linge de maison imprimé au tampon.',
      ],
      how: [
        'L’eau du dernier bain arrose la parcelle ; [les épluchures des restaurants|les coques de noix du marché] fournissent une partie des couleurs.',
      ],
      sell: [
        'Un foulard coûte {price}, une commande de fils pour une coopérative {pack}. Les ateliers du week-end plaisent aux familles et aux visiteurs.',
      ],
    },
    ar: {
      label: ['صباغة نباتية وطباعة على الثوب', 'أثواب مصبوغة بالنبات'],
      titles: ['بستان الألوان في {town}', 'صبّاغات حي {quarter}'],
      pitch: [
        'يصبغ {name} في {town} [المناديل وأثواب الدار|القطن والصوف] بـ[الفوة والحناء وقشر الرمان|النيلة والزعفران وقشر الجوز] من بساتين قريبة.',
        'ألوان من البستان لا تزول بالغسيل: ينشر {name} وصفاتها من {town}.',
      ],
      make: [
        'يزرع {name} [بقعة|ثلاثة أحواض في الواحة] من نباتات الصباغة ويصبغ المناديل والموائد والخيوط لنساجات {town}. نسجل كل حوض: الوزن والماء والمدة والمثبّت، حتى يُعاد اللون كما هو.',
        'صباغة السوق الكيماوية تزول وتلوث الساقية. يقدم {name} لتعاونيات {town} صوفاً مصبوغاً [في اثني عشر لوناً|مع دفتر ألوان بثلاث لغات]، وأثواباً مطبوعة بالقالب.',
      ],
      how: ['ماء الحوض الأخير يسقي البقعة، و[قشور المطاعم|قشر الجوز من السوق] تعطينا جزءاً من الألوان.'],
      sell: ['المنديل بـ{price}، وطلبية خيوط لتعاونية بـ{pack}. وورشات نهاية الأسبوع تعجب العائلات والزوار.'],
    },
  },
]
