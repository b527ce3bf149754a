/** A draft goes on with the newest version of its form: nothing that was answered is lost, and what changed is to be looked at again. */
import type { Answers } from '../../../domain/form.ts'
import { formChange, moveAnswers, type Unasked } from '../../../domain/form-move.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { formOfVersion } from '../form-version.ts'

interface Mover {
  readonly organisation: string
  readonly application: string
  readonly person: string
  readonly at: Date
}

interface Standing {
  readonly formVersion: string
  readonly answers: Answers
  readonly unasked: Readonly<Record<string, Unasked>>
  readonly done: readonly string[]
  readonly version: number
}

/**
 * Within a transaction that holds the draft: the draft as it stands, moved first if its form is not the newest. Sections in
 * which something changed are no longer done. Writes one audit entry when it moves.
 */
export async function followForm<Draft extends Standing>(trx: Trx, { organisation, application, person, at }: Mover, draft: Draft): Promise<Draft> {
  const { id: newest } = await trx
    .selectFrom('application as a')
    .innerJoin('form_version as v', (join) => join.onRef('v.organisation', '=', 'a.organisation').onRef('v.call', '=', 'a.call'))
    .select('v.id')
    .where('a.organisation', '=', organisation)
    .where('a.id', '=', application)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  if (newest === draft.formVersion) return draft
  const before = { version: draft.formVersion, form: await formOfVersion(trx, organisation, draft.formVersion) }
  const after = await formOfVersion(trx, organisation, newest)
  const { sections, added, removed, changed } = formChange(before.form, after)
  const { answers, unasked } = moveAnswers(draft, before, after)
  const done = draft.done.filter((section) => !sections.includes(section) && after.sections.some(({ code }) => code === section))
  const version = draft.version + 1
  await trx
    .updateTable('draft')
    .set({ form_version: newest, answers: JSON.stringify(answers), unasked: JSON.stringify(unasked), done, version })
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .execute()
  const move = { organisation, application, form_version: newest, before: draft.formVersion, moved_at: at, moved_by: person, sections: [...sections] }
  await trx.insertInto('draft_move').values(move).execute()
  const details = { from: draft.formVersion, to: newest, added, removed, changed }
  await audit(trx, { organisation, stream: application, act: 'draft/form-moved', actor: person, at, details })
  return { ...draft, formVersion: newest, answers, unasked, done, version }
}
