import { describe, expect, test } from 'vitest'
import { mayPlanSo, NO_OPTIONS, pairWeight, type PlanOptions } from '../../domain/assignment.ts'
import { refused } from '../../domain/result.ts'
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

  test('shares the readings evenly', async () => {
    expect((await planAssignment(facts())).loads).toEqual({ r: 3, s: 3, t: 3, u: 3 })
  })

  test('gives each application a reader from outside its region when there is one', async () => {
    const plan = await planAssignment(
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

  test('leaves what stands as it is, and keeps apart those in conflict', async () => {
    const plan = await planAssignment(
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

  test('has the fingerprint of its facts, and another when one of them changes', async () => {
    expect((await planAssignment(facts())).fingerprint).toBe((await planAssignment(facts())).fingerprint)
    expect((await planAssignment(facts({ apart: [['a', 'r']] }))).fingerprint).not.toBe((await planAssignment(facts())).fingerprint)
  })

  test('names what is lacking when there are too few readers', async () => {
    const plan = await planAssignment(facts({ reviewers: [reviewer('r'), reviewer('s', { maxLoad: 1 })] }))
    expect([plan.pairs.length, plan.conflict.length > 0]).toEqual([0, true])
  })
})

describe('what is asked of a plan', () => {
  const near = (id: string, region: string) => application(id, { region })
  const of = (id: string, region: string | null, more: object = {}) => reviewer(id, { region, ...more })
  const ask = (more: Partial<PlanOptions>): PlanOptions => ({ ...NO_OPTIONS, ...more })
  const facts = (more: Partial<PlanFacts>): PlanFacts => ({ applications: [], reviewers: [], apart: [], standing: [], ...more })
  const readersOf = (pairs: readonly (readonly [string, string])[], id: string) => pairs.flatMap(([one, reader]) => (one === id ? [reader] : []))

  test('one reader from outside the region is a rule: where nobody can, the plan names the file', async () => {
    const home = { applications: [near('a', 'fes')], reviewers: [of('r', 'fes', { sectors: ['music'] }), of('s', 'fes', { sectors: ['music'] })] }
    expect((await planAssignment(facts(home))).pairs).toHaveLength(2)
    const refused = await planAssignment(facts({ ...home, options: ask({ outside: true }) }))
    expect(refused.conflict.some((one) => 'rule' in one && one.rule.applications?.includes('a'))).toBe(true)
    const mixed = { ...home, reviewers: [...home.reviewers, of('t', 'ori', { minLoad: 0 })], options: ask({ outside: true }) }
    expect(readersOf((await planAssignment(facts(mixed))).pairs, 'a')).toContain('t')
  })

  test('linked readings join what would fall into two groups, and say by which pair', async () => {
    const two = {
      applications: [near('a', 'fes'), near('b', 'fes'), near('c', 'ori'), near('d', 'ori')],
      reviewers: [of('r', 'ori'), of('s', 'ori'), of('t', 'fes'), of('u', 'fes')],
    }
    const apart = await planAssignment(facts(two))
    const linked = await planAssignment(facts({ ...two, options: ask({ connected: true }) }))
    expect([apart.parts, linked.parts, linked.links.length]).toEqual([2, 1, 1])
    expect(Number(linked.total)).toBeLessThan(Number(apart.total))
    expect(linked.loads).toEqual({ r: 2, s: 2, t: 2, u: 2 })
  })

  test('the file served worst comes first where it is asked, at the price of the sum', async () => {
    const one = (id: string, sector: string) => application(id, { sector, demand: 1 })
    // Each reader takes one file: the sum is largest with (a, r), where nothing speaks for whoever reads b.
    const uneven = {
      applications: [one('a', 'music'), one('b', 'dance')],
      reviewers: [of('r', 'ori', { sectors: ['music'], maxLoad: 1 }), of('s', 'fes', { sectors: ['music'], maxLoad: 1 })],
      wishes: [['a', 'r', 'gladly'] as const],
    }
    const sum = await planAssignment(facts(uneven))
    const fair = await planAssignment(facts({ ...uneven, options: ask({ worstFirst: true }) }))
    expect([sum.total, sum.worst, fair.total, fair.worst]).toEqual(['2', '0', '1.5', '0.5'])
  })

  test('lots drawn from a seed give the same plan each time, another under another seed, and no pair twice as sure as allowed', async () => {
    const many = {
      applications: Array.from({ length: 12 }, (_, at) => near(`a${at}`, 'fes')),
      reviewers: ['r', 's', 't', 'u', 'v', 'w'].map((id) => of(id, 'ori')),
      options: ask({ limit: '0.5' }),
    }
    const [first, again, other] = await Promise.all(['x', 'x', 'y'].map((seed) => planAssignment(facts({ ...many, seed }))))
    expect(again?.pairs).toEqual(first?.pairs)
    expect(other?.pairs).not.toEqual(first?.pairs)
    expect(first?.pairs).toHaveLength(24)
    expect(mayPlanSo(ask({ limit: '0.5' }), null)).toEqual(refused('assignment/seedless'))
    expect(mayPlanSo(ask({ limit: '0.5', connected: true }), 'x')).toEqual(refused('assignment/options-crossed'))
  })

  test('a tie that waits for an answer is avoided, a wish is heard, and neither is a rule', async () => {
    const applications = [application('a', { demand: 1 })]
    const reviewers = [reviewer('r'), reviewer('s')]
    const read = async (more: Partial<PlanFacts>) => (await planAssignment(facts({ applications, reviewers, ...more }))).pairs
    expect(await read({ doubtful: [['a', 'r']] })).toEqual([['a', 's']])
    expect(await read({ wishes: [['a', 's', 'gladly']] })).toEqual([['a', 's']])
    expect(await read({ wishes: [['a', 'r', 'rather-not']] })).toEqual([['a', 's']])
    expect(await read({ doubtful: [['a', 'r']], apart: [['a', 's']] })).toEqual([['a', 'r']])
  })

  test('when one reader leaves, all that the others hold stays in place', async () => {
    const whole = {
      applications: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => near(id, 'fes')),
      reviewers: ['r', 's', 't', 'u'].map((id) => of(id, 'ori')),
    }
    const before = (await planAssignment(facts(whole))).pairs
    const left = before.filter(([, reader]) => reader !== 'u')
    const after = await planAssignment(facts({ ...whole, reviewers: whole.reviewers.filter(({ id }) => id !== 'u'), standing: left }))
    expect(after.pairs.map(([id]) => id).sort()).toEqual(before.flatMap(([id, reader]) => (reader === 'u' ? [id] : [])).sort())
    expect(after.pairs.every((pair) => !left.some((one) => one.join() === pair.join()))).toBe(true)
  })
})
