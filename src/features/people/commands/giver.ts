/** Who gives and ends roles: a person of the desk, or the command line. */
import type { SignedIn } from '../../../domain/viewer.ts'
import type { SystemCaller } from '../../programme/index.ts'

export type Giver = SignedIn | SystemCaller

export function isSystem(by: Giver): by is SystemCaller {
  return 'system' in by
}

/** Who stands in the trail and in the row; null for the command line. */
export function actorOf(by: Giver): string | null {
  return isSystem(by) ? null : by.person.id
}
