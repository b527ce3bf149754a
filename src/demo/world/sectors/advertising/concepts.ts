import type { Concept } from '../../material.ts'

export const advertisingConcepts: readonly Concept[] = [
  {
    key: 'coop-branding',
    names: ['Isem|إيسم', 'Nqich|النقيش', 'Tiketa|تيكيتة', 'Wajiha|الواجهة', 'Khatem Coop|خاتم', 'Zin w Smiya|الزين والسمية'],
    prices: [1500, 6000],
    fr: {
      label: ['identités pour coopératives', 'étiquettes et emballages justes'],
      titles: ['Étiquettes {deTown}', 'Atelier d’identité {quarter}'],
      pitch: [
        '{name} dessine noms, étiquettes et emballages pour les coopératives {deTown}, [en trois langues|lisibles et conformes], payables en plusieurs fois.',
        'Le bon produit mérite une bonne étiquette : {name} habille [l’huile, le miel et la laine|les épices et les tissus] {deTown}.',
      ],
      make: [
        '{name} accompagne chaque coopérative pendant six semaines : trouver un nom, choisir une écriture, respecter les mentions obligatoires, photographier, chiffrer l’emballage. La coopérative reçoit des fichiers qu’elle possède et un guide [d’une page|simple].',
        'Les mêmes étiquettes en ligne se retrouvent sur dix huiles différentes. {name} part des femmes, du lieu et de la récolte, et dessine {aTown} des identités que l’on n’oublie pas, imprimables à petit tirage.',
      ],
      how: ['Les membres votent en séance, [photos à l’appui|maquette en main] ; un imprimeur de la ville donne le prix avant le choix final.'],
      sell: ['Une étiquette seule coûte {price}, une identité complète {pack}, en trois paiements. Les programmes publics achètent des lots.'],
    },
    ar: {
      label: ['هويات للتعاونيات', 'بطاقات وأغلفة منصفة'],
      titles: ['بطاقات {town}', 'ورشة الهوية بحي {quarter}'],
      pitch: [
        'يصمم {name} الأسماء والبطاقات والأغلفة لتعاونيات {town} [بثلاث لغات|واضحة ومطابقة للقانون]، وبالأداء على دفعات.',
        'المنتوج الجيد يستحق بطاقة جيدة: يُلبس {name} [زيت {town} وعسلها وصوفها|توابل {town} وأثوابها].',
      ],
      make: [
        'يرافق {name} كل تعاونية ستة أسابيع: إيجاد اسم واختيار خط واحترام البيانات الإجبارية والتصوير وحساب التلفيف. تتسلم التعاونية ملفات تملكها ودليلاً [من صفحة|بسيطاً].',
        'البطاقة نفسها من الإنترنت على عشر زيوت مختلفة. ينطلق {name} من النساء والمكان والجني، ويصمم في {town} هويات لا تُنسى وتُطبع بكميات صغيرة.',
      ],
      how: ['يصوت الأعضاء في الجلسة [بالصور|والمجسم في اليد]، ويعطي مطبعي من المدينة الثمن قبل الاختيار.'],
      sell: ['البطاقة وحدها بـ{price}، والهوية الكاملة بـ{pack} على ثلاث دفعات. وتشتري البرامج العمومية حزماً.'],
    },
  },
  {
    key: 'signs',
    names: ['Lafita|اللافتة', 'Khettat|الخطاط', 'Aseklu|أسكلو', 'Enseigne d Lyed|لافتة اليد', 'Neon Beldi|نيون بلدي', 'Tifinagh Shop|تيفيناغ شوب'],
    prices: [900, 5500],
    fr: {
      label: ['enseignes peintes à la main', 'lettres de rue'],
      titles: ['Enseignes {deTown}', 'Les lettres du quartier {quarter}'],
      pitch: [
        '{name} peint des enseignes en arabe, en français et en tifinaghe pour les commerces {deTown}, [à la main|sur bois et sur verre], dès {price}.',
        'Moins de bâches, plus de lettres : {name} redessine les façades {deTown}.',
      ],
      make: [
        '{name} associe un peintre d’enseignes à la retraite et [deux|trois] jeunes calligraphes {deTown}. Nous relevons les dernières belles enseignes, en tirons des alphabets et peignons pour les commerces d’aujourd’hui des panneaux qui durent quinze ans.',
        'Les façades {deTown} se couvrent de bâches imprimées qui pâlissent en un été. {name} propose aux rues commerçantes un [tarif groupé|projet commun], une charte discrète et un atelier visible depuis la rue.',
      ],
      how: ['Le client choisit sur trois essais à la craie, [sur sa propre façade|à l’échelle] ; l’entretien est compris deux ans.'],
      sell: ['Une petite enseigne coûte {price}, une rue de cinq commerces {pack}. Les stages de lettrage attirent des graphistes.'],
    },
    ar: {
      label: ['لافتات باليد', 'حروف الشارع'],
      titles: ['لافتات {town}', 'حروف حي {quarter}'],
      pitch: [
        'يخط {name} لافتات بالعربية والفرنسية والأمازيغية لدكاكين {town} [باليد|على الخشب والزجاج] ابتداءً من {price}.',
        'بلاستيك أقل وحروف أكثر: يعيد {name} إلى {town} واجهاتها.',
      ],
      make: [
        'يجمع {name} خطاط لافتات متقاعداً و[شابين|ثلاثة شباب] من {town}. نسجل آخر اللافتات الجميلة ونستخرج منها حروفاً، ونخط لدكاكين اليوم لوحات تعيش خمس عشرة سنة.',
        'تغطي واجهات {town} لافتات مطبوعة تبهت في صيف. يقترح {name} على الشوارع التجارية [ثمناً جماعياً|مشروعاً مشتركاً] وميثاقاً خفيفاً وورشة تُرى من الشارع.',
      ],
      how: ['يختار الزبون من ثلاث تجارب بالطباشير [على واجهته|بالحجم الحقيقي]، والصيانة سنتان.'],
      sell: ['اللافتة الصغيرة بـ{price}، وشارع من خمسة دكاكين بـ{pack}. وتجلب ورشات الخط المصممين.'],
    },
  },
  {
    key: 'sound-branding',
    names: ['Rnna|رنّة', 'Jingle Bled|جينگل البلاد', 'Sami3|السامع', 'Nada|نداء', 'Berrah|البرّاح', 'Asawal|أساوال'],
    prices: [800, 4500],
    fr: {
      label: ['messages sonores et campagnes locales', 'agence de la voix'],
      titles: ['La voix des commerces {deTown}', 'Le crieur {quarter}'],
      pitch: [
        '{name} crée des messages sonores et de courtes campagnes pour les commerces {deTown}, en [darija et amazighe|langues d’ici], jamais criards.',
        'Le berrah revient, en mieux : {name} fait parler {townName} à la radio, sur téléphone et au souk.',
      ],
      make: [
        '{name} écrit, enregistre et diffuse des messages de vingt secondes pour des commerces, des coopératives et des campagnes d’utilité publique. Les voix sont {deTown} ; la musique est jouée [par des musiciens de la ville|sur des instruments de la région] et déclarée.',
        'La publicité locale hurle ou copie Casablanca. {name} propose {aTown} un ton calme, [des histoires en trois phrases|un humour de voisinage] et un plan de diffusion adapté à de petits budgets.',
      ],
      how: ['Deux versions sont testées sur {few} clients avant diffusion ; [le niveau sonore est limité|les droits des voix sont payés].'],
      sell: ['Un message coûte {price}, une campagne d’un mois {pack}. Les associations paient demi-tarif.'],
    },
    ar: {
      label: ['رسائل صوتية وحملات محلية', 'وكالة الصوت'],
      titles: ['صوت دكاكين {town}', 'برّاح {quarter}'],
      pitch: [
        'يبدع {name} رسائل صوتية وحملات قصيرة لدكاكين {town} [بالدارجة والأمازيغية|بلغات البلد] دون صراخ.',
        'يعود البراح وأحسن: يجعل {name} {town} تتكلم في الراديو والهاتف والسوق.',
      ],
      make: [
        'يكتب {name} ويسجل ويبث رسائل من عشرين ثانية للدكاكين والتعاونيات وحملات المنفعة العامة. الأصوات من {town}، والموسيقى [لعازفي المدينة|بآلات الجهة] ومصرح بها.',
        'الإشهار المحلي يصرخ أو يقلد الدار البيضاء. يقترح {name} في {town} نبرة هادئة و[حكاية في ثلاث جمل|نكتة جيران] وخطة بث للميزانيات الصغيرة.',
      ],
      how: ['تُجرب نسختان على زبناء قبل البث، و[الصوت محدود العلو|تُؤدى حقوق الأصوات].'],
      sell: ['الرسالة بـ{price} وحملة شهر بـ{pack}. وتؤدي الجمعيات نصف الثمن.'],
    },
  },
]
