import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import type { EditionFile } from '../../domain/edition.ts'
import type { Role, SignedIn } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { root } from '../../platform/root.ts'
import { applyEditionDraft, planFingerprint } from './commands/apply-edition-draft.ts'
import { beginEditionDraft, saveEditionPart } from './commands/edition-draft.ts'
import { foundOrganisation } from './commands/found-organisation.ts'
import { importEdition } from './commands/import-edition.ts'
import { publishCall } from './commands/publish-call.ts'
import { documentFaults } from './editor/document-faults.ts'
import { partMark, partValues } from './editor/part-mark.ts'
import { partOf } from './editor/parts.ts'
import { readPart } from './editor/read-part.ts'
import { readEditionFile } from './edition-file.ts'
import { editionDraft, editionsToWrite } from './queries/edition-drafts.ts'
import { exportEdition } from './queries/export-edition.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const BEFORE = new Date('2024-02-20T10:00:00Z')
const OPEN = new Date('2024-03-10T10:00:00Z')
const shipped = readFileSync(join(root, 'editions/kawaliss-2024.json'), 'utf8')

let made = 0
let organisation: string
let director: SignedIn
let officer: SignedIn

async function person(role: Role): Promise<SignedIn> {
  const id = newId(BEFORE)
  const names = { name_ar: 'نادية', name_latin: `Nadia ${role}` }
  await held.db
    .insertInto('person')
    .values({ organisation, id, ...names, email: `${role}-${id}@house.example`, language: 'fr', created_at: BEFORE })
    .execute()
  const grants = [{ role, programme: null, edition: null, region: null }]
  return { organisation, person: { id, nameAr: names.name_ar, nameLatin: names.name_latin, language: 'fr' }, grants }
}

/** A foundation with the edition of 2024, its call not public yet. */
beforeAll(async () => {
  const founded = await foundOrganisation(
    held.db,
    { slug: `drafts-${++made}`, name: { ar: 'دار', fr: 'Maison', en: 'House' }, host: `drafts-${made}.example`, zone: 'Africa/Casablanca' },
    BEFORE,
  )
  if (!founded.ok) throw new Error(founded.code)
  organisation = founded.value
  ;[director, officer] = [await person('director'), await person('officer')]
  const reading = readEditionFile(shipped)
  if (!reading.ok) throw new Error('the reference edition is damaged')
  const imported = await importEdition(held.db, { system: true, organisation }, reading.file, BEFORE)
  if (!imported.ok) throw new Error(imported.code)
})

async function begun(viewer: SignedIn, now = BEFORE): Promise<string> {
  const outcome = await beginEditionDraft(held.db, viewer, { from: 'edition', edition: '2024' }, now)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.draft
}

/** Changes the document of a draft as its pages would: part by part, over what is there. */
async function changed(
  viewer: SignedIn,
  draft: string,
  part: 'texts' | 'criteria' | 'sectors' | 'edition',
  change: (document: EditionFile) => object,
  now = BEFORE,
) {
  const view = await editionDraft(held.db, viewer, draft, now)
  if (view === null) throw new Error('no draft')
  const document = { ...view.document, ...change(view.document as EditionFile) } as EditionFile
  return saveEditionPart(held.db, viewer, { draft, part, known: partMark(part, view.document), values: partValues(part, document as never) }, now)
}

async function applied(viewer: SignedIn, draft: string, now = BEFORE) {
  const view = await editionDraft(held.db, director, draft, now)
  return applyEditionDraft(held.db, viewer, { draft, fingerprint: view === null ? '' : planFingerprint(view.document, view.current) }, now)
}

const criteriaOf = (document: EditionFile, weights: readonly number[]) => ({
  criteria: document.criteria.map((criterion, place) => ({ ...criterion, weight: weights[place] as number })),
})

