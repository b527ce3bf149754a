import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormDefinition, Question } from './form.ts'
import { editedForm, type FormEdit } from './form-edit.ts'

const text = { ar: 'س', fr: 'q', en: 'q' }
const question = (code: string): Question => ({ code, kind: 'line', label: text, required: true })
const FORM: FormDefinition = {
  groups: [{ code: 'all', title: text }],
  sections: [
    { code: 'one', group: 'all', title: text, questions: [question('a'), question('b')] },
    { code: 'two', group: 'all', title: text, questions: [question('c')] },
  ],
}
const codes = (form: FormDefinition | null): string =>
  (form?.sections ?? []).map((section) => `${section.code}:${section.questions.map(({ code }) => code).join('')}`).join(' ')

test.each<[string, FormEdit, string]>([
  ['a question moves within its section', { act: 'move-question', code: 'b', by: -1 }, 'one:ba two:c'],
  ['past the end of its section it goes on into the next', { act: 'move-question', code: 'b', by: 1 }, 'one:a two:bc'],
  ['past the beginning into the end of the one before', { act: 'move-question', code: 'c', by: -1 }, 'one:abc two:'],
  ['at the very end it stays', { act: 'move-question', code: 'c', by: 1 }, 'one:ab two:c'],
  ['it is dropped where it was let go', { act: 'place-question', code: 'a', section: 'two', place: 1 }, 'one:b two:ca'],
  ['sections change places', { act: 'move-section', code: 'two', by: -1 }, 'two:c one:ab'],
  ['a copy has a code of its own', { act: 'copy-question', code: 'a' }, 'one:aa_2b two:c'],
  ['a copied section copies its questions', { act: 'copy-section', code: 'one' }, 'one:ab one_2:a_2b_2 two:c'],
  ['a question changes its section', { act: 'change-question', code: 'a', question: question('z'), section: 'two' }, 'one:b two:cz'],
])('%s', (_, edit, expected) => {
  expect(codes(editedForm(FORM, edit))).toBe(expected)
})

test('what is not there, or takes the code of another, is refused', () => {
  expect(editedForm(FORM, { act: 'remove-question', code: 'x' })).toBeNull()
  expect(editedForm(FORM, { act: 'change-question', code: 'a', question: question('b'), section: 'one' })).toBeNull()
  expect(editedForm(FORM, { act: 'add-question', section: 'one', question: question('c') })).toBeNull()
  expect(editedForm(FORM, { act: 'change-section', code: 'one', section: { code: 'two', group: 'all', title: text } })).toBeNull()
})

test('no row of moves and copies loses a question or gives two the same code', () => {
  const move = fc.record({
    act: fc.constantFrom('move-question', 'copy-question', 'move-section', 'copy-section') as fc.Arbitrary<'move-question'>,
    code: fc.constantFrom('a', 'b', 'c', 'one', 'two'),
    by: fc.constantFrom(-1, 1) as fc.Arbitrary<1>,
  })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      const form = moves.reduce<FormDefinition>((so, edit) => editedForm(so, edit) ?? so, FORM)
      const all = form.sections.flatMap((section) => section.questions.map(({ code }) => code))
      expect(new Set(all).size).toBe(all.length)
      expect(['a', 'b', 'c'].every((code) => all.includes(code))).toBe(true)
    }),
  )
})
