/** Editions while they are written: begun, saved part by part, proposed for reading, put away. None of it counts until it is applied. */
import { mayWriteEdition } from '../../../domain/edition.ts'
import { type EditionDocument, emptyDocument } from '../../../domain/edition-document.ts'
import { editedForm, type FormEdit } from '../../../domain/form-edit.ts'
import { ok, type Refused, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { copiedEdition } from '../editor/copied-edition.ts'
import { formEditMark, type PartValues, partMark, sorted, withPartValues } from '../editor/part-mark.ts'
import type { PartCode } from '../editor/parts.ts'
import { firstForm } from '../editor/first-form.ts'
import { editionContent } from '../queries/edition-content.ts'

/** Where a draft begins: an empty page (of a programme that exists, or of a new one), a copy of an edition, its own edition, or a file. */
export type DraftBeginning =
  | { readonly from: 'nothing'; readonly programme: string | null }
  | { readonly from: 'copy' | 'edition'; readonly edition: string }
  | { readonly from: 'file'; readonly document: EditionDocument }

/**
 * Begins to write an edition; answers the id of the draft. An edition has one draft at a time: asked for again, it is
 * the one that is there. Refuses `page/not-allowed`, `edition/unknown`; `edition-draft/programme-not-yours` for the file
 * of a programme its bearer does not write.
 */
export async function beginEditionDraft(db: Database, viewer: SignedIn, beginning: DraftBeginning, now: Date): Promise<Result<{ draft: string }>> {
  try {
    return await atomically(db, (trx) => begin(trx, viewer, beginning, now))
  } catch (error) {
    // Two officers opened the same edition at once: the second finds what the first began.
    if (databaseFault(error)?.constraint === 'edition_draft_one_open') return atomically(db, (trx) => begin(trx, viewer, beginning, now))
    throw error
  }
}

interface Begun {
  readonly programme: string | null
  readonly edition: string | null
  readonly document: EditionDocument
}

async function begin(trx: Trx, viewer: SignedIn, beginning: DraftBeginning, now: Date): Promise<Result<{ draft: string }>> {
  const { organisation, person } = viewer
  const begun = await begunFrom(trx, viewer, beginning)
  if ('ok' in begun) return begun
  if (!mayWriteEdition(viewer, begun.programme, begun.edition)) {
    // Whoever writes one programme may hold the file of another.
    const writes = viewer.grants.some(({ programme }) => programme !== null && mayWriteEdition(viewer, programme, null))
    return beginning.from === 'file' && writes
      ? refused('edition-draft/programme-not-yours', { slug: begun.document.programme.slug || '–' })
      : refused('page/not-allowed')
  }
  const open = begun.edition === null ? undefined : await openDraftOf(trx, organisation, begun.edition)
  if (open !== undefined) return ok({ draft: open.id })
  const id = newId(now)
  const { programme, edition, document } = begun
  await trx
    .insertInto('edition_draft')
    .values({
      organisation,
      id,
      programme,
      edition,
      document: JSON.stringify(document),
      created_at: now,
      created_by: person.id,
      saved_at: now,
      saved_by: person.id,
    })
    .execute()
  await audit(trx, { organisation, stream: id, act: 'edition-draft/begun', actor: person.id, at: now, details: { from: beginning.from, edition } })
  return ok({ draft: id })
}

function openDraftOf(trx: Trx, organisation: string, edition: string) {
  return trx
    .selectFrom('edition_draft')
    .select('id')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('applied_at', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

async function begunFrom(trx: Trx, { organisation }: SignedIn, beginning: DraftBeginning): Promise<Begun | Refused> {
  if (beginning.from === 'nothing') {
    const { zone } = await trx.selectFrom('organisation').select('zone').where('id', '=', organisation).executeTakeFirstOrThrow()
    const document = emptyDocument(firstForm(), zone)
    const known = beginning.programme === null ? undefined : await programmeOf(trx, organisation, beginning.programme)
    if (beginning.programme !== null && known === undefined) return refused('edition/unknown', { slug: beginning.programme })
    if (known === undefined) return { programme: null, edition: null, document }
    const { id, ...programme } = known
    return { programme: id, edition: null, document: { ...document, programme } }
  }
  if (beginning.from === 'file') {
    const known = await programmeOf(trx, organisation, beginning.document.programme.slug)
    return { programme: known?.id ?? null, edition: null, document: beginning.document }
  }
  const source = await trx
    .selectFrom('edition')
    .select(['id', 'programme'])
    .where('organisation', '=', organisation)
    .where('slug', '=', beginning.edition)
    .executeTakeFirst()
  const content = source === undefined ? null : await editionContent(trx, organisation, source.id)
  if (source === undefined || content === null) return refused('edition/unknown', { slug: beginning.edition })
  if (beginning.from === 'edition') return { programme: source.programme, edition: source.id, document: content }
  const last = await trx
    .selectFrom('edition')
    .select((e) => e.fn.max('ordinal').as('ordinal'))
    .where('organisation', '=', organisation)
    .where('programme', '=', source.programme)
    .executeTakeFirstOrThrow()
  return { programme: source.programme, edition: null, document: copiedEdition(content, Number(last.ordinal ?? 0) + 1) }
}

function programmeOf(trx: Trx, organisation: string, slug: string) {
  return trx
    .selectFrom('programme')
    .select(['id', 'slug', 'name', 'tagline', 'summary'])
    .where('organisation', '=', organisation)
    .where('slug', '=', slug)
    .executeTakeFirst()
}

export interface PartInput {
  readonly draft: string
  readonly part: PartCode
  /** `partMark` of the part as its writer was shown it. */
  readonly known: string
  readonly values: PartValues
}

export interface PartSaved {
  readonly savedAt: Date
  /** Mark of what was saved, as it is now. */
  readonly mark: string
}

/**
 * Keeps a part as written, complete or not. Refuses `edition-draft/unknown`, `…/ended` (applied or put away),
 * `…/changed-meanwhile` when somebody else saved the same part since; nothing is written then.
 */
export function saveEditionPart(db: Database, viewer: SignedIn, input: PartInput, now: Date): Promise<Result<PartSaved>> {
  const edit: Edit = {
    what: { part: input.part },
    mark: (document) => partMark(input.part, document),
    apply: (document) => withPartValues(document, input.values),
  }
  return edited(db, viewer, input, edit, now)
}

export interface FormEditInput {
  readonly draft: string
  /** `formEditMark` of what the edit replaces, as its writer was shown it. */
  readonly known: string
  readonly edit: FormEdit
}

/**
 * Changes one thing in the form of a draft. Refuses as `saveEditionPart`; and `edition-draft/gone` when the part or the
 * question it names is no longer there, or the code it brings is taken.
 */
export function editEditionForm(db: Database, viewer: SignedIn, input: FormEditInput, now: Date): Promise<Result<PartSaved>> {
  const edit: Edit = {
    what: { part: 'form', act: input.edit.act },
    mark: (document) => formEditMark(document.form, input.edit),
    apply: (document) => {
      const form = editedForm(document.form, input.edit)
      return form === null ? null : { ...document, form }
    },
  }
  return edited(db, viewer, input, edit, now)
}

interface Edit {
  /** Told to the audit trail. */
  readonly what: Readonly<Record<string, string>>
  /** What it is made over; null where that is gone. */
  readonly mark: (document: EditionDocument) => string | null
  readonly apply: (document: EditionDocument) => EditionDocument | null
}

function edited(
  db: Database,
  viewer: SignedIn,
  { draft: id, known }: { draft: string; known: string },
  edit: Edit,
  now: Date,
): Promise<Result<PartSaved>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const draft = await lockDraft(trx, viewer, id)
    if ('ok' in draft) return draft
    const current = edit.mark(draft.document)
    const document = edit.apply(draft.document)
    if (current === null || document === null) return refused('edition-draft/gone')
    if (sorted(document) === sorted(draft.document)) return ok({ savedAt: now, mark: current })
    if (current !== known) return refused('edition-draft/changed-meanwhile')
    const version = draft.version + 1
    await trx
      .updateTable('edition_draft')
      .set({ document: JSON.stringify(document), version, saved_at: now, saved_by: person.id, proposed_at: null, proposed_by: null })
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .execute()
    await audit(trx, { organisation, stream: id, act: 'edition-draft/saved', actor: person.id, at: now, details: { ...edit.what, version } })
    return ok({ savedAt: now, mark: edit.mark(document) ?? '' })
  })
}

