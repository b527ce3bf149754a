/** Letters not written yet, as they would be, a page at a time; and how many wait for a second person. */
import { mayWriteEligibilityLetters } from '../../../domain/appeal.ts'
import { scopeOf } from '../../../domain/scope.ts'
import { type Place, FILE_READERS, type Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { decisionMail } from '../letters/letter.ts'
import type { LettersView } from '../letters/views.ts'
import { decisionsToTell, isTermInUse } from './told-decisions.ts'

export const LETTERS_A_PAGE = 40

/** Within what the viewer may see; null when they have no place at this desk. */
export async function lettersToWrite(
  db: Reader,
  viewer: Viewer,
  place: Place,
  page: number,
  origin: string,
): Promise<(LettersView & { readonly total: number }) | null> {
  const scope = scopeOf(viewer, FILE_READERS, place)
  if (scope.length === 0) return null
  const [edition, inUse, all, batches] = await Promise.all([
    db
      .selectFrom('edition')
      .select(['appeal_days', 'appeal_days_promised'])
      .where('organisation', '=', viewer.organisation)
      .where('id', '=', place.edition)
      .executeTakeFirstOrThrow(),
    isTermInUse(db, viewer.organisation, place.edition),
    decisionsToTell(db, viewer.organisation, place.edition, scope),
    db
      .selectFrom('message_batch')
      .select((b) => b.fn.countAll<string>().as('n'))
      .where('organisation', '=', viewer.organisation)
      .where('edition', '=', place.edition)
      .where('kind', '=', 'eligibility')
      .where('approved_at', 'is', null)
      .executeTakeFirstOrThrow(),
  ])
  const eligible = all.filter((one) => one.eligible).length
  return {
    total: all.length,
    eligible,
    ineligible: all.length - eligible,
    waiting: Number(batches.n),
    mayWrite: mayWriteEligibilityLetters(viewer, place),
    appealDays: edition.appeal_days,
    promisedDays: edition.appeal_days_promised,
    termOpen: !inUse,
    drafts: all.slice((page - 1) * LETTERS_A_PAGE, page * LETTERS_A_PAGE).map((one) => ({
      application: one.application,
      number: one.number,
      title: one.title,
      language: one.language,
      eligible: one.eligible,
      mailed: one.email !== null,
      ...decisionMail(one, origin),
    })),
  }
}
