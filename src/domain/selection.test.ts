import { describe, expect, test } from 'vitest'
import {
  mayPlanSelection,
  mayPublishSelection,
  mayReadSelection,
  maySealSelection,
  prepareLetters,
  publishSelection,
  sealSelection,
  standardErrors,
  standing,
} from './selection.ts'
import { ROLES, type Role, type Viewer } from './viewer.ts'

const place = { programme: 'p', edition: 'e' }
const as = (role: Role, region: string | null = null): Viewer => ({
  organisation: 'o',
  person: null,
  grants: [{ role, programme: null, edition: null, region }],
})
const allowed = (may: typeof mayPlanSelection): Role[] => ROLES.filter((role) => may(as(role), place))

test('officers and the jury’s chair plan, the chair or the direction seals, the direction publishes; a regional role does none of it', () => {
  expect(allowed(mayPlanSelection)).toEqual(['administrator', 'director', 'officer', 'chair'])
  expect(allowed(maySealSelection)).toEqual(['director', 'chair'])
  expect(allowed(mayPublishSelection)).toEqual(['director'])
  expect(allowed(mayReadSelection)).toEqual(['administrator', 'director', 'officer', 'chair', 'auditor'])
  expect(mayPlanSelection(as('officer', 'fes'), place)).toBe(false)
})

const terms = { interviewWeight: '0.400', passMark: '60.00' }
const facts = { application: 'a', withdrawn: false, readings: ['70.00', '75.50'], interviews: ['80.00'], attended: true }

describe('an eligible application', () => {
  test('is a candidate with its exact score, six decimals', () => {
    expect(standing(facts, terms)).toEqual({ candidate: true, score: '75.650000' })
    expect(standing({ ...facts, readings: ['70.00', '70.00', '70.01'] }, terms)).toEqual({ candidate: true, score: '74.002000' })
    expect(standing({ ...facts, interviews: [], attended: null }, { ...terms, interviewWeight: '0.000' })).toEqual({
      candidate: true,
      score: '72.750000',
    })
  })

  test.each([
    [{ withdrawn: true }, 'withdrawn'],
    [{ readings: [] }, 'unread'],
    [{ interviews: [] }, 'not-interviewed'],
    [{ attended: false }, 'not-interviewed'],
    [{ readings: ['40.00'], interviews: ['89.99'] }, 'below-pass-mark'],
  ])('is none when %o: %s', (more, why) => {
    expect(standing({ ...facts, ...more }, terms)).toMatchObject({ candidate: false, why })
  })

  test('at the pass mark exactly is a candidate', () => {
    expect(standing({ ...facts, readings: ['40.00'], interviews: ['90.00'] }, terms)).toEqual({ candidate: true, score: '60.000000' })
  })
})

test('standard errors come from the spread between reviewers of the same application, pooled', () => {
  const all = [
    { ...facts, readings: ['70.00', '74.00'], interviews: ['80.00'] },
    { ...facts, application: 'b', readings: ['50.00', '50.00'], interviews: [] },
  ]
  // Within applications: squares 8 + 0 over 2 degrees of freedom; each has two readings, weighing 0.6.
  expect([...standardErrors(all, terms)]).toEqual([
    ['a', 0.848528],
    ['b', 0.848528],
  ])
  // Whoever withdrew had reviews too: they count for nothing.
  expect([...standardErrors([{ ...facts, application: 'c', withdrawn: true, readings: ['10.00', '90.00'] }, ...all], terms)]).toEqual([
    ['a', 0.848528],
    ['b', 0.848528],
  ])
  expect([
    ...standardErrors(
      [facts].map((one) => ({ ...one, readings: ['70.00'] })),
      terms,
    ).values(),
  ]).toEqual([0])
})

describe('the three acts', () => {
  const seal = {
    sealed: false,
    shown: { fingerprint: 'f', solved: true },
    seen: 'f',
    now: 'f',
    since: { reviews: 2, withdrawals: 0 },
    unfinished: false,
    nevertheless: null,
  }

  test('seal what was shown, once', () => {
    expect(sealSelection(seal).ok).toBe(true)
    expect(sealSelection({ ...seal, now: 'g' })).toMatchObject({ code: 'selection/inputs-changed', details: { reviews: 2, withdrawals: 0 } })
    const unfinished = { ...seal, unfinished: true }
    expect(sealSelection(unfinished)).toMatchObject({ code: 'selection/jury-unfinished' })
    expect(sealSelection({ ...unfinished, nevertheless: ' ' })).toMatchObject({ code: 'selection/jury-unfinished-reason' })
    expect(sealSelection({ ...unfinished, nevertheless: 'Le bailleur attend.' }).ok).toBe(true)
    expect(sealSelection({ ...seal, seen: 'g' })).toMatchObject({ code: 'selection/inputs-changed' })
    expect(sealSelection({ ...seal, sealed: true })).toMatchObject({ code: 'selection/already-sealed' })
    expect(sealSelection({ ...seal, shown: { fingerprint: 'f', solved: false } })).toMatchObject({ code: 'selection/no-list' })
  })

  test('follow one another, each once', () => {
    expect(publishSelection({ sealedBy: null, published: false, by: 'b' })).toMatchObject({ code: 'selection/not-sealed' })
    expect(publishSelection({ sealedBy: 'b', published: false, by: 'b' })).toMatchObject({ code: 'selection/publisher-sealed' })
    expect(publishSelection({ sealedBy: 'a', published: true, by: 'b' })).toMatchObject({ code: 'selection/already-published' })
    expect(prepareLetters({ published: false, prepared: false })).toMatchObject({ code: 'selection/not-published' })
    expect(prepareLetters({ published: true, prepared: true })).toMatchObject({ code: 'selection/letters-prepared' })
  })
})
