/** Lists of an edition written from the rows of a table: what a programme officer already has in a spreadsheet is not typed again. */
import { expect, test } from 'vitest'
import { BEFORE, house } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { beginEditionDraft } from './commands/edition-draft.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

async function desk(language = 'fr') {
  const begun = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, BEFORE)
  if (!begun.ok) throw new Error(begun.code)
  const { draft } = begun.value
  const routes = mounted(held.db, programmeRoutes(), the.officer, BEFORE)
  const base = `/${language}/desk/editions/${draft}`
  const page = async (path: string) => (await (await routes.get(`${base}${path}`)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  const send = async (path: string, body: Record<string, string>, headers: Record<string, string> = {}) => {
    const known = /name="known" value="([0-9a-f]{16})"/.exec(await page(path))?.[1] ?? ''
    const answer = await routes.post(`${base}${path}`, { act: 'save', known, ...body }, headers)
    return { status: answer.status, to: answer.headers.get('location') ?? '', html: (await answer.text()).replaceAll(/[\u00a0\u202f]/g, ' ') }
  }
  const document = async () => {
    const held_ = (await editionDraft(held.db, the.officer, draft, BEFORE))?.document
    if (held_ === undefined) throw new Error('no draft')
    return held_
  }
  return { page, send, document }
}

const table = (...rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join('\t')).join('\r\n')

test('each row becomes an item behind those that are there; a code left out is made from the French name', async () => {
  const { page, send, document } = await desk()
  const before = (await document()).sectors
  const rows = table(['الحكي', 'Conte', 'Storytelling'], ['فن الشارع', 'Arts de la rue', 'Street arts', 'street'])
  const { status, to } = await send('/sectors', { 'sectors.count': String(before.length), 'sectors.rows': rows })
  expect([status, to.split('#')[1]]).toEqual([303, `sectors-${before.length}`])
  const { sectors } = await document()
  expect(sectors.slice(0, before.length)).toEqual(before)
  expect(sectors.slice(before.length)).toEqual([
    { code: 'conte', name: { ar: 'الحكي', fr: 'Conte', en: 'Storytelling' } },
    { code: 'street', name: { ar: 'فن الشارع', fr: 'Arts de la rue', en: 'Street arts' } },
  ])
  expect(await page('/sectors')).not.toContain('Arts de la rue\tStreet arts')
})

test('a date, a figure, a yes and one of a list are read as they are written in a table', async () => {
  const { send, document } = await desk()
  const before = await document()
  const day = ['يوم مفتوح', 'Portes ouvertes', 'Open day', 'open-day', '14/6/2031', '15 juin 2031', 'oui']
  await send('/calendar', { 'calendar.count': String(before.calendar.length), 'calendar.rows': table(day) })
  expect((await document()).calendar.at(-1)).toEqual({
    code: 'open-day',
    name: { ar: 'يوم مفتوح', fr: 'Portes ouvertes', en: 'Open day' },
    from: '2031-06-14',
    to: '2031-06-15',
    public: true,
  })
  const region = before.regions[0]
  const place = ['وجدة، دار الثقافة', 'Oujda, maison de la culture', 'Oujda, house of culture']
  const sessions = table([...place, region?.name.fr ?? '', '4 mars 2031 à 18 h 30'], [...place, region?.code ?? '', '2031-03-05T09:00'])
  await send('/sessions', { 'call.sessions.count': '0', 'call.sessions.rows': sessions })
  expect((await document()).call.sessions?.slice(-2).map(({ region: code, at }) => [code, at])).toEqual([
    [region?.code, '2031-03-04T18:30'],
    [region?.code, '2031-03-05T09:00'],
  ])
})

test('a table with a cell that cannot be read adds nothing, names each line and column, and stays in its box', async () => {
  const { send, document } = await desk()
  const before = await document()
  const rows = table(
    ['جهة', 'Une région', 'A region', 'ONE', 'MA-04', 'six'],
    ['جهة أخرى', 'Une autre', 'Another', 'TWO', 'MA-05', '6', 'x', 'de trop'],
    ['Une troisième', 'جهة', 'A third'],
  )
  const { status, html } = await send('/regions', { 'regions.count': String(before.regions.length), 'regions.rows': rows })
  expect(status).toBe(422)
  expect(html).toMatch(/Ligne 1 : « Places » : /)
  expect(html).toMatch(/Ligne 2 : 8 colonnes, et 7 au plus sont lues/)
  expect(html).toMatch(/Ligne 3 : la colonne arabe de « Nom » ne contient aucune lettre arabe/)
  expect(html).toContain('Une autre\tAnother\tTWO')
  expect((await document()).regions).toEqual(before.regions)
  const wrong = table(['يوم', 'Un jour', 'A day', 'day', '31/2/2031', '', 'peut-être'])
  const calendar = await send('/calendar', { 'calendar.count': String(before.calendar.length), 'calendar.rows': wrong })
  expect(calendar.html).toMatch(/Ligne 1 : « peut-être » dans « [^»]+ » : écrivez oui ou non/)
  expect(calendar.html).toMatch(/Ligne 1 : « [^»]+ » : /)
  const where = ['وجدة', 'Oujda', 'Oujda']
  const times = ['2031-03-04 25:00', '2031-03-04 17h75', '2031-03-04 at noon', '2031-03-04', '6 mars 2031, 18h30']
  const sessions = table([...where, 'Nulle part', '2031-03-04 18:00'], ...times.map((time) => [...where, before.regions[0]?.code ?? '', time]))
  const { html: told } = await send('/sessions', { 'call.sessions.count': '0', 'call.sessions.rows': sessions })
  expect([1, 2, 3, 4, 5, 6].filter((line) => told.includes(`Ligne ${line} : `))).toEqual([1, 2, 3, 4, 5])
})

test('a table longer than the list may be says how many rows still have room', async () => {
  const { send, document } = await desk()
  const { length } = (await document()).applicantKinds
  const rows = table(...Array.from({ length: 21 }, (_, n) => ['صفة', `Type ${n}`, `Kind ${n}`]))
  const { status, html } = await send('/kinds', { 'applicantKinds.count': String(length), 'applicantKinds.rows': rows })
  expect([status, html.includes(`la liste n’a plus de place que pour ${20 - length} (elle en tient 20)`)]).toEqual([422, true])
})

test('what was typed besides is kept with the rows, and an answer of a question may come from a table too', async () => {
  const { send, document } = await desk()
  const chosen = (await document()).form.sections.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'choice')
  const options = chosen?.options ?? []
  const { status } = await send(`/form/questions/${chosen?.code}`, {
    'question.label.ar': 'سؤال',
    'question.label.fr': 'Une question retouchée',
    'question.label.en': 'A question',
    'question.options.count': String(options.length),
    'question.options.rows': table(['غير ذلك', 'Autre chose', 'Something else', 'other', 'مثلاً', 'par exemple', 'for instance']),
  })
  expect(status).toBe(303)
  const saved = (await document()).form.sections.flatMap(({ questions }) => questions).find(({ code }) => code === chosen?.code)
  expect(saved?.label.fr).toBe('Une question retouchée')
  expect(saved?.options?.slice(0, -1)).toEqual(options)
  expect(saved?.options?.at(-1)).toMatchObject({ code: 'other', hint: { fr: 'par exemple' } })
})

