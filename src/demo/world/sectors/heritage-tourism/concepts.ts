import type { Concept } from '../../material.ts'

export const heritageTourismConcepts: readonly Concept[] = [
  {
    key: 'audio-walk',
    names: ['Derb w Hkaya|درب وحكاية', 'Msha|مشى', 'Sma3 Lmdina|سمع المدينة', 'Khatwa|خطوة', 'Abrid|أبريد', 'Bab l Bab|باب لباب'],
    prices: [70, 2500],
    fr: {
      label: ['promenades sonores dans la ville', 'visites à écouter'],
      titles: ['{townName} à l’oreille', 'Promenade {quarter}'],
      pitch: [
        '{name} fait visiter {townName} [par les voix de ses habitants|à travers huit métiers] : un parcours à écouter sur son téléphone, sans guide et sans pub.',
        'On marche, on s’arrête, une voisine raconte : {name} vend {aTown} des promenades sonores à {price}.',
      ],
      make: [
        '{name} enregistre ceux qui habitent vraiment les ruelles {deTown} : [un fournier, une couturière, un gardien de mosquée|une marchande d’herbes, un tailleur, un ancien footballeur]. Leurs récits deviennent un parcours de soixante-dix minutes que l’on suit au téléphone, avec un plan papier dessiné à la main.',
        'Les visiteurs traversent {townName} en une heure et n’en retiennent que [la porte|le souk]. {name} propose trois itinéraires lents, du matin au soir, avec des pauses chez des commerçants qui offrent [un verre de thé|un pain].',
      ],
      how: [
        'Chaque récit est validé par son auteur avant publication ; le parcours est [refait tous les six mois|vérifié par une personne en fauteuil].',
      ],
      sell: ['Le parcours coûte {price}, une visite accompagnée pour un groupe {pack}. Les maisons d’hôtes le proposent avec la chambre.'],
    },
    ar: {
      label: ['جولات صوتية في المدينة', 'زيارات تُسمع'],
      titles: ['{town} بالأذن', 'جولة {quarter}'],
      pitch: [
        'يزور {name} بك {town} [بأصوات سكانها|عبر ثماني حرف]: مسار يُسمع في الهاتف دون مرشد ولا إشهار.',
        'تمشي وتتوقف وجارة تحكي: يبيع {name} في {town} جولات صوتية بـ{price}.',
      ],
      make: [
        'يسجل {name} من يسكن دروب {town} حقاً: [صاحب فران وخياطة وحارس مسجد|بائعة أعشاب وخياط ولاعب كرة قديم]. تصير حكاياتهم مساراً من سبعين دقيقة يُتبع بالهاتف مع خريطة مرسومة باليد.',
        'يعبر الزوار {town} في ساعة ولا يبقى في ذاكرتهم إلا [الباب|السوق]. يقترح {name} ثلاث جولات بطيئة من الصباح إلى المساء، مع وقفات عند تجار يقدمون [كأس شاي|خبزة].',
      ],
      how: ['يوافق صاحب كل حكاية عليها قبل النشر، و[يُعاد المسار كل ستة أشهر|يُجرَّب المسار مع شخص على كرسي متحرك].'],
      sell: ['المسار بـ{price}، والزيارة المرافقة لمجموعة بـ{pack}. وتقترحه دور الضيافة مع الغرفة.'],
    },
    en: {
      label: ['audio walks through town', 'walks told by residents'],
      titles: ['{town} by ear'],
      pitch: ['{name} lets you walk through {town} with the voices of those who live there, on your own phone.'],
      make: [
        '{name} records people who really live in {town}: a baker, a seamstress, a forest guard, a retired footballer. Their stories become a seventy-minute route with a hand-drawn map. Visitors usually cross the place in an hour; we give them a reason to slow down.',
      ],
      how: ['Every story is approved by its teller before it is published, and the route is checked with a person in a wheelchair.'],
      sell: ['The walk costs {price}, a guided visit for a group {pack}. Guesthouses offer it with the room.'],
    },
  },
  {
    key: 'village-stays',
    names: ['Ddiaf|الضياف', 'Agadir Nna|أگادير نّا', 'Ksar Dyafa|قصر الضيافة', 'Timezgida|تيمزگيدا', 'Bit Jdada|بيت الجدة', 'Anebgi|أنبگي'],
    prices: [250, 4800],
    fr: {
      label: ['séjours chez l’habitant', 'nuits dans les villages'],
      titles: ['Nuits {deTown}', 'Maisons d’hôtes partagées {deTown}'],
      pitch: [
        '{name} organise autour {deTown} des nuits chez l’habitant [au rythme des récoltes|avec un métier à découvrir], réparties équitablement entre les familles.',
        'Une chambre, un repas et un savoir-faire : {name} relie {many} familles {deTown} et des voyageurs curieux.',
      ],
      make: [
        '{name} prépare avec [douze|neuf|quinze] familles des villages proches {deTown} des chambres simples et propres, un repas et une activité vraie : cueillir, tisser, pétrir. Un tour de rôle décide qui reçoit, et la caisse commune paie [l’école|les réparations du chemin].',
        'Les voyageurs passent devant nos villages sans s’arrêter, faute d’adresse. {name} tient une seule réservation, une seule liste de prix et une formation à l’accueil pour les femmes qui reçoivent.',
      ],
      how: ['Une visite de contrôle amicale a lieu deux fois par an ; les draps sont [lavés ensemble|achetés en commun].'],
      sell: ['La nuit avec deux repas coûte {price}, un séjour de groupe {pack}. Vingt pour cent vont à la caisse du village.'],
    },
    ar: {
      label: ['مبيت عند أهل البلد', 'ليالٍ في القرى'],
      titles: ['ليالي {town}', 'بيوت الضيافة المشتركة في {town}'],
      pitch: [
        'ينظم {name} حول {town} ليالي عند أهل البلد [على إيقاع المواسم|مع حرفة تُكتشف]، مقسمة بعدل بين العائلات.',
        'غرفة ومائدة وصنعة: يربط {name} عائلات {town} بمسافرين فضوليين.',
      ],
      make: [
        'يهيئ {name} مع [اثنتي عشرة عائلة|تسع عائلات|خمس عشرة عائلة] من القرى القريبة من {town} غرفاً بسيطة نظيفة ومائدة ونشاطاً حقيقياً: جني ونسج وعجن. النوبة تحدد من يستقبل، والصندوق المشترك يؤدي [للمدرسة|لإصلاح الطريق].',
        'يمر المسافرون أمام قرانا دون أن يتوقفوا لأنهم لا يعرفون عنواناً. يمسك {name} حجزاً واحداً ولائحة أثمنة واحدة وتكويناً في الاستقبال للنساء.',
      ],
      how: ['زيارة مراقبة ودية مرتين في السنة، والأفرشة [تُغسل جماعة|تُشترى جماعة].'],
      sell: ['الليلة مع وجبتين بـ{price}، وإقامة مجموعة بـ{pack}. وعشرون في المئة لصندوق القرية.'],
    },
  },
  {
    key: 'food-heritage',
    names: ['Tanjra|الطنجرة', 'Mrouzia|المروزية', 'Dwaq|الدواق', 'Ferrah|الفراح', 'Taguella|تاگلا', 'Kanoun|الكانون'],
    prices: [180, 4200],
    fr: {
      label: ['patrimoine culinaire', 'table et transmission'],
      titles: ['La table {deTown}', 'Cuisines du quartier {quarter}'],
      pitch: [
        '{name} fait cuisiner les visiteurs avec les femmes {deTown} : marché, [four du quartier|meule et pétrin], repas et recette écrite dans un livret.',
        'Les plats que l’on ne trouve dans aucun restaurant {deTown}, cuisinés avec celles qui les savent : {name}.',
      ],
      make: [
        '{name} organise des matinées de cuisine chez [des femmes|une coopérative] {deTown}. On achète ensemble, on prépare un plat de saison, on mange avec la famille et l’on repart avec une recette précise. En parallèle, nous constituons un carnet de {many} recettes menacées, datées et localisées.',
        'On mange partout les mêmes tajines. {name} retrouve les pains, les bouillies et les confits {deTown}, les documente avec [un botaniste|des étudiantes] et les remet à table deux fois par semaine.',
      ],
      how: [
        'La cuisinière fixe son menu et son tarif ; l’hygiène est suivie par [une technicienne|une fiche affichée]. Les restes vont au foyer de la ville.',
      ],
      sell: ['La matinée coûte {price}, un repas de groupe {pack}. Le livret et les conserves se vendent à la fin de la visite.'],
    },
    ar: {
      label: ['تراث الطبخ', 'مائدة وتوريث'],
      titles: ['مائدة {town}', 'مطابخ حي {quarter}'],
      pitch: [
        'يطبخ زوار {name} مع نساء {town}: السوق و[فران الحي|الرحى والعجين] والمائدة ووصفة مكتوبة في كتيّب.',
        'أطباق لا توجد في أي مطعم في {town}، تُطبخ مع من تعرفها: {name}.',
      ],
      make: [
        'ينظم {name} صباحات طبخ عند [نساء|تعاونية] من {town}. نتسوق معاً ونهيئ طبقاً من الموسم ونأكل مع العائلة، ويخرج الضيف بوصفة مضبوطة. ونجمع في دفتر {many} وصفة مهددة بتاريخها ومكانها.',
        'الطواجن نفسها في كل مكان. يبحث {name} عن خبز {town} وحساواتها وخليعها، ويوثقها مع [عالم نبات|طالبات]، ويعيدها إلى المائدة مرتين في الأسبوع.',
      ],
      how: ['تحدد الطباخة قائمتها وثمنها، وتتابع النظافة [تقنية|بطاقة معلقة]. وما بقي يذهب إلى خيرية المدينة.'],
      sell: ['الصباح بـ{price}، ووجبة مجموعة بـ{pack}. ويُباع الكتيّب والمصبرات في آخر الزيارة.'],
    },
  },
  {
    key: 'museum-kit',
    names: ['Matahfi|متحفي', 'Sendouq|الصندوق', 'Kenz Lqsm|كنز القسم', 'Athar|أثر', 'Tawala Kit|توالا', 'Qat3a|القطعة'],
    prices: [450, 5200],
    fr: {
      label: ['mallettes de musée pour les écoles', 'médiation du patrimoine'],
      titles: ['Le musée vient en classe, {town}', 'Mallettes {deTown}'],
      pitch: [
        '{name} met le musée dans une mallette : [copies d’objets|tessons, tissus et outils], énigmes et carnet, pour les écoles {deTown} qui ne sortent jamais.',
        'Une heure d’enquête avec de vrais matériaux : {name} fait toucher le patrimoine {deTown} aux élèves.',
      ],
      make: [
        '{name} conçoit des mallettes thématiques : [l’eau, l’écriture et la maison|la monnaie, le tissage et la route]. Chaque objet est une copie fabriquée par un artisan {deTown} ; les élèves mesurent, comparent et déposent leurs conclusions dans un cahier commun.',
        'Beaucoup d’élèves {deTown} habitent à côté d’un monument sans y être entrés. {name} apporte d’abord l’objet en classe, puis organise [la visite|une chasse au détail] avec le conservateur.',
      ],
      how: [
        'Les contenus sont relus par [un archéologue|deux professeurs d’histoire] ; la mallette tient dans un coffre de voiture et se prête deux semaines.',
      ],
      sell: ['La location coûte {price}, un programme annuel pour une école {pack}. Les communes et fondations financent les écoles rurales.'],
    },
    ar: {
      label: ['حقائب متحفية للمدارس', 'وساطة التراث'],
      titles: ['المتحف في القسم، {town}', 'حقائب {town}'],
      pitch: [
        'يضع {name} المتحف في حقيبة: [نسخ أغراض|شقوف وأثواب وأدوات] وألغاز ودفتر لمدارس {town} التي لا تخرج أبداً.',
        'ساعة تحقيق بمواد حقيقية: يجعل {name} تلاميذ {town} يلمسون تراثهم.',
      ],
      make: [
        'يصمم {name} حقائب حول [الماء والكتابة والدار|النقد والنسيج والطريق]. كل غرض نسخة صنعها حرفي من {town}، ويقيس التلاميذ ويقارنون ويكتبون خلاصتهم في دفتر مشترك.',
        'يسكن كثير من تلاميذ {town} قرب معلمة لم يدخلوها قط. يحمل {name} الغرض إلى القسم أولاً، ثم ينظم [الزيارة|البحث عن التفاصيل] مع المحافظ.',
      ],
      how: ['يراجع المضامين [عالم آثار|أستاذا تاريخ]، والحقيبة تسعها سيارة وتُعار أسبوعين.'],
      sell: ['الكراء بـ{price}، والبرنامج السنوي لمدرسة بـ{pack}. وتمول الجماعات والمؤسسات مدارس القرى.'],
    },
  },
  {
    key: 'story-hike',
    names: ['Jbel w Klam|جبل وكلام', 'Adrar Hki|أدرار حكي', 'Tariq Lmaa|طريق الماء', 'Sentier Bleu|المسلك الأزرق', 'Asif|أسيف', 'Nzala|النزالة'],
    prices: [220, 4500],
    fr: {
      label: ['randonnées contées', 'sentiers et récits'],
      titles: ['Sentiers {deTown}', 'La marche des conteurs, {town}'],
      pitch: [
        '{name} emmène de petits groupes autour {deTown} : [quatre heures|une journée] de marche, un conteur du pays, un repas chez une famille.',
        'Un sentier balisé par les bergers, des récits à chaque halte : {name}, au départ {deTown}.',
      ],
      make: [
        '{name} ouvre trois sentiers [de l’eau, du sel et des amandiers|des moulins, des greniers et des tombeaux] autour {deTown}. À chaque halte, une personne du lieu raconte ce qu’elle sait : un nom, une guerre, une plante. Les groupes comptent douze marcheurs au plus.',
        'Les randonneurs suivent des traces GPS et ne parlent à personne. {name} forme {aTown} {few} jeunes à accompagner, à soigner et à traduire, et édite une carte [des noms de lieux en amazighe et en arabe|dessinée au pas].',
      ],
      how: [
        'Le groupe emporte ses déchets et ceux des autres ; un muletier suit [les personnes fatiguées|les sacs]. Aucun départ en cas d’alerte météo.',
      ],
      sell: ['La journée coûte {price} par personne, une sortie d’entreprise {pack}, repas et mulet compris.'],
    },
    ar: {
      label: ['مشي وحكاية', 'مسالك وروايات'],
      titles: ['مسالك {town}', 'مشي الحكواتية، {town}'],
      pitch: [
        'يأخذ {name} مجموعات صغيرة حول {town}: [أربع ساعات|يوم كامل] من المشي وحكواتي من البلد ومائدة عند عائلة.',
        'مسلك علّمه الرعاة وحكاية في كل وقفة: {name} انطلاقاً من {town}.',
      ],
      make: [
        'يفتح {name} ثلاثة مسالك [للماء والملح واللوز|للرحى والمخازن والأضرحة] حول {town}. في كل وقفة يحكي واحد من أهل المكان ما يعرفه: اسماً أو معركة أو نبتة. والمجموعة اثنا عشر ماشياً على الأكثر.',
        'يتبع المشاة خرائط الهاتف ولا يكلمون أحداً. يكوّن {name} في {town} شباباً على المرافقة والإسعاف والترجمة، وينشر خريطة [لأسماء الأماكن بالأمازيغية والعربية|مرسومة بالخطى].',
      ],
      how: ['تحمل المجموعة نفاياتها ونفايات غيرها، ويتبعها بغّال [لمن تعب|بالأمتعة]. ولا خروج عند إنذار الطقس.'],
      sell: ['اليوم بـ{price} للشخص، وخرجة مقاولة بـ{pack} مع الغذاء والبغل.'],
    },
    en: {
      label: ['storytelling hikes', 'paths and tales'],
      titles: ['The paths of {town}'],
      pitch: ['{name} takes small groups out of {town}: a day of walking, a local storyteller, a family meal.'],
      make: [
        '{name} opens three paths around {town}: water, salt and almonds. At each halt somebody of the place tells what they know: a name, a battle, a plant. Groups count twelve walkers at most, and young guides are trained in first aid and translation.',
      ],
      how: ['The group carries out its own waste and some of others; a mule follows with the bags. No departure under a weather alert.'],
      sell: ['A day costs {price} per person, a company outing {pack}, meal and mule included.'],
    },
  },
  {
    key: 'water-heritage',
    names: ['Khettara|الخطارة', 'Sagya|الساقية', 'Targa n Waman|تارگا ن وامان', 'Noba d Lma|نوبة الماء', 'Foggara|الفكارة', 'Nkhil|النخيل'],
    prices: [90, 3800],
    fr: {
      label: ['parcours de l’eau et de l’oasis', 'maison de l’eau'],
      titles: ['La route de l’eau, {town}', 'Maison de l’oasis {deTown}'],
      pitch: [
        '{name} raconte l’eau {deTown} : [canaux, tours d’eau et répartiteurs|puits, norias et moulins], avec les derniers aiguadiers comme guides.',
        'Sans l’eau, pas de ville : {name} ouvre {aTown} un parcours et une petite maison d’interprétation tenus par des jeunes.',
      ],
      make: [
        '{name} remet en état un tronçon de [canal|khettara|séguia] et le fait visiter avec ceux qui savent partager l’eau. Dans une maison prêtée par une famille, une maquette en terre montre comment on compte les parts, et les enfants manipulent de vraies petites vannes.',
        'Les jeunes ne connaissent plus le calendrier de l’eau et les canaux se bouchent. {name} relie {aTown} entretien, récit et visite : le prix du billet paie [deux journées de curage par mois|la réparation d’une vanne par saison].',
      ],
      how: ['Les tours d’eau sont filmés et transcrits ; une convention avec [l’association des irrigants|la communauté] fixe les heures de visite.'],
      sell: ['La visite coûte {price}, une journée scolaire {pack}. Les dattes et huiles du lieu se vendent à la sortie.'],
    },
    ar: {
      label: ['مسار الماء والواحة', 'دار الماء'],
      titles: ['طريق الماء، {town}', 'دار الواحة في {town}'],
      pitch: [
        'يحكي {name} ماء {town}: [السواقي والنوبات والقواديس|الآبار والنواعير والرحى]، ومرشدوه آخر من يقسم الماء.',
        'لا مدينة بلا ماء: يفتح {name} في {town} مساراً وداراً صغيرة للشرح يسيرها شباب.',
      ],
      make: [
        'يصلح {name} جزءاً من [ساقية|خطارة|قناة قديمة] ويزوره الناس مع من يعرف قسمة الماء. وفي دار أعارتها عائلة مجسم من طين يبين حساب الحصص، ويلعب الأطفال بأبواب صغيرة حقيقية.',
        'لم يعد الشباب يعرف تقويم الماء والسواقي تُسد. يجمع {name} في {town} بين الصيانة والحكاية والزيارة: ثمن التذكرة يؤدي [يومين من التنقية كل شهر|إصلاح باب ماء كل موسم].',
      ],
      how: ['تُصوَّر نوبات الماء وتُكتب، واتفاق مع [جمعية السقاية|الجماعة السلالية] يحدد أوقات الزيارة.'],
      sell: ['الزيارة بـ{price}، واليوم المدرسي بـ{pack}. وتُباع تمور المكان وزيوته عند الخروج.'],
    },
  },
  {
    key: 'restored-house',
    names: ['Dar Lqahwa|دار القهوة', 'Foundouk 12|فندق 12', 'Sqaya|السقاية', 'Hammam Fen|حمام فن', 'Rahba|الرحبة', 'Tahouna|الطاحونة'],
    prices: [50, 6500],
    fr: {
      label: ['café culturel dans une maison restaurée', 'lieu culturel de la médina'],
      titles: ['Café culturel {deTown}', 'La maison ouverte, {quarter}'],
      pitch: [
        '{name} rouvre {aTown} [un fondouk|une maison à patio|un moulin] : café le jour, lectures et musique le soir, atelier pour deux artisans.',
        'Un bâtiment fermé du quartier {quarter} redevient un lieu où l’on s’assoit, lit et travaille : {name}.',
      ],
      make: [
        '{name} a obtenu pour cinq ans l’usage [d’un fondouk|d’une maison familiale|d’un ancien hammam] du quartier {quarter}. Nous consolidons avec un maâlem, ouvrons un café simple, une étagère de livres, deux ateliers d’artisans et une salle de {many} places pour les soirées.',
        'Les jeunes {deTown} n’ont que les cafés à écrans. {name} propose une table calme, [un programme hebdomadaire|trois rencontres par semaine] et des tarifs de quartier, dans un bâtiment que la ville avait oublié.',
      ],
      how: [
        'Les travaux sont faits par [un chantier-école|des artisans du quartier], à la chaux ; chaque mois de loyer est compensé par une amélioration écrite.',
      ],
      sell: ['La consommation moyenne est à {price}, la location du lieu à {pack} la journée. Les artisans versent un petit loyer.'],
    },
    ar: {
      label: ['مقهى ثقافي في دار مرممة', 'فضاء ثقافي في المدينة القديمة'],
      titles: ['المقهى الثقافي في {town}', 'الدار المفتوحة بحي {quarter}'],
      pitch: [
        'يعيد {name} فتح [فندق قديم|دار بصحن|طاحونة] في {town}: مقهى نهاراً وقراءات وموسيقى ليلاً وورشة لصانعين.',
        'بناية مغلقة في حي {quarter} تعود مكاناً نجلس فيه ونقرأ ونعمل: {name}.',
      ],
      make: [
        'نال {name} لخمس سنوات استعمال [فندق قديم|دار عائلية|حمام قديم] في حي {quarter}. نرمم مع معلم ونفتح مقهى بسيطاً ورف كتب وورشتين وقاعة للأمسيات.',
        'ليس لشباب {town} إلا مقاهي الشاشات. يقترح {name} طاولة هادئة و[برنامجاً أسبوعياً|ثلاثة لقاءات في الأسبوع] بأثمنة الحي، في بناية نسيتها المدينة.',
      ],
      how: ['الأشغال [ورش مدرسة|مع صناع الحي] وبالجير، وكل شهر كراء يُعوَّض بإصلاح مكتوب.'],
      sell: ['معدل الاستهلاك {price}، وكراء المكان ليوم بـ{pack}. ويؤدي الصناع كراء رمزياً.'],
    },
  },
]
