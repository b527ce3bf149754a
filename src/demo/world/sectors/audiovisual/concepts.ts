import type { Concept } from '../../material.ts'

export const audiovisualConcepts: readonly Concept[] = [
  {
    key: 'production',
    names: ['Loqta|لقطة', 'Kadr|كادر', 'Tswira Films|تصويرة فيلمز', 'Zoum|زوم', 'Ayn Wahda|عين وحدة', 'Asgd|أسگد'],
    prices: [1800, 9000],
    fr: {
      label: ['films courts pour associations et coopératives', 'maison de production locale'],
      titles: ['Images {deTown}', 'La caméra du quartier {quarter}'],
      pitch: [
        '{name} tourne {aTown} des films de [trois|deux] minutes pour celles et ceux qui n’ont jamais pu s’en payer : coopératives, écoles, associations.',
        'Un film propre, sous-titré en trois langues, livré en dix jours à {price} : {name}, équipe {deTown}.',
      ],
      make: [
        '{name} propose trois formats fixes : le portrait, [le geste|la recette] et l’annonce. Une demi-journée de repérage, une journée de tournage, une de montage ; le client valide un scénario d’une page avant toute image. Les films sont sous-titrés en arabe, en français et en amazighe.',
        'Les coopératives {deTown} paient cher des vidéos qui se ressemblent, ou filment au téléphone. {name} travaille [à deux|à trois] avec un matériel léger et écrit avec elles ce qu’elles veulent montrer.',
      ],
      how: ['Les rushes sont remis au client sur une clé ; [une fiche|un contrat d’une page] fixe les droits d’image de chaque personne filmée.'],
      sell: ['Le format court coûte {price}, une série de cinq {pack}, acompte de moitié. Les associations paient en deux fois.'],
    },
    ar: {
      label: ['أفلام قصيرة للجمعيات والتعاونيات', 'شركة إنتاج محلية'],
      titles: ['صور {town}', 'كاميرا حي {quarter}'],
      pitch: [
        'يصور {name} في {town} أفلاماً من [ثلاث دقائق|دقيقتين] لمن لم يقدر يوماً على ثمنها: تعاونيات ومدارس وجمعيات.',
        'فيلم نظيف مترجم إلى ثلاث لغات يُسلَّم في عشرة أيام بـ{price}: {name}، فريق من {town}.',
      ],
      make: [
        'يقترح {name} ثلاث صيغ ثابتة: البورتريه و[الصنعة|الوصفة] والإعلان. نصف يوم للمعاينة ويوم للتصوير ويوم للمونتاج، ويوافق الزبون على سيناريو من صفحة قبل أي صورة. والترجمة بالعربية والفرنسية والأمازيغية.',
        'تؤدي تعاونيات {town} ثمناً غالياً على فيديوهات متشابهة أو تصور بالهاتف. يشتغل {name} [بشخصين|بثلاثة] وعتاد خفيف، ويكتب معها ما تريد أن تُظهره.',
      ],
      how: ['تُسلَّم المواد الخام للزبون، و[بطاقة|ورقة واحدة] تحدد حق الصورة لكل شخص صُوّر.'],
      sell: ['الفيلم القصير بـ{price} وسلسلة من خمسة بـ{pack} مع تسبيق النصف. وتؤدي الجمعيات على دفعتين.'],
    },
  },
  {
    key: 'documentary',
    names: ['Dakira|ذاكرة', 'Rawi|الراوي', 'Isggwasn|إيسگاسن', 'Hki Liya|احكي ليا', 'Kan ya Ma Kan|كان يا ما كان', 'Chahid|شاهد'],
    prices: [2500, 12000],
    fr: {
      label: ['portraits filmés des anciens', 'documentaires de mémoire locale'],
      titles: ['Mémoires filmées {deTown}', 'Les témoins du quartier {quarter}'],
      pitch: [
        '{name} filme les [anciens mineurs, tisserandes et bergers|dernières conteuses|gestes et les voix des anciens] {deTown} et en fait des films que les écoles peuvent utiliser.',
        'Cinquante témoins, dix minutes chacun : {name} constitue {aTown} une mémoire filmée avant qu’il ne soit trop tard.',
      ],
      make: [
        '{name} recueille la parole des plus de soixante-dix ans {deTown}. Chaque portrait dure dix minutes, se tourne en deux visites et se montre d’abord à la famille. Les films sont classés par [lieu, métier et année|thème et par saison] dans une bibliothèque vidéo ouverte aux enseignants.',
        'Quand une personne âgée meurt ici, une manière de [bâtir, chanter ou cuisiner|semer, filer ou soigner] s’en va. {name} filme ces gestes en entier, sans musique ajoutée, avec une fiche écrite par un étudiant en histoire.',
      ],
      how: [
        'Personne n’est filmé sans une première visite sans caméra ; la famille garde le droit de retirer une séquence [pendant un an|à tout moment].',
      ],
      sell: [
        'Un portrait commandé coûte {price}. Une série pour une commune ou un musée se facture {pack} ; la location aux écoles couvre l’hébergement.',
      ],
    },
    ar: {
      label: ['بورتريهات مصورة للمسنين', 'وثائقيات الذاكرة المحلية'],
      titles: ['ذاكرة {town} بالصورة', 'شهود حي {quarter}'],
      pitch: [
        'يصور {name} [قدماء المنجميين والنساجات والرعاة|آخر الحكواتيات|أصوات الشيوخ وحركاتهم] في {town} في أفلام تصلح للمدارس.',
        'خمسون شاهداً وعشر دقائق لكل واحد: يجمع {name} في {town} ذاكرة مصورة قبل فوات الأوان.',
      ],
      make: [
        'يجمع {name} كلام من تجاوزوا السبعين في {town}. عشر دقائق لكل بورتريه وزيارتان للتصوير، وتراه العائلة قبل الجميع. وتُصنَّف الأفلام حسب [المكان والحرفة والسنة|الموضوع والفصل] في خزانة فيديو مفتوحة للأساتذة.',
        'حين يموت شيخ هنا تذهب معه طريقة في [البناء أو الغناء أو الطبخ|الحرث أو الغزل أو العلاج]. يصور {name} هذه الحركات كاملة دون موسيقى مضافة، مع بطاقة يكتبها طالب في التاريخ.',
      ],
      how: ['لا نصور أحداً قبل زيارة أولى بلا كاميرا، وللعائلة حق سحب أي مقطع [خلال سنة|متى شاءت].'],
      sell: ['البورتريه تحت الطلب بـ{price}، والسلسلة لجماعة أو متحف بـ{pack}، وكراء الأفلام للمدارس يغطي الاستضافة.'],
    },
  },
  {
    key: 'animation',
    names: ['Tahrik|تحريك', 'Hkaya Motion|حكاية موشن', 'Qendil|قنديل', 'Rsem Yetharrek|رسم يتحرك', 'Tannirt|تانيرت', 'Papyo|بابيو'],
    prices: [1500, 11000],
    fr: {
      label: ['studio d’animation', 'dessins animés de la région'],
      titles: ['Studio d’animation {deTown}', 'Dessins animés {quarter}'],
      pitch: [
        '{name} anime {aTown} des contes [du Rif, de l’Oriental et du Souss|que nos grands-mères racontaient] en épisodes de trois minutes, en darija et en amazighe.',
        'Un studio de [trois|quatre] animatrices et animateurs {aTown}, au service des enfants et des entreprises qui veulent expliquer.',
      ],
      make: [
        '{name} fabrique des épisodes courts en papier découpé numérique, avec des voix d’enfants [enregistrées dans les écoles|du quartier {quarter}]. Les décors reprennent les maisons, les tapis et les montagnes de la région. En parallèle, le studio réalise des vidéos d’explication pour les institutions.',
        'Nos enfants parlent la langue des dessins animés qu’ils regardent, et ce n’est pas la nôtre. {name} produit {aTown} une série de {few} épisodes, [écrite avec deux institutrices|testée dans trois classes].',
      ],
      how: [
        'Une bibliothèque de personnages réutilisables réduit de moitié le temps de fabrication ; [chaque épisode est montré à vingt enfants|un enregistrement test] décide du rythme.',
      ],
      sell: [
        'La minute d’animation se vend {price}, une vidéo d’explication complète {pack}. La série est proposée aux écoles et aux plateformes jeunesse.',
      ],
    },
    ar: {
      label: ['استوديو الرسوم المتحركة', 'رسوم متحركة من الجهة'],
      titles: ['استوديو التحريك في {town}', 'رسوم حي {quarter} المتحركة'],
      pitch: [
        'يحرك {name} في {town} حكايات [الريف والشرق وسوس|جداتنا] في حلقات من ثلاث دقائق بالدارجة والأمازيغية.',
        'استوديو صغير في {town} في خدمة الأطفال والمؤسسات التي تريد أن تشرح بالصورة: {name}.',
      ],
      make: [
        'يصنع {name} حلقات قصيرة بالقص الرقمي، بأصوات أطفال [سُجلت في المدارس|من حي {quarter}]. والديكور من بيوت الجهة وزرابيها وجبالها. وينجز الاستوديو أيضاً فيديوهات شرح للمؤسسات.',
        'يتكلم أطفالنا لغة الرسوم التي يشاهدونها، وهي ليست لغتنا. ينتج {name} في {town} سلسلة من {few} حلقات، [كُتبت مع معلمتين|جُربت في ثلاثة أقسام].',
      ],
      how: ['تقلص مكتبة الشخصيات مدة الصنع إلى النصف، و[تُعرض كل حلقة على عشرين طفلاً|تسجيل تجريبي] قبل ضبط الإيقاع.'],
      sell: ['دقيقة التحريك بـ{price}، وفيديو شرح كامل بـ{pack}. وتُعرض السلسلة على المدارس ومنصات الأطفال.'],
    },
    en: {
      label: ['an animation studio', 'animated folk tales'],
      titles: ['The animation studio of {town}'],
      pitch: ['{name} animates the tales of our grandmothers in three-minute episodes, in Darija and Amazigh, from {town}.'],
      make: [
        '{name} makes short episodes in digital paper cut-out with children’s voices recorded in schools of {quarter}. Houses, carpets and mountains of the region give the sets. Beside the series, the studio makes explanation videos for institutions, which pay the rent.',
      ],
      how: ['A library of reusable characters halves the work, and twenty children see each episode before the rhythm is fixed.'],
      sell: ['A minute of animation costs {price}, a complete explanation video {pack}.'],
    },
  },
  {
    key: 'travelling-cinema',
    names: [
      'Chacha Dyalna|شاشة ديالنا',
      'Cinérif|سينيريف',
      'Lhayt Lbyed|الحيط الأبيض',
      'Sinima Douar|سينما الدوار',
      'Tilila Ciné|تيليلا سيني',
      'Khema|الخيمة',
    ],
    prices: [1200, 8000],
    fr: {
      label: ['cinéma itinérant', 'écran de village'],
      titles: ['L’écran {deTown}', 'Ciné-place, {quarter}'],
      pitch: [
        '{name} projette des films marocains dans {many} villages autour {deTown}, [sur un mur blanchi|sur une toile gonflable], avec un débat et une séance pour les enfants.',
        'Pas de salle {aTown} ? {name} apporte l’écran, le son et un film choisi avec les habitants.',
      ],
      make: [
        '{name} circule avec une camionnette, un écran démontable et un projecteur économe. Une soirée compte un court métrage de la région, un film marocain et une discussion ; l’après-midi, les enfants fabriquent [un praxinoscope|un film de dix secondes]. Les droits sont payés à chaque séance.',
        'La dernière salle {deTown} a fermé, et les films marocains ne passent plus qu’en ville. {name} signe avec [dix communes|les associations de village] une saison de projections et forme deux jeunes par lieu à la régie.',
      ],
      how: [
        'La commune fournit la place et l’électricité ; nous apportons le reste, y compris [l’assurance et la déclaration|la demande d’autorisation].',
      ],
      sell: ['Une séance coûte {price} à la commune, une tournée de huit dates {pack}. L’entrée est libre, un chapeau circule pour les cinéastes.'],
    },
    ar: {
      label: ['سينما متنقلة', 'شاشة القرى'],
      titles: ['شاشة {town}', 'سينما الساحة بحي {quarter}'],
      pitch: [
        'يعرض {name} أفلاماً مغربية في القرى المحيطة بـ{town} [على حائط مبيّض|على شاشة قابلة للنفخ]، مع نقاش وحصة للأطفال.',
        'لا قاعة في {town}؟ يأتي {name} بالشاشة والصوت وفيلم يختاره السكان.',
      ],
      make: [
        'يتنقل {name} بسيارة صغيرة وشاشة تُفكك وجهاز عرض اقتصادي. في الأمسية شريط قصير من الجهة وفيلم مغربي ونقاش، وفي العصر يصنع الأطفال [لعبة بصرية|فيلماً من عشر ثوانٍ]. وتُؤدى الحقوق عن كل عرض.',
        'أغلقت آخر قاعة في {town} ولم تعد الأفلام المغربية تُعرض إلا في المدن الكبرى. يوقع {name} مع [عشر جماعات|جمعيات الدواوير] موسماً من العروض ويكوّن شابين في كل مكان على التقنية.',
      ],
      how: ['توفر الجماعة الساحة والكهرباء، ونتكفل بالباقي ومنه [التأمين والتصريح|طلب الرخصة].'],
      sell: ['العرض الواحد بـ{price} على الجماعة، وجولة من ثمانية عروض بـ{pack}. الدخول مفتوح وتُجمع مساهمة للسينمائيين.'],
    },
  },
  {
    key: 'dubbing',
    names: ['Lsan|اللسان', 'Awal Studio|أوال ستوديو', 'Doubla|دوبلا', 'Nutq|نطق', 'Sawt w Tarjama|صوت وترجمة', 'Iles|إيلس'],
    prices: [700, 6500],
    fr: {
      label: ['doublage en darija et en amazighe', 'voix et sous-titres du Maroc'],
      titles: ['Studio des voix {deTown}', 'Les voix du quartier {quarter}'],
      pitch: [
        '{name} double et sous-titre {aTown} documentaires, dessins animés et modules de formation en [tachelhit, tarifit et darija|darija et amazighe].',
        'Une banque de {many} voix formées {aTown} et un studio qui rend les images compréhensibles : {name}.',
      ],
      make: [
        '{name} recrute et forme des voix de tous les âges {aTown}, des [étudiants|conteuses] aux enseignants, et les enregistre dans une cabine traitée. Nous adaptons les textes, car une traduction mot à mot ne se joue pas, et livrons une piste prête à mixer.',
        'Les campagnes de santé, les cours en ligne et les dessins animés arrivent rarement dans la langue parlée à la maison. {name} propose {aTown} un service complet : [adaptation, voix, mixage et sous-titres|traduction relue, voix et synchronisation].',
      ],
      how: [
        'Chaque adaptation est relue par [deux locuteurs de villages différents|une linguiste] ; les comédiens sont payés à la ligne, avec un minimum.',
      ],
      sell: ['La minute doublée coûte {price} selon le nombre de voix ; un module de formation {pack}. Les premiers marchés sont publics.'],
    },
    ar: {
      label: ['دبلجة بالدارجة والأمازيغية', 'أصوات وترجمة'],
      titles: ['استوديو الأصوات في {town}', 'أصوات حي {quarter}'],
      pitch: [
        'يدبلج {name} ويترجم في {town} وثائقيات ورسوماً ودروساً إلى [تاشلحيت وتاريفيت والدارجة|الدارجة والأمازيغية].',
        'بنك من الأصوات المكوَّنة في {town} واستوديو يجعل الصورة مفهومة: {name}.',
      ],
      make: [
        'يختار {name} أصواتاً من كل الأعمار في {town}، من [الطلبة|الحكواتيات] إلى الأساتذة، ويكوّنها ويسجلها في غرفة معزولة. نكيّف النصوص لأن الترجمة الحرفية لا تُؤدى، ونسلم شريطاً جاهزاً للميكساج.',
        'قلما تصل حملات الصحة والدروس والرسوم بلغة البيت. يقترح {name} في {town} خدمة كاملة: [تكييف وصوت وميكساج وترجمة|ترجمة مراجعة وصوت ومزامنة].',
      ],
      how: ['يراجع كل نص [متكلمان من قريتين مختلفتين|مختصة في اللسانيات]، ويُؤدى للممثلين بالسطر مع حد أدنى.'],
      sell: ['الدقيقة المدبلجة بـ{price} حسب عدد الأصوات، ودرس كامل بـ{pack}. وأول الأسواق عمومية.'],
    },
  },
  {
    key: 'rental',
    names: [
      'Matériel Derb|ماتيريال درب',
      'Trépied|تريبي',
      'Coop Image|كوب إيماج',
      'Lkamera Jma3a|الكاميرا جماعة',
      'Dow|الضو',
      'Caisse Bleue|الصندوق الأزرق',
    ],
    prices: [250, 3000],
    fr: {
      label: ['location partagée de matériel de tournage', 'parc de caméras des jeunes équipes'],
      titles: ['Parc image et son {deTown}', 'Matériel partagé, {quarter}'],
      pitch: [
        '{name} met en commun caméras, micros et lumières {aTown} : {price} la journée, une caution légère et un quart d’heure d’explication.',
        'Un seul parc de matériel pour {many} jeunes équipes {deTown}, entretenu par celles qui s’en servent : {name}.',
      ],
      make: [
        '{name} achète peu et bien : deux caméras, [trois lots de son|deux lots de son], une valise lumière et des batteries, loués aux étudiants, aux associations et aux réalisateurs de passage. Chaque sortie commence par une vérification à deux et se termine par une fiche de retour.',
        'Tourner {aTown} obligeait à louer à Casablanca et à perdre deux jours. {name} garde le matériel sur place, au quartier {quarter}, et forme [un technicien|une technicienne] qui accompagne les tournages délicats.',
      ],
      how: ['Une part du prix alimente la réparation ; les membres donnent [quatre heures|une demi-journée] d’entretien par mois.'],
      sell: ['Un lot de base coûte {price} par jour, un tournage équipé avec technicien {pack}. L’abonnement des écoles stabilise l’année.'],
    },
    ar: {
      label: ['كراء مشترك لعتاد التصوير', 'عتاد الفرق الشابة'],
      titles: ['حظيرة الصورة والصوت في {town}', 'عتاد مشترك بحي {quarter}'],
      pitch: [
        'يتقاسم {name} الكاميرات والميكروفونات والإضاءة في {town}: {price} لليوم وضمانة خفيفة وربع ساعة من الشرح.',
        'حظيرة واحدة من العتاد لفرق {town} الشابة، يصونها من يستعملها: {name}.',
      ],
      make: [
        'يشتري {name} القليل الجيد: كاميرتان و[ثلاث حقائب صوت|حقيبتا صوت] وحقيبة إضاءة وبطاريات، تُكرى للطلبة والجمعيات والمخرجين العابرين. يبدأ كل خروج بمراقبة ثنائية وينتهي ببطاقة إرجاع.',
        'كان التصوير في {town} يفرض الكراء من الدار البيضاء وضياع يومين. يترك {name} العتاد في حي {quarter} ويكوّن [تقنياً|تقنية] للتصويرات الصعبة.',
      ],
      how: ['جزء من الثمن للإصلاح، ويعطي الأعضاء [أربع ساعات|نصف يوم] من الصيانة كل شهر.'],
      sell: ['الحقيبة الأساسية بـ{price} لليوم، والتصوير المجهز مع تقني بـ{pack}. واشتراك المدارس يثبّت السنة.'],
    },
  },
]
