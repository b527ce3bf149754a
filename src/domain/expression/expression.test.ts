import { describe, expect, test } from 'vitest'
import { decimalOf, decimalText } from './decimal.ts'
import type { ExpressionFault, Names } from './expression.ts'
import { namesIn } from './expression.ts'
import { checkExpression } from './kinds.ts'
import { readExpression } from './parse.ts'
import type { Value, Values } from './value.ts'
import { workOut } from './work-out.ts'

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

const VALUES: Values = {
  region: 'oriental',
  activities: ['music', 'film'],
  applicant_kind: 'team',
  birth_date: '1998-04-02',
  'call.age_on': '2024-03-31',
  registered: true,
  turnover: n('120000.50'),
  asked_for: n('30000'),
  summary: 'ورشة لصناعة الآلات الموسيقية',
  team: [
    { name: 'Salma', age: n('24'), since: '2021-01-01' },
    { name: 'Anas', age: n('31'), since: null },
    { name: '', age: null, since: null },
  ],
}

/** The value of a text that is read and makes sense. */
function value(source: string, values: Values = VALUES): Value {
  const reading = readExpression(source)
  if (!reading.ok) throw new Error(`${source}: ${reading.fault.code} at ${reading.fault.from}`)
  const { faults } = checkExpression(reading.expression, NAMES)
  if (faults.length > 0) throw new Error(`${source}: ${faults.map((fault) => fault.code)}`)
  return workOut(reading.expression, values)
}

function number(source: string, values: Values = VALUES): string {
  return decimalText(value(source, values) as bigint)
}

/** What is wrong with a text, and the part of it that is marked. */
function wrong(source: string, wanted?: 'truth' | 'number'): [string, string][] {
  const reading = readExpression(source)
  const faults: readonly ExpressionFault[] = reading.ok ? checkExpression(reading.expression, NAMES, wanted).faults : [reading.fault]
  return faults.map(({ code, from, to }) => [code, source.slice(from, to)])
}

describe('what an expression is worth', () => {
  test.each([
    ["region = 'oriental'", true],
    ["region in ('souss-massa', 'oriental')", true],
    ["region not in ('souss-massa')", true],
    ["'film' in activities", true],
    ["'crafts' in activities or registered = no", false],
    ["applicant_kind = 'team' and count(team) > 2", true],
    ['not registered', false],
    ['age(birth_date, call.age_on) >= 18 and age(birth_date, call.age_on) <= 29', true],
    ['call.age_on < 2024-04-01', true],
    ['asked_for <= turnover / 4', true],
    ['greatest(team.age) > 29', true],
    ['words(summary) = 4', true],
    ['answered(team)', true],
  ])('%s is %s', (source, expected) => {
    expect(value(source)).toBe(expected)
  })

  test('numbers are exact decimals: nothing is lost that a pocket calculator keeps', () => {
    expect(number('0.1 + 0.2')).toBe('0.3')
    expect(number('2 + 3 * 4 - -1')).toBe('15')
    expect(number('10 - 4 - 3')).toBe('3')
    expect(number('(10 - 4) * 1.5 / 3')).toBe('3')
    expect(number('asked_for / turnover * 100')).toBe('24.9998958338')
    expect(number('round(asked_for / turnover * 100, 2)')).toBe('25')
    expect(number('round(2.5, 0) + round(-2.5, 0) + round(2.449, 1)')).toBe('2.4')
    expect(number('max(1, 3, 2) - min(5, 4)')).toBe('-1')
    expect(number('sum(team.age)')).toBe('55')
    expect(number('least(team.age) + count(team.age)')).toBe('26')
    expect(number("if(region = 'oriental', 5, 3)")).toBe('5')
  })

  test('an age counts the birthday itself', () => {
    expect(number('age(birth_date, 2024-04-01)')).toBe('25')
    expect(number('age(birth_date, 2024-04-02)')).toBe('26')
  })

  test('digits, quotes and signs are read as people type and paste them in three languages', () => {
    expect(value('turnover ≥ ١٢٠٠٠٠٫٥')).toBe(true)
    expect(value('turnover ≠ 3 × 2')).toBe(true)
    expect(value('region in («oriental»، “souss-massa”)')).toBe(true)
    expect(value('region\u00a0=\u202f‘oriental’')).toBe(true)
    expect(value('Registered AND NOT (Turnover = 5)')).toBe(true)
    expect(value('\u2067call.age_on = ٢٠٢٤-٠٣-٣١\u2069')).toBe(true)
  })
})

