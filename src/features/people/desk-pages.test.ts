/** People and roles at the desk as somebody without script meets them; mails go to a mail server of the test. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countedStatements } from '../../../tests/database/counted-statements.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { loadViewer } from '../../../tests/database/viewer-of.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { Visitor } from '../../../tests/server/visitor.ts'
import { demoId } from '../../demo/load/id.ts'
import { loadOrganisation, ORGANISATION } from '../../demo/load/organisation.ts'
import { atomically } from '../../platform/database/atomically.ts'
import { type Catcher, type CaughtMail, startCatcher } from '../../platform/mail/catcher.ts'
import { editionSource } from '../../../tests/database/reference-editions.ts'
import { importEdition, readEditionFile } from '../programme/index.ts'
import { peopleList, personRecord } from './queries/people.ts'
import { rolePlaces } from './queries/role-places.ts'

const held = testDatabase()
let catcher: Catcher
beforeAll(async () => {
  catcher = await startCatcher()
})
afterAll(() => catcher.stop())
const server = testServer(held, {
  get SMTP_URL() {
    return catcher.url
  },
})
const [DIRECTOR, OPERATOR, OFFICER, AUDITOR] = ['director', 'operator', 'nadia', 'auditor'].map((key) => demoId(`person:${key}`)) as [
  string,
  string,
  string,
  string,
]
let edition = ''

beforeAll(async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
  const reading = readEditionFile(editionSource(2024))
  if (!reading.ok) throw new Error('the reference programme is damaged')
  await importEdition(held.db, { system: true, organisation: ORGANISATION }, reading.file, new Date())
  edition = (await held.db.selectFrom('edition').select('id').executeTakeFirstOrThrow()).id
})

async function as(person: string): Promise<Visitor> {
  const visitor = new Visitor(() => server.origin)
  await visitor.enterAs(person)
  return visitor
}

/** The newest mail to an address, once it has arrived. */
async function mailTo(address: string): Promise<CaughtMail> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = catcher.mails.findLast((one) => one.recipients.includes(address))
    if (mail !== undefined) return mail
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no mail to ${address}`)
}

const gift = (more: Record<string, string | string[]>) => ({
  email: '',
  name_ar: 'زينب العلوي',
  name_latin: 'Zineb Alaoui',
  language: 'fr',
  role: 'officer',
  place: 'everywhere',
  ...more,
})
const personOf = async (email: string): Promise<string> =>
  (await held.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id
const grantOf = async (person: string): Promise<string> =>
  (await held.db.selectFrom('role_grant').select('id').where('person', '=', person).where('ended_at', 'is', null).executeTakeFirstOrThrow()).id

test('an address nobody has is invited in its own language, signs in by it, and finds the desk open', async () => {
  const director = await as(DIRECTOR)
  const sent = await director.post('/ar/desk/people/new', gift({ email: 'Zineb@Example.ma', place: `e:${edition}`, regions: ['OR', 'TTA'] }))
  const person = await personOf('zineb@example.ma')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/ar/desk/people/${person}?said=person-invited`])
  const mail = await mailTo('zineb@example.ma')
  expect(mail.subject).toContain('Fondation HIBA : une invitation à travailler ensemble')
  expect(mail.text).toContain('Fondation HIBA\u00a0: Salma El Amrani vous donne un rôle.')
  expect(mail.text).toContain('Kawaliss, Édition 2 · 2024\u00a0: Oriental et Tanger-Tétouan-Al Hoceima')
  const door = new URL(/https?:\S+\/sign-in\S*/.exec(mail.text ?? '')?.[0] ?? '')
  expect(door.origin).toBe(server.origin)

  const zineb = new Visitor(() => server.origin)
  expect((await zineb.get(door.pathname + door.search)).status).toBe(200)
  await zineb.post('/fr/sign-in', { email: 'zineb@example.ma', return_to: door.searchParams.get('return_to') ?? '' })
  await catcher.received(2)
  const link = /\/fr\/sign-in\/link\/\S+/.exec((await mailTo('zineb@example.ma')).text ?? '')?.[0] ?? ''
  expect((await zineb.post(link, {})).headers.get('location')).toBe('/fr/me')
  expect(await (await zineb.get('/fr/me')).text()).toContain('/fr/desk')
  expect((await zineb.get('/fr/desk/2024/applications')).status).toBe(200)
  expect((await zineb.get('/fr/desk/people')).status).toBe(404)
})

