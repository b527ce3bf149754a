import type { Concept } from '../../material.ts'

export const visualArtsConcepts: readonly Concept[] = [
  {
    key: 'murals',
    names: ['Hit Hay|حيط حي', 'Sbagha Crew|صباغة كرو', 'Jidar Derb|جدار درب', 'Ighuliden|إيغوليدن', 'Lwan Lhawma|ألوان الحومة', 'Fresk|فريسك'],
    prices: [3500, 12000],
    fr: {
      label: ['agence de fresques participatives', 'murs peints avec les habitants'],
      titles: ['Les murs {deTown}', 'Fresques du quartier {quarter}'],
      pitch: [
        '{name} vend aux [communes, écoles et hôtels|écoles et entreprises] {deTown} des fresques dessinées avec ceux qui vivront devant.',
        'Un mur, trois réunions, dix jours de chantier : {name} professionnalise le mur peint {aTown}.',
      ],
      make: [
        '{name} propose un service complet : rencontre des habitants, dessins, autorisation, échafaudage, peinture et entretien pendant deux ans. L’équipe réunit [quatre|cinq] peintres {deTown} et forme deux apprenties à chaque chantier.',
        'Les fresques {aTown} se font pour un festival et s’écaillent l’année suivante. {name} prépare le support, choisit des couleurs minérales et signe [une garantie|un carnet d’entretien] avec le propriétaire du mur.',
      ],
      how: ['Le sujet est voté parmi trois esquisses ; [le chantier est ouvert aux écoles|un goûter clôt chaque chantier].'],
      sell: ['Un petit mur coûte {price}, une façade {pack}, entretien compris. Les ateliers scolaires se vendent à part.'],
    },
    ar: {
      label: ['وكالة للجداريات التشاركية', 'جدران يرسمها السكان'],
      titles: ['جدران {town}', 'جداريات حي {quarter}'],
      pitch: [
        'يبيع {name} [للجماعات والمدارس والفنادق|للمدارس والمقاولات] في {town} جداريات تُرسم مع من سيعيش أمامها.',
        'حائط وثلاثة لقاءات وعشرة أيام من العمل: يجعل {name} الجدارية مهنة في {town}.',
      ],
      make: [
        'يقترح {name} خدمة كاملة: لقاء السكان والرسوم والرخصة والسقالة والصباغة وصيانة سنتين. في الفريق [أربعة|خمسة] رسامين من {town}، وتتكون متعلمتان في كل ورش.',
        'الجداريات في {town} تُرسم لمهرجان وتتقشر بعد سنة. يهيئ {name} الحائط ويختار ألواناً معدنية ويوقع [ضماناً|دفتر صيانة] مع صاحب الجدار.',
      ],
      how: ['يُصوَّت على موضوع من ثلاث مسودات، و[الورش مفتوح للمدارس|تختم كل ورش جلسة شاي].'],
      sell: ['الحائط الصغير بـ{price} والواجهة بـ{pack} مع الصيانة. وتُباع الورشات المدرسية على حدة.'],
    },
    en: {
      label: ['a participatory mural agency', 'walls painted with residents'],
      titles: ['The walls of {town}'],
      pitch: ['{name} sells schools and hotels in {town} murals that are drawn with the people who will live in front of them.'],
      make: [
        '{name} offers the whole service: meetings with residents, drawings, permission, scaffolding, painting and two years of care. The team has five painters from {town} and trains two apprentices on each site. Murals here are made for a festival and peel the year after; ours come with a maintenance book.',
      ],
      how: ['Residents vote on three sketches, and schools may visit the site.'],
      sell: ['A small wall costs {price}, a façade {pack}, care included.'],
    },
  },
  {
    key: 'print-workshop',
    names: ['Tba3|الطبع', 'Screen Derb|سكرين درب', 'Mabrad|المبرد', 'Hbr w Werqa|حبر وورقة', 'Azgr Print|أزگر', 'Taba3iya|الطباعية'],
    prices: [140, 3200],
    fr: {
      label: ['atelier partagé de sérigraphie', 'imprimerie d’artistes'],
      titles: ['Sérigraphie {deTown}', 'Presse partagée, {quarter}'],
      pitch: [
        '{name} ouvre {aTown} un atelier de sérigraphie et de gravure où l’on vient à la journée, pour {price}.',
        'Affiches, tissus, étiquettes : {name} imprime {aTown} en petites séries et prête ses presses.',
      ],
      make: [
        '{name} installe au quartier {quarter} deux tables d’impression, [une presse à taille-douce|une insoleuse], un séchoir et un bac de récupération des eaux. Artistes, étudiants et coopératives louent un poste à la journée ; l’équipe imprime aussi des séries courtes sur commande.',
        'Pour imprimer cinquante affiches, il faut {aTown} en payer cinq cents. {name} propose des tirages de dix à deux cents exemplaires, [avec des encres à l’eau|sur papier et tissu], et un rayon d’images à prix doux.',
      ],
      how: [
        'Chaque nouvel usager suit une initiation de deux heures ; [un technicien|une monitrice] reste présent. Un exemplaire de tout est archivé.',
      ],
      sell: ['La journée coûte {price}, une commande courante {pack}. Les tirages d’artistes se vendent dans l’atelier et en ligne.'],
    },
    ar: {
      label: ['ورشة مشتركة للسيريغرافيا', 'مطبعة الفنانين'],
      titles: ['سيريغرافيا {town}', 'مكبس مشترك بحي {quarter}'],
      pitch: [
        'يفتح {name} في {town} ورشة للسيريغرافيا والحفر يأتيها الناس باليوم مقابل {price}.',
        'ملصقات وأثواب وبطاقات: يطبع {name} في {town} بكميات صغيرة ويعير مكابسه.',
      ],
      make: [
        'يضع {name} في حي {quarter} طاولتي طبع و[مكبس حفر|جهاز تعريض] ومنشراً وحوضاً لجمع المياه. يكتري الفنانون والطلبة والتعاونيات مكاناً باليوم، ويطبع الفريق سلسلات قصيرة تحت الطلب.',
        'من يريد خمسين ملصقاً في {town} يؤدي ثمن خمسمئة. يقترح {name} من عشر نسخ إلى مئتين [بحبر مائي|على الورق والثوب]، ورفاً لصور بأثمنة مناسبة.',
      ],
      how: ['يتبع كل مستعمل جديد تعلّماً من ساعتين، ويبقى [تقني|مؤطرة] حاضراً. وتُحفظ نسخة من كل شيء.'],
      sell: ['اليوم بـ{price}، والطلبية العادية بـ{pack}. وتُباع نسخ الفنانين في الورشة وعلى الشبكة.'],
    },
  },
  {
    key: 'art-rental',
    names: ['Kri Lwha|كري لوحة', 'Artothèque|أرتوتيك', 'Lwha Dayra|لوحة دايرة', 'Mashhad|مشهد', 'Riwaq Dar|رواق الدار', 'Tagdit|تاگديت'],
    prices: [200, 4500],
    fr: {
      label: ['artothèque et location d’œuvres', 'œuvres de la région en location'],
      titles: ['Artothèque {deTown}', 'Les murs prêtés, {town}'],
      pitch: [
        '{name} loue aux [hôtels, cabinets et cafés|entreprises et particuliers] {deTown} des œuvres de jeunes artistes, {price} par mois, assurance comprise.',
        'Un tableau au mur pour trois mois, un artiste payé : {name} invente un marché {aTown}.',
      ],
      make: [
        '{name} constitue un fonds de {hund} œuvres encadrées d’artistes [de la région|de moins de trente-cinq ans]. Les clients choisissent sur catalogue, reçoivent l’œuvre posée et peuvent l’acheter en déduisant les loyers. L’artiste touche la moitié de chaque mensualité.',
        'On vend peu d’œuvres {aTown}, mais les murs vides ne manquent pas. {name} fait circuler [peintures, photographies et broderies|tirages et dessins], avec une fiche et une rencontre par trimestre.',
      ],
      how: ['Un comité renouvelé chaque année choisit les œuvres ; [la pose est faite par deux apprentis|l’état est noté à chaque mouvement].'],
      sell: ['La location coûte {price} par mois, un contrat d’hôtel {pack} pour un an. Une œuvre sur huit finit par être achetée.'],
    },
    ar: {
      label: ['خزانة فنية وكراء الأعمال', 'أعمال الجهة للكراء'],
      titles: ['الخزانة الفنية في {town}', 'جدران معارة، {town}'],
      pitch: [
        'يكري {name} [للفنادق والمكاتب والمقاهي|للمقاولات والخواص] في {town} أعمال فنانين شباب بـ{price} في الشهر مع التأمين.',
        'لوحة على الحائط لثلاثة أشهر وفنان مؤدى عنه: يخترع {name} سوقاً في {town}.',
      ],
      make: [
        'يكوّن {name} رصيداً من {hund} عمل مؤطر لفنانين [من الجهة|دون الخامسة والثلاثين]. يختار الزبون من الكتالوغ ويتسلم العمل معلقاً، ويمكنه شراؤه مع خصم الكراء. وللفنان نصف كل شهر.',
        'تُباع أعمال قليلة في {town} لكن الجدران الفارغة كثيرة. يدوّر {name} [لوحات وصوراً وطرزاً|نسخاً ورسوماً] مع بطاقة ولقاء كل فصل.',
      ],
      how: ['تختار الأعمال لجنة تتجدد كل سنة، و[يعلّقها متعلمان|تُسجَّل حالتها عند كل تنقل].'],
      sell: ['الكراء بـ{price} في الشهر، وعقد فندق بـ{pack} للسنة. وعمل من كل ثمانية يُشترى.'],
    },
  },
]
