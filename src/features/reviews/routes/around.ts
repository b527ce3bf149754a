/** What the desk pages of review stand in. */
import { mayArrangeReviews, mayReadReviews } from '../../../domain/review.ts'
import type { Refused } from '../../../domain/result.ts'
import { type AppContext, request, signedIn } from '../../../platform/web/context.ts'
import { editionLists } from '../../applications/index.ts'
import { type StaffRoom, staffFrame } from '../../programme/index.ts'
import { isSealed } from '../commands/assign.ts'
import type { DeskAround } from '../pages/desk-page.tsx'
import { stagesIn } from '../queries/stages.ts'
import { words } from '../words/index.ts'

/** The desk of the edition in the address; null when the viewer has no place at it. */
export function room(c: AppContext): Promise<StaffRoom | null> {
  const { db, language, path, now } = request(c)
  return staffFrame(db, signedIn(c), c.req.param('edition') ?? '', language, path, now)
}

export async function aroundOf(c: AppContext, at: StaffRoom, refusal?: Refused): Promise<DeskAround> {
  const { db, language, now } = request(c)
  const t = words(language)
  const key = `said.${c.req.query('said') ?? ''}`
  const [lists, sealed, stages] = await Promise.all([
    editionLists(db, at.viewer.organisation, at.edition.id, now),
    isSealed(db, at.viewer.organisation, at.edition.id),
    stagesIn(db, at.viewer.organisation, at.edition.id),
  ])
  return {
    language,
    frame: at.frame,
    slug: at.edition.slug,
    zone: at.edition.zone,
    regions: lists.regions,
    mayArrange: !sealed && mayArrangeReviews(at.viewer, at.edition.place),
    readsAll: mayReadReviews(at.viewer, at.edition.place),
    sealed,
    stages: stages.filter(({ written }) => written),
    said: t.has(key) ? t.any(key) : undefined,
    refusal: refusal === undefined ? undefined : t.any(`refusal.${refusal.code}`, refusal.details),
  }
}

/** 409 when what was shown is no longer what is; else 422. */
export function statusOf(refusal: Refused | undefined): 200 | 409 | 422 {
  if (refusal === undefined) return 200
  return refusal.code.endsWith('/inputs-changed') ? 409 : 422
}

/** The stage in the address; undefined: the first that is read. */
export function stageAsked(c: AppContext): string | undefined {
  return c.req.query('stage') || undefined
}
