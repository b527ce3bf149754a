/** What is wrong in a draft, each fault leading to its field. */
import type { Html } from '#html'
import { idOf } from '../../../../design/form/field.tsx'
import type { Language } from '../../../../domain/language.ts'
import type { DocumentFault } from '../../editor/document-faults.ts'
import { fieldName } from '../../editor/field.ts'
import { partAt } from '../../editor/parts.ts'
import type { DraftView } from '../../editor/views.ts'
import { faultText } from '../../editor/fault-text.ts'
import { placeText } from './place-text.ts'

export function FaultList({ language, draft, faults }: { language: Language; draft: DraftView; faults: readonly DocumentFault[] }): Html {
  return (
    <ul class="rows">
      {faults.map((fault) => (
        <li>
          <a href={faultHref(language, draft, fault)}>{placeText(fault.steps, draft.document, language)}</a>
          <br />
          <span class="muted">{faultText(fault, language, draft.document)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The page and the field where a fault is mended; a question of the form is opened by itself. */
export function faultHref(language: Language, draft: DraftView, { steps }: Pick<DocumentFault, 'steps'>): string {
  const base = `/${language}/desk/editions/${draft.id}`
  const part = partAt(steps)
  if (part !== 'form') return `${base}/${part}#${idOf(fieldName(steps))}`
  const [, , section, , question] = steps
  const at = typeof section === 'number' && steps[1] === 'sections' ? draft.document.form.sections[section] : undefined
  if (at === undefined) return `${base}/form`
  const asked = typeof question === 'number' ? at.questions[question] : undefined
  const within = asked === undefined ? ['section', ...steps.slice(3)] : ['question', ...steps.slice(5)]
  const open = asked === undefined ? `${base}/form/sections/${at.code}` : `${base}/form/questions/${asked.code}`
  return within.length === 1 ? open : `${open}#${within[1] === 'when' ? 'condition-title' : idOf(fieldName(within))}`
}
