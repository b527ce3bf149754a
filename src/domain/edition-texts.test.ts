import { expect, test } from 'vitest'
import { completeness } from './edition-texts.ts'

test('the texts of an edition are counted in each language, and those missing named by their path', () => {
  const content = {
    slug: '2024',
    name: { ar: 'اسم', fr: 'nom', en: '' },
    list: [{ text: { ar: ' ', fr: 'texte', en: 'text' }, more: null }],
    empty: [],
  }
  expect(completeness(content)).toEqual({
    ar: { total: 2, written: 1, missing: ['$.list[0].text'] },
    fr: { total: 2, written: 2, missing: [] },
    en: { total: 2, written: 1, missing: ['$.name'] },
  })
  expect(completeness(null).ar).toEqual({ total: 0, written: 0, missing: [] })
})
