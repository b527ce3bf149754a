import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { Body } from './body.ts'
import { choice, choices, consent, flag, uuid, version } from './choices.ts'
import { date, decimal, email, field, integer, issue, line, longText, money, phone, text, url } from './fields.ts'
import { parse } from './parse.ts'
import { problem, read } from './problem.ts'

const schema = z.object({
  title: line({ max: 20 }),
  summary: longText({ maxWords: 5, minWords: 2 }),
  note: text({ max: 10, required: false }),
  team: integer({ min: 1, max: 12 }),
  budget: money({ max: '60000', required: false }),
  birth: date(),
  phone: phone(),
  email: email({ required: false }),
  site: url({ required: false }),
  region: choice(['fes-meknes', 'souss-massa']),
  needs: choices(['space', 'money', 'advice'], { max: 2 }),
  news: flag(),
  rules: consent(),
})

const good: Body = {
  title: '  دار\u200b الحكاية ',
  summary: 'ورشات للحكي\r\nفي القرى  ',
  team: '٣',
  budget: '12 500,5',
  'birth.day': '14',
  'birth.month': 'juin',
  'birth.year': '2000',
  phone: '06 12 34 56 78',
  site: 'example.org',
  region: 'souss-massa',
  needs: ['advice', 'space'],
  rules: 'on',
  intruder: 'dropped',
}

const errorsOf = (type: z.ZodType, body: Body) => {
  const parsed = parse(type, body)
  return parsed.ok ? parsed.value : parsed.errors.map(({ field, code, details }) => [field, code, details])
}

describe('a form', () => {
  test('gives the command clean values, and no field its schema does not name', () => {
    expect(parse(schema, good)).toEqual({
      ok: true,
      value: {
        title: 'دار الحكاية',
        summary: 'ورشات للحكي\nفي القرى',
        note: '',
        team: 3,
        budget: '12500.50',
        birth: '2000-06-14',
        phone: '+212612345678',
        email: null,
        site: 'https://example.org/',
        region: 'souss-massa',
        needs: ['space', 'advice'],
        news: false,
        rules: true,
      },
    })
  })

  test('sent empty names every required field, in the order of the form', () => {
    expect(errorsOf(schema, {})).toEqual([
      ...['title', 'summary', 'team', 'birth', 'phone', 'region', 'needs'].map((name) => [name, 'required', {}]),
      ['rules', 'consent', {}],
    ])
  })

  test('says what is wrong with each field, and gives back all that was typed, to the letter', () => {
    const bad: Body = {
      title: ' x'.repeat(11),
      summary: 'one',
      note: 'eleven char',
      team: '13',
      budget: '60 000,01',
      'birth.day': '31',
      'birth.month': '2',
      'birth.year': '2000',
      phone: '12',
      email: 'nadia',
      site: 'javascript:alert(1)',
      region: 'atlantis',
      needs: ['space', 'money', 'advice'],
      news: 'maybe',
      rules: '\u0000 off',
    }
    const before = structuredClone(bad)
    const parsed = parse(schema, bad)
    expect(parsed.ok ? [] : parsed.errors.map(({ field, code, details }) => [field, code, details])).toEqual([
      ['title', 'too-long', { max: 20, count: 21 }],
      ['summary', 'too-few-words', { min: 2, count: 1 }],
      ['note', 'too-long', { max: 10, count: 11 }],
      ['team', 'max', { max: 12 }],
      ['budget', 'max', { max: 60000 }],
      ['birth', 'date', { part: 'whole' }],
      ['phone', 'phone', {}],
      ['email', 'email', {}],
      ['site', 'url', {}],
      ['region', 'choice', {}],
      ['needs', 'too-many', { max: 2 }],
      ['news', 'choice', {}],
      ['rules', 'consent', {}],
    ])
    expect(parsed.ok ? null : parsed.values).toBe(bad)
    expect(bad).toEqual(before)
  })

  test('may check one field against another', () => {
    const span = z.object({ from: date(), to: date() }).superRefine((value, context) => {
      if (value.to < value.from) context.addIssue(issue('to', problem('date', { part: 'whole' })))
    })
    expect(errorsOf(span, { from: '2024-05-02', to: '2024-05-01' })).toEqual([['to', 'date', { part: 'whole' }]])
  })

  test('types what it gives', () => {
    type Value = z.output<typeof schema>
    expectTypeOf<Value['team']>().toEqualTypeOf<number>()
    expectTypeOf<Value['budget']>().toEqualTypeOf<string | null>()
    expectTypeOf<Value['region']>().toEqualTypeOf<'fes-meknes' | 'souss-massa'>()
    expectTypeOf<Value['needs']>().toEqualTypeOf<('space' | 'money' | 'advice')[]>()
    expectTypeOf<Value['rules']>().toEqualTypeOf<true>()
    const optional = z.object({ kind: choice(['a', 'b'], { required: false }), id: uuid({ required: false }) })
    expectTypeOf<z.output<typeof optional>>().toEqualTypeOf<{ kind: 'a' | 'b' | null; id: string | null }>()
  })

  test('is read without failing, whatever is sent in any field', () => {
    const names = [...Object.keys(schema.shape), 'birth.day', 'birth.month', 'birth.year', 'x.day']
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (body) => {
        const parsed = parse(schema, body)
        expect(parsed.ok || parsed.errors.length > 0).toBe(true)
      }),
    )
  })
})

