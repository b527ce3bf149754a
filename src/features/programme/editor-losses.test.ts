import { expect, test } from 'vitest'
import { BEFORE, house, SHIPPED } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { beginEditionDraft, editEditionForm } from './commands/edition-draft.ts'
import { answerOptions } from './editor/condition.ts'
import { formEditMark } from './editor/part-mark.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

async function desk() {
  const begun = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, BEFORE)
  if (!begun.ok) throw new Error(begun.code)
  const { draft } = begun.value
  const routes = mounted(held.db, programmeRoutes(), the.officer, BEFORE)
  const base = `/fr/desk/editions/${draft}`
  const plain = async (answer: Response) => (await answer.text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  const page = async (path: string) => plain(await routes.get(`${base}${path}`))
  const markOf = (html: string) => /name="known" value="([0-9a-f]{16})"/.exec(html)?.[1] ?? ''
  const send = async (path: string, body: Record<string, string>, headers: Record<string, string> = {}) => {
    const answer = await routes.post(`${base}${path}`, { act: 'save', ...body }, headers)
    return { status: answer.status, html: await plain(answer) }
  }
  const document = async () => {
    const view = await editionDraft(held.db, the.officer, draft, BEFORE)
    if (view === null) throw new Error('the draft is gone')
    return view.document
  }
  const questions = async () => (await document()).form.sections.flatMap((section) => section.questions)
  const takeOut = async (code: string) => {
    const edit = { act: 'remove-question', code } as const
    const known = formEditMark((await document()).form, edit) ?? ''
    return editEditionForm(held.db, the.officer, { draft, known, edit }, BEFORE)
  }
  return { page, send, markOf, document, questions, takeOut, section: (await document()).form.sections[0]?.code ?? '' }
}

const texts = (fr: string) => ({ 'question.label.ar': fr === '' ? '' : 'سؤال', 'question.label.fr': fr, 'question.label.en': fr })

test('a new question is kept with every setting of its kind that was shown and typed, also after a refusal', async () => {
  const { send, questions, section } = await desk()
  const path = `/form/new/${section}`
  const asked = { 'shown-kind': 'text', 'question.kind': 'text', 'question.section': section, 'question.maxWords': 'cent' }
  const refused = await send(path, { ...asked, ...texts('Votre parcours') })
  expect([refused.status, refused.html.includes('value="cent"')]).toEqual([422, true])
  expect((await send(path, { ...asked, ...texts('Votre parcours'), 'question.maxWords': '100', 'question.minWords': '20' })).status).toBe(303)
  expect((await questions()).find(({ code }) => code === 'votre_parcours')).toMatchObject({ kind: 'text', maxWords: 100, minWords: 20 })
})

test('the kind of a new question comes first: its fields appear, nothing is wrong, nothing is created', async () => {
  const { send, questions, section } = await desk()
  const path = `/form/new/${section}`
  const before = await questions()
  const first = { 'shown-kind': 'line', 'question.kind': 'text', 'question.section': section, ...texts('') }
  const chosen = await send(path, first)
  expect([chosen.status, chosen.html.includes('name="question.maxWords"'), chosen.html.includes('class="errsum"')]).toEqual([200, true, false])
  const empty = await send(path, { ...first, 'shown-kind': 'text' })
  expect([empty.status, empty.html.includes('Le texte est vide')]).toEqual([422, true])
  expect(empty.html).not.toContain('sans lettres latines')
  expect(await questions()).toEqual(before)
})

test('"add an answer" on a new question adds the row, and creates the question once it has a text', async () => {
  const { send, questions, section } = await desk()
  const path = `/form/new/${section}`
  const act = { act: 'add:question.options', 'question.kind': 'choice', 'question.section': section, 'question.options.count': '0' }
  const row = await send(path, { ...act, 'shown-kind': 'choice', ...texts('') })
  expect([row.status, row.html.includes('name="question.options.0.code"')]).toEqual([200, true])
  expect((await send(path, { ...act, 'shown-kind': 'choice', ...texts('Votre scène') })).status).toBe(303)
  expect((await questions()).find(({ code }) => code === 'votre_scene')?.options).toHaveLength(1)
})

