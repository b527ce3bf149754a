/** Views of a list: kept, renamed, shown first, taken away. They belong to no stage: any list of an edition may have them. */
import { keepView as keep, mayChangeView, mayKeepViews, mayShareViews, nameView, type NewView } from '../../../domain/list-view.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'

/** Keeps a view of a list. Refuses `view/unknown`, `…/nameless`, `…/name-too-long`, `…/name-taken`, `…/too-many`, `…/too-long`, `…/not-shared`. */
export async function keepView(
  db: Database,
  viewer: SignedIn,
  place: Place,
  list: string,
  view: NewView,
  now: Date,
): Promise<Result<{ view: string }>> {
  if (!mayKeepViews(viewer, place)) return refused('view/unknown')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const kept = keep(await namesOf(trx, viewer, place, list), view, mayShareViews(viewer, place))
    if (!kept.ok) return kept
    const id = newId(now)
    await trx
      .insertInto('list_view')
      .values({ organisation, id, edition: place.edition, list, person: person.id, ...kept.value, kept_at: now })
      .execute()
    await audit(trx, { organisation, stream: id, act: 'view/kept', actor: person.id, at: now, details: { list, shared: view.shared } })
    return ok({ view: id })
  })
}

/** Gives a view another name. Refuses `view/unknown`, `…/nameless`, `…/name-too-long`, `…/name-taken`. */
export async function renameView(db: Database, viewer: SignedIn, place: Place, id: string, name: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const view = await changeable(trx, viewer, place, id)
    if (view === null) return refused('view/unknown')
    const others = (await namesOf(trx, { organisation, person: { id: view.person } }, place, view.list)).filter((one) => one !== view.name)
    const named = nameView(others, name)
    if (!named.ok) return named
    await trx.updateTable('list_view').set({ name: named.value }).where('organisation', '=', organisation).where('id', '=', id).execute()
    await audit(trx, { organisation, stream: id, act: 'view/renamed', actor: person.id, at: now })
    return ok(null)
  })
}

/** Takes a view away, for everyone who had it. Refuses `view/unknown`. */
export async function removeView(db: Database, viewer: SignedIn, place: Place, id: string, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const view = await changeable(trx, viewer, place, id)
    if (view === null) return refused('view/unknown')
    await trx.deleteFrom('list_view').where('organisation', '=', organisation).where('id', '=', id).execute()
    await audit(trx, { organisation, stream: id, act: 'view/removed', actor: person.id, at: now })
    return ok(null)
  })
}

/** Has a list open on a view for this person; on the whole list when `first` is false. Refuses `view/unknown`. */
export async function showViewFirst(db: Database, viewer: SignedIn, place: Place, id: string, first: boolean, now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const view = await seenView(trx, viewer, place, id)
    if (view === null) return refused('view/unknown')
    const key = { organisation, edition: place.edition, list: view.list, person: person.id }
    if (first)
      await trx
        .insertInto('list_view_first')
        .values({ ...key, view: id, chosen_at: now })
        .onConflict((before) => before.constraint('list_view_first_key').doUpdateSet({ view: id, chosen_at: now }))
        .execute()
    else
      await trx
        .deleteFrom('list_view_first')
        .where('organisation', '=', organisation)
        .where('view', '=', id)
        .where('person', '=', person.id)
        .execute()
    await audit(trx, { organisation, stream: id, act: first ? 'view/put-first' : 'view/put-back', actor: person.id, at: now })
    return ok(null)
  })
}

/** Names of the views of a person; the person is held, so that two views kept at once do not pass the most there may be. */
async function namesOf(
  trx: Trx,
  { organisation, person }: { organisation: string; person: { id: string } },
  place: Place,
  list: string,
): Promise<string[]> {
  await trx.selectFrom('person').select('id').where('organisation', '=', organisation).where('id', '=', person.id).forUpdate().execute()
  const rows = await trx
    .selectFrom('list_view')
    .select('name')
    .where('organisation', '=', organisation)
    .where('edition', '=', place.edition)
    .where('list', '=', list)
    .where('person', '=', person.id)
    .execute()
  return rows.map((row) => row.name)
}

/** A view of this edition that the viewer sees; null for any other. */
async function seenView(trx: Trx, viewer: SignedIn, place: Place, id: string) {
  if (!isId(id) || !mayKeepViews(viewer, place)) return null
  const view = await trx
    .selectFrom('list_view')
    .select(['list', 'name', 'person', 'shared'])
    .where('organisation', '=', viewer.organisation)
    .where('edition', '=', place.edition)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return view !== undefined && (view.shared || view.person === viewer.person.id) ? view : null
}

async function changeable(trx: Trx, viewer: SignedIn, place: Place, id: string) {
  const view = await seenView(trx, viewer, place, id)
  return view !== null && mayChangeView(viewer, place, view) ? view : null
}
