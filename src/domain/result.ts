/** The answer of a rule: what was asked for, or a named refusal with the facts a person needs to understand it. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | Refused

/** A "no" of the programme. `code` is `noun/reason`; `details` are printed in its sentence, never personal data. */
export interface Refused {
  readonly ok: false
  readonly code: RefusalCode
  readonly details: RefusalDetails
}

/** `noun/reason`, for instance `application/already-submitted`; worded under `refusal.<code>` in the words of that noun's feature. */
export type RefusalCode = `${string}/${string}`
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refused(code: RefusalCode, details: RefusalDetails = {}): Refused {
  return { ok: false, code, details }
}