/** Puts a draft away for good; what it was stays on record. Refuses `edition-draft/unknown`, `…/ended`. */
export function removeEditionDraft(db: Database, viewer: SignedIn, draft: string, now: Date): Promise<Result<null>> {
  return mark(db, viewer, draft, 'removed', now)
}

/** Says that a draft is ready to be read by those who may apply it. Refuses `edition-draft/unknown`, `…/ended`. */
export function proposeEditionDraft(db: Database, viewer: SignedIn, draft: string, now: Date): Promise<Result<null>> {
  return mark(db, viewer, draft, 'proposed', now)
}

function mark(db: Database, viewer: SignedIn, id: string, act: 'removed' | 'proposed', now: Date): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const draft = await lockDraft(trx, viewer, id)
    if ('ok' in draft) return draft
    const set = act === 'removed' ? { removed_at: now, removed_by: person.id } : { proposed_at: now, proposed_by: person.id }
    await trx.updateTable('edition_draft').set(set).where('organisation', '=', organisation).where('id', '=', id).execute()
    await audit(trx, { organisation, stream: id, act: `edition-draft/${act}`, actor: person.id, at: now })
    return ok(null)
  })
}

export interface LockedDraft {
  readonly programme: string | null
  readonly edition: string | null
  readonly document: EditionDocument
  readonly version: number
}

/** Locks a draft that is still being written. Refuses `edition-draft/unknown`, also when it is not the viewer's to write, and `…/ended`. */
export async function lockDraft(trx: Trx, viewer: SignedIn, id: string): Promise<LockedDraft | Refused> {
  if (!isId(id)) return refused('edition-draft/unknown')
  const row = await trx
    .selectFrom('edition_draft')
    .select(['programme', 'edition', 'document', 'version', 'applied_at', 'removed_at'])
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || !mayWriteEdition(viewer, row.programme, row.edition)) return refused('edition-draft/unknown')
  if (row.applied_at !== null || row.removed_at !== null) return refused('edition-draft/ended')
  return { ...row, document: row.document as EditionDocument }
}
