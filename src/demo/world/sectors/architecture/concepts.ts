import type { Concept } from '../../material.ts'

export const architectureConcepts: readonly Concept[] = [
  {
    key: 'earth-building',
    names: ['Louh|اللوح', 'Tabiya|التابية', 'Taddart Akal|تادارت أكال', 'Toub|الطوب', 'Maâlem Lab|معلم لاب', 'Jir|الجير'],
    prices: [400, 9000],
    fr: {
      label: ['chantiers-écoles en terre et chaux', 'réparer en terre'],
      titles: ['Bâtir en terre, {town}', 'Le mur {quarter}'],
      pitch: [
        '{name} forme {aTown} des jeunes à réparer [pisé, adobe et chaux|murs et terrasses en terre], sur de vrais chantiers payés par les propriétaires.',
        'La terre, un maâlem, huit apprentis : {name} remet {aTown} des maisons debout.',
      ],
      make: [
        '{name} organise des chantiers-écoles de trois semaines. Le propriétaire paie la matière et une partie du travail ; les apprentis apprennent [à bancher|à tamiser, bancher et damer], à enduire et à lire un mur. Un carnet technique bilingue sort de chaque chantier.',
        'On répare les maisons de terre {deTown} avec du ciment, et elles se fissurent. {name} propose aux familles un diagnostic [à petit prix|gratuit la première heure], un devis clair et une équipe qui connaît la terre du lieu.',
      ],
      how: ['Un architecte signe les diagnostics ; [les essais de terre se font sur place|chaque mélange est noté et daté].'],
      sell: ['Un diagnostic coûte {price}, un petit chantier {pack}. Les stages pour étudiants paient les outils.'],
    },
    ar: {
      label: ['أوراش مدرسية بالتراب والجير', 'الإصلاح بالتراب'],
      titles: ['البناء بالتراب، {town}', 'حائط {quarter}'],
      pitch: [
        'يكوّن {name} في {town} شباباً على إصلاح [التابية والطوب والجير|الجدران والسطوح الطينية] في أوراش حقيقية يؤدي عنها أصحابها.',
        'تراب ومعلم وثمانية متعلمين: يوقف {name} دور {town} من جديد.',
      ],
      make: [
        'ينظم {name} أوراشاً مدرسية من ثلاثة أسابيع. يؤدي صاحب الدار المادة وجزءاً من العمل، ويتعلم الشباب [نصب اللوح|الغربلة والدك] والتلبيس وقراءة الحائط. ومن كل ورش دفتر تقني بلغتين.',
        'تُصلح دور الطين في {town} بالإسمنت فتتشقق. يقترح {name} على العائلات تشخيصاً [بثمن قليل|مجانياً في ساعته الأولى] وعرض أثمنة واضحاً وفريقاً يعرف تراب المكان.',
      ],
      how: ['يوقع مهندس على التشخيص، و[تُجرب التربة في عين المكان|يُسجل كل خليط بتاريخه].'],
      sell: ['التشخيص بـ{price}، والورش الصغير بـ{pack}. وتداريب الطلبة تؤدي ثمن الأدوات.'],
    },
  },
  {
    key: 'small-structures',
    names: ['Frraka|فراكة', 'Kiosk Souk|كشك السوق', 'Dell|الظليلة', 'Asatour|أساتور', 'Qbba Sghira|القبة الصغيرة', 'Mqa3ed|المقاعد'],
    prices: [1800, 12000],
    fr: {
      label: ['micro-architecture pour souks et places', 'kiosques et ombrières'],
      titles: ['Ombre sur la place, {town}', 'Kiosques {deTown}'],
      pitch: [
        '{name} dessine et construit des [étals, bancs et ombrières|kiosques démontables] pour les souks et les écoles {deTown}, avec les menuisiers du lieu.',
        'De l’ombre, un banc, un étal qui se plie : {name} équipe les places {deTown} à partir de {price}.',
      ],
      make: [
        '{name} conçoit de petites structures démontables [en bois, roseau et corde|en métal et toile] avec les marchands du souk {deTown}. Chaque modèle se monte à deux, se transporte en camionnette et se répare avec des pièces que l’on trouve sur place.',
        'Les places {deTown} ont du béton et pas d’ombre. {name} fabrique des prototypes [en vraie grandeur|au quartier {quarter}], les laisse trois mois à l’essai et dessine ensuite la version définitive.',
      ],
      how: [
        'Les usagers notent ce qui gêne sur une fiche accrochée au meuble ; [les plans sont ouverts aux artisans|un menuisier chiffre chaque pièce].',
      ],
      sell: ['Un banc ou un étal coûte {price}, l’équipement d’une cour d’école {pack}. La location pour festivals occupe l’été.'],
    },
    ar: {
      label: ['عمارة صغيرة للأسواق والساحات', 'أكشاك وظلال'],
      titles: ['ظل على الساحة، {town}', 'أكشاك {town}'],
      pitch: [
        'يصمم {name} ويبني [فراكات ومقاعد وظلالاً|أكشاكاً تُفكك] لأسواق {town} ومدارسها مع نجاري المكان.',
        'ظل ومقعد وفراكة تُطوى: يجهز {name} ساحات {town} ابتداءً من {price}.',
      ],
      make: [
        'يصمم {name} منشآت صغيرة تُفكك [من الخشب والقصب والحبل|من المعدن والثوب] مع تجار سوق {town}. يركّب كل نموذج شخصان، وتحمله سيارة صغيرة، ويُصلح بقطع موجودة في المكان.',
        'في ساحات {town} إسمنت ولا ظل. يصنع {name} نماذج [بالحجم الحقيقي|في حي {quarter}] ويتركها ثلاثة أشهر للتجربة ثم يرسم النسخة النهائية.',
      ],
      how: ['يكتب المستعملون ملاحظاتهم على بطاقة معلقة، و[الرسوم مفتوحة للصناع|يحسب نجار كل قطعة].'],
      sell: ['المقعد أو الفراكة بـ{price}، وتجهيز ساحة مدرسة بـ{pack}. والكراء للمهرجانات في الصيف.'],
    },
  },
  {
    key: 'survey-3d',
    names: ['Nqta|نقطة', 'Masah|المسّاح', 'Qyas|القياس', 'Nuage Médina|سحابة المدينة', 'Izenkwad|إزنكواض', 'Mikyal|مكيال'],
    prices: [1500, 9500],
    fr: {
      label: ['relevés 3D du bâti ancien', 'maquettes et relevés de médina'],
      titles: ['Relevés {deTown}', 'Atlas des maisons {deTown}'],
      pitch: [
        '{name} mesure et modélise les maisons anciennes {deTown} avant travaux, [en deux jours|pour un prix de famille].',
        'Un scanner partagé, des plans justes et une archive des maisons {deTown} : {name}.',
      ],
      make: [
        '{name} relève des maisons et des fondouks avec un scanner partagé et un appareil photo, puis livre des plans, des coupes et une maquette numérique que l’artisan peut comprendre. Avec l’accord des propriétaires, le relevé rejoint [un atlas ouvert|une archive] de la médina {deTown}.',
        'Les travaux dans la médina {deTown} commencent sans plan, et les surprises coûtent cher. {name} propose un relevé [abordable|standardisé], deux visites et un dossier prêt pour l’autorisation.',
      ],
      how: [
        'Deux étudiantes de dernière année participent à chaque relevé ; [les pièces privées ne sont jamais publiées|le propriétaire choisit ce qui est montré].',
      ],
      sell: ['Le relevé d’une petite maison coûte {price}, celui d’un fondouk {pack}. Les bureaux d’études nous sous-traitent les urgences.'],
    },
    ar: {
      label: ['قياس ثلاثي الأبعاد للدور القديمة', 'مجسمات وقياسات المدينة'],
      titles: ['قياسات {town}', 'أطلس دور {town}'],
      pitch: [
        'يقيس {name} الدور القديمة في {town} وينمذجها قبل الأشغال [في يومين|بثمن تقدر عليه العائلات].',
        'ماسح مشترك ورسوم مضبوطة وأرشيف لدور {town}: {name}.',
      ],
      make: [
        'يقيس {name} الدور والفنادق القديمة بماسح مشترك وآلة تصوير، ويسلم رسوماً ومقاطع ومجسماً رقمياً يفهمه الصانع. وبموافقة أصحابها ينضم القياس إلى [أطلس مفتوح|أرشيف] لمدينة {town}.',
        'تبدأ الأشغال في مدينة {town} دون رسوم، والمفاجآت غالية. يقترح {name} قياساً [بثمن معقول|موحداً] وزيارتين وملفاً جاهزاً للرخصة.',
      ],
      how: ['تشارك طالبتان من السنة الأخيرة في كل قياس، و[لا تُنشر الغرف الخاصة أبداً|يختار المالك ما يُعرض].'],
      sell: ['قياس دار صغيرة بـ{price}، وفندق قديم بـ{pack}. وتكلفنا مكاتب الدراسات بالمستعجل.'],
    },
    en: {
      label: ['3D surveys of old buildings', 'models of the old town'],
      titles: ['An atlas of the houses of {town}'],
      pitch: ['{name} measures and models the old houses of {town} before works begin, in two days.'],
      make: [
        '{name} surveys houses and caravanserais with a shared scanner and a camera, then delivers plans, sections and a digital model that a craftsman can read. With the owners’ consent, the survey joins an open atlas of {town}. Works here usually start without a plan, and surprises cost a lot.',
      ],
      how: ['Two final-year students take part in each survey, and private rooms are never published.'],
      sell: ['A small house costs {price}, a caravanserai {pack}.'],
    },
  },
]
