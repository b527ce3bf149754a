import type { Sector } from '../../material.ts'
import { newMediaConcepts } from './concepts.ts'

export const newMedia: Sector = {
  code: 'new_media',
  weight: 9,
  fr: {
    clients: [
      'les commerces et restaurants de la ville',
      'les festivals',
      'les communes',
      'les fondations',
      'les coopératives',
      'les auditeurs qui soutiennent chaque mois',
    ],
    impact: [
      'La vie culturelle de la ville se sait d’avance, et les salles se remplissent.',
      'Des voix que l’on n’entend jamais, [bergers, ouvrières, lycéens|anciens, migrants, enfants], parlent à leur manière.',
      'Une rédaction mixte, payée, apprend à vérifier avant de publier.',
      'Les archives sont déposées dans un lieu public et restent consultables.',
    ],
    roles: ['la rédaction', 'le son', 'le développement', 'les partenariats', 'la vidéo', 'l’archivage'],
    needs: [
      'Le modèle économique tient sur un seul annonceur, c’est trop peu.',
      'Le cadre légal de la presse et des données nous échappe en partie.',
      'Il nous faut apprendre à mesurer notre audience sans nous mentir.',
    ],
    idea: [
      'Trois pilotes sont enregistrés et {few} personnes extérieures les ont critiqués.',
      'La maquette du site existe et {few} annonceurs ont demandé un tarif.',
    ],
    firstTry: [
      'Depuis {month}, {few} épisodes publiés et {hund} écoutes pour le meilleur.',
      'Une version d’essai tourne depuis {month} avec {hund} inscrits.',
      'Le hors-série de {month} a été partagé par {many} associations de la région.',
    ],
    launched: [
      'Depuis {month}, une parution par semaine sans interruption et {hund} abonnés.',
      'Les premières recettes sont tombées en {month} : {few} contrats signés.',
      'Le service est ouvert depuis {month} et {many} structures y publient elles-mêmes.',
    ],
  },
  ar: {
    clients: ['محلات المدينة ومطاعمها', 'المهرجانات', 'الجماعات الترابية', 'المؤسسات', 'التعاونيات', 'المستمعون الداعمون كل شهر'],
    impact: [
      'تُعرف الحياة الثقافية للمدينة مسبقاً فتمتلئ القاعات.',
      'أصوات لا نسمعها أبداً، [رعاة وعاملات وتلاميذ|شيوخ ومهاجرون وأطفال]، تتكلم على طريقتها.',
      'هيئة تحرير مختلطة ومؤدى عنها تتعلم التحقق قبل النشر.',
      'يوضع الأرشيف في مكان عمومي ويبقى مفتوحاً.',
    ],
    roles: ['التحرير', 'الصوت', 'التطوير', 'الشراكات', 'الفيديو', 'الأرشيف'],
    needs: [
      'يعتمد نموذجنا على معلن واحد وهذا قليل.',
      'الإطار القانوني للصحافة والمعطيات لا نملكه كله.',
      'نحتاج إلى قياس جمهورنا دون أن نكذب على أنفسنا.',
    ],
    idea: ['سجلنا ثلاث حلقات تجريبية وانتقدها {few} أشخاص من خارج الفريق.', 'تصميم الموقع جاهز وطلب {few} معلنين التسعيرة.'],
    firstTry: [
      'منذ {month} نشرنا {few} حلقات وبلغت أحسنها {hund} استماع.',
      'نسخة تجريبية تشتغل منذ {month} وفيها {hund} مسجل.',
      'تقاسمت عدد {month} الخاص {many} جمعية من الجهة.',
    ],
    launched: [
      'منذ {month} ننشر كل أسبوع دون انقطاع، وعندنا {hund} مشترك.',
      'جاءت أولى المداخيل في {month}: {few} عقود موقعة.',
      'الخدمة مفتوحة منذ {month} وتنشر فيها {many} هيئة بنفسها.',
    ],
  },
  en: {
    clients: ['museums and town councils', 'festivals', 'guesthouses', 'foundations'],
    impact: [
      'The cultural life of the town is known in advance, and halls fill up.',
      'Voices that are never heard, shepherds, workers, pupils, speak in their own way.',
    ],
    roles: ['editing', 'sound', 'development', 'partnerships', 'video'],
    needs: ['Our income rests on one advertiser, which is too few.', 'We must learn to measure our audience without lying to ourselves.'],
    idea: ['Three pilots are made and {few} outsiders have criticised them.'],
    firstTry: ['A trial version has been running since {month} with {hund} people signed up.'],
    launched: ['One release a week since {month}, without a gap, for {hund} subscribers.'],
  },
  concepts: newMediaConcepts,
}
