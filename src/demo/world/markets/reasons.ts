/** Why a project was given a stand, in the words of who gave it. */
import type { CohortProject } from '../cohort.ts'
import type { SectorCode } from '../scenario.ts'

export type MarketName = 'boulevard' | 'visa' | 'forum'
type Reason = (project: Pick<CohortProject, 'sector'>) => string

const SHOWS: Readonly<Record<SectorCode, readonly [fr: string, ar: string]>> = {
  music: ['un répertoire prêt et des enregistrements à faire écouter', 'رصيد جاهز وتسجيلات للاستماع'],
  design_fashion: ['une petite collection disponible, avec ses prix', 'مجموعة صغيرة متوفرة بأثمنتها'],
  crafts: ['des pièces en stock et un catalogue', 'قطع جاهزة وكاتالوغ'],
  audiovisual: ['un premier film à montrer et des services à vendre', 'أول شريط للعرض وخدمات للبيع'],
  video_games: ['une démo jouable', 'نسخة تجريبية قابلة للعب'],
  heritage_tourism: ['des circuits datés, à réserver sur place', 'مسارات بتواريخها، تُحجز في عين المكان'],
  books: ['trois titres imprimés et un tarif pour les libraires', 'ثلاثة عناوين مطبوعة وأثمنة للكتبيين'],
  new_media: ['des épisodes publiés et une offre pour les annonceurs', 'حلقات منشورة وعرض للمعلنين'],
  performing_arts: ['un spectacle qui tourne, avec sa fiche technique', 'عرض جاهز للجولات ببطاقته التقنية'],
  visual_arts: ['des tirages numérotés à petit prix', 'نسخ مرقمة بأثمنة صغيرة'],
  architecture: ['des maquettes et une offre pour les communes', 'نماذج مصغرة وعرض للجماعات'],
  advertising: ['un portfolio et des forfaits pour petites entreprises', 'ملف أعمال وباقات للمقاولات الصغيرة'],
}

const shown =
  (lead: string, language: 0 | 1, tail = ''): Reason =>
  (project) =>
    `${lead}${SHOWS[project.sector][language]}${tail}`

export const REASONS: Readonly<Record<MarketName, Readonly<Record<'fr' | 'ar', Reason>>>> = {
  boulevard: { fr: shown('Public jeune ; ', 0, '.'), ar: shown('جمهور شاب؛ ', 1, '.') },
  visa: { fr: shown('Rencontrer des programmateurs ; ', 0, '.'), ar: shown('لقاء المبرمجين؛ ', 1, '.') },
  forum: { fr: shown('Six mois de travail à montrer : ', 0, '.'), ar: shown('حصيلة ستة أشهر: ', 1, '.') },
}