describe('a draft of an edition', () => {
  test('changes nothing until it is applied, then all of it, and is written in the trail', async () => {
    const draft = await begun(officer)
    await changed(officer, draft, 'criteria', (document) => criteriaOf(document, [40, 30, 10, 20]))
    expect(await exportEdition(held.db, director, '2024')).toBe(shipped)
    expect(await applied(officer, draft)).toEqual({ ok: false, code: 'page/not-allowed', details: {} })
    expect(await applied(director, draft)).toMatchObject({ ok: true, value: { slug: '2024' } })
    const now = JSON.parse((await exportEdition(held.db, director, '2024')) as string) as EditionFile
    expect(now.criteria.map(({ weight }) => weight)).toEqual([40, 30, 10, 20])
    expect({ ...now, criteria: [] }).toEqual({ ...JSON.parse(shipped), criteria: [] })
    const acts = await held.db
      .selectFrom('audit_entry')
      .select('act')
      .where('organisation', '=', organisation)
      .where('stream', '=', draft)
      .orderBy('seq')
      .execute()
    expect(acts.map(({ act }) => act)).toEqual(['edition-draft/begun', 'edition-draft/saved', 'edition-draft/applied'])
  })

  test('is one for each edition, whoever opens it, and is found again', async () => {
    const [one, other] = await Promise.all([begun(officer), begun(director)])
    expect(one).toBe(other)
  })

  test('that two people write at once keeps the first and refuses the second, unless both wrote the same', async () => {
    const draft = await begun(officer)
    const view = await editionDraft(held.db, officer, draft, BEFORE)
    if (view === null) throw new Error('no draft')
    const save = (name: string) => {
      const [first, ...rest] = view.document.sectors
      const document = { ...view.document, sectors: [{ ...first, name: { ar: 'أ', fr: name, en: 'a' } }, ...rest] }
      return saveEditionPart(
        held.db,
        officer,
        { draft, part: 'sectors', known: partMark('sectors', view.document), values: partValues('sectors', document as never) },
        BEFORE,
      )
    }
    expect(await save('premier')).toMatchObject({ ok: true })
    expect(await save('second')).toEqual({ ok: false, code: 'edition-draft/changed-meanwhile', details: {} })
    expect(await save('premier')).toMatchObject({ ok: true })
    const after = await editionDraft(held.db, officer, draft, BEFORE)
    expect(after?.document.sectors[0]?.name.fr).toBe('premier')
  })

  test('that is not what was shown any more is not applied', async () => {
    const draft = await begun(officer)
    const before = await editionDraft(held.db, director, draft, BEFORE)
    await changed(officer, draft, 'sectors', (document) => ({ sectors: document.sectors.slice(0, 5) }))
    const fingerprint = planFingerprint(before?.document, before?.current ?? null)
    expect(await applyEditionDraft(held.db, director, { draft, fingerprint }, BEFORE)).toEqual({
      ok: false,
      code: 'edition-draft/plan-changed',
      details: {},
    })
  })

  test('in which something is missing is not applied, and says how much', async () => {
    const draft = await begun(officer)
    await changed(officer, draft, 'edition', (document) => ({ edition: { ...document.edition, places: null } }))
    expect(await applied(director, draft)).toEqual({ ok: false, code: 'edition-draft/incomplete', details: { faults: 1 } })
    await changed(officer, draft, 'edition', (document) => ({ edition: { ...document.edition, places: 24 } }))
  })
})

describe('once the call is open', () => {
  beforeAll(async () => {
    const published = await publishCall(held.db, director, '2024', BEFORE)
    if (!published.ok) throw new Error(published.code)
  })

  test('rules and criteria are refused, and nothing of the draft is applied', async () => {
    const draft = await begun(officer, OPEN)
    await changed(officer, draft, 'texts', (document) => ({ call: { ...document.call, questions: document.call.questions.slice(1) } }), OPEN)
    await changed(officer, draft, 'criteria', (document) => criteriaOf(document, [10, 10, 10, 70]), OPEN)
    const before = await exportEdition(held.db, director, '2024')
    expect(await applied(director, draft, OPEN)).toMatchObject({ ok: false, code: 'edition/locked' })
    expect(await exportEdition(held.db, director, '2024')).toBe(before)
  })

  test('public texts still change', async () => {
    const draft = await begun(officer, OPEN)
    const current = JSON.parse((await exportEdition(held.db, director, '2024')) as string) as EditionFile
    for (const part of ['criteria', 'sectors'] as const) await changed(officer, draft, part, () => ({ [part]: current[part] }), OPEN)
    expect(await applied(director, draft, OPEN)).toMatchObject({ ok: true })
    const now = JSON.parse((await exportEdition(held.db, director, '2024')) as string) as EditionFile
    expect(now).toEqual({ ...current, call: { ...current.call, questions: current.call.questions.slice(1) } })
  })
})

