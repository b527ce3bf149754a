/** What in an edition looks at one item of its lists (a region, a sector, a kind of applicant…): taken out, it would leave that without what it is about. */
import { codesOf } from './edition-coherence.ts'
import type { EditionDocument } from './edition-document.ts'
import type { EditionFile } from './edition.ts'
import { readExpression } from './expression/parse.ts'
import { checkExpression } from './expression/kinds.ts'
import { locatedQuestions } from './form-coherence.ts'
import { formNames } from './form-values.ts'

/** The lists whose items other parts look at. */
export const USED_LISTS = ['regions', 'sectors', 'applicantKinds', 'strands', 'criteria', 'funders'] as const
export type UsedList = (typeof USED_LISTS)[number]

export interface Use {
  /** Where it is looked at, as faults name places. */
  readonly steps: readonly PropertyKey[]
  /** As what; the consequence is worded `use.<as>`. */
  readonly as: 'quota' | 'session' | 'only' | 'only-one' | 'condition' | 'check' | 'answer' | 'every' | 'grid' | 'line'
}

/** Which quotas and rules are about a list. */
const ABOUT: Readonly<Partial<Record<UsedList, string>>> = {
  regions: 'region',
  sectors: 'sector',
  applicantKinds: 'applicant-kind',
  strands: 'strand',
}

/** Every use of the item with this code, in the order of the file. */
export function usesOf(document: EditionDocument, list: UsedList, code: string): readonly Use[] {
  const about = ABOUT[list]
  return [
    ...(list === 'criteria' ? gridUses(document, code) : []),
    ...document.eligibilityRules.flatMap((rule, place): Use[] => {
      const steps = ['eligibilityRules', place]
      // The rule that one must be of the list: whoever is of this item is no longer eligible.
      if (rule.kind === about) return [{ steps, as: 'every' }]
      const { question, not } = (rule.parameters ?? {}) as { question?: string; not?: string }
      return list === 'strands' && not === code && kindOf(document, question) === 'strand' ? [{ steps, as: 'answer' }] : []
    }),
    ...document.selectionRules.flatMap(({ attribute, value }, place): Use[] =>
      attribute === about && value === code ? [{ steps: ['selectionRules', place], as: 'quota' }] : [],
    ),
    ...document.budgetLines.flatMap(({ funder }, place): Use[] =>
      list === 'funders' && funder === code ? [{ steps: ['budgetLines', place], as: 'line' }] : [],
    ),
    ...document.call.sessions.flatMap(({ region }, place): Use[] =>
      list === 'regions' && region === code ? [{ steps: ['call', 'sessions', place], as: 'session' }] : [],
    ),
    ...(list === 'applicantKinds' ? onlyUses(document, code) : []),
    ...(about === undefined ? [] : conditionUses(document, list, code)),
  ]
}

function kindOf({ form }: EditionDocument, question: string | undefined): string | undefined {
  return locatedQuestions(form).find((one) => one.question.code === question)?.question.kind
}

/** Weights and sentences of the stages of review. */
function gridUses({ review }: EditionDocument, code: string): Use[] {
  return (review ?? []).flatMap(({ weights, anchors }, place): Use[] =>
    Object.hasOwn(weights ?? {}, code) || Object.hasOwn(anchors ?? {}, code) ? [{ steps: ['review', place], as: 'grid' }] : [],
  )
}

function onlyUses({ form }: EditionDocument, code: string): Use[] {
  return locatedQuestions(form).flatMap(({ question: { only = [] }, steps }): Use[] =>
    only.includes(code) ? [{ steps: [...steps, 'only'], as: only.length === 1 ? 'only-one' : 'only' }] : [],
  )
}

/** Conditions and checks that make sense now and would not without the item. */
function conditionUses(document: EditionDocument, list: UsedList, code: string): Use[] {
  const { form } = document
  const without = { ...document, [list]: (document[list] ?? []).filter((one) => one.code !== code) }
  const [before, after] = [document, without].map((one) => formNames(form, codesOf(one as EditionFile)))
  const looks = (source: string | undefined): boolean => {
    const reading = source === undefined || before === undefined || after === undefined ? null : readExpression(source)
    if (reading?.ok !== true) return false
    const faults = (names: typeof before) => checkExpression(reading.expression, names ?? {}, 'truth').faults.length
    return faults(after) > faults(before)
  }
  return form.sections.flatMap((section, s): Use[] => [
    ...(looks(section.when) ? [{ steps: ['form', 'sections', s, 'when'], as: 'condition' as const }] : []),
    ...section.questions.flatMap(({ when, checks = [] }, q): Use[] => {
      const steps = ['form', 'sections', s, 'questions', q]
      return [
        ...(looks(when) ? [{ steps: [...steps, 'when'], as: 'condition' as const }] : []),
        ...checks.flatMap(({ holds }, c): Use[] => (looks(holds) ? [{ steps: [...steps, 'checks', c], as: 'check' }] : [])),
      ]
    }),
  ])
}
