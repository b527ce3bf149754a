import { describe, expect, test } from 'vitest'
import {
  type ApplicationFacts,
  applicationNumber,
  canonicalJson,
  mayAnswerFor,
  mayRead,
  mayReadRestricted,
  maySave,
  mayStart,
  mayWrite,
  numberFrom,
  submit,
  withdraw,
} from './application.ts'
import type { CallTimes } from './call.ts'
import type { FormDefinition } from './form.ts'
import type { Role, Viewer } from './viewer.ts'

const call = {
  publishedAt: new Date('2024-02-20T10:00:00Z'),
  opensAt: new Date('2024-03-01T09:00:00Z'),
  deadlineAt: new Date('2024-03-31T23:59:00Z'),
  graceSeconds: 600,
} satisfies CallTimes
const during = new Date('2024-03-15T12:00:00Z')
const lastInstant = new Date('2024-04-01T00:09:00.000Z')
const tooLate = new Date('2024-04-01T00:09:00.001Z')
const draft: ApplicationFacts = { call, submittedAt: null, withdrawnAt: null }

const said = (ar: string) => ({ ar, fr: '', en: '' })
const form: FormDefinition = {
  groups: [{ code: 'you', title: said('عنك') }],
  sections: [
    {
      code: 'who',
      group: 'you',
      title: said('من أنت'),
      questions: [
        { code: 'holder_name_ar', kind: 'line', label: said('الاسم'), required: true },
        { code: 'town', kind: 'line', label: said('المدينة'), required: false },
      ],
    },
  ],
}
const whole = { ...draft, form, answers: { holder_name_ar: 'سلمى' }, asked: new Set(['holder_name_ar', 'town']), faulty: [], declared: true }

describe('an application is begun', () => {
  test('from the opening of a published call to its deadline: the grace period is for what is already written', () => {
    expect(mayStart(call, call.opensAt).ok).toBe(true)
    expect(mayStart(call, call.deadlineAt).ok).toBe(true)
    expect(mayStart(call, new Date(call.opensAt.getTime() - 1))).toMatchObject({ code: 'application/call-not-open' })
    expect(mayStart(call, new Date(call.deadlineAt.getTime() + 1))).toMatchObject({ code: 'application/too-late-to-start' })
    expect(mayStart(call, tooLate)).toMatchObject({ code: 'application/too-late-to-start' })
  })

  test('never in a call that is not published, or not yet', () => {
    expect(mayStart({ ...call, publishedAt: null }, during)).toMatchObject({ code: 'application/call-not-open' })
    expect(mayStart({ ...call, publishedAt: new Date(during.getTime() + 1) }, during)).toMatchObject({ code: 'application/call-not-open' })
  })
})

describe('an application is saved', () => {
  test('until it is sent, withdrawn or late, and each refusal says which', () => {
    expect(maySave(draft, during).ok).toBe(true)
    expect(maySave({ ...draft, submittedAt: during }, during)).toMatchObject({ code: 'application/already-submitted' })
    expect(maySave({ ...draft, withdrawnAt: during }, during)).toMatchObject({ code: 'application/withdrawn' })
    expect(maySave({ ...draft, submittedAt: during, withdrawnAt: during }, during)).toMatchObject({ code: 'application/withdrawn' })
    expect(maySave(draft, tooLate)).toMatchObject({ code: 'application/call-closed' })
  })
})

describe('an application is sent', () => {
  test('with the moment its request arrived', () => {
    expect(submit(whole, during)).toEqual({ ok: true, value: { submittedAt: during } })
  })

  test('in the last instant of the grace period, and not one thousandth of a second later', () => {
    expect(submit(whole, lastInstant).ok).toBe(true)
    expect(submit(whole, tooLate)).toMatchObject({ code: 'application/call-closed' })
  })

  test('after the old deadline when the call was extended', () => {
    const extended = { ...call, deadlineAt: new Date('2024-04-07T23:59:00Z') }
    expect(submit({ ...whole, call: extended }, tooLate).ok).toBe(true)
  })

  test('once: sending twice keeps the first', () => {
    expect(submit({ ...whole, submittedAt: during }, lastInstant)).toMatchObject({ code: 'application/already-submitted' })
  })

  test('never after it was withdrawn', () => {
    expect(submit({ ...whole, withdrawnAt: during }, during)).toMatchObject({ code: 'application/withdrawn' })
  })

  test('whole: a missing answer and a wrong one name their questions, each once', () => {
    expect(submit({ ...whole, answers: { holder_name_ar: ' ' } }, during)).toMatchObject({
      code: 'application/incomplete',
      details: { questions: ['holder_name_ar'], count: 1 },
    })
    expect(submit({ ...whole, answers: {}, faulty: ['holder_name_ar', 'town'] }, during)).toMatchObject({
      details: { questions: ['holder_name_ar', 'town'], count: 2 },
    })
  })

  test('with its declaration', () => {
    expect(submit({ ...whole, declared: false }, during)).toMatchObject({ code: 'application/undeclared' })
  })
})

