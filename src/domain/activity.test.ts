import { expect, test } from 'vitest'
import { cancel, plan, type PlanFacts, recordAttendance } from './activity.ts'

const active = { id: 'p', admitted: true, leftOn: null }
const facts: PlanFacts = {
  kind: 'individual-training',
  from: new Date('2024-06-20T09:00:00Z'),
  to: new Date('2024-06-20T11:00:00Z'),
  projects: [active],
  tour: null,
  firstDay: '2024-06-20',
  lastDay: '2024-06-20',
}

test('an activity ends after it begins and lasts no more than a day', () => {
  expect(plan(facts).ok).toBe(true)
  expect(plan({ ...facts, to: facts.from })).toMatchObject({ code: 'activity/ends-before-it-begins' })
  expect(plan({ ...facts, to: new Date('2024-06-21T09:01:00Z') })).toMatchObject({ code: 'activity/impossible-length' })
})
test('an individual training is for one project', () => {
  expect(plan({ ...facts, projects: [active, { ...active, id: 'q' }] })).toMatchObject({ code: 'activity/one-project' })
})
test('a training inside a tour stands in that tour, on its days', () => {
  const training: PlanFacts = { ...facts, kind: 'training' }
  expect(plan(training)).toMatchObject({ code: 'activity/training-needs-a-tour' })
  const tour = { startsOn: '2024-06-20', endsOn: '2024-06-22', cancelled: false }
  expect(plan({ ...training, tour }).ok).toBe(true)
  expect(plan({ ...training, tour: { ...tour, startsOn: '2024-06-21' } })).toMatchObject({ code: 'activity/outside-its-tour' })
})
test('a project that left takes part in nothing from that day on', () => {
  expect(plan({ ...facts, projects: [{ ...active, leftOn: '2024-06-20' }] })).toMatchObject({ code: 'activity/project-not-active' })
  expect(plan({ ...facts, projects: [{ ...active, leftOn: '2024-06-21' }] }).ok).toBe(true)
})
test('attendance is taken once the activity has begun, never of a cancelled one', () => {
  const held = { heldAt: null, cancelledAt: null, from: facts.from }
  expect(recordAttendance(held, facts.from).ok).toBe(true)
  expect(recordAttendance(held, new Date(facts.from.getTime() - 1000))).toMatchObject({ code: 'activity/not-begun' })
  expect(recordAttendance({ ...held, cancelledAt: facts.from }, facts.to)).toMatchObject({ code: 'activity/cancelled' })
})
test('what was held cannot be cancelled, and a cancellation says why', () => {
  const planned = { heldAt: null, cancelledAt: null, from: facts.from }
  expect(cancel(planned, 'The room is flooded').ok).toBe(true)
  expect(cancel(planned, ' ')).toMatchObject({ code: 'activity/without-reason' })
  expect(cancel({ ...planned, heldAt: facts.to }, 'x')).toMatchObject({ code: 'activity/already-held' })
})
