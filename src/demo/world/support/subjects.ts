/** What is taught, alone or in a group. */
import type { Trilingual } from '../../../domain/language.ts'
import { trilingual } from '../trilingual.ts'

export const SUBJECTS = {
  model: trilingual('بناء النموذج الاقتصادي للمشروع|Construire son modèle économique|Building a business model'),
  price: trilingual('كيف تحدد ثمنك|Fixer un prix|Setting a price'),
  cost: trilingual('حساب كلفة الإنتاج|Calculer son coût de revient|Working out what a thing costs'),
  copyright: trilingual('حقوق المؤلف والعقود|Droits d’auteur et contrats|Copyright and contracts'),
  communication: trilingual('التعريف بالمشروع|Faire connaître son projet|Making the project known'),
  fundraising: trilingual('البحث عن التمويل|Trouver des financements|Finding money'),
  accounting: trilingual('مسك الحسابات والفواتير|Tenir ses comptes et ses factures|Keeping accounts and invoices'),
  pitch: trilingual('تقديم المشروع في أربع دقائق|Présenter son projet en quatre minutes|Presenting the project in four minutes'),
  status: trilingual('اختيار الشكل القانوني|Choisir un statut juridique|Choosing a legal form'),
  audience: trilingual('معرفة الجمهور والزبناء|Connaître son public et ses clients|Knowing one’s audience and customers'),
  team: trilingual('توزيع العمل داخل الفريق|Partager le travail dans l’équipe|Sharing the work in a team'),
  distribution: trilingual('البيع عبر الإنترنت وعن بعد|Vendre en ligne et à distance|Selling online and at a distance'),
  production: trilingual('تنظيم الإنتاج والتسليم|Organiser sa production et ses livraisons|Organising production and delivery'),
  partners: trilingual('التفاوض مع جماعة أو شريك|Négocier avec une commune ou un partenaire|Negotiating with a municipality or a partner'),
  plan: trilingual('مراجعة خطة العمل|Faire le point sur le plan d’action|Going over the action plan'),
  start: trilingual('تشخيص الحاجات وخطة الأشهر الستة|Diagnostic des besoins et plan des six mois|Needs, and the plan of the six months'),
} as const satisfies Readonly<Record<string, Trilingual>>
export type Subject = keyof typeof SUBJECTS
