import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { house, OPEN, SHIPPED } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { type EditionDocument, emptyDocument } from '../../domain/edition-document.ts'
import { editedForm } from '../../domain/form-edit.ts'
import { beginEditionDraft, type DraftBeginning, saveEditionPart } from './commands/edition-draft.ts'
import { readDraftFile } from './edition-file.ts'
import { copiedEdition } from './editor/copied-edition.ts'
import { documentFaults } from './editor/document-faults.ts'
import { fieldName, type FieldSpec } from './editor/field.ts'
import { firstForm } from './editor/first-form.ts'
import { listAct } from './editor/list-act.ts'
import { partMark, partValues, sorted, withPartValues } from './editor/part-mark.ts'
import { type List, type Part, PART_CODES, partOf } from './editor/parts.ts'
import { itemsOf, readPart } from './editor/read-part.ts'
import { draftFileText } from './key-order.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

const EMPTY = emptyDocument(firstForm(), 'Africa/Casablanca')
const WHOLE = JSON.parse(SHIPPED) as EditionDocument & Parameters<typeof copiedEdition>[0]
const PARTS: readonly Part[] = PART_CODES.filter((code) => code !== 'form').map(partOf)

/** What comes back of a draft that is taken away as a file and brought in again; the faults where it is refused. */
function throughFile(document: EditionDocument): unknown {
  const reading = readDraftFile(draftFileText(document))
  return reading.ok ? JSON.parse(sorted(reading.document)) : reading.faults
}

/** A form as a browser could send it, whatever was typed in it. */
function filled(part: Part, document: EditionDocument, typed: (spec: FieldSpec, box: string) => string) {
  const boxes: Readonly<Partial<Record<FieldSpec['kind'], readonly string[]>>> = {
    trilingual: ['.ar', '.fr', '.en'],
    day: ['.day', '.month', '.year', '.none'],
    wall: ['.day', '.month', '.year', '.time', '.none'],
    flag: ['', '.shown'],
    several: ['', '.shown'],
  }
  const fields = (specs: readonly FieldSpec[], at: readonly PropertyKey[]) =>
    specs.flatMap((spec) => (boxes[spec.kind] ?? ['']).map((box) => [`${fieldName([...at, ...spec.at])}${box}`, typed(spec, box)] as const))
  const around = { document, language: 'fr' as const }
  const lists = (list: List) => itemsOf(list, document).flatMap((item, place) => fields(list.fields(around, item), [...list.at, place]))
  const body = part.blocks.flatMap((block) =>
    block.kind === 'block'
      ? fields(block.fields(around), block.at)
      : [[`${fieldName(block.at)}.count`, String(itemsOf(block, document).length)] as const, ...lists(block)],
  )
  return Object.fromEntries(body)
}

const TYPED = [
  '',
  ' ',
  '0',
  '-4',
  '7',
  '12,5',
  '99999999999',
  'été',
  'Été 2031',
  '\u202eabc',
  'MA-01',
  'music',
  'age',
  'declared',
  'complete',
  'region',
  'vote',
  'score',
  'interview',
  'yes',
  '31',
  '02',
  '2',
  '2031',
  '25:00',
  '23:59',
  'x'.repeat(900),
  '+212 6 12 34 56 78',
  'zebra',
]

describe('a draft taken away as a file comes back as it was', () => {
  test('when nothing is written, when last year is copied, and when it is whole', () => {
    for (const document of [EMPTY, copiedEdition(WHOLE, 3), WHOLE]) expect(throughFile(document)).toEqual(JSON.parse(sorted(document)))
  })

  test('whatever was typed in its parts, added to its lists or taken out of them', () => {
    const step = fc.record({
      part: fc.constantFrom(...PARTS.map(({ code }) => code)),
      verb: fc.constantFrom('save', 'add', 'copy', 'remove', 'down'),
      block: fc.nat({ max: 2 }),
      place: fc.nat({ max: 3 }),
      typed: fc.infiniteStream(
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TYPED) }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
      ),
    })
    const beginnings: readonly EditionDocument[] = [EMPTY, copiedEdition(WHOLE, 3), WHOLE]
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.array(step, { minLength: 1, maxLength: 6 }), (beginning, steps) => {
        let document = beginnings[beginning] as EditionDocument
        for (const { part: code, verb, block, place, typed } of steps) {
          const part = PARTS.find((one) => one.code === code) as Part
          const list = part.blocks[block % part.blocks.length]
          const act = list?.kind === 'list' ? [verb, fieldName(list.at), ...(verb === 'add' ? [] : [place])].join(':') : 'save'
          const body = filled(part, document, (spec, box) => {
            const next = typed.next().value as string
            const offered = spec.kind === 'one' ? spec.options.map(({ value }) => value) : []
            return box === '.shown' ? '1' : offered.length > 0 && next.length % 2 === 0 ? (offered[next.length % offered.length] as string) : next
          })
          const read = readPart(part, document, body, 'fr').document
          const acted = listAct(part, read, act, 'fr')?.document ?? read
          document = withPartValues(document, partValues(part.code, acted))
        }
        // As the records keep it.
        const kept = JSON.parse(JSON.stringify(document)) as EditionDocument
        expect(throughFile(kept)).toEqual(JSON.parse(sorted(kept)))
        documentFaults(kept)
      }),
      { numRuns: 60 },
    )
  })

  test('with conditions that cannot be read, that wait for each other or look at what is gone, and with a part without questions', () => {
    const { form } = WHOLE
    const when = { gender: 'answered(phone)', phone: 'answered(gender)', town: 'region = "Atlantis" and' } as Record<string, string>
    const sections = form.sections.map((section) => ({
      ...section,
      questions: section.questions.map((one) => (when[one.code] === undefined ? one : { ...one, when: when[one.code] as string })),
    }))
    const bare = { code: 'bare', group: 'gone', title: { ar: '', fr: 'Nue', en: '' }, questions: [] }
    const whole = editedForm({ ...form, sections }, { act: 'add-section', section: bare })
    const document = { ...WHOLE, form: whole ?? form, regions: WHOLE.regions.slice(1) }
    expect(documentFaults(document).length).toBeGreaterThan(4)
    expect(throughFile(document)).toEqual(JSON.parse(sorted(document)))
  })
})

