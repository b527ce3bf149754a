import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BEFORE, house, OPEN, SHIPPED } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { questionOf } from '../../domain/form-edit.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { escapeHtml } from '../../platform/html/html.ts'
import { beginEditionDraft } from './commands/edition-draft.ts'
import { readEditionFile } from './edition-file.ts'
import { documentFaults } from './editor/document-faults.ts'
import { partMark } from './editor/part-mark.ts'
import { partOf } from './editor/parts.ts'
import { readPart } from './editor/read-part.ts'
import { editionDraft, editionsToWrite } from './queries/edition-drafts.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

async function begun(viewer: SignedIn, now = BEFORE): Promise<string> {
  const outcome = await beginEditionDraft(held.db, viewer, { from: 'edition', edition: '2024' }, now)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.draft
}

describe('the pages of the editor', () => {
  test('are there for nobody who writes no edition', async () => {
    const draft = await begun(the.officer, OPEN)
    const reader = await the.person('reviewer')
    expect(await editionsToWrite(held.db, reader)).toBeNull()
    const desk = mounted(held.db, programmeRoutes(), reader, OPEN)
    for (const path of ['', '/new', `/${draft}`, `/${draft}/criteria`, `/${draft}/form`, `/${draft}/plan`, `/${draft}/file`])
      expect([path, (await desk.get(`/fr/desk/editions${path}`)).status]).toEqual([path, 404])
  })

  test('a part in which nothing is written is never called complete', async () => {
    const empty = await beginEditionDraft(held.db, the.officer, { from: 'nothing', programme: 'kawaliss' }, OPEN)
    const draft = empty.ok ? empty.value.draft : ''
    const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
    const stateOf = async (part: string) => {
      const html = await (await desk.get(`/fr/desk/editions/${draft}`)).text()
      return new RegExp(`editions/${draft}/${part}"[\\s\\S]*?data-s="(\\w+)"`).exec(html)?.[1]
    }
    for (const part of ['calendar', 'funding', 'eligibility', 'selection', 'texts']) expect([part, await stateOf(part)]).toEqual([part, 'none'])
    const before = await editionDraft(held.db, the.officer, draft, OPEN)
    const offer = { 'call.prepare.count': '1', ...Object.fromEntries(['ar', 'fr', 'en'].map((of) => [`call.prepare.0.title.${of}`, 'Un devis'])) }
    await desk.post(`/fr/desk/editions/${draft}/texts`, { act: 'save', known: partMark('texts', before?.document as never), ...offer })
    expect(await stateOf('texts')).not.toBe('none')
  })

  test('a number that is none comes back with what was typed and the cure, and nothing is kept', async () => {
    const copied = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, OPEN)
    const draft = copied.ok ? copied.value.draft : ''
    const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
    const before = await editionDraft(held.db, the.officer, draft, OPEN)
    const sent = { act: 'save', known: partMark('edition', before?.document as never), 'edition.places': 'vingt', 'edition.year': '2031' }
    const answer = await desk.post(`/fr/desk/editions/${draft}/edition`, sent)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="vingt"')
    expect(html).toContain('value="2031"')
    expect((await editionDraft(held.db, the.officer, draft, OPEN))?.document).toEqual(before?.document)
  })

  test('the second of two who saved the same part sees both versions and may choose', async () => {
    const draft = await begun(the.officer, OPEN)
    const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
    const before = await editionDraft(held.db, the.officer, draft, OPEN)
    const texts = (fr: string) => ({
      'call.prepare.count': '1',
      'call.prepare.0.title.ar': 'ج',
      'call.prepare.0.title.fr': fr,
      'call.prepare.0.title.en': 'c',
    })
    const known = partMark('texts', before?.document as never)
    expect((await desk.post(`/fr/desk/editions/${draft}/texts`, { act: 'save', known, ...texts('La première version') })).status).toBe(303)
    const late = await desk.post(`/fr/desk/editions/${draft}/texts`, { act: 'save', known, ...texts('La seconde version') })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('value="La seconde version"')
    expect(html).toContain('La première version')
    const fresh = /name="known" value="([0-9a-f]{16})"/.exec(html)?.[1] ?? ''
    expect((await desk.post(`/fr/desk/editions/${draft}/texts`, { act: 'save', known: fresh, ...texts('La seconde version') })).status).toBe(303)
    const after = await editionDraft(held.db, the.officer, draft, OPEN)
    expect(after?.document.call.prepare[0]?.title.fr).toBe('La seconde version')
  })

  test('a damaged file is refused as a whole, each fault with its line', async () => {
    const desk = mounted(held.db, programmeRoutes(), the.director, OPEN)
    const damaged = SHIPPED.replace('"places": 24', '"places": "many"').replace('"weight": 30', '"weight": 31')
    const lines = damaged.split('\n')
    const answer = await desk.post('/fr/desk/editions/new', { from: 'file', text: damaged })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html.replaceAll('\u00a0', ' ')).toContain(`Ligne ${lines.findIndex((line) => line.includes('"places": "many"')) + 1} :`)
    expect(html).toContain('$.edition.places')
    const broken = await (await desk.post('/fr/desk/editions/new', { from: 'file', text: SHIPPED.slice(0, -10) })).text()
    expect(broken).toContain('le fichier entier')
    expect(broken).not.toContain('$</bdi>')
    const noDay = SHIPPED.replace('"deadline": "2024-03-31T23:59"', '"deadline": "2024-02-31T23:59"').replace(
      '"from": "2024-03-31"',
      '"from": "2024-02-31"',
    )
    const told = await (await desk.post('/fr/desk/editions/new', { from: 'file', text: noDay })).text()
    expect(told).toMatch(/Calendrier › 2\. [^<]* › /)
    expect(told).toContain('$.calendar[1].from')
    expect(told).not.toMatch(/avant le début|après la date limite/)
    for (const hostile of [
      '{"calendar": 3}',
      '{"form": {"sections": [{"title": 4, "questions": [null]}]}}',
      '{"call": [], "other": 1}',
      'null',
      '{"edition": {"scale": "x"}, "criteria": [5]}',
    ])
      expect((await desk.post('/fr/desk/editions/new', { from: 'file', text: hostile })).status).toBe(422)
    const twice = SHIPPED.replace('"places": 24,', '"places": 30,\n"places": 24,')
    const line = twice.split('\n').indexOf('"places": 24,') + 1
    const repeated = (await (await desk.post('/fr/desk/editions/new', { from: 'file', text: twice })).text()).replaceAll('\u00a0', ' ')
    expect(repeated).toContain(`Ligne ${line} :`)
    expect(repeated).toContain('La clé places est écrite deux fois')
    expect((await desk.post('/fr/desk/editions/new', { from: 'file', text: '['.repeat(100_000) })).status).toBe(422)
  })

  test('a condition that cannot be read is kept as typed and says where it goes wrong', async () => {
    const draft = await begun(the.officer, OPEN)
    const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
    const path = `/fr/desk/editions/${draft}/form/questions/structure_name`
    const page = await (await desk.get(path)).text()
    const known = /name="known" value="([0-9a-f]{16})"/.exec(page)?.[1] ?? ''
    const saved = await desk.post(path, {
      act: 'save',
      known,
      'question.when': 'applicant_kind = "zebra" and',
      'question.when.before': '',
      'question.kind': 'line',
    })
    expect(saved.status).toBe(303)
    const again = await (await desk.get(path)).text()
    expect(again).toContain('applicant_kind = &quot;zebra&quot; and')
    expect(again).toContain('role="alert"')
  })

  test('conditions that wait for each other are named on the page of each question, as one sentence from there on with its cure', async () => {
    const draft = await begun(the.officer, OPEN)
    const before = await editionDraft(held.db, the.officer, draft, OPEN)
    if (before === null) throw new Error('no draft')
    const { form } = before.document
    const when: Readonly<Record<string, string>> = { gender: 'answered(phone)', phone: 'answered(town)', town: 'answered(gender)' }
    const sections = form.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        when[question.code] === undefined
          ? question
          : // A text that is not written yet in one language hides nothing of it.
            { ...question, label: { ...question.label, ar: '' }, when: when[question.code] as string },
      ),
    }))
    await held.db
      .updateTable('edition_draft')
      .set({ document: JSON.stringify({ ...before.document, form: { ...form, sections } }) })
      .where('id', '=', draft)
      .execute()
    const label = (code: string) => `«\u00a0${questionOf(form, code)?.label.fr}\u00a0»`
    const ways = { gender: ['gender', 'phone', 'town'], phone: ['phone', 'town', 'gender'], town: ['town', 'gender', 'phone'] }
    const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
    for (const [code, [one = '', two = '', three = '']] of Object.entries(ways)) {
      const said = `${label(one)} dépend de ${label(two)}, qui dépend de ${label(three)}, qui dépend de ${label(one)}\u00a0: les conditions tournent en rond. Changez ou enlevez`
      expect(await (await desk.get(`/fr/desk/editions/${draft}/form/questions/${code}`)).text()).toContain(said)
      expect(await (await desk.get(`/fr/desk/editions/${draft}`)).text()).toContain(said)
    }
    expect(await (await desk.get(`/fr/desk/editions/${draft}/form/questions/email`)).text()).not.toContain('tournent en rond')
  })
})

