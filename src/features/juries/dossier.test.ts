import { expect, test } from 'vitest'
import { eligible, reviewerIn, smallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { addToAgenda, planSession } from './commands/prepare.ts'
import { recuse } from './commands/room.ts'
import { mySessions } from './queries/mine.ts'
import { juryRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-28T09:00:00Z')

test('who sits in a session reads its files whole and without names; who is in conflict or does not sit in it reads none', async () => {
  const { db } = held
  const small = await smallEdition(db)
  const { programme, edition } = small
  const file = await submitted(db, small, { region: 'fes' })
  await eligible(db, small, file.application)
  const [member, conflicted, other] = [await reviewerIn(db, small), await reviewerIn(db, small), await reviewerIn(db, small)]
  const chair = await staffOf(db, small, 'chair')
  const members = [member.viewer.person.id, conflicted.viewer.person.id]
  const planned = await planSession(
    db,
    small.officer,
    { programme, edition },
    { beginsAt: NOW, place: 'Rabat', quorum: 1, members },
    'https://k.example',
    NOW,
  )
  if (!planned.ok) throw new Error(planned.code)
  const { session } = planned.value
  await addToAgenda(db, small.officer, { session, ground: 'hand', which: file.number }, NOW)
  await recuse(db, conflicted.viewer, { session, person: conflicted.viewer.person.id, application: file.application }, NOW)
  const { answers, holder_name } = await db
    .selectFrom('submission')
    .select(['answers', 'holder_name'])
    .where('application', '=', file.application)
    .executeTakeFirstOrThrow()
  const path = (language: string, application = file.application) => `/${language}/juries/${session}/files/${application}`
  const get = (viewer: SignedIn, at: string) => mounted(db, juryRoutes, viewer, NOW).get(at)
  for (const language of ['ar', 'fr', 'en'] as const)
    for (const viewer of [member.viewer, chair, small.officer]) {
      const answer = await get(viewer, path(language))
      const said = await answer.text()
      expect([answer.status, said.includes(holder_name)]).toEqual([200, false])
      expect(said).toContain((answers as { summary?: string }).summary ?? file.number)
      expect(await htmlFaults(said)).toEqual([])
    }
  expect((await get(conflicted.viewer, path('fr'))).status).toBe(404)
  expect((await get(other.viewer, path('fr'))).status).toBe(404)
  expect((await get(member.viewer, path('fr', newId()))).status).toBe(404)
  const room = await (await get(member.viewer, `/fr/juries/${session}`)).text()
  expect(room).toContain(`href="${path('fr')}"`)
  expect(await (await get(conflicted.viewer, `/fr/juries/${session}`)).text()).not.toContain(`href="${path('fr')}"`)
  // The chair leads without sitting: the session stands on their page all the same, a reader's own only.
  expect([(await mySessions(db, chair)).length, (await mySessions(db, member.viewer)).length, (await mySessions(db, other.viewer)).length]).toEqual([
    1, 1, 0,
  ])
})
