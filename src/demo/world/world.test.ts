import { expect, test } from 'vitest'
import { checkEligibility, factsOfAnswers } from '../../domain/eligibility.ts'
import { missingAnswers } from '../../domain/form.ts'
import { countWords } from '../../domain/length.ts'
import { editionSource } from '../../../tests/database/reference-editions.ts'
import { readAnswers } from '../../features/applications/answers.ts'
import { readEditionFile } from '../../features/programme/index.ts'
import type { WorldApplication } from './applications.ts'
import { divergentOf, interviewGrids, marksOf, points, readingGrids } from './marks.ts'
import { type EditionKey, EDITIONS, SCENARIO } from './scenario.ts'
import { makeWorld } from './world.ts'

const world = makeWorld()
const all = EDITIONS.flatMap((edition) => world.applications[edition])
const years: Readonly<Record<EditionKey, 2023 | 2024 | 2025>> = { e1: 2023, e2: 2024, e3: 2025 }

function editionFile(year: 2023 | 2024 | 2025) {
  const reading = readEditionFile(editionSource(year))
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.file
}

const tally = (keys: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(keys)].sort().map((key) => [key, keys.filter((one) => one === key).length]))

test('152, 231 and 284 people apply, from the regions the scenario counts', () => {
  const regions = (edition: EditionKey) => tally(world.applications[edition].map((one) => one.region ?? 'other'))
  expect(regions('e1')).toEqual({ FM: 38, OR: 27, SM: 44, TTA: 36, other: 7 })
  expect(regions('e2')).toEqual({ FM: 58, OR: 45, SM: 66, TTA: 54, other: 8 })
  expect(regions('e3')).toEqual({ FM: 70, OR: 52, SM: 78, TTA: 72, other: 12 })
})

test('the grounds of refusal are those of the scenario', () => {
  const grounds = (edition: EditionKey) => tally(world.applications[edition].flatMap((one) => one.ground ?? []))
  expect(grounds('e1')).toEqual({ age: 10, duplicate: 2, incomplete: 6, pure_creation: 9, region: 7 })
  expect(grounds('e2')).toEqual({ age: 15, duplicate: 3, incomplete: 12, past_beneficiary: 1, pure_creation: 13, region: 8 })
  expect(grounds('e3')).toEqual({ age: 18, duplicate: 4, incomplete: 13, pure_creation: 16, region: 12 })
})

test('the admitted are who was published: kinds, women, sectors, languages', () => {
  const admitted = (edition: EditionKey) => world.applications[edition].filter((one) => one.fate === 'admitted')
  const women = (edition: EditionKey) => admitted(edition).filter((one) => one.profile.gender === 'woman').length
  const csos = (edition: EditionKey) => admitted(edition).filter((one) => one.profile.kind === 'cso').length
  expect(EDITIONS.map((edition) => [admitted(edition).length, csos(edition), women(edition)])).toEqual([
    [18, 4, 7],
    [24, 6, 10],
    [24, 7, 11],
  ])
  expect(tally(admitted('e2').map((one) => one.profile.sector))).toEqual({
    audiovisual: 3,
    books: 2,
    crafts: 4,
    design_fashion: 4,
    heritage_tourism: 2,
    music: 4,
    new_media: 2,
    performing_arts: 1,
    video_games: 2,
  })
  expect(tally(world.applications.e3.map((one) => one.language))).toEqual({ ar: 99, en: 15, fr: 170 })
})

test.each(EDITIONS)('every application of %s answers the form of its call as the form asks', (edition) => {
  const { call, form, regions, sectors, applicantKinds: kinds } = editionFile(years[edition])
  const lists = { ageOn: call.ageOn ?? '', currency: 'MAD', regions, sectors, kinds, strands: [] }
  for (const one of world.applications[edition]) {
    const { answers, asked, faults } = readAnswers(form, one.answers, lists)
    expect([one.key, faults, missingAnswers(form, answers, asked)]).toEqual([one.key, [], []])
    expect(answers, one.key).toEqual(one.answers)
  }
})

