/** A draft becomes an edition, or changes the one it was begun from: planned, shown, then applied as it was shown. */
import { createHash } from 'node:crypto'
import { callState } from '../../../domain/call.ts'
import { type EditionFile, mayBuildEditions } from '../../../domain/edition.ts'
import { type Difference, differences } from '../../../domain/edition-difference.ts'
import { lockedDifferences, momentOf } from '../../../domain/edition-lock.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically, undo } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { editionFileText, readEditionFile } from '../edition-file.ts'
import { editionContent } from '../queries/edition-content.ts'
import { type LockedDraft, lockDraft } from './edition-draft.ts'
import { changeEdition } from './change-edition.ts'
import { importInto } from './import-edition.ts'

export interface Applied {
  readonly edition: string
  readonly slug: string
}

/** What is shown before a draft is applied names what it was reckoned from: the draft and the edition as it stands. */
export function planFingerprint(document: unknown, current: EditionFile | null): string {
  return createHash('sha256')
    .update(JSON.stringify([document, current === null ? null : editionFileText(current)]))
    .digest('hex')
}

/**
 * Applies a draft. A new edition comes in whole, its call not yet public; an edition that exists is changed in place.
 * Refuses `edition-draft/unknown`, `…/ended`, `page/not-allowed`, `edition-draft/plan-changed` when the draft or the
 * edition is no longer what was shown, `edition-draft/incomplete`, `edition/locked` with the number of changes that come
 * too late, `edition/in-use` when something that is taken out is needed by other records, and what `importEdition`
 * refuses. A refusal leaves no trace.
 */
export async function applyEditionDraft(
  db: Database,
  viewer: SignedIn,
  input: { readonly draft: string; readonly fingerprint: string },
  now: Date,
): Promise<Result<Applied>> {
  try {
    return await atomically(db, (trx) => apply(trx, viewer, input, now))
  } catch (error) {
    if (databaseFault(error)?.code === '23503') return refused('edition/in-use')
    throw error
  }
}

async function apply(trx: Trx, viewer: SignedIn, input: { draft: string; fingerprint: string }, now: Date): Promise<Result<Applied>> {
  const { organisation, person } = viewer
  const draft = await lockDraft(trx, viewer, input.draft)
  if ('ok' in draft) return draft
  if (!mayBuildEditions(viewer, draft.programme)) return refused('page/not-allowed')
  const current = draft.edition === null ? null : await editionContent(trx, organisation, draft.edition)
  if (planFingerprint(draft.document, current) !== input.fingerprint) return refused('edition-draft/plan-changed')
  const reading = readEditionFile(JSON.stringify(draft.document))
  if (!reading.ok) return refused('edition-draft/incomplete', { faults: reading.faults.length })
  const outcome =
    draft.edition === null || current === null
      ? await importInto(trx, viewer, reading.file, now, 'update')
      : await change(trx, viewer, { ...draft, edition: draft.edition }, { current, file: reading.file }, now)
  if (!outcome.ok) undo(outcome)
  await trx
    .updateTable('edition_draft')
    .set({ applied_at: now, applied_by: person.id, edition: outcome.value.edition, programme: outcome.value.programme })
    .where('organisation', '=', organisation)
    .where('id', '=', input.draft)
    .execute()
  await audit(trx, {
    organisation,
    stream: input.draft,
    act: 'edition-draft/applied',
    actor: person.id,
    at: now,
    details: { edition: outcome.value.edition },
  })
  return ok({ edition: outcome.value.edition, slug: outcome.value.slug })
}

interface Changed extends Applied {
  readonly programme: string
}

async function change(
  trx: Trx,
  { organisation, person }: SignedIn,
  draft: LockedDraft & { readonly edition: string },
  { current, file }: { readonly current: EditionFile; readonly file: EditionFile },
  now: Date,
): Promise<Result<Changed>> {
  const { edition } = draft
  const call = await trx
    .selectFrom('call')
    .select(['published_at', 'opens_at', 'deadline_at', 'grace_seconds'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const times = { publishedAt: call.published_at, opensAt: call.opens_at, deadlineAt: call.deadline_at, graceSeconds: call.grace_seconds }
  const changes = differences(current, file)
  const late = lockedDifferences(changes, momentOf(callState(times, now)))
  if (late.length > 0) return refused('edition/locked', { count: late.length })
  const programme = draft.programme as string
  const written = await changeEdition(trx, { organisation, edition, programme, person: person.id }, { current, file }, now)
  if (!written.ok) return written
  const hash = createHash('sha256').update(editionFileText(file), 'utf8').digest('hex')
  await audit(trx, {
    organisation,
    stream: edition,
    act: 'edition/changed',
    actor: person.id,
    at: now,
    details: { changes: changes.map(pathOfChange), hash },
  })
  return ok({ edition, slug: file.edition.slug, programme })
}

/** Which values changed, not what they say: the hash tells the whole. */
function pathOfChange({ steps, kind }: Difference): string {
  return `${kind} ${steps.map(String).join('.')}`
}
