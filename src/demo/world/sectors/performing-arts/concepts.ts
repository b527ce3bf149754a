import type { Concept } from '../../material.ts'

export const performingArtsConcepts: readonly Concept[] = [
  {
    key: 'halqa',
    names: ['Dwira|الدويرة', 'Halqa Jdida|حلقة جديدة', 'Lbsat|البساط', 'Hlayqi|الحلايقي', 'Amdyaz|أمدياز', 'Sahat|ساحات'],
    prices: [1200, 7000],
    fr: {
      label: ['halqa et conte de place', 'troupe de conteurs'],
      titles: ['Halqa {deTown}', 'Le cercle {quarter}'],
      pitch: [
        '{name} ramène la halqa sur les places {deTown} : [un apprentissage de six mois|des conteuses et des conteurs formés], une saison vendue aux communes.',
        'Un cercle, un récit, un chapeau et un vrai cachet : {name} fait de la halqa un métier {aTown}.',
      ],
      make: [
        '{name} forme {few} jeunes auprès de deux anciens halaïqis : le souffle, [la dispute feinte|la quête], l’attente, l’improvisation. La troupe propose ensuite une saison de places aux communes et des veillées contées aux maisons d’hôtes et aux écoles.',
        'La halqa disparaît {aTown} faute de relève et de places libres. {name} signe avec la commune un calendrier de soirées, [éclairées et gardées|sans amplification], et rémunère les maîtres pour transmettre.',
      ],
      how: [
        'Les récits des maîtres sont enregistrés et leur restent attribués ; [les filles ont leur propre cercle|un cercle de filles ouvre la saison].',
      ],
      sell: ['Une soirée coûte {price} à la commune, une saison de huit dates {pack}. Les entreprises demandent aussi des conteurs.'],
    },
    ar: {
      label: ['حلقة وحكاية الساحة', 'فرقة حكواتيين'],
      titles: ['حلقة {town}', 'دائرة {quarter}'],
      pitch: [
        'يعيد {name} الحلقة إلى ساحات {town}: [تعلّم من ستة أشهر|حكواتيون وحكواتيات مكوَّنون] وموسم يُباع للجماعات.',
        'دائرة وحكاية وأجر حقيقي: يجعل {name} الحلقة مهنة في {town}.',
      ],
      make: [
        'يكوّن {name} شباباً على يد حلايقيين قديمين: النفَس و[الخصام المصطنع|جمع الفتوح] والانتظار والارتجال. ثم تقترح الفرقة موسم ساحات على الجماعات وليالي حكاية على دور الضيافة والمدارس.',
        'تختفي الحلقة في {town} لغياب الخلف والساحات. يوقع {name} مع الجماعة برنامج أمسيات [مضاءة ومحروسة|دون مكبرات]، ويؤدي للمعلمين أجر التلقين.',
      ],
      how: ['تُسجَّل حكايات المعلمين وتبقى باسمهم، و[للفتيات حلقتهن|حلقة الفتيات تفتتح الموسم].'],
      sell: ['الأمسية بـ{price} على الجماعة، وموسم من ثمانية مواعيد بـ{pack}. وتطلب المقاولات حكواتيين كذلك.'],
    },
  },
  {
    key: 'puppets',
    names: ['3aroussa|العروسة', 'Tlghnja|تلغنجا', 'Khit w Yed|خيط ويد', 'Boujloud Kids|بوجلود الصغير', 'Dmiya|الدمية', 'Sndouq Lferja|صندوق الفرجة'],
    prices: [1100, 6500],
    fr: {
      label: ['marionnettes pour les écoles', 'petit théâtre de marionnettes'],
      titles: ['Marionnettes {deTown}', 'Petit théâtre {quarter}'],
      pitch: [
        '{name} joue dans les classes {deTown} avec des marionnettes en [bois et tissu récupéré|courge et laine], puis apprend aux enfants à fabriquer les leurs.',
        'Un castelet qui tient dans une voiture, trois histoires d’ici : {name} tourne dans {many} écoles.',
      ],
      make: [
        '{name} fabrique des marionnettes inspirées [des poupées de pluie et des masques de fête|des personnages de contes] et tourne dans les écoles et les maisons de jeunes. Le spectacle dure trente-cinq minutes ; l’atelier qui suit en dure soixante, et chaque enfant repart avec un personnage.',
        'Les écoles {deTown} reçoivent peu de spectacles, et presque jamais dans leur langue. {name} joue en darija et en amazighe, avec [trois|deux] interprètes et une enseignante associée.',
      ],
      how: [
        'Les histoires parlent d’eau, de peur et d’amitié ; [une psychologue scolaire|une institutrice] relit. Le décor se monte en vingt minutes.',
      ],
      sell: ['Une représentation avec atelier coûte {price}, un forfait de dix classes {pack}. Les goûters du samedi au quartier complètent.'],
    },
    ar: {
      label: ['عرائس للمدارس', 'مسرح العرائس الصغير'],
      titles: ['عرائس {town}', 'المسرح الصغير بحي {quarter}'],
      pitch: [
        'يلعب {name} في أقسام {town} بعرائس من [خشب وثوب مسترجع|القرع والصوف]، ثم يعلّم الأطفال صنع عرائسهم.',
        'مسرح تسعه سيارة وثلاث حكايات من هنا: يجول {name} في مدارس {town}.',
      ],
      make: [
        'يصنع {name} عرائس مستوحاة [من تاغنجا وأقنعة المواسم|من شخصيات الحكايات] ويجول في المدارس ودور الشباب. العرض خمس وثلاثون دقيقة، والورشة بعده ساعة يخرج منها كل طفل بشخصيته.',
        'قليلاً ما تستقبل مدارس {town} عرضاً، وأقل منه بلغتها. يلعب {name} بالدارجة والأمازيغية بـ[ثلاثة ممثلين|ممثلين اثنين] ومعلمة شريكة.',
      ],
      how: ['الحكايات عن الماء والخوف والصداقة، وتراجعها [مختصة نفسية|معلمة]. ويُركَّب الديكور في عشرين دقيقة.'],
      sell: ['العرض مع الورشة بـ{price}، وحزمة من عشرة أقسام بـ{pack}. وتكمل صباحات السبت في الحي.'],
    },
  },
  {
    key: 'circus',
    names: ['Sirk Hawma|سيرك الحومة', 'Tawazon|توازن', 'Hmadcha Move|حركة', 'Jnah|الجناح', 'Qfeza|القفزة', 'Ouled Sidi Ahmed|أولاد الساحة'],
    prices: [180, 8500],
    fr: {
      label: ['école de cirque social', 'acrobatie de la région'],
      titles: ['École de cirque {deTown}', 'Cirque du quartier {quarter}'],
      pitch: [
        '{name} apprend [l’acrobatie, le jonglage et l’équilibre|la pyramide et le saut] aux jeunes {deTown}, et vend des numéros pour payer les cours.',
        'Trois soirs par semaine, un tapis et un cadre : {name} fait grandir {many} jeunes du quartier {quarter}.',
      ],
      make: [
        '{name} accueille des enfants et des adolescents [trois soirs par semaine|chaque après-midi de vacances] dans un gymnase prêté. L’apprentissage s’appuie sur l’acrobatie des Ouled Sidi Ahmed ou Moussa et sur le cirque d’aujourd’hui. Les plus avancés composent des numéros vendus aux fêtes et festivals.',
        'Beaucoup d’adolescents {deTown} quittent l’école et traînent. {name} leur propose un effort visible, [un certificat d’initiateur|un rôle d’assistant] et un premier revenu en jouant devant leur ville.',
      ],
      how: ['Deux entraîneurs diplômés, une visite médicale par an, des tapis contrôlés : la sécurité passe avant [le spectacle|la prouesse].'],
      sell: ['L’inscription coûte {price} par trimestre selon les moyens ; un spectacle se vend {pack}. Un tiers des places est gratuit.'],
    },
    ar: {
      label: ['مدرسة السيرك الاجتماعي', 'ألعاب بهلوانية من الجهة'],
      titles: ['مدرسة السيرك في {town}', 'سيرك حي {quarter}'],
      pitch: [
        'يعلّم {name} شباب {town} [البهلوان والرمي والتوازن|الهرم والقفز]، ويبيع عروضاً يؤدي بها ثمن الدروس.',
        'ثلاث أمسيات في الأسبوع وبساط وإطار: يكبر مع {name} {many} شاباً من حي {quarter}.',
      ],
      make: [
        'يستقبل {name} الأطفال واليافعين [ثلاث أمسيات في الأسبوع|كل عصر في العطل] في قاعة معارة. يعتمد التعلم على ألعاب أولاد سيدي أحمد أوموسى وعلى سيرك اليوم، ويركّب المتقدمون فقرات تُباع للحفلات والمهرجانات.',
        'يترك كثير من يافعي {town} المدرسة ويهيمون. يقترح عليهم {name} جهداً مرئياً و[شهادة مؤطر|دور مساعد] وأول دخل وهم يلعبون أمام مدينتهم.',
      ],
      how: ['مدربان مجازان وفحص طبي كل سنة وبسط مراقبة: السلامة قبل [العرض|البطولة].'],
      sell: ['الانخراط بـ{price} للفصل حسب القدرة، والعرض بـ{pack}. وثلث المقاعد بالمجان.'],
    },
  },
  {
    key: 'dance',
    names: ['Khtawi|خطاوي', 'Breakdanse Bled|بريك بلاد', 'Ahwach Step|ستيب', 'Jadba Crew|جدبة كرو', 'Raqsat|رقصات', 'Tizi Dance|تيزي دانس'],
    prices: [220, 5000],
    fr: {
      label: ['école de danse urbaine', 'danses d’ici et de la rue'],
      titles: ['École de danse {deTown}', 'Battle {quarter}'],
      pitch: [
        '{name} enseigne {aTown} [hip-hop et ahidous|breaking et danses de la région] dans la même salle, et organise une battle ouverte deux fois par an.',
        'Des cours à {price} par mois, des vestiaires séparés, une vraie scène : {name} fait danser {townName}.',
      ],
      make: [
        '{name} loue une salle au quartier {quarter} et y donne des cours par niveau : danse urbaine, [ahidous et reggada|gnawa et contemporain], préparation physique. Deux enseignants sont de la région, et un invité vient chaque trimestre. Les élèves préparent des interventions que les marques et les communes paient.',
        'Les danseurs {deTown} s’entraînent sur les parkings. {name} leur offre un sol correct, [un suivi|un kinésithérapeute partenaire] et une carte d’élève qui rassure les parents.',
      ],
      how: [
        'Les élèves de plus de dix-huit ans apprennent à enseigner ; [les battles sont filmées|un jury mixte arbitre] et les droits d’image signés.',
      ],
      sell: ['Le cours coûte {price} par mois, une intervention d’entreprise ou de commune {pack}. Les stages d’été remplissent la salle.'],
    },
    ar: {
      label: ['مدرسة الرقص الحضري', 'رقصات من هنا ومن الشارع'],
      titles: ['مدرسة الرقص في {town}', 'باتل {quarter}'],
      pitch: [
        'يعلّم {name} في {town} [الهيب هوب وأحيدوس|البريك ورقصات الجهة] في القاعة نفسها، وينظم منافسة مفتوحة مرتين في السنة.',
        'دروس بـ{price} في الشهر ومستودعات منفصلة وخشبة حقيقية: يُرقص {name} {town}.',
      ],
      make: [
        'يكتري {name} قاعة في حي {quarter} ويعطي دروساً حسب المستوى: الرقص الحضري و[أحيدوس والركادة|كناوة والمعاصر] والتهييء البدني. أستاذان من الجهة وضيف كل فصل، ويهيئ التلاميذ عروضاً تؤدي عنها العلامات والجماعات.',
        'يتدرب راقصو {town} في مواقف السيارات. يوفر لهم {name} أرضية صالحة و[متابعة|مروضاً شريكاً] وبطاقة تطمئن الآباء.',
      ],
      how: ['يتعلم من تجاوز الثامنة عشرة التدريس، و[تُصوَّر المنافسات|تُحكّم لجنة مختلطة] وتُوقَّع حقوق الصورة.'],
      sell: ['الدرس بـ{price} في الشهر، وعرض لمقاولة أو جماعة بـ{pack}. وتمتلئ القاعة بتداريب الصيف.'],
    },
  },
  {
    key: 'forum-theatre',
    names: ['Dour Bdour|دور بدور', 'Kelmtek|كلمتك', 'Masrah Hdak|مسرح حداك', 'Rkna|ركنة', 'Amezgun|أمزگون', 'Badil|بديل'],
    prices: [1500, 8000],
    fr: {
      label: ['théâtre-forum pour institutions', 'théâtre et débat'],
      titles: ['Théâtre-forum {deTown}', 'Compagnie du débat, {quarter}'],
      pitch: [
        '{name} joue des scènes de la vie [du travail|de l’école|de la rue] {deTown} et invite le public à rejouer la fin.',
        'Une scène, un problème, vingt solutions : {name} vend le théâtre-forum aux écoles et aux institutions {deTown}.',
      ],
      make: [
        '{name} écrit avec les premiers concernés des scènes de dix minutes : [harcèlement|orientation|conduite|tri des déchets]. Après la représentation, le public entre en scène et essaie autre chose, guidé par une meneuse de jeu. Un compte rendu court est remis au commanditaire.',
        'Les campagnes de sensibilisation {aTown} se résument à des affiches. {name} propose des cycles de trois interventions, [avec un questionnaire avant et après|préparés avec les enseignants], en darija et en amazighe.',
      ],
      how: ['La troupe compte [six|sept] comédiens payés à la date ; chaque thème est vérifié par un spécialiste.'],
      sell: ['Une intervention coûte {price}, un cycle complet {pack}. Les fondations financent les écoles rurales.'],
    },
    ar: {
      label: ['مسرح المنتدى للمؤسسات', 'مسرح ونقاش'],
      titles: ['مسرح المنتدى في {town}', 'فرقة النقاش بحي {quarter}'],
      pitch: [
        'يلعب {name} مشاهد من [الشغل|المدرسة|الشارع] في {town} ويدعو الجمهور إلى إعادة النهاية.',
        'مشهد ومشكلة وعشرون حلاً: يبيع {name} مسرح المنتدى للمدارس والمؤسسات في {town}.',
      ],
      make: [
        'يكتب {name} مع المعنيين مشاهد من عشر دقائق: [التحرش|التوجيه|السياقة|فرز النفايات]. بعد العرض يصعد الجمهور ويجرب شيئاً آخر مع منشطة، ويتسلم صاحب الطلب تقريراً قصيراً.',
        'حملات التحسيس في {town} ملصقات لا غير. يقترح {name} دورات من ثلاث حصص [باستمارة قبل وبعد|مهيأة مع الأساتذة] بالدارجة والأمازيغية.',
      ],
      how: ['في الفرقة [ستة|سبعة] ممثلين يتقاضون أجرهم بالعرض، ويتحقق مختص من كل موضوع.'],
      sell: ['الحصة بـ{price} والدورة الكاملة بـ{pack}. وتمول المؤسسات مدارس القرى.'],
    },
  },
]
