/** Whether an edition agrees with itself: sums, references, dates. Its shape has been read before; zones and wall times are checked by who knows clocks. */
import { daysBetween, isDate } from './date.ts'
import type { EditionFile, EligibilityRule, SelectionRule } from './edition.ts'
import { type EditionFault, fault, repeated } from './edition-fault.ts'
import type { Question } from './form.ts'
import { formFaults, locatedQuestions } from './form-coherence.ts'
import type { FormCodes } from './form-values.ts'
import { reviewFaults } from './edition-review.ts'
import { quotaFaults } from './edition-quotas.ts'
import { strandFaults, strandNotAsked } from './edition-strands.ts'
import { PROVINCES, REGIONS } from './territory.ts'

/** Every fault, in the order of the file. */
export function editionFaults(file: EditionFile): EditionFault[] {
  return [
    ...termFaults(file),
    ...listFaults(file),
    ...strandFaults(file),
    ...reviewFaults(file),
    ...file.eligibilityRules.flatMap((rule, r) => eligibilityFaults(rule, r, file)),
    ...file.selectionRules.flatMap((rule, r) => selectionFaults(rule, r, file)),
    ...quotaFaults(file),
    ...calendarFaults(file),
    ...moneyFaults(file),
    ...callFaults(file),
    ...regionFaults(file),
    ...formFaults(file.form, codesOf(file)),
  ]
}

/** Codes that questions draw from the lists of the edition; one may live in any region of the country. */
export function codesOf(file: Pick<EditionFile, 'regions' | 'sectors' | 'applicantKinds' | 'strands'>): FormCodes {
  const codes = (list: readonly { readonly code: string }[]): string[] => list.map(({ code }) => code)
  return {
    regions: [...codes(file.regions), ...REGIONS.map(({ iso }) => iso)],
    provinces: PROVINCES.map(({ iso }) => iso),
    sectors: codes(file.sectors),
    applicantKinds: codes(file.applicantKinds),
    strands: codes(file.strands ?? []),
  }
}

/** A region is one of the country: what is published of it is told apart by that code. */
function regionFaults({ regions }: EditionFile): EditionFault[] {
  const known = new Set(REGIONS.map(({ iso }) => iso))
  return regions.flatMap(({ iso }, place) => (known.has(iso) ? [] : [fault(['regions', place, 'iso'], 'no-such-region', { value: iso })]))
}

function termFaults({ edition }: EditionFile): EditionFault[] {
  const faults: EditionFault[] = []
  if (edition.scale.min >= edition.scale.max)
    faults.push(fault(['edition', 'scale', 'min'], 'above-maximum', { minimum: edition.scale.min, maximum: edition.scale.max }))
  for (const name of ['passMark', 'divergence'] as const)
    if (Number(edition[name]) > 100) faults.push(fault(['edition', name], 'too-large', { maximum: 100 }))
  if (Number(edition.interviewWeight) > 1) faults.push(fault(['edition', 'interviewWeight'], 'too-large', { maximum: 1 }))
  return faults
}

function listFaults(file: EditionFile): EditionFault[] {
  const lists = [
    'regions',
    'sectors',
    'applicantKinds',
    'criteria',
    'eligibilityRules',
    'selectionRules',
    'calendar',
    'funders',
    'budgetLines',
  ] as const
  const steps = file.edition.scale.max - file.edition.scale.min + 1
  const places = file.regions.reduce((sum, region) => sum + region.places, 0)
  const weights = file.criteria.reduce((sum, criterion) => sum + criterion.weight, 0)
  return [
    ...lists.flatMap((list) =>
      repeated(
        file[list].map((one) => one.code),
        (place) => [list, place, 'code'],
      ),
    ),
    ...repeated(
      file.regions.map((region) => region.iso),
      (place) => ['regions', place, 'iso'],
    ),
    ...(places === file.edition.places ? [] : [fault(['regions'], 'places-sum', { sum: places, places: file.edition.places })]),
    ...(weights === 100 ? [] : [fault(['criteria'], 'weights-sum', { sum: weights })]),
    ...file.criteria.flatMap((criterion, c) =>
      // A scale that ends before it begins is told as that.
      criterion.anchors.length === steps || steps < 1
        ? []
        : [fault(['criteria', c, 'anchors'], 'anchors-count', { expected: steps, found: criterion.anchors.length })],
    ),
  ]
}

function eligibilityFaults(rule: EligibilityRule, place: number, file: EditionFile): EditionFault[] {
  const steps = ['eligibilityRules', place, 'parameters']
  const questions = locatedQuestions(file.form).map(({ question }) => question)
  const unknown = (code: string, ...more: PropertyKey[]): EditionFault[] =>
    questions.some((question) => question.code === code) ? [] : [fault([...steps, ...more], 'unknown-question', { value: code })]
  switch (rule.kind) {
    case 'age':
      return rule.parameters.min <= rule.parameters.max
        ? []
        : [fault([...steps, 'min'], 'above-maximum', { minimum: rule.parameters.min, maximum: rule.parameters.max })]
    case 'declared': {
      const { question, not } = rule.parameters
      const missing = unknown(question, 'question')
      if (missing.length > 0) return missing
      return answersOf(questions, question, file).includes(not) ? [] : [fault([...steps, 'not'], 'unknown-answer', { value: not, question })]
    }
    case 'past-beneficiary': {
      const { question } = rule.parameters
      const missing = unknown(question, 'question')
      if (missing.length > 0) return missing
      return questions.some((one) => one.code === question && one.kind === 'yes-no')
        ? []
        : [fault([...steps, 'question'], 'not-yes-no', { question })]
    }
    case 'complete':
      return rule.parameters.questions.flatMap((code, q) => unknown(code, 'questions', q))
    default:
      return []
  }
}

