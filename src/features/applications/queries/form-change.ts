/** What changed in the form of a draft since its team looked at it. */
import type { FormDefinition } from '../../../domain/form.ts'
import { formChange, questionsOf } from '../../../domain/form-move.ts'
import type { Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { formOfVersion } from '../form-version.ts'
import type { FormChangeView, UnaskedView } from '../views.ts'
import type { ApplicationRecord } from './record.ts'

/**
 * The corrections not looked at yet, the oldest first. One is told until each section it touched is done again; one that
 * only took a section away, until something is saved.
 */
export async function formChanges(db: Reader, organisation: string, record: ApplicationRecord, form: FormDefinition): Promise<FormChangeView[]> {
  const { head, draft } = record
  if (draft === null) return []
  const moves = await db
    .selectFrom('draft_move as m')
    .innerJoin('form_version as v', (join) => join.onRef('v.organisation', '=', 'm.organisation').onRef('v.id', '=', 'm.form_version'))
    .select(['m.form_version as after', 'm.before', 'm.sections', 'm.moved_at as movedAt', 'v.frozen_at as changedAt'])
    .where('m.organisation', '=', organisation)
    .where('m.application', '=', head.id)
    .orderBy('m.moved_at')
    .execute()
  const views = moves.map(async ({ before, after, sections, movedAt, changedAt }): Promise<FormChangeView | null> => {
    const there = form.sections.filter(({ code }) => sections.includes(code))
    const isOpen = there.length > 0 ? there.some(({ code }) => !draft.done.includes(code)) : draft.savedAt <= movedAt
    if (!isOpen) return null
    const [was, is] = await Promise.all([formOfVersion(db, organisation, before), formOfVersion(db, organisation, after)])
    const { added, removed, changed } = formChange(was, is)
    const labels = (codes: readonly string[], of: FormDefinition): Trilingual[] => codes.flatMap((code) => questionsOf(of).get(code)?.label ?? [])
    return {
      changedAt,
      added: labels(added, is),
      removed: labels(removed, was),
      changed: labels(changed, is),
      sections: there.filter(({ code }) => !draft.done.includes(code)).map(({ code, title }) => ({ code, title })),
    }
  })
  return (await Promise.all(views)).filter((view) => view !== null)
}

/** Answers that are kept and no longer asked, each with its question as it was. */
export async function unaskedOf(db: Reader, organisation: string, { draft }: ApplicationRecord): Promise<UnaskedView[]> {
  const all = Object.entries(draft?.unasked ?? {})
  const views = all.map(async ([code, { form, answer }]) => {
    const question = questionsOf(await formOfVersion(db, organisation, form)).get(code)
    return question === undefined ? [] : [{ question, answer }]
  })
  return (await Promise.all(views)).flat()
}
