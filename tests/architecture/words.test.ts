import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { read } from '../../scripts/sentences.mjs'
import { readFolder, words, wordsFolders } from '../../scripts/words.mjs'
import { INPUT_ERROR_CODES } from '../../src/platform/input/problem.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Refusal codes written out in rules and commands, with the files that say them. */
function refusalCodes(): Map<string, string[]> {
  const codes = new Map<string, string[]>()
  const files = globSync(['src/domain/**/*.ts', 'src/features/**/commands*.ts', 'src/features/**/commands/**/*.ts'], { cwd: root })
  for (const file of [...new Set(files)].filter((name) => !name.endsWith('.test.ts'))) {
    for (const [, code] of readFileSync(join(root, file), 'utf8').matchAll(/\brefused\(\s*'([^']+)'/g)) {
      codes.set(code as string, [...new Set([...(codes.get(code as string) ?? []), file])])
    }
  }
  return codes
}

describe('the words of Kawaliss', () => {
  test('are the same keys with the same arguments in three languages, rightly spelt, and their generated types are up to date', () => {
    expect(words({ checkOnly: true, top: root })).toEqual([])
  })

  test('word every refusal once', () => {
    const homes = new Map<string, string[]>()
    for (const folder of wordsFolders(root)) {
      for (const key of readFolder(folder, root).keys.keys()) if (key.startsWith('refusal.')) homes.set(key, [...(homes.get(key) ?? []), folder])
    }
    const unworded = [...refusalCodes()].filter(([code]) => !homes.has(`refusal.${code}`)).map(([code, files]) => `${code} (${files.join(', ')})`)
    const twice = [...homes].filter(([, folders]) => folders.length > 1).map(([key, folders]) => `${key} (${folders.join(', ')})`)
    expect({ unworded, twice }).toEqual({ unworded: [], twice: [] })
  })
})

describe('the errors of forms', () => {
  test('are each worded once', () => {
    const homes = INPUT_ERROR_CODES.map((code) => [
      code,
      wordsFolders(root).filter((folder) => readFolder(folder, root).keys.has(`error.${code}`)).length,
    ])
    expect(homes).toEqual(INPUT_ERROR_CODES.map((code) => [code, 1]))
  })
})

describe('the check of a sentence', () => {
  const complaints = (sentence: string, language: 'ar' | 'fr' | 'en') => read(sentence, language).complaints

  test('approves of good sentences', () => {
    expect(complaints('{n, plural, zero {a} one {a} two {a} few {# a} many {# a} other {# a}}', 'ar')).toEqual([])
    expect(complaints('{n, plural, =0 {rien} one {# place} many {# de places} other {# places}} de l’édition <a>{name}</a>', 'fr')).toEqual([])
    expect(complaints('Il reste\u00a0: rien, à 23:59\u202f; «\u00a0oui\u00a0»\u202f?', 'fr')).toEqual([])
    expect(complaints("{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} '{'quoted'}'", 'en')).toEqual([])
  })

  test.each([
    ['', 'en', 'is empty'],
    [' x', 'en', 'starts or ends with a space'],
    ['a  b', 'fr', 'has two spaces in a row'],
    ['عدد ٣', 'ar', 'has Arabic-Indic digits: write Latin ones'],
    ['Bravo !', 'fr', 'has an exclamation mark'],
    ['Il reste : un jour', 'fr', 'needs a no-break space (U+00A0) before : and inside « »'],
    ['{label}: un jour', 'fr', 'needs a no-break space (U+00A0) before : and inside « »'],
    ['la règle « admis »', 'fr', 'needs a no-break space (U+00A0) before : and inside « »'],
    ['Une question ?', 'fr', 'needs a narrow no-break space (U+202F) before ; and ?'],
    ['oui\u00a0; non', 'fr', 'needs a narrow no-break space (U+202F) before ; and ?'],
    ["l'atelier", 'fr', "has a straight apostrophe ('): write ’, for ' is ICU's quote"],
    ['a\u200fb', 'ar', 'has an invisible direction or width mark'],
    ['{n, plural, one {# يوم} other {# أيام}}', 'ar', 'lacks zero, two, few, many in the plural of n'],
    ['{n, plural, other {# jours}}', 'fr', 'lacks one in the plural of n'],
    ['{n, plural, one {a} few {b} other {c}}', 'en', 'has few in the plural of n, which this language does not know'],
    ['{n, plural, one {{s, select, a {#} other {b}}} other {c}}', 'en', 'has # inside a select inside a plural, where it is no number: write {n}'],
    ['{d, date, short}', 'en', 'formats {d} as a date: use platform/time/format.ts'],
    ['{n, number, percent}', 'en', 'gives {n} a number style: format it with platform/words/format.ts'],
    ['<a>{a}</a>', 'en', 'uses a both as a tag and as an argument'],
  ] as const)('refuses %j (%s)', (sentence, language, complaint) => {
    expect(complaints(sentence, language)).toEqual([complaint])
  })

  test('refuses what is no ICU message', () => {
    expect(complaints('{n, plural, one {a}', 'en')[0]).toMatch(/^is no ICU message/)
  })
})

describe('the check of a words folder', () => {
  const top = mkdtempSync(join(tmpdir(), 'kawaliss-words-'))
  afterAll(() => rmSync(top, { recursive: true }))
  const folder = 'src/features/calls/words'
  mkdirSync(join(top, folder), { recursive: true })
  const write = (language: string, text: string) => writeFileSync(join(top, folder, `${language}.json`), text)

  test('names the file and the key of what differs, allows a choice that matters to one grammar only, and writes types', () => {
    write('ar', '{ "a": "أ {x}", "b": "ب", "d": "{sex, select, woman {هي} other {هو}}" }')
    write('fr', '{ "a": "a {y}", "b": "b", "c": "c", "d": "d" }')
    write('en', '{\n"a": "a {x}",\n"a": "a {x}",\n"d": "d" }')
    expect(readFolder(folder, top).complaints).toEqual([
      `${folder}/en.json: has "a" twice`,
      `${folder}/fr.json: has c, which ar.json has not`,
      `${folder}/en.json: lacks b`,
      `${folder}/ar.json: a does not use y, as another language does`,
      `${folder}/fr.json: a does not use x, as another language does`,
      `${folder}/en.json: a does not use y, as another language does`,
    ])
  })

  test('finds a stale index and writes a fresh one', () => {
    for (const language of ['ar', 'fr', 'en']) write(language, '{ "a.b": "x {n, number} <i>{who}</i>", "c": "c" }')
    expect(words({ checkOnly: true, top })).toEqual([`${folder}/index.ts: is stale: run node scripts/words.mjs`])
    expect(words({ checkOnly: false, top })).toEqual([])
    expect(words({ checkOnly: true, top })).toEqual([])
    const index = readFileSync(join(top, folder, 'index.ts'), 'utf8')
    expect(index).toContain("  'a.b': { n: number; i: Tag; who: string | number }\n  c: undefined\n")
    expect(index).toContain("import { catalogue, type Tag } from '../../../platform/words/catalogue.ts'")
  })

  test('asks for all three files', () => {
    rmSync(join(top, folder, 'en.json'))
    expect(words({ checkOnly: true, top })).toEqual([`${folder}/en.json: is missing`])
  })
})
