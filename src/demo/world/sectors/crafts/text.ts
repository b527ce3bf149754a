import type { Sector } from '../../material.ts'
import { craftsConcepts } from './concepts.ts'

export const crafts: Sector = {
  code: 'crafts',
  weight: 15,
  fr: {
    clients: [
      'les maisons d’hôtes',
      'les boutiques des musées',
      'les architectes et décorateurs',
      'les visiteurs des foires régionales',
      'les Marocains du monde',
      'les entreprises pour leurs cadeaux de fin d’année',
    ],
    impact: [
      'Le maâlem n’est plus seul : deux apprentis rémunérés apprennent un geste qui allait s’arrêter avec lui.',
      'Les femmes de la coopérative vendent sous leur nom et connaissent le prix final de chaque pièce.',
      'La matière vient de la province, ce qui fait vivre [des éleveurs|des potiers|des récoltants] et réduit le transport.',
      'Un métier jugé vieux attire de nouveau des jeunes, parce qu’il se voit, se raconte et se paie.',
    ],
    roles: [
      'la fabrication',
      'la vente',
      'le dessin des modèles',
      'la gestion du stock',
      'la formation des apprenties',
      'la relation avec la coopérative',
    ],
    needs: [
      'Nous vendons bien mais nous ne savons pas si nous gagnons : le prix de revient est à construire.',
      'L’emballage casse une pièce sur dix pendant le transport.',
      'Il nous manque des photographies et un catalogue que l’on puisse envoyer à un acheteur.',
    ],
    idea: [
      'Deux maâlems {deTown} ont accepté de transmettre et {few} modèles sont dessinés.',
      'Nous avons visité {few} ateliers de la province et chiffré chaque étape de la fabrication.',
    ],
    firstTry: [
      'Une première série de {many} pièces a été montrée à la foire {deTown} en {month} ; tout est parti sauf {few} pièces.',
      'Depuis {month}, deux maisons d’hôtes nous prennent des pièces en dépôt.',
      'Nous avons cuit, raté et recommencé : {few} essais depuis {month}, et un modèle enfin stable.',
    ],
    launched: [
      'L’atelier du quartier {quarter} vend depuis {month} environ {many} pièces par mois.',
      'Depuis {month}, {few} boutiques nous commandent régulièrement et nous avons déposé le nom.',
      'Nous exportons de petits colis depuis {month} : {many} commandes, deux réclamations.',
    ],
  },
  ar: {
    clients: ['دور الضيافة', 'متاجر المتاحف', 'المهندسون ومصممو الديكور', 'زوار المعارض الجهوية', 'مغاربة العالم', 'المقاولات في هدايا آخر السنة'],
    impact: [
      'لم يعد المعلم وحده: متعلمان مؤدى عنهما يأخذان صنعة كانت ستتوقف معه.',
      'تبيع نساء التعاونية باسمهن ويعرفن الثمن النهائي لكل قطعة.',
      'المادة من الإقليم، وهذا يُعيل [الكسابة|الفخارين|الجامعين] ويقلل النقل.',
      'صنعة قيل إنها شاخت تجلب الشباب من جديد، لأنها تُرى وتُحكى ويُؤدى عنها.',
    ],
    roles: ['الصنعة', 'البيع', 'رسم النماذج', 'تدبير المخزون', 'تكوين المتعلمات', 'العلاقة مع التعاونية'],
    needs: [
      'نبيع جيداً لكننا لا نعرف هل نربح: ثمن الكلفة غير محسوب بعد.',
      'التلفيف الحالي يكسر قطعة من كل عشر في الطريق.',
      'تنقصنا صور وكتالوغ يمكن إرساله إلى أي مشترٍ.',
    ],
    idea: ['قبل معلمان من {town} أن يعلّما الصنعة، ورسمنا {few} نماذج.', 'زرنا {few} ورشات في الإقليم وحسبنا كلفة كل مرحلة.'],
    firstTry: [
      'عرضنا سلسلة أولى من {many} قطعة في معرض {town} في {month}، ولم يبق منها إلا القليل.',
      'منذ {month} تعرض دارا ضيافة قطعنا للبيع.',
      'أحرقنا وأخطأنا وأعدنا: {few} محاولات منذ {month} حتى استقر النموذج.',
    ],
    launched: [
      'تبيع ورشة حي {quarter} منذ {month} حوالي {many} قطعة في الشهر.',
      'منذ {month} تطلب منا {few} متاجر بانتظام، وسجلنا الاسم.',
      'نرسل طروداً صغيرة إلى الخارج منذ {month}: {many} طلبية وشكايتان فقط.',
    ],
  },
  concepts: craftsConcepts,
}
