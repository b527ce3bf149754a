import { describe, expect, test } from 'vitest'
import { madeUpCohorts } from '../../../tests/database/made-up-cohort.ts'
import { CLOSED_DAYS, touchesFridayPrayer, weekday } from './clock.ts'
import { EDITIONS, type EditionKey, TODAY } from './scenario.ts'
import type { WorldActivity } from './support/activity.ts'
import { makeSupport } from './support/support.ts'
import { TRAINERS, trainerId } from './support/trainers.ts'
import { VENUES } from './support/venues.ts'

const cohorts = madeUpCohorts()
const world = Object.fromEntries(EDITIONS.map((edition) => [edition, makeSupport(edition, cohorts[edition])])) as Record<
  EditionKey,
  ReturnType<typeof makeSupport>
>
const all = EDITIONS.flatMap((edition) => world[edition].activities)
const standing = all.filter((one) => one.cancelled === null)

/** How many of the activities answer, by region. */
function perRegion(edition: EditionKey, which: (one: WorldActivity) => boolean): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { region } of standing.filter((each) => each.edition === edition && which(each))) {
    const key = region ?? 'national'
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

// The figures of the reference scenario, written out.
const FIGURES = {
  e1: {
    group: { FM: 3, OR: 3, SM: 3, TTA: 3, national: 1 },
    individual: { FM: 18, OR: 19, SM: 23, TTA: 21 },
    training: { FM: 1, OR: 1, SM: 2, TTA: 1 },
    visits: { FM: 5, OR: 5, SM: 6, TTA: 5 },
    workshops: { FM: 2, OR: 2, SM: 2, TTA: 2 },
    tables: { SM: 1, TTA: 1 },
  },
  e2: {
    group: { FM: 3, OR: 3, SM: 3, TTA: 3 },
    individual: { FM: 24, OR: 23, SM: 26, TTA: 24 },
    training: { FM: 1, OR: 1, SM: 1, TTA: 1 },
    visits: { FM: 8, OR: 8, SM: 8, TTA: 8 },
    workshops: { FM: 1, SM: 1, TTA: 1 },
    tables: { OR: 1, SM: 1 },
  },
} as const

describe.each(['e1', 'e2'] as const)('the support of %s', (edition) => {
  const figures = FIGURES[edition]
  test('is delivered exactly as the scenario says, region by region', () => {
    expect(perRegion(edition, (one) => one.kind === 'group-training')).toEqual(figures.group)
    expect(perRegion(edition, (one) => one.kind === 'individual-training')).toEqual(figures.individual)
    expect(world[edition].tours.map((one) => one.region).sort()).toEqual(['FM', 'OR', 'SM', 'TTA'])
    expect(perRegion(edition, (one) => one.kind === 'training')).toEqual(figures.training)
    expect(perRegion(edition, (one) => one.kind === 'visit' || one.kind === 'meeting')).toEqual(figures.visits)
    expect(perRegion(edition, (one) => one.kind === 'creative-workshop')).toEqual(figures.workshops)
    expect(perRegion(edition, (one) => one.kind === 'round-table')).toEqual(figures.tables)
  })

  test('took place within its six months, and somebody came to each activity', () => {
    const span = { e1: ['2023-05-13', '2023-11-13'], e2: ['2024-05-18', '2024-11-18'] }[edition] as [string, string]
    for (const one of standing.filter((each) => each.edition === edition && each.projects.length > 0)) {
      expect(one.day >= span[0] && one.day <= span[1], one.key).toBe(true)
      expect(one.marks.includes('present'), one.key).toBe(true)
    }
  })
})

test('published totals come out: 13, 81, 4, 5, 21, 8, 2 and 12, 97, 4, 4, 32, 3, 2', () => {
  const total = (edition: EditionKey, ...kinds: string[]) => standing.filter((one) => one.edition === edition && kinds.includes(one.kind)).length
  const totals = (edition: EditionKey) => [
    total(edition, 'group-training'),
    total(edition, 'individual-training'),
    world[edition].tours.length,
    total(edition, 'training'),
    total(edition, 'visit', 'meeting'),
    total(edition, 'creative-workshop'),
    total(edition, 'round-table'),
  ]
  expect(totals('e1')).toEqual([13, 81, 4, 5, 21, 8, 2])
  expect(totals('e2')).toEqual([12, 97, 4, 4, 32, 3, 2])
})

test('the third edition is held as far as its dashboard of 15 September 2025, and the rest is planned by then', () => {
  const held = (which: (one: WorldActivity) => boolean) => perRegion('e3', (one) => which(one) && one.recordedAt < `${TODAY}T07:00:00Z`)
  expect(held((one) => one.kind === 'group-training')).toEqual({ FM: 2, OR: 1, SM: 2, TTA: 2 })
  expect(held((one) => one.kind === 'individual-training')).toEqual({ FM: 13, OR: 13, SM: 13, TTA: 13 })
  expect(new Set(Object.keys(held((one) => one.tour !== null)))).toEqual(new Set(['FM', 'SM']))
  const planned = standing.filter((one) => one.edition === 'e3' && one.plannedAt < `${TODAY}T07:00:00Z`)
  const count = (kind: string) => planned.filter((one) => one.kind === kind).length
  expect([count('group-training'), count('individual-training'), world.e3.tours.length]).toEqual([12, 96, 4])
  // A tour is over or has not begun: none is cut by the day the world stands still.
  for (const { key } of world.e3.tours) {
    const states = standing.filter((one) => one.tour === key).map((one) => one.to < `${TODAY}T07:00:00Z`)
    expect(new Set(states).size, key).toBe(1)
  }
})

test('nobody, no room and no project is in two places at once', () => {
  const spans = new Map<string, { from: string; to: string; key: string }[]>()
  const takes = (who: string, one: WorldActivity) => spans.set(who, [...(spans.get(who) ?? []), one])
  for (const one of standing) {
    if (one.room !== null) takes(`room ${one.room}`, one)
    for (const { person } of one.people) takes(`person ${person}`, one)
    for (const project of one.projects) takes(`project ${project}`, one)
  }
  expect(spans.size).toBeGreaterThan(70)
  for (const [who, busy] of spans) {
    const sorted = busy.sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const [index, one] of sorted.entries()) {
      const next = sorted[index + 1]
      expect(next === undefined || one.to <= next.from, `${who}: ${one.key}, ${next?.key}`).toBe(true)
    }
  }
})

