/** Writing a communiqué: kept whole, in three languages, or not at all. */
import { type CommuniqueText, mayWriteCommuniques, RESERVED_SLUG, SLUG, writeCommunique as write } from '../../../domain/communique.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { faultsOf } from '../faults.ts'
import { typesetAll } from '../text.ts'

export interface WrittenCommunique {
  readonly slug: string
  readonly text: CommuniqueText
  /** The version one started from; 0 for a new communiqué. */
  readonly version: number
}

/**
 * Keeps the text of a communiqué, as a new one or as its next version. Refuses `communique/bad-slug`,
 * `communique/slug-taken`, `communique/changed-since`, and the first fault of the text by its name
 * (`communique/unknown-figure`…) with its language, paragraph and position.
 */
export async function writeCommunique(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: WrittenCommunique,
  now: Date,
): Promise<Result<{ version: number }>> {
  if (!mayWriteCommuniques(viewer, place)) return refused('page/not-allowed')
  if (!SLUG.test(input.slug) || input.slug === RESERVED_SLUG) return refused('communique/bad-slug')
  const set = { ...input, text: typesetAll(input.text) }
  try {
    return await atomically(db, (trx) => keep(trx, viewer, place, set, now))
  } catch (error) {
    if (databaseFault(error)?.constraint === 'communique_slug_once') return refused('communique/slug-taken')
    throw error
  }
}

async function keep(trx: Trx, viewer: SignedIn, place: Place, input: WrittenCommunique, now: Date): Promise<Result<{ version: number }>> {
  const { organisation, person } = viewer
  const edition = await trx
    .selectFrom('edition')
    .select('id')
    .where('organisation', '=', organisation)
    .where('id', '=', place.edition)
    .executeTakeFirst()
  if (edition === undefined) return refused('page/not-found')
  const standing = await trx
    .selectFrom('communique')
    .select(['id', 'version'])
    .where('organisation', '=', organisation)
    .where('edition', '=', place.edition)
    .where('slug', '=', input.slug)
    .forUpdate()
    .executeTakeFirst()
  if (standing === undefined && input.version > 0) return refused('page/not-found')
  if (standing !== undefined && input.version === 0) return refused('communique/slug-taken')
  const known = await trx.selectFrom('figure').select('reference').where('organisation', '=', organisation).execute()
  const faults = faultsOf(input.text, new Set(known.map(({ reference }) => reference)))
  const allowed = write({ faults, stands: standing?.version ?? 0, startedFrom: input.version })
  if (!allowed.ok) return allowed
  const version = input.version + 1
  const id = standing?.id ?? newId(now)
  await store(trx, viewer, { ...place, slug: input.slug, id, isNew: standing === undefined }, { text: input.text, version, at: now })
  await audit(trx, { organisation, stream: id, act: 'communique/written', actor: person.id, at: now, details: { version } })
  return ok({ version })
}

async function store(
  trx: Trx,
  { organisation, person }: SignedIn,
  { id, isNew, edition, slug }: { id: string; isNew: boolean; edition: string; slug: string },
  { text, version, at }: { text: CommuniqueText; version: number; at: Date },
): Promise<void> {
  const row = { title: JSON.stringify(text.title), body: JSON.stringify(text.body), version, written_at: at, written_by: person.id }
  if (isNew) {
    await trx
      .insertInto('communique')
      .values({ organisation, id, edition, slug, ...row })
      .execute()
  } else {
    await trx.updateTable('communique').set(row).where('organisation', '=', organisation).where('id', '=', id).execute()
  }
}