test.each(EDITIONS)('the rules of %s read by the machine agree with the ground of every refusal they can see', (edition) => {
  const file = editionFile(years[edition])
  const context = { ageOn: file.call.ageOn ?? '', regions: file.regions, applicantKinds: file.applicantKinds, sectors: file.sectors }
  const unmet = (one: WorldApplication) =>
    checkEligibility(file.eligibilityRules, { ...factsOfAnswers(one.answers), likeness: [], pastBeneficiary: false }, context)
      .filter((check) => check.verdict === 'not-met')
      .map((check) => check.rule)
  for (const one of world.applications[edition]) {
    const seen = one.ground === 'age' || one.ground === 'region' || one.ground === 'pure_creation'
    expect([one.key, unmet(one)]).toEqual([one.key, seen ? [one.ground] : []])
  }
})

test('nobody bears the name, the address or the telephone of another, but those who applied twice or came back', () => {
  const first = all.filter((one) => one.twin === null && one.ground !== 'past_beneficiary')
  for (const trait of ['nameLatin', 'email', 'phone'] as const) {
    const values = first.map((one) => one.holder[trait])
    expect(new Set(values).size).toBe(values.length)
  }
})

test('no two projects of an edition bear one title, and no text shows a place left to fill', () => {
  for (const edition of EDITIONS) {
    const titles = world.applications[edition].map((one) => String(one.answers.project_title))
    expect(new Set(titles).size).toBe(titles.length)
  }
  for (const one of all) expect(String(one.answers.what)).not.toMatch(/[{}[\]<>|]/)
})

test('texts are as long as people write them, within the limits of the form', () => {
  for (const one of all) {
    expect(countWords(String(one.answers.pitch)), one.key).toBeGreaterThan(6)
    expect(countWords(String(one.answers.what)), one.key).toBeGreaterThan(30)
  }
})

test('applications come while the call is open, each sent after it was begun, numbered in the order they were begun', () => {
  for (const edition of EDITIONS) {
    const { opensAt, deadlineAt } = SCENARIO[edition].calendar
    const list = world.applications[edition]
    for (const one of list) {
      expect(one.startedAt >= opensAt && one.startedAt < one.submittedAt && one.submittedAt < deadlineAt, one.key).toBe(true)
    }
    expect(list.map((one) => one.rank)).toEqual(list.map((_, index) => index + 1))
    expect(list.map((one) => one.startedAt)).toEqual(list.map((one) => one.startedAt).sort())
  }
})

test('two readers of a file agree within 20 points, but for the files about which the scenario says they do not', () => {
  for (const edition of EDITIONS) {
    const divergent = divergentOf(world.applications[edition])
    expect(divergent.size).toBe({ e1: 6, e2: 9, e3: 11 }[edition])
    for (const one of world.applications[edition].filter((each) => each.fate !== null)) {
      const [first, second] = readingGrids(one, marksOf(one, divergent), ['reader-01', 'reader-02', 'reader-03']).map(points)
      const apart = Math.abs((first as number) - (second as number))
      expect([one.key, apart > 20]).toEqual([one.key, divergent.has(one.key)])
    }
  }
})

test('in every region the admitted score above the reserve, and the reserve above the others', () => {
  for (const edition of EDITIONS) {
    const divergent = divergentOf(world.applications[edition])
    const scoreOf = (one: WorldApplication): number => {
      const readers = ['reader-01', 'reader-02', ...(divergent.has(one.key) ? ['reader-03'] : [])]
      const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
      const marks = marksOf(one, divergent)
      return (mean(readingGrids(one, marks, readers).map(points)) + mean(interviewGrids(one, marks, ['reader-04', 'reader-05']).map(points))) / 2
    }
    for (const region of ['FM', 'OR', 'SM', 'TTA']) {
      const of = (fate: string): number[] => world.applications[edition].filter((one) => one.region === region && one.fate === fate).map(scoreOf)
      const lowest = Math.min(...of('admitted'))
      expect(lowest).toBeGreaterThanOrEqual(60)
      for (const score of of('reserve')) expect(lowest).toBeGreaterThan(score)
      const ready = edition === 'e1' ? [59.99] : of('reserve')
      for (const score of of('interviewed')) expect(Math.min(...ready)).toBeGreaterThan(score)
    }
  }
})