describe('what is not answered yet is unknown, and unknown is neither yes nor no', () => {
  test.each([
    ['turnover > 5', null],
    ['not (turnover > 5)', null],
    ['registered and turnover > 5', null],
    ['no and turnover > 5', false],
    ['yes or turnover > 5', true],
    ["region in ('oriental')", null],
    ["'music' in activities", null],
    ['turnover / 0 = 1', null],
    ['answered(turnover)', false],
    ['answered(team)', false],
    ['first(turnover, 7) = 7', true],
    ['if(registered, 1, 2) = 1', null],
  ])('with nothing answered, %s is %s', (source, expected) => {
    expect(value(source, {})).toBe(expected)
  })

  test('a division by nought is unknown, whatever stands around it', () => {
    expect(value('1 / (asked_for - 30000)')).toBe(null)
    expect(value('1 / (asked_for - 30000) > 0 or registered')).toBe(true)
  })

  test('the least of a column nobody filled in is unknown; its sum is nought', () => {
    const nobody: Values = { team: [{ name: 'Salma', age: null }] }
    expect(value('least(team.age)', nobody)).toBe(null)
    expect(number('sum(team.age)', nobody)).toBe('0')
  })
})

describe('what is wrong is named, and where', () => {
  test.each<[string, [string, string][]]>([
    ['', [['empty', '']]],
    ['  ', [['empty', '  ']]],
    ['region = ', [['value-expected', '']]],
    ['(region = 1', [['closing-expected', '']]],
    ['turnover 5', [['end-expected', '5']]],
    ['turnover > 5 > 3', [['end-expected', '>']]],
    ['turnover # 5', [['strange-character', '#']]],
    ['turnover > 🎭', [['strange-character', '🎭']]],
    ["region = 'oriental", [['open-text', "'oriental"]]],
    ['call.age_on > 2023-02-29', [['not-a-day', '2023-02-29']]],
    ['turnover > 12000DH', [['not-a-number', '12000']]],
    ['revenue > 5', [['unknown-name', 'revenue']]],
    ['team.salary > 5', [['unknown-name', 'team.salary']]],
    ['constructor > 5', [['unknown-name', 'constructor']]],
    ['toString(5) = 5', [['unknown-function', 'toString']]],
    ['average(team.age) > 5', [['unknown-function', 'average']]],
    ['age(birth_date) > 5', [['argument-count', 'age(birth_date)']]],
    ['words(turnover) > 5', [['kind-expected', 'turnover']]],
    ['sum(team.name) > 5', [['kind-expected', 'team.name']]],
    ['team.age > 5', [['column-needs-function', 'team.age']]],
    ["region = 'casablanca'", [['unknown-code', "'casablanca'"]]],
    ["region in ('oriental', 'fez')", [['unknown-code', "'fez'"]]],
    ["'dance' in activities", [['unknown-code', "'dance'"]]],
    ["region < 'oriental'", [['no-order', 'region']]],
    ["turnover = 'oriental'", [['not-comparable', "'oriental'"]]],
    ['summary < summary', [['no-order', 'summary']]],
    ['turnover and registered', [['kind-expected', 'turnover']]],
    [
      'revenue > 5 and age(birth_date) > 5',
      [
        ['unknown-name', 'revenue'],
        ['argument-count', 'age(birth_date)'],
      ],
    ],
  ])('%s', (source, expected) => {
    expect(wrong(source)).toEqual(expected)
  })

  test('a condition must be a condition', () => {
    expect(wrong('turnover', 'truth')).toEqual([['kind-expected', 'turnover']])
    expect(wrong('registered', 'number')).toEqual([['kind-expected', 'registered']])
    expect(wrong('team.age', 'number').map(([code]) => code)).toContain('column-needs-function')
  })

  test('what is too long or too deep is refused', () => {
    expect(wrong(`${'1 + '.repeat(600)}1`)[0]?.[0]).toBe('too-long')
    expect(wrong(`${'('.repeat(50)}1${')'.repeat(50)}`)[0]?.[0]).toBe('too-deep')
    expect(wrong(`${'not '.repeat(300)}registered`)[0]?.[0]).toBe('too-deep')
    expect(wrong(`${'-'.repeat(300)}1`)[0]?.[0]).toBe('too-deep')
    expect(wrong(`${'round('.repeat(300)}`)[0]?.[0]).toBe('too-deep')
  })
})

test('the names it reads are known, each once', () => {
  const reading = readExpression("registered and (turnover > asked_for or turnover = sum(team.age)) and region in ('oriental')")
  expect(reading.ok && namesIn(reading.expression)).toEqual(['registered', 'turnover', 'asked_for', 'team.age', 'region'])
})
