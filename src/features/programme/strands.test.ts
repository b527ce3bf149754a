import { expect, test } from 'vitest'
import { BEFORE, house, OPEN, SHIPPED } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { EditionFile } from '../../domain/edition.ts'
import { applyEditionDraft, planFingerprint } from './commands/apply-edition-draft.ts'
import { beginEditionDraft, saveEditionPart } from './commands/edition-draft.ts'
import { importEdition } from './commands/import-edition.ts'
import { publishCall } from './commands/publish-call.ts'
import { editionFileText, readEditionFile } from './edition-file.ts'
import { locatedFaults } from './edition-lines.ts'
import { documentAdvice } from './editor/document-faults.ts'
import { partMark, partValues } from './editor/part-mark.ts'
import { readPart } from './editor/read-part.ts'
import { partOf } from './editor/parts.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { exportEdition } from './queries/export-edition.ts'

const held = testDatabase()
const the = house(held)

const said = (text: string) => ({ ar: text, fr: text, en: text })
const STRANDS = [
  { code: 'stage', name: said('Arts de la scène'), summary: said('Théâtre, danse.'), places: 8, ceiling: '80000', envelope: '640000' },
  { code: 'crafts', name: said('Artisanat'), summary: said('Métiers.'), places: 16, ceiling: '40000.5', envelope: null },
] as const

// biome-ignore lint/suspicious/noExplicitAny: files are written freely on purpose
type Plain = { [key: string]: any }

/** The shipped edition with two strands, asked for, with the sum asked held against them, under another address. */
function withStrands(slug: string, change: (file: Plain) => void = () => undefined): string {
  const file = JSON.parse(SHIPPED) as Plain
  file.edition = { ...file.edition, slug, ordinal: 40 + slug.length, appealDays: 15 }
  const section = file.form.sections.find((one: Plain) => one.questions.some((question: Plain) => question.code === 'funding_requested'))
  const asked = section.questions.find((question: Plain) => question.code === 'funding_requested')
  asked.withinStrand = true
  section.questions.unshift({ code: 'strand', kind: 'strand', label: said('Volet ?'), required: true })
  file.strands = structuredClone(STRANDS)
  file.selectionRules.push({ code: 'stage-8', attribute: 'strand', value: 'stage', minimum: 8, maximum: 8, name: said('Huit de la scène') })
  change(file)
  return JSON.stringify(file, null, 2)
}