test('nobody who trains is in two towns on one day', () => {
  const towns = new Map<string, Set<string>>()
  for (const one of standing) {
    for (const { person } of one.people.filter((each) => each.part !== 'organiser')) {
      const day = `${person} ${one.day}`
      towns.set(day, (towns.get(day) ?? new Set()).add(one.tour ?? one.place))
    }
  }
  expect([...towns].filter(([, places]) => places.size > 1)).toEqual([])
})

test('nothing is held on a closed day nor during the Friday prayer, and individual trainings keep to the working week', () => {
  for (const one of standing) {
    expect(CLOSED_DAYS.has(one.day), one.key).toBe(false)
    expect(touchesFridayPrayer(one.day, one.starts, one.ends), one.key).toBe(false)
    if (one.kind === 'individual-training') expect([1, 2, 3, 4], one.key).toContain(weekday(one.day))
    expect(one.starts >= '09:00' && one.ends <= '23:00' && one.starts < one.ends, one.key).toBe(true)
  }
})

test('a tour lasts from its Friday to its Sunday, its stops follow one another, and none ends late in the evening', () => {
  for (const tour of EDITIONS.flatMap((edition) => world[edition].tours)) {
    expect(weekday(tour.startsOn), tour.key).toBe(5)
    const stops = standing.filter((one) => one.tour === tour.key)
    expect(new Set(stops.map((one) => one.day)).size, tour.key).toBe(3)
    for (const one of stops) expect([one.region, one.ends <= '20:30'], one.key).toEqual([tour.region, true])
  }
})

