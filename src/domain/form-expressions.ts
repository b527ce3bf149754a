/** Conditions and checks of a form: each can be read, names only what the form asks, and none leads back to itself. */
import { conditionRings, type RingLink } from './condition-rings.ts'
import { type EditionFault, fault } from './edition-fault.ts'
import type { Names } from './expression/expression.ts'
import { checkExpression } from './expression/kinds.ts'
import { readExpression } from './expression/parse.ts'
import type { FormDefinition } from './form.ts'
import { type FormCodes, formNames } from './form-values.ts'

/** Between the codes of the questions of a ring (`questions`), and of the sections whose conditions join them (`sections`). */
export const RING_JOINT = ' → '
const MOST_TOLD = 12

/** Faults of the expressions themselves are worded as `fault.expression-<code>`, with the text and where in it (characters from 1). */
export function expressionFaults(form: FormDefinition, known: FormCodes): EditionFault[] {
  const names = formNames(form, known)
  const faults = form.sections.flatMap((section, s) => [
    ...(section.when === undefined ? [] : conditionFaults(section.when, names, ['form', 'sections', s, 'when'])),
    ...section.questions.flatMap((question, q) => {
      const steps = ['form', 'sections', s, 'questions', q]
      return [
        ...(question.when === undefined ? [] : conditionFaults(question.when, names, [...steps, 'when'])),
        ...(question.checks ?? []).flatMap(({ holds }, c) => conditionFaults(holds, names, [...steps, 'checks', c, 'holds'])),
      ]
    }),
  ])
  return [...faults, ...ringFaults(form)]
}

/** What is wrong with one condition over these names. */
export function conditionFaults(source: string, names: Names, steps: readonly PropertyKey[]): EditionFault[] {
  const reading = readExpression(source)
  const found = reading.ok ? checkExpression(reading.expression, names, 'truth').faults : [reading.fault]
  return found.map(({ code, from, to, details }) =>
    fault(steps, `expression-${code}`, { ...details, at: from + 1, part: source.slice(from, to).slice(0, 60) }),
  )
}

/** A fault for each condition of a ring, so that it is told on the page of every question it holds up, each time from there on. */
function ringFaults(form: FormDefinition): EditionFault[] {
  return conditionRings(form).flatMap((ring) => ring.map((link, place) => ringFault(form, link, [...ring.slice(place), ...ring.slice(0, place)])))
}

function ringFault(form: FormDefinition, { question, section }: RingLink, ring: readonly RingLink[]): EditionFault {
  const s = form.sections.findIndex(({ code, questions }) => (section === null ? questions.some((one) => one.code === question) : code === section))
  const q = form.sections[s]?.questions.findIndex(({ code }) => code === question) ?? 0
  const steps = ['form', 'sections', s, ...(section === null ? ['questions', q] : []), 'when']
  // What nobody reads to its end is not told to its end.
  const told = ring.slice(0, MOST_TOLD)
  const joined = (of: (link: RingLink) => string): string => [...told.map(of), ...(told.length < ring.length ? ['…'] : [])].join(RING_JOINT)
  return fault(steps, 'condition-ring', {
    questions: joined((link) => link.question),
    ...(ring.some((link) => link.section !== null) ? { sections: joined((link) => link.section ?? '') } : {}),
  })
}
