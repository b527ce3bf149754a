import { expect, test } from 'vitest'
import { reviewerIn } from '../../../../tests/database/small-edition.ts'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import { planSelection } from '../commands/plan.ts'
import { notePresence } from '../commands/presence.ts'
import { publishSelection } from '../commands/publish.ts'
import { sealSelection } from '../commands/seal.ts'
import { presenceOf } from '../queries/presence.ts'
import { selectionRoutes } from '../routes.tsx'

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
  await sealSelection(held.db, small.director, plan.value.plan, plan.value.fingerprint, NOW)
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
