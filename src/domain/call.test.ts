import { describe, expect, test } from 'vitest'
import { ageDay, type CallTimes, callState, chooseCall, closeCall, extendCall, lastMoment, nextChange, publishCall } from './call.ts'

const call = {
  publishedAt: new Date('2024-02-20T10:00:00Z'),
  opensAt: new Date('2024-03-01T08:00:00Z'),
  deadlineAt: new Date('2024-03-31T23:59:00Z'),
  graceSeconds: 600,
} satisfies CallTimes
const at = (text: string): Date => new Date(text)
const shifted = (days: number): CallTimes => {
  const move = (moment: Date): Date => new Date(moment.getTime() + days * 86_400_000)
  return { ...call, publishedAt: call.publishedAt && move(call.publishedAt), opensAt: move(call.opensAt), deadlineAt: move(call.deadlineAt) }
}

describe('a call', () => {
  test('is prepared, announced, open, in grace, closed: each to the millisecond', () => {
    const states = (...moments: string[]) => moments.map((moment) => callState(call, at(moment)))
    expect(states('2024-02-20T09:59:59.999Z', '2024-02-20T10:00:00Z', '2024-03-01T07:59:59.999Z')).toEqual(['prepared', 'announced', 'announced'])
    expect(states('2024-03-01T08:00:00Z', '2024-03-31T23:59:00Z')).toEqual(['open', 'open'])
    expect(states('2024-03-31T23:59:00.001Z', '2024-04-01T00:09:00Z', '2024-04-01T00:09:00.001Z')).toEqual(['grace', 'grace', 'closed'])
    expect(callState({ ...call, publishedAt: null }, at('2024-03-15T00:00:00Z'))).toBe('prepared')
  })

  test('ends with its grace', () => {
    expect(lastMoment(call)).toEqual(at('2024-04-01T00:09:00Z'))
    expect(lastMoment({ ...call, graceSeconds: 0 })).toEqual(call.deadlineAt)
  })

  test('changes its state at the moments it names, and at no other', () => {
    let now = at('2024-01-01T00:00:00Z')
    const seen = []
    for (let next = nextChange(call, now); next !== null; next = nextChange(call, now)) {
      expect(callState(call, new Date(next.getTime() - 1))).toBe(callState(call, now))
      expect(callState(call, next)).not.toBe(callState(call, now))
      now = next
      seen.push(next.toISOString())
    }
    expect(seen).toEqual(['2024-02-20T10:00:00.000Z', '2024-03-01T08:00:00.000Z', '2024-03-31T23:59:00.001Z', '2024-04-01T00:09:00.001Z'])
  })
})

describe('of several calls', () => {
  const last = shifted(-365)
  const before = shifted(-730)
  const next = shifted(365)
  const hidden = { ...shifted(10), publishedAt: null }

  test('the open one is shown first, the soonest to close before others', () => {
    const later = shifted(5)
    expect(chooseCall([before, last, later, call, next, hidden], at('2024-03-15T00:00:00Z'))).toBe(call)
  })

  test('without an open one, the next to open; without a next one, the last that closed', () => {
    expect(chooseCall([before, last, next, shifted(700)], at('2025-02-25T00:00:00Z'))).toBe(next)
    expect(chooseCall([before, last], at('2024-03-15T00:00:00Z'))).toBe(last)
    expect(chooseCall([hidden], at('2024-03-15T00:00:00Z'))).toBeNull()
    expect(chooseCall([], at('2024-03-15T00:00:00Z'))).toBeNull()
  })
})

describe('a call is made public', () => {
  test('once, and not after its deadline', () => {
    const prepared = { ...call, publishedAt: null }
    const now = at('2024-02-20T10:00:00Z')
    expect(publishCall(prepared, now)).toEqual({ ok: true, value: { publishedAt: now } })
    expect(publishCall(call, now)).toMatchObject({ code: 'call/already-public' })
    expect(publishCall(prepared, at('2024-03-31T23:59:00.001Z'))).toMatchObject({ code: 'call/deadline-passed' })
  })
})

describe('a call without a deadline', () => {
  const rolling: CallTimes = { ...call, deadlineAt: null }
  const inYears = at('2031-07-01T00:00:00Z')
  const reason = { ar: 'اكتملت المقاعد', fr: 'Les places sont prises', en: 'The places are taken' }

  test('opens when promised and stays open, with no last moment', () => {
    expect([at('2024-02-28T00:00:00Z'), at('2024-03-01T08:00:00Z'), inYears].map((now) => callState(rolling, now))).toEqual([
      'announced',
      'open',
      'open',
    ])
    expect(lastMoment(rolling)).toBeNull()
    expect(nextChange(rolling, inYears)).toBeNull()
    expect(publishCall({ ...rolling, publishedAt: null }, inYears).ok).toBe(true)
  })

  test('is shown after an open call that closes, and before those that are not open', () => {
    expect(chooseCall([rolling, call], at('2024-03-15T00:00:00Z'))).toBe(call)
    expect(chooseCall([rolling, call, shifted(3000)], inYears)).toBe(rolling)
  })

  test('cannot be extended; it is closed with two weeks of notice and a reason in three languages', () => {
    const now = at('2024-09-01T10:00:00Z')
    const closing = { closesAt: at('2024-09-15T10:00:00Z'), reason }
    expect(extendCall({ call: rolling, before: 0 }, { deadlineAt: closing.closesAt, reason }, now)).toMatchObject({ code: 'call/no-deadline' })
    expect(closeCall(rolling, closing, now)).toEqual({ ok: true, value: null })
    expect(closeCall(rolling, { ...closing, closesAt: at('2024-09-15T09:59:59Z') }, now)).toMatchObject({
      code: 'call/notice-too-short',
      details: { days: 14 },
    })
    expect(closeCall(rolling, { ...closing, reason: { ...reason, fr: ' ' } }, now)).toMatchObject({ code: 'call/reason-missing' })
    expect(closeCall(rolling, closing, at('2024-02-25T00:00:00Z'))).toMatchObject({ code: 'call/not-open-yet' })
    expect(closeCall(call, closing, at('2024-03-15T00:00:00Z'))).toMatchObject({ code: 'call/has-deadline' })
    expect(closeCall({ ...rolling, publishedAt: null }, closing, now)).toMatchObject({ code: 'call/not-public' })
  })

  test('counts ages on its fixed day where it has one, else on the day of sending', () => {
    expect(ageDay({ ageOn: null }, '2024-09-01')).toBe('2024-09-01')
    expect(ageDay({ ageOn: '2024-03-31' }, '2024-09-01')).toBe('2024-03-31')
  })
})
