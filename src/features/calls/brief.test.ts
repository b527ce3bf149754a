import { expect, test } from 'vitest'
import { SHIPPED } from '../../../tests/database/house.ts'
import type { EditionFile } from '../../domain/edition.ts'
import { seedFact } from './pages/aside.tsx'
import { Seed, TheList } from './pages/rules.tsx'

const said = (text: string) => ({ ar: text, fr: text, en: text })
const strand = (code: string, ceiling: string | null) => ({ code, name: said(code), summary: said(code), places: null, ceiling, envelope: null })

test('the call in brief says what the strands grant, and the ceiling of the edition where they say nothing', () => {
  const { edition } = JSON.parse(SHIPPED) as EditionFile
  const brief = (...strands: ReturnType<typeof strand>[]) =>
    seedFact({ edition: { ...edition, seedCeiling: '30000' }, strands }, 'en').map(({ value }) => String(value).replaceAll(/[\u00a0\u202f]/g, ' '))
  expect(brief()).toEqual([expect.stringContaining('30 000')])
  expect(brief(strand('stage', null))).toEqual([expect.stringContaining('30 000')])
  expect(brief(strand('stage', '25000'), strand('crafts', '10000'))).toEqual([expect.stringMatching(/10 000.*25 000.*depending on the strand/)])
  expect(brief(strand('stage', '25000'), strand('crafts', null))).toEqual([expect.stringMatching(/25 000.*30 000/)])
  expect(brief(strand('stage', '25000'), strand('crafts', '25000'))).toEqual([expect.stringMatching(/^Up to .*25 000/)])
})

test('the rules say what each strand can receive: its own ceiling, else that of the edition; one sum where no strand has one', () => {
  const { edition } = JSON.parse(SHIPPED) as EditionFile
  const content = JSON.parse(SHIPPED) as EditionFile
  const rules = (...strands: ReturnType<typeof strand>[]) =>
    Seed({ language: 'en', content: { ...content, edition: { ...edition, seedCeiling: '30000' }, strands } })
      .markup.replaceAll(/[\u00a0\u202f]/g, ' ')
      .replaceAll(/<[^>]*>/g, '|')
  expect(rules(strand('stage', null))).toMatch(/^\|The seed fund gives a project [^|]*30 000[^|]*at most\.\|$/)
  expect(rules(strand('stage', '25000'), strand('crafts', null))).toMatch(/depends on its strand:.*\|stage\|[^0-9]*25 000.*\|crafts\|[^0-9]*30 000/)
})

test('the rules say that the places of a strand bind the list, unless a rule says at most how many there may be', () => {
  const content = JSON.parse(SHIPPED) as EditionFile
  const most = { code: 'most', attribute: 'strand', value: 'stage', minimum: null, maximum: 9, name: said('Nine of the stage') } as const
  const rules = (...selectionRules: EditionFile['selectionRules'][number][]) =>
    TheList({ language: 'en', content: { ...content, selectionRules, strands: [{ ...strand('stage', null), places: 8 }, strand('crafts', null)] } })
      .markup.replaceAll(/[\u00a0\u202f]/g, ' ')
      .replaceAll(/<[^>]*>/g, '|')
  expect(rules()).toMatch(/Places of the strand\|+stage: 8 projects at most/)
  expect(rules()).not.toContain('crafts')
  expect(rules(most)).not.toContain('Places of the strand')
})
