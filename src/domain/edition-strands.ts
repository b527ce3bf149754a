/** Strands of an edition: whether they agree with themselves and with the form that asks for them. */
import type { EditionFile } from './edition.ts'
import { type EditionFault, fault, repeated } from './edition-fault.ts'
import { locatedQuestions } from './form-coherence.ts'

type Strands = Pick<EditionFile, 'strands' | 'form'>

/** Whether no question of the form asks for the strand. */
export function strandNotAsked({ form }: Strands): boolean {
  return !locatedQuestions(form).some(({ question }) => question.kind === 'strand')
}

/** Codes once, a ceiling within its envelope; a question that asks for the strand only where there are any, once, of everybody. */
export function strandFaults(file: EditionFile): EditionFault[] {
  const strands = file.strands ?? []
  return [
    ...repeated(
      strands.map(({ code }) => code),
      (place) => ['strands', place, 'code'],
    ),
    ...strands.flatMap(({ ceiling, envelope }, place) =>
      ceiling === null || envelope === null || Number(ceiling) <= Number(envelope)
        ? []
        : [fault(['strands', place, 'ceiling'], 'ceiling-above-envelope', { ceiling, envelope, currency: file.edition.currency })],
    ),
    ...questionFaults(file),
  ]
}

function questionFaults(file: EditionFile): EditionFault[] {
  const questions = locatedQuestions(file.form)
  const asking = questions.filter(({ question }) => question.kind === 'strand')
  const conditional = new Set(file.form.sections.filter(({ when }) => when !== undefined).flatMap((section) => section.questions))
  return [
    ...asking.flatMap(({ question, steps }, place) => [
      ...((file.strands ?? []).length === 0 ? [fault([...steps, 'kind'], 'no-strands')] : []),
      ...(place === 0 ? [] : [fault([...steps, 'kind'], 'strand-asked-twice')]),
      ...(question.required && question.only === undefined && question.when === undefined && !conditional.has(question)
        ? []
        : [fault([...steps, 'required'], 'strand-not-asked-of-all')]),
    ]),
    ...(asking.length > 0
      ? []
      : questions.filter(({ question }) => question.withinStrand === true).map(({ steps }) => fault([...steps, 'withinStrand'], 'strand-not-asked'))),
  ]
}

/**
 * Strands whose places bind the selection: it takes no more projects of one than its places, without any rule being
 * written. A rule that says at most how many projects of a strand there may be says it instead.
 */
export function boundStrands<Strand extends { readonly code: string; readonly places: number | null }>(
  strands: readonly Strand[],
  rules: readonly { readonly attribute: string; readonly value: string | null; readonly maximum: number | null }[],
): (Strand & { readonly places: number })[] {
  const said = rules.filter(({ attribute, maximum }) => attribute === 'strand' && maximum !== null)
  return strands.filter(
    (strand): strand is Strand & { readonly places: number } =>
      strand.places !== null && !said.some(({ value }) => value === null || value === strand.code),
  )
}

/** What stands in nobody's way and is perhaps not meant: more places than the edition has, or fewer, strands nobody is asked for, ceilings nothing is held against. */
export function strandAdvice(file: Pick<EditionFile, 'form'> & StrandsWritten): EditionFault[] {
  const strands = file.strands ?? []
  if (strands.length === 0) return []
  const { places } = file.edition
  const sum = strands.reduce((all, strand) => all + (strand.places ?? 0), 0)
  const checked = locatedQuestions(file.form).some(({ question }) => question.withinStrand === true)
  return [
    ...(places !== null && sum < places && strands.every((strand) => strand.places !== null)
      ? [fault(['strands'], 'strand-places-below', { sum, places, left: places - sum })]
      : []),
    ...(places !== null && sum > places ? [fault(['strands'], 'strand-places-above', { sum, places })] : []),
    ...(strandNotAsked({ form: file.form }) ? [fault(['strands'], 'strand-unasked')] : []),
    ...(!checked && strands.some(({ ceiling }) => ceiling !== null && ceiling !== '') ? [fault(['strands'], 'strand-ceiling-unchecked')] : []),
    ...ceilingAdvice(file),
  ]
}

/** Ceilings that can never be granted whole: above the seed fund of the edition, or above what a question takes. */
function ceilingAdvice({ edition, strands = [], form }: Pick<EditionFile, 'form'> & StrandsWritten): EditionFault[] {
  const { currency } = edition
  const seed = Number(edition.seedCeiling)
  const highest = Math.max(0, ...strands.map(({ ceiling }) => Number(ceiling ?? 0)))
  return [
    ...strands.flatMap(({ ceiling }, place) =>
      seed > 0 && Number(ceiling ?? 0) > seed
        ? [fault(['strands', place, 'ceiling'], 'strand-ceiling-above-seed', { ceiling: String(ceiling), seed: edition.seedCeiling, currency })]
        : [],
    ),
    ...locatedQuestions(form).flatMap(({ question, steps }) =>
      question.kind === 'money' && question.withinStrand === true && question.max !== undefined && question.max < highest
        ? [fault([...steps, 'max'], 'maximum-below-strand', { limit: String(question.max), ceiling: String(highest), currency })]
        : [],
    ),
  ]
}

/** What of an edition, written or not yet, the advice is drawn from. */
interface StrandsWritten {
  readonly edition: { readonly places: number | null; readonly seedCeiling: string; readonly currency: string }
  readonly strands?: readonly { readonly places: number | null; readonly ceiling: string | null }[]
}