test('somebody known is told in their language what they may now do', async () => {
  const sent = await (await as(DIRECTOR)).post(`/fr/desk/people/new?person=${OFFICER}`, { role: 'trainer', place: 'everywhere' })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/fr/desk/people/${OFFICER}?said=role-given`])
  const mail = await mailTo('nadia@kawaliss.example')
  expect(mail.subject).toContain('دور جديد لك في مؤسسة هبة')
  expect(mail.text).toContain('الاطلاع على الحصص وتسجيل الحضور')
  expect(mail.text).toContain(`${server.origin}/ar/me`)
})

test('the same role twice is refused in words, with every value kept and no second mail', async () => {
  const director = await as(DIRECTOR)
  const asked = gift({ email: 'twice@example.ma', role: 'donor', name_latin: 'Clara d’Arc' })
  expect((await director.post('/en/desk/people/new', asked)).status).toBe(303)
  await mailTo('twice@example.ma')
  const again = await director.post('/en/desk/people/new', asked)
  expect(again.status).toBe(422)
  const page = await again.text()
  expect(page).toContain('This person already has this role there')
  expect(page).toContain('value="twice@example.ma"')
  expect(page).toContain('value="Clara d’Arc"')
  expect(page).toMatch(/value="donor" checked/)
  expect(page).toMatch(/value="everywhere" selected/)
  expect(catcher.mails.filter((mail) => mail.recipients.includes('twice@example.ma')).length).toBe(1)
})

test('what cannot be given comes back beside its field, with its cure and the regions still ticked', async () => {
  const operator = await as(OPERATOR)
  const page = async (more: Record<string, string | string[]>): Promise<string> => {
    const answer = await operator.post('/en/desk/people/new', gift({ email: 'wrong@example.ma', ...more }))
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(await htmlFaults(text)).toEqual([])
    return text
  }
  const ticked = await page({ regions: ['OR', 'SM'] })
  expect(ticked).toContain('choose the edition, or leave the regions out')
  expect(ticked.match(/name="regions" value="(OR|SM)" checked/g)?.length).toBe(2)
  expect(await page({ role: 'finance', place: `e:${edition}`, regions: ['OR'] })).toContain('Only a programme officer works by region')
  expect(await page({ role: 'administrator', place: `e:${edition}` })).toContain('An administrator serves the whole organisation')
  expect(await page({ name_ar: '', name_latin: '' })).toContain('Write this person’s name')
  expect(await page({ email: 'operator@kawaliss.example', role: 'finance' })).toContain('Nobody gives themselves a role')
  expect(await page({ email: 'nonsense', role: '', place: 'e:nowhere', language: 'es' })).toContain('4 answers need correcting')
})

test('what a role opened closes at once when it ends, and its holder stays signed in', async () => {
  const director = await as(DIRECTOR)
  await director.post('/fr/desk/people/new', gift({ email: 'leaves@example.ma' }))
  const person = await personOf('leaves@example.ma')
  const leaving = await as(person)
  expect((await leaving.get('/fr/desk/people')).status).toBe(200)
  const end = `/fr/desk/people/${person}/roles/${await grantOf(person)}/end`
  const confirmation = await (await director.get(end)).text()
  expect(confirmation).toContain('Mettre fin à ce rôle')
  expect((await leaving.get('/fr/desk/people')).status).toBe(200)
  expect((await director.post(end, {})).headers.get('location')).toBe(`/fr/desk/people/${person}?said=role-ended`)
  expect((await leaving.get('/fr/desk/people')).status).toBe(404)
  expect((await leaving.get('/fr/desk/2024')).status).toBe(404)
  expect((await leaving.get('/fr/me')).status).toBe(200)
  const again = await director.post(end, {})
  expect([again.status, (await again.text()).includes('Ce rôle a déjà pris fin')]).toEqual([422, true])
  expect((await director.get(end)).status).toBe(404)
  const record = await (await director.get(`/fr/desk/people/${person}`)).text()
  expect(record).toContain('Rôles terminés')
  expect(record).toContain('fin d’un rôle\u00a0: Gestion du programme')
  expect(await (await director.get('/fr/desk/people?state=before')).text()).toContain('leaves@example.ma')
  expect(await (await director.get('/fr/desk/people')).text()).not.toContain('leaves@example.ma')
})

test('officers read and mend but give nothing; auditors only read; for everybody else these pages are not there', async () => {
  const officer = await as(OFFICER)
  const list = await (await officer.get('/en/desk/people')).text()
  expect(list).toContain('Salma El Amrani')
  expect(list).not.toContain('/desk/people/new')
  const record = await (await officer.get(`/en/desk/people/${DIRECTOR}`)).text()
  expect(record).not.toContain('/end')
  expect(record).toContain('/correction')
  const grant = await grantOf(DIRECTOR)
  expect((await officer.get('/en/desk/people/new')).status).toBe(404)
  expect((await officer.post('/en/desk/people/new', gift({ email: 'friend@example.ma' }))).status).toBe(404)
  expect((await officer.post(`/en/desk/people/${DIRECTOR}/roles/${grant}/end`, {})).status).toBe(404)

  const auditor = await as(AUDITOR)
  expect(await (await auditor.get(`/en/desk/people/${DIRECTOR}`)).text()).not.toContain('<form method="post"')
  const mended = await auditor.post(`/en/desk/people/${DIRECTOR}/correction`, { name_ar: '', name_latin: 'Somebody', language: 'en' })
  expect([mended.status, (await mended.text()).includes('Your role does not allow this')]).toEqual([422, true])

  for (const key of ['chair', 'finance', 'accountant', 'communication', 'donor'])
    expect([key, (await (await as(demoId(`person:${key}`))).get('/en/desk/people')).status]).toEqual([key, 404])
  const visitor = await new Visitor(() => server.origin).get('/en/desk/people')
  expect([visitor.status, visitor.headers.get('location')]).toEqual([303, '/en/sign-in?return_to=%2Fdesk%2Fpeople'])
})

test('a name is mended by an officer, found under its new spelling, and its history says so', async () => {
  const officer = await as(OFFICER)
  const youssef = demoId('person:youssef')
  const wrong = await officer.post(`/fr/desk/people/${youssef}/correction`, { name_ar: 'Youssef', name_latin: 'Youssef Benali', language: 'fr' })
  const page = await wrong.text()
  expect([wrong.status, page.includes('Écrivez ce nom en lettres arabes'), page.includes('value="Youssef"')]).toEqual([422, true, true])
  const right = await officer.post(`/fr/desk/people/${youssef}/correction`, { name_ar: 'يوسف بن عليّ', name_latin: 'Youssef Ben Ali', language: 'ar' })
  expect(right.headers.get('location')).toBe(`/fr/desk/people/${youssef}?said=person-corrected`)
  expect(await (await officer.get(`/fr/desk/people/${youssef}`)).text()).toContain('nom ou langue corrigés')
  for (const query of ['yousef', 'يوسف', 'ben ali', 'youssef@kawaliss']) {
    const found = await (await officer.get(`/fr/desk/people?q=${encodeURIComponent(query)}`)).text()
    expect([query, found.includes('Youssef Ben Ali'), found.includes('Clara Martin')]).toEqual([query, true, false])
  }
  const donors = await (await officer.get('/fr/desk/people?role=donor')).text()
  expect([donors.includes('Clara Martin'), donors.includes('Youssef Ben Ali')]).toEqual([true, false])
})

test('the last who can give roles is told whom to name first, and keeps the role', async () => {
  const director = await as(DIRECTOR)
  await director.post(`/en/desk/people/${OPERATOR}/roles/${await grantOf(OPERATOR)}/end`, {})
  const own = `/en/desk/people/${DIRECTOR}/roles/${await grantOf(DIRECTOR)}/end`
  const refused = await director.post(own, {})
  expect([refused.status, (await refused.text()).includes('first make somebody else administrator or director')]).toEqual([422, true])
  await director.post('/en/desk/people/new', gift({ email: 'next@example.ma', role: 'director' }))
  expect((await director.post(own, {})).headers.get('location')).toBe('/en/me?said=own-role-ended')
  expect((await director.get('/en/desk/people')).status).toBe(404)
  const next = await as(await personOf('next@example.ma'))
  for (const person of [DIRECTOR, OPERATOR]) {
    const role = person === DIRECTOR ? 'director' : 'administrator'
    expect((await next.post(`/en/desk/people/new?person=${person}`, { role, place: 'everywhere' })).status).toBe(303)
  }
})

test('a person who never held a role, an unknown id and what is no id at all look the same', async () => {
  const director = await as(DIRECTOR)
  await held.db
    .insertInto('person')
    .values({ organisation: ORGANISATION, id: edition, email: 'applicant@example.ma', language: 'ar', created_at: new Date() })
    .execute()
  const without = (text: string) => text.replaceAll(edition, 'ID').replaceAll('01890000-0000-7000-8000-000000000000', 'ID').replaceAll('nobody', 'ID')
  const pages = await Promise.all(
    [edition, '01890000-0000-7000-8000-000000000000', 'nobody'].map(async (id) => {
      const answer = await director.get(`/en/desk/people/${id}`)
      return `${answer.status} ${without(await answer.text())}`
    }),
  )
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toMatch(/^404/)
  for (const path of [`new?person=${edition}`, 'new?person=x', `${DIRECTOR}/roles/${edition}/end`, `${DIRECTOR}/roles/x/end`])
    expect([path, (await director.get(`/en/desk/people/${path}`)).status]).toEqual([path, 404])
})

test('whatever is sent, there is an answer in words', async () => {
  const director = await as(DIRECTOR)
  for (const typed of ['', 'a\u0000b', '\ud800', '👨‍👩‍👧‍👦', '"><script>alert(1)</script>', "' or 1=1 --", '\u202eabc', 'كلمة '.repeat(4000)]) {
    const fields = gift({ email: typed, name_ar: typed, name_latin: typed, language: typed, role: typed, place: typed, regions: [typed, typed] })
    const sent = await director.post('/ar/desk/people/new', fields)
    const page = await sent.text()
    expect([typed.slice(0, 20), sent.status, page.includes('<script>alert')]).toEqual([typed.slice(0, 20), 422, false])
    expect(await htmlFaults(page)).toEqual([])
    const corrected = await director.post(`/ar/desk/people/${AUDITOR}/correction`, { name_ar: typed, name_latin: typed, language: typed })
    expect([typed.slice(0, 20), corrected.status]).toEqual([typed.slice(0, 20), 422])
    const found = await director.get(`/ar/desk/people?q=${encodeURIComponent(typed.toWellFormed().slice(0, 500))}&role=x&state=y&page=-1`)
    expect([typed.slice(0, 20), found.status]).toEqual([typed.slice(0, 20), 200])
  }
})

test('every page is valid HTML in the three languages', async () => {
  const director = await as(DIRECTOR)
  const end = `${OFFICER}/roles/${await grantOf(OFFICER)}/end`
  for (const language of ['ar', 'fr', 'en'])
    for (const path of ['', '?state=before', '?q=zzzzzz', '?page=900', '/new', `/new?person=${OFFICER}`, `/${OFFICER}`, `/${end}`]) {
      const answer = await director.get(`/${language}/desk/people${path}`)
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
    }
})

test('the list, a person and the form ask the database once each, for one person as for many', async () => {
  const viewer = await loadViewer(held.db, ORGANISATION, DIRECTOR)
  const filters = { query: '', role: '', state: 'now', page: 1 } as const
  const list = (query: string) => countedStatements(held.db, (db) => peopleList(db, viewer, { ...filters, query }, 'fr'))
  expect([await list('hakima'), await list('')]).toEqual([1, 1])
  expect((await peopleList(held.db, viewer, { ...filters, query: 'hakima' }, 'fr'))?.people.length).toBe(1)
  expect((await peopleList(held.db, viewer, filters, 'fr'))?.people.length).toBeGreaterThan(3)
  expect(await countedStatements(held.db, (db) => personRecord(db, viewer, OFFICER, 'fr'))).toBe(1)
  expect(await countedStatements(held.db, (db) => rolePlaces(db, ORGANISATION, 'fr'))).toBe(1)
})
