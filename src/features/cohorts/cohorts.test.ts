import { beforeAll, expect, test } from 'vitest'
import { demoId } from '../../demo/load/id.ts'
import { loadViewer } from '../../../tests/database/viewer-of.ts'
import { type SmallCohort, smallCohort } from '../../../tests/database/small-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { Visitor } from '../../../tests/server/visitor.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { wantPhoneMessages } from '../people/commands/phone-consent.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { answerOffer, makeOffer, offerToSelected, recordDeparture, recordGraduation } from './index.ts'

const held = testDatabase()
const server = testServer(held)
const NOW = new Date('2024-05-06T12:00:00Z')
const REPLY_BY = new Date('2024-05-13T22:59:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
let cohort: SmallCohort
const projectOf = async (application: string) =>
  held.db.selectFrom('project').selectAll().where('application', '=', application).executeTakeFirstOrThrow()
const offerOf = async (application: string) =>
  held.db
    .selectFrom('offer')
    .selectAll()
    .where('project', '=', (await projectOf(application)).id)
    .executeTakeFirstOrThrow()

beforeAll(async () => {
  cohort = await smallCohort(held.db)
  server.setClock(NOW)
})

test('who may not offer places changes nothing', async () => {
  const refused = await offerToSelected(held.db, cohort.auditor, { edition: cohort.edition, replyBy: REPLY_BY }, 'https://kawaliss.example', NOW)
  expect(refused).toMatchObject({ code: 'page/not-allowed' })
  expect(await held.db.selectFrom('project').select('id').execute()).toEqual([])
})

test('one act offers a place to every selected application, and none to the reserve; phones that want it learn that an answer is waited for, not to what', async () => {
  const [told] = cohort.selected.FM as [string]
  expect(await wantPhoneMessages(held.db, await cohort.holderOf(told), '+212612345678', NOW)).toMatchObject({ ok: true })
  expect(
    await offerToSelected(held.db, cohort.officer, { edition: cohort.edition, replyBy: REPLY_BY }, 'https://kawaliss.example', NOW),
  ).toMatchObject({ value: { offers: 4 } })
  const offered = await held.db.selectFrom('project').select('application').execute()
  expect(offered.map((one) => one.application).sort()).toEqual([...cohort.selected.OR, ...cohort.selected.FM].sort())
  const texts = await held.db.selectFrom('message').select(['object', 'content']).where('kind', '=', 'sms-offer').execute()
  expect(texts.map(({ object }) => object)).toEqual([(await offerOf(told)).id])
  expect(JSON.stringify(texts)).not.toMatch(/place|مقعد|مكان/)
  // Everybody who is offered a place reads it by mail, with the way to their answer.
  const mails = await held.db.selectFrom('message').select(['object', 'content', 'person']).where('kind', '=', 'offer').execute()
  const offers = await held.db.selectFrom('offer').select('id').execute()
  expect(mails.map(({ object }) => object).sort()).toEqual(offers.map(({ id }) => id).sort())
  for (const { object, content } of mails) expect(JSON.stringify(content)).toContain(`/offers/${object}"`)
})

test('offering again offers nothing twice', async () => {
  expect((await offerToSelected(held.db, cohort.officer, { edition: cohort.edition, replyBy: REPLY_BY }, 'https://kawaliss.example', NOW)).ok).toBe(
    false,
  )
  expect((await held.db.selectFrom('offer').select('id').execute()).length).toBe(4)
})

test('a holder accepts from their page; to anybody else the offer does not exist', async () => {
  const [application] = cohort.selected.FM as [string]
  const offer = await offerOf(application)
  const stranger = await cohort.holderOf(cohort.selected.OR[0] as string)
  expect(await answerOffer(held.db, stranger, { offer: offer.id, accepted: true, showcased: true }, later(1))).toMatchObject({
    code: 'page/not-found',
  })
  const visitor = new Visitor(() => server.origin)
  await visitor.enterAs((await cohort.holderOf(application)).person.id)
  expect(await htmlFaults(await (await visitor.get(`/ar/offers/${offer.id}`)).text())).toEqual([])
  const unanswered = await visitor.post(`/ar/offers/${offer.id}/answer`, {})
  expect([unanswered.status, await htmlFaults(await unanswered.text())]).toEqual([422, []])
  expect((await visitor.post(`/ar/offers/${offer.id}/answer`, { answer: 'accept', showcased: 'yes' })).status).toBe(303)
  expect((await offerOf(application)).accepted).toBe(true)
  const again = await visitor.post(`/ar/offers/${offer.id}/answer`, { answer: 'decline' })
  expect(again.status).toBe(422)
  expect((await offerOf(application)).accepted).toBe(true)
})

test('an answer after the date is refused', async () => {
  const [, application] = cohort.selected.FM as [string, string]
  const holder = await cohort.holderOf(application)
  const offer = await offerOf(application)
  expect(await answerOffer(held.db, holder, { offer: offer.id, accepted: true, showcased: false }, new Date(REPLY_BY.getTime() + 1))).toMatchObject({
    code: 'offer/too-late',
  })
  expect((await answerOffer(held.db, holder, { offer: offer.id, accepted: true, showcased: false }, REPLY_BY)).ok).toBe(true)
})

test('when a project leaves, the first of the reserve of its region takes the place, and nobody else', async () => {
  const [leaving, staying] = cohort.selected.OR as [string, string]
  for (const application of [leaving, staying]) {
    await answerOffer(
      held.db,
      await cohort.holderOf(application),
      { offer: (await offerOf(application)).id, accepted: true, showcased: true },
      later(2),
    )
  }
  const project = (await projectOf(leaving)).id
  const [first, second] = cohort.reserve.OR as [string, string]
  const [other] = cohort.reserve.FM as [string]
  const replace = (application: string) =>
    makeOffer(
      held.db,
      cohort.officer,
      { edition: cohort.edition, application, replaces: project, replyBy: later(30) },
      'https://kawaliss.example',
      later(20),
    )
  expect(await replace(first)).toMatchObject({ code: 'offer/no-free-place' })
  const departures = await Promise.all(
    [1, 2, 3].map(() => recordDeparture(held.db, cohort.officer, { project, leftOn: '2024-05-24', reason: 'Found work abroad' }, later(19))),
  )
  expect(departures.filter((one) => one.ok).length).toBe(1)
  expect(departures.filter((one) => !one.ok).map((one) => ('code' in one ? one.code : ''))).toEqual(Array(2).fill('departure/already-left'))
  expect(await replace(other)).toMatchObject({ code: 'offer/other-region' })
  expect(await replace(second)).toMatchObject({ code: 'offer/not-next-in-line' })
  const pressed = await Promise.all([replace(first), replace(first), replace(first), replace(first)])
  expect(pressed.filter((one) => one.ok).length).toBe(1)
  expect(pressed.filter((one) => !one.ok).map((one) => ('code' in one ? one.code : ''))).toEqual(Array(3).fill('offer/already-made'))
  expect(await replace(second)).toMatchObject({ code: 'offer/no-free-place' })
})

test('who pays or speaks for the programme reads the projects that were chosen, and nobody of the reserve', async () => {
  const [waiting] = cohort.reserve.FM as [string]
  const { number } = await held.db.selectFrom('application').select('number').where('id', '=', waiting).executeTakeFirstOrThrow()
  const chosen = (await projectOf(cohort.selected.FM[0] as string)).title
  const read = async (viewer: SignedIn) => {
    const visitor = new Visitor(() => server.origin)
    await visitor.enterAs(viewer.person.id)
    const page = await (await visitor.get('/en/desk/2024/cohort')).text()
    return [page.includes(chosen), page.includes(number)]
  }
  expect(await read(cohort.officer)).toEqual([true, true])
  for (const role of ['communication', 'accountant', 'finance', 'donor'])
    expect([role, ...(await read(await loadViewer(held.db, cohort.organisation, demoId(`person:${role}`))))]).toEqual([role, true, false])
})

test('a project that left stays admitted and is no longer active', async () => {
  const visitor = new Visitor(() => server.origin)
  await visitor.enterAs(cohort.officer.person.id)
  server.setClock(later(25))
  const page = await (await visitor.get('/en/desk/2024/cohort')).text()
  server.setClock(NOW)
  const figures = [...page.matchAll(/<b><bdi>(\d+)<\/bdi><\/b><p>([^<]+)<\/p>/g)].map((match) => [match[2], Number(match[1])])
  expect(figures).toEqual([
    ['projects admitted', 4],
    ['active or graduated', 3],
    ['left before the end', 1],
    ['answers awaited', 1],
  ])
})

test('the public sees the projects whose holders agreed, and the name of no person', async () => {
  const answer = await (await new Visitor(() => server.origin).get('/ar/projects')).text()
  const shown = [...answer.matchAll(/مشروع (OR|FM)-\d/g)].map((match) => match[0]).sort()
  expect(shown).toEqual(['مشروع FM-1', 'مشروع OR-1', 'مشروع OR-2'])
  expect(answer).not.toContain('حامل')
})

test('every page of the cohort is valid HTML in the three languages', async () => {
  const officer = new Visitor(() => server.origin)
  await officer.enterAs(cohort.officer.person.id)
  const { slug } = await projectOf(cohort.selected.FM[0] as string)
  for (const language of ['ar', 'fr', 'en']) {
    for (const path of [
      'projects',
      'projects?q=%D8%AD%D9%83%D8%A7%D9%8A%D8%A9',
      'projects?region=MA-03',
      `projects/2024/${slug}`,
      'desk/2024/cohort',
    ]) {
      const answer = await officer.get(`/${language}/${path}`)
      expect([language, path, answer.status, await htmlFaults(await answer.text())]).toEqual([language, path, 200, []])
    }
  }
})

test('a refused departure comes back with what was typed', async () => {
  const officer = new Visitor(() => server.origin)
  await officer.enterAs(cohort.officer.person.id)
  const { id } = await projectOf(cohort.selected.FM[0] as string)
  const answer = await officer.post('/fr/desk/2024/cohort/departures', {
    project: id,
    'left_on.day': '1',
    'left_on.month': '1',
    'left_on.year': '2020',
    reason: 'Départ à l’étranger',
  })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Départ à l’étranger')
  expect(page).toContain('Choisissez un jour entre la réponse du projet et aujourd’hui')
})

test('the trail of each project holds', async () => {
  expect((await verifyAudit(held.db, cohort.organisation)).faults).toEqual([])
})

test('the end of the support is recorded once for whoever is still there, and not before its day', async () => {
  const { edition, officer } = cohort
  expect(await recordGraduation(held.db, officer, { edition, on: '2024-11-18' }, later(25))).toMatchObject({ code: 'graduation/not-yet' })
  expect(await recordGraduation(held.db, cohort.auditor, { edition, on: '2024-05-30' }, later(25))).toMatchObject({ code: 'page/not-allowed' })
  expect(await recordGraduation(held.db, officer, { edition, on: '2024-05-30' }, later(25))).toMatchObject({ ok: true, value: { projects: 3 } })
  expect(await recordGraduation(held.db, officer, { edition, on: '2024-05-30' }, later(25))).toMatchObject({ code: 'graduation/nobody' })
})
