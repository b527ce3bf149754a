import { expect, test } from 'vitest'
import { compared, factOf, mayContest, mayRevoke, mayVerify, standing, type Verified, type VerifyFacts } from './verification.ts'

const at = (day: number) => new Date(Date.UTC(2024, 3, day))
const card = (more: Partial<Verified> = {}): Verified => ({
  fact: 'identity-card',
  value: 'AB123456',
  verifiedAt: at(1),
  validUntil: null,
  revokedAt: null,
  contested: false,
  ...more,
})
const code = (result: { ok: true } | { ok: false; code: string }) => (result.ok ? 'ok' : result.code)

test('four kinds of question state a fact of a person, and no other', () => {
  const stated = [
    factOf({ kind: 'cin', code: 'x' }),
    factOf({ kind: 'rib', code: 'x' }),
    factOf({ kind: 'ice', code: 'x' }),
    factOf({ kind: 'date', code: 'birth_date' }),
  ]
  expect(stated).toEqual(['identity-card', 'bank-account', 'registration', 'birth-date'])
  expect([factOf({ kind: 'date', code: 'founded_on' }), factOf({ kind: 'line', code: 'birth_date' })]).toEqual([null, null])
})

test('what stands is the last that was not revoked and has not run out; its last day counts', () => {
  const [old, recent, revoked] = [card(), card({ verifiedAt: at(2), validUntil: '2025-01-31' }), card({ verifiedAt: at(3), revokedAt: at(4) })]
  const all = [old, recent, revoked]
  expect([
    standing(all, 'identity-card', '2025-01-31'),
    standing(all, 'identity-card', '2025-02-01'),
    standing(all, 'registration', '2024-05-01'),
  ]).toEqual([recent, old, null])
})

test('an answer is the one verified, another, or in doubt while its person contests it', () => {
  expect([compared('AB123456', card()), compared('AB1', card()), compared('AB123456', card({ contested: true })), compared('AB1', null)]).toEqual([
    'same',
    'differs',
    'contested',
    'none',
  ])
})

test('one verifies an answer that is there, of somebody else, on a stated basis, and not twice', () => {
  const facts: VerifyFacts = { answer: 'AB123456', withdrawn: false, own: false, standing: null, today: '2024-04-05' }
  const verify = (more: Partial<VerifyFacts>, input = { basis: 'carte', validUntil: null as string | null }) =>
    code(mayVerify({ ...facts, ...more }, input))
  expect([
    verify({}),
    verify({ standing: card({ value: 'AB1' }) }),
    verify({ standing: card({ contested: true }) }),
    verify({ withdrawn: true }),
    verify({ own: true }),
    verify({ answer: '' }),
    verify({}, { basis: ' ', validUntil: null }),
    verify({}, { basis: 'carte', validUntil: '2024-04-04' }),
    verify({}, { basis: 'carte', validUntil: '2024-04-05' }),
    verify({ standing: card() }),
  ]).toEqual([
    'ok',
    'ok',
    'ok',
    'verification/withdrawn',
    'verification/own',
    'verification/no-answer',
    'verification/no-basis',
    'verification/past',
    'ok',
    'verification/stands',
  ])
})

test('a revocation has a reason and happens once; what is revoked or contested already is not contested again', () => {
  expect([code(mayRevoke(card(), ' ')), code(mayRevoke(card({ revokedAt: at(2) }), 'x')), code(mayRevoke(card(), 'x'))]).toEqual([
    'verification/no-reason',
    'verification/revoked',
    'ok',
  ])
  expect([code(mayContest(card({ contested: true }), 'x')), code(mayContest(card({ revokedAt: at(2) }), 'x')), code(mayContest(card(), ''))]).toEqual(
    ['verification/contested', 'verification/revoked', 'verification/no-text'],
  )
})