test('an activity is for projects of its region that accepted before it was planned and have not left', () => {
  for (const one of standing) {
    const expected = cohorts[one.edition].filter((project) => one.projects.includes(project.project))
    expect(expected.length).toBe(one.projects.length)
    for (const project of expected) {
      expect(one.region === null || project.region === one.region, one.key).toBe(true)
      expect(Date.parse(project.acceptedAt) < Date.parse(one.plannedAt) && one.plannedAt < one.from, one.key).toBe(true)
      expect(project.leftOn === null || project.leftOn > one.day, one.key).toBe(true)
    }
    expect(one.projects.length === 1 || one.kind !== 'individual-training', one.key).toBe(true)
  }
})

test('every project is seen by itself several times, never taught the same twice but for going over its plan', () => {
  for (const edition of ['e1', 'e2'] as const) {
    for (const project of cohorts[edition].filter((one) => one.leftOn === null)) {
      const seen = standing.filter((one) => one.kind === 'individual-training' && one.projects.includes(project.project)).map((one) => one.title.fr)
      expect(seen.length, project.key).toBeGreaterThanOrEqual(3)
      const subjects = seen.filter((title) => title !== 'Faire le point sur le plan d’action')
      expect(new Set(subjects).size, project.key).toBe(subjects.length)
      expect(subjects.length, project.key).toBeGreaterThanOrEqual(2)
    }
  }
})

test('attendance is that of real life: most come, some send word, a few do not', () => {
  const marks = standing.filter((one) => one.kind !== 'individual-training').flatMap((one) => one.marks)
  const share = (mark: string) => marks.filter((one) => one === mark).length / marks.length
  expect(share('present')).toBeGreaterThan(0.85)
  expect(share('present')).toBeLessThan(0.97)
  expect(share('excused')).toBeGreaterThan(share('absent'))
  expect(share('absent')).toBeGreaterThan(0.005)
})

test('what was called off holds nobody, says why, and is known before its hour', () => {
  const cancelled = all.filter((one) => one.cancelled !== null)
  expect(cancelled.length).toBe(3)
  for (const one of cancelled) {
    expect([one.room, one.people, one.projects, one.marks]).toEqual([null, [], [], []])
    expect((one.cancelled?.at ?? '') < one.from && (one.cancelled?.reason ?? '') !== '', one.key).toBe(true)
  }
})

test('trainers have a name in both scripts and teach only once they have joined; rooms belong to one house', () => {
  expect(TRAINERS.length).toBeGreaterThanOrEqual(10)
  for (const one of TRAINERS)
    expect([/^[\p{Script=Latin} -]+$/u.test(one.nameLatin), /^[\p{Script=Arabic} ]+$/u.test(one.nameAr)]).toEqual([true, true])
  const joined = new Map(TRAINERS.map((one) => [trainerId(one.key), one.since]))
  for (const one of all) {
    for (const { person, part } of one.people) if (part !== 'organiser') expect((joined.get(person) ?? '9999') <= one.day, one.key).toBe(true)
  }
  const rooms = VENUES.flatMap((venue) => venue.rooms.map((room) => room.key))
  expect(new Set(rooms).size).toBe(rooms.length)
  for (const one of all) expect(one.room === null || rooms.includes(one.room), one.key).toBe(true)
})

test('keys name one activity, texts are in three languages, and the same cohort gives the same support', () => {
  expect(new Set(all.map((one) => one.key)).size).toBe(all.length)
  for (const { title, place } of all) {
    expect(/\p{Script=Arabic}/u.test(title.ar) && /\p{Script=Latin}/u.test(title.fr) && /\p{Script=Latin}/u.test(title.en), title.fr).toBe(true)
    expect(place.length > 0 && place.length <= 120, place).toBe(true)
  }
  for (const edition of EDITIONS) expect(makeSupport(edition, madeUpCohorts()[edition])).toEqual(world[edition])
})

test('before there is a cohort only the information sessions of the call are there, for everybody', () => {
  for (const edition of EDITIONS) {
    const { tours, activities } = makeSupport(edition, [])
    expect(tours).toEqual([])
    expect(activities.length).toBeGreaterThanOrEqual(3)
    for (const one of activities) expect([one.kind, one.public, one.projects]).toEqual(['talk', true, []])
  }
})
