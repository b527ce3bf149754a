import type { Sector } from '../../material.ts'
import { musicConcepts } from './concepts.ts'

export const music: Sector = {
  code: 'music',
  weight: 14,
  fr: {
    clients: [
      'les cafés culturels',
      'les maisons d’hôtes',
      'les écoles privées',
      'les festivals de la région',
      'les communes',
      'les familles qui préparent une fête',
      'les jeunes groupes',
    ],
    impact: [
      'Des musiciens qui jouaient gratuitement reçoivent un cachet écrit, avec une facture et des droits déclarés.',
      'Les jeunes restent dans leur ville pour répéter au lieu d’abandonner après le baccalauréat.',
      'Des répertoires [de femmes|de villages|de confréries] que personne n’avait notés sont enregistrés avec l’accord de celles et ceux qui les portent.',
      'Les filles montent sur scène : la moitié des places leur est réservée dans chaque activité.',
    ],
    roles: ['la prise de son', 'la programmation', 'la comptabilité', 'les relations avec les lieux', 'la lutherie', 'les réseaux sociaux'],
    needs: [
      'Il nous faut comprendre les droits d’auteur et les droits voisins avant de signer avec [un distributeur|un festival].',
      'La fixation des cachets et des prix se fait encore au jugé.',
      'Le contrat type avec les lieux reste à écrire, dans les deux langues.',
    ],
    idea: [
      'Nous avons interrogé {many} musiciens {deTown} : {few} sur dix paieraient dès cette année.',
      'Le local est repéré, le matériel chiffré, et {few} groupes ont promis d’essayer la première semaine.',
    ],
    firstTry: [
      'Un premier essai en {month} a réuni {many} personnes dans le quartier {quarter}, avec du matériel prêté.',
      'Depuis {month}, {few} groupes ont testé la formule gratuitement et rempli une fiche d’avis.',
      'Trois soirées tests ont couvert leurs frais, sans payer encore l’équipe.',
    ],
    launched: [
      'Depuis {month}, {many} clients ont payé, dont un tiers est revenu.',
      'L’activité est ouverte depuis {month} et a rapporté {pack} le meilleur mois.',
      'Nous avons signé avec {few} lieux réguliers et tenons un carnet de réservations depuis {month}.',
    ],
  },
  ar: {
    clients: ['المقاهي الثقافية', 'دور الضيافة', 'المدارس الخاصة', 'مهرجانات الجهة', 'الجماعات الترابية', 'العائلات في أعراسها', 'الفرق الشابة'],
    impact: [
      'عازفون كانوا يشتغلون بالمجان يتقاضون أجراً مكتوباً بعقد وفاتورة وحقوق مصرح بها.',
      'يبقى الشباب في مدينتهم للتمرين عوض أن يهجروا الموسيقى بعد الباكالوريا.',
      'تُسجَّل أنماط غنائية [نسائية|قروية|صوفية] لم يدوّنها أحد، بموافقة أصحابها.',
      'نصف الأماكن محجوز للفتيات في كل نشاط حتى يصعدن إلى الخشبة دون حرج.',
    ],
    roles: ['التقاط الصوت', 'البرمجة', 'المحاسبة', 'العلاقة مع الفضاءات', 'صناعة الآلات', 'التواصل الرقمي'],
    needs: [
      'نحتاج إلى فهم حقوق المؤلف والحقوق المجاورة قبل التوقيع مع [أي موزع|أي مهرجان].',
      'ما زلنا نحدد الأجور والأثمنة بالتقدير فقط.',
      'العقد النموذجي مع الفضاءات لم يُكتب بعد باللغتين.',
    ],
    idea: [
      'استجوبنا {many} موسيقياً في {town}، وأغلبهم مستعد للأداء منذ هذه السنة.',
      'المحل معروف والعتاد محسوب الكلفة، ووعدتنا {few} فرق بالتجربة في الأسبوع الأول.',
    ],
    firstTry: [
      'جمعت تجربة أولى في {month} {many} شخصاً في حي {quarter} بعتاد مُعار.',
      'منذ {month} جرّبت {few} فرق الصيغة بالمجان وملأت بطاقة رأي.',
      'غطّت ثلاث أمسيات تجريبية مصاريفها دون أن يتقاضى الفريق أجراً بعد.',
    ],
    launched: [
      'منذ {month} أدّى {many} زبوناً ثمن الخدمة، وعاد ثلثهم مرة ثانية.',
      'انطلق النشاط في {month} وبلغ مدخول أحسن شهر {pack}.',
      'نشتغل بانتظام مع {few} فضاءات ونمسك دفتر حجوزات منذ {month}.',
    ],
  },
  en: {
    clients: ['guesthouses', 'cultural cafés', 'private schools', 'festivals in the region', 'young bands'],
    impact: [
      'Musicians who used to play for nothing get a written fee, an invoice and declared rights.',
      'Half the places are kept for young women, so that the stage is no longer a men’s corner.',
      'Songs that nobody had written down are recorded with the consent of the people who carry them.',
    ],
    roles: ['sound recording', 'booking', 'accounts', 'social media', 'instrument making'],
    needs: ['We need to understand authors’ and neighbouring rights before we sign with a distributor.', 'We still set our prices by instinct.'],
    idea: ['We asked {many} musicians in {town} what they would pay, and most would start this year.'],
    firstTry: ['A first evening in {month} brought {many} people to {quarter}, with borrowed equipment.'],
    launched: ['Since {month} {many} clients have paid, and a third of them came back.'],
  },
  concepts: musicConcepts,
}
