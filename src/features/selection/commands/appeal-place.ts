/** What becomes of a file whose appeal was upheld where no place is free: it waits, or the direction opens a place for it. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { choosePlace, mayChoosePlace, mayOpenExtraPlace, type PlaceChoice } from '../../../domain/selection-appeal.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { appealPlaces } from '../queries/appeal-places.ts'
import { lockEdition } from './plan.ts'

/** Characters of the reason of an extra place. */
export const LONGEST_REASON = 1000

/** Writes down the choice. Refuses `appeal/unknown`, `selection-appeal/reason-too-long { max }`, and as the domain's `choosePlace`. One entry in the trail of the application. */
export async function chooseAppealPlace(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly application: string; readonly choice: PlaceChoice; readonly reason: string },
  now: Date,
): Promise<Result<{ choice: PlaceChoice }>> {
  const { organisation, person } = viewer
  const { application, choice } = input
  if (!isId(application) || !mayChoosePlace(viewer, place)) return refused('appeal/unknown')
  const reason = choice === 'extra' ? input.reason.trim() : ''
  if (reason.length > LONGEST_REASON) return refused('selection-appeal/reason-too-long', { max: LONGEST_REASON })
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const appeal = await trx
      .selectFrom('selection_appeal')
      .select('place')
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('application', '=', application)
      .executeTakeFirst()
    if (appeal === undefined) return refused('appeal/unknown')
    const [stands] = await appealPlaces(trx, organisation, place.edition, person.language, application)
    const allowed = choosePlace(
      {
        earned: stands !== undefined,
        settled: stands?.offered === true || stands?.withdrawn === true,
        free: stands?.free ?? 0,
        chosen: stands?.choices.map((one) => one.choice) ?? [],
        mayOpenExtra: mayOpenExtraPlace(viewer, place),
      },
      { choice, reason },
    )
    if (!allowed.ok) return allowed
    await trx
      .insertInto('selection_appeal_place')
      .values({ organisation, application, choice, reason, chosen_at: now, chosen_by: person.id })
      .execute()
    const details = { choice }
    await audit(trx, { organisation, stream: application, act: 'selection-appeal/place-chosen', actor: person.id, at: now, details })
    return ok({ choice })
  })
}
