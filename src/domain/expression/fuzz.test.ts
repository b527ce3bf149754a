import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf } from './decimal.ts'
import type { Kind, Names } from './expression.ts'
import { FUNCTIONS } from './functions.ts'
import { checkExpression } from './kinds.ts'
import { readExpression } from './parse.ts'
import { LONGEST } from './tokens.ts'
import type { Value } from './value.ts'
import { holdsTrue } from './work-out.ts'

const NAMES: Names = {
  region: { is: 'code', of: ['oriental', 'souss-massa'] },
  activities: { is: 'codes', of: ['music', 'crafts', 'film'] },
  applicant_kind: { is: 'code', of: ['person', 'team', 'csr'] },
  birth_date: { is: 'day' },
  'call.age_on': { is: 'day' },
  registered: { is: 'truth' },
  turnover: { is: 'number' },
  asked_for: { is: 'number' },
  summary: { is: 'text' },
  team: { is: 'rows', columns: { name: { is: 'text' }, age: { is: 'number' }, since: { is: 'day' } } },
}

const n = (text: string): bigint => decimalOf(text) as bigint

describe('whatever is written', () => {
  const piece = fc.constantFrom(
    ...Object.keys(NAMES),
    ...Object.keys(FUNCTIONS).map((name) => `${name}(`),
    ...['team.age', 'team.since', 'and', 'or', 'not', 'in', 'yes', 'no', '(', ')', ',', '+', '-', '*', '/', '=', '!=', '<', '<=', '>', '>='],
    ...[
      '0',
      '1',
      '2.5',
      '999999999999999',
      '0.000001',
      "'oriental'",
      "'x'",
      '2024-02-29',
      '__proto__',
      'constructor',
      '.',
      '٣',
      '«',
      '\u0000',
      '\u202e',
    ],
  )
  const answer: fc.Arbitrary<Value> = fc.constantFrom<Value>(
    null,
    true,
    false,
    n('0'),
    n('12.5'),
    n('-3'),
    'oriental',
    'music',
    '',
    '2024-02-29',
    [],
    ['music'],
  )

  /** An answer of the kind, or none: what the form keeps. */
  function answerOf(kind: Kind): fc.Arbitrary<Value> {
    return answer.filter((one) => one === null || fitting(one, kind))
  }
  function fitting(one: Value, kind: Kind): boolean {
    if (kind.is === 'number') return typeof one === 'bigint'
    if (kind.is === 'truth') return typeof one === 'boolean'
    if (kind.is === 'day') return one === '2024-02-29'
    if (kind.is === 'codes') return Array.isArray(one)
    return kind.is === 'rows' ? Array.isArray(one) && one.length === 0 : typeof one === 'string'
  }
  const answers = fc.record<Record<string, Value>>(Object.fromEntries(Object.entries(NAMES).map(([name, kind]) => [name, answerOf(kind)])))

  test('it is read or refused, with a place inside the text, never with a fault of the program', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((all) => all.join(' ')),
          fc.string({ maxLength: 60, unit: 'binary' }),
        ),
        (source) => {
          const reading = readExpression(source)
          const faults = reading.ok ? checkExpression(reading.expression, NAMES).faults : [reading.fault]
          for (const { from, to } of faults) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(to).toBeGreaterThanOrEqual(from)
            expect(to).toBeLessThanOrEqual(Math.max(source.length, LONGEST))
          }
        },
      ),
      { numRuns: 4000 },
    )
  })

  /** Texts that are read and make sense, by construction. */
  const { truth } = fc.letrec<{ truth: string; number: string }>((tie) => ({
    truth: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(
        'registered',
        'yes',
        'no',
        "region = 'oriental'",
        "'music' in activities",
        'answered(summary)',
        'birth_date < call.age_on',
        "applicant_kind not in ('team')",
      ),
      fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, by, b]) => `(${a} ${by} ${b})`),
      tie('truth').map((a) => `not ${a}`),
      fc.tuple(tie('number'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('number')).map(([a, by, b]) => `(${a} ${by} ${b})`),
    ),
    number: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(
        'turnover',
        'asked_for',
        '0',
        '7',
        '0.01',
        'count(activities)',
        'sum(team.age)',
        'words(summary)',
        'age(birth_date, call.age_on)',
        'greatest(team.age)',
      ),
      fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([a, by, b]) => `(${a} ${by} ${b})`),
      fc.tuple(tie('truth'), tie('number'), tie('number')).map(([a, b, c]) => `if(${a}, ${b}, ${c})`),
      tie('number').map((a) => `-${a}`),
    ),
  }))

  test('what makes sense is worth yes, no or unknown for any answers, and more answers never turn a yes into a no', () => {
    fc.assert(
      fc.property(truth, answers, fc.constantFrom(...Object.keys(NAMES)), (source, given, hidden) => {
        fc.pre(source.length < LONGEST)
        const reading = readExpression(source)
        if (!reading.ok) {
          expect(reading.fault.code).toBe('too-deep')
          return
        }
        expect(checkExpression(reading.expression, NAMES, 'truth').faults).toEqual([])
        const all = holdsTrue(reading.expression, given)
        const fewer = holdsTrue(reading.expression, Object.fromEntries(Object.entries(given).filter(([name]) => name !== hidden)))
        expect([true, false, null]).toContain(all)
        if (fewer !== null && !source.includes('answered')) expect(all).toBe(fewer)
      }),
      { numRuns: 2000 },
    )
  })
})