/** The answers a rule may name: yes and no, the codes of a choice or of the strands. */
function answersOf(questions: readonly Question[], code: string, file: EditionFile): readonly string[] {
  const question = questions.find((one) => one.code === code)
  if (question?.kind === 'yes-no') return ['yes', 'no']
  if (question?.kind === 'strand') return (file.strands ?? []).map((strand) => strand.code)
  return question?.kind === 'choice' ? (question.options ?? []).map((option) => option.code) : []
}

function selectionFaults(rule: SelectionRule, place: number, file: EditionFile): EditionFault[] {
  const steps = ['selectionRules', place]
  if (rule.minimum === null && rule.maximum === null) return [fault(steps, 'no-bound')]
  const faults: EditionFault[] = []
  if (rule.minimum !== null && rule.maximum !== null && rule.minimum > rule.maximum)
    faults.push(fault([...steps, 'minimum'], 'above-maximum', { minimum: rule.minimum, maximum: rule.maximum }))
  if (rule.value !== null && !valuesOf(rule, file).includes(rule.value))
    faults.push(fault([...steps, 'value'], 'unknown-value', { value: rule.value, attribute: rule.attribute }))
  if (rule.attribute === 'strand' && strandNotAsked(file)) faults.push(fault([...steps, 'attribute'], 'strand-not-asked'))
  const named = rule.attribute === 'region' ? file.regions.filter((region) => rule.value === null || rule.value === region.code) : []
  const room = named.length === 0 ? file.edition.places : Math.min(...named.map((region) => region.places))
  if (rule.minimum !== null && rule.minimum > room)
    faults.push(fault([...steps, 'minimum'], 'more-than-places', { minimum: rule.minimum, places: room }))
  return faults
}

function valuesOf({ attribute }: SelectionRule, file: EditionFile): readonly string[] {
  if (attribute === 'gender') return ['woman', 'man']
  const lists = { region: file.regions, sector: file.sectors, 'applicant-kind': file.applicantKinds, strand: file.strands ?? [] } as const
  // While it is written a quota may not say yet what it is on.
  return Object.hasOwn(lists, attribute) ? lists[attribute].map((one) => one.code) : []
}

/** Days from the opening of a call to anything its calendar may hold: two years. */
const FURTHEST = 731

function calendarFaults(file: EditionFile): EditionFault[] {
  const opening = file.call.opens.slice(0, 10)
  return file.calendar.flatMap((entry, place) => {
    const steps = ['calendar', place]
    const unread = (['from', 'to'] as const).filter((name) => !isDate(entry[name]))
    if (unread.length > 0) return unread.map((name) => fault([...steps, name], 'no-such-day', { value: entry[name] }))
    if (entry.from > entry.to) return [fault([...steps, 'to'], 'before-beginning', { from: entry.from, to: entry.to })]
    if (isDate(opening) && Math.abs(daysBetween(opening, entry.from)) > FURTHEST)
      return [fault([...steps, 'from'], 'far-from-call', { value: entry.from })]
    return mirrorFaults(entry.code, entry.from, entry.to, file, steps)
  })
}

/** The calendar repeats the opening and the deadline of the call; it may not contradict them. */
function mirrorFaults(code: string, from: string, to: string, { call }: EditionFile, steps: readonly PropertyKey[]): EditionFault[] {
  if (code === 'deadline' && call.deadline === null) return [fault([...steps, 'code'], 'no-deadline')]
  const said = { opening: call.opens, deadline: call.deadline }[code]?.slice(0, 10)
  // A day that does not exist is told where it is written, and nothing is reckoned from it.
  if (said === undefined || !isDate(said) || (from === said && to === said)) return []
  return [fault([...steps, from === said ? 'to' : 'from'], 'not-the-call', { expected: said })]
}

function moneyFaults(file: EditionFile): EditionFault[] {
  const funders = new Set(file.funders.map((funder) => funder.code))
  return file.budgetLines.flatMap((line, place) =>
    funders.has(line.funder) ? [] : [fault(['budgetLines', place, 'funder'], 'unknown-funder', { value: line.funder })],
  )
}

function callFaults({ call, regions }: EditionFile): EditionFault[] {
  const codes = new Set(regions.map((region) => region.code))
  const deadline = call.deadline !== null && isDate(call.deadline.slice(0, 10)) ? call.deadline : null
  return [
    ...(deadline === null || !isDate(call.opens.slice(0, 10)) || call.opens < deadline
      ? []
      : [fault(['call', 'deadline'], 'before-beginning', { from: call.opens, to: deadline })]),
    ...(call.ageOn === null || isDate(call.ageOn) ? [] : [fault(['call', 'ageOn'], 'no-such-day', { value: call.ageOn })]),
    ...call.sessions.flatMap((session, place) => [
      ...(codes.has(session.region) ? [] : [fault(['call', 'sessions', place, 'region'], 'unknown-region', { value: session.region })]),
      ...(deadline === null || !isDate(session.at.slice(0, 10)) || session.at <= deadline
        ? []
        : [fault(['call', 'sessions', place, 'at'], 'after-deadline', { value: session.at })]),
    ]),
  ]
}
