/** Conditions and checks of a form: each can be read, names only what the form asks, and none leads back to itself. */
import { type EditionFault, fault } from './edition-fault.ts'
import type { Names } from './expression/expression.ts'
import { checkExpression } from './expression/kinds.ts'
import { readExpression } from './expression/parse.ts'
import type { FormDefinition } from './form.ts'
import { conditionRing } from './form-asked.ts'
import { type FormCodes, formNames } from './form-values.ts'

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
  return faults.length > 0 ? faults : ringFaults(form)
}

/** What is wrong with one condition over these names. */
export function conditionFaults(source: string, names: Names, steps: readonly PropertyKey[]): EditionFault[] {
  const reading = readExpression(source)
  const found = reading.ok ? checkExpression(reading.expression, names, 'truth').faults : [reading.fault]
  return found.map(({ code, from, to, details }) =>
    fault(steps, `expression-${code}`, { ...details, at: from + 1, part: source.slice(from, to).slice(0, 60) }),
  )
}

function ringFaults(form: FormDefinition): EditionFault[] {
  const ring = conditionRing(form)
  if (ring.length === 0) return []
  const s = form.sections.findIndex((section) => section.questions.some(({ code }) => code === ring[0]))
  const q = form.sections[s]?.questions.findIndex(({ code }) => code === ring[0]) ?? 0
  return [fault(['form', 'sections', s, 'questions', q, 'when'], 'condition-ring', { questions: ring.join(' → ') })]
}
