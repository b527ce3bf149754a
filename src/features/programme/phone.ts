/** A Moroccan number as people dial it ('0600-000000'), isolated from right-to-left text; any other as it is kept. */
export function nationalPhone(phone: string): string {
  const [, rest] = /^\+212(\d{9})$/.exec(phone) ?? []
  // First-strong isolates would take the digits for neutral: the left-to-right isolate keeps their order.
  return `\u2066${rest === undefined ? phone : `0${rest.slice(0, 3)}-${rest.slice(3)}`}\u2069`
}
