import type { Sector } from '../../material.ts'
import { performingArtsConcepts } from './concepts.ts'

export const performingArts: Sector = {
  code: 'performing_arts',
  weight: 7,
  fr: {
    clients: ['les communes', 'les écoles', 'les festivals', 'les centres culturels', 'les entreprises', 'les associations de quartier'],
    impact: [
      'La place publique redevient un lieu où l’on s’arrête ensemble, enfants devant, anciens sur des chaises.',
      'Des jeunes passés par la rue tiennent un horaire, un rôle et une fiche de paie.',
      'Les filles jouent dehors, en public, avec l’accord et la présence des familles.',
      'Des interprètes de la région vivent ici au lieu de partir figurer ailleurs.',
    ],
    roles: ['le jeu', 'la mise en espace', 'la régie', 'la vente des spectacles', 'la formation', 'les costumes et accessoires'],
    needs: [
      'Nous ne savons pas vendre une tournée ni établir une fiche financière.',
      'Assurance, autorisations et sécurité du public sont à professionnaliser.',
      'La carte d’artiste et les contrats de la troupe sont à mettre en règle.',
    ],
    idea: [
      'Six personnes répètent chaque semaine et {few} lieux ont promis une date.',
      'Le dossier technique est prêt et {few} écoles se sont inscrites.',
    ],
    firstTry: [
      'Trois représentations tests depuis {month}, devant {hund} personnes en tout.',
      'Une semaine d’ateliers en {month} a réuni {many} jeunes au quartier {quarter}.',
      'La première version, jouée en {month}, a montré ce qui ne marche pas en plein air.',
    ],
    launched: [
      'Depuis {month}, {many} dates vendues et deux personnes à mi-temps.',
      'Les ateliers accueillent {many} inscrits payants depuis {month}.',
      'Depuis {month}, {few} communes nous programment chaque année.',
    ],
  },
  ar: {
    clients: ['الجماعات الترابية', 'المدارس', 'المهرجانات', 'المراكز الثقافية', 'المقاولات', 'جمعيات الأحياء'],
    impact: [
      'تعود الساحة مكاناً نقف فيه جميعاً: الأطفال في الأمام والشيوخ على الكراسي.',
      'شباب جاؤوا من الشارع يلتزمون بوقت ودور وورقة أجر.',
      'تلعب الفتيات في الهواء الطلق بموافقة العائلات وحضورها.',
      'يعيش فنانو الجهة هنا عوض أن يرحلوا لأدوار صغيرة.',
    ],
    roles: ['التشخيص', 'الإخراج', 'التقنية', 'بيع العروض', 'التكوين', 'الملابس والأكسسوار'],
    needs: [
      'لا نعرف كيف نبيع جولة ولا كيف نهيئ بطاقة مالية.',
      'التأمين والرخص وسلامة الجمهور تحتاج إلى احتراف.',
      'بطاقة الفنان وعقود الفرقة في حاجة إلى تسوية.',
    ],
    idea: ['يتمرن ستة أشخاص كل أسبوع ووعدتنا {few} فضاءات بمواعيد.', 'الملف التقني جاهز وتسجلت {few} مدارس.'],
    firstTry: [
      'ثلاثة عروض تجريبية منذ {month} أمام {hund} متفرج.',
      'جمع أسبوع من الورشات في {month} {many} شاباً في حي {quarter}.',
      'النسخة الأولى التي لُعبت في {month} كشفت ما لا يصلح للهواء الطلق.',
    ],
    launched: [
      'بعنا منذ {month} {many} موعداً ويشتغل اثنان نصف الوقت.',
      'تستقبل الورشات {many} منخرطاً بالأداء منذ {month}.',
      'تبرمجنا {few} جماعات كل سنة منذ {month}.',
    ],
  },
  concepts: performingArtsConcepts,
}
