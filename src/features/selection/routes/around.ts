/** What the desk pages of the selection share. */
import { words as designWords } from '../../../design/words/index.ts'
import type { Refused } from '../../../domain/result.ts'
import { mayReadSelection } from '../../../domain/selection.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { messageWords } from '../../messages/index.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { words } from '../words/index.ts'

/** The desk of the edition, for those who may read its selection. */
export async function desk(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  const at = await staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
  return at !== null && mayReadSelection(at.viewer, at.edition.place) ? at : null
}

export function sentence(c: AppContext, { code, details }: Refused): string {
  const key = `refusal.${code}`
  const found = [words(c.var.language), messageWords(c.var.language), designWords(c.var.language)].find((one) => one.has(key))
  return found?.any(key, details) ?? code
}

/** Seconds after which a page loads itself again, without script, while something is under way. */
const PAUSE = 4

export function reloads(c: AppContext, underway: boolean): void {
  if (underway) c.header('Refresh', String(PAUSE))
}

/** The same answer for what does not exist and for what is not the viewer's to do. */
export const hidden = ({ code }: Refused): boolean => code === 'page/not-found' || code === 'page/not-allowed'
export const statusOf = ({ code }: Refused): 409 | 422 => (code === 'selection/inputs-changed' ? 409 : 422)

export function said(c: AppContext): string | undefined {
  const t = words(c.var.language)
  const key = `said.${c.req.query('said') ?? ''}`
  return t.has(key) ? t.any(key) : undefined
}