test('pressing “create the edition” again on a page left open leads to the edition that was created, once', async () => {
  const copied = await beginEditionDraft(held.db, the.officer, { from: 'file', document: secondEdition() }, OPEN)
  const draft = copied.ok ? copied.value.draft : ''
  const desk = mounted(held.db, programmeRoutes(), the.director, OPEN)
  const base = `/fr/desk/editions/${draft}`
  const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(await (await desk.get(`${base}/plan`)).text())?.[1] ?? ''
  const presses = await Promise.all([1, 2].map(() => desk.post(`${base}/plan`, { fingerprint })))
  const led = presses.map((answer) => [answer.status, answer.headers.get('location')]).sort()
  expect(led).toEqual([
    [303, '/fr/desk/2031/call?said=edition-applied'],
    [303, '/fr/desk/2031/call?said=edition-applied-before'],
  ])
  const later = [
    await desk.post(`${base}/plan`, { fingerprint }),
    await desk.post(`${base}/removal`, {}),
    ...(await Promise.all(['', '/plan', '/criteria', '/form', '/form/questions/town', '/file'].map((page) => desk.get(base + page)))),
  ]
  for (const answer of later) expect(answer.headers.get('location')).toBe('/fr/desk/2031/call?said=edition-applied-before')
  expect(await held.db.selectFrom('edition').select('slug').where('slug', '=', '2031').execute()).toHaveLength(1)
  const reader = mounted(held.db, programmeRoutes(), await the.person('reviewer'), OPEN)
  expect((await reader.post(`${base}/plan`, { fingerprint })).status).toBe(404)
})

