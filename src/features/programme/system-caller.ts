/** The command line and the loader of the demo world: no person, every right, one organisation. */
import type { Viewer } from '../../domain/viewer.ts'

export interface SystemCaller {
  readonly system: true
  readonly organisation: string
}

export function isSystem(by: Viewer | SystemCaller): by is SystemCaller {
  return 'system' in by
}

/** Who is written in the audit trail; null for the system. */
export function actorOf(by: Viewer | SystemCaller): string | null {
  return isSystem(by) ? null : (by.person?.id ?? null)
}
