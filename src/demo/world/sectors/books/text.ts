import type { Sector } from '../../material.ts'
import { booksConcepts } from './concepts.ts'

export const books: Sector = {
  code: 'books',
  weight: 7,
  fr: {
    clients: [
      'les librairies',
      'les écoles privées',
      'les parents',
      'les bibliothèques et médiathèques',
      'les associations de lecture',
      'les Marocains du monde',
    ],
    impact: [
      'Des enfants lisent pour la première fois un livre où l’on parle comme chez eux.',
      'Auteurs et illustratrices de la région sont payés à la page, avec un contrat, avant l’impression.',
      'Un exemplaire sur dix est donné à une école rurale, choisie avec la délégation.',
      'Les mères deviennent lectrices en même temps que leurs enfants.',
    ],
    roles: ['l’édition', 'l’illustration', 'la mise en page', 'la traduction', 'la diffusion', 'les ateliers de lecture'],
    needs: [
      'L’impression mange tout : il nous faut apprendre à calculer un tirage.',
      'La distribution hors de la ville est notre vrai mur.',
      'Les contrats d’auteur et le dépôt légal sont à mettre en ordre.',
    ],
    idea: [
      'Deux maquettes existent et {few} classes les ont lues à voix haute.',
      'Nous avons interrogé {few} libraires : tous demandent des titres courts et bien imprimés.',
    ],
    firstTry: [
      'Un premier titre imprimé à {hund} exemplaires en {month} est presque épuisé.',
      'Depuis {month}, {few} ateliers de lecture ont réuni {many} enfants au quartier {quarter}.',
      'Le numéro zéro, paru en {month}, s’est vendu de la main à la main {aTown}.',
    ],
    launched: [
      'Deux titres par an depuis {month}, diffusés dans {few} librairies.',
      'Depuis {month}, {hund} abonnés reçoivent la publication.',
      'Les ventes en salon depuis {month} couvrent déjà l’impression du titre suivant.',
    ],
  },
  ar: {
    clients: ['المكتبات', 'المدارس الخاصة', 'الآباء', 'الخزانات والمكتبات الوسائطية', 'جمعيات القراءة', 'مغاربة العالم'],
    impact: [
      'يقرأ أطفال لأول مرة كتاباً يتكلم كما يتكلمون في البيت.',
      'يتقاضى كتّاب الجهة ورساموها أجرهم بالصفحة وبعقد قبل الطبع.',
      'نسخة من كل عشر تُهدى إلى مدرسة قروية نختارها مع المديرية.',
      'تصير الأمهات قارئات مع أطفالهن.',
    ],
    roles: ['النشر', 'الرسم', 'الإخراج', 'الترجمة', 'التوزيع', 'ورشات القراءة'],
    needs: [
      'الطبع يأكل كل شيء، وعلينا أن نتعلم حساب عدد النسخ.',
      'التوزيع خارج المدينة هو الحائط الحقيقي.',
      'عقود التأليف والإيداع القانوني تحتاج إلى ترتيب.',
    ],
    idea: ['عندنا مجسمان للكتاب قرأتهما {few} أقسام جهراً.', 'سألنا {few} كتبيين، وكلهم يطلبون عناوين قصيرة جيدة الطبع.'],
    firstTry: [
      'عنوان أول طُبع منه {hund} نسخة في {month} يكاد ينفد.',
      'منذ {month} جمعت ورشات القراءة {many} طفلاً في حي {quarter}.',
      'صدر العدد صفر في {month} وبيع يداً بيد في {town}.',
    ],
    launched: [
      'نصدر عنوانين في السنة منذ {month} وتوزعهما {few} مكتبات.',
      'منذ {month} يتوصل {hund} مشترك بالإصدار.',
      'مبيعات المعارض منذ {month} تغطي طبع العنوان الموالي.',
    ],
  },
  en: {
    clients: ['bookshops', 'schools', 'parents', 'libraries'],
    impact: [
      'Children read for the first time a book that speaks as they do at home.',
      'Authors and illustrators of the region are paid by the page, with a contract.',
    ],
    roles: ['editing', 'illustration', 'layout', 'translation', 'distribution'],
    needs: ['Printing eats everything: we must learn to work out a print run.', 'Distribution outside the town is our real wall.'],
    idea: ['Two dummies exist and {few} classes have read them aloud.'],
    firstTry: ['Issue zero came out in {month} and was sold by hand in {town}.'],
    launched: ['Two titles a year since {month}, in {few} bookshops.'],
  },
  concepts: booksConcepts,
}
