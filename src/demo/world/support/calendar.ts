/** The days of each edition: group trainings, days of individual training, open talks. Chosen once, away from closed days and Fridays. */
import type { Trilingual } from '../../../domain/language.ts'
import { addDays, workingDay } from '../clock.ts'
import { type EditionKey, type RegionCode, SCENARIO } from '../scenario.ts'
import { trilingual } from '../trilingual.ts'
import type { Subject } from './subjects.ts'
import type { VenueKey } from './venues.ts'

export interface GroupDay {
  /** Null: for the four regions together. */
  readonly region: RegionCode | null
  readonly day: string
  readonly subject: Subject
  /** Why it was called off, when it was. */
  readonly cancelled?: string
  /** Day on which it was planned, when that was not with the whole calendar. */
  readonly planned?: string
}

const group = (region: RegionCode | null, day: string, subject: Subject, turn: Pick<GroupDay, 'cancelled' | 'planned'> = {}): GroupDay => ({
  region,
  day,
  subject,
  ...turn,
})

export const GROUP_DAYS: Readonly<Record<EditionKey, readonly GroupDay[]>> = {
  e1: [
    group(null, '2023-05-13', 'start'),
    group('FM', '2023-05-23', 'model'),
    group('FM', '2023-07-11', 'price'),
    group('FM', '2023-10-03', 'pitch'),
    group('OR', '2023-05-25', 'model'),
    group('OR', '2023-07-13', 'accounting'),
    group('OR', '2023-10-05', 'communication'),
    group('SM', '2023-05-30', 'model'),
    group('SM', '2023-07-18', 'copyright'),
    group('SM', '2023-09-09', 'fundraising', { cancelled: 'Deuil national après le séisme. La formation sera reportée.' }),
    group('SM', '2023-09-19', 'fundraising', { planned: '2023-09-13' }),
    group('TTA', '2023-06-01', 'model'),
    group('TTA', '2023-07-25', 'price'),
    group('TTA', '2023-10-10', 'fundraising'),
  ],
  e2: [
    group('FM', '2024-06-03', 'price'),
    group('FM', '2024-09-10', 'communication'),
    group('FM', '2024-10-22', 'pitch'),
    group('OR', '2024-06-06', 'model'),
    group('OR', '2024-06-27', 'accounting'),
    group('OR', '2024-10-08', 'pitch'),
    group('SM', '2024-06-08', 'model'),
    group('SM', '2024-09-12', 'copyright'),
    group('SM', '2024-10-24', 'fundraising'),
    group('TTA', '2024-06-13', 'price'),
    group('TTA', '2024-09-26', 'partners'),
    group('TTA', '2024-10-29', 'pitch'),
  ],
  e3: [
    group('FM', '2025-06-17', 'model'),
    group('FM', '2025-09-09', 'communication'),
    group('FM', '2025-10-14', 'fundraising'),
    group('OR', '2025-06-19', 'price'),
    group('OR', '2025-09-23', 'copyright'),
    group('OR', '2025-11-04', 'pitch'),
    group('SM', '2025-06-24', 'audience'),
    group('SM', '2025-09-11', 'accounting'),
    group('SM', '2025-10-28', 'pitch'),
    group('TTA', '2025-06-26', 'model'),
    group('TTA', '2025-07-22', 'distribution'),
    group('TTA', '2025-10-21', 'status'),
  ],
}

export interface CoachingDay {
  readonly day: string
  /** Sessions of an hour, one a project. */
  readonly sessions: number
  /** The usual house of the region unless said. */
  readonly at?: VenueKey | 'online'
  /** Why the last session of the day was called off, when it was. */
  readonly cancelled?: string
}

/** '06-11 3, 06-26 2 tetouan'. */
function coaching(year: number, days: string, cancelled: Readonly<Record<string, string>> = {}): CoachingDay[] {
  return days.split(', ').map((one) => {
    const [day, sessions, at] = one.split(' ') as [string, string, CoachingDay['at']?]
    const reason = cancelled[day]
    return {
      day: `${year}-${day}`,
      sessions: Number(sessions),
      ...(at === undefined ? {} : { at }),
      ...(reason === undefined ? {} : { cancelled: reason }),
    }
  })
}

export const COACHING_DAYS: Readonly<Record<EditionKey, Readonly<Record<RegionCode, readonly CoachingDay[]>>>> = {
  e1: {
    FM: coaching(2023, '06-06 4, 07-04 4, 08-29 3 online, 09-26 4 meknes, 10-24 3'),
    OR: coaching(2023, '06-08 4, 06-27 4, 08-31 4 nador, 09-27 4, 10-26 3'),
    SM: coaching(2023, '06-13 5, 07-12 5, 09-05 4 tiznit, 09-20 5, 10-18 4'),
    TTA: coaching(2023, '06-07 5, 06-22 5, 07-27 4 tetouan, 09-13 4, 10-11 3'),
  },
  e2: {
    FM: coaching(2024, '06-11 3, 06-25 5, 07-16 4, 09-04 4 meknes, 09-25 4, 10-23 4', {
      '06-25': 'La porteuse du projet passe un examen ce jour-là.',
    }),
    OR: coaching(2024, '06-12 2, 07-10 5, 07-24 4 nador, 09-11 4, 10-09 4, 10-30 4'),
    SM: coaching(2024, '06-04 3, 06-20 4, 07-17 5, 09-05 5 tiznit, 10-02 5, 10-16 4'),
    TTA: coaching(2024, '06-05 4, 06-26 2 tetouan, 07-18 5, 09-19 4, 10-03 5, 10-30 4 online'),
  },
  e3: {
    FM: coaching(2025, '06-10 4, 06-25 3, 07-15 3, 09-03 3 meknes, 09-24 4, 10-15 4, 11-12 3', {
      '07-15': 'الفريق في معرض خارج المدينة، والحصة مؤجلة إلى شتنبر.',
    }),
    OR: coaching(2025, '06-11 4, 07-02 3, 07-16 3 nador, 09-10 3, 09-25 4, 10-16 4, 11-13 3'),
    SM: coaching(2025, '06-12 4, 07-01 3, 07-23 3 tiznit, 09-02 3, 09-30 4, 10-22 4, 11-05 3'),
    TTA: coaching(2025, '06-18 4, 07-03 3 tetouan, 07-24 3, 09-04 3, 09-18 4, 10-08 4, 11-12 3 online'),
  },
}

