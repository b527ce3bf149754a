import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { everybodyIn, JURY_DAY as NOW, juryStage, pageOf } from '../../../tests/database/jury-stage.ts'
import { reviewerIn, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { feesOf } from '../reviews/queries/fees.ts'
import { closeSession, openFile, openSession } from './commands/lead.ts'
import { markPresence, recuse } from './commands/room.ts'
import { sealedMinutes } from './queries/record.ts'
import { juryView } from './queries/session.ts'

const held = testDatabase()

test('a file is opened only once who is in conflict with it has left the room, who reads nothing of it and comes back after', async () => {
  const at = await juryStage(held.db)
  await everybodyIn(at)
  const leaving = (await juryView(held.db, at.chair, at.session, 'fr'))?.members.find((one) => one.person === at.one.person.id)?.name ?? '-'
  const refused = await at.room(at.chair).post(`/fr/juries/${at.session}/files`, { application: at.first })
  expect([refused.status, (await refused.text()).includes(`quitter la salle\u00a0: ${leaving}.`)]).toEqual([422, true])
  expect((await juryView(held.db, at.chair, at.session, 'fr'))?.current).toBeNull()
  expect(await at.act(at.chair, 'presence', { person: at.one.person.id, present: 'no' })).toBe(303)
  expect(await at.act(at.chair, 'files', { application: at.first })).toBe(303)
  expect(await at.act(at.one, 'presence', { person: at.one.person.id, present: 'yes' })).toBe(422)
  const [outside, inside] = [await pageOf(at, at.one), await pageOf(at, at.other)]
  expect([outside.includes('Naît du lieu'), inside.includes('Naît du lieu')]).toEqual([false, true])
  expect(await at.act(at.one, 'notes', { application: at.first, vote: 'for', note: '' })).toBe(422)
  expect(await at.act(at.other, 'notes', { application: at.first, vote: 'for', note: 'Solide' })).toBe(303)
  expect((await juryView(held.db, at.one, at.session, 'fr'))?.file).toBeNull()
  expect(await at.act(at.chair, 'decisions', { application: at.first, outcome: 'remark', remark: '' })).toBe(422)
  expect(await at.act(at.chair, 'decisions', { application: at.second, outcome: 'keep', remark: '' })).toBe(409)
  expect(await at.act(at.chair, 'decisions', { application: at.first, outcome: 'remark', remark: 'Revoir le budget' })).toBe(303)
  expect(await at.act(at.one, 'presence', { person: at.one.person.id, present: 'yes' })).toBe(303)
  expect((await pageOf(at, at.one)).includes('Revoir le budget')).toBe(false)
  const scores = await held.db.selectFrom('review').select('score').where('organisation', '=', at.small.organisation).execute()
  expect(scores.map((row) => row.score)).toEqual(['61.25', '61.25'])
})

test('of two who open a file at once one does, a conflict told while it is open leads out at once, and without quorum nothing opens', async () => {
  const at = await juryStage(held.db)
  await everybodyIn(at)
  const opened = await Promise.all(
    [1, 2].map(() => openFile(held.db, at.chair, { session: at.session, application: at.second, language: 'fr' }, NOW)),
  )
  expect(opened.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['jury/file-open', 'ok'])
  await recuse(held.db, at.other, { session: at.session, person: at.other.person.id, application: at.second }, NOW)
  const view = await juryView(held.db, at.other, at.session, 'fr')
  expect([view?.mine.present, view?.mustBeOut, view?.file]).toEqual([false, true, null])
  expect(await at.act(at.chair, 'decisions', { application: at.second, outcome: 'again', remark: '' })).toBe(303)
  await markPresence(held.db, at.chair, { session: at.session, person: at.one.person.id, present: false }, NOW)
  expect(await openFile(held.db, at.chair, { session: at.session, application: at.first, language: 'fr' }, NOW)).toEqual({
    ok: false,
    code: 'jury/no-quorum',
    details: { quorum: 1, present: 0 },
  })
})

test('closing seals minutes that say who was there, who was out for which file and what was decided; then nothing changes', async () => {
  const at = await juryStage(held.db)
  await everybodyIn(at)
  await at.act(at.chair, 'presence', { person: at.one.person.id, present: 'no' })
  await at.act(at.chair, 'files', { application: at.first })
  expect((await closeSession(held.db, at.chair, { session: at.session, leaving: true }, NOW)).ok).toBe(false)
  await at.act(at.chair, 'decisions', { application: at.first, outcome: 'keep', remark: '' })
  const closing = `/juries/${at.session}/closing`
  expect((await at.room(at.one).get(`/fr${closing}`)).status).toBe(404)
  for (const language of LANGUAGES) {
    const before = await (await at.room(at.chair).get(`/${language}${closing}`)).text()
    expect([before.includes(at.files[1].number), before.includes(at.files[0].number), await htmlFaults(before)], language).toEqual([true, false, []])
  }
  const later = new Date('2024-04-28T11:00:00Z')
  const unticked = await at.room(at.chair).post(`/fr${closing}`, {})
  const told = await unticked.text()
  expect([unticked.status, told.includes('Cochez'), told.includes(at.files[1].number), await htmlFaults(told)]).toEqual([422, true, true, []])
  expect(await sealedMinutes(held.db, at.small.organisation, at.session)).toBeNull()
  const closed = await closeSession(held.db, at.chair, { session: at.session, leaving: true }, later)
  const row = await held.db.selectFrom('jury_session').select('record').where('id', '=', at.session).executeTakeFirstOrThrow()
  const hash = createHash('sha256')
    .update(row.record ?? '')
    .digest('hex')
  expect(closed).toEqual({ ok: true, value: { hash } })
  const sealed = await sealedMinutes(held.db, at.small.organisation, at.session)
  const [file] = sealed?.record.files ?? []
  expect([file?.number, file?.present, file?.recused, file?.outcome]).toEqual([at.files[0].number, [at.other.person.id], [at.one.person.id], 'keep'])
  expect(sealed?.record.notOpened).toEqual([at.files[1].number])
  for (const language of LANGUAGES) {
    const pdf = await at.room(at.other).get(`/${language}/juries/${at.session}/minutes.pdf`)
    expect(
      [
        pdf.status,
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ],
      language,
    ).toEqual([200, '%PDF-'])
  }
  expect(await at.act(at.chair, 'files', { application: at.second })).toBe(409)
  expect(await at.act(at.one, 'presence', { person: at.one.person.id, present: 'yes' })).toBe(409)
  expect((await sealedMinutes(held.db, at.small.organisation, at.session))?.hash).toBe(hash)
})

test('the chair leads, the office prepares, members speak for themselves, the auditor reads, and for anybody else there is no session', async () => {
  const at = await juryStage(held.db)
  const { small } = at
  expect(await at.act(small.officer, 'opening')).toBe(404)
  expect((await openSession(held.db, at.one, at.session, NOW)).ok).toBe(false)
  await everybodyIn(at)
  expect(await at.act(small.officer, 'files', { application: at.second })).toBe(404)
  expect(await at.act(at.one, 'presence', { person: at.other.person.id, present: 'no' })).toBe(404)
  expect(await at.act(at.one, 'agenda', { ground: 'divergent' })).toBe(404)
  const [auditor, donor] = [await staffOf(held.db, small, 'auditor'), await staffOf(held.db, small, 'donor')]
  const status = async (viewer: SignedIn) =>
    Promise.all(['/desk/2024/juries', `/juries/${at.session}`].map(async (path) => (await at.room(viewer).get(`/fr${path}`)).status))
  expect([await status(auditor), await status(donor), await status(at.files[0].holder)]).toEqual([
    [200, 200],
    [404, 404],
    [404, 404],
  ])
  expect(await at.act(auditor, 'presence', { person: at.one.person.id, present: 'no' })).toBe(404)
  await at.act(at.chair, 'files', { application: at.second })
  for (const language of LANGUAGES)
    for (const [viewer, path] of [
      [small.officer, '/desk/2024/juries'],
      [at.chair, `/juries/${at.session}`],
      [at.one, `/juries/${at.session}`],
    ] as const) {
      const answer = await at.room(viewer).get(`/${language}${path}`)
      expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
    }
  const wrong = await at.room(small.officer).post('/fr/desk/2024/juries', { 'day.day': '40', place: '', quorum: 'x' })
  expect([wrong.status, await htmlFaults(await wrong.text())]).toEqual([422, []])
})

test('after it is planned more members are invited, each by one mail, and a file not opened is taken off; the trail says who, and days sat are on the fee sheet', async () => {
  const at = await juryStage(held.db)
  const { db } = held
  const late = await reviewerIn(db, at.small)
  const invite = (viewer: SignedIn) =>
    at.room(viewer).post(`/fr/juries/${at.session}/members`, { members: [late.viewer.person.id, at.one.person.id] })
  expect([(await invite(at.one)).status, (await invite(at.small.officer)).status, (await invite(at.small.officer)).status]).toEqual([404, 303, 422])
  const mails = await db.selectFrom('message').select('person').where('object', '=', at.session).execute()
  expect(mails.map((one) => one.person).sort()).toEqual([at.one, at.other, late.viewer].map((one) => one.person.id).sort())
  await everybodyIn(at)
  await at.act(at.chair, 'presence', { person: at.one.person.id, present: 'no' })
  await at.act(at.chair, 'files', { application: at.first })
  expect(await at.act(at.small.officer, 'agenda/removal', { application: at.first })).toBe(422)
  await at.act(at.chair, 'decisions', { application: at.first, outcome: 'keep', remark: '' })
  expect(await at.act(at.small.officer, 'agenda/removal', { application: at.first })).toBe(422)
  expect(await at.act(at.other, 'agenda/removal', { application: at.second })).toBe(404)
  expect(await at.act(at.small.officer, 'agenda/removal', { application: at.second })).toBe(303)
  const page = await pageOf(at, at.small.officer)
  expect([page.includes(`a retiré le dossier ${at.files[1].number}`), page.includes('a invité d’autres membres'), await htmlFaults(page)]).toEqual([
    true,
    true,
    [],
  ])
  expect((await juryView(db, at.chair, at.session, 'fr'))?.items.map((one) => one.application)).toEqual([at.first])
  const place = { programme: at.small.programme, edition: at.small.edition }
  const days = async () =>
    (await feesOf(db, at.small.director, place, 'fr'))?.lines.flatMap((line) => (line.counts.session > 0 ? [line.counts.session] : []))
  expect(await days()).toEqual([])
  expect((await closeSession(db, at.chair, { session: at.session, leaving: false }, NOW)).ok).toBe(true)
  // The two who were in the room; who was invited and did not come is owed nothing.
  expect(await days()).toEqual([1, 1])
  expect(await at.act(at.small.officer, 'agenda/removal', { application: at.first })).toBe(409)
  expect((await invite(at.small.officer)).status).toBe(409)
})

test('a file is added by its number however it is typed; no number, an unknown one and one already there are told apart', async () => {
  const at = await juryStage(held.db)
  const added = await submitted(held.db, at.small)
  const add = async (number: string) => {
    const answer = await at.room(at.small.officer).post(`/fr/juries/${at.session}/agenda`, { ground: 'hand', number })
    return [answer.status, await answer.text()] as const
  }
  const arabic = added.number.toLowerCase().replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] as string)
  expect((await add(` ${arabic} `))[0]).toBe(303)
  const told = async (number: string, sentence: string) => {
    const [status, markup] = await add(number)
    return [status, markup.includes(sentence)]
  }
  expect([
    await told('', 'écrivez celui du récépissé'),
    await told('kw-1999-٩', 'ne porte le KW-1999-0009'),
    await told(added.number, `le dossier ${added.number} est déjà à l’ordre du jour`),
  ]).toEqual([
    [422, true],
    [422, true],
    [422, true],
  ])
})
