import type { Concept } from '../../material.ts'

export const booksConcepts: readonly Concept[] = [
  {
    key: 'picture-books',
    names: ['Warqa|ورقة', 'Tufla|طفلة', 'Hajjayat|حاجيتك', 'Ibzdad|إبزداد', 'Kitab Sghir|كتاب صغير', 'Nejma w Hlal|نجمة وهلال'],
    prices: [55, 3200],
    fr: {
      label: ['albums illustrés bilingues', 'petite maison d’édition jeunesse'],
      titles: ['Albums {deTown}', 'Livres d’enfants, {quarter}'],
      pitch: [
        '{name} publie {aTown} des albums [darija-français|amazighe-arabe] imprimés petit, à {price}, avec des illustratrices de la région.',
        'Un livre court, deux langues, un enfant d’ici sur la couverture : {name}.',
      ],
      make: [
        '{name} édite des albums de vingt-quatre pages écrits à partir de [devinettes|berceuses|contes courts] recueillis autour {deTown}. Le texte est en deux langues sur la même page ; un lien donne l’histoire lue par une grand-mère.',
        'Les albums en vente {aTown} viennent d’ailleurs et coûtent le prix d’un panier de courses. {name} imprime au Maroc, en petit format [agrafé|cousu], et vend à la sortie des écoles comme en librairie.',
      ],
      how: ['Chaque histoire est lue à [vingt enfants|deux classes] avant l’illustration ; leurs questions changent le texte.'],
      sell: ['L’album coûte {price}, une malle de vingt titres pour une école {pack}. Les abonnements familiaux financent le tirage.'],
    },
    ar: {
      label: ['كتب مصورة بلغتين', 'دار نشر صغيرة للأطفال'],
      titles: ['كتب {town} المصورة', 'كتب الأطفال بحي {quarter}'],
      pitch: [
        'ينشر {name} في {town} كتباً مصورة [بالدارجة والعربية|بالأمازيغية والعربية] صغيرة الحجم بـ{price}، برسامات من الجهة.',
        'كتاب قصير ولغتان وطفل من هنا على الغلاف: {name}.',
      ],
      make: [
        'يصدر {name} كتباً من أربع وعشرين صفحة من [حجايات|هدهدات|حكايات قصيرة] جُمعت حول {town}. النص بلغتين في الصفحة نفسها، ورابط نسمع فيه الحكاية بصوت جدة.',
        'الكتب المصورة في {town} آتية من بعيد وثمنها ثمن قفة. يطبع {name} في المغرب حجماً صغيراً [مدبّساً|مخيطاً] ويبيع عند أبواب المدارس وفي المكتبات.',
      ],
      how: ['تُقرأ كل حكاية على [عشرين طفلاً|قسمين] قبل الرسم، وأسئلتهم تغير النص.'],
      sell: ['الكتاب بـ{price}، وصندوق من عشرين عنواناً لمدرسة بـ{pack}. واشتراكات العائلات تمول الطبع.'],
    },
  },
  {
    key: 'comics',
    names: ['Chrit|الشريط', 'Bulla|بولّة', 'Khana|خانة', 'Taddart Comics|تادارت كوميكس', 'Hbar|الحبار', 'Skoun|سكون'],
    prices: [40, 3500],
    fr: {
      label: ['revue de bande dessinée', 'bandes dessinées de la région'],
      titles: ['La BD {deTown}', 'Fanzine {quarter}'],
      pitch: [
        '{name} est une revue de bande dessinée née {aTown} : [douze autrices et auteurs|des récits vrais], trois langues, quatre numéros par an à {price}.',
        'Des histoires dessinées {aTown}, [sur le port, la route et le lycée|entre Rif, plaine et banlieue] : {name}.',
      ],
      make: [
        '{name} publie des récits de huit pages signés par de jeunes dessinatrices et dessinateurs {deTown}. Chaque numéro suit un thème [du quotidien|choisi par les lecteurs] ; une double page explique comment une planche se fabrique. Imprimée en deux couleurs, la revue coûte peu et se garde.',
        'On dessine beaucoup {aTown}, mais dans les marges des cahiers. {name} organise un atelier hebdomadaire au quartier {quarter}, choisit les meilleurs récits et paie les pages publiées.',
      ],
      how: ['Un comité de {few} lecteurs de moins de vingt ans commente chaque récit ; [un dessinateur confirmé|une éditrice] suit les débutants.'],
      sell: ['Le numéro coûte {price}. Une bande dessinée de commande, pour une campagne ou un musée, se facture {pack}.'],
    },
    ar: {
      label: ['مجلة للشريط المرسوم', 'قصص مرسومة من الجهة'],
      titles: ['الشريط المرسوم في {town}', 'فانزين {quarter}'],
      pitch: [
        '{name} مجلة شريط مرسوم من {town}: [اثنا عشر رساماً ورسامة|حكايات حقيقية] بثلاث لغات وأربعة أعداد في السنة بـ{price}.',
        'حكايات مرسومة في {town} [عن المرسى والطريق والثانوية|بين الجبل والسهل والهامش]: {name}.',
      ],
      make: [
        'ينشر {name} حكايات من ثماني صفحات لرسامين ورسامات شباب من {town}. لكل عدد موضوع [من اليومي|يختاره القراء]، وصفحتان تشرحان كيف تُصنع اللوحة. الطبع بلونين والثمن قليل.',
        'الرسم كثير في {town} لكنه في هوامش الدفاتر. ينظم {name} ورشة أسبوعية في حي {quarter}، ويختار أحسن الحكايات ويؤدي عن الصفحات المنشورة.',
      ],
      how: ['تعلق لجنة من قراء دون العشرين على كل حكاية، ويتابع المبتدئين [رسام متمرس|ناشرة].'],
      sell: ['العدد بـ{price}، وقصة مرسومة تحت الطلب لحملة أو متحف بـ{pack}.'],
    },
    en: {
      label: ['a comics magazine', 'comics from the region'],
      titles: ['Comics from {town}'],
      pitch: ['{name} is a comics magazine born in {town}: true stories, three languages, four issues a year at {price}.'],
      make: [
        '{name} publishes eight-page stories by young artists of {town}. Each issue follows one theme from daily life, and a double page shows how a board is made. Printed in two colours, it stays cheap and people keep it.',
      ],
      how: ['A board of {few} readers under twenty comments on each story; a confirmed artist follows beginners.'],
      sell: ['An issue costs {price}; a commissioned story for a campaign or a museum {pack}.'],
    },
  },
  {
    key: 'bookmobile',
    names: [
      'Karwan Ktoub|قافلة الكتب',
      'Bibliobghel|بغلة الكتب',
      'Triporteur|تريبورتور الكتب',
      'Rff|الرف',
      'Tazdlift|خزانة تنقل',
      'Qra Hna|اقرا هنا',
    ],
    prices: [30, 4000],
    fr: {
      label: ['librairie itinérante', 'bibliothèque sur roues'],
      titles: ['Le livre roule, {town}', 'Librairie ambulante {deTown}'],
      pitch: [
        '{name} mène une librairie sur [trois roues|quatre roues] dans les souks et les écoles autour {deTown} : vente, prêt à {price} par mois et lecture à voix haute.',
        'Le premier libraire de {many} villages : {name} part {deTown} chaque semaine, caisse de livres et tapis compris.',
      ],
      make: [
        '{name} circule selon un calendrier fixe : le souk du [lundi|mercredi], deux écoles, une maison de jeunes. On y achète des livres neufs et d’occasion, on emprunte, on écoute une lecture et on laisse ses livres finis contre un bon.',
        'La librairie la plus proche est à {many} kilomètres de beaucoup de lecteurs. {name} apporte {aTown} et alentour un choix de {hund} titres, [pour moitié marocains|surtout pour les enfants], que l’équipe a lus.',
      ],
      how: [
        'Les éditeurs déposent les livres et sont payés chaque trimestre ; [les lectures sont faites par des lycéens|une conteuse accompagne la tournée].',
      ],
      sell: ['Le prêt coûte {price} par mois ; une journée dans une école se facture {pack}. La marge sur les ventes est de trente pour cent.'],
    },
    ar: {
      label: ['مكتبة متنقلة', 'خزانة على عجلات'],
      titles: ['الكتاب يسافر، {town}', 'المكتبة الجوالة في {town}'],
      pitch: [
        'يسوق {name} مكتبة على [ثلاث عجلات|أربع عجلات] في أسواق {town} ومدارسها: بيع وإعارة بـ{price} في الشهر وقراءة جهرية.',
        'أول كتبي في قرى كثيرة: يخرج {name} من {town} كل أسبوع بصندوق كتب وزربية.',
      ],
      make: [
        'يتنقل {name} ببرنامج ثابت: سوق [الاثنين|الأربعاء] ومدرستان ودار شباب. تُباع كتب جديدة ومستعملة، وتُعار، وتُسمع قراءة، ويترك القارئ كتبه المقروءة مقابل قسيمة.',
        'أقرب مكتبة على بعد {many} كيلومتراً من كثير من القراء. يحمل {name} إلى {town} ونواحيها {hund} عنوان، [نصفها مغربي|أغلبها للأطفال]، قرأها الفريق كلها.',
      ],
      how: ['يضع الناشرون كتبهم ويُؤدى لهم كل ثلاثة أشهر، و[يقرأ تلاميذ الثانوي|ترافق حكواتية] الجولة.'],
      sell: ['الإعارة بـ{price} في الشهر، ويوم في مدرسة بـ{pack}. وهامش البيع ثلاثون في المئة.'],
    },
  },
  {
    key: 'audiobooks',
    names: ['Maqroo|مقروء', 'Udn|الأذن', 'Sma3 Liya|سمع ليا', 'Amzgh Livre|أمزغ', 'Kitab Msmou3|كتاب مسموع', 'Hams|همس'],
    prices: [45, 5500],
    fr: {
      label: ['livres à écouter', 'bibliothèque sonore'],
      titles: ['Livres à écouter {deTown}', 'La cabine de lecture, {quarter}'],
      pitch: [
        '{name} enregistre {aTown} des livres marocains à écouter, [y compris en tarifit et en tachelhit|pour la route, la cuisine et les non-voyants].',
        'Une voix, un livre, {price} : {name} fait lire celles et ceux qui ne lisent pas.',
      ],
      make: [
        '{name} achète les droits sonores de romans, de contes et de livres utiles, choisit la voix avec l’auteur et enregistre dans une cabine du quartier {quarter}. Les fichiers restent légers et s’écoutent hors ligne ; une version accessible est offerte aux associations de personnes aveugles.',
        'Le livre sonore existe peu dans nos langues. {name} construit {aTown} un catalogue de {many} titres, [des classiques et des nouveautés|du conte au guide pratique], lus par des comédiens et des enseignants.',
      ],
      how: ['Chaque titre est relu à l’oreille par [deux auditeurs|une personne aveugle] avant sa sortie ; l’auteur touche vingt pour cent.'],
      sell: ['Un titre coûte {price}, un abonnement de médiathèque {pack} par an. Les éditeurs commandent aussi leurs propres enregistrements.'],
    },
    ar: {
      label: ['كتب تُسمع', 'خزانة صوتية'],
      titles: ['كتب {town} المسموعة', 'غرفة القراءة بحي {quarter}'],
      pitch: [
        'يسجل {name} في {town} كتباً مغربية تُسمع، [بتاريفيت وتاشلحيت أيضاً|للطريق والمطبخ والمكفوفين].',
        'صوت وكتاب و{price}: يجعل {name} من لا يقرأ يقرأ.',
      ],
      make: [
        'يقتني {name} الحقوق الصوتية لروايات وحكايات وكتب نافعة، ويختار الصوت مع المؤلف، ويسجل في غرفة بحي {quarter}. الملفات خفيفة وتُسمع دون اتصال، ونسخة ميسرة تُهدى إلى جمعيات المكفوفين.',
        'الكتاب المسموع قليل بلغاتنا. يبني {name} في {town} فهرساً من {many} عنواناً، [كلاسيكيات وجديد|من الحكاية إلى الدليل العملي]، بأصوات ممثلين وأساتذة.',
      ],
      how: ['يراجع كل عنوان بالأذن [مستمعان|شخص كفيف] قبل صدوره، وللمؤلف عشرون في المئة.'],
      sell: ['العنوان بـ{price}، واشتراك خزانة بـ{pack} في السنة. ويطلب الناشرون تسجيلاتهم أيضاً.'],
    },
  },
  {
    key: 'bindery',
    names: ['Tesfir|التسفير', 'Warraq|الوراق', 'Kennach|الكناش', 'Midad|مداد', 'Lmtba3a|المطبعة الصغيرة', 'Aftas|أفتاس'],
    prices: [90, 2800],
    fr: {
      label: ['reliure et carnets', 'atelier de reliure et d’impression'],
      titles: ['Reliure {deTown}', 'L’atelier du papier, {quarter}'],
      pitch: [
        '{name} relie [à la marocaine|au cuir et à la toile] carnets, registres et vieux livres {aTown}, et apprend le geste aux débutants.',
        'Du papier, du fil, un cuir estampé : {name} vend {aTown} des carnets à {price} qui durent.',
      ],
      make: [
        '{name} remet en service une presse à bras et un métier à coudre dans le quartier {quarter}. L’atelier fabrique des carnets [à rabat, dans la tradition des manuscrits|cousus, à couverture de tissu recyclé], restaure les livres des mosquées et des familles, et imprime de petites affiches.',
        'Il reste un seul relieur {aTown} et il n’a pas d’élève. {name} apprend avec lui, note chaque étape et propose {few} modèles de carnets que les libraires peuvent commander.',
      ],
      how: ['Les restaurations sont photographiées page par page ; [un laboratoire|un conservateur] conseille pour les colles.'],
      sell: ['Le carnet se vend {price}, une restauration ou une série d’entreprise {pack}. Les ateliers du samedi complètent.'],
    },
    ar: {
      label: ['تسفير ودفاتر', 'ورشة التسفير والطبع'],
      titles: ['تسفير {town}', 'ورشة الورق بحي {quarter}'],
      pitch: [
        'يسفّر {name} في {town} [على الطريقة المغربية|بالجلد والثوب] الدفاتر والسجلات والكتب القديمة، ويعلّم الصنعة للمبتدئين.',
        'ورق وخيط وجلد مزخرف: يبيع {name} في {town} دفاتر تدوم بـ{price}.',
      ],
      make: [
        'يعيد {name} تشغيل مكبس يدوي ومخيط في حي {quarter}. تصنع الورشة دفاتر [باللسان على طريقة المخطوطات|مخيطة بغلاف من ثوب مسترجع]، وترمم كتب المساجد والعائلات، وتطبع ملصقات صغيرة.',
        'بقي مسفّر واحد في {town} ولا متعلم له. يتعلم {name} معه ويدوّن كل مرحلة ويقترح {few} نماذج من الدفاتر تطلبها المكتبات.',
      ],
      how: ['يُصوَّر كل ترميم صفحة صفحة، وينصحنا [مختبر|محافظ] في الغراء.'],
      sell: ['الدفتر بـ{price}، والترميم أو سلسلة مقاولة بـ{pack}. وتكمل ورشات السبت الدخل.'],
    },
  },
]
