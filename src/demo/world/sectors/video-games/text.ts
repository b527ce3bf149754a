import type { Sector } from '../../material.ts'
import { videoGamesConcepts } from './concepts.ts'

export const videoGames: Sector = {
  code: 'video_games',
  weight: 7,
  fr: {
    clients: [
      'les écoles privées',
      'les studios étrangers',
      'les joueuses et joueurs de la région',
      'les musées',
      'les maisons de jeunes',
      'les marques d’équipement',
    ],
    impact: [
      'Des jeunes qui quittaient l’école pour le jeu apprennent à en fabriquer un et obtiennent une attestation.',
      'Les filles représentent [la moitié|quarante pour cent] des inscrites, ce qui est rare dans ce secteur.',
      'Le jeu raconte la région avec ses langues, ses maisons et ses musiques, et non un Orient d’emprunt.',
      'Les parents sont invités deux fois par an : ils voient un métier là où ils voyaient une perte de temps.',
    ],
    roles: ['la programmation', 'le dessin 2D', 'le modèle 3D', 'l’écriture', 'le son', 'la relation avec les écoles'],
    needs: [
      'Nous programmons mieux que nous ne vendons : le premier contrat nous fait peur.',
      'Il nous manque un calendrier de production réaliste et quelqu’un pour nous y tenir.',
      'La protection de notre univers et de notre code n’est pas réglée.',
    ],
    idea: [
      'Le document de conception fait {many} pages et {few} joueurs l’ont commenté.',
      'Un prototype papier a été joué {many} fois dans un café du quartier {quarter}.',
    ],
    firstTry: [
      'Une démo jouable de dix minutes est en ligne depuis {month} : {hund} téléchargements.',
      'En {month}, {many} élèves ont joué la première version et rempli un questionnaire.',
      'Le tournoi test de {month} a rassemblé {many} joueurs et couvert ses frais.',
    ],
    launched: [
      'La première version payante est sortie en {month} et s’est vendue {hund} fois.',
      'Depuis {month}, {many} abonnés paient chaque mois et deux écoles ont signé.',
      'Nous livrons un client étranger depuis {month}, tous les mois, sans retard.',
    ],
  },
  ar: {
    clients: ['المدارس الخاصة', 'الاستوديوهات الأجنبية', 'لاعبو الجهة', 'المتاحف', 'دور الشباب', 'علامات المعدات'],
    impact: [
      'شباب كانوا يهجرون المدرسة من أجل اللعب يتعلمون صنع لعبة وينالون شهادة.',
      'تمثل الفتيات [نصف|أربعين في المئة من] المسجلين، وهذا نادر في القطاع.',
      'تحكي اللعبة الجهة بلغاتها وبيوتها وموسيقاها، لا شرقاً مستعاراً.',
      'ندعو الآباء مرتين في السنة فيرون مهنة حيث كانوا يرون تضييع وقت.',
    ],
    roles: ['البرمجة', 'الرسم ثنائي الأبعاد', 'النمذجة', 'الكتابة', 'الصوت', 'العلاقة مع المدارس'],
    needs: ['نبرمج أحسن مما نبيع، وأول عقد يخيفنا.', 'ينقصنا برنامج إنتاج واقعي ومن يلزمنا به.', 'حماية عالم اللعبة وبرنامجها لم تُحسم بعد.'],
    idea: ['وثيقة التصميم مكتوبة وعلّق عليها {few} لاعبين.', 'لُعب النموذج الورقي {many} مرة في مقهى بحي {quarter}.'],
    firstTry: [
      'نسخة تجريبية من عشر دقائق على الشبكة منذ {month}: {hund} تحميل.',
      'لعب {many} تلميذاً النسخة الأولى في {month} وملؤوا استمارة.',
      'جمع دوري تجريبي في {month} {many} لاعباً وغطى مصاريفه.',
    ],
    launched: [
      'صدرت أول نسخة مدفوعة في {month} وبيعت {hund} مرة.',
      'يؤدي {many} مشتركاً كل شهر منذ {month}، ووقعت مدرستان.',
      'نسلّم زبوناً أجنبياً كل شهر منذ {month} دون تأخير.',
    ],
  },
  en: {
    clients: ['schools', 'foreign studios', 'museums', 'players in the region'],
    impact: [
      'Young people who left school for games learn to make one, and get a certificate.',
      'Forty per cent of our trainees are young women, which is rare in this field.',
      'The game tells the region with its languages, houses and music instead of a borrowed Orient.',
    ],
    roles: ['programming', 'drawing', '3D modelling', 'writing', 'sound'],
    needs: ['We code better than we sell: the first contract frightens us.', 'We lack a realistic production calendar and someone to hold us to it.'],
    idea: ['A paper prototype was played {many} times in a café of {quarter}.'],
    firstTry: ['A ten-minute demo has been online since {month}: {hund} downloads.'],
    launched: ['The first paid version came out in {month} and sold {hund} copies.'],
  },
  concepts: videoGamesConcepts,
}