test('rows copied without their cells are refused, not made into names; bars between the cells will do', async () => {
  const { send, document } = await desk()
  const { length } = (await document()).sectors
  const { status, html } = await send('/sectors', { 'sectors.count': String(length), 'sectors.rows': 'الحكي, Conte, Storytelling\nرقص' })
  expect([status, html.includes('Chaque ligne n’a qu’une cellule')]).toEqual([422, true])
  await send('/sectors', { 'sectors.count': String(length), 'sectors.rows': '| الحكي | Conte | Storytelling |' })
  expect((await document()).sectors.slice(length)).toEqual([{ code: 'conte', name: { ar: 'الحكي', fr: 'Conte', en: 'Storytelling' } }])
})

test('a date of one day needs no second day; one that ends before it begins is said at once, whatever else is missing', async () => {
  const { page, send, document } = await desk()
  const { length } = (await document()).calendar
  const rows = table(['يوم', 'Un jour', 'A day', 'one', '14/6/2031'], ['أيام', 'Des jours', 'Days', 'more', '6/5/2031', '1/2/2031'])
  await send('/calendar', { 'calendar.count': String(length), 'calendar.rows': rows })
  expect((await document()).calendar.find(({ code }) => code === 'one')).toMatchObject({ from: '2031-06-14', to: '2031-06-14' })
  const said = /La fin, [^<]*2031, vient avant le début, [^<]*2031/
  expect(await page('/calendar')).toMatch(said)
  expect(await page('')).toMatch(said)
})

test('while one types, a table waits for the button, and the page says so', async () => {
  const { send, document } = await desk()
  const { length } = (await document()).sectors
  const body = { 'sectors.count': String(length), 'sectors.rows': table(['الحكي', 'Conte', 'Storytelling']) }
  const { html } = await send('/sectors', body, { accept: 'application/json' })
  expect(JSON.parse(html).said).toContain('Le reste sera enregistré')
  expect((await document()).sectors).toHaveLength(length)
})

