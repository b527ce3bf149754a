import { expect, test } from 'vitest'
import { cancelTour, changeTour, planTour, type TourFacts, townsOf } from './tour.ts'

const days = { startsOn: '2024-06-21', endsOn: '2024-06-23' }
const facts: TourFacts = { cancelledAt: null, version: 2, activities: [{ firstDay: '2024-06-22', lastDay: '2024-06-22', held: false }] }

test('a tour ends after it begins and lasts ten days at most', () => {
  expect(planTour(days).ok).toBe(true)
  expect(planTour({ ...days, endsOn: '2024-06-21' }).ok).toBe(true)
  expect(planTour({ ...days, endsOn: '2024-06-20' })).toMatchObject({ code: 'tour/ends-before-it-begins' })
  expect(planTour({ ...days, endsOn: '2024-06-30' }).ok).toBe(true)
  expect(planTour({ ...days, endsOn: '2024-07-01' })).toMatchObject({ code: 'tour/too-long', details: { most: 10 } })
})
test('a tour moves with its activities inside its days, from what stands now', () => {
  expect(changeTour(facts, { startsOn: '2024-06-22', endsOn: '2024-06-22' }, 2).ok).toBe(true)
  expect(changeTour(facts, { startsOn: '2024-06-23', endsOn: '2024-06-24' }, 2)).toMatchObject({
    code: 'tour/activities-outside',
    details: { outside: 1 },
  })
  expect(changeTour(facts, days, 1)).toMatchObject({ code: 'tour/changed-since' })
  expect(changeTour({ ...facts, cancelledAt: new Date() }, days, 2)).toMatchObject({ code: 'tour/cancelled' })
})
test('a tour is cancelled for a reason, and not once a part of it took place', () => {
  expect(cancelTour(facts, 'Snow on the pass').ok).toBe(true)
  expect(cancelTour(facts, '  ')).toMatchObject({ code: 'tour/without-reason' })
  expect(cancelTour({ ...facts, activities: [{ firstDay: '2024-06-22', lastDay: '2024-06-22', held: true }] }, 'x')).toMatchObject({
    code: 'tour/already-begun',
  })
})
test('the towns of a road are read in their order, with commas of either script', () => {
  expect(townsOf('فاس، تطوان، الحسيمة')).toEqual(['فاس', 'تطوان', 'الحسيمة'])
  expect(townsOf(' Fès, Tétouan ,, ')).toEqual(['Fès', 'Tétouan'])
  expect(townsOf('')).toEqual([])
})
