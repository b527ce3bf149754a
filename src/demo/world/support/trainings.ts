/** Group trainings and open talks: one day or evening in a room, for the projects of a region or of all. */
import type { CohortProject } from '../cohort.ts'
import { type EditionKey, SCENARIO } from '../scenario.ts'
import { activity, expected, type WorldActivity } from './activity.ts'
import { marksOf } from './attendance.ts'
import type { GroupDay, Talk } from './calendar.ts'
import type { Staff } from './staff.ts'
import { SUBJECTS } from './subjects.ts'
import { trainerId } from './trainers.ts'
import { HOME, townOf, venueOf } from './venues.ts'

export const ONLINE = 'En ligne / عن بعد'

/** A day of group training, nine to five. One that was called off lets its room, its trainer and its projects go. */
export function groupTraining(edition: EditionKey, group: GroupDay, cohort: readonly CohortProject[], staff: Staff): WorldActivity {
  const { region, day, subject, cancelled, planned } = group
  const key = `${edition}-group-${(region ?? 'all').toLowerCase()}-${day}`
  const venue = region === null ? 'rabat' : HOME[region]
  const projects = cancelled === undefined ? expected(cohort, edition, region, day) : []
  const facts = {
    key,
    edition,
    kind: 'group-training' as const,
    tour: null,
    title: SUBJECTS[subject],
    region,
    day,
    starts: '09:00',
    ends: '17:00',
    place: townOf(venue),
    public: false,
    projects: projects.map((one) => one.project),
    marks: marksOf(key, null, projects),
  }
  // Called off on the day itself: nobody had known the evening before.
  if (cancelled !== undefined) return activity({ ...facts, room: null, people: [] }, { cancelled: { on: day, reason: cancelled } })
  const trainer = staff.trainer(key, day, region, venue, subject)
  const room = venueOf(venue).rooms[0]?.key ?? null
  const turn = planned === undefined ? {} : { planned }
  return activity({ ...facts, room, people: [{ person: trainerId(trainer.key), part: 'trainer' }, ...staff.organiser(day, region, venue)] }, turn)
}

/** An open talk. Only the opening of the months of support expects the projects. */
export function openTalk(edition: EditionKey, talk: Talk, cohort: readonly CohortProject[], staff: Staff): WorldActivity {
  const key = `${edition}-talk-${talk.day}`
  const { region, day, at } = talk
  const projects = talk.cohort ? expected(cohort, edition, region, day) : []
  const organiser = staff.organiser(day, region, at)
  const aboutTheCall = !talk.cohort && day < SCENARIO[edition].calendar.kickoff
  const speaker = aboutTheCall ? [] : [{ person: trainerId(staff.trainer(key, day, region, at, null).key), part: 'speaker' as const }]
  return activity({
    key,
    edition,
    kind: 'talk',
    tour: null,
    title: talk.title,
    region,
    day,
    starts: talk.from,
    ends: talk.to,
    place: at === 'online' ? ONLINE : townOf(at),
    room: at === 'online' ? null : (venueOf(at).rooms[0]?.key ?? null),
    public: true,
    people: [...speaker, ...organiser],
    projects: projects.map((one) => one.project),
    marks: marksOf(key, null, projects),
  })
}