test('who is to make a new edition reads all of it first: every text, sum, date, rule and setting, part by part', async () => {
  const reading = readEditionFile(SHIPPED)
  if (!reading.ok) throw new Error('the reference edition is damaged')
  const file = { ...reading.file, edition: { ...reading.file.edition, slug: '2032', ordinal: 32 } }
  const begun = await beginEditionDraft(held.db, the.officer, { from: 'file', document: file }, OPEN)
  const desk = mounted(held.db, programmeRoutes(), the.director, OPEN)
  const path = `/desk/editions/${begun.ok ? begun.value.draft : ''}/plan`
  const html = (await (await desk.get(`/fr${path}`)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  const texts = (value: unknown): readonly string[] =>
    typeof value !== 'object' || value === null
      ? []
      : 'fr' in value
        ? Object.values(value as Record<string, string>)
        : Object.values(value).flatMap(texts)
  const shown = (text: string) => html.includes(escapeHtml(text.replaceAll(/[\u00a0\u202f]/g, ' ')))
  expect(texts(file).filter((text) => !shown(text))).toEqual([])
  for (const said of ['720 000', '6 mai 2024', 'texte long', 'Mots au plus', 'Une femme', 'MA-03', 'Carré, bleu']) expect(html).toContain(said)
  for (const language of ['ar', 'fr', 'en']) expect(await htmlFaults(await (await desk.get(`/${language}${path}`)).text())).toEqual([])
})

test('a draft that was put away leads to the list of drafts, which says so', async () => {
  const copied = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, OPEN)
  const base = `/fr/desk/editions/${copied.ok ? copied.value.draft : ''}`
  const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
  expect((await desk.post(`${base}/removal`, {})).headers.get('location')).toBe('/fr/desk/editions?said=removed')
  expect((await desk.post(`${base}/removal`, {})).headers.get('location')).toBe('/fr/desk/editions?said=put-away-before')
  expect(await (await desk.get('/fr/desk/editions?said=put-away-before')).text()).toContain('avait déjà été mis de côté')
})

/** The edition of 2024 under another address and number, whole. */
function secondEdition() {
  const reading = readEditionFile(SHIPPED)
  if (!reading.ok) throw new Error('the reference edition is damaged')
  return { ...reading.file, edition: { ...reading.file.edition, slug: '2031', ordinal: 31 } }
}

test('a condition that can never be so is told on the page of its question with the way to mend it, and the form leads there', async () => {
  const copied = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, OPEN)
  const draft = copied.ok ? copied.value.draft : ''
  const before = await editionDraft(held.db, the.officer, draft, OPEN)
  if (before === null) throw new Error('no draft')
  const { form } = before.document
  const when = 'gender = "woman" and gender = "man"'
  const sections = form.sections.map(({ questions, ...section }) => ({
    ...section,
    questions: questions.map((question) => (question.code === 'town' ? { ...question, when } : question)),
  }))
  await held.db
    .updateTable('edition_draft')
    .set({ document: JSON.stringify({ ...before.document, form: { ...form, sections } }) })
    .where('id', '=', draft)
    .execute()
  const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
  const base = `/fr/desk/editions/${draft}/form`
  expect(await (await desk.get(base)).text()).toContain(`href="${base}/questions/town#condition-title"`)
  const town = await (await desk.get(`${base}/questions/town`)).text()
  expect(town).toContain('ne peut jamais être remplie')
  expect(town).toContain('retirez une des lignes')
  expect(await (await desk.get(`${base}/questions/email`)).text()).not.toContain('ne peut jamais être remplie')
})

