import type { Sector } from '../../material.ts'
import { advertisingConcepts } from './concepts.ts'

export const advertising: Sector = {
  code: 'advertising',
  weight: 4,
  fr: {
    clients: ['les coopératives', 'les petits commerces', 'les artisans', 'les festivals', 'les communes', 'les jeunes entreprises'],
    impact: [
      'Une coopérative bien présentée vend au prix juste et n’a plus besoin d’un intermédiaire.',
      'Les langues et les écritures d’ici prennent place dans la rue et sur les étiquettes.',
      'Des graphistes de la région vivent de leur métier sans quitter leur ville.',
    ],
    roles: ['le graphisme', 'la rédaction', 'la relation client', 'l’impression', 'la photographie'],
    needs: [
      'Nous vendons à l’heure sans savoir ce que vaut l’heure.',
      'Il nous faut un cahier des charges type et savoir dire non.',
      'Les droits sur les polices et les images sont flous pour nous.',
    ],
    idea: ['{few} coopératives ont accepté de servir de cas d’école.'],
    firstTry: [
      '{few} clients d’essai depuis {month}, payés moitié prix et très bavards.',
      'Une première série livrée en {month} {aTown} a doublé les ventes d’une petite marque.',
    ],
    launched: ['Depuis {month}, {many} clients, dont {few} reviennent chaque mois.', 'Nous facturons depuis {month} et tenons nos délais.'],
  },
  ar: {
    clients: ['التعاونيات', 'الدكاكين الصغيرة', 'الصناع', 'المهرجانات', 'الجماعات الترابية', 'المقاولات الناشئة'],
    impact: [
      'التعاونية التي تُقدَّم جيداً تبيع بالثمن العادل ولا تحتاج إلى وسيط.',
      'تأخذ لغاتنا وخطوطنا مكانها في الشارع وعلى البطاقات.',
      'يعيش مصممو الجهة من مهنتهم دون أن يغادروا مدينتهم.',
    ],
    roles: ['التصميم', 'الكتابة', 'العلاقة مع الزبناء', 'الطبع', 'التصوير'],
    needs: ['نبيع بالساعة ولا نعرف ثمن الساعة.', 'نحتاج إلى دفتر تحملات نموذجي وإلى أن نتعلم الرفض.', 'حقوق الخطوط والصور غير واضحة عندنا.'],
    idea: ['قبلت {few} تعاونيات أن تكون تجربة أولى.'],
    firstTry: ['{few} زبناء للتجربة منذ {month} بنصف الثمن وبملاحظات كثيرة.', 'سلسلة أولى سُلّمت في {month} بـ{town} ضاعفت مبيعات علامة صغيرة.'],
    launched: ['منذ {month} عندنا {many} زبوناً يعود بعضهم كل شهر.', 'نصدر الفواتير منذ {month} ونحترم الآجال.'],
  },
  concepts: advertisingConcepts,
}