describe('fields', () => {
  const one = (type: z.ZodType, value?: string | string[]) => {
    const result = errorsOf(z.object({ f: type }), value === undefined ? {} : { f: value })
    return Array.isArray(result) ? result[0]?.slice(1) : (result as { f: unknown }).f
  }

  test('of text count characters as people see them, and words', () => {
    expect(one(line({ max: 2 }), '👩\u200d🎤👍🏽')).toBe('👩\u200d🎤👍🏽')
    expect(one(line({ max: 2 }), 'مَشْ'.repeat(2))).toEqual(['too-long', { max: 2, count: 4 }])
    expect(one(text({ max: 9, min: 3 }), 'ab')).toEqual(['too-short', { min: 3, count: 2 }])
    expect(one(line({ max: 9 }), ' \u200b\u200e ')).toEqual(['required', {}])
    expect(one(longText({ maxWords: 2 }), 'one two three')).toEqual(['words', { max: 2, count: 3 }])
    expect(one(longText({ maxWords: 2 }), 'x'.repeat(81))).toEqual(['too-long', { max: 80, count: 81 }])
    expect(one(longText({ maxWords: 2, required: false }))).toBe('')
  })

  test('sent several times count with the last value', () => {
    expect(one(flag(), ['0', '1'])).toBe(true)
    expect(one(flag(), ['1', '0'])).toBe(false)
    expect(one(line({ max: 9 }), ['a', 'b'])).toBe('b')
    expect(one(choice(['a', 'b']), ['a', 'b'])).toBe('b')
  })

  test('of choices take known codes, each once, at least one unless told', () => {
    const days = choices(['mon', 'tue'], { min: 2 })
    expect([one(days, ['tue', 'mon', 'tue']), one(days, 'mon'), one(days, 'sun'), one(days)]).toEqual([
      ['mon', 'tue'],
      ['too-few', { min: 2 }],
      ['choice', {}],
      ['required', {}],
    ])
    expect(parse(z.object({ f: choices(['mon'], { min: 0 }) }), {})).toEqual({ ok: true, value: { f: [] } })
  })

  test('of ids and versions take nothing else', () => {
    const id = '0199aaaa-bbbb-7ccc-8ddd-0123456789ab'
    expect([one(uuid(), id.toUpperCase()), one(uuid(), `${id}'`), one(uuid()), one(uuid({ required: false }))]).toEqual([
      id,
      ['choice', {}],
      ['required', {}],
      null,
    ])
    expect([one(version(), '12'), one(version(), '-1'), one(version(), '1e3'), one(version())]).toEqual([
      12,
      ['choice', {}],
      ['choice', {}],
      ['choice', {}],
    ])
  })

  test('of numbers are read as people write them', () => {
    expect([one(decimal(), '12,5'), one(decimal({ decimals: 1 }), '12,55'), one(decimal({ required: false }), ' ')]).toEqual([
      '12.5',
      ['number', {}],
      null,
    ])
    expect([one(money({ currency: 'MAD' }), '60 000 درهم'), one(money(), 'x')]).toEqual(['60000.00', ['money', {}]])
    expect([one(date({ required: false })), one(date(), '14/6/2000')]).toEqual([null, '2000-06-14'])
  })

  test('can be made by a feature, and plain zod types still name a code', () => {
    const even = field((raw) => (Number(raw) % 2 === 0 ? read(Number(raw)) : problem('number')))
    expect([one(even, '4'), one(even, '5')]).toEqual([4, ['number', {}]])
    expect([one(z.string()), one(z.email(), 'x'), one(z.enum(['a']), 'b')]).toEqual([
      ['required', {}],
      ['email', {}],
      ['choice', {}],
    ])
  })
})
