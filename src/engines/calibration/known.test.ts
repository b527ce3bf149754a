import { expect, test } from 'vitest'
import { madeUp } from '../../../tests/engines/ratings.ts'
import { type CalibrationInput, calibrate } from './index.ts'
import { type Estimate, modelOf } from './model.ts'
import { chiSquareTail, probabilityBelow, upperTail } from './normal.ts'
import { sheetOf } from './sheet.ts'

/** Diameters of growth inhibition on 24 plates by 6 samples of penicillin (Davies and Goldsmith 1972; "Penicillin" of lme4), a plate a word. */
const PENICILLIN = [
  '27 23 26 23 23 21',
  '27 23 26 23 23 21',
  '25 21 25 24 24 20',
  '26 23 25 23 23 20',
  '25 22 26 22 23 20',
  '24 22 25 23 22 19',
  '24 20 23 21 22 19',
  '26 22 26 24 24 21',
  '24 21 24 22 22 20',
  '24 21 24 23 22 19',
  '26 23 26 24 24 21',
  '25 22 26 24 24 20',
  '26 24 26 24 25 22',
  '26 23 26 23 23 20',
  '26 23 25 24 24 22',
  '25 22 25 23 23 20',
  '25 21 24 23 23 20',
  '25 22 24 23 23 19',
  '24 21 23 21 21 19',
  '26 23 26 24 24 21',
  '25 21 24 22 22 18',
  '25 22 25 22 22 20',
  '24 21 24 22 24 19',
  '24 21 24 22 21 18',
].map((plate) => plate.split(' ').map(Number))

const penicillin: CalibrationInput = {
  reviews: PENICILLIN.flatMap((plate, row) => plate.map((score, column) => ({ application: `plate ${row}`, reviewer: `sample ${column}`, score }))),
  scale: [15, 30],
}

test('the variances are those that lme4 publishes for its penicillin data', () => {
  const { variance, mean, applications, reviewers, connected } = calibrate(penicillin)
  const { application, reviewer, residual } = variance
  expect([application, reviewer, residual].map((one) => Math.sqrt(one).toFixed(3))).toEqual(['0.847', '1.932', '0.550'])
  expect(Math.sqrt(application)).toBeCloseTo(0.8467, 5)
  expect(Math.sqrt(residual)).toBeCloseTo(0.54992, 5)
  expect(Math.abs(Math.sqrt(reviewer) - 1.93161)).toBeLessThan(1e-4)
  const scores = penicillin.reviews.map(({ application, reviewer, score }) => ({
    application,
    reviewer,
    score: score as number,
    panel: null,
    confidence: 1,
  }))
  const { fit, unit } = modelOf(sheetOf(scores)).estimate as Estimate
  // The fit is in units of the spread of the scores: in their own, REML says 330.8606.
  expect(fit.deviance + 2 * 143 * Math.log(unit)).toBeCloseTo(330.8606, 4)
  expect([mean, connected, applications.length, reviewers.length]).toEqual([22.972222, true, 24, 6])
})

/** Mean squares of a table without holes (Searle, Casella and McCulloch, "Variance components", 4.3). */
function byMoments(table: readonly (readonly number[])[]): { readonly application: number; readonly reviewer: number; readonly residual: number } {
  const [rows, columns] = [table.length, (table[0] as readonly number[]).length]
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
  const whole = mean(table.flat())
  const rowMeans = table.map(mean)
  const columnMeans = Array.from({ length: columns }, (_, k) => mean(table.map((row) => row[k] as number)))
  const squares = (means: readonly number[]): number => means.reduce((sum, one) => sum + (one - whole) ** 2, 0)
  const all = table.flat().reduce((sum, one) => sum + (one - whole) ** 2, 0)
  const [between, across] = [columns * squares(rowMeans), rows * squares(columnMeans)]
  const residual = (all - between - across) / ((rows - 1) * (columns - 1))
  return { application: (between / (rows - 1) - residual) / columns, reviewer: (across / (columns - 1) - residual) / rows, residual }
}

