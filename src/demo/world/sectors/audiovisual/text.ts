import type { Sector } from '../../material.ts'
import { audiovisualConcepts } from './concepts.ts'

export const audiovisual: Sector = {
  code: 'audiovisual',
  weight: 12,
  fr: {
    clients: [
      'les associations de la région',
      'les coopératives',
      'les communes',
      'les écoles et universités',
      'les sociétés de production de Rabat et de Casablanca',
      'les offices de tourisme',
    ],
    impact: [
      'Des jeunes de la région occupent enfin les postes techniques que l’on faisait venir d’ailleurs.',
      'Les villages se voient à l’écran sans folklore et gardent une copie de ce qui est tourné chez eux.',
      'La moitié de l’équipe technique est féminine, y compris au son et à la lumière.',
      'Les films restent visibles {aTown}, gratuitement, [deux fois par an|dans les maisons de jeunes].',
    ],
    roles: ['la réalisation', 'l’image', 'le son', 'le montage', 'la production', 'la diffusion'],
    needs: [
      'Nous ne savons pas encore chiffrer un devis complet ni demander un acompte.',
      'Les droits (musiques, archives, visages) restent notre point faible.',
      'Il nous faut un plan de diffusion au-delà de [nos amis|nos réseaux].',
    ],
    idea: [
      'L’équipe s’est formée autour d’un court film d’école ; {few} structures ont demandé un devis.',
      'Le matériel est listé, deux personnes sont formées et un local nous est promis {aTown}.',
    ],
    firstTry: [
      'En {month}, nous avons tourné {few} films courts pour des associations, payés au tarif des frais.',
      'Une première projection au quartier {quarter} a attiré {many} personnes en {month}.',
      'Notre essai de {month} a été vu {hund} fois et nous a valu deux commandes.',
    ],
    launched: [
      'Depuis {month}, {many} films livrés, dont {few} pour des clients revenus.',
      'Nous facturons depuis {month} et le meilleur mois a rapporté {pack}.',
      'L’activité tourne depuis {month} avec un local {aTown} et trois personnes à mi-temps.',
    ],
  },
  ar: {
    clients: ['جمعيات الجهة', 'التعاونيات', 'الجماعات الترابية', 'المدارس والجامعات', 'شركات الإنتاج بالرباط والدار البيضاء', 'المجالس السياحية'],
    impact: [
      'يشغل شباب الجهة أخيراً المهن التقنية التي كنا نأتي بأصحابها من مدن أخرى.',
      'يرى أهل القرى أنفسهم على الشاشة دون فولكلور، وتبقى عندهم نسخة مما صُوّر في ديارهم.',
      'نصف الفريق التقني نساء، في الصوت والإضاءة أيضاً.',
      'تُعرض الأفلام في {town} بالمجان [مرتين في السنة|في دور الشباب].',
    ],
    roles: ['الإخراج', 'الصورة', 'الصوت', 'المونتاج', 'الإنتاج', 'التوزيع'],
    needs: [
      'لا نعرف بعد كيف نهيئ عرض أثمنة كاملاً ولا كيف نطلب تسبيقاً.',
      'الحقوق (الموسيقى والأرشيف والوجوه) هي نقطة ضعفنا.',
      'نحتاج إلى خطة للعرض تتجاوز [أصدقاءنا|صفحاتنا].',
    ],
    idea: ['تكوّن الفريق حول فيلم مدرسي قصير، وطلبت منا {few} هيئات عرض أثمنة.', 'لائحة العتاد جاهزة وشخصان تكوّنا، ووُعدنا بمحل في {town}.'],
    firstTry: [
      'صورنا في {month} {few} أفلام قصيرة لجمعيات مقابل المصاريف فقط.',
      'جمع أول عرض في حي {quarter} {many} شخصاً في {month}.',
      'شوهدت تجربتنا في {month} {hund} مرة وجلبت لنا طلبيتين.',
    ],
    launched: [
      'سلّمنا منذ {month} {many} فيلماً، بعضها لزبناء عادوا.',
      'نُصدر الفواتير منذ {month}، ومدخول أحسن شهر {pack}.',
      'نشتغل منذ {month} في محل في {town} بثلاثة أشخاص نصف الوقت.',
    ],
  },
  en: {
    clients: ['associations in the region', 'co-operatives', 'tourism boards', 'production companies in Rabat and Casablanca'],
    impact: [
      'Young people of the region take the technical jobs that used to be filled from elsewhere.',
      'Half of the crew are women, also at sound and light.',
      'What is filmed in a village is shown there first, free of charge.',
    ],
    roles: ['directing', 'camera', 'sound', 'editing', 'production'],
    needs: ['We cannot yet write a full quotation or ask for a deposit.', 'Rights in music, archives and faces are our weak point.'],
    idea: ['The team met on a student film; {few} organisations have asked us for a quotation.'],
    firstTry: ['Our trial of {month} was seen {hund} times and brought two orders.'],
    launched: ['Since {month} we have delivered {many} films, some to clients who came back.'],
  },
  concepts: audiovisualConcepts,
}
