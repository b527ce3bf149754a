/** What is wrong, or perhaps not meant, with the question or the part of the form that is open. */
import type { FormErrors } from '../../../design/form/field.tsx'
import { RING_JOINT } from '../../../domain/form-expressions.ts'
import type { Language } from '../../../domain/language.ts'
import { faultText } from './fault-text.ts'
import { fieldName } from './field.ts'
import type { Open } from './open-item.ts'
import type { DraftState } from './views.ts'

/** Lists without which a question cannot be asked: that they are empty is said on its page. */
const LISTS: ReadonlySet<string> = new Set(['options', 'statements', 'categories'])

/** Faults of the form that are about what is open, at the names of its fields. What is missing in a text is not shouted. */
export function openFaults({ faults, draft }: DraftState, opened: Open, language: Language): FormErrors {
  const { is, steps } = opened
  const own = faults.filter(({ steps: at, missing }) => (!missing || LISTS.has(String(at.at(-1)))) && isAbout(opened, at))
  return [
    ...own.map((fault) => ({
      field: fieldName([is, ...fault.steps.slice(steps?.length ?? 0)]).replace('maxBytes', 'megabytes'),
      message: faultText(fault, language, draft.document),
    })),
    ...(own.some(({ code }) => code === 'condition-ring') ? [] : ringAround(faults, opened))
      .slice(0, 1)
      .map((fault) => ({ field: fieldName([is, 'when']), message: faultText(fault, language, draft.document) })),
  ]
}

/** A ring in which the question stands by the condition of its section: it is told on its page too. */
function ringAround(faults: DraftState['faults'], { is, code }: Open): DraftState['faults'] {
  if (is !== 'question' || code === null) return []
  return faults.filter((fault) => fault.code === 'condition-ring' && String(fault.details.questions).split(RING_JOINT).includes(code))
}

/** Whether a place is within what is open; the questions of a part have pages of their own. */
function isAbout({ is, steps }: Open, at: readonly PropertyKey[]): boolean {
  const outer = steps ?? []
  const within = outer.every((step, place) => at[place] === step)
  return within && !(is === 'section' && at.length > outer.length + 1 && at[outer.length] === 'questions')
}

export interface Advised {
  /** The setting it is about. */
  readonly about: PropertyKey | undefined
  readonly sentence: string
}

/** What is perhaps not meant of what is open, and of which of its settings. */
export function openAdvice({ advice, draft }: DraftState, opened: Open, language: Language): readonly Advised[] {
  const { steps } = opened
  if (steps === null) return []
  return advice
    .filter((one) => isAbout(opened, one.steps))
    .map((one) => ({ about: one.steps[steps.length], sentence: faultText(one, language, draft.document) }))
}