test('a question a colleague took out meanwhile comes back with the words that were written, and can be put back', async () => {
  const { page, send, markOf, questions, takeOut, section } = await desk()
  const [last] = (await questions()).slice(-1)
  const path = `/form/questions/${last?.code}`
  const known = markOf(await page(path))
  expect((await takeOut(last?.code ?? '')).ok).toBe(true)
  const mine = { known, 'question.kind': 'line', 'question.section': section, 'question.code': last?.code ?? '', ...texts('Mes mots à moi') }
  const typed = await send(path, mine, { accept: 'application/json' })
  expect([typed.status, JSON.parse(typed.html)]).toMatchObject([409, { ended: true, said: expect.stringContaining('retiré ceci du formulaire') }])
  const late = await send(path, mine)
  expect(late.status).toBe(409)
  expect(late.html).toContain('Ceci a été retiré du formulaire entre-temps')
  expect(late.html).toContain('Mes mots à moi')
  const action = /action="\/fr\/desk\/editions\/[^/"]+(\/form\/new\/[^"]+)"/.exec(late.html)?.[1] ?? ''
  expect((await send(action, { ...mine, known: markOf(late.html) })).status).toBe(303)
  expect((await questions()).find(({ code }) => code === last?.code)?.label.fr).toBe('Mes mots à moi')
})

test('a row a colleague removed is said to be removed, and the other rows are compared with themselves', async () => {
  const { page, send, markOf, document } = await desk()
  const known = markOf(await page('/sectors'))
  const { sectors } = await document()
  const rows = Object.fromEntries(
    sectors.flatMap(({ code, name }, place) => [
      [`sectors.${place}.code`, code],
      ...Object.entries(name).map(([language, text]) => [`sectors.${place}.name.${language}`, text]),
    ]),
  )
  const mine = { known, ...rows, 'sectors.count': String(sectors.length), 'sectors.1.name.fr': 'Reformulé' }
  expect((await send('/sectors', { known, act: 'remove:sectors:0' })).status).toBe(303)
  const late = await send('/sectors', mine)
  expect(late.status).toBe(409)
  expect(late.html.split('Quelqu’un d’autre a retiré cet élément').length - 1).toBe(1)
  expect(late.html.split('Enregistré entre-temps :').length - 1).toBe(1)
  expect(late.html).toContain('value="Reformulé"')
  expect((await send('/sectors', { ...mine, known: markOf(late.html) })).status).toBe(303)
  expect((await document()).sectors.map(({ code }) => code)).toEqual(sectors.map(({ code }) => code))
})

test('a condition offers each region once, under the value the form of the applicant gives', async () => {
  const { document } = await desk()
  const edition = await document()
  const question = edition.form.sections.flatMap((section) => section.questions).find(({ kind }) => kind === 'region')
  const offered = answerOptions(question, edition, 'fr')
  expect(new Set(offered.map(({ name }) => name)).size).toBe(offered.length)
  expect(offered.map(({ value }) => value)).toEqual(expect.arrayContaining(edition.regions.map(({ code }) => code)))
  expect(offered.some(({ value }) => edition.regions.some(({ iso }) => iso === value))).toBe(false)
})

test('an empty choice, an optional term and a row to be finished say what they are on their own page', async () => {
  const { page, send, questions, markOf, section } = await desk()
  const made = { 'shown-kind': 'choice', 'question.kind': 'choice', 'question.section': section, ...texts('Votre rythme') }
  expect((await send(`/form/new/${section}`, made)).status).toBe(303)
  expect(await page('/form/questions/votre_rythme')).toContain('Il n’y a encore aucune réponse à choisir')
  const known = markOf(await page('/edition'))
  const refused = await send('/edition', { known, 'edition.places': 'vingt', 'edition.appealDays': '' })
  expect([refused.status, refused.html.includes('href="/fr/desk/editions/new')]).toEqual([422, false])
  expect(refused.html).not.toMatch(/#edition-appealDays"/)
  const [last] = (await questions()).slice(-1)
  const at = `/form/questions/${last?.code}`
  const row = { 'cond.count': '1', 'cond.0.name': 'applicant_kind', 'question.when': '', 'question.when.before': '' }
  const asked = await send(at, { known: markOf(await page(at)), ...row, act: 'condition:more' })
  expect(asked.html).toContain('complétez la ligne de la condition')
  expect(asked.html).not.toContain('corrigez ce qui est dit en haut')
})

test('beginning without a programme begins nothing: a new programme is chosen by name', async () => {
  const routes = mounted(held.db, programmeRoutes(), the.director, BEFORE)
  const refused = await routes.post('/fr/desk/editions/new', { from: 'nothing', programme: '' })
  expect([refused.status, (await refused.text()).includes('Choisissez le programme')]).toEqual([422, true])
  expect((await routes.post('/fr/desk/editions/new', { from: 'nothing', programme: '+' })).status).toBe(303)
})

test('the file of a draft has its keys in the order of the format, so that two files can be laid side by side', async () => {
  const routes = mounted(held.db, programmeRoutes(), the.director, BEFORE)
  const begun = await routes.post('/fr/desk/editions/new', { from: 'edition', edition: '2024' })
  const at = (begun.headers.get('location') ?? '').split('?')[0]
  expect(await (await routes.get(`${at}/file`)).text()).toBe(SHIPPED)
})

test('what was written in a draft that ended meanwhile is shown to be copied; a page that held nothing new leads on', async () => {
  const { page, send, questions } = await desk()
  const ended = { act: 'save', known: 'f'.repeat(16) }
  const kept = (await questions()).find(({ code }) => code === 'pitch')?.label.fr ?? ''
  await send('/removal', {})
  const written = {
    ...ended,
    ...texts('Une phrase de plus'),
    'question.hint.fr': kept,
    'question.when': 'answered(what)',
    'question.options.rows': 'أ\tA\tA',
  }
  for (const path of ['/form/questions/pitch', '/programme', '/form']) {
    const { status, html } = await send(path, written)
    expect(status).toBe(409)
    for (const said of ['Une phrase de plus', 'answered(what)', 'a mis ce brouillon de côté', 'Aller aux éditions']) expect(html).toContain(said)
    expect(html).not.toContain(kept)
  }
  expect((await send('/programme', { ...ended, 'programme.name.fr': kept })).status).toBe(303)
  expect((await send('/programme', written, { accept: 'application/json' })).html).not.toContain('<html')
  expect(await page('/programme')).not.toContain('Une phrase de plus')
})
