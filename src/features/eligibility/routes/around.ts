/** What the desk pages of this stage share. */
import { refusalIn } from '../../../design/refusal.ts'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { words } from '../words/index.ts'

/** The desk of the edition in the address; null when the viewer has no place at it. */
export function room(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

export function sentence(c: AppContext, refusal: Refused): string {
  return refusalIn(words(c.var.language), c.var.language)(refusal)
}

/** The sentence of `?said=…`, in the words of the page. */
export function saidIn(c: AppContext, own: { has(key: string): boolean; any(key: string): string }): string | undefined {
  const key = `said.${c.req.query('said') ?? ''}`
  return own.has(key) ? own.any(key) : undefined
}
