import type { Sector } from '../../material.ts'
import { visualArtsConcepts } from './concepts.ts'

export const visualArts: Sector = {
  code: 'visual_arts',
  weight: 4,
  fr: {
    clients: ['les communes', 'les écoles', 'les hôtels et cafés', 'les architectes', 'les marques locales', 'les associations de quartier'],
    impact: [
      'Les artistes de la région sont payés pour un service, avec une facture, et non en visibilité.',
      'Les habitants choisissent le sujet et participent : le lieu est ensuite respecté.',
      'Les jeunes femmes peignent dehors, sur échafaudage, et cela se voit.',
    ],
    roles: ['la direction artistique', 'la peinture', 'la logistique', 'les devis', 'la médiation', 'la sérigraphie'],
    needs: [
      'Nous sous-évaluons la préparation des chantiers.',
      'La sécurité et l’assurance des chantiers en hauteur nous manquent.',
      'Le contrat de commande artistique est à écrire.',
    ],
    idea: ['{few} murs et lieux sont repérés, et {few} commanditaires ont répondu.'],
    firstTry: [
      'Un premier chantier réalisé en {month} au quartier {quarter} a mobilisé {many} voisins.',
      'Une série test de {many} tirages s’est vendue en {month}.',
    ],
    launched: ['Depuis {month}, {few} commandes payées et livrées à temps.', 'L’atelier est ouvert depuis {month} et compte {many} adhérents.'],
  },
  ar: {
    clients: ['الجماعات الترابية', 'المدارس', 'الفنادق والمقاهي', 'المهندسون المعماريون', 'العلامات المحلية', 'جمعيات الأحياء'],
    impact: [
      'يتقاضى فنانو الجهة ثمن خدمة بفاتورة، لا مقابل الشهرة.',
      'يختار السكان الموضوع ويشاركون، فيُحترم المكان بعد ذلك.',
      'ترسم الشابات في الهواء الطلق وفوق السقالة، وهذا يُرى.',
    ],
    roles: ['الإدارة الفنية', 'الرسم', 'اللوجستيك', 'عروض الأثمنة', 'الوساطة', 'السيريغرافيا'],
    needs: ['نحسب تهييء الأوراش بأقل من كلفته.', 'تنقصنا السلامة والتأمين في الأوراش العالية.', 'عقد الطلب الفني لم يُكتب بعد.'],
    idea: ['حددنا {few} جدران وأماكن، وأجاب {few} من أصحاب الطلب.'],
    firstTry: ['أُنجز ورش أول في {month} بحي {quarter} وشارك فيه {many} جاراً.', 'بيعت سلسلة تجريبية من {many} نسخة في {month}.'],
    launched: ['منذ {month} سلّمنا {few} طلبيات مؤدى عنها في وقتها.', 'الورشة مفتوحة منذ {month} وفيها {many} منخرطاً.'],
  },
  en: {
    clients: ['town councils', 'schools', 'hotels and cafés', 'local brands'],
    impact: [
      'Artists of the region are paid for a service, with an invoice, and not in visibility.',
      'Young women paint outdoors on scaffolding, and people see it.',
    ],
    roles: ['art direction', 'painting', 'logistics', 'quotations'],
    needs: ['We underestimate the preparation of each site.'],
    idea: ['{few} walls are found and {few} clients have answered.'],
    firstTry: ['A first site in {month} brought {many} neighbours of {quarter} together.'],
    launched: ['Since {month}, {few} commissions were paid and delivered on time.'],
  },
  concepts: visualArtsConcepts,
}
