import type { Concept } from '../../material.ts'

export const videoGamesConcepts: readonly Concept[] = [
  {
    key: 'narrative-game',
    names: ['Aicha w Lwad|عيشة والواد', 'Hammou Quest|حمو كويست', 'Tamza|تامزا', 'Lghoula|الغولة', 'Sba3 Bwab|سبع بواب', 'Unamir|أونامير'],
    prices: [35, 6000],
    fr: {
      label: ['jeu d’aventure tiré des contes', 'jeu mobile en darija et amazighe'],
      titles: ['Le jeu {deTown}', 'La ruelle : une aventure à {quarter}'],
      pitch: [
        '{name} est un jeu [d’aventure|d’énigmes] pour téléphone : une enfant traverse {townName} et ses contes, en darija, en amazighe et en français.',
        'Un conte que tout le monde connaît {aTown} devient un jeu de trois heures, léger et jouable hors ligne : {name}.',
      ],
      make: [
        '{name} raconte [une nuit|trois jours] dans une ville qui ressemble beaucoup {aTown}. On y résout des énigmes avec des objets d’ici, on parle à des voisins doublés par de vrais habitants, et chaque choix change la fin. Le jeu pèse moins de deux cents mégaoctets.',
        'Les jeux disponibles sur nos téléphones se passent partout sauf chez nous. {name} adapte [un conte de veillée|une légende du Rif et du Souss] avec des décors peints à la main et une bande-son jouée par des musiciens {deTown}.',
      ],
      how: [
        'Nous livrons un chapitre tous les deux mois et corrigeons avec un groupe de {many} joueurs volontaires, [dont la moitié de filles|de douze à soixante ans].',
      ],
      sell: ['Le premier chapitre est gratuit, le jeu complet coûte {price}. Une version pour classe, avec livret, se vend {pack} à une école.'],
    },
    ar: {
      label: ['لعبة مغامرة من الحكايات', 'لعبة هاتف بالدارجة والأمازيغية'],
      titles: ['لعبة {town}', 'الزنقة: مغامرة في {quarter}'],
      pitch: [
        '{name} لعبة [مغامرة|ألغاز] للهاتف: طفلة تعبر {town} وحكاياتها بالدارجة والأمازيغية.',
        'حكاية يعرفها كل أهل {town} تصير لعبة من ثلاث ساعات، خفيفة وتُلعب دون اتصال: {name}.',
      ],
      make: [
        'يحكي {name} [ليلة|ثلاثة أيام] في مدينة تشبه {town} كثيراً. تُحل الألغاز بأغراض من هنا، ونكلم جيراناً بأصوات سكان حقيقيين، وكل اختيار يغير النهاية. وزن اللعبة أقل من مئتي ميغا.',
        'الألعاب في هواتفنا تجري في كل مكان إلا عندنا. يقتبس {name} [حكاية من ليالي السمر|أسطورة من الريف وسوس] بديكورات مرسومة باليد وموسيقى من عازفي {town}.',
      ],
      how: ['نصدر فصلاً كل شهرين ونصحح مع متطوعين [نصفهم فتيات|من اثنتي عشرة سنة إلى ستين].'],
      sell: ['الفصل الأول بالمجان واللعبة الكاملة بـ{price}. ونسخة الأقسام مع كتيّب بـ{pack} للمدرسة.'],
    },
    en: {
      label: ['an adventure game from folk tales', 'a mobile game in three languages'],
      titles: ['The alley: a game set in {quarter}'],
      pitch: ['{name} is a puzzle game for cheap phones: a girl crosses {town} and its tales, in Darija, Amazigh and English.'],
      make: [
        '{name} tells one night in a city that looks a lot like {town}. Puzzles are solved with things from here, neighbours are voiced by real residents, and every choice changes the end. The game weighs less than two hundred megabytes and runs offline.',
      ],
      how: ['We ship a chapter every two months and fix it with a group of {many} volunteer players, half of them girls.'],
      sell: ['The first chapter is free, the whole game costs {price}; a classroom version with a booklet is sold at {pack}.'],
    },
  },
  {
    key: 'arena',
    names: ['Sala|الصالة', 'Ligue Derb|ليگ درب', 'Manette|مانيط', 'Joystik|جويستيك', 'Arena 2.0|أرينا', 'Fares Esport|فارس إيسبورت'],
    prices: [20, 4500],
    fr: {
      label: ['salle de jeu encadrée et club', 'club d’e-sport de quartier'],
      titles: ['Club de jeu {deTown}', 'Ligue du quartier {quarter}'],
      pitch: [
        '{name} ouvre {aTown} une salle de jeu sans fumée : entraînement, [devoirs faits avant de jouer|ateliers de création] et une équipe qui représente la ville.',
        'Une salle encadrée à {price} l’heure, des horaires pour les filles et un club affilié : {name}, {aTown}.',
      ],
      make: [
        '{name} réunit dans une même salle du quartier {quarter} [douze postes|dix postes et deux simulateurs], un entraîneur et un coin création où l’on apprend à filmer, arbitrer et commenter. Chaque soirée se termine à vingt-deux heures et les parents ont un accès libre.',
        'Les salles {deTown} sont des caves où personne ne surveille rien. {name} propose un lieu clair, [une charte signée avec les familles|des tarifs affichés], un tournoi par mois et une passerelle vers les métiers du jeu.',
      ],
      how: ['Les élèves qui présentent de bons bulletins gagnent des heures ; [une psychologue|un éducateur] passe une fois par semaine.'],
      sell: [
        'L’heure coûte {price}, l’abonnement est mensuel, et un tournoi sponsorisé rapporte {pack}. Les formations se vendent aux maisons de jeunes.',
      ],
    },
    ar: {
      label: ['صالة لعب مؤطرة ونادٍ', 'نادي الرياضات الإلكترونية'],
      titles: ['نادي الألعاب في {town}', 'دوري حي {quarter}'],
      pitch: [
        'يفتح {name} في {town} صالة لعب بلا دخان: تدريب و[واجبات قبل اللعب|ورشات إبداع] وفريق يمثل المدينة.',
        'صالة مؤطرة بـ{price} للساعة وأوقات للفتيات ونادٍ منخرط: {name} في {town}.',
      ],
      make: [
        'يجمع {name} في صالة بحي {quarter} [اثني عشر جهازاً|عشرة أجهزة ومحاكيين] ومدرباً وركناً يتعلم فيه الشباب التصوير والتحكيم والتعليق. تُغلق الصالة في العاشرة ليلاً وبابها مفتوح للآباء.',
        'صالات {town} أقبية لا يراقبها أحد. يقترح {name} مكاناً مضيئاً و[ميثاقاً مع العائلات|أثمنة معلنة] ودورياً كل شهر وجسراً إلى مهن الألعاب.',
      ],
      how: ['من جاء بنتائج مدرسية جيدة ربح ساعات، وتزورنا [مختصة نفسية|مربية] مرة في الأسبوع.'],
      sell: ['الساعة بـ{price} والاشتراك شهري، والدوري المحتضَن يدر {pack}. وتُباع التكوينات لدور الشباب.'],
    },
  },
  {
    key: 'learning-game',
    names: ['Tarikhi|تاريخي', 'Lo3bat Lqsm|لعبة القسم', 'Dinar Dahabi|دينار ذهبي', 'Zman Game|زمان گيم', 'Sijil|سجل', 'Aghlan|أغلان'],
    prices: [60, 5500],
    fr: {
      label: ['jeux éducatifs sur l’histoire du Maroc', 'jeux pour la classe'],
      titles: ['L’histoire {deTown} en jeu', 'Jeux de classe, {quarter}'],
      pitch: [
        '{name} fait jouer l’histoire [des dynasties|des villes et des routes|du commerce saharien] : des parties de quinze minutes, conformes au programme, essayées {aTown}.',
        'Un jeu que l’enseignante peut lancer en deux clics, même sans Internet : {name}, conçu {aTown}.',
      ],
      make: [
        '{name} conçoit des jeux courts pour le collège. L’élève y mène une caravane, [restaure une medersa|frappe une monnaie], négocie au port et se trompe utilement. Une fiche pour l’enseignant suit chaque partie, avec les notions du programme et trois questions.',
        'Les manuels racontent l’histoire par dates, et les élèves {deTown} l’oublient à la sortie. {name} leur donne un rôle et un problème à résoudre, [dans leur propre ville|avec des cartes anciennes], en arabe et en français.',
      ],
      how: [
        'Chaque jeu est essayé dans {few} classes avec un professeur d’histoire, puis corrigé et publié ; [les données restent dans l’école|aucun compte n’est demandé].',
      ],
      sell: [
        'La licence coûte {price} par classe et par mois ; une école entière paie {pack} par an. Les musées commandent des versions sur mesure.',
      ],
    },
    ar: {
      label: ['ألعاب تعليمية عن تاريخ المغرب', 'ألعاب للقسم'],
      titles: ['تاريخ {town} لعبة', 'ألعاب القسم بحي {quarter}'],
      pitch: [
        'يجعل {name} تاريخ [الدول|المدن والطرق|تجارة الصحراء] لعبة من خمس عشرة دقيقة توافق المقرر وجُربت في {town}.',
        'لعبة تطلقها الأستاذة في ثانيتين ولو دون إنترنت: {name} من {town}.',
      ],
      make: [
        'يصمم {name} ألعاباً قصيرة للإعدادي. يقود التلميذ قافلة و[يرمم مدرسة عتيقة|يسك نقداً] ويفاوض في المرسى ويخطئ خطأ نافعاً. وبعد كل لعبة بطاقة للأستاذ فيها مفاهيم المقرر وثلاثة أسئلة.',
        'تحكي الكتب التاريخ بالسنوات وينساه تلاميذ {town} عند الباب. يعطيهم {name} دوراً ومشكلة لحلها [في مدينتهم|بخرائط قديمة] بالعربية والفرنسية.',
      ],
      how: ['تُجرب كل لعبة في {few} أقسام مع أستاذ التاريخ ثم تُصحح وتُنشر، و[تبقى المعطيات في المدرسة|لا يُطلب أي حساب].'],
      sell: ['الرخصة بـ{price} للقسم في الشهر، والمدرسة كلها بـ{pack} في السنة. وتطلب المتاحف نسخاً خاصة.'],
    },
  },
  {
    key: 'game-art',
    names: [
      'Pixel Bled|بيكسل البلاد',
      'Zelij 3D|زليج 3D',
      'Atlas Assets|أطلس أسيتس',
      'Voxina|فوكسينا',
      'Moucharabi|مشربية',
      'Taghzut Art|تاغزوت آرت',
    ],
    prices: [900, 9500],
    fr: {
      label: ['décors et personnages pour studios', 'studio d’art pour le jeu vidéo'],
      titles: ['Studio d’art {deTown}', 'Modèles 3D {deTown}'],
      pitch: [
        '{name} fabrique {aTown} des décors et des personnages pour des studios [étrangers|indépendants] qui veulent un Maroc juste.',
        'Maisons, costumes, lumières : {name} vend depuis {townName} une bibliothèque de modèles 3D documentés.',
      ],
      make: [
        '{name} est une équipe de [quatre|cinq] graphistes {deTown} qui modélise des bâtiments, des vêtements et des objets d’après des relevés faits sur place. Chaque modèle est livré avec ses textures, ses droits et une note qui dit d’où il vient.',
        'Quand un jeu se passe au Maroc, il emprunte ses décors à trois autres pays. {name} propose aux studios des lots [prêts à intégrer|propres et légers] et travaille à la commande, avec un suivi en anglais.',
      ],
      how: [
        'Les relevés se font avec [les propriétaires et les artisans|une étudiante en architecture], qui sont crédités ; un directeur technique contrôle chaque livraison.',
      ],
      sell: ['Un modèle se vend {price}, un décor complet {pack}. Deux plateformes internationales assurent déjà les petites ventes.'],
    },
    ar: {
      label: ['ديكورات وشخصيات للاستوديوهات', 'استوديو فنون الألعاب'],
      titles: ['استوديو الفن في {town}', 'نماذج {town} ثلاثية الأبعاد'],
      pitch: [
        'يصنع {name} في {town} ديكورات وشخصيات لاستوديوهات [أجنبية|مستقلة] تريد مغرباً صادقاً.',
        'بيوت وألبسة وأضواء: يبيع {name} من {town} خزانة نماذج ثلاثية الأبعاد موثقة.',
      ],
      make: [
        'فريق {name} [أربعة|خمسة] مصممين من {town} ينمذجون المباني والألبسة والأغراض بقياسات أُخذت في عين المكان. يُسلَّم كل نموذج مع قماشه وحقوقه وبطاقة أصله.',
        'حين تجري لعبة في المغرب تستعير ديكورها من ثلاثة بلدان أخرى. يقترح {name} على الاستوديوهات رزماً [جاهزة للإدماج|نظيفة وخفيفة]، ويشتغل تحت الطلب ويتابع بالإنجليزية.',
      ],
      how: ['تُؤخذ القياسات مع [أصحاب الدور والصناع|طالبة في الهندسة] وتُذكر أسماؤهم، ويراقب مدير تقني كل تسليم.'],
      sell: ['النموذج بـ{price} والديكور الكامل بـ{pack}. وتضمن منصتان دوليتان المبيعات الصغيرة.'],
    },
    en: {
      label: ['game art and 3D sets', 'an art studio for games'],
      titles: ['The 3D models of {town}'],
      pitch: ['{name} builds sets and characters in {town} for studios that want a Morocco that looks right.'],
      make: [
        '{name} is a team of five artists from {town} who model buildings, clothes and objects from surveys made on the spot. Each model comes with its textures, its rights and a note on where it is from. When a game is set in Morocco today, it borrows its streets from three other countries.',
      ],
      how: ['Surveys are made with owners and craftspeople, who are credited; a technical lead checks every delivery.'],
      sell: ['A model sells for {price}, a complete set for {pack}. Two international platforms already bring small sales.'],
    },
  },
  {
    key: 'game-school',
    names: [
      'Code w L3eb|كود ولعب',
      'Jam Maghrib|جام مغرب',
      'Lab Drari|لاب دراري',
      'Asirem Lab|أسيرم لاب',
      'Mini Studio|ميني ستوديو',
      'Kalimat Code|كلمات كود',
    ],
    prices: [300, 6500],
    fr: {
      label: ['école de création de jeux', 'ateliers de jeu vidéo'],
      titles: ['Fabrique de jeux {deTown}', 'Atelier de jeux, {quarter}'],
      pitch: [
        '{name} apprend aux 14-18 ans {deTown} à fabriquer un jeu en [huit samedis|six semaines], du papier à l’écran, avec des ordinateurs reconditionnés.',
        'Une fabrique de jeux {aTown} : on vient joueur, on repart avec un jeu à montrer. {name}, {price} par mois.',
      ],
      make: [
        '{name} propose des cycles de huit séances. On écrit les règles avec des cartes, on dessine, on programme par blocs puis en texte, et on publie un petit jeu le dernier jour devant les familles. Les ordinateurs viennent d’entreprises [de la région|qui les remplaçaient].',
        'Aucune formation au jeu vidéo n’existe {aTown} sans bac scientifique ni frais élevés. {name} accueille [lycéens, décrocheurs et apprentis|filles et garçons à parité] et les met en relation avec des studios.',
      ],
      how: [
        'Les anciens élèves deviennent moniteurs payés ; un [marathon de quarante-huit heures|concours public] réunit tout le monde une fois par an.',
      ],
      sell: ['L’inscription coûte {price} par mois, un cycle en école {pack}. Une entreprise sponsorise dix places gratuites.'],
    },
    ar: {
      label: ['مدرسة لصناعة الألعاب', 'ورشات ألعاب الفيديو'],
      titles: ['مصنع الألعاب في {town}', 'ورشة الألعاب بحي {quarter}'],
      pitch: [
        'يعلّم {name} شباب {town} بين 14 و18 سنة صنع لعبة في [ثمانية أسبات|ستة أسابيع]، من الورق إلى الشاشة، بحواسيب مجددة.',
        'مصنع ألعاب في {town}: يدخل المرء لاعباً ويخرج بلعبة يعرضها. {name} بـ{price} في الشهر.',
      ],
      make: [
        'يقترح {name} دورات من ثماني حصص. نكتب القواعد بالأوراق ونرسم ونبرمج بالكتل ثم بالنص، ونعرض لعبة صغيرة في اليوم الأخير أمام العائلات. والحواسيب من مقاولات [الجهة|كانت ستستبدلها].',
        'لا تكوين في الألعاب في {town} دون باكالوريا علمية ومصاريف كبيرة. يستقبل {name} [التلاميذ والمنقطعين والمتعلمين|الفتيات والفتيان مناصفة] ويربطهم بالاستوديوهات.',
      ],
      how: ['يصير القدماء مؤطرين بأجر، ويجمع [ماراثون من ثمانٍ وأربعين ساعة|عرض عمومي] الجميع مرة في السنة.'],
      sell: ['الانخراط بـ{price} في الشهر، والدورة في مدرسة بـ{pack}. وتحتضن مقاولة عشرة مقاعد مجانية.'],
    },
  },
]
