import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { reviewerIn, staffOf } from '../../../../tests/database/small-edition.ts'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import { newId } from '../../../platform/database/id.ts'
import { planSelection } from '../commands/plan.ts'
import { notePresence } from '../commands/presence.ts'
import { publishSelection } from '../commands/publish.ts'
import { sealSelection } from '../commands/seal.ts'
import { heldSessions } from '../queries/held-sessions.ts'
import { presenceOf } from '../queries/presence.ts'
import { selectionRoutes } from '../routes.tsx'
import { sessionParts } from './sessions.ts'

const held = testDatabase()
const NOW = new Date('2024-04-29T10:00:00Z')

test('the minutes name who sat and from which files they were recused, in three languages, until the list is public', async () => {
  const { small, applications, reviewer } = await roomToSelect(held.db)
  const { organisation, edition } = small
  const place = { programme: small.programme, edition }
  const juror = await reviewerIn(held.db, small)
  const application = applications[3] as string
  const declared = { kind: 'declared', declared_at: NOW, declared_by: juror.viewer.person.id }
  await held.db
    .insertInto('conflict')
    .values({ organisation, edition, reviewer: juror.reviewer, application, ...declared })
    .execute()
  const people = [juror, reviewer].map((one) => one.viewer.person.id)
  expect(await notePresence(held.db, small.officer, place, [small.officer.person.id], NOW)).toEqual(refused('selection/presence-unknown'))
  expect(await notePresence(held.db, reviewer.viewer, place, people, NOW)).toEqual(refused('page/not-allowed'))
  expect(await notePresence(held.db, small.officer, place, people, NOW)).toEqual(ok({ present: 2 }))
  const { number } = await held.db.selectFrom('application').select('number').where('id', '=', application).executeTakeFirstOrThrow()
  const present = await presenceOf(held.db, small.officer, place, 'fr')
  expect(present.map((one) => [one.person === juror.viewer.person.id, one.recusedFrom]).sort()).toEqual([
    [false, []],
    [true, [number]],
  ])
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  await sealSelection(held.db, await staffOf(held.db, small, 'chair'), plan.value.plan, plan.value.fingerprint, NOW)
  const desk = mounted(held.db, selectionRoutes, small.officer, NOW)
  const document = async (language: string) =>
    new Uint8Array(await (await desk.get(`/fr/desk/2024/selection/minutes.pdf?lang=${language}`)).arrayBuffer())
  const [once, again] = [await document('ar'), await document('ar')]
  expect([new TextDecoder().decode(once.slice(0, 5)), Buffer.from(once).equals(Buffer.from(again))]).toEqual(['%PDF-', true])
  for (const language of LANGUAGES) {
    const html = await (await desk.get(`/${language}/desk/2024/selection/minutes`)).text()
    expect([html.includes(number), await htmlFaults(html)], language).toEqual([true, []])
  }
  await publishSelection(held.db, small.director, place, NOW)
  const late = await desk.post('/fr/desk/2024/selection/minutes', { person: people })
  expect([late.status, (await presenceOf(held.db, small.officer, place, 'fr')).length]).toEqual([422, 2])
})

test('the minutes name the sessions of the jury closed before the seal: when, who was there, who was out for which file, what was decided', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const { organisation, edition, officer } = small
  const place = { programme: small.programme, edition }
  const { number } = await held.db
    .selectFrom('application')
    .select('number')
    .where('id', '=', applications[2] as string)
    .executeTakeFirstOrThrow()
  const [juror, recused, away] = ['Ahlam', 'Brahim', 'Chama'].map((latin) => ({ person: newId(), ar: '', latin }))
  const closed = async (opened: string, at: string) => {
    const session = newId()
    const moves = [{ present: true, at: opened }]
    const record = {
      ...{ session, edition, place: 'Rabat, siège', openedAt: opened, closedAt: at, quorum: 1 },
      members: [
        { ...juror, movements: moves },
        { ...recused, movements: [...moves, { present: false, at }] },
        { ...away, movements: [] },
      ],
      // One file, opened twice.
      files: [
        { outcome: 'again', note: '' },
        { outcome: 'remark', note: 'Revoir le budget' },
      ].map((decided) => ({
        ...{ application: applications[2], number, openedAt: opened, endedAt: at, ...decided },
        ...{ present: [juror?.person], recused: [recused?.person], votes: { for: 1, against: 0, abstain: 0 } },
      })),
      notOpened: [],
    }
    const acts = {
      planned_at: NOW,
      planned_by: officer.person.id,
      opened_at: opened,
      opened_by: officer.person.id,
      closed_at: at,
      closed_by: officer.person.id,
    }
    const text = JSON.stringify(record)
    const sealed = { record: text, hash: createHash('sha256').update(text).digest('hex') }
    await held.db
      .insertInto('jury_session')
      .values({
        organisation,
        id: session,
        edition,
        begins_at: opened,
        place: 'Rabat, siège',
        quorum: 1,
        ...acts,
        ...sealed,
      })
      .execute()
    return session
  }
  const before = await closed('2024-04-28T09:00:00.000Z', '2024-04-28T11:00:00.000Z')
  const plan = await planSelection(held.db, officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  await sealSelection(held.db, small.director, plan.value.plan, plan.value.fingerprint, NOW)
  const after = await closed('2024-04-30T09:00:00.000Z', '2024-04-30T11:00:00.000Z')
  const sessions = await heldSessions(held.db, officer, place, 'fr', NOW)
  expect(sessions.map(({ session, present, absent, files }) => [session, present, absent, files])).toEqual([
    [
      before,
      ['Ahlam', 'Brahim'],
      ['Chama'],
      [
        { number, outcome: 'again', note: '', recused: ['Brahim'] },
        { number, outcome: 'remark', note: 'Revoir le budget', recused: ['Brahim'] },
      ],
    ],
  ])
  const desk = mounted(held.db, selectionRoutes, officer, NOW)
  expect(await (await desk.get('/fr/desk/2024/selection/minutes')).text()).toContain('2 présents, 1 dossier ouvert')
  for (const language of LANGUAGES) {
    const told = JSON.stringify(sessionParts(sessions, language, 'Africa/Casablanca'))
    for (const one of ['Ahlam', 'Brahim', 'Chama', number, 'Revoir le budget', '2024'])
      expect([one, told.includes(one)], language).toEqual([one, true])
    const html = await (await desk.get(`/${language}/desk/2024/selection/minutes`)).text()
    expect([html.includes(before), html.includes(after), await htmlFaults(html)], language).toEqual([true, false, []])
    const pdf = await desk.get(`/${language}/desk/2024/selection/minutes.pdf`)
    expect([pdf.status, new TextDecoder().decode(new Uint8Array(await pdf.arrayBuffer()).slice(0, 5))], language).toEqual([200, '%PDF-'])
  }
})
