import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EditionFile } from '../../domain/edition.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { root } from '../../platform/root.ts'
import { editionFileText, readEditionFile } from './edition-file.ts'
import { documentFaults } from './editor/document-faults.ts'
import { faultText } from './editor/fault-text.ts'

const sourceOf = (year: number): string => readFileSync(join(root, 'editions', `kawaliss-${year}.json`), 'utf8')
const source = sourceOf(2024)

// biome-ignore lint/suspicious/noExplicitAny: files are damaged on purpose
type Plain = { [key: string]: any }
/** The file of 2024 after some damage. */
function damaged(damage: (file: Plain) => void): string {
  const file = JSON.parse(source) as Plain
  damage(file)
  return JSON.stringify(file)
}
function faultsOf(text: string): string[] {
  const reading = readEditionFile(text)
  return reading.ok ? [] : reading.faults.map(({ path, code }) => `${path} ${code}`)
}
function readOf(year: number): EditionFile {
  const reading = readEditionFile(sourceOf(year))
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.file
}

describe('the reference programme', () => {
  test.each([2023, 2024, 2025])('edition %i is read and written again to the same bytes', (year) => {
    expect(editionFileText(readOf(year))).toBe(sourceOf(year))
  })

  test('promises its deadlines at 23:59 in Morocco, and counts ages that day', () => {
    const promised = [2023, 2024, 2025].map((year) => readOf(year).call).map(({ opens, deadline, zone, ageOn }) => ({ opens, deadline, zone, ageOn }))
    expect(promised).toEqual([
      { opens: '2023-03-30T09:00', deadline: '2023-04-23T23:59', zone: 'Africa/Casablanca', ageOn: '2023-04-23' },
      { opens: '2024-03-01T09:00', deadline: '2024-03-31T23:59', zone: 'Africa/Casablanca', ageOn: '2024-03-31' },
      { opens: '2025-03-10T09:00', deadline: '2025-04-06T23:59', zone: 'Africa/Casablanca', ageOn: '2025-04-06' },
    ])
  })

  test('keeps six places in each of four regions and weighs four criteria 30, 25, 25, 20', () => {
    for (const year of [2023, 2024, 2025]) {
      const file = readOf(year)
      expect(file.regions.map(({ code, iso, mark, places }) => [code, iso, mark, places])).toEqual([
        ['FM', 'MA-03', 'fes', 6],
        ['OR', 'MA-02', 'ori', 6],
        ['SM', 'MA-09', 'sou', 6],
        ['TTA', 'MA-01', 'tta', 6],
      ])
      expect(file.criteria.map((criterion) => criterion.weight)).toEqual([30, 25, 25, 20])
      expect(file.budgetLines.map(({ code, amount }) => [code, amount])).toEqual(
        year === 2023
          ? [
              ['prizes', '220000'],
              ['seed', '720000'],
            ]
          : [['seed', '720000']],
      )
    }
  })
})

describe('an edition file is written in one order', () => {
  test('whatever order its keys, dates and budget lines came in', () => {
    const shuffled = JSON.stringify(reversed(JSON.parse(sourceOf(2023)), ['calendar', 'budgetLines']))
    expect(shuffled).not.toBe(JSON.stringify(JSON.parse(sourceOf(2023))))
    const reading = readEditionFile(shuffled)
    expect(reading.ok && editionFileText(reading.file)).toBe(sourceOf(2023))
  })
})

/** Keys of every object in the other order; of arrays, the named ones only. */
function reversed(value: unknown, arrays: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => reversed(one, arrays))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(arrays.includes(key) && Array.isArray(one) ? one.toReversed() : one, arrays)]),
  )
}

