import { describe, expect, test } from 'vitest'
import { pairWeight } from '../../domain/assignment.ts'
import { planAssignment, type PlanFacts } from './plan.ts'

const application = (id: string, more: object = {}) => ({ id, region: 'fes', language: 'fr', sector: 'music', demand: 2, ...more })
const reviewer = (id: string, more: object = {}) => ({ id, languages: ['ar', 'fr'], sectors: [], region: null, minLoad: 0, maxLoad: 10, ...more })

test('a reader suits an application better from outside its region and with its sector, and not at all without its language', () => {
  expect(pairWeight(application('a'), reviewer('r', { region: 'ori', sectors: ['music'] }))).toBe(1.5)
  expect(pairWeight(application('a'), reviewer('r', { region: 'fes' }))).toBe(0)
  expect(pairWeight(application('a', { language: 'en' }), reviewer('r'))).toBeNull()
})

describe('a plan', () => {
  const facts = (more: Partial<PlanFacts> = {}): PlanFacts => ({
    applications: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => application(id)),
    reviewers: ['r', 's', 't', 'u'].map((id) => reviewer(id)),
    apart: [],
    standing: [],
    ...more,
  })

  test('shares the readings evenly', () => {
    expect(planAssignment(facts()).loads).toEqual({ r: 3, s: 3, t: 3, u: 3 })
  })

  test('gives each application a reader from outside its region when there is one', () => {
    const plan = planAssignment(
      facts({
        reviewers: [
          reviewer('r', { region: 'fes' }),
          reviewer('s', { region: 'fes' }),
          reviewer('t', { region: 'ori' }),
          reviewer('u', { region: 'ori' }),
        ],
      }),
    )
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) expect(plan.pairs.filter(([one]) => one === id).length).toBe(2)
    expect(plan.total).toBe('6')
  })

  test('leaves what stands as it is, and keeps apart those in conflict', () => {
    const plan = planAssignment(
      facts({
        standing: [
          ['a', 'r'],
          ['a', 's'],
        ],
        apart: [['b', 't']],
      }),
    )
    expect(plan.pairs.some(([one]) => one === 'a')).toBe(false)
    expect(plan.pairs.some(([one, other]) => one === 'b' && other === 't')).toBe(false)
    expect(plan.pairs.length).toBe(10)
  })

  test('has the fingerprint of its facts, and another when one of them changes', () => {
    expect(planAssignment(facts()).fingerprint).toBe(planAssignment(facts()).fingerprint)
    expect(planAssignment(facts({ apart: [['a', 'r']] })).fingerprint).not.toBe(planAssignment(facts()).fingerprint)
  })

  test('names what is lacking when there are too few readers', () => {
    const plan = planAssignment(facts({ reviewers: [reviewer('r'), reviewer('s', { maxLoad: 1 })] }))
    expect([plan.pairs.length, plan.conflict.length > 0]).toEqual([0, true])
  })
})
