import type { Sector } from '../../material.ts'
import { architectureConcepts } from './concepts.ts'

export const architecture: Sector = {
  code: 'architecture',
  weight: 3,
  fr: {
    clients: ['les propriétaires de maisons anciennes', 'les communes', 'les bureaux d’études', 'les maisons d’hôtes', 'les écoles d’architecture'],
    impact: [
      'Des maisons sont réparées avant de tomber, et les maâlems du quartier sont les premiers payés.',
      'La terre et la chaux de la province remplacent le ciment là où il fait du mal.',
      'De jeunes diplômées travaillent dans leur ville au lieu d’attendre un poste ailleurs.',
    ],
    roles: ['le relevé', 'le chantier', 'le dessin', 'les devis', 'la formation'],
    needs: [
      'La responsabilité et l’assurance des chantiers sont à clarifier.',
      'Nos devis oublient les imprévus, et nous les payons.',
      'Il nous faut un réseau d’architectes qui signent.',
    ],
    idea: ['{few} propriétaires attendent un relevé et la commune a donné son accord de principe.'],
    firstTry: [
      'Un premier chantier de {few} semaines au quartier {quarter}, en {month}, a servi de test grandeur nature.',
      'Deux relevés complets ont été livrés depuis {month}.',
    ],
    launched: ['Depuis {month}, {many} relevés et petits chantiers facturés.', 'Deux communes nous ont confié un travail depuis {month}.'],
  },
  ar: {
    clients: ['أصحاب الدور القديمة', 'الجماعات الترابية', 'مكاتب الدراسات', 'دور الضيافة', 'مدارس الهندسة'],
    impact: [
      'تُصلح دور قبل أن تسقط، ومعلمو الحي أول من يتقاضى أجره.',
      'يعوض تراب الإقليم وجيره الإسمنت حيث يضر.',
      'تشتغل خريجات شابات في مدينتهن عوض انتظار منصب بعيد.',
    ],
    roles: ['القياس', 'الورش', 'الرسم', 'عروض الأثمنة', 'التكوين'],
    needs: ['المسؤولية والتأمين في الأوراش في حاجة إلى توضيح.', 'عروضنا تنسى الطوارئ ونحن من يؤدي ثمنها.', 'نحتاج إلى شبكة مهندسين يوقعون.'],
    idea: ['ينتظر {few} ملاكين القياس، وأعطت الجماعة موافقة مبدئية.'],
    firstTry: ['كان ورش أول بحي {quarter} في {month} تجربة حقيقية.', 'سلّمنا قياسين كاملين منذ {month}.'],
    launched: ['منذ {month} فوترنا {many} قياساً وورشاً صغيراً.', 'كلفتنا جماعتان بعمل منذ {month}.'],
  },
  en: {
    clients: ['owners of old houses', 'town councils', 'engineering offices', 'guesthouses'],
    impact: ['Houses are repaired before they fall, and master builders of the neighbourhood are the first to be paid.'],
    roles: ['surveying', 'site work', 'drawing', 'quotations'],
    needs: ['Liability and insurance on site are still unclear to us.'],
    idea: ['{few} owners are waiting for a survey and the town agrees in principle.'],
    firstTry: ['Two complete surveys have been delivered since {month}.'],
    launched: ['Since {month} we have billed {many} surveys and small sites.'],
  },
  concepts: architectureConcepts,
}
