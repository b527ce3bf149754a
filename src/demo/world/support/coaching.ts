/** Individual trainings: on a coaching day one trainer sees project after project, an hour each. */
import { addDays } from '../clock.ts'
import type { CohortProject } from '../cohort.ts'
import type { EditionKey, RegionCode } from '../scenario.ts'
import { itemAt, seeded } from '../seeded.ts'
import { activity, expected, type WorldActivity } from './activity.ts'
import { COACHING_DAYS, type CoachingDay } from './calendar.ts'
import type { Staff } from './staff.ts'
import { type Subject, SUBJECTS } from './subjects.ts'
import { trainerId, type WorldTrainer } from './trainers.ts'
import { ONLINE } from './trainings.ts'
import { HOME, townOf, venueOf } from './venues.ts'

const SLOTS = ['09:30', '10:30', '11:30', '14:30', '15:30', '16:30'] as const

/** What a project was taught by itself, in order. */
type Taught = Map<string, Subject[]>

/** The individual trainings of a region. Who was seen least comes first; each is taught what it has not been taught yet. */
export function coachingOf(edition: EditionKey, region: RegionCode, cohort: readonly CohortProject[], staff: Staff): WorldActivity[] {
  const taught: Taught = new Map()
  return COACHING_DAYS[edition][region].flatMap((day) => coachingDay(edition, region, day, cohort, staff, taught))
}

function coachingDay(
  edition: EditionKey,
  region: RegionCode,
  coaching: CoachingDay,
  cohort: readonly CohortProject[],
  staff: Staff,
  taught: Taught,
): WorldActivity[] {
  const { day, sessions, cancelled } = coaching
  const key = `${edition}-coaching-${region.toLowerCase()}-${day}`
  const there = seeded(key).shuffle(expected(cohort, edition, region, day))
  const waiting = [...there].sort((a, b) => (taught.get(a.key)?.length ?? 0) - (taught.get(b.key)?.length ?? 0))
  if (waiting.length === 0) return []
  const trainer = staff.trainer(key, day, region, coaching.at ?? HOME[region], null)
  const seen = waiting.slice(0, sessions).map((project, slot) => session(key, edition, region, coaching, trainer, project, slot, taught))
  return cancelled === undefined ? seen : [...seen, calledOff(key, edition, region, coaching, trainer, cancelled)]
}

function session(
  day: string,
  edition: EditionKey,
  region: RegionCode,
  coaching: CoachingDay,
  trainer: WorldTrainer,
  project: CohortProject,
  slot: number,
  taught: Taught,
): WorldActivity {
  const before = taught.get(project.key) ?? []
  const subject = trainer.teaches.find((one) => one !== 'start' && !before.includes(one)) ?? 'plan'
  taught.set(project.key, [...before, subject])
  return activity({
    ...slotOf(day, edition, region, coaching, slot, subject),
    room: roomOf(coaching, region),
    people: [{ person: trainerId(trainer.key), part: 'trainer' }],
    projects: [project.project],
    marks: ['present'],
  })
}

/** The session after the last one of the day, called off the day before: it holds nobody and no room. */
function calledOff(
  day: string,
  edition: EditionKey,
  region: RegionCode,
  coaching: CoachingDay,
  trainer: WorldTrainer,
  reason: string,
): WorldActivity {
  const subject = trainer.teaches[0] ?? 'plan'
  const facts = slotOf(day, edition, region, coaching, coaching.sessions, subject)
  return activity({ ...facts, room: null, people: [], projects: [], marks: [] }, { cancelled: { on: addDays(coaching.day, -1), reason } })
}

function slotOf(day: string, edition: EditionKey, region: RegionCode, coaching: CoachingDay, slot: number, subject: Subject) {
  const starts = itemAt(SLOTS, slot)
  return {
    key: `${day}-${slot + 1}`,
    edition,
    kind: 'individual-training' as const,
    tour: null,
    title: SUBJECTS[subject],
    region,
    day: coaching.day,
    starts,
    ends: `${String(Number(starts.slice(0, 2)) + 1).padStart(2, '0')}${starts.slice(2)}`,
    place: coaching.at === 'online' ? ONLINE : townOf(coaching.at ?? HOME[region]),
    public: false,
  }
}

/** The smallest room of the house: the large one may be taken. */
function roomOf({ at }: CoachingDay, region: RegionCode): string | null {
  return at === 'online' ? null : (venueOf(at ?? HOME[region]).rooms.at(-1)?.key ?? null)
}