test('where everybody reads everything the variances are those of the analysis of variance, and the predictions its shrunk means', () => {
  const moments = byMoments(PENICILLIN)
  const { variance, applications, mean } = calibrate(penicillin)
  expect(variance.application).toBeCloseTo(moments.application, 5)
  expect(variance.reviewer).toBeCloseTo(moments.reviewer, 5)
  expect(variance.residual).toBeCloseTo(moments.residual, 5)
  const shrunk = moments.application / (moments.application + moments.residual / 6)
  for (const one of applications) expect(one.calibrated).toBeCloseTo(mean + shrunk * (one.raw - mean), 5)
  expect(applications.every(({ moved }) => moved === 0)).toBe(true)
})

test('over made-up panels, half of whose variance of scores is chance, variances come back without bias', () => {
  const spread = { quality: 8, severity: 4, residual: 8 }
  const found = Array.from(
    { length: 60 },
    (_, round) => calibrate(madeUp(`recovery ${round}`, { applications: 150, reviewers: 25, each: 3 }, spread).input).variance,
  )
  const mean = (of: (one: (typeof found)[number]) => number): number => found.reduce((sum, one) => sum + of(one), 0) / found.length
  // Standard errors of these means over 60 rounds are about 1.6, 0.75 and 0.6: each lies within two of them.
  expect(Math.abs(mean((one) => one.application) - 64)).toBeLessThan(3.2)
  expect(Math.abs(mean((one) => one.reviewer) - 16)).toBeLessThan(1.5)
  expect(Math.abs(mean((one) => one.residual) - 64)).toBeLessThan(1.2)
})

test('calibration finds more of the best applications than raw means do where severity differs, and as many where it does not', () => {
  const shape = { applications: 400, reviewers: 40, each: 3 }
  const best = (values: readonly number[], count: number): Set<number> =>
    new Set([...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number)).slice(0, count))
  const found = (severity: number): [raw: number, calibrated: number] => {
    let [raw, calibrated] = [0, 0]
    for (let round = 0; round < 20; round++) {
      const { input, quality } = madeUp(`top ${severity} ${round}`, shape, { quality: 8, severity, residual: 6 })
      const byId = new Map(calibrate(input).applications.map((one) => [one.id, one]))
      const lines = quality.map((_, place) => byId.get(`a${place}`))
      const top = best(quality, 24)
      for (const place of best(
        lines.map((one) => one?.raw as number),
        24,
      ))
        raw += top.has(place) ? 1 : 0
      for (const place of best(
        lines.map((one) => one?.calibrated as number),
        24,
      ))
        calibrated += top.has(place) ? 1 : 0
    }
    return [raw, calibrated]
  }
  const [raw, calibrated] = found(8)
  expect(calibrated).toBeGreaterThan(1.15 * raw)
  const [same, other] = found(0)
  expect(Math.abs(other - same)).toBeLessThan(0.03 * same)
})

test('probabilities are those of the tables', () => {
  expect([1, 1.959963984540054, 2.575829303548901, 4].map((x) => upperTail(x).toFixed(12))).toEqual([
    '0.158655253931',
    '0.025000000000',
    '0.005000000000',
    '0.000031671242',
  ])
  expect(chiSquareTail(3.841458820694124)).toBeCloseTo(0.05, 12)
  for (let x = -9; x <= 9; x += 0.0137) expect(Math.abs(probabilityBelow(x) - (x < 0 ? upperTail(-x) : 1 - upperTail(x)))).toBeLessThan(1e-11)
})

test('severity that is not there is found one time in twenty, as often as the test says; severity that is there nearly always', () => {
  const shape = { applications: 60, reviewers: 12, each: 3 }
  const rejected = (severity: number): number =>
    Array.from(
      { length: 200 },
      (_, round) => calibrate(madeUp(`need ${severity} ${round}`, shape, { quality: 6, severity, residual: 6 }).input).needed,
    ).filter(({ p_value }) => p_value < 0.05).length
  // Of 200: 10 are expected; between 3 and 18 lie 99 in 100.
  expect(rejected(0)).toBeGreaterThanOrEqual(3)
  expect(rejected(0)).toBeLessThanOrEqual(18)
  expect(rejected(5)).toBeGreaterThan(185)
})
