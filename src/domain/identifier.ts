/**
 * Moroccan identifiers, checked by their arithmetic or their shape. Sources: for the RIB the key rule confirmed on a
 * public account of the Treasury (001 810 0078000201106203 18); for the ICE the rule observed on published numbers, the
 * official one being unpublished; for the CIN no public rule at all. Hence what is an error (RIB, IBAN, postal code) and
 * what is only a doubt the person may override (ICE, CIN).
 */

/**
 * What reading an identifier gives. A slip is shown beside its field and worded by the form that asks (`fault.<reason>`);
 * it is no refusal of the programme.
 */
export type IdentifierReading<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: IdentifierFault }
export type IdentifierFault =
  | 'rib-length'
  | 'rib-key'
  | 'iban-country'
  | 'iban-length'
  | 'iban-key'
  | 'ice-length'
  | 'cin-shape'
  | 'postal-code-length'

/** A value as it is kept, and whether it looks wrong although it may be right. */
export interface Plausible {
  readonly value: string
  readonly doubtful: boolean
}

/** What is typed between groups of digits, and the invisible marks that come along with what is pasted. */
const SEPARATORS = /[\s.\-/\p{Cf}]/gu
const RIB = /^\d{22}(?:0[1-9]|[1-8]\d|9[0-7])$/

function right<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

function slip(reason: IdentifierFault): { readonly ok: false; readonly reason: IdentifierFault } {
  return { ok: false, reason }
}

/** Digits and letters only, the digits Latin, the letters capitals. */
function compact(raw: string): string {
  return raw
    .replace(SEPARATORS, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .toUpperCase()
}

/** A number of up to 24 digits modulo 97; a binary number would not hold it. */
function modulo97(digits: string): bigint {
  return BigInt(digits) % 97n
}

/**
 * A bank account number (RIB): 24 digits, bank 3, locality 3, account 16, key 2. The whole is 0 modulo 97 and the key
 * runs from 01 to 97. Returned without spaces.
 */
export function checkRib(raw: string): IdentifierReading<string> {
  const rib = compact(raw)
  if (!/^\d{24}$/.test(rib)) return slip('rib-length')
  return RIB.test(rib) && modulo97(rib) === 0n ? right(rib) : slip('rib-key')
}

/** A Moroccan IBAN: MA, 64 (always, since a right RIB is 0 modulo 97), then the RIB. Returned without spaces. */
export function checkIban(raw: string): IdentifierReading<string> {
  const iban = compact(raw)
  if (!iban.startsWith('MA')) return slip('iban-country')
  if (iban.length !== 28) return slip('iban-length')
  return iban.startsWith('MA64') && checkRib(iban.slice(4)).ok ? right(iban) : slip('iban-key')
}

/** The RIB of an account given either way. */
export function checkAccount(raw: string): IdentifierReading<string> {
  if (!/^MA/.test(compact(raw))) return checkRib(raw)
  const iban = checkIban(raw)
  return iban.ok ? right(iban.value.slice(4)) : iban
}

/** A RIB in the groups printed on cheques, 3-3-16-2, split by no-break spaces; to be shown from left to right. */
export function printRib(rib: string): string {
  return [rib.slice(0, 3), rib.slice(3, 6), rib.slice(6, 22), rib.slice(22)].join('\u00a0')
}

/**
 * A company's common identifier (ICE): 15 digits, enterprise 9, establishment 4, control 2. Zeros lost at its head are put
 * back. In doubt when it is not 0 modulo 97.
 */
export function checkIce(raw: string): IdentifierReading<Plausible> {
  const digits = compact(raw)
  if (!/^\d{13,15}$/.test(digits)) return slip('ice-length')
  const ice = digits.padStart(15, '0')
  return right({ value: ice, doubtful: modulo97(ice) !== 0n })
}

/** An identity card number (CIN): letters and digits. In doubt unless one or two letters then three to seven digits. */
export function checkCin(raw: string): IdentifierReading<Plausible> {
  const cin = compact(raw)
  if (!/^[A-Z0-9]{2,15}$/.test(cin)) return slip('cin-shape')
  return right({ value: cin, doubtful: !/^[A-Z]{1,2}\d{3,7}$/.test(cin) })
}

/** A postal code: five digits. */
export function checkPostalCode(raw: string): IdentifierReading<string> {
  const code = compact(raw)
  return /^\d{5}$/.test(code) ? right(code) : slip('postal-code-length')
}