test('whatever a form sends, a part is read without a throw and the document keeps its shape', () => {
  const reading = readEditionFile(SHIPPED)
  if (!reading.ok) throw new Error('the reference edition is damaged')
  const names = [
    'edition.places',
    'regions.count',
    'regions.0.name.ar',
    'regions.9.code',
    'call.opens.day',
    'call.opens.time',
    'criteria.0.anchors.3.fr',
    'criteria.count',
    'selectionRules.0.attribute',
    'selectionRules.count',
    'eligibilityRules.0.kind',
    'eligibilityRules.count',
    'calendar.0.from.year',
    'calendar.count',
    'funders.0.emblem',
    'funders.count',
    'budgetLines.0.amount',
    'budgetLines.count',
    'call.help.phone',
  ]
  const body = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.string(), fc.constantFrom('0', '1', '9', '-1', 'age', 'zebra', '١٢', '31/02/2024'), fc.array(fc.string(), { maxLength: 3 })),
  )
  fc.assert(
    fc.property(body, (sent) => {
      for (const part of ['edition', 'regions', 'criteria', 'selection', 'eligibility', 'calendar', 'funding', 'call', 'sessions'] as const) {
        const { document } = readPart(partOf(part), reading.file, sent, 'fr')
        documentFaults(document)
        expect(Object.keys(document).sort()).toEqual(Object.keys(reading.file).sort())
      }
    }),
    { numRuns: 60 },
  )
})
