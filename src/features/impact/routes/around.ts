/** What the routes of impact share: the desk, the sentence of a refusal, what was just done. */
import { words as designWords } from '../../../design/words/index.ts'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { words } from '../words/index.ts'

/** The desk of the edition in the address; null when there is none for this viewer. */
export function deskOf(c: AppContext, to: string): Promise<StaffRoom | null> {
  const { db, now, language } = request(c)
  const slug = c.req.param('edition') ?? ''
  return staffFrame(db, signedIn(c), slug, language, `/desk/${slug}${to}`, now)
}

export function sentence(c: AppContext, { code, details }: Refused): string {
  const own = words(c.var.language)
  const key = `refusal.${code}`
  return own.has(key) ? own.any(key, details) : designWords(c.var.language).any(key, details)
}

/** The same answer for what does not exist and for what is not the viewer's to do. */
export function isHidden({ code }: Refused): boolean {
  return code === 'page/not-found' || code === 'page/not-allowed'
}

export function saidOf(c: AppContext): string | undefined {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return t.has(key) ? t.any(key) : undefined
}
