import { describe, expect, test } from 'vitest'
import type { EditionDocument } from '../../../domain/edition-document.ts'
import { emptyDocument } from '../../../domain/edition-document.ts'
import type { FormDefinition } from '../../../domain/form.ts'
import { calledIn, conditionRows, conditionText } from './condition.ts'
import { explained } from './explain.ts'

const text = (fr: string) => ({ ar: fr, fr, en: fr })
const FORM: FormDefinition = {
  groups: [{ code: 'all', title: text('Tout') }],
  sections: [
    {
      code: 'one',
      group: 'all',
      title: text('Une'),
      questions: [
        {
          code: 'kind',
          kind: 'choice',
          label: text('Quel genre ?'),
          required: true,
          options: [
            { code: 'cso', name: text('Association') },
            { code: 'alone', name: text('Seul') },
          ],
        },
        { code: 'amount', kind: 'money', label: text('Combien ?'), required: true },
        { code: 'before', kind: 'yes-no', label: text('Déjà aidé ?'), required: true },
        { code: 'works', kind: 'choices', label: text('Quels métiers ?'), required: true, options: [{ code: 'film', name: text('Cinéma') }] },
      ],
    },
  ],
}
const DOCUMENT: EditionDocument = emptyDocument(FORM, 'Africa/Casablanca')
const called = calledIn(DOCUMENT, 'fr')
const plain = (said: string | null) => said?.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

describe('a condition built from rows', () => {
  test.each([
    'kind = "cso"',
    'kind != "cso" and amount > 5000',
    'before = no or amount <= 100.5',
    '"film" in works',
    '"film" not in works and answered(amount)',
    'not answered(kind)',
  ])('%s is shown as rows, and written again means the same', (source) => {
    const rows = conditionRows(source)
    expect(rows).not.toBeNull()
    expect(conditionText(rows as NonNullable<typeof rows>, called.names)).toBe(source)
  })

  test.each(['kind = "cso" and (amount > 1 or before = yes)', 'amount + 1 > 2', 'age(born, call.age_on) > 18', 'kind ='])(
    '%s says more than rows can, or cannot be read: it stays an expression',
    (source) => {
      expect(conditionRows(source)).toBeNull()
    },
  )
})

test.each([
  ['kind = "cso"', '« Quel genre ? » est « Association »'],
  ['before', '« Déjà aidé ? » est oui'],
  ['not before and amount >= 5000', '« Déjà aidé ? » est non et « Combien ? » est au moins 5 000'],
  ['kind in ("cso", "alone")', '« Quel genre ? » est parmi « Association » ou « Seul »'],
  ['not (kind = "cso" and before)', 'il n’est pas vrai que « Quel genre ? » est « Association » et « Déjà aidé ? » est oui'],
  ['count(works) > 2', 'le nombre de lignes ou de choix de « Quels métiers ? » est plus que 2'],
])('%s is said in words', (source, said) => {
  expect(plain(explained(source, called, 'fr'))).toBe(said)
})

test('every function of the language has its words in the three languages', async () => {
  const { FUNCTIONS } = await import('../../../domain/expression/functions.ts')
  const { words } = await import('./words/index.ts')
  for (const language of ['ar', 'fr', 'en'] as const)
    expect(Object.keys(FUNCTIONS).filter((name) => !words(language).has(`say.fn.${name}`))).toEqual([])
})