describe('the page that takes a file', () => {
  async function begun(beginning: DraftBeginning): Promise<string> {
    const outcome = await beginEditionDraft(held.db, the.officer, beginning, OPEN)
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.value.draft
  }

  test('begins a draft equal to the one an officer took away unfinished, whose page tells what is left', async () => {
    const draft = await begun({ from: 'nothing', programme: 'kawaliss' })
    const first = await editionDraft(held.db, the.officer, draft, OPEN)
    if (first === null) throw new Error('no draft')
    const document = { ...first.document, sectors: [{ code: '', name: { ar: '', fr: 'Musique', en: '' } }] }
    const values = partValues('sectors', document)
    await saveEditionPart(held.db, the.officer, { draft, part: 'sectors', known: partMark('sectors', first.document), values }, OPEN)
    const desk = mounted(held.db, programmeRoutes(), the.officer, OPEN)
    const text = await (await desk.get(`/fr/desk/editions/${draft}/file`)).text()
    const answer = await desk.post('/fr/desk/editions/new', { from: 'file', text })
    expect(answer.status).toBe(303)
    const again = /editions\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
    expect(again).not.toBe(draft)
    expect((await editionDraft(held.db, the.officer, again, OPEN))?.document).toEqual(document)
    expect(await (await desk.get(`/fr/desk/editions/${again}/file`)).text()).toBe(text)
    const list = (html: string) => html.match(/reste \d+ points?|\d+ points? à compléter|data-s="\w+"/g)
    const pages = await Promise.all([draft, again].map(async (one) => list(await (await desk.get(`/fr/desk/editions/${one}`)).text())))
    expect(pages[1]).toEqual(pages[0])
  })

  test('refuses an unfinished draft that was damaged, whole, and names only the damage', async () => {
    const text = draftFileText(EMPTY)
    const damages: readonly [string, string, string][] = [
      ['"places": null', '"places": "six"', '$.edition.places'],
      ['"places": null', '"places": null, "colour": "red"', '$.edition.colour'],
      ['"places": null', '"places": 2.5', '$.edition.places'],
      ['"ageOn": ""', '"ageOn": "2031-02-30"', '$.call.ageOn'],
      ['"ageOn": ""', '"ageOn": "soon"', '$.call.ageOn'],
      ['"sectors": []', '"sectors": {}', '$.sectors'],
      ['"eligibilityRules": []', '"eligibilityRules": [{ "kind": "luck" }]', '$.eligibilityRules[0].kind'],
      ['"code": "holder_name_ar"', '"code": "../x"', '$.form.sections[0].questions[0].code'],
      ['"code": "holder_name_ar"', '"code": "holder_name_latin"', '$.form.sections[0].questions[1].code'],
      ['"zone": "Africa/Casablanca"', '"zone": "Africa\\u202e"', '$.call.zone'],
    ]
    const desk = mounted(held.db, programmeRoutes(), the.director, OPEN)
    for (const [whole, damaged, path] of damages) {
      expect(text).toContain(whole)
      const answer = await desk.post('/fr/desk/editions/new', { from: 'file', text: text.replace(whole, damaged) })
      const told = [...(await answer.text()).matchAll(/<bdi class="ltr mono xs">([^<]*)<\/bdi>/g)].map(([, one]) => one)
      expect([damaged, answer.status, told]).toEqual([damaged, 422, [path]])
    }
  })

  test('says so when the file is of a programme the officer does not write', async () => {
    const known = await held.db.selectFrom('programme').select('id').where('organisation', '=', the.organisation).executeTakeFirstOrThrow()
    const officer = await the.person('officer')
    const grants = officer.grants.map((grant) => ({ ...grant, programme: known.id }))
    const desk = mounted(held.db, programmeRoutes(), { ...officer, grants }, OPEN)
    const answer = await desk.post('/fr/desk/editions/new', { from: 'file', text: draftFileText(EMPTY) })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Le fichier n’est d’aucun programme que vous écrivez')])
    const own = draftFileText({ ...EMPTY, programme: { ...EMPTY.programme, slug: 'kawaliss' } })
    expect((await desk.post('/fr/desk/editions/new', { from: 'file', text: own })).status).toBe(303)
  })
})
