import { expect, test } from 'vitest'
import type { FormDefinition, Question } from './form.ts'
import { neverAskedAdvice } from './never-true.ts'

const LABEL = { ar: 'س', fr: 'q', en: 'q' }

function pointed(when: string): boolean {
  const team: Question = { code: 'team_size', kind: 'integer', label: LABEL, required: true, min: 1, max: 20 }
  const asked: Question = { code: 'link', kind: 'line', label: LABEL, required: false, when }
  const form: FormDefinition = { groups: [], sections: [{ code: 's', group: 'g', title: LABEL, questions: [team, asked] }] }
  return neverAskedAdvice(form).length > 0
}

test.each([
  'region = "FM" and region = "OR"',
  'team_size > 20',
  'team_size = 21',
  'team_size < 1',
  'team_size > 5 and team_size < 3',
  'team_size > 5 and team_size <= 5',
  'funded and not funded',
  'funded = yes and (region = "FM" and region = "OR")',
  'team_size > 20 or region = "FM" and region = "OR"',
])('%s can never be so, and that is said', (when) => expect(pointed(when)).toBe(true))

test.each([
  'region = "FM" or region = "OR"',
  'region = "FM" and region != "OR"',
  'team_size > 19',
  'team_size >= 20',
  'team_size = 1',
  'team_size > 5 and team_size < 7',
  'team_size > 20 or region = "FM"',
  'team_size + 1 > 20',
  '"a" in languages and "b" in languages',
])('%s may be so: nothing is said', (when) => expect(pointed(when)).toBe(false))
