import { describe, expect, test } from 'vitest'
import { graduate, isAdmitted, answerOffer, leave, offer, type OfferFacts, projectState } from './cohort.ts'

const selected: OfferFacts = {
  publishedAt: new Date('2024-05-06'),
  outcome: 'selected',
  alreadyOffered: false,
  replaces: null,
  region: 'OR',
  nextInLine: false,
  extra: false,
}
const reserve: OfferFacts = { ...selected, outcome: 'reserve', replaces: { region: 'OR', free: true }, nextInLine: true }

describe('a place is offered', () => {
  test('to a selected project once the selection is published, and once only', () => {
    expect(offer(selected).ok).toBe(true)
    expect(offer({ ...selected, publishedAt: null })).toMatchObject({ code: 'offer/not-published' })
    expect(offer({ ...selected, alreadyOffered: true })).toMatchObject({ code: 'offer/already-made' })
  })
  test('to whom the direction opened a place, without one that fell free', () => {
    expect(offer({ ...reserve, replaces: null, nextInLine: false, extra: true }).ok).toBe(true)
    expect(offer({ ...reserve, replaces: null, extra: true, alreadyOffered: true })).toMatchObject({ code: 'offer/already-made' })
  })
  test('to a reserve only when a place of its own region is free', () => {
    expect(offer(reserve).ok).toBe(true)
    expect(offer({ ...reserve, replaces: null })).toMatchObject({ code: 'offer/no-free-place' })
    expect(offer({ ...reserve, replaces: { region: 'OR', free: false } })).toMatchObject({ code: 'offer/no-free-place' })
    expect(offer({ ...reserve, replaces: { region: 'FM', free: true } })).toMatchObject({ code: 'offer/other-region' })
  })
  test('to the second of the reserve only after the first', () => {
    expect(offer({ ...reserve, nextInLine: false })).toMatchObject({ code: 'offer/not-next-in-line' })
  })
  test('never to a project that was not selected', () => {
    expect(offer({ ...selected, outcome: 'not-selected' })).toMatchObject({ code: 'offer/not-selected' })
  })
})

describe('an offer is answered', () => {
  const facts = { answeredAt: null, replyBy: new Date('2024-05-13T22:59:00Z'), isHolder: true }
  test('until the date to reply by, to the second', () => {
    expect(answerOffer(facts, facts.replyBy).ok).toBe(true)
    expect(answerOffer(facts, new Date(facts.replyBy.getTime() + 1000))).toMatchObject({ code: 'offer/too-late' })
  })
  test('once', () => {
    expect(answerOffer({ ...facts, answeredAt: new Date('2024-05-07') }, new Date('2024-05-08'))).toMatchObject({ code: 'offer/already-answered' })
  })
  test('by its holder: to anybody else it does not exist', () => {
    expect(answerOffer({ ...facts, isHolder: false }, new Date('2024-05-08'))).toMatchObject({ code: 'page/not-found' })
  })
})

describe('a project leaves', () => {
  const facts = {
    accepted: true,
    alreadyLeft: false,
    reason: 'Relocated abroad',
    leftOn: '2023-07-10',
    acceptedOn: '2023-05-10',
    today: '2023-07-12',
  }
  test('on a day between its acceptance and today, with a reason, once', () => {
    expect(leave(facts).ok).toBe(true)
    expect(leave({ ...facts, leftOn: '2023-05-09' })).toMatchObject({ code: 'departure/impossible-date' })
    expect(leave({ ...facts, leftOn: '2023-07-13' })).toMatchObject({ code: 'departure/impossible-date' })
    expect(leave({ ...facts, reason: '  ' })).toMatchObject({ code: 'departure/without-reason' })
    expect(leave({ ...facts, alreadyLeft: true })).toMatchObject({ code: 'departure/already-left' })
    expect(leave({ ...facts, accepted: false })).toMatchObject({ code: 'departure/not-admitted' })
  })
})

test('a project that left stays admitted and is no longer active', () => {
  const now = new Date('2023-08-01')
  const facts = { accepted: true, replyBy: new Date('2023-05-12'), left: true, graduated: false }
  expect(projectState(facts, now)).toBe('left')
  expect(projectState({ ...facts, left: false }, now)).toBe('active')
  expect(projectState({ ...facts, accepted: null }, now)).toBe('expired')
})

test('a place is counted once among the admitted: by the project that left, or by the one that took it over', () => {
  expect(isAdmitted({ accepted: true, left: true, replacementAccepted: null })).toBe(true)
  expect(isAdmitted({ accepted: true, left: true, replacementAccepted: false })).toBe(true)
  expect(isAdmitted({ accepted: true, left: true, replacementAccepted: true })).toBe(false)
  expect(isAdmitted({ accepted: null, left: false, replacementAccepted: null })).toBe(false)
})

test('support ends for projects that are still there, on a day that has come', () => {
  expect(graduate({ active: 17, on: '2023-11-13', today: '2023-11-13' }).ok).toBe(true)
  expect(graduate({ active: 17, on: '2023-11-14', today: '2023-11-13' })).toMatchObject({ code: 'graduation/not-yet' })
  expect(graduate({ active: 0, on: '2023-11-13', today: '2023-11-13' })).toMatchObject({ code: 'graduation/nobody' })
})
