/** Why an answer cannot be taken. Each code is worded once, under `error.<code>`, with the details it is given. */

/**
 * Codes and their details:
 * required, email, phone, url, number, integer, choice, money, consent: none.
 * too-long { max, count }, too-short { min, count }: characters. words { max, count }, too-few-words { min, count }: words.
 * min { min }, max { max }: numbers and amounts. too-many { max }, too-few { min }: choices.
 * date { part }: the box to look at, `day`, `month` or `year`, or `whole` for a day that does not exist.
 */
export const INPUT_ERROR_CODES = [
  'required',
  'too-long',
  'too-short',
  'words',
  'too-few-words',
  'email',
  'phone',
  'url',
  'number',
  'integer',
  'money',
  'min',
  'max',
  'date',
  'choice',
  'too-many',
  'too-few',
  'consent',
] as const
export type InputErrorCode = (typeof INPUT_ERROR_CODES)[number]
export type InputErrorDetails = Readonly<Record<string, string | number>>

/** What reading one answer gives. */
export type Reading<Value> = { readonly ok: true; readonly value: Value } | Problem
export interface Problem {
  readonly ok: false
  readonly code: InputErrorCode
  readonly details: InputErrorDetails
}

export function read<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function problem(code: InputErrorCode, details: InputErrorDetails = {}): Problem {
  return { ok: false, code, details }
}
