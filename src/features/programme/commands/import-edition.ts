/** An edition comes in as a whole, from its file, or not at all. */
import { createHash } from 'node:crypto'
import { type EditionFile, mayBuildEditions } from '../../../domain/edition.ts'
import { ok, type Refused, type Result, refused } from '../../../domain/result.ts'
import type { Viewer } from '../../../domain/viewer.ts'
import { atomically, undo } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { promisedInstant } from '../../../platform/time/time.ts'
import { editionFileText } from '../edition-file.ts'
import { actorOf, isSystem, type SystemCaller } from '../system-caller.ts'
import { type CallInstants, insertCall, insertEdition, insertLists, keepFunders, same } from './edition-rows.ts'

export interface Imported {
  /** Id of the new edition. */
  readonly edition: string
  readonly slug: string
  /** Id of its programme, new or known. */
  readonly programme: string
}

/** What becomes of a programme or funder known already that the file words otherwise: the import is refused, or the words are changed, for every edition. */
export type SharedTexts = 'refuse' | 'update'

/**
 * Makes a new edition of what `readEditionFile` answered, with its call (not yet public) and version 1 of its form; and
 * its programme, if it is the first of it. Refuses `page/not-allowed`; `edition/slug-taken`, `edition/ordinal-taken`;
 * `edition/programme-differs` and `edition/funder-differs` when what is already known under the same name says something
 * else; `edition/time-skipped` for a wall time that does not exist. A refusal leaves no trace.
 */
export function importEdition(db: Database, by: Viewer | SystemCaller, file: EditionFile, now: Date): Promise<Result<Imported>> {
  return atomically(db, (trx) => importInto(trx, by, file, now))
}

/** The same within a transaction. */
export async function importInto(
  trx: Trx,
  by: Viewer | SystemCaller,
  file: EditionFile,
  now: Date,
  shared: SharedTexts = 'refuse',
): Promise<Result<Imported>> {
  const { organisation } = by
  // Imports of one organisation come one after the other: each sees the programme and the funders of the one before.
  await trx.selectFrom('organisation').select('id').where('id', '=', organisation).forNoKeyUpdate().execute()
  const known = await trx
    .selectFrom('programme')
    .select(['id', 'name', 'tagline', 'summary'])
    .where('organisation', '=', organisation)
    .where('slug', '=', file.programme.slug)
    .executeTakeFirst()
  if (!isSystem(by) && !mayBuildEditions(by, known?.id ?? null)) return refused('page/not-allowed')
  const taken = await placeTaken(trx, organisation, known?.id ?? null, file)
  if (taken !== null) return taken
  const times = instantsOf(file)
  if (!times.ok) return times
  const differing = known === undefined ? [] : (['name', 'tagline', 'summary'] as const).filter((part) => !same(known[part], file.programme[part]))
  if (differing.length > 0 && shared === 'refuse') return refused('edition/programme-differs', { fields: differing })

  const programme = known?.id ?? (await insertProgramme(trx, organisation, file, now))
  if (differing.length > 0) await updateProgramme(trx, organisation, programme, file)
  const funders = await keepFunders(trx, organisation, file.funders, now, shared)
  if (!funders.ok) undo(funders)
  const edition = newId(now)
  await insertEdition(trx, { organisation, edition, programme }, file, now)
  await insertLists(trx, { organisation, edition }, file, funders.value, { at: now, by: actorOf(by) })
  await insertCall(trx, { organisation, edition }, file, times.value, now)
  const hash = createHash('sha256').update(editionFileText(file), 'utf8').digest('hex')
  await audit(trx, {
    organisation,
    stream: edition,
    act: 'edition/imported',
    actor: actorOf(by),
    at: now,
    details: { slug: file.edition.slug, hash },
  })
  return ok({ edition, slug: file.edition.slug, programme })
}

async function placeTaken(trx: Trx, organisation: string, programme: string | null, { edition }: EditionFile): Promise<Refused | null> {
  const rows = await trx.selectFrom('edition').select(['slug', 'ordinal', 'programme']).where('organisation', '=', organisation).execute()
  if (rows.some((row) => row.slug === edition.slug)) return refused('edition/slug-taken', { slug: edition.slug })
  if (rows.some((row) => row.programme === programme && row.ordinal === edition.ordinal))
    return refused('edition/ordinal-taken', { ordinal: edition.ordinal })
  return null
}

/** The instants promised: an opening that comes twice is the earlier, a deadline that comes twice the later. */
export function instantsOf({ call }: EditionFile): Result<CallInstants> {
  const opens = promisedInstant({ wall: call.opens, zone: call.zone }, 'earlier')
  if (!opens.ok) return refused('edition/time-skipped', { wall: call.opens, zone: call.zone })
  if (call.deadline === null) return ok({ opensAt: opens.instant, deadlineAt: null })
  const deadline = promisedInstant({ wall: call.deadline, zone: call.zone }, 'later')
  if (!deadline.ok) return refused('edition/time-skipped', { wall: call.deadline, zone: call.zone })
  return ok({ opensAt: opens.instant, deadlineAt: deadline.instant })
}

async function insertProgramme(trx: Trx, organisation: string, { programme }: EditionFile, now: Date): Promise<string> {
  const id = newId(now)
  const { slug, name, tagline, summary } = programme
  await trx
    .insertInto('programme')
    .values({
      organisation,
      id,
      slug,
      name: JSON.stringify(name),
      tagline: JSON.stringify(tagline),
      summary: JSON.stringify(summary),
      created_at: now,
    })
    .execute()
  return id
}

/** The texts of a programme, in all of its editions. */
export async function updateProgramme(trx: Trx, organisation: string, programme: string, file: EditionFile): Promise<void> {
  const { slug, name, tagline, summary } = file.programme
  await trx
    .updateTable('programme')
    .set({ slug, name: JSON.stringify(name), tagline: JSON.stringify(tagline), summary: JSON.stringify(summary) })
    .where('organisation', '=', organisation)
    .where('id', '=', programme)
    .execute()
}
