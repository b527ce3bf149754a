/** The hours of a tour: what follows what, with the walk or the drive between two stops, the meal and the Friday prayer. */
import { addDays } from '../clock.ts'
import type { CohortProject } from '../cohort.ts'
import { activity, expected, type WorldActivity } from './activity.ts'
import { marksOf } from './attendance.ts'
import type { Staff } from './staff.ts'
import type { Stop } from './stops/stop.ts'
import type { Subject } from './subjects.ts'
import { trainerId } from './trainers.ts'
import type { WorldTour } from './tours.ts'

const LENGTH: Readonly<Record<Stop['kind'], number>> = { visit: 75, meeting: 75, training: 120, 'creative-workshop': 120, 'round-table': 90 }
const DEPARTURE = 9 * 60
/** The meal; on Fridays with the prayer before it. */
const MEAL = { from: 12 * 60 + 45, fridayFrom: 12 * 60, to: 14 * 60 + 30 } as const
/** Minutes between two stops of a town, and between two towns. */
const WALK = 15
const DRIVE = 75

export interface Timed {
  readonly stop: Stop
  readonly day: string
  readonly starts: string
  readonly ends: string
}

/** The stops of a tour with their hours. */
export function timetable(tour: WorldTour): Timed[] {
  return tour.days.flatMap((stops, index) => hoursOf(stops, addDays(tour.startsOn, index), index === 0))
}

function hoursOf(stops: readonly Stop[], day: string, friday: boolean): Timed[] {
  let minute = DEPARTURE
  let before: Stop | undefined
  return stops.map((stop) => {
    if (before !== undefined) minute += before.town === stop.town ? WALK : DRIVE
    const meal = friday ? MEAL.fridayFrom : MEAL.from
    if (minute < MEAL.to && minute + LENGTH[stop.kind] > meal) minute = MEAL.to
    const starts = minute
    minute += LENGTH[stop.kind]
    before = stop
    return { stop, day, starts: clock(starts), ends: clock(minute) }
  })
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The activities of a tour, for the projects of its region. */
export function activitiesOfTour(tour: WorldTour, cohort: readonly CohortProject[], staff: Staff): WorldActivity[] {
  const projects = expected(cohort, tour.edition, tour.region, tour.startsOn)
  return timetable(tour).map(({ stop, ...hours }) => {
    const key = `${tour.key}-${stop.key}`
    return activity({
      key,
      edition: tour.edition,
      kind: stop.kind,
      tour: tour.key,
      title: stop.title,
      region: tour.region,
      ...hours,
      place: stop.place,
      room: null,
      public: stop.kind === 'round-table',
      people: peopleOf(key, tour, stop, hours.day, staff),
      projects: projects.map((one) => one.project),
      marks: marksOf(key, tour.key, projects),
    })
  })
}

/** Trainings and workshops have a trainer, round tables two speakers; hosts of visits are not people of the record. */
function peopleOf(key: string, tour: WorldTour, stop: Stop, day: string, staff: Staff): WorldActivity['people'] {
  const organiser = staff.organiser(day, tour.region, tour.key)
  const one = (subject: Subject | null, not: readonly string[] = []) =>
    staff.trainer(`${key}/${not.length}`, day, tour.region, tour.key, subject, not)
  if (stop.kind === 'visit' || stop.kind === 'meeting') return organiser
  if (stop.kind !== 'round-table') return [{ person: trainerId(one(stop.subject ?? null).key), part: 'trainer' }, ...organiser]
  const first = one(null)
  const second = one(null, [first.key])
  return [...[first, second].map(({ key: speaker }) => ({ person: trainerId(speaker), part: 'speaker' as const })), ...organiser]
}
