import type { Sector } from '../../material.ts'
import { heritageTourismConcepts } from './concepts.ts'

export const heritageTourism: Sector = {
  code: 'heritage_tourism',
  weight: 12,
  fr: {
    clients: [
      'les agences de voyages réceptives',
      'les maisons d’hôtes',
      'les écoles en sortie de classe',
      'les familles marocaines en vacances',
      'les communes',
      'les groupes d’étudiants étrangers',
    ],
    impact: [
      'Chaque visite verse une part fixe à [la famille|l’artisan|la gardienne] qui ouvre sa porte.',
      'Les habitants choisissent ce qui se montre et ce qui reste privé.',
      'Les visiteurs restent une nuit de plus, ce que les petits commerces sentent tout de suite.',
      'Des bâtiments fermés depuis des années sont rouverts, nettoyés et gardés par des jeunes du lieu.',
    ],
    roles: ['l’accueil', 'le récit des visites', 'la réservation', 'la cartographie', 'la relation avec les habitants', 'la sécurité des groupes'],
    needs: [
      'Le statut des accompagnateurs et l’assurance des groupes sont à régler.',
      'Nous dépendons d’une seule agence : il faut vendre en direct.',
      'Le récit est prêt en arabe ; les autres langues demandent un vrai travail d’écriture.',
    ],
    idea: [
      'Le parcours est repéré, {few} familles sont d’accord et l’autorisation de la commune est demandée.',
      'Nous avons marché le circuit {many} fois avec des amis et corrigé le rythme.',
    ],
    firstTry: [
      'En {month}, {many} personnes ont suivi la visite test et payé ce qu’elles voulaient.',
      'Trois sorties de classe ont eu lieu depuis {month}, à prix coûtant.',
      'Un week-end test en {month} : {many} participants, deux pannes, une liste de corrections.',
    ],
    launched: [
      'Depuis {month}, {hund} visiteurs payants, dont une moitié de Marocains.',
      'Deux agences nous envoient des groupes depuis {month} et {few} familles touchent un revenu.',
      'Les visites ont lieu chaque week-end depuis {month}, complètes un dimanche sur deux.',
    ],
  },
  ar: {
    clients: ['وكالات الأسفار', 'دور الضيافة', 'المدارس في خرجاتها', 'العائلات المغربية في العطل', 'الجماعات الترابية', 'مجموعات الطلبة الأجانب'],
    impact: [
      'من كل زيارة حصة قارة [للعائلة|للصانع|للحارسة] التي تفتح الباب.',
      'السكان هم من يختار ما يُعرض وما يبقى خاصاً.',
      'يبقى الزائر ليلة إضافية، وهذا تحس به الدكاكين الصغيرة في الحين.',
      'بنايات مغلقة منذ سنوات فُتحت ونُظفت ويحرسها شباب المكان.',
    ],
    roles: ['الاستقبال', 'حكي الزيارات', 'الحجز', 'الخرائط', 'العلاقة مع السكان', 'سلامة المجموعات'],
    needs: [
      'وضعية المرافقين وتأمين المجموعات لم يُحلّا بعد.',
      'نعتمد على وكالة واحدة وعلينا أن نبيع مباشرة.',
      'الحكاية جاهزة بالعربية، وباقي اللغات يحتاج إلى كتابة حقيقية.',
    ],
    idea: ['المسار محدد، ووافقت {few} عائلات، وطلبنا رخصة الجماعة.', 'مشينا المسار {many} مرة مع أصدقاء وعدّلنا الإيقاع.'],
    firstTry: [
      'تبع {many} شخصاً الزيارة التجريبية في {month} وأدّوا ما أرادوا.',
      'نظمنا ثلاث خرجات مدرسية منذ {month} بثمن الكلفة.',
      'نهاية أسبوع تجريبية في {month}: {many} مشاركاً وعطبان ولائحة تصحيحات.',
    ],
    launched: [
      'استقبلنا منذ {month} {hund} زائر بالأداء، نصفهم مغاربة.',
      'ترسل لنا وكالتان مجموعات منذ {month} وتستفيد {few} عائلات من دخل.',
      'الزيارات كل نهاية أسبوع منذ {month}، وتمتلئ يوم الأحد مرة من اثنتين.',
    ],
  },
  en: {
    clients: ['incoming travel agencies', 'guesthouses', 'schools on outings', 'groups of foreign students'],
    impact: [
      'Each visit pays a fixed share to the family or the craftsman who opens the door.',
      'Residents choose what is shown and what stays private.',
      'Visitors stay one night more, and small shops feel it at once.',
    ],
    roles: ['hosting', 'storytelling', 'booking', 'mapping', 'group safety'],
    needs: ['The status of guides and the insurance of groups are still open.', 'We depend on one agency and need to sell directly.'],
    idea: ['The route is mapped, {few} families agree, and the permission of the town is asked.'],
    firstTry: ['In {month}, {many} people took the trial walk and paid what they wished.'],
    launched: ['Since {month} we have had {hund} paying visitors, half of them Moroccan.'],
  },
  concepts: heritageTourismConcepts,
}
