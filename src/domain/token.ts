/** Tokens of the API: how long they live, how many one person holds. */
import { ok, type Result, refused } from './result.ts'

const MOST = 20
const LONGEST_DAYS = 365

/** A token has a name, lives a year at most, and nobody holds more than twenty. */
export function mayMakeToken({ name, days, held }: { readonly name: string; readonly days: number; readonly held: number }): Result<null> {
  if (name.trim() === '') return refused('token/nameless')
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) return refused('token/impossible-life')
  return held >= MOST ? refused('token/too-many') : ok(null)
}