test('rules and quotas, whose fields depend on what they are, offer no table; the columns of the others are named in their order', async () => {
  const { page } = await desk('en')
  expect(await page('/eligibility')).not.toContain('Rows of the table')
  expect(await page('/selection')).not.toContain('Rows of the table')
  const columns = ['1">Name (in Arabic, in French, in English)', '4">Code', '5">Funder: European Union', '6">Amount', '7">Currency']
  for (const column of columns) expect(await page('/funding')).toContain(`<li value="${column}</li>`)
})

test('questions of a part come from a table: their kind and their maximum by name, codes made where none is given', async () => {
  const { page, send, document } = await desk()
  const { form } = await document()
  const section = form.sections.at(-1)
  expect(await page('/form')).toContain(`/form/table/${section?.code}`)
  const rows = table(
    ['ما مشروعك؟', 'Quel est votre projet ?', 'What is your project?', 'باختصار', 'En bref', 'In short', 'texte long', '', 'oui', '', '120'],
    ['الهاتف', 'Téléphone du bureau', 'Phone of the office', '', '', '', 'Téléphone', 'Office-Phone', 'non', 'oui'],
    ['الثمن', 'Votre prix', 'Your price', '', '', '', 'montant', '', 'oui', '', '5 000'],
    ['كلمة', 'Un mot', 'A word'],
  )
  const { status, to } = await send(`/form/table/${section?.code}`, { 'table.rows': rows })
  expect([status, to.split('#')[1]]).toEqual([303, 'question-quel_est_votre_projet'])
  const after = (await document()).form
  expect(after.sections.slice(0, -1)).toEqual(form.sections.slice(0, -1))
  expect(after.sections.at(-1)?.questions.slice(0, section?.questions.length)).toEqual(section?.questions)
  const text = (ar: string, fr: string, en: string) => ({ ar, fr, en })
  expect(after.sections.at(-1)?.questions.slice(section?.questions.length)).toEqual([
    {
      code: 'quel_est_votre_projet',
      kind: 'text',
      label: text('ما مشروعك؟', 'Quel est votre projet ?', 'What is your project?'),
      hint: text('باختصار', 'En bref', 'In short'),
      required: true,
      maxWords: 120,
    },
    {
      code: 'office_phone',
      kind: 'phone',
      label: text('الهاتف', 'Téléphone du bureau', 'Phone of the office'),
      required: false,
      identity: true,
    },
    { code: 'votre_prix', kind: 'money', label: text('الثمن', 'Votre prix', 'Your price'), required: true, max: 5000 },
    { code: 'un_mot', kind: 'line', label: text('كلمة', 'Un mot', 'A word'), required: false },
  ])
})

test('a table of questions with one that cannot be made makes none, and says of each line why', async () => {
  const { send, document } = await desk()
  const { form } = await document()
  const path = `/form/table/${form.sections[0]?.code}`
  const rows = table(
    ['سؤال', 'Une question', 'A question', '', '', '', 'poème'],
    ['سؤال', 'Une autre', 'Another', '', '', '', '', 'pitch'],
    ['سؤال', 'Encore', 'One more', '', '', '', 'oui ou non', 'encore', '', '', '3'],
    ['سؤال', 'Une fois', 'Once', '', '', '', '', 'encore'],
    ['', '', '', '', '', '', 'texte court'],
  )
  const sent = await send(path, { 'table.rows': rows })
  expect(sent.status).toBe(422)
  expect(sent.html).toMatch(/Ligne 1 : « poème » dans « Genre de réponse » n’est pas une des réponses possibles\./)
  const others = await send(path, { 'table.rows': rows.split('\r\n').slice(1).join('\n') })
  for (const said of ['Ligne 1 : Une autre question porte ce code', 'Ligne 2 : une réponse « oui ou non » n’a pas de maximum'])
    expect(others.html).toContain(said)
  expect(others.html).toMatch(/Ligne 3 : Une autre question porte ce code/)
  expect(others.html).toMatch(/Ligne 4 : Le texte est vide/)
  expect(others.html).toContain('One more')
  expect((await send(path, { 'table.rows': ' ' })).html).toContain('Collez ici au moins une ligne')
  expect((await send('/form/table/nowhere', { 'table.rows': table(['سؤال', 'Une', 'One']) })).status).toBe(409)
  expect((await document()).form).toEqual(form)
})
