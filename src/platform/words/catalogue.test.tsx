import { describe, expect, test } from 'vitest'
import { catalogue, type Tag } from './catalogue.ts'

type Keys = {
  title: undefined
  braces: undefined
  left: { n: number }
  total: { n: number }
  named: { name: string | number }
  days: { n: number }
  rules: { a: Tag; name: string | number }
  owner: { sex: string | boolean }
  'refusal.place/none-left': { region: string | number }
}

const english = {
  title: 'Places & seats',
  braces: "Write '{'name'}'",
  left: '{n, plural, one {# place left} other {# places left}}',
  total: '{n, plural, one {one place} other {{n} places}} of {n, number}',
  named: 'For {name}',
  days: '{n, plural, one {# day} other {# days}}',
  rules: 'Read <a>the rules of {name}</a> & more',
  owner: '{sex, select, woman {She} man {He} other {They}} signed',
  'refusal.place/none-left': 'No place is left in {region}.',
}
const french = { ...english, days: '{n, plural, one {# jour} many {# de jours} other {# jours}}' }
const arabic = {
  ...english,
  days: '{n, plural, zero {أقل من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يوما} other {# يوم}}',
}
const words = catalogue<Keys>({ ar: arabic, fr: french, en: english })

describe('a catalogue of words', () => {
  const t = words('en')

  test('prints a sentence without arguments as it stands, and honours ICU quotes', () => {
    expect(t('title')).toBe('Places & seats')
    expect(t('braces')).toBe('Write {name}')
  })

  test('prints numbers with Latin digits and no-break spaces, whether counted (#), named ({n}) or marked ({n, number})', () => {
    expect(t('left', { n: 1 })).toBe('1 place left')
    expect(t('left', { n: 60000 })).toBe('60\u00a0000 places left')
    expect(t('total', { n: 12345 })).toBe('12\u00a0345 places of 12\u00a0345')
    expect(t('named', { name: 2026000 })).toBe('For 2\u00a0026\u00a0000')
    expect(words('ar')('days', { n: 11000 })).toBe('11\u00a0000 يوم')
  })

  test('gives Arabic its six plural forms', () => {
    const days = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111].map((n) => words('ar')('days', { n }))
    expect(days).toEqual([
      ...['أقل من يوم', 'يوم واحد', 'يومان', '3 أيام', '10 أيام', '11 يوما'],
      ...['99 يوما', '100 يوم', '102 يوم', '103 أيام', '111 يوما'],
    ])
  })

  test('counts 0 and 1.5 as singular in French, with a decimal comma', () => {
    expect([0, 1, 1.5, 2, 1_000_000].map((n) => words('fr')('days', { n }))).toEqual([
      ...['0 jour', '1 jour', '1,5 jour', '2 jours', '1\u00a0000\u00a0000 de jours'],
    ])
  })

  test('chooses by a value, and falls back on other', () => {
    expect(['woman', 'man', 'unsaid'].map((sex) => t('owner', { sex }))).toEqual(['She signed', 'He signed', 'They signed'])
  })

  test('makes markup of a rich sentence: its tags as told, all text escaped, markup arguments as they are', () => {
    const link: Tag = (children) => <a href="/rules">{children}</a>
    expect(t.rich('rules', { a: link, name: '<Hiba> & co' }).markup).toBe('Read <a href="/rules">the rules of &lt;Hiba&gt; &amp; co</a> &amp; more')
    expect(t.rich('named', { name: <bdi>x</bdi> }).markup).toBe('For <bdi>x</bdi>')
    expect(t.rich('title').markup).toBe('Places &amp; seats')
    expect(t.rich('left', { n: 3 }).markup).toBe('3 places left')
  })

  test('finds computed keys, knows which exist, and fails loudly on one that does not', () => {
    expect(t.any('refusal.place/none-left', { region: 'Souss' })).toBe('No place is left in Souss.')
    expect(t.any('named', { name: ['a', 'b', 'c'] })).toBe('For a, b and c')
    expect([t.has('title'), t.has('refusal.unknown'), t.has('toString'), t.has('__proto__')]).toEqual([true, false, false, false])
    expect(() => t.any('refusal.unknown')).toThrow('no words for "refusal.unknown" in en')
    expect(() => t.any('toString')).toThrow('no words for "toString" in en')
  })

  test('fails loudly when an argument is missing', () => {
    expect(() => t.any('named')).toThrow()
    expect(() => t.any('left', {})).toThrow()
  })

  test('types its keys and arguments', () => {
    // @ts-expect-error no such key
    expect(() => t('absent')).toThrow()
    // @ts-expect-error an argument is missing
    expect(() => t('named')).toThrow()
    // @ts-expect-error a sentence with tags has no plain text
    const tagged = () => t('rules', { a: (children) => <a href="/">{children}</a>, name: 'x' })
    expect(tagged).toBeTypeOf('function')
    expect(t('left', { n: 2 }), 'a key known only as one of two').toBe(t('left' as 'left' | 'days', { n: 2 }))
  })
})
