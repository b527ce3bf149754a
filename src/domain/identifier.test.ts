import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAccount, checkCin, checkIban, checkIce, checkPostalCode, checkRib, printRib } from './identifier.ts'

/** Accounts in public documents, and numbers whose key was computed by the rule (verified on 23 November 2026, IBANs also with ibantools). */
const RIBS = [
  ['001 810 00 780 002 011 062 03 18', true, 'spaces as printed by the Ministry of Finance (maroc.ma, special fund 126, September 2023)'],
  ['001810007800020110620318', true, 'same, compact'],
  ['011519000001205000534921', true, 'number of the usual example IBAN'],
  ['007780000000000000000160', true, 'computed'],
  ['230810123456789012345695', true, 'computed'],
  ['350001999999999999999917', true, 'computed'],
  ['007780000000000000002197', true, 'key 97, remainder 0'],
  ['007780000000000000002100', false, 'key 00 also gives remainder 0, but keys run from 01'],
  ['007780000000000000005301', true, 'key 01'],
  ['007780000000000000005398', false, 'key 98 is congruent to 01, but keys end at 97'],
  ['001810007800020110620319', false, 'key off by one'],
  ['001810007800020110260318', false, 'two digits swapped'],
  ['00181000780002011062031', false, '23 digits'],
  ['0018100078000201106203180', false, '25 digits'],
  ['00181000780002O110620318', false, 'letter O'],
] as const

const IBANS = [
  ['MA64001810007800020110620318', true, 'the RIB above'],
  ['MA64 0115 1900 0001 2050 0053 4921', true, 'usual example'],
  ['ma64-0018-1000-7800-0201-1062-0318', true, 'small letters, dashes'],
  ['MA65001810007800020110620318', false, 'a right RIB always gives 64'],
  ['MA6400181000780002011062031', false, '27 characters'],
  ['FR7630006000011234567890189', false, 'not Moroccan'],
] as const

describe('a RIB', () => {
  test.each(RIBS)('%s: %s (%s)', (raw, valid) => expect(checkRib(raw).ok).toBe(valid))

  test('says whether its length or its key is wrong', () => {
    expect(checkRib('00181000780002011062031')).toEqual({ ok: false, reason: 'rib-length' })
    expect(checkRib('001810007800020110620319')).toEqual({ ok: false, reason: 'rib-key' })
    expect(checkRib('\u2066٠٠١٨١٠٠٠٧٨٠٠٠٢٠١١٠٦٢٠٣١٨\u2069')).toEqual({ ok: true, value: '001810007800020110620318' })
  })

  test('has one right key, and no slip of one digit passes', () => {
    const account = fc.stringMatching(/^\d{22}$/)
    fc.assert(
      fc.property(account, fc.nat(21), fc.integer({ min: 1, max: 9 }), (head, at, by) => {
        const key = String(97n - ((BigInt(head) * 100n) % 97n)).padStart(2, '0')
        expect(checkRib(head + key)).toEqual({ ok: true, value: head + key })
        const slipped = `${head.slice(0, at)}${(Number(head[at]) + by) % 10}${head.slice(at + 1)}`
        expect(checkRib(slipped + key).ok).toBe(false)
      }),
    )
  })

  test('is printed in its groups', () => {
    expect(printRib('001810007800020110620318')).toBe('001\u00a0810\u00a00078000201106203\u00a018')
  })
})

describe('an IBAN', () => {
  test.each(IBANS)('%s: %s (%s)', (raw, valid) => expect(checkIban(raw).ok).toBe(valid))

  test('says what is wrong, and gives its RIB', () => {
    expect(IBANS.slice(3).map(([raw]) => checkIban(raw))).toEqual([
      { ok: false, reason: 'iban-key' },
      { ok: false, reason: 'iban-length' },
      { ok: false, reason: 'iban-country' },
    ])
    expect(checkAccount('MA64 0018 1000 7800 0201 1062 0318')).toEqual({ ok: true, value: '001810007800020110620318' })
    expect(checkAccount('001 810 0078000201106203 18')).toEqual({ ok: true, value: '001810007800020110620318' })
    expect(checkAccount('MA65001810007800020110620318')).toEqual({ ok: false, reason: 'iban-key' })
  })
})

/** Published numbers for which the observed rule holds (from 99 in python-stdnum's tests). */
const ICES = [
  ...['001561191000066', '001527456000081', '002163624000014', '000039557000028', '000030205000041'],
  ...['002968168000088', '001781980000092', '000036794000036', '002136093000040'],
]

describe('an ICE', () => {
  test.each(ICES)('%s raises no doubt', (ice) => expect(checkIce(ice)).toEqual({ ok: true, value: { value: ice, doubtful: false } }))

  test.each(['001561191000065', '001561191000067', '00156119100006', '001526374000085'])('%s is doubtful, and may still be kept', (ice) => {
    expect(checkIce(ice)).toEqual({ ok: true, value: { value: ice.padStart(15, '0'), doubtful: true } })
  })

  test('gets back the zeros lost at its head', () => {
    expect(checkIce('1561191000066')).toEqual({ ok: true, value: { value: '001561191000066', doubtful: false } })
    expect(checkIce('001.561.191/0000-66')).toEqual({ ok: true, value: { value: '001561191000066', doubtful: false } })
  })

  test('is none without 13 to 15 digits', () => {
    for (const raw of ['', '123456789012', '0015611910000661', 'ICE']) expect(checkIce(raw)).toEqual({ ok: false, reason: 'ice-length' })
  })
})

describe('a CIN', () => {
  test.each(['A123456', 'AB123456', 'JB12345', 'K45678', 'BE789012'])('%s raises no doubt', (cin) => {
    expect(checkCin(cin)).toEqual({ ok: true, value: { value: cin, doubtful: false } })
  })

  test.each(['12345678', 'ABC12345', 'AB', 'AB12A456'])('%s is doubtful, and may still be kept', (cin) => {
    expect(checkCin(cin)).toEqual({ ok: true, value: { value: cin, doubtful: true } })
  })

  test('is kept in capitals without spaces', () => {
    expect(checkCin(' ab 123 ٤٥٦ ')).toEqual({ ok: true, value: { value: 'AB123456', doubtful: false } })
    expect(checkCin('أب123')).toEqual({ ok: false, reason: 'cin-shape' })
    expect(checkCin('')).toEqual({ ok: false, reason: 'cin-shape' })
  })
})

describe('a postal code', () => {
  test('has five digits', () => {
    expect(checkPostalCode('85 000')).toEqual({ ok: true, value: '85000' })
    expect(checkPostalCode('٨٥٠٠٠')).toEqual({ ok: true, value: '85000' })
    for (const raw of ['', '8500', '850000', 'A5000']) expect(checkPostalCode(raw)).toEqual({ ok: false, reason: 'postal-code-length' })
  })
})
