import { describe, expect, test } from 'vitest'
import type { CommuniqueText } from '../../domain/communique.ts'
import type { Language } from '../../domain/language.ts'
import { faultsOf, referencesOf } from './faults.ts'
import { printPlain, printText } from './print-text.ts'
import { readText, typeset } from './text.ts'

const figure = (value: string, unit: 'count' | 'money' = 'count') => new Map([['F-001', { value, unit, currency: 'MAD' }]])
const PROJECTS: Readonly<Record<Language, string>> = {
  ar: '{F-001, plural, zero {لا مشروع} one {مشروع واحد} two {مشروعان} few {# مشاريع} many {# مشروعاً} other {# مشروع}}',
  fr: '{F-001, plural, one {# projet} other {# projets}}',
  en: '{F-001, plural, one {# project} other {# projects}}',
}

describe('a figure in a text', () => {
  test('agrees in all six ways of Arabic', () => {
    const printed = ['0', '1', '2', '3', '11', '100', '103'].map((value) => printPlain(PROJECTS.ar, 'ar', figure(value)))
    expect(printed).toEqual(['لا مشروع', 'مشروع واحد', 'مشروعان', '3 مشاريع', '11 مشروعاً', '100 مشروع', '103 مشاريع'])
  })

  test('agrees in French and English', () => {
    expect(['0', '1', '2', '1200'].map((value) => printPlain(PROJECTS.fr, 'fr', figure(value)))).toEqual([
      '0 projet',
      '1 projet',
      '2 projets',
      '1\u00a0200 projets',
    ])
    expect(['0', '1', '2'].map((value) => printPlain(PROJECTS.en, 'en', figure(value)))).toEqual(['0 projects', '1 project', '2 projects'])
  })

  test('takes the form of an exact number before that of its category', () => {
    expect(printPlain('{F-001, plural, =0 {aucun projet} one {# projet} other {# projets}}', 'fr', figure('0'))).toBe('aucun projet')
  })

  test('is a piece of its own, so that it can lead to its records; where it prints no digit, its words are the piece', () => {
    expect(printText(`Avec ${PROJECTS.fr}.`, 'fr', figure('18'))).toEqual([
      { text: 'Avec ', reference: null },
      { text: '18', reference: 'F-001' },
      { text: ' projets.', reference: null },
    ])
    expect(printText(PROJECTS.ar, 'ar', figure('2'))).toEqual([{ text: 'مشروعان', reference: 'F-001' }])
  })

  test('is written as money when it is money', () => {
    expect(printPlain('{F-001} engagés', 'fr', figure('501000.00', 'money'))).toBe('501\u00a0000\u00a0MAD engagés')
    expect(printPlain('{F-001}', 'ar', figure('501000.50', 'money'))).toBe('501\u00a0000,50\u00a0درهم')
  })
})

describe('what cannot be printed is refused, with its place', () => {
  const faults = (source: string, language: Language = 'fr') => readText(source, language).faults.map((one) => [one.code, one.position, one.about])

  test.each<[string, Language, unknown[]]>([
    ['Avec {F-001, plural, one {# projet} other {# projets}', 'fr', [['bad-syntax', 6, '']]],
    ['Avec F-001} projets', 'fr', []],
    ['Avec {} projets', 'fr', [['bad-syntax', 6, '']]],
    ['Avec {F-001, plural, one {# projet}}', 'fr', [['missing-plural', 6, 'other']]],
    ['{F-001, plural, one {x} other {y}}', 'ar', [['missing-plural', 1, 'zero, two, few, many']]],
    ['Bonjour {name}', 'fr', [['not-a-figure', 9, 'name']]],
    ['{F-001, number, percent}', 'fr', [['not-a-figure', 1, 'F-001']]],
    ['{F-001, select, a {x} other {y}}', 'fr', [['not-a-figure', 1, 'F-001']]],
    ['{F-001, plural, offset:1 one {x} other {y}}', 'fr', [['bad-syntax', 1, '']]],
    ['{F-001, selectordinal, one {x} other {y}}', 'fr', [['bad-syntax', 1, '']]],
    ['{F-001, plural, one {x} few {z} lots {w} other {y}}', 'fr', [['bad-syntax', 1, '']]],
    ['{F-001, plural, one {{name}} other {y}}', 'fr', [['not-a-figure', 22, 'name']]],
    ['<script>alert(1)</script> & <b>{F-001}</b>', 'fr', []],
  ])('%j', (source, language, expected) => {
    expect(faults(source, language)).toEqual(expected)
  })

  const text = (fr: string): CommuniqueText => ({
    title: { ar: 'عنوان', fr: 'Titre', en: 'Title' },
    body: { ar: ['{F-001}'], fr: ['Un.', fr], en: ['{F-001}'] },
  })

  test('a figure that is not defined is named with its paragraph and position', () => {
    expect(faultsOf(text('Avec {F-001} et {F-999, plural, one {#} other {#}}'), new Set(['F-001']))).toEqual([
      { code: 'unknown-figure', language: 'fr', paragraph: 2, position: 17, about: 'F-999' },
    ])
  })

  test('a language left out is refused in its title and its body', () => {
    const half: CommuniqueText = { title: { ar: ' ', fr: 'T', en: 'T' }, body: { ar: [], fr: ['x'], en: ['x'] } }
    expect(faultsOf(half, new Set()).map(({ code, language, paragraph }) => [code, language, paragraph])).toEqual([
      ['missing-language', 'ar', 0],
      ['missing-language', 'ar', 1],
    ])
  })

  test('a megabyte of braces is measured, not read', () => {
    const long = faultsOf(text('{'.repeat(1_000_000)), new Set())
    expect(long.map(({ code, paragraph, about }) => [code, paragraph, about])).toEqual([['too-long', 2, '4000']])
  })

  test('braces nested as deep as a paragraph allows are a fault, not a crash', () => {
    const deep = `${'{F-001, plural, other {'.repeat(150)}x${'}}'.repeat(150)}`
    expect(deep.length).toBeLessThan(4_000)
    expect(faultsOf(text(deep), new Set(['F-001'])).every(({ code }) => code === 'missing-plural')).toBe(true)
  })
})

test('a straight apostrophe becomes the printed one, which takes no token with it', () => {
  expect(printPlain(typeset("l'{F-001}", 'fr'), 'fr', figure('3'))).toBe('l’3')
  expect([typeset('Un : « deux » ; trois', 'fr'), typeset('One : two', 'en')]).toEqual(['Un\u00a0: «\u00a0deux\u00a0»\u00a0; trois', 'One : two'])
})

test('the references of a text are known by language, in their order', () => {
  const text: CommuniqueText = {
    title: { ar: '{F-002}', fr: 'x', en: 'x' },
    body: { ar: ['{F-001}'], fr: ['{F-001}'], en: ['{F-001} {F-003}'] },
  }
  expect([...referencesOf(text)].map(([reference, languages]) => [reference, [...languages]])).toEqual([
    ['F-002', ['ar']],
    ['F-001', ['ar', 'fr', 'en']],
    ['F-003', ['en']],
  ])
})