const fileOf = (text: string): EditionFile => {
  const reading = readEditionFile(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.file
}

const faultsOf = (text: string): string[] => {
  const reading = readEditionFile(text)
  return reading.ok ? [] : reading.faults.map(({ path, code }) => `${path} ${code}`)
}

test('an edition with strands and a term of appeal comes in from its file and leaves as the same bytes', async () => {
  const text = editionFileText(fileOf(withStrands('volets')))
  expect(await importEdition(held.db, the.director, fileOf(text), BEFORE)).toMatchObject({ ok: true })
  expect(await exportEdition(held.db, the.director, 'volets')).toBe(text)
  const row = await held.db.selectFrom('edition').select(['id', 'appeal_days']).where('slug', '=', 'volets').executeTakeFirstOrThrow()
  expect(row.appeal_days).toBe(15)
  expect(await exportEdition(held.db, the.director, '2024')).toBe(SHIPPED)
})

test('what is wrong with strands is named, each at its line', () => {
  const text = withStrands('lines', (file) => {
    file.strands[0].ceiling = '700000'
    file.strands[1].code = 'stage'
  })
  expect(faultsOf(text)).toEqual(['$.strands[1].code repeated', '$.strands[0].ceiling ceiling-above-envelope'])
  const reading = readEditionFile(text)
  const lines = reading.ok ? [] : locatedFaults(text, reading.faults).map(({ line }) => text.split('\n')[line - 1]?.trim())
  expect(lines).toEqual(['"code": "stage",', '"ceiling": "700000",'])
  expect(faultsOf(withStrands('none', (file) => delete file.strands))).toEqual([
    expect.stringMatching(/\.kind no-strands$/),
    expect.stringMatching(/^\$\.selectionRules\[\d+\]\.value unknown-value$/),
  ])
  const unasked = withStrands('unasked', (file) => {
    for (const section of file.form.sections) section.questions = section.questions.filter((question: Plain) => question.kind !== 'strand')
  })
  expect(faultsOf(unasked)).toEqual([
    expect.stringMatching(/withinStrand strand-not-asked$/),
    expect.stringMatching(/^\$\.selectionRules\[\d+\]\.attribute strand-not-asked$/),
  ])
  const optional = withStrands('optional', (file) => {
    for (const section of file.form.sections) for (const question of section.questions) if (question.kind === 'strand') question.required = false
  })
  expect(faultsOf(optional)).toEqual([expect.stringMatching(/required strand-not-asked-of-all$/)])
})

test('a condition and a rule of eligibility read the strand that is chosen', () => {
  const when = (source: string) =>
    withStrands('when', (file) => {
      file.form.sections.at(-1).questions.at(-1).when = source
    })
  expect(faultsOf(when('strand = "stage"'))).toEqual([])
  expect(faultsOf(when('strand = "opera"'))).toEqual([expect.stringMatching(/when expression-unknown-code$/)])
  const rule = (not: string) => ({ code: 'no-stage', kind: 'declared', parameters: { question: 'strand', not }, name: said('x'), reason: said('y') })
  expect(faultsOf(withStrands('rule', (file) => file.eligibilityRules.push(rule('stage'))))).toEqual([])
  expect(faultsOf(withStrands('rule', (file) => file.eligibilityRules.push(rule('opera'))))).toEqual([
    expect.stringMatching(/parameters\.not unknown-answer$/),
  ])
})

test('strands that ask for more than the edition has, or than a question takes, are said and stop nothing', () => {
  const { document } = { document: fileOf(withStrands('more', (file) => (file.strands[1].places = 40))) }
  expect(documentAdvice(document).map(({ path, code, details }) => [path, code, details])).toEqual([
    ['$.strands', 'strand-places-above', { sum: 48, places: document.edition.places }],
    ['$.strands[0].ceiling', 'strand-ceiling-above-seed', { ceiling: '80000', seed: '30000', currency: 'MAD' }],
    ['$.strands[1].ceiling', 'strand-ceiling-above-seed', { ceiling: '40000.5', seed: '30000', currency: 'MAD' }],
    [expect.stringMatching(/questions\[\d+\]\.max$/), 'maximum-below-strand', { limit: '30000', ceiling: '80000', currency: 'MAD' }],
  ])
  expect(documentAdvice(fileOf(SHIPPED))).toEqual([])
})

async function draftOf(slug: string): Promise<string> {
  const begun = await beginEditionDraft(held.db, the.officer, { from: 'edition', edition: slug }, BEFORE)
  if (!begun.ok) throw new Error(begun.code)
  return begun.value.draft
}

async function saved(draft: string, body: Record<string, string>, now = BEFORE) {
  const view = await editionDraft(held.db, the.officer, draft, now)
  if (view === null) throw new Error('no draft')
  const { document, faults } = readPart(partOf('strands'), view.document, body, 'fr', view.moment)
  expect(faults).toEqual([])
  const input = { draft, part: 'strands', known: partMark('strands', view.document), values: partValues('strands', document) } as const
  return saveEditionPart(held.db, the.officer, input, now)
}

test('strands written in the editor are applied to their edition, copied with it, and taken out without a trace', async () => {
  const draft = await draftOf('2024')
  const one = {
    'strands.count': '1',
    'strands.0.name.ar': 'فنون العرض',
    'strands.0.name.fr': 'Arts de la scène',
    'strands.0.name.en': 'Performing arts',
    'strands.0.code': '',
    'strands.0.summary.ar': 'مسرح',
    'strands.0.summary.fr': 'Théâtre',
    'strands.0.summary.en': 'Theatre',
    'strands.0.places': '8',
    'strands.0.ceiling': '80 000',
    'strands.0.envelope': '',
  }
  expect(await saved(draft, one)).toMatchObject({ ok: true })
  const view = await editionDraft(held.db, the.director, draft, BEFORE)
  expect(view?.document.strands).toMatchObject([{ code: 'arts-de-la-scene', places: 8, ceiling: '80000', envelope: null }])
  const fingerprint = planFingerprint(view?.document, view?.current ?? null)
  expect(await applyEditionDraft(held.db, the.director, { draft, fingerprint }, BEFORE)).toMatchObject({ ok: true })
  expect(JSON.parse((await exportEdition(held.db, the.director, '2024')) as string).strands).toHaveLength(1)
  const copy = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, BEFORE)
  const copied = copy.ok ? await editionDraft(held.db, the.officer, copy.value.draft, BEFORE) : null
  expect(copied?.document.strands).toEqual(view?.document.strands)
  const again = await draftOf('2024')
  const before = await editionDraft(held.db, the.officer, again, BEFORE)
  const input = {
    draft: again,
    part: 'strands',
    known: partMark('strands', before?.document as never),
    values: [{ at: ['strands'], value: [] }],
  } as const
  expect(await saveEditionPart(held.db, the.officer, input, BEFORE)).toMatchObject({ ok: true })
  const out = await editionDraft(held.db, the.director, again, BEFORE)
  const plan = planFingerprint(out?.document, out?.current ?? null)
  expect(await applyEditionDraft(held.db, the.director, { draft: again, fingerprint: plan }, BEFORE)).toMatchObject({ ok: true })
  expect(await exportEdition(held.db, the.director, '2024')).toBe(SHIPPED)
})

test('once the call is open, places and money of strands stay and their words may be mended', async () => {
  expect(await importEdition(held.db, the.director, fileOf(withStrands('ouverte')), BEFORE)).toMatchObject({ ok: true })
  await publishCall(held.db, the.director, 'ouverte', BEFORE)
  const draft = await draftOf('ouverte')
  expect(
    await saved(
      draft,
      {
        'strands.count': '2',
        'strands.0.ceiling': '99000',
        'strands.0.name.fr': 'La scène',
        'strands.0.name.ar': 'العرض',
        'strands.0.name.en': 'Stage',
      },
      OPEN,
    ),
  ).toMatchObject({ ok: true })
  const view = await editionDraft(held.db, the.director, draft, OPEN)
  expect(view?.document.strands?.[0]).toMatchObject({ name: { fr: 'La scène' }, ceiling: '80000' })
  const fingerprint = planFingerprint(view?.document, view?.current ?? null)
  expect(await applyEditionDraft(held.db, the.director, { draft, fingerprint }, OPEN)).toMatchObject({ ok: true })
})
