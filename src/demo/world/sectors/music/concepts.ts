import type { Concept } from '../../material.ts'

export const musicConcepts: readonly Concept[] = [
  {
    key: 'studio',
    names: ['Sada|صدى', 'Kabina|كابينة', 'Nabra|نبرة', 'Tarnima|ترنيمة', 'Micro Horr|ميكرو حر', 'Awal Sawt|أول صوت'],
    prices: [150, 900],
    fr: {
      label: ['studio d’enregistrement de quartier', 'studio partagé pour jeunes groupes'],
      titles: ['Studio de poche, {quarter}', 'Le studio ouvert {deTown}'],
      pitch: [
        '{name} ouvre {aTown} un studio où une chanson s’enregistre en une journée, à un prix que [des lycéens|de jeunes groupes|des amateurs] peuvent payer.',
        'À {price} l’heure, {name} donne {aTown} [un ingénieur du son|une cabine isolée|une vraie écoute] aux groupes qui n’ont encore rien enregistré.',
      ],
      make: [
        '{name} transforme [un ancien garage|deux pièces d’une maison familiale|un local d’association] du quartier {quarter} en studio : une cabine isolée, une salle de répétition et un poste de mixage. Les groupes viennent avec une chanson et repartent avec un enregistrement propre, leurs pistes séparées et une fiche de droits remplie.',
        'Il faut aujourd’hui aller à [Casablanca|Rabat] pour enregistrer correctement, et une journée de studio y coûte plus cher qu’un cachet. {name} installe {aTown} un lieu simple et bien isolé, pensé pour [le rap, le chaâbi et les musiques amazighes|les voix, le oud et les percussions], avec un tarif affiché à la porte.',
      ],
      how: [
        'Chaque séance commence par une heure d’écoute pour préparer l’arrangement ; le mixage se fait devant les musiciens, qui apprennent les gestes en même temps.',
        '[Deux après-midi|Deux soirs] par semaine restent réservés aux débutants, encadrés par [un ancien élève du conservatoire|une ingénieure du son].',
      ],
      sell: [
        'L’heure de studio coûte {price}, la journée avec mixage {pack}. [Un forfait de trois titres|Un abonnement mensuel de répétition] donne une recette régulière.',
      ],
    },
    ar: {
      label: ['استوديو تسجيل الحي', 'استوديو مشترك للفرق الشابة'],
      titles: ['استوديو حي {quarter}', 'الاستوديو المفتوح في {town}'],
      pitch: [
        'يفتح {name} في {town} استوديو تُسجَّل فيه أغنية كاملة في يوم واحد، بثمن يقدر عليه [التلاميذ|الشباب|الهواة].',
        'مقابل {price} للساعة يضع {name} [تقني صوت|غرفة معزولة|عتاداً محترماً] رهن إشارة فرق {town} التي لم تسجل شيئاً بعد.',
      ],
      make: [
        'يحوّل {name} [مرأباً قديماً|طابقاً من دار العائلة|محلاً مهجوراً] في حي {quarter} إلى استوديو صغير: غرفة تسجيل معزولة، وقاعة تمارين، وركن للميكساج. تأتي الفرقة بأغنيتها وتخرج بتسجيل نقي ومساراتها مفصولة وبطاقة حقوق معبأة.',
        'من يريد أن يسجل اليوم في {town} يسافر إلى [الدار البيضاء|الرباط] ويؤدي في يوم واحد أكثر مما يربح في حفل. يوفر {name} مكاناً بسيطاً ومعزولاً، مجهزاً [للراب والشعبي والأغنية الأمازيغية|للأصوات والعود والإيقاعات]، وأثمنته معلقة على الباب.',
      ],
      how: [
        'تبدأ كل حصة بساعة استماع لتهييء التوزيع، ويتم الميكساج أمام العازفين حتى يتعلموا المهنة وهم يشتغلون.',
        'نخصص [أمسيتين|حصتين] كل أسبوع للمبتدئين تحت إشراف [خريج من المعهد الموسيقي|تقنية صوت].',
      ],
      sell: ['ساعة الاستوديو بـ{price}، واليوم الكامل مع الميكساج بـ{pack}. ويضمن [عرض الأغاني الثلاث|الاشتراك الشهري في قاعة التمارين] دخلاً قاراً.'],
    },
    en: {
      label: ['a neighbourhood recording studio', 'a shared studio for young bands'],
      titles: ['The open studio of {town}'],
      pitch: ['{name} opens a studio in {town} where a band can record one song in one day, for the price of a dinner.'],
      make: [
        '{name} turns two rooms in {quarter} into a studio: one insulated booth, one rehearsal room, one mixing desk. A band walks in with a song and walks out with a clean recording, separate tracks and a completed rights sheet. Nobody here should have to travel to Casablanca to hear their own voice properly.',
      ],
      how: ['Every session starts with an hour of listening; mixing is done with the musicians in the room, so they learn while they wait.'],
      sell: ['One hour costs {price}, a day with mixing {pack}. A monthly rehearsal pass brings regular income.'],
    },
  },
  {
    key: 'booking',
    names: ['Tbel|الطبل', 'Nejma Live|نجمة لايف', 'Sahra|سهرة', 'Mawsim Pro|موسم برو', 'Amenzu|أمنزو', 'Khachaba|خشبة'],
    prices: [1500, 6000],
    fr: {
      label: ['agence de concerts', 'bureau de tournée des jeunes groupes'],
      titles: ['Bureau des musiciens {deTown}', 'Tournées du quartier {quarter}'],
      pitch: [
        '{name} trouve des dates payées aux groupes {deTown} : [contrat|fiche technique], transport et cachet réglé sous dix jours.',
        'Une agence née {aTown} qui place [les musiciens gnaoua et les groupes fusion|les troupes amazighes et les jeunes voix|les ensembles de la région] dans les lieux qui paient vraiment.',
      ],
      make: [
        '{name} représente {few} groupes de la région. Nous préparons pour chacun un dossier court, [une captation de trois titres|des extraits propres et une fiche technique], puis nous négocions les dates, le transport et l’hébergement. Le musicien signe une feuille claire où il lit ce qu’il touche et quand.',
        'Les maisons d’hôtes cherchent des musiciens, les musiciens cherchent des dates, et tout se décide au téléphone la veille. {name} tient un [catalogue|calendrier] partagé des groupes {deTown} et se porte garant du cachet, de l’heure et du son.',
      ],
      how: [
        'Une visite de chaque lieu précède la première date, pour vérifier [l’acoustique et les prises|la scène et les horaires]. Après le concert, chacun note l’autre.',
      ],
      sell: [
        'Une date simple se vend {price}, une soirée avec deux groupes et la sonorisation {pack}. L’agence garde quinze pour cent, écrits sur le contrat.',
      ],
    },
    ar: {
      label: ['وكالة لتنظيم الحفلات', 'مكتب جولات الفرق الشابة'],
      titles: ['مكتب موسيقيي {town}', 'جولات حي {quarter}'],
      pitch: [
        'يجد {name} لفرق {town} حفلات مؤدى عنها: [عقد واضح|بطاقة تقنية] ونقل وأجر يُصرف في عشرة أيام.',
        'وكالة من {town} تقدم [كناوة وفرق الفيوجن|الفرق الأمازيغية والأصوات الشابة|مجموعات الجهة] إلى الفضاءات التي تؤدي فعلاً.',
      ],
      make: [
        'يمثل {name} {few} فرق من الجهة. نهيئ لكل فرقة ملفاً قصيراً و[تسجيلاً حياً لثلاث أغانٍ|مقاطع نظيفة وبطاقة تقنية]، ثم نتفاوض على التواريخ والنقل والمبيت. يوقع العازف ورقة بسيطة يقرأ فيها أجره وموعد صرفه.',
        'دور الضيافة تبحث عن عازفين، والعازفون يبحثون عن حفلات، وكل شيء يُقرَّر بالهاتف ليلة العرض. يمسك {name} [كتالوغاً|رزنامة] مشتركة لفرق {town} ويضمن الأجر والوقت وجودة الصوت.',
      ],
      how: ['نزور كل فضاء قبل أول حفل لنتأكد من [الصوت والكهرباء|الخشبة والتوقيت]، وبعد العرض يقيّم كل طرف الآخر.'],
      sell: ['الحفل الواحد بـ{price}، والأمسية بفرقتين مع الصوت بـ{pack}. تحتفظ الوكالة بخمسة عشر في المئة مكتوبة في العقد.'],
    },
  },
  {
    key: 'luthier',
    names: ['Awtar|أوتار', 'Lgenbri|الكنبري', 'Rribab|الرباب', 'Khchba w Sut|خشبة وصوت', 'Tazwit|تازويت', 'Zend|الزند'],
    prices: [1200, 3800],
    fr: {
      label: ['atelier de lutherie', 'instruments faits main'],
      titles: ['Atelier de lutherie {deTown}', 'L’établi aux cordes, {quarter}'],
      pitch: [
        '{name} fabrique et répare {aTown} [des guembris et des ouds|des ribabs et des lotars|des ouds et des bendirs], avec du bois local et une garantie d’un an.',
        'Un atelier où un instrument traditionnel s’achète {price}, se comprend et se répare : {name}, {aTown}.',
      ],
      make: [
        '{name} fabrique des instruments à cordes et à peau [en noyer et en thuya|en bois de récupération|en mûrier et en citronnier]. Chaque pièce porte un numéro, le nom du bois et celui de la personne qui l’a montée. L’atelier du quartier {quarter} répare aussi les instruments des écoles et des confréries.',
        'Les apprentis musiciens {deTown} achètent des instruments importés, mal réglés, qu’ils abandonnent au bout d’un an. {name} propose un modèle d’étude [solide et juste|léger et accordé], et un modèle de concert monté sur commande avec le musicien.',
      ],
      how: [
        'Le maâlem montre, nous mesurons et nous notons : gabarits, épaisseurs, temps de séchage. [Un carnet de fabrication|Une série de plans cotés] permet de refaire deux fois le même son.',
      ],
      sell: [
        'Le modèle d’étude se vend {price}, le modèle de concert {pack}. La réparation et le réglage assurent [un tiers|près de la moitié] du chiffre.',
      ],
    },
    ar: {
      label: ['ورشة لصناعة الآلات الوترية', 'آلات موسيقية بيد الصانع'],
      titles: ['ورشة الأوتار في {town}', 'صانع الآلات بحي {quarter}'],
      pitch: [
        'يصنع {name} في {town} [الكنبري والعود|الرباب واللوتار|العود والبندير] ويصلحها، بخشب محلي وضمان سنة.',
        'ورشة في {town} تُشترى فيها آلة تقليدية بـ{price}، ويفهم صاحبها كيف تُصنع وكيف تُصلح.',
      ],
      make: [
        'يصنع {name} آلات وترية وجلدية [من خشب الجوز والعرعار|من خشب مسترجع|من التوت والليمون]. لكل آلة رقم واسم خشبها واسم من ركّبها. وتصلح الورشة في حي {quarter} آلات المدارس والطوائف.',
        'يشتري المتعلمون في {town} آلات مستوردة غير مضبوطة فيهجرونها بعد سنة. يقترح {name} نموذجاً للتعلم [متيناً ومضبوط النغم|خفيفاً وثابت الأوتار]، ونموذجاً للحفلات يُصنع تحت الطلب مع العازف.',
      ],
      how: ['المعلم يُري ونحن نقيس وندوّن: القوالب والسُّمك ومدة التجفيف. ويسمح [دفتر الصنعة|الرسم المرقّم] بإعادة الصوت نفسه مرتين.'],
      sell: ['آلة التعلم بـ{price} وآلة الحفلات بـ{pack}. ويشكل الإصلاح والضبط [ثلث|حوالي نصف] رقم المعاملات.'],
    },
  },
  {
    key: 'school',
    names: ['Maqam|مقام', 'Tghennja|تغنجا', 'Solfège Derb|صولفيج درب', 'Nota|نوطة', 'Iqaa|إيقاع', 'Amarg|أمارگ'],
    prices: [200, 2500],
    fr: {
      label: ['école de musique itinérante', 'cours de musique dans les maisons de jeunes'],
      titles: ['École de musique du quartier {quarter}', 'La fanfare {deTown}'],
      pitch: [
        '{name} emmène [le oud et le chant|les percussions et le violon|les cordes amazighes] dans les maisons de jeunes autour {deTown}, à {price} par mois.',
        'Des cours de musique réguliers {aTown}, avec des instruments prêtés et un concert tous les trois mois : voilà {name}.',
      ],
      make: [
        '{name} organise des cours par groupes de six dans [trois maisons de jeunes|deux écoles et un foyer féminin] autour {deTown}. On y apprend à partir du répertoire de la région : une chanson connue d’abord, la théorie ensuite. Les instruments se prêtent comme des livres.',
        'Le conservatoire est loin et plein. {name} forme {aTown} des enfants et des [mères|lycéennes|jeunes travailleurs] avec une méthode orale transcrite, testée [au quartier {quarter}|dans deux villages voisins], et un examen amical en public.',
      ],
      how: [
        'Les professeurs sont de jeunes diplômés payés à l’heure ; les élèves avancés encadrent les petits contre [une réduction|un cours gratuit].',
      ],
      sell: [
        'Une inscription coûte {price} par mois. Une école ou une entreprise paie {pack} pour un trimestre d’ateliers, et cinq bourses sont tenues par [des commerçants|des parents] de la ville.',
      ],
    },
    ar: {
      label: ['مدرسة موسيقية متنقلة', 'دروس الموسيقى في دور الشباب'],
      titles: ['مدرسة الموسيقى بحي {quarter}', 'فرقة النفخ في {town}'],
      pitch: [
        'يحمل {name} [العود والغناء|الإيقاع والكمان|الوتريات الأمازيغية] إلى دور الشباب حول {town} مقابل {price} في الشهر.',
        'دروس موسيقى منتظمة في {town} بآلات معارة وحفل كل ثلاثة أشهر: هذا هو {name}.',
      ],
      make: [
        'ينظم {name} دروساً في مجموعات من ستة داخل [ثلاث دور للشباب|مدرستين ونادٍ نسوي] حول {town}. نبدأ من ريبرتوار الجهة: أغنية يعرفها الجميع أولاً، ثم النظرية. والآلات تُعار كما تُعار الكتب.',
        'المعهد الموسيقي بعيد ومقاعده ممتلئة. يكوّن {name} في {town} أطفالاً و[أمهات|تلميذات|شباباً عاملين] بطريقة شفوية مدوّنة جُرّبت [في حي {quarter}|في دوارين مجاورين]، وينتهي كل فصل بامتحان ودّي أمام الجمهور.',
      ],
      how: ['الأساتذة خريجون شباب يتقاضون أجرهم بالساعة، ويؤطر المتقدمون الصغار مقابل [تخفيض|حصة مجانية].'],
      sell: ['الانخراط الشهري بـ{price}، وتؤدي المدرسة أو المقاولة {pack} عن فصل من الورشات، ويتكفل [تجار المدينة|بعض الآباء] بخمس منح.'],
    },
  },
  {
    key: 'home-concerts',
    names: ['Stah Live|السطح لايف', 'Lemma|اللمّة', 'Wast Dar|وسط الدار', 'Nzaha|نزاهة', 'Qa3da|القعدة', 'Tigemmi n Uzawan|تيگمي ن أوزوان'],
    prices: [80, 5000],
    fr: {
      label: ['concerts chez l’habitant', 'petites scènes sur les toits'],
      titles: ['Les soirs du patio, {town}', 'Concerts du quartier {quarter}'],
      pitch: [
        '{name} organise {aTown} des concerts de {many} places [dans les patios|sur les terrasses|dans les cours], avec un billet à {price} et un repas du quartier.',
        'Une soirée, une maison, deux musiciens, un repas : {name} invente {aTown} une scène sans salle.',
      ],
      make: [
        '{name} choisit {aTown} des maisons [de la médina|familiales|restaurées] dont les propriétaires ouvrent leur porte un soir par mois. Une famille cuisine, deux ou trois musiciens jouent sans amplification, et le public repart avec le récit du lieu raconté par ses habitants.',
        'La ville n’a pas de salle, mais elle a des [toits|patios|cours]. {name} y programme une saison de {few} soirées, [toutes les musiques du Maroc|de l’ahidous au jazz], pour des voisins autant que pour les visiteurs.',
      ],
      how: [
        'Chaque hôte signe une charte simple sur la sécurité, le voisinage et l’heure de fin ; [un régisseur|une régisseuse] prépare le lieu la veille.',
      ],
      sell: [
        'Le billet coûte {price}, repas en plus. Les soirées privées pour agences et entreprises se vendent {pack} et financent [les tarifs étudiants|les dates gratuites du quartier].',
      ],
    },
    ar: {
      label: ['حفلات في بيوت الناس', 'خشبات صغيرة فوق السطوح'],
      titles: ['ليالي وسط الدار في {town}', 'سهرات حي {quarter}'],
      pitch: [
        'ينظم {name} في {town} حفلات لـ{many} شخصاً [في وسط الدور|فوق السطوح|في الرياضات]، بتذكرة ثمنها {price} وعشاء من الحي.',
        'ليلة ودار وعازفان ومائدة: يخترع {name} في {town} خشبة دون قاعة.',
      ],
      make: [
        'يختار {name} في {town} دوراً [من المدينة القديمة|عائلية|مرممة] يفتح أصحابها الباب ليلة في الشهر. تطبخ العائلة، ويعزف اثنان أو ثلاثة دون مكبرات، ويسمع الجمهور حكاية المكان من أهله.',
        'ليس في المدينة قاعة، لكن فيها [سطوح|رياضات|دور واسعة]. يبرمج {name} فيها موسماً من {few} سهرات، [من كل ألوان الموسيقى المغربية|من أحيدوس إلى الجاز]، للجيران قبل الزوار.',
      ],
      how: ['يوقع كل مضيف ميثاقاً بسيطاً حول السلامة والجوار وساعة النهاية، ويهيأ المكان [قبل يوم|منذ العصر].'],
      sell: ['التذكرة بـ{price} دون العشاء، والسهرات الخاصة للوكالات والمقاولات بـ{pack} وهي التي تمول [ثمن الطلبة|سهرات الحي المجانية].'],
    },
    en: {
      label: ['concerts in people’s homes', 'small stages on rooftops'],
      titles: ['Courtyard evenings in {town}'],
      pitch: ['{name} holds concerts for {many} people in the courtyards of {town}: two musicians, one family, one meal.'],
      make: [
        '{name} picks houses in {town} whose owners open their door once a month. A family cooks, two or three musicians play without amplification, and the guests leave with the story of the house told by those who live there. The town has no hall, but it has roofs and patios.',
      ],
      how: ['Each host signs a short charter about safety, neighbours and closing time; a stage manager prepares the place the day before.'],
      sell: ['A ticket costs {price}, the meal apart. Private evenings for agencies are sold at {pack} and pay for student prices.'],
    },
  },
  {
    key: 'sound-bank',
    names: ['Daqqa Pack|دقة باك', 'Samplik|سامبليك', 'Tal3at|طالعات', 'Bendirkit|بندير كيت', 'Iqa3 Lab|إيقاع لاب', 'Azawan Bank|بنك أزوان'],
    prices: [250, 4000],
    fr: {
      label: ['banque de sons et de rythmes', 'sons du Maroc pour compositeurs'],
      titles: ['Banque de rythmes {deTown}', 'Les sons du quartier {quarter}'],
      pitch: [
        '{name} enregistre les rythmes [de la daqqa et de l’ahidous|des confréries et des moissons|des mariages de la région] et les vend en banques de sons, musiciens payés à chaque vente.',
        'Des boucles propres, des joueurs nommés et rémunérés : {name} met {townName} dans les logiciels de musique.',
      ],
      make: [
        '{name} enregistre avec des percussionnistes {deTown} des rythmes entiers, puis coup par coup, au studio et [sur la place|dans la cour d’une zaouïa|en plein air]. Les fichiers sont découpés, accordés et livrés avec une notice qui dit d’où vient chaque rythme et comment le jouer.',
        'Les producteurs du monde entier cherchent ces rythmes et ne trouvent que de mauvaises copies. {name} propose des banques de {hund} sons, [étiquetées en trois langues|prêtes pour les logiciels courants], sous une licence écrite.',
      ],
      how: [
        'Un tiers du prix revient aux musiciens enregistrés ; le relevé leur est envoyé [chaque trimestre|par message vocal, car tous ne lisent pas].',
      ],
      sell: [
        'Une banque de sons coûte {price}. Une collection sur mesure pour un jeu ou un film se facture {pack}. La vente se fait en ligne, en [dirhams et en euros|deux devises].',
      ],
    },
    ar: {
      label: ['بنك للأصوات والإيقاعات', 'إيقاعات مغربية للملحنين'],
      titles: ['بنك إيقاعات {town}', 'أصوات حي {quarter}'],
      pitch: [
        'يسجل {name} إيقاعات [الدقة وأحيدوس|الطوائف ومواسم الحصاد|أعراس الجهة] ويبيعها حزماً رقمية، وللعازف نصيب من كل بيع.',
        'حلقات إيقاعية نقية وعازفون معروفون بأسمائهم ومؤدى عنهم: {name} يُدخل {town} إلى برامج الموسيقى.',
      ],
      make: [
        'يسجل {name} مع إيقاعيي {town} الإيقاع كاملاً ثم ضربة ضربة، في الاستوديو و[في الساحة|في صحن زاوية|في الهواء الطلق]. تُقطَّع الملفات وتُضبط وتُسلَّم مع بطاقة تقول من أين جاء كل إيقاع وكيف يُعزف.',
        'يبحث المنتجون في العالم عن هذه الإيقاعات فلا يجدون إلا نسخاً رديئة. يقترح {name} حزماً من {hund} صوت، [معنونة بثلاث لغات|جاهزة للبرامج المعروفة]، برخصة مكتوبة.',
      ],
      how: ['ثلث الثمن يعود إلى العازفين المسجَّلين، ويصلهم الكشف [كل ثلاثة أشهر|برسالة صوتية لأن بعضهم لا يقرأ].'],
      sell: ['حزمة الأصوات بـ{price}، والمجموعة الخاصة بلعبة أو فيلم بـ{pack}. والبيع عبر الإنترنت [بالدرهم والأورو|بعملتين].'],
    },
    en: {
      label: ['a bank of Moroccan rhythms', 'sounds for composers'],
      titles: ['The rhythm bank of {town}'],
      pitch: ['{name} records the drummers of {town} and sells their rhythms as sample packs, with a share for each player.'],
      make: [
        '{name} records whole rhythms with drummers from {town}, then stroke by stroke, in the studio and in the open air. Files are cut, tuned and delivered with a note that says where each rhythm comes from and how it is played. Producers abroad want these sounds and only find poor copies.',
      ],
      how: ['A third of each price goes to the recorded musicians, who get their statement every quarter as a voice message.'],
      sell: ['A pack costs {price}; a bespoke set for a game or a film {pack}. Sales are online, in dirhams and euros.'],
    },
  },
  {
    key: 'label',
    names: [
      'Derb Records|درب ريكوردز',
      'Chahrazik|شهرازيك',
      'Rass Derb|راس الدرب',
      'Wahat Music|واحة ميوزيك',
      'Tafat Label|تافات لابل',
      'Bab Jdid|باب جديد',
    ],
    prices: [600, 3500],
    fr: {
      label: ['label indépendant', 'label et distribution numérique'],
      titles: ['Label {deTown}', 'Compilation {quarter}'],
      pitch: [
        '{name} publie en ligne [le rap, le raï et le chaâbi|la nouvelle chanson amazighe|les voix féminines] {deTown} et verse aux artistes un relevé qu’ils comprennent.',
        'Un label {aTown} qui distribue, [filme|illustre] et déclare : {few} artistes, un contrat de deux pages.',
      ],
      make: [
        '{name} accompagne {few} artistes {deTown} de la maquette à la mise en ligne : [pochette, clip simple, texte|pochette, paroles traduites, dossier de presse], distribution sur les plateformes et inscription aux droits. Le contrat tient en deux pages et se quitte avec un mois de préavis.',
        'Nos chanteurs ont des milliers d’écoutes et aucun revenu, parce que leurs morceaux sont publiés par d’autres. {name} remet les titres au nom de leurs auteurs et publie chaque mois [un single du quartier {quarter}|deux titres de la région].',
      ],
      how: [
        'Les revenus sont partagés à parts égales après remboursement des frais, notés [titre par titre dans un tableau ouvert|dans un cahier que l’artiste peut consulter].',
      ],
      sell: [
        'La sortie d’un titre coûte {price} à l’artiste ou rien s’il partage ses recettes ; une sortie complète avec clip vaut {pack}. Les marques locales paient [la musique de leurs vidéos|des jingles].',
      ],
    },
    ar: {
      label: ['لابل مستقل', 'إنتاج وتوزيع رقمي'],
      titles: ['لابل {town}', 'ألبوم حي {quarter}'],
      pitch: [
        'ينشر {name} [الراب والراي والشعبي|الأغنية الأمازيغية الجديدة|الأصوات النسائية] من {town} على المنصات ويسلم الفنان كشفاً يفهمه.',
        'لابل من {town} يوزع و[يصور|يصمم] ويصرح بالحقوق: {few} فنانين وعقد من صفحتين.',
      ],
      make: [
        'يرافق {name} {few} فنانين من {town} من المسودة إلى النشر: [غلاف وكليب بسيط ونص|غلاف وكلمات مترجمة وملف صحفي]، ثم التوزيع على المنصات والتسجيل في الحقوق. العقد صفحتان ويُفسخ بإشعار شهر.',
        'لمغنينا آلاف الاستماعات ولا دخل لهم، لأن غيرهم ينشر أعمالهم. يعيد {name} الأغاني إلى أسماء أصحابها وينشر كل شهر [أغنية من حي {quarter}|أغنيتين من الجهة].',
      ],
      how: ['تُقسم المداخيل بالتساوي بعد استرجاع المصاريف، وتُدوَّن [أغنية أغنية في جدول مفتوح|في دفتر يراه الفنان متى شاء].'],
      sell: [
        'إصدار أغنية بـ{price} أو بالمجان لمن يتقاسم المداخيل، والإصدار الكامل مع كليب بـ{pack}. وتؤدي العلامات المحلية عن [موسيقى فيديوهاتها|الجينغل].',
      ],
    },
  },
]
