import { beforeAll, expect, test } from 'vitest'
import { AS_OF, BEFORE, type DeliveredCohort, deliveredCohort } from '../../../../tests/database/delivered-cohort.ts'
import { otherOfficer } from '../../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { sumOf } from '../../../domain/money.ts'
import { INDICATOR_CODES, type IndicatorCode, indicatorByRegion, indicatorRecords, indicatorValue } from '../index.ts'
import { peopleSplit } from '../queries/people-split.ts'
import { words } from '../words/index.ts'
import type { Asked, Parameters } from './indicator.ts'
import { indicator } from './indicators.ts'

const held = testDatabase()
let cohort: DeliveredCohort

beforeAll(async () => {
  cohort = await deliveredCohort(held.db)
})

const asked = (parameters: Parameters = {}, asOf = AS_OF): Asked => ({
  organisation: cohort.organisation,
  edition: cohort.edition,
  asOf,
  parameters,
})
const value = async (code: IndicatorCode, parameters?: Parameters, asOf?: Date) =>
  (await indicatorValue(held.db, code, asked(parameters, asOf))).value

/** Counted by hand from what the cohort was given: all, Fès-Meknès, Oriental. */
const BY_HAND: Readonly<Record<IndicatorCode, readonly [string, string, string]>> = {
  places: ['24', '6', '6'],
  admitted: ['4', '2', '2'],
  'active-at-end': ['3', '2', '1'],
  'admitted-led-by-women': ['2', '1', '1'],
  'admitted-structures': ['1', '0', '1'],
  'admitted-people': ['3', '2', '1'],
  submitted: ['8', '4', '4'],
  eligible: ['8', '4', '4'],
  interviewed: ['3', '1', '2'],
  'group-trainings': ['4', '2', '1'],
  'individual-trainings': ['3', '1', '2'],
  tours: ['1', '1', '0'],
  'tour-trainings': ['1', '1', '0'],
  'tour-visits': ['2', '2', '0'],
  'tour-workshops': ['1', '1', '0'],
  'tour-round-tables': ['1', '1', '0'],
  visits: ['3', '2', '1'],
  'creative-workshops': ['1', '1', '0'],
  'round-tables': ['1', '1', '0'],
  talks: ['1', '0', '0'],
  'market-stands': ['2', '2', '0'],
  'market-visitors': ['500', '0', '0'],
  agreements: ['2', '2', '0'],
  'money-committed': ['90000.00', '60000.00', '30000.00'],
  'money-paid': ['21000.00', '21000.00', '0.00'],
  'money-released': ['9000.00', '9000.00', '0.00'],
  prizes: ['1', '1', '0'],
  'prize-money': ['100000.00', '100000.00', '0.00'],
}

test('every indicator counts what happened and nothing else: not what is planned, cancelled, refused, given back or outside', async () => {
  const found: Record<string, string[]> = {}
  for (const code of INDICATOR_CODES) found[code] = [await value(code), await value(code, { region: 'FM' }), await value(code, { region: 'OR' })]
  expect(found).toEqual(BY_HAND)
})

test('every figure is the sum of the records it opens to and of its split by region, whatever it is narrowed to', async () => {
  for (const code of INDICATOR_CODES) {
    for (const parameters of [{}, { region: 'OR' }, { sector: 'books' }, { market: cohort.market }] as const) {
      if (!Object.keys(parameters).every((name) => (indicator(code).takes as readonly string[]).includes(name))) continue
      const { value: whole, records: counted } = await indicatorValue(held.db, code, asked(parameters))
      const records = await indicatorRecords(held.db, code, asked(parameters))
      const split = await indicatorByRegion(held.db, code, asked(parameters))
      const label = `${code} ${JSON.stringify(parameters)}`
      expect([sumOf(records.map(({ amount }) => amount)), records.length], label).toEqual([sumOf([whole]), counted])
      expect([sumOf(split.map((part) => part.value)), split.reduce((sum, part) => sum + part.records, 0)], label).toEqual([sumOf([whole]), counted])
      expect(new Set(records.map(({ id }) => id)).size, label).toBe(records.length)
    }
  }
})

