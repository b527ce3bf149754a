import type { Sector } from '../../material.ts'
import { designFashionConcepts } from './concepts.ts'

export const designFashion: Sector = {
  code: 'design_fashion',
  weight: 13,
  fr: {
    clients: [
      'les boutiques de créateurs',
      'les maisons d’hôtes',
      'les jeunes actives de la région',
      'les Marocains du monde en visite l’été',
      'les architectes d’intérieur',
      'les concept-stores de Rabat et de Casablanca',
    ],
    impact: [
      'Des couturières à domicile passent du paiement à la pièce à un tarif horaire affiché dans l’atelier.',
      'Des chutes et des vêtements usés quittent la décharge : nous pesons ce que nous transformons.',
      'Un savoir de mères et de grands-mères redevient un métier que des filles de vingt ans choisissent.',
      'La commande est partagée avec [une coopérative|un centre de formation] de la province, qui facture sous son nom.',
    ],
    roles: ['le stylisme', 'la coupe', 'la couture', 'la vente en ligne', 'l’achat des matières', 'la photographie'],
    needs: [
      'Le prix de revient n’intègre encore ni notre temps ni les retours.',
      'Il nous faut une gamme de tailles et des fiches techniques qu’un atelier extérieur puisse suivre.',
      'Nous cherchons [un regard sur la collection|un avis de professionnel] avant le premier salon.',
    ],
    idea: [
      'Les prototypes sont dessinés ; {few} clientes ont accepté de les essayer et de dire ce qui ne va pas.',
      'Nous avons relevé les prix de {many} articles comparables avant de fixer les nôtres.',
    ],
    firstTry: [
      'Une première série de {many} pièces, cousue en {month}, s’est vendue dans le quartier {quarter} en [deux week-ends|trois semaines].',
      'Nous avons tenu un stand en {month} : {many} ventes, et surtout une liste de remarques.',
      'Une boutique {deTown} a pris {few} modèles en dépôt depuis {month}.',
    ],
    launched: [
      'Depuis {month}, nous vendons {many} pièces par mois, dont la moitié par messages.',
      'Deux points de vente et une page en ligne fonctionnent depuis {month}, avec {hund} clients inscrits.',
      'La petite collection lancée en {month} est épuisée et une seconde est en coupe.',
    ],
  },
  ar: {
    clients: ['متاجر المصممين', 'دور الضيافة', 'شابات الجهة العاملات', 'مغاربة العالم في الصيف', 'مهندسو الديكور', 'متاجر الرباط والدار البيضاء'],
    impact: [
      'خياطات كن يتقاضين أجرهن بالقطعة صرن يتقاضينه بالساعة وبثمن معلق في الورشة.',
      'بقايا الثوب والملابس القديمة لا تذهب إلى المطرح، ونحن نزن كل ما نحوّله.',
      'معرفة الأمهات والجدات تعود حرفة تختارها فتيات في العشرين.',
      'نتقاسم الطلبيات مع [تعاونية|مركز تكوين] من الإقليم، وتصدر الفاتورة باسمه.',
    ],
    roles: ['التصميم', 'الفصالة', 'الخياطة', 'البيع عبر الإنترنت', 'شراء المواد', 'التصوير'],
    needs: [
      'ثمن الكلفة عندنا لا يحسب بعدُ وقت العمل ولا القطع المرجوعة.',
      'نحتاج إلى مقاسات مضبوطة وبطاقات تقنية تستطيع ورشة خارجية أن تتبعها.',
      'نبحث عن [رأي مهني في المجموعة|عين خبيرة] قبل أول معرض.',
    ],
    idea: ['النماذج مرسومة، وقبلت {few} زبونات تجربتها وقول ما لا يعجبهن.', 'سجلنا أثمنة {many} منتوجاً مشابهاً قبل أن نحدد أثمنتنا.'],
    firstTry: [
      'خيطت سلسلة أولى من {many} قطعة في {month} وبيعت في حي {quarter} خلال [أسبوعين|ثلاثة أسابيع].',
      'أقمنا رواقاً في {month}: بعنا {many} قطعة وعدنا بلائحة من الملاحظات.',
      'قبل متجر في {town} عرض {few} نماذج منذ {month}.',
    ],
    launched: [
      'منذ {month} نبيع {many} قطعة في الشهر، نصفها عبر الرسائل.',
      'نشتغل بنقطتي بيع وصفحة رقمية منذ {month}، وعندنا {hund} زبون مسجل.',
      'نفدت المجموعة الصغيرة التي أطلقناها في {month} والثانية في الفصالة.',
    ],
  },
  en: {
    clients: ['designer shops', 'guesthouses', 'visitors in summer', 'concept stores in Rabat and Casablanca'],
    impact: [
      'Home seamstresses move from piece rates to an hourly rate posted on the wall of the workshop.',
      'Offcuts and worn clothes stay out of the dump: we weigh what we transform.',
      'A skill of mothers and grandmothers becomes a trade that women of twenty choose.',
    ],
    roles: ['design', 'pattern cutting', 'sewing', 'online sales', 'photography'],
    needs: [
      'Our cost price still leaves out our own time and the returns.',
      'We need size charts and technical sheets that another workshop can follow.',
    ],
    idea: ['The prototypes are drawn; {few} customers agreed to wear them and tell us what is wrong.'],
    firstTry: ['A first run of {many} pieces, sewn in {month}, sold out around {quarter} in three weeks.'],
    launched: ['Since {month} we sell {many} pieces a month, half of them through messages.'],
  },
  concepts: designFashionConcepts,
}