describe('the pages of the editor', () => {
  test('are there for nobody who writes no edition', async () => {
    const draft = await begun(officer, OPEN)
    const reader = await person('reviewer')
    expect(await editionsToWrite(held.db, reader)).toBeNull()
    const desk = mounted(held.db, programmeRoutes(), reader, OPEN)
    for (const path of ['', '/new', `/${draft}`, `/${draft}/criteria`, `/${draft}/form`, `/${draft}/plan`, `/${draft}/file`])
      expect([path, (await desk.get(`/fr/desk/editions${path}`)).status]).toEqual([path, 404])
  })

  test('a number that is none comes back with what was typed and the cure, and nothing is kept', async () => {
    const copied = await beginEditionDraft(held.db, officer, { from: 'copy', edition: '2024' }, OPEN)
    const draft = copied.ok ? copied.value.draft : ''
    const desk = mounted(held.db, programmeRoutes(), officer, OPEN)
    const before = await editionDraft(held.db, officer, draft, OPEN)
    const sent = { act: 'save', known: partMark('edition', before?.document as never), 'edition.places': 'vingt', 'edition.year': '2031' }
    const answer = await desk.post(`/fr/desk/editions/${draft}/edition`, sent)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="vingt"')
    expect(html).toContain('value="2031"')
    expect((await editionDraft(held.db, officer, draft, OPEN))?.document).toEqual(before?.document)
  })

  test('the second of two who saved the same part sees both versions and may choose', async () => {
    const draft = await begun(officer, OPEN)
    const desk = mounted(held.db, programmeRoutes(), officer, OPEN)
    const before = await editionDraft(held.db, officer, draft, OPEN)
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
    const after = await editionDraft(held.db, officer, draft, OPEN)
    expect(after?.document.call.prepare[0]?.title.fr).toBe('La seconde version')
  })

  test('a damaged file is refused as a whole, each fault with its line', async () => {
    const desk = mounted(held.db, programmeRoutes(), director, OPEN)
    const damaged = shipped.replace('"places": 24', '"places": "many"').replace('"weight": 30', '"weight": 31')
    const lines = damaged.split('\n')
    const answer = await desk.post('/fr/desk/editions/new', { from: 'file', text: damaged })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html.replaceAll('\u00a0', ' ')).toContain(`Ligne ${lines.findIndex((line) => line.includes('"places": "many"')) + 1} :`)
    expect(html).toContain('$.edition.places')
    const broken = await (await desk.post('/fr/desk/editions/new', { from: 'file', text: shipped.slice(0, -10) })).text()
    expect(broken).toContain('$</bdi>')
    expect((await desk.post('/fr/desk/editions/new', { from: 'file', text: '['.repeat(100_000) })).status).toBe(422)
  })

  test('a condition that cannot be read is kept as typed and says where it goes wrong', async () => {
    const draft = await begun(officer, OPEN)
    const desk = mounted(held.db, programmeRoutes(), officer, OPEN)
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

  test('two conditions that wait for each other are named', async () => {
    const reading = readEditionFile(shipped)
    if (!reading.ok) throw new Error('the reference edition is damaged')
    const { form } = reading.file
    const when: Readonly<Record<string, string>> = { gender: 'answered(phone)', phone: 'answered(gender)' }
    const sections = form.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) =>
        when[question.code] === undefined ? question : { ...question, when: when[question.code] as string },
      ),
    }))
    const faults = documentFaults({ ...reading.file, form: { ...form, sections } })
    expect(faults.map(({ code, details }) => [code, details.questions])).toEqual([['condition-ring', 'gender → phone']])
  })
})

test('whatever a form sends, a part is read without a throw and the document keeps its shape', () => {
  const reading = readEditionFile(shipped)
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