export interface Talk {
  readonly day: string
  readonly from: string
  readonly to: string
  readonly region: RegionCode | null
  readonly at: VenueKey | 'online'
  readonly title: Trilingual
  /** Whether the projects of the region are expected; else it is for whoever comes. */
  readonly cohort: boolean
}

const talk = (day: string, hours: string, region: RegionCode | null, at: Talk['at'], title: string, cohort = false): Talk => {
  const [from, to] = hours.split('-') as [string, string]
  return { day, from, to, region, at, title: trilingual(title), cohort }
}

const INFORMATION =
  'لقاء للتعريف بالدعوة: من يمكنه الترشح وكيف|Réunion d’information : qui peut candidater, et comment|Information session: who may apply, and how'
const OPENING =
  'افتتاح الأشهر الستة: مشاريع سابقة تحكي|Ouverture des six mois : d’anciens projets racontent|Opening of the six months: earlier projects tell their story'

/** Talks that anyone may come to. */
export const TALKS: Readonly<Record<EditionKey, readonly Talk[]>> = {
  e1: [
    talk('2023-04-05', '15:00-16:30', 'FM', 'fes', INFORMATION),
    talk('2023-04-06', '15:00-16:30', 'OR', 'oujda', INFORMATION),
    talk('2023-04-11', '15:00-16:30', 'SM', 'agadir', INFORMATION),
    talk('2023-04-12', '15:00-16:30', 'TTA', 'tanger', INFORMATION),
    talk('2023-10-12', '18:00-19:30', 'TTA', 'tanger', 'كيف تُباع الموسيقى اليوم؟|Comment se vend la musique aujourd’hui ?|How is music sold today?'),
  ],
  e2: [
    talk('2024-03-05', '16:00-17:30', 'FM', 'fes', INFORMATION),
    talk('2024-03-07', '16:00-17:30', 'SM', 'agadir', INFORMATION),
    talk('2024-03-09', '15:00-16:30', 'OR', 'oujda', INFORMATION),
    talk('2024-03-21', '21:30-22:45', 'TTA', 'tanger', INFORMATION),
    talk('2024-03-26', '21:30-22:45', null, 'online', INFORMATION),
    talk('2024-05-18', '10:00-12:30', null, 'rabat', OPENING, true),
    talk(
      '2024-07-19',
      '17:30-19:00',
      'FM',
      'fes',
      'من الورشة إلى المتجر: لقاء مفتوح|De l’atelier à la boutique, rencontre ouverte|From workshop to shop: an open evening',
    ),
    talk('2024-09-18', '18:00-19:30', 'TTA', 'tetouan', 'حقوق المؤلف في خمس حكايات|Le droit d’auteur en cinq histoires|Copyright in five stories'),
    talk(
      '2024-10-17',
      '18:00-19:30',
      'SM',
      'agadir',
      'من يمول الثقافة في الجهة؟|Qui finance la culture dans la région ?|Who pays for culture in the region?',
    ),
  ],
  e3: [
    talk('2025-03-13', '21:30-22:45', 'OR', 'oujda', INFORMATION),
    talk('2025-03-18', '21:30-22:45', null, 'online', INFORMATION),
    talk('2025-03-25', '21:30-22:45', 'SM', 'agadir', INFORMATION),
    talk('2025-05-31', '10:00-12:30', null, 'rabat', OPENING, true),
    talk('2025-09-17', '18:00-19:30', 'FM', 'fes', 'ألعاب الفيديو: مهن وأسواق|Jeu vidéo : des métiers, des marchés|Video games: trades and markets'),
    talk(
      '2025-10-09',
      '18:00-19:30',
      'OR',
      'oujda',
      'أن تبدأ صغيراً: ثلاث مقاولات تحكي|Commencer petit : trois entreprises racontent|Starting small: three businesses tell their story',
    ),
    talk('2025-11-20', '18:00-19:30', 'TTA', 'tanger', 'التصدير من ورشة صغيرة|Exporter depuis un petit atelier|Exporting from a small workshop'),
  ],
}

/** Days after the opening of the months of support at which the whole calendar is drawn up. */
const CALENDAR_DRAWN = 16

/** The working day on which an activity is planned: with the whole calendar, or some days before when it comes sooner. */
export function plannedOn(edition: EditionKey, day: string): string {
  const { kickoff, results } = SCENARIO[edition].calendar
  const soon = addDays(day, day < results ? -10 : day <= kickoff ? -1 : -3)
  const drawn = addDays(kickoff, CALENDAR_DRAWN)
  let candidate = soon < drawn ? soon : drawn
  while (workingDay(candidate) !== candidate) candidate = addDays(candidate, -1)
  return candidate
}
