/** A Moroccan number as people dial it ('0600-000000'), isolated from right-to-left text; any other as it is kept. */
export function nationalPhone(phone: string): string {
  const [, rest] = /^\+212(\d{9})$/.exec(phone) ?? []
  // A left-to-right isolate, for digits alone take the direction of their sentence; a word joiner, for a line may not break at the hyphen.
  return `\u2066${rest === undefined ? phone : `0${rest.slice(0, 3)}-\u2060${rest.slice(3)}`}\u2069`
}