test('the split keeps the order of the regions, shows those with nothing, and says what is national', async () => {
  const split = await indicatorByRegion(held.db, 'group-trainings', asked())
  expect(split.map((part) => [part.region, part.name?.fr ?? null, part.value])).toEqual([
    ['FM', 'Fès-Meknès', '2'],
    ['OR', 'Oriental', '1'],
    ['SM', 'Souss-Massa', '0'],
    ['TTA', 'Tanger-Tétouan-Al Hoceima', '0'],
    [null, null, '1'],
  ])
})

test('nothing recorded after the moment asked is counted: a value of that day stays what it was', async () => {
  const then = await Promise.all(INDICATOR_CODES.map(async (code) => [code, await value(code, {}, BEFORE)] as const))
  const some = then.filter(([, found]) => Number(found) > 0).map(([code, found]) => `${code} ${found}`)
  expect(some).toEqual([
    'admitted 4',
    'active-at-end 4',
    'admitted-led-by-women 2',
    'admitted-structures 1',
    'admitted-people 3',
    'places 24',
    'submitted 8',
    'eligible 8',
    'interviewed 3',
  ])
})

test('a reserve that takes over the place of a project that left is counted instead of it, never beside it', async () => {
  const { answerOffer, makeOffer } = await import('../../cohorts/index.ts')
  const input = { edition: cohort.edition, application: cohort.reserve.OR[0] as string, replaces: cohort.projects[3] as string }
  const made = await makeOffer(
    held.db,
    cohort.officer,
    { ...input, replyBy: new Date('2024-06-20T12:00:00Z') },
    'https://kawaliss.example',
    new Date('2024-06-11T10:00:00Z'),
  )
  expect(made.ok).toBe(true)
  expect([await value('admitted'), await value('active-at-end')]).toEqual(['4', '3'])
  const holder = await cohort.holderOf(cohort.reserve.OR[0] as string)
  const offer = made.ok ? made.value.offer : ''
  await answerOffer(held.db, holder, { offer, accepted: true, showcased: false }, new Date('2024-06-12T10:00:00Z'))
  expect([await value('admitted'), await value('active-at-end'), await value('admitted', { region: 'OR' })]).toEqual(['4', '4', '2'])
})

test('another organisation finds nothing under the ids of this one', async () => {
  const other = await otherOfficer(held.db)
  const theirs = INDICATOR_CODES.map(async (code) => {
    const { value: found, records } = await indicatorValue(held.db, code, { ...asked(), organisation: other.organisation })
    return Number(found) + records
  })
  expect((await Promise.all(theirs)).filter((one) => one !== 0)).toEqual([])
})

test('who leads adds up to the whole, with "not said" as an answer', async () => {
  const split = await peopleSplit(held.db, 'admitted', asked({}, BEFORE))
  expect(split?.gender.map(({ part, records }) => [part, records])).toEqual([
    ['woman', 2],
    ['man', 1],
    [null, 1],
  ])
  expect([split?.age, split?.kind].map((parts) => parts?.reduce((sum, { records }) => sum + records, 0))).toEqual([4, 4])
  expect(await peopleSplit(held.db, 'tours', asked())).toBe(null)
})

test('each says in three languages what it is called, what it counts, since when and what not', () => {
  for (const language of LANGUAGES) {
    const t = words(language)
    const said = INDICATOR_CODES.flatMap((code) => (['name', 'counts', 'since', 'not'] as const).map((part) => t(`indicator.${code}.${part}`)))
    expect(said.filter((text) => text.trim() === '')).toEqual([])
    expect(new Set(INDICATOR_CODES.map((code) => t(`indicator.${code}.name`))).size).toBe(INDICATOR_CODES.length)
  }
})
