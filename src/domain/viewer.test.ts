import { expect, test } from 'vitest'
import { holds, type Grant, type Viewer } from './viewer.ts'

const viewerWith = (grant: Partial<Grant>): Viewer => ({
  organisation: 'o',
  person: { id: 'p', nameAr: '', nameLatin: '', language: 'fr' },
  grants: [{ role: 'officer', programme: null, edition: null, region: null, ...grant }],
})
const place = { programme: 'kawaliss', edition: '2024' }

test('a grant for the whole organisation holds in every edition', () => {
  expect(holds(viewerWith({}), ['officer'], place)).toBe(true)
})
test('a grant for one edition holds in no other', () => {
  expect(holds(viewerWith({ edition: '2023' }), ['officer'], place)).toBe(false)
  expect(holds(viewerWith({ edition: '2024' }), ['officer'], place)).toBe(true)
})
test('a regional grant holds in its region only, and not for what concerns the whole edition', () => {
  const regional = viewerWith({ edition: '2024', region: 'OR' })
  expect(holds(regional, ['officer'], { ...place, region: 'OR' })).toBe(true)
  expect(holds(regional, ['officer'], { ...place, region: 'FM' })).toBe(false)
  expect(holds(regional, ['officer'], place)).toBe(false)
})
test('one role does not stand for another', () => {
  expect(holds(viewerWith({}), ['director'], place)).toBe(false)
})