describe('a damaged file is refused, and each fault is named by its path', () => {
  const cases: [string, (file: Plain) => void, string[]][] = [
    ['a key nobody knows', (f) => (f.regions[2].colour = 'red'), ['$.regions[2].colour unknown-key']],
    ['a key of a strange name', (f) => (f['a b'] = 1), ['$["a b"] unknown-key']],
    ['a language left out', (f) => delete f.call.title.ar, ['$.call.title.ar missing']],
    ['a language left empty', (f) => (f.programme.tagline.en = ''), ['$.programme.tagline.en empty']],
    ['a number where a text belongs', (f) => (f.edition.name.fr = 3), ['$.edition.name.fr type']],
    ['a text too long', (f) => (f.sectors[0].name.fr = 'a'.repeat(201)), ['$.sectors[0].name.fr too-long']],
    ['an invisible direction mark', (f) => (f.sectors[0].name.ar = 'فنون\u202e'), ['$.sectors[0].name.ar unclean']],
    ['a NUL in a text', (f) => (f.sectors[0].name.en = 'Mu\u0000sic'), ['$.sectors[0].name.en unclean']],
    ['half a surrogate pair', (f) => (f.sectors[0].name.en = 'Music \ud83c'), ['$.sectors[0].name.en unclean']],
    ['an address the desk keeps for itself', (f) => (f.edition.slug = 'people'), ['$.edition.slug format']],
    ['another format', (f) => (f.format = 'kawaliss-edition/2'), ['$.format value']],
    ['a decimal with a zero too many', (f) => (f.edition.passMark = '60.0'), ['$.edition.passMark format']],
    ['a pass mark above 100', (f) => (f.edition.passMark = '101'), ['$.edition.passMark too-large']],
    ['weights that do not sum to 100', (f) => (f.criteria[0].weight = 31), ['$.criteria weights-sum']],
    [
      'places that do not sum to the places of the edition',
      (f) => (f.regions[0].places = 5),
      ['$.regions places-sum', '$.selectionRules[0].minimum more-than-places'],
    ],
    ['an anchor too few', (f) => f.criteria[1].anchors.pop(), ['$.criteria[1].anchors anchors-count']],
    ['a code that stands twice', (f) => (f.sectors[3].code = 'music'), ['$.sectors[3].code repeated']],
    ['a rule of an unknown kind', (f) => (f.eligibilityRules[0].kind = 'luck'), ['$.eligibilityRules[0].kind value']],
    ['a setting of another rule', (f) => (f.eligibilityRules[1].parameters.min = 3), ['$.eligibilityRules[1].parameters.min unknown-key']],
    ['ages the wrong way round', (f) => (f.eligibilityRules[0].parameters.min = 40), ['$.eligibilityRules[0].parameters.min above-maximum']],
    [
      'a rule about a question that is not asked',
      (f) => (f.eligibilityRules[2].parameters.question = 'colour'),
      ['$.eligibilityRules[2].parameters.question unknown-question'],
    ],
    [
      'a rule about an answer nobody can give',
      (f) => (f.eligibilityRules[2].parameters.not = 'maybe'),
      ['$.eligibilityRules[2].parameters.not unknown-answer'],
    ],
    [
      'a complete file of unknown questions',
      (f) => f.eligibilityRules[3].parameters.questions.push('colour'),
      ['$.eligibilityRules[3].parameters.questions[9] unknown-question'],
    ],
    ['a past told by a text', (f) => (f.eligibilityRules[5].parameters.question = 'town'), ['$.eligibilityRules[5].parameters.question not-yes-no']],
    ['a quota of an unknown sector', (f) => (f.selectionRules[3].value = 'opera'), ['$.selectionRules[3].value unknown-value']],
    ['a quota without a bound', (f) => (f.selectionRules[3].maximum = null), ['$.selectionRules[3] no-bound']],
    ['a quota greater than the edition', (f) => (f.selectionRules[1].minimum = 25), ['$.selectionRules[1].minimum more-than-places']],
    ['quotas that need more projects than another lets in', (f) => (f.selectionRules[3].maximum = 1), ['$.selectionRules quotas-cross']],
    [
      'minimums that are more than the places together',
      (f) => Object.assign(f.selectionRules[1], { value: null, minimum: 13 }),
      ['$.selectionRules quota-minimums'],
    ],
    ['a day that does not exist', (f) => (f.calendar[2].to = '2024-02-30'), ['$.calendar[2].to no-such-day']],
    ['a date that ends before it begins', (f) => (f.calendar[4].to = '2024-04-01'), ['$.calendar[4].to before-beginning']],
    ['a calendar that contradicts the call', (f) => (f.calendar[1].from = '2024-03-30'), ['$.calendar[1].from not-the-call']],
    ['a date ten years away', (f) => Object.assign(f.calendar[9], { from: '2034-12-04', to: '2034-12-08' }), ['$.calendar[9].from far-from-call']],
    ['money of a funder who is not there', (f) => (f.budgetLines[0].funder = 'ifm'), ['$.budgetLines[0].funder unknown-funder']],
    ['a zone that does not exist', (f) => (f.call.zone = 'Africa/Atlantis'), ['$.call.zone unknown-zone']],
    ['a deadline on a day that does not exist', (f) => (f.call.deadline = '2024-02-31T23:59'), ['$.call.deadline no-such-day']],
    [
      'a deadline before the opening',
      (f) => (f.call.deadline = '2024-02-01T23:59'),
      ['$.calendar[1].from not-the-call', '$.call.deadline before-beginning', ...[0, 1, 2, 3].map((s) => `$.call.sessions[${s}].at after-deadline`)],
    ],
    [
      'an information session at an hour the clock skips',
      (f) =>
        Object.assign(f.call, { zone: 'Europe/Paris', sessions: [{ ...f.call.sessions[0], at: '2023-03-26T02:30' }, ...f.call.sessions.slice(1)] }),
      ['$.call.sessions[0].at skipped-time'],
    ],
    ['a deadline at an hour that is none', (f) => (f.call.deadline = '2024-03-31T25:00'), ['$.call.deadline no-such-time']],
    ['a session in a region that is not served', (f) => (f.call.sessions[1].region = 'CS'), ['$.call.sessions[1].region unknown-region']],
    ['a core question left out', (f) => f.form.sections[1].questions.shift(), ['$.form.sections core-question-missing']],
    [
      'a core question of another kind',
      (f) => (f.form.sections[1].questions[1].kind = 'line'),
      ['$.form.sections[1].questions[1].kind core-question-kind'],
    ],
    [
      'a core question one may leave out',
      (f) => (f.form.sections[1].questions[0].required = false),
      ['$.form.sections[1].questions[0].required core-question-optional'],
    ],
    [
      'a question asked twice',
      (f) => (f.form.sections[5].questions[0].code = 'what'),
      ['$.form.sections[5].questions[0].code repeated', '$.eligibilityRules[3].parameters.questions[4] unknown-question'],
    ],
    ['a choice without options', (f) => delete f.form.sections[4].questions[2].options, ['$.form.sections[4].questions[2].options missing']],
    ['words counted in a date', (f) => (f.form.sections[1].questions[0].maxWords = 3), ['$.form.sections[1].questions[0].maxWords not-for-kind']],
    [
      'a question for a kind of applicant there is not',
      (f) => (f.form.sections[2].questions[1].only = ['company']),
      ['$.form.sections[2].questions[1].only[0] unknown-applicant-kind'],
    ],
    ['a section in a group there is not', (f) => (f.form.sections[0].group = 'me'), ['$.form.sections[0].group unknown-group']],
  ]

  test.each(cases)('%s', (_what, damage, expected) => {
    expect(faultsOf(damaged(damage)).sort()).toEqual(expected.sort())
  })

  test('every fault is worded in three languages, with its details', () => {
    const faults = cases.flatMap(([, damage]) => {
      const reading = readEditionFile(damaged(damage))
      return reading.ok ? [] : reading.faults
    })
    expect(new Set(faults.map((fault) => fault.code)).size).toBeGreaterThan(30)
    for (const language of LANGUAGES) for (const one of faults) expect(faultText(one, language)).not.toMatch(/undefined|\{/)
  })

  test('several faults are named together', () => {
    const faults = faultsOf(damaged((f) => Object.assign(f.edition, { places: -1, currency: 'dirham' })))
    expect(faults).toEqual(['$.edition.currency format', '$.edition.places too-small'])
  })

  test('what is misshapen does not hide what does not agree, and nothing is said that may only follow from it', () => {
    const faults = faultsOf(
      damaged((f) => {
        f.edition.currency = 'dirham'
        f.criteria[0].weight = 31
        f.budgetLines[0].funder = 'nobody'
        f.regions[0].places = 'six'
      }),
    )
    expect(faults).toEqual([
      '$.edition.currency format',
      '$.regions[0].places type',
      '$.criteria weights-sum',
      '$.budgetLines[0].funder unknown-funder',
    ])
    expect(faultsOf(damaged((f) => Object.assign(f, { regions: null, form: 'none' })))).toEqual(['$.regions type', '$.form type'])
  })

  test('a fault is told in words of the reader: no type of a program, no date as it is kept, and what a value should look like', () => {
    const said = (damage: (file: Plain) => void, language: 'ar' | 'fr' | 'en') => {
      const reading = readEditionFile(damaged(damage))
      return reading.ok ? [] : reading.faults.map((one) => faultText(one, language).replaceAll(/[\u00a0\u202f]/g, ' '))
    }
    expect(said((f) => (f.edition.places = '24'), 'fr')).toEqual(['La valeur n’est pas du type attendu : un nombre.'])
    expect(said((f) => (f.regions = 'x'), 'ar')).toEqual(['ليست القيمة من النوع المطلوب: قائمة بين [ و ].'])
    expect(said((f) => (f.call.deadline = '2024-02-25T18:00'), 'fr')).toContain(
      'La fin, 25 février 2024 à 18 h, vient avant le début, 1er mars 2024 à 9 h : changez l’un des deux.',
    )
    expect(said((f) => (f.edition.passMark = '60,5'), 'fr')).toEqual([
      'Un nombre sans espace ni zéro de trop, avec un point avant les décimales : 30000 ou 0.5.',
    ])
  })
})

test('a draft is told in the words of its own questions and answers: no code, no year with its thousands apart, nothing called wrong that is not written yet', () => {
  const draft = JSON.parse(source) as Plain
  draft.edition.year = 1850
  draft.call.opens = ''
  draft.eligibilityRules[0] = { ...draft.eligibilityRules[0], kind: '' }
  draft.form.sections[1].questions[0].required = false
  draft.form.sections[5].questions[1].when = 'stage = "dream"'
  const said = (language: 'ar' | 'fr' | 'en') =>
    documentFaults(draft as EditionFile).map((one) => faultText(one, language, draft as EditionFile).replaceAll(/[\u00a0\u202f]/g, ' '))
  expect(said('fr')).toEqual([
    'L’année est trop ancienne : 1990 au plus tôt.',
    'Rien n’est encore choisi ici.',
    'La date et l’heure ne sont pas encore données.',
    '« Votre date de naissance » se pose à tous, sans condition, et la réponse est obligatoire.',
    'dream n’est pas une réponse à « Où en est le projet ? » : choisissez-en une autre. Réponses possibles : Une idée, Un premier essai, Déjà lancé.',
  ])
  for (const language of LANGUAGES) expect(said(language).join(' ')).not.toMatch(/birth_date|first-try|1 990|undefined|\{/)
})

describe('hostile text', () => {
  test('that is no JSON, or too heavy, is refused as such', () => {
    expect(faultsOf('')).toEqual(['$ json'])
    expect(faultsOf('{"format":')).toEqual(['$ json'])
    expect(faultsOf(`"${'a'.repeat(3_000_000)}"`)).toEqual(['$ too-heavy'])
    expect(faultsOf('null')).toEqual(['$ type'])
    expect(faultsOf('[]')).toEqual(['$ type'])
  })

  test('a byte order mark alone does no harm', () => {
    expect(readEditionFile(`\ufeff${source}`).ok).toBe(true)
  })

  test('nested a hundred thousand times is refused without falling over', () => {
    expect(faultsOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toEqual(['$[0][0][0][0][0][0] too-deep'])
    expect(faultsOf(source.replace('"ordinal": 2', `"ordinal": ${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`))).toEqual([
      '$.edition.ordinal.a.a.a.a too-deep',
    ])
  })

  test('a million values are refused', () => {
    expect(faultsOf(`[${'0,'.repeat(900_000)}0]`)).toEqual(['$ too-many-values'])
  })

  test('a key that reaches the prototype is refused, and reaches nothing', () => {
    expect(faultsOf(source.replace('"places": 24,', '"places": 24, "__proto__": { "polluted": true },'))).toEqual(['$.edition.__proto__ unknown-key'])
    expect(faultsOf(source.replace('"places": 24,', '"places": 24, "constructor": { "prototype": { "polluted": true } },'))[0]).toBe(
      '$.edition.constructor unknown-key',
    )
    expect(({} as Plain).polluted).toBeUndefined()
  })

  test('numbers beyond all bounds are refused where they stand', () => {
    expect(faultsOf(source.replace('"places": 24,', '"places": 1e999,'))).toEqual(['$.edition.places too-large'])
    expect(faultsOf(source.replace('"places": 24,', '"places": 9007199254740993,'))).toEqual(['$.edition.places too-large'])
    expect(faultsOf(source.replace('"places": 24,', '"places": 24.5,'))).toEqual(['$.edition.places type'])
  })
})

test('a region is one of the country: a code of none is refused where it stands', () => {
  const reading = readEditionFile(readFileSync(join(root, 'editions', 'kawaliss-2024.json'), 'utf8').replace('"iso": "MA-03"', '"iso": "MA-99"'))
  expect(reading.ok ? [] : reading.faults).toEqual([expect.objectContaining({ code: 'no-such-region', details: { value: 'MA-99' } })])
})
