import { describe, expect, test } from 'vitest'
import { type DecisionGrounds, decideEligibility, deskState, recordVerdict, NO_READINGS } from './eligibility-decision.ts'
import { ok, refused } from './result.ts'
import { scopeOf } from './scope.ts'

const NOW = new Date('2024-04-04T09:00:00Z')
const verdict = (rule: string, is: 'met' | 'not-met' | 'unclear', automatic = true) => ({ rule, verdict: is, automatic, reason: '' })
const facts = (more: Partial<DecisionGrounds> = {}): DecisionGrounds => ({
  rules: ['age', 'once'],
  verdicts: [verdict('age', 'met'), verdict('once', 'met')],
  withdrawn: false,
  publishedAt: null,
  readings: NO_READINGS,
  sealed: false,
  correctedBy: null,
  documents: [],
  refusalLeft: false,
  ...more,
})
const eligible = { eligible: true, ground: null, reason: '' }

describe('a decision on eligibility', () => {
  test('is eligible when every rule is met', () => {
    expect(decideEligibility(facts(), eligible, NOW)).toEqual(ok(eligible))
  })

  test('is eligible only once every required document is accepted, and the refusal names those that wait', () => {
    const card = { question: 'card', name: { ar: '', fr: '', en: '' }, required: true, restricted: false, files: ['one'] }
    expect(decideEligibility(facts({ documents: [{ ...card, last: null }] }), eligible, NOW)).toEqual(
      refused('eligibility/documents-awaited', { count: 1, documents: ['card'] }),
    )
    expect(decideEligibility(facts({ documents: [{ ...card, last: { verdict: 'accepted', files: ['one'] } }] }), eligible, NOW)).toEqual(ok(eligible))
  })

  test('does not say a refusal twice once its letter has left, and has a reason of a length that is said', () => {
    const unmet = facts({ verdicts: [verdict('age', 'not-met'), verdict('once', 'met')] })
    const no = { eligible: false, ground: 'age', reason: '31 ans' }
    expect(decideEligibility({ ...unmet, refusalLeft: true }, no, NOW)).toEqual(refused('eligibility/refusal-left'))
    expect(decideEligibility(facts({ refusalLeft: true }), eligible, NOW)).toEqual(ok(eligible))
    const long = 'x'.repeat(2001)
    expect(decideEligibility(unmet, { ...no, reason: long }, NOW)).toEqual(refused('eligibility/reason-too-long', { length: 2001, most: 2000 }))
    expect(decideEligibility(unmet, { ...no, reason: long.slice(1) }, NOW).ok).toBe(true)
    expect(recordVerdict(unmet, { rule: 'age', verdict: 'met', reason: long }, NOW)).toEqual(
      refused('eligibility/reason-too-long', { length: 2001, most: 2000 }),
    )
  })

  test('waits until every rule has a clear verdict', () => {
    expect(decideEligibility(facts({ verdicts: [verdict('age', 'met'), verdict('once', 'unclear')] }), eligible, NOW)).toEqual(
      refused('eligibility/verdicts-missing', { count: 1, rules: ['once'] }),
    )
    expect(decideEligibility(facts({ verdicts: [] }), eligible, NOW)).toEqual(
      refused('eligibility/verdicts-missing', { count: 2, rules: ['age', 'once'] }),
    )
  })

  test('is not eligible only on the ground of a rule that is not met, and with a reason', () => {
    const unmet = facts({ verdicts: [verdict('age', 'not-met'), verdict('once', 'met')] })
    expect(decideEligibility(unmet, eligible, NOW)).toEqual(refused('eligibility/rule-not-met', { count: 1, rules: ['age'] }))
    expect(decideEligibility(unmet, { eligible: false, ground: 'once', reason: 'x' }, NOW)).toEqual(refused('eligibility/ground-missing'))
    expect(decideEligibility(unmet, { eligible: false, ground: 'age', reason: '  ' }, NOW)).toEqual(refused('eligibility/reason-missing'))
    expect(decideEligibility(unmet, { eligible: false, ground: 'age', reason: ' 31 ans ' }, NOW)).toEqual(
      ok({ eligible: false, ground: 'age', reason: '31 ans' }),
    )
  })

  test('does not change once results are public, nor for an application withdrawn, nor to ineligible while reviewers read it', () => {
    expect(decideEligibility(facts({ publishedAt: NOW }), eligible, NOW)).toEqual(refused('eligibility/published'))
    expect(decideEligibility(facts({ withdrawn: true }), eligible, NOW)).toEqual(refused('eligibility/withdrawn'))
    const unmet = [verdict('age', 'not-met'), verdict('once', 'met')]
    const no = { eligible: false, ground: 'age', reason: 'x' }
    const read = facts({ verdicts: unmet, readings: { readers: 1, panel: 2, handedIn: 3 } })
    expect(decideEligibility(read, no, NOW)).toEqual(refused('eligibility/under-review', { readers: 1, panel: 2 }))
    const whole = facts({ verdicts: unmet, readings: { readers: 0, panel: 0, handedIn: 3 } })
    expect(decideEligibility(whole, no, NOW)).toEqual(refused('eligibility/readings-handed-in', { count: 3 }))
    expect(decideEligibility(whole, { ...no, confirmed: true }, NOW).ok).toBe(true)
    expect(decideEligibility({ ...whole, sealed: true }, { ...no, confirmed: true }, NOW)).toEqual(refused('eligibility/selection-sealed'))
  })
})

describe('a verdict on a rule', () => {
  test('needs a reason when it differs from the one that stands', () => {
    expect(recordVerdict(facts(), { rule: 'age', verdict: 'met', reason: '' }, NOW)).toEqual(ok(null))
    expect(recordVerdict(facts(), { rule: 'age', verdict: 'not-met', reason: ' ' }, NOW)).toEqual(refused('eligibility/verdict-unreasoned'))
    expect(recordVerdict(facts(), { rule: 'age', verdict: 'not-met', reason: 'née en 1990' }, NOW)).toEqual(ok(null))
    // The first to read a rule contradicts nobody.
    expect(recordVerdict(facts({ verdicts: [] }), { rule: 'age', verdict: 'not-met', reason: '' }, NOW)).toEqual(ok(null))
    expect(recordVerdict(facts(), { rule: 'height', verdict: 'met', reason: '' }, NOW)).toEqual(refused('eligibility/unknown-rule'))
  })
})

test('an application at the desk is withdrawn before all, then decided, else to check', () => {
  expect([
    deskState({ withdrawn: true, eligible: true }),
    deskState({ withdrawn: false, eligible: null }),
    deskState({ withdrawn: false, eligible: true }),
    deskState({ withdrawn: false, eligible: false }),
  ]).toEqual(['withdrawn', 'waiting', 'eligible', 'ineligible'])
})

test('a regional role reaches its region, a wider one the whole edition', () => {
  const place = { programme: 'p', edition: 'e' }
  const viewer = (...regions: (string | null)[]) => ({
    organisation: 'o',
    person: null,
    grants: regions.map((region) => ({ role: 'officer' as const, programme: 'p', edition: 'e', region })),
  })
  expect(scopeOf(viewer('fes', 'ori'), ['officer'], place)).toEqual(['fes', 'ori'])
  expect(scopeOf(viewer('fes', null), ['officer'], place)).toBe('all')
  expect(scopeOf(viewer('fes'), ['director'], place)).toEqual([])
  expect(scopeOf(viewer('fes'), ['officer'], { programme: 'p', edition: 'other' })).toEqual([])
})
