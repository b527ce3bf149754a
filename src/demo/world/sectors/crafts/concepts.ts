import type { Concept } from '../../material.ts'

export const craftsConcepts: readonly Concept[] = [
  {
    key: 'pottery',
    names: ['Tin w Nar|طين ونار', 'Idqqi|إدقي', 'Qolla|القلة', 'Talakht|تالاخت', 'Khabya|الخابية', 'Fekhar Jdid|الفخار الجديد'],
    prices: [110, 2600],
    fr: {
      label: ['poterie de femmes', 'vaisselle en terre de la région'],
      titles: ['La terre {deTown}', 'Four partagé {deTown}'],
      pitch: [
        '{name} réunit des potières autour {deTown} pour une vaisselle [montée à la main|décorée au lentisque], solide et vendue {price} la pièce.',
        'Les formes sont anciennes, la cuisson est mesurée : {name} fait entrer la poterie {deTown} dans les cuisines d’aujourd’hui.',
      ],
      make: [
        '{name} travaille avec {few} potières des douars proches {deTown}. Elles gardent leurs formes et leurs motifs ; nous ajoutons une terre mieux préparée, [un four à gaz partagé|une cuisson contrôlée] et un émail alimentaire pour l’intérieur des bols.',
        'Les jarres ne servent plus à porter l’eau, mais une assiette, un plat à tajine ou un saladier servent tous les jours. {name} propose {few} formes [empilables|adaptées au four], signées du nom de la potière.',
      ],
      how: ['La terre se prend au même endroit qu’avant, deux fois par an ; [chaque fournée est notée|les défauts sont photographiés et discutés].'],
      sell: [
        'Un bol ou une assiette coûte {price} ; un service complet pour une maison d’hôtes {pack}. Les pièces de second choix se vendent au four, le samedi.',
      ],
    },
    ar: {
      label: ['فخار النساء', 'أواني من طين الجهة'],
      titles: ['طين {town}', 'فرن مشترك في {town}'],
      pitch: [
        'يجمع {name} فخارات من نواحي {town} حول أوانٍ [تُبنى باليد|مزخرفة بالضرو]، متينة وثمنها {price} للقطعة.',
        'أشكال قديمة وطهي محسوب: يُدخل {name} فخار {town} إلى مطابخ اليوم.',
      ],
      make: [
        'يشتغل {name} مع فخارات الدواوير القريبة من {town}. يحتفظن بأشكالهن ورموزهن، ونضيف طيناً أحسن تهييئاً و[فرناً غازياً مشتركاً|حرارة مراقبة] وطلاء غذائياً لداخل الزلايف.',
        'لم تعد القلة تحمل الماء، لكن الصحن والطاجين والزلافة تُستعمل كل يوم. يقترح {name} {few} أشكال [تُركّب فوق بعضها|تصلح للفرن]، موقعة باسم صانعتها.',
      ],
      how: ['نأخذ الطين من المكان نفسه مرتين في السنة، و[نسجل كل فرن|نصور العيوب ونناقشها].'],
      sell: ['الزلافة أو الصحن بـ{price}، والطقم الكامل لدار ضيافة بـ{pack}. وتباع القطع الناقصة عند الفرن كل سبت.'],
    },
  },
  {
    key: 'silver',
    names: ['Noqra|النقرة', 'Tazerzit|تازرزيت', 'Khlala|الخلالة', 'Azrf|أزرف', 'Dmlij|الدمليج', 'Tiqqar|تيقار'],
    prices: [450, 3800],
    fr: {
      label: ['bijoux d’argent', 'argent ciselé et émail'],
      titles: ['Argent {deTown}', 'L’établi d’argent, {quarter}'],
      pitch: [
        '{name} réinterprète [la fibule|le bracelet à pointes|l’émail et le filigrane] {deTown} en bijoux légers que l’on porte tous les jours.',
        'De l’argent contrôlé, un poinçon, un certificat et un maâlem nommé : {name} vend {aTown} des bijoux à partir de {price}.',
      ],
      make: [
        '{name} reprend les formes des parures {deTown} à une échelle portable : [boucles, bagues, chaînes|épingles, bracelets fins, pendentifs]. L’argent est acheté titré, coulé et ciselé dans un atelier du quartier {quarter}, puis livré avec un certificat.',
        'Le bijou ancien part à l’étranger et la copie industrielle prend sa place en vitrine. {name} documente {many} modèles avec les familles qui acceptent, et en tire [une collection par an|des séries de vingt], ciselées par deux maâlems et quatre apprenties.',
      ],
      how: ['L’émail se fait le matin, à la lumière du jour ; [les chutes sont refondues|le poids d’argent figure sur la facture].'],
      sell: ['Une paire de boucles vaut {price}, une parure {pack}. Le prix de l’argent est mis à jour chaque mois et affiché.'],
    },
    ar: {
      label: ['حلي الفضة', 'فضة منقوشة ومينا'],
      titles: ['فضة {town}', 'طاولة الصائغ بحي {quarter}'],
      pitch: [
        'يعيد {name} قراءة [تازرزيت|الدمليج ذي الرؤوس|المينا والفيليكران] في {town} حلياً خفيفة تُلبس كل يوم.',
        'فضة مراقبة وطابع وشهادة ومعلم معروف باسمه: يبيع {name} في {town} حلياً ابتداءً من {price}.',
      ],
      make: [
        'يأخذ {name} أشكال حلي {town} ويصغّرها لتُلبس: [أقراط وخواتم وسلاسل|دبابيس وأساور رقيقة وقلائد]. نشتري الفضة معلومة العيار، وتُسبك وتُنقش في ورشة بحي {quarter}، وتُسلَّم مع شهادة.',
        'الحلي القديمة تغادر إلى الخارج وتأخذ النسخة الصناعية مكانها في الواجهة. يوثق {name} {many} نموذجاً مع العائلات الراضية، ويصنع منها [مجموعة كل سنة|سلسلات من عشرين] ينقشها معلمان وأربع متعلمات.',
      ],
      how: ['المينا تُشتغل صباحاً في ضوء النهار، و[البقايا تُعاد إلى السبك|وزن الفضة مكتوب في الفاتورة].'],
      sell: ['زوج الأقراط بـ{price} والطقم بـ{pack}. ويُحيَّن ثمن الفضة كل شهر ويُعلَّق في الورشة.'],
    },
  },
  {
    key: 'wood',
    names: ['Araar|عرعار', 'Mhrat|المحراط', 'Tasggart|تاسگارت', 'Kharrat|الخراط', 'Nqech|النقش', 'Lwaha|اللويحة'],
    prices: [190, 2900],
    fr: {
      label: ['bois tourné et marqueterie', 'objets en bois de la montagne'],
      titles: ['Le tour {deTown}', 'Copeaux, {quarter}'],
      pitch: [
        '{name} tourne et sculpte {aTown} des [boîtes, jeux et ustensiles|mortiers, plateaux et jouets] en bois certifié ou récupéré.',
        'Un bois qui a une origine écrite, un objet qui sert : {name}, atelier {deTown}, dès {price}.',
      ],
      make: [
        '{name} fabrique des objets utiles [en noyer de taille et en olivier|en cèdre de charpente récupéré|en citronnier] : boîtes, cuillères, jeux d’échecs et jouets. Le bois est acheté avec son papier d’origine, et l’atelier du quartier {quarter} replante chaque hiver avec une école.',
        'Le tourneur à pied travaille au souk devant les touristes, mais ses pièces se ressemblent toutes. {name} lui dessine des séries [géométriques|inspirées des plafonds peints], avec une finition alimentaire et un emballage plat.',
      ],
      how: [
        'Le séchage prend {few} mois : c’est notre banque. [Deux apprentis|Une apprentie et un apprenti] apprennent d’abord à affûter, ensuite à tourner.',
      ],
      sell: ['Un objet coûte {price} en moyenne, une commande d’hôtel {pack}. Les jouets se vendent bien avant l’Achoura et les vacances.'],
    },
    ar: {
      label: ['خراطة الخشب والتطعيم', 'أغراض من خشب الجبل'],
      titles: ['مخرطة {town}', 'نجّار الصغيرة بحي {quarter}'],
      pitch: [
        'يخرط {name} وينحت في {town} [صناديق وألعاباً وأواني|مهارز وصواني ولعباً] من خشب معروف المصدر أو مسترجع.',
        'خشب أصله مكتوب وغرض يُستعمل: {name}، ورشة من {town}، ابتداءً من {price}.',
      ],
      make: [
        'يصنع {name} أغراضاً نافعة [من الجوز والزيتون|من أرز السقوف المسترجع|من الليمون]: صناديق وملاعق وشطرنج ولعب. نشتري الخشب بورقة مصدره، وتغرس ورشة حي {quarter} كل شتاء أشجاراً مع مدرسة.',
        'يشتغل الخراط برجله أمام السياح في السوق، لكن قطعه متشابهة. يرسم له {name} سلسلات [هندسية|مستوحاة من السقوف المزوقة]، بدهان غذائي وتلفيف مسطح.',
      ],
      how: ['التجفيف يأخذ {few} أشهر، وهو رأسمالنا. يتعلم [متعلمان|متعلم ومتعلمة] السنّ أولاً ثم الخراطة.'],
      sell: ['معدل ثمن القطعة {price}، وطلبية فندق بـ{pack}. وتُباع اللعب جيداً قبل عاشوراء والعطل.'],
    },
  },
  {
    key: 'zellige',
    names: ['Zlij Sghir|الزليج الصغير', 'Furma|الفورمة', 'Khatem|الخاتم', 'Tastir|التسطير', 'Menqach|المنقاش', 'Tmnya|الثمانية'],
    prices: [160, 4200],
    fr: {
      label: ['petits objets de zellige', 'zellige en kit'],
      titles: ['Zellige {deTown}', 'La cour du zellige, {quarter}'],
      pitch: [
        '{name} met le zellige {deTown} dans la main : [dessous-de-plat, cadres et tables|kits à assembler, plateaux et numéros de maison] faits avec les chutes des chantiers.',
        'Apprendre un tracé, casser, poser : {name} vend {aTown} des objets et des ateliers de zellige à {price}.',
      ],
      make: [
        '{name} récupère les chutes des maîtres zelligeurs {deTown} et en compose de petits panneaux prêts à poser. Un livret explique le tracé à la règle et au compas, [du carré à l’étoile|étape par étape], pour que l’objet se comprenne en le montant.',
        'Un chantier jette un carreau sur quatre. {name} trie par couleur, retaille [à la martelette|avec deux apprentis] et vend des kits, des tables basses et des panneaux signés du quartier {quarter}.',
      ],
      how: ['Les apprentis sont payés à la surface posée ; les ateliers du public se tiennent assis au sol, comme au chantier, par groupes de huit.'],
      sell: ['Un kit coûte {price}, une table ou un panneau {pack}. Les ateliers d’entreprise remplissent les mois creux.'],
    },
    ar: {
      label: ['أغراض صغيرة من الزليج', 'زليج للتركيب'],
      titles: ['زليج {town}', 'صحن الزليج بحي {quarter}'],
      pitch: [
        'يضع {name} زليج {town} في اليد: [صواني وأطر وموائد|علب للتركيب ولوحات أرقام المنازل] من بقايا الأوراش.',
        'تعلّم التسطير والقطع والتركيب: يبيع {name} في {town} أغراضاً وورشات زليج بـ{price}.',
      ],
      make: [
        'يجمع {name} بقايا معلمي الزليج في {town} ويركّب منها لوحات صغيرة جاهزة. يشرح كتيّب التسطير بالمسطرة والبركار [من المربع إلى الخاتم|خطوة خطوة]، فيفهم المرء القطعة وهو يركبها.',
        'يرمي الورش قطعة من كل أربع. يفرز {name} حسب اللون، ويعيد القطع [بالمنقاش|مع متعلمين]، ويبيع علباً وموائد ولوحات موقعة من حي {quarter}.',
      ],
      how: ['يتقاضى المتعلمون أجرهم بالمساحة المركبة، وورشات العموم جلوس على الأرض كما في الورش، ثمانية ثمانية.'],
      sell: ['العلبة بـ{price}، والمائدة أو اللوحة بـ{pack}. وورشات المقاولات تملأ الأشهر الفارغة.'],
    },
  },
  {
    key: 'basketry',
    names: ['Doum|الدوم', 'Tazgawt|تازگاوت', 'Smar|السمار', 'Isegwi|إيسگوي', 'Lhsira|الحصيرة', 'Tizlit|تيزليت'],
    prices: [95, 2200],
    fr: {
      label: ['vannerie de palmier et de doum', 'paniers et nattes'],
      titles: ['Vannerie {deTown}', 'Les nattes du quartier {quarter}'],
      pitch: [
        '{name} tresse {aTown} [des paniers, des nattes et des lampes|des corbeilles et des suspensions] avec les femmes qui récoltent elles-mêmes la palme.',
        'Du palmier, des mains et un prix écrit : les paniers {deTown} se vendent {price} avec {name}.',
      ],
      make: [
        '{name} rassemble [onze|quinze|vingt] femmes autour {deTown} qui tressent chez elles. Nous fixons ensemble les formes, les dimensions et le prix ; nous achetons la palme au cours, nous contrôlons et nous vendons. Les motifs viennent des nattes de mosquée et des paniers à pain.',
        'Un panier de souk se vend moins cher que la palme qu’il contient. {name} passe aux [luminaires et corbeilles|rangements et sacs de plage], plus courts à faire et mieux payés, avec une couture qui tient.',
      ],
      how: [
        'Une liste de récolte protège les pieds de doum : jamais deux années de suite au même endroit. [Le contrôle|Le paiement] a lieu tous les jeudis.',
      ],
      sell: ['Une corbeille coûte {price}, une commande de lampes pour une terrasse {pack}. La moitié revient aux tresseuses.'],
    },
    ar: {
      label: ['ضفيرة النخيل والدوم', 'قفف وحصائر'],
      titles: ['قفف {town}', 'حصائر حي {quarter}'],
      pitch: [
        'يضفر {name} في {town} [القفف والحصائر والمصابيح|السلال والثريات] مع النساء اللواتي يجمعن الدوم بأنفسهن.',
        'نخيل وأيادٍ وثمن مكتوب: قفف {town} تُباع بـ{price} مع {name}.',
      ],
      make: [
        'يجمع {name} نساء من نواحي {town} يضفرن في بيوتهن. نحدد معاً الأشكال والمقاسات والثمن، ونشتري الدوم بثمن اليوم، ثم نراقب ونبيع. والرسوم من حصائر المساجد وسلال الخبز.',
        'قفة السوق تُباع بأقل من ثمن الدوم الذي فيها. ينتقل {name} إلى [المصابيح والسلال|علب الترتيب وحقائب البحر]، أقصر وقتاً وأحسن أجراً، بخياطة متينة.',
      ],
      how: ['لائحة الجمع تحمي الدوم: لا نعود إلى المكان نفسه سنتين متتاليتين. و[المراقبة|الأداء] كل خميس.'],
      sell: ['السلة بـ{price}، وطلبية مصابيح لسطح مقهى بـ{pack}. والنصف للضافرات.'],
    },
  },
  {
    key: 'carpets',
    names: ['Zarbia|الزربية', 'Tazrbit|تازربيت', 'Hanbel|الهنبل', 'Lqtifa|القطيفة', 'Khit b Khit|خيط بخيط', 'Akhnif|أخنيف'],
    prices: [900, 4800],
    fr: {
      label: ['tapis sur commande', 'tapis de laine nommés'],
      titles: ['Tapis {deTown}', 'Les tisseuses {deTown}'],
      pitch: [
        '{name} relie les tisseuses {deTown} à ceux qui commandent : photo de l’avancement chaque semaine, [part de la tisseuse écrite|prix décomposé] sur l’étiquette.',
        'Un tapis, une tisseuse, un prix expliqué : {name} vend sans intermédiaire {aTown}.',
      ],
      make: [
        '{name} reçoit la commande, choisit la laine et le métier avec la tisseuse, envoie une image par semaine au client et livre le tapis lavé, avec le nom de celle qui l’a noué et le temps passé. Les motifs restent ceux de la famille : nous ne les vendons pas séparément.',
        'Entre le métier et la vitrine, quatre intermédiaires. {name} forme {aTown} {few} femmes à photographier, mesurer et expédier, et tient [un registre des motifs|un calendrier des métiers libres] consultable par toutes.',
      ],
      how: [
        'Un tiers est versé au montage du métier, un tiers à mi-hauteur, le reste à la livraison ; [la laine est payée par le projet|les retards sont annoncés].',
      ],
      sell: ['Un petit format coûte {price}, un tapis de salon {pack}. La tisseuse touche soixante pour cent, le reste paie laine, port et suivi.'],
    },
    ar: {
      label: ['زرابي تحت الطلب', 'زرابي بأسماء نساجاتها'],
      titles: ['زرابي {town}', 'نساجات {town}'],
      pitch: [
        'يربط {name} نساجات {town} بمن يطلب: صورة كل أسبوع و[حصة النساجة مكتوبة|ثمن مفصّل] على البطاقة.',
        'زربية ونساجة وثمن مشروح: يبيع {name} من {town} دون وسيط.',
      ],
      make: [
        'يتلقى {name} الطلب ويختار الصوف والمنسج مع النساجة، ويرسل صورة كل أسبوع، ويسلم الزربية مغسولة باسم من نسجتها ومدة العمل. وتبقى الرسوم ملكاً للعائلة ولا نبيعها على حدة.',
        'بين المنسج والواجهة أربعة وسطاء. يكوّن {name} في {town} نساء على التصوير والقياس والإرسال، ويمسك [سجلاً للرسوم|رزنامة للمناسج] تراه كل النساجات.',
      ],
      how: ['يُؤدى الثلث عند نصب المنسج والثلث عند النصف والباقي عند التسليم، و[الصوف على حساب المشروع|يُعلَن كل تأخير].'],
      sell: ['الزربية الصغيرة بـ{price} وزربية الصالون بـ{pack}. للنساجة ستون في المئة والباقي للصوف والنقل والمتابعة.'],
    },
  },
  {
    key: 'brass',
    names: ['Nhas|النحاس', 'Siniya|الصينية', 'Fnar|الفنار', 'Mtarqa|المطرقة', 'Tbi3a|الطبيعة', 'Saffar|الصفار'],
    prices: [350, 4500],
    fr: {
      label: ['dinanderie contemporaine', 'lampes et plateaux martelés'],
      titles: ['Cuivres {deTown}', 'Le marteau {deTown}'],
      pitch: [
        '{name} fait marteler {aTown} [des lampes|des plateaux et des lampes] aux lignes simples par des dinandiers qui signent leur travail.',
        'Moins de motif, plus de lumière : les cuivres {deTown} redessinés par {name}, à partir de {price}.',
      ],
      make: [
        '{name} dessine avec trois dinandiers du quartier {quarter} des lampes et des plateaux presque nus, où l’on voit le coup de marteau. Chaque modèle est pensé pour être réparé : [douille standard|anneaux vissés], patine refaite à l’atelier.',
        'Les dinandiers {deTown} concurrencés par la machine martèlent pour presque rien. {name} leur commande de petites séries [de dix|de vingt], paie la moitié d’avance et vend à des architectes.',
      ],
      how: [
        'Les chutes repartent à la fonte ; [le bruit|l’horaire des coups de marteau] est convenu avec les voisins. Une apprentie, la première du quartier, a commencé en {month}.',
      ],
      sell: ['Un plateau coûte {price}, une suspension {pack}. Le réétamage des plateaux de famille ramène les clientes du quartier.'],
    },
    ar: {
      label: ['نحاس معاصر', 'مصابيح وصواني بالمطرقة'],
      titles: ['نحاس {town}', 'مطرقة {town}'],
      pitch: [
        'يصنع {name} في {town} [مصابيح|صواني ومصابيح] بخطوط بسيطة، تحت مطرقة صفارين يوقعون أعمالهم.',
        'نقش أقل وضوء أكثر: نحاس {town} بتصميم {name} ابتداءً من {price}.',
      ],
      make: [
        'يرسم {name} مع ثلاثة صفارين من حي {quarter} مصابيح وصواني شبه عارية تظهر فيها ضربة المطرقة. كل نموذج قابل للإصلاح: [مقبس عادي|حلقات مبرومة] وتلميع في الورشة.',
        'غلبت الآلة صفاري {town} فصاروا يطرقون بلا ثمن. يطلب منهم {name} سلسلات صغيرة [من عشر قطع|من عشرين قطعة]، ويؤدي النصف مسبقاً ويبيع للمهندسين.',
      ],
      how: ['البقايا تعود إلى السبك، و[الضجيج|وقت الطرق] متفق عليه مع الجيران. وبدأت متعلمة، هي الأولى في الحي، في {month}.'],
      sell: ['الصينية بـ{price} والثريا بـ{pack}. وتبييض صواني العائلات يعيد زبونات الحي.'],
    },
  },
  {
    key: 'trimmings',
    names: ['Aaqad|العقاد', 'L3oqda|العقدة', 'Qitan|القيطان', 'Zrar|الأزرار', 'Majdoul|المجدول', 'Chrabel|الشراشب'],
    prices: [60, 1800],
    fr: {
      label: ['boutons et passementerie de djellaba', 'passementerie en bijoux'],
      titles: ['Les boutons {deTown}', 'Passementières du quartier {quarter}'],
      pitch: [
        '{name} sort [le bouton de soie|la sfifa] de la djellaba : {aTown}, les nouées à la main deviennent boucles, colliers et [boutons de manteau|accessoires].',
        'Mille nœuds par semaine et un prix à la pièce enfin écrit : {name} réunit les boutonnières {deTown}.',
      ],
      make: [
        '{name} réunit [une trentaine|une vingtaine] de femmes {deTown} qui nouent des boutons de soie pour les tailleurs. Nous classons les modèles, donnons un nom à chacun et en tirons des bijoux, [des ceintures|des embrasses de rideau] et des cartes d’échantillons pour les maisons de couture.',
        'Le bouton est payé quelques centimes et repart sur des caftans à dix mille dirhams. {name} négocie {aTown} un tarif commun, fournit le fil et crée {few} produits que les femmes vendent elles-mêmes.',
      ],
      how: ['Le fil est acheté ensemble, au kilo ; le travail se pèse et se compte devant tout le monde, [un matin par semaine|le lundi].'],
      sell: ['Une paire de boucles coûte {price}, une carte de boutons pour couturier {pack}. Les commandes de mariage remplissent l’été.'],
    },
    ar: {
      label: ['عقاد الجلابة', 'العقدة والسفيفة حلياً'],
      titles: ['عقاد {town}', 'عقّادات حي {quarter}'],
      pitch: [
        'يُخرج {name} [عقدة الحرير|السفيفة] من الجلابة: في {town} تصير العقد أقراطاً وقلائد و[أزراراً للمعاطف|أكسسوارات].',
        'ألف عقدة في الأسبوع وثمن مكتوب أخيراً: يجمع {name} عقّادات {town}.',
      ],
      make: [
        'يجمع {name} [حوالي ثلاثين|حوالي عشرين] امرأة من {town} يعقدن الحرير للخياطين. نصنف النماذج ونسمي كل واحد، ونصنع منها حلياً و[أحزمة|ربطات ستائر] وبطاقات عينات لدور الخياطة.',
        'تُؤدى العقدة بسنتيمات ثم توضع على قفاطين بآلاف الدراهم. يفاوض {name} في {town} على ثمن موحد، ويوفر الخيط، ويصمم {few} منتوجات تبيعها النساء بأنفسهن.',
      ],
      how: ['نشتري الخيط جماعة بالكيلو، ويُوزن العمل ويُحسب أمام الجميع [مرة في الأسبوع|كل اثنين].'],
      sell: ['زوج الأقراط بـ{price}، وبطاقة أزرار للخياط بـ{pack}. وطلبيات الأعراس تملأ الصيف.'],
    },
  },
]
