import type { Concept } from '../../material.ts'

export const newMediaConcepts: readonly Concept[] = [
  {
    key: 'podcast',
    names: [
      'Trik Sla|طريق سلا',
      'Hdra Twila|هضرة طويلة',
      'Blasti|بلاصتي',
      'Mawja Qsira|موجة قصيرة',
      'Awal n Tmettut|أوال',
      'Khmisa Podcast|خميسة بودكاست',
    ],
    prices: [900, 5500],
    fr: {
      label: ['podcast de la région', 'récits sonores'],
      titles: ['Podcast {deTown}', 'Voix du quartier {quarter}'],
      pitch: [
        '{name} est un podcast enregistré {aTown} : [des femmes qui travaillent la nuit|des métiers, des routes, des retours], en darija, un épisode par semaine.',
        'Trente minutes pour écouter quelqu’un {deTown} que personne n’interroge : {name}.',
      ],
      make: [
        '{name} raconte la région par celles et ceux qui y vivent. Une saison compte {few} épisodes autour d’un thème, [le départ|le travail des mains|l’eau|la fête], avec des sons pris sur place et peu de musique. Une version courte passe en radio locale.',
        'Nos podcasts parlent surtout de Casablanca. {name} installe {aTown} un studio léger et forme des jeunes à écouter, couper et vérifier ; [deux séries par an|une série par saison] sont confiées à un lycée.',
      ],
      how: [
        'La personne interrogée écoute l’épisode avant sa mise en ligne ; [les rushes sont effacés à sa demande|une transcription est publiée pour les sourds].',
      ],
      sell: ['Un partenariat d’épisode coûte {price}, une série de commande pour une institution {pack}. Les ateliers de formation complètent.'],
    },
    ar: {
      label: ['بودكاست الجهة', 'حكايات صوتية'],
      titles: ['بودكاست {town}', 'أصوات حي {quarter}'],
      pitch: [
        '{name} بودكاست يُسجَّل في {town}: [نساء يشتغلن ليلاً|حرف وطرق وعودة]، بالدارجة، حلقة كل أسبوع.',
        'ثلاثون دقيقة لسماع واحد من {town} لا يسأله أحد: {name}.',
      ],
      make: [
        'يحكي {name} الجهة بأصوات أهلها. في الموسم {few} حلقات حول موضوع: [الرحيل|عمل اليد|الماء|العرس]، بأصوات ملتقطة في المكان وقليل من الموسيقى. ونسخة قصيرة تُبث في الإذاعة المحلية.',
        'بودكاستاتنا تتحدث كلها عن الدار البيضاء. يضع {name} في {town} استوديو خفيفاً ويكوّن شباباً على الإنصات والقص والتحقق، وتُسند [سلسلتان كل سنة|سلسلة كل فصل] إلى ثانوية.',
      ],
      how: ['يسمع الضيف حلقته قبل النشر، و[تُمحى المواد إن طلب|تُنشر كتابة للصم].'],
      sell: ['شراكة الحلقة بـ{price}، وسلسلة تحت الطلب لمؤسسة بـ{pack}. وتكمل ورشات التكوين الدخل.'],
    },
    en: {
      label: ['a podcast of the region', 'stories in sound'],
      titles: ['The {town} podcast'],
      pitch: ['{name} gives thirty minutes to somebody in {town} whom nobody ever interviews, once a week, in Darija with English notes.'],
      make: [
        '{name} tells the region through people who live in it. A season has {few} episodes around one theme, leaving, manual work or water, with sounds taken on the spot and little music. A short version goes to local radio.',
      ],
      how: ['Each guest hears the episode before it is published, and a transcript is posted for deaf readers.'],
      sell: ['A sponsored episode costs {price}, a commissioned series {pack}.'],
    },
  },
  {
    key: 'agenda',
    names: ['Fin Nmchiw|فين نمشيو', 'Agenda Chamal|أجندة', 'Lyoum f|اليوم في', 'Tamdint|تامدينت', 'Ra7ba.info|الرحبة أنفو', 'Wa9t|وقت'],
    prices: [350, 4000],
    fr: {
      label: ['agenda culturel en ligne', 'magazine culturel local'],
      titles: ['L’agenda {deTown}', 'Que faire {aTown}'],
      pitch: [
        '{name} dit chaque jeudi ce qui se passe {aTown} : [concerts, ateliers, projections|culture, marchés, stages], avec l’heure, le prix et l’accès.',
        'Un agenda fiable et un magazine court pour {townName} : {name}, en arabe et en français.',
      ],
      make: [
        '{name} rassemble les annonces des salles, des associations et des instituts {deTown}, les vérifie par téléphone et les publie sur un site léger, une lettre et un message [du jeudi|du vendredi matin]. Un reportage par semaine présente un lieu ou une personne.',
        'Les affiches arrivent le jour même et les salles restent vides. {name} propose {aTown} un calendrier unique que les organisateurs remplissent eux-mêmes, avec [un guide de rédaction|un rappel automatique] et une relecture.',
      ],
      how: [
        'Les informations d’accès (marches, parking, retour de nuit) sont obligatoires ; [un correspondant par quartier|une équipe de trois] vérifie.',
      ],
      sell: ['Une mise en avant coûte {price}, un partenariat de festival {pack}. L’agenda lui-même restera gratuit.'],
    },
    ar: {
      label: ['أجندة ثقافية رقمية', 'مجلة ثقافية محلية'],
      titles: ['أجندة {town}', 'ماذا نفعل في {town}'],
      pitch: [
        'يقول {name} كل خميس ما يجري في {town}: [حفلات وورشات وعروض|ثقافة وأسواق وتداريب]، بالساعة والثمن والطريق.',
        'أجندة موثوقة ومجلة قصيرة عن {town}: {name} بالعربية والفرنسية.',
      ],
      make: [
        'يجمع {name} إعلانات القاعات والجمعيات والمعاهد في {town}، ويتحقق منها بالهاتف وينشرها في موقع خفيف ورسالة [الخميس|صباح الجمعة]. وروبورتاج كل أسبوع عن مكان أو شخص.',
        'تصل الملصقات في اليوم نفسه وتبقى القاعات فارغة. يقترح {name} في {town} رزنامة واحدة يملؤها المنظمون بأنفسهم، مع [دليل للكتابة|تذكير آلي] ومراجعة.',
      ],
      how: ['معلومات الولوج (الدرج والموقف والرجوع ليلاً) إجبارية، ويتحقق منها [مراسل في كل حي|فريق من ثلاثة].'],
      sell: ['الإبراز بـ{price}، وشراكة مهرجان بـ{pack}. وتبقى الأجندة مجانية.'],
    },
  },
  {
    key: 'web-radio',
    names: ['Radio Hawma|راديو الحومة', 'Izl FM|إيزل', 'Mouj|موج', 'Onde Jaouia|موجة جوية', 'Radio Sania|راديو السانية', 'Tafsut Radio|تافسوت راديو'],
    prices: [300, 4200],
    fr: {
      label: ['webradio associative', 'radio de quartier en ligne'],
      titles: ['Radio {quarter}', 'La radio {deTown}'],
      pitch: [
        '{name} est une radio en ligne faite {aTown} par [des lycéens et des retraités|des jeunes du quartier] : deux heures de direct par jour, en trois langues.',
        'Un micro, une heure fixe, une ville qui se parle : {name}, {aTown}.',
      ],
      make: [
        '{name} diffuse chaque soir {deTown} : une revue des nouvelles du quartier, une émission tenue par [une classe|une association] et une heure de musique de la région. Les émissions restent en ligne, classées par sujet.',
        'Il n’y a plus de radio locale {aTown}. {name} forme {many} bénévoles au micro et à la technique, dans un studio [ouvert sur la rue|prêté par la maison de jeunes], et couvre les conseils communaux et les fêtes.',
      ],
      how: [
        'Une charte affichée rappelle : pas d’insulte, droit de réponse dans la semaine. [La technique tient sur un ordinateur|Deux personnes suffisent par émission].',
      ],
      sell: ['Un message local coûte {price} la semaine, la couverture d’un événement {pack}. Les formations se vendent aux écoles.'],
    },
    ar: {
      label: ['إذاعة جمعوية رقمية', 'راديو الحي على الشبكة'],
      titles: ['راديو {quarter}', 'إذاعة {town}'],
      pitch: [
        '{name} إذاعة رقمية يصنعها في {town} [تلاميذ ومتقاعدون|شباب الحي]: ساعتان مباشرتان كل يوم بثلاث لغات.',
        'ميكروفون وساعة ثابتة ومدينة تكلم نفسها: {name} في {town}.',
      ],
      make: [
        'يبث {name} كل مساء من {town}: أخبار الحي وبرنامج تنجزه [قسم|جمعية] وساعة من موسيقى الجهة. وتبقى البرامج على الشبكة مرتبة حسب الموضوع.',
        'لم تعد في {town} إذاعة محلية. يكوّن {name} {many} متطوعاً على الميكروفون والتقنية في استوديو [مفتوح على الشارع|أعارته دار الشباب]، ويغطي دورات المجلس والأعراس والمواسم.',
      ],
      how: ['ميثاق معلق يذكّر: لا شتم، وحق الرد في الأسبوع نفسه. و[تكفي للتقنية حاسوب واحد|يكفي شخصان لكل برنامج].'],
      sell: ['الإعلان المحلي بـ{price} في الأسبوع، وتغطية تظاهرة بـ{pack}. وتُباع التكوينات للمدارس.'],
    },
  },
  {
    key: 'heritage-ar',
    names: ['Chouf|شوف', 'Zaman|الزمان', 'Mrayat|مرايات', 'Bayna|بينة', 'Anzar AR|أنزار', 'Khial|خيال'],
    prices: [600, 9000],
    fr: {
      label: ['patrimoine en réalité augmentée', 'la ville d’hier sur l’écran'],
      titles: ['{townName} en réalité augmentée', 'Hier ici, {quarter}'],
      pitch: [
        '{name} montre sur le téléphone [la rue telle qu’elle était|les murs disparus] {aTown}, à partir de photos d’archives et de récits d’habitants.',
        'Pointer son téléphone, voir {townName} il y a [cinquante|cent] ans : {name} rend la ville lisible.',
      ],
      make: [
        '{name} reconstitue {few} lieux {deTown} à partir de photographies de familles, de plans anciens et de mesures. Le visiteur vise une façade et la voit changer d’époque, avec deux minutes de commentaire et la source de chaque image.',
        'La ville se transforme plus vite que sa mémoire. {name} travaille avec [les archives et les lycées|des familles et un architecte] {deTown} pour dater les images et fabrique une application légère qui marche sans réseau.',
      ],
      how: ['Toute reconstitution affiche son degré de certitude ; [les historiens locaux relisent|les familles gardent leurs photos].'],
      sell: ['Un lieu reconstitué coûte {price}, un parcours complet pour une commune {pack}. L’application est gratuite pour les visiteurs.'],
    },
    ar: {
      label: ['تراث بالواقع المعزز', 'مدينة الأمس على الشاشة'],
      titles: ['{town} بالواقع المعزز', 'هنا بالأمس، {quarter}'],
      pitch: [
        'يُظهر {name} على الهاتف [الزنقة كما كانت|الأسوار التي ذهبت] في {town} من صور الأرشيف وحكايات السكان.',
        'وجّه هاتفك ترى {town} قبل [خمسين|مئة] سنة: يجعل {name} المدينة مقروءة.',
      ],
      make: [
        'يعيد {name} بناء {few} أماكن في {town} من صور العائلات وتصاميم قديمة وقياسات. يوجه الزائر هاتفه إلى الواجهة فيراها تغير زمنها، مع دقيقتين من الشرح ومصدر كل صورة.',
        'تتغير المدينة أسرع من ذاكرتها. يشتغل {name} مع [الأرشيف والثانويات|العائلات ومهندس] في {town} لتأريخ الصور، ويصنع تطبيقاً خفيفاً يشتغل دون شبكة.',
      ],
      how: ['كل إعادة بناء تعلن درجة اليقين، و[يراجعها مؤرخون محليون|تبقى الصور في ملك العائلات].'],
      sell: ['المكان الواحد بـ{price}، ومسار كامل لجماعة بـ{pack}. والتطبيق مجاني للزوار.'],
    },
    en: {
      label: ['heritage in augmented reality', 'yesterday’s town on the screen'],
      titles: ['{town} in augmented reality'],
      pitch: ['{name} shows {town} as it was fifty years ago when you point a cheap phone at a street.'],
      make: [
        '{name} rebuilds {few} places of {town} from family photographs, old plans and measurements. Visitors aim at a façade and watch it change period, with two minutes of comment and the source of each image. The application is light and works without a network.',
      ],
      how: ['Every reconstruction shows how certain it is; local historians review it and families keep their photographs.'],
      sell: ['One place costs {price}, a complete route for a town {pack}; the application stays free for visitors.'],
    },
  },
  {
    key: 'song-archive',
    names: ['Khazna|الخزنة', 'Amuddu|أمودو', 'Nghma Mahfouda|نغمة محفوظة', 'Sjel|السجل', 'Tirra|تيرا', 'Cassette|الكاسيط'],
    prices: [500, 6500],
    fr: {
      label: ['archive numérique des chants', 'mémoire des cassettes'],
      titles: ['Les cassettes {deTown}', 'Archive sonore {deTown}'],
      pitch: [
        '{name} numérise [les cassettes et les photos|les chants de fêtes et de moissons] des familles {deTown} et les rend écoutables, avec leur accord.',
        '{hund} cassettes dormaient {aTown} : {name} les sauve, les documente et les partage.',
      ],
      make: [
        '{name} reçoit les cassettes, les disques et les photos des familles {deTown}, les nettoie, les numérise et rend à chacun sa copie. Chaque chant est décrit avec son village, [sa fête|son rythme], ses interprètes et son degré de diffusion autorisé.',
        'La mémoire chantée {deTown} tient sur des bandes qui se collent. {name} ouvre un point de collecte [au quartier {quarter}|mobile, une fois par mois], forme des étudiants et publie une carte sonore.',
      ],
      how: ['Trois niveaux d’accès : famille, chercheurs, public. [Le comité des anciens|Un comité de femmes] tranche les cas délicats.'],
      sell: [
        'La numérisation d’un lot coûte {price} ; un fonds d’institution ou de festival se traite pour {pack}. Les licences musicales reviennent en partie aux familles.',
      ],
    },
    ar: {
      label: ['أرشيف رقمي للأغاني', 'ذاكرة الكاسيط'],
      titles: ['كاسيطات {town}', 'الأرشيف الصوتي في {town}'],
      pitch: [
        'يرقمن {name} [الكاسيطات والصور|أغاني الأعراس والحصاد] عند عائلات {town} ويجعلها مسموعة بموافقتها.',
        '{hund} كاسيط كانت نائمة في {town}: ينقذها {name} ويوثقها ويتقاسمها.',
      ],
      make: [
        'يستقبل {name} كاسيطات عائلات {town} وأسطواناتها وصورها، فينظفها ويرقمنها ويرد لكل واحد نسخته. وتُوصف كل أغنية بقريتها و[مناسبتها|إيقاعها] ومؤديها ودرجة نشرها.',
        'ذاكرة {town} المغناة على أشرطة تلتصق. يفتح {name} نقطة جمع [في حي {quarter}|متنقلة مرة في الشهر]، ويكوّن طلبة وينشر خريطة صوتية.',
      ],
      how: ['ثلاث درجات للولوج: العائلة والباحثون والعموم. و[مجلس الشيوخ|لجنة من النساء] تفصل في الحالات الدقيقة.'],
      sell: ['رقمنة دفعة بـ{price}، ورصيد مؤسسة أو مهرجان بـ{pack}. وجزء من رخص الموسيقى للعائلات.'],
    },
  },
  {
    key: 'vertical-studio',
    names: ['Storya|ستوريا', 'Wa9fa|وقفة', 'Dqiqa|دقيقة', 'Rilz|ريلز البلاد', 'Tlata Tswar|ثلاث تصاور', 'Akal Media|أكال ميديا'],
    prices: [450, 3600],
    fr: {
      label: ['vidéos courtes pour créateurs et coopératives', 'studio vertical'],
      titles: ['Vidéos {deTown} en une minute', 'Studio vertical {quarter}'],
      pitch: [
        '{name} apprend aux artisans et artistes {deTown} à se raconter en une minute, et filme [ceux qui n’ont pas le temps|quand il le faut].',
        'Une minute, un geste, une vente : {name} accompagne {many} ateliers {deTown} sur leur téléphone.',
      ],
      make: [
        '{name} travaille par cycles de quatre semaines avec des artisans et des artistes {deTown} : cadrer, [parler|écrire], monter, répondre aux messages. À la fin, chacun a huit vidéos prêtes, un catalogue et un calendrier de publication qu’il sait refaire seul.',
        'Les vidéos virales montrent nos métiers sans nommer personne. {name} fait l’inverse : le nom, le prix, l’adresse, et des images que l’artisan possède. Un studio [de poche|simple] au quartier {quarter} sert de base.',
      ],
      how: [
        'Nous ne publions rien nous-mêmes : les comptes restent à leurs propriétaires. [Un suivi de trois mois|Une permanence hebdomadaire] évite l’abandon.',
      ],
      sell: ['Le cycle coûte {price} par participant, un accompagnement de coopérative {pack}. Les centres de formation achètent des sessions.'],
    },
    ar: {
      label: ['فيديوهات قصيرة للمبدعين والتعاونيات', 'استوديو عمودي'],
      titles: ['{town} في دقيقة', 'استوديو عمودي بحي {quarter}'],
      pitch: [
        'يعلّم {name} صناع {town} وفنانيها حكي أنفسهم في دقيقة، ويصور [من لا وقت له|عند الحاجة].',
        'دقيقة وحركة وبيعة: يرافق {name} ورشات {town} على هواتفها.',
      ],
      make: [
        'يشتغل {name} بدورات من أربعة أسابيع مع صناع {town} وفنانيها: التأطير و[الكلام|الكتابة] والمونتاج والرد على الرسائل. في الأخير لكل واحد ثمانية فيديوهات وكتالوغ وبرنامج نشر يعيده وحده.',
        'الفيديوهات الرائجة تُظهر حرفنا ولا تسمي أحداً. يفعل {name} العكس: الاسم والثمن والعنوان، والصور ملك للصانع. وقاعدته استوديو [صغير|بسيط] في حي {quarter}.',
      ],
      how: ['لا ننشر شيئاً بأنفسنا: الحسابات لأصحابها. و[متابعة ثلاثة أشهر|مداومة أسبوعية] تمنع الانقطاع.'],
      sell: ['الدورة بـ{price} للمشارك، ومرافقة تعاونية بـ{pack}. وتشتري مراكز التكوين حصصاً.'],
    },
  },
]