describe('an application is withdrawn', () => {
  test('once, before or after the deadline, until the results are public', () => {
    expect(withdraw({ withdrawnAt: null, publishedAt: null }, tooLate)).toEqual({ ok: true, value: { withdrawnAt: tooLate } })
    expect(withdraw({ withdrawnAt: during, publishedAt: null }, tooLate)).toMatchObject({ code: 'application/withdrawn' })
    expect(withdraw({ withdrawnAt: null, publishedAt: tooLate }, tooLate)).toMatchObject({ code: 'application/results-published' })
    expect(withdraw({ withdrawnAt: null, publishedAt: tooLate }, during).ok).toBe(true)
  })
})

describe('of an application', () => {
  const place = { programme: 'p', edition: 'e', region: 'fes' }
  const staff = (role: Role, region: string | null = null): Viewer => ({
    organisation: 'o',
    person: null,
    grants: [{ role, programme: null, edition: 'e', region }],
  })
  const stranger: Viewer = { organisation: 'o', person: null, grants: [] }
  const sent = { submittedAt: during }

  test('the whole team writes, the holder alone sends and withdraws', () => {
    expect([mayWrite('holder'), mayWrite('member'), mayWrite(null)]).toEqual([true, true, false])
    expect([mayAnswerFor('holder'), mayAnswerFor('member'), mayAnswerFor(null)]).toEqual([true, false, false])
  })

  test('the desk reads what was sent and never a draft', () => {
    expect(mayRead(staff('officer'), null, place, sent)).toBe(true)
    expect(mayRead(staff('officer'), null, place, { submittedAt: null })).toBe(false)
    expect(mayRead(staff('officer', 'ori'), null, place, sent)).toBe(false)
    expect(mayRead(stranger, null, place, sent)).toBe(false)
    expect(mayRead(stranger, 'member', place, { submittedAt: null })).toBe(true)
  })

  test('restricted answers are read by the holder and by officers, not by who writes with the holder nor by the rest of the desk', () => {
    expect(mayReadRestricted(staff('officer'), null, place)).toBe(true)
    expect(mayReadRestricted(staff('donor'), null, place)).toBe(false)
    expect(mayReadRestricted(stranger, 'holder', place)).toBe(true)
    expect(mayReadRestricted(stranger, 'member', place)).toBe(false)
  })
})

test('a number names programme, edition and rank', () => {
  expect(applicationNumber('kawaliss', '2024', 187)).toBe('KW-2024-0187')
  expect(applicationNumber('aie', '2025', 12_345)).toBe('AI-2025-12345')
  expect(applicationNumber('2-rives', 'pilot', 1)).toBe('RV-pilot-0001')
})

test('canonical JSON is the same text whatever the order the facts were given in', () => {
  const one = canonicalJson({ b: ['x', { d: 1, c: null }], a: 'é"\n', z: undefined })
  expect(one).toBe('{"a":"é\\"\\n","b":["x",{"c":null,"d":1}]}')
  expect(canonicalJson({ z: undefined, a: 'é"\n', b: ['x', { c: null, d: 1 }] })).toBe(one)
})

test('a number is found however it is typed', () => {
  const typed = ['KW-2024-0075', 'kw-2024-75', 'kw 2024 0075', ' Kw 2024-75 ', 'KW–2024–0075', 'KW-2024- 00 75', 'kw-2024-٧٥', '\u200eKW-2024-0075']
  expect(typed.map(numberFrom)).toEqual(typed.map(() => 'KW-2024-0075'))
  expect([numberFrom('KW-2024-12345'), numberFrom('nothing'), numberFrom('')]).toEqual(['KW-2024-12345', 'NOTHING', ''])
})
