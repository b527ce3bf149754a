import { expect, test } from 'vitest'
import { ok, refused } from '../../../domain/result.ts'
import { eligible, reviewerIn, smallEdition, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { applyAssignment } from '../commands/assign.ts'
import { sayPreferences } from '../commands/say-preferences.ts'
import { planOf } from '../queries/plan.ts'
import { preferencesOf } from '../queries/preferences.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')

test('a reviewer says what they would read, as blind as they read it; the plan hears it, and a tie keeps the file from them', async () => {
  const small = await smallEdition(held.db)
  const place = { programme: small.programme, edition: small.edition }
  await held.db.updateTable('edition').set({ reviews_per_application: 1 }).where('id', '=', small.edition).execute()
  const files = [await submitted(held.db, small, { email: 'secret@example.org' }), await submitted(held.db, small), await submitted(held.db, small)]
  await eligible(held.db, small, ...files.map(({ application }) => application))
  const [mine, tied, other] = files.map(({ application }) => application) as [string, string, string]
  const one = await reviewerIn(held.db, small)
  const two = await reviewerIn(held.db, small, { languages: ['ar'] })
  await reviewerIn(held.db, small)
  const shown = await preferencesOf(held.db, one.viewer, '2024', 1)
  expect([shown?.total, shown?.said, shown?.files.every(({ excerpt }) => excerpt !== '')]).toEqual([3, 0, true])
  const holders = await held.db.selectFrom('submission').select('holder_name').where('organisation', '=', small.organisation).execute()
  const written = JSON.stringify(shown)
  expect(['secret@example.org', '+2126', ...holders.map(({ holder_name }) => holder_name)].filter((secret) => written.includes(secret))).toEqual([])
  // Files in a language one does not read, and those of nobody's edition, are not asked about.
  expect((await preferencesOf(held.db, two.viewer, '2024', 1))?.total).toBe(0)
  expect(await preferencesOf(held.db, small.officer, '2024', 1)).toBeNull()
  const say = (viewer: typeof one.viewer, answers: Parameters<typeof sayPreferences>[2]['answers']) =>
    sayPreferences(held.db, viewer, { edition: '2024', answers }, NOW)
  expect(await say(small.officer, [])).toEqual(refused('preference/unknown'))
  expect(await say(two.viewer, [{ application: mine, answer: 'gladly' }])).toEqual(ok({ said: 0, conflicts: 0 }))
  const stale = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  const room = mounted(held.db, reviewRoutes, one.viewer, NOW)
  const sent = await room.post('/fr/reviews/preferences/2024', {
    [`wish.${mine}`]: 'gladly',
    [`wish.${tied}`]: 'conflict',
    [`wish.${other}`]: 'rather-not',
    'wish.nothing': 'gladly',
  })
  expect(sent.headers.get('location')).toBe('/fr/reviews/preferences/2024?said=preferences-kept')
  for (const language of ['ar', 'fr', 'en'])
    for (const path of ['/reviews/preferences/2024?said=preferences-kept', '/reviews']) {
      const page = await room.get(`/${language}${path}`)
      expect([path, page.status, await htmlFaults(await page.text())]).toEqual([path, 200, []])
    }
  expect((await preferencesOf(held.db, one.viewer, '2024', 1))?.files.map(({ application, wish }) => [application, wish])).toEqual([
    [mine, 'gladly'],
    [other, 'rather-not'],
  ])
  expect(await applyAssignment(held.db, small.officer, place, stale?.fingerprint ?? '', NOW)).toEqual(refused('assignment/inputs-changed'))
  const plan = await planOf(held.db, small.officer, place, 'reading', 'fr', NOW)
  expect((await applyAssignment(held.db, small.officer, place, plan?.fingerprint ?? '', NOW)).ok).toBe(true)
  const given = await held.db.selectFrom('assignment').select(['application']).where('reviewer', '=', one.reviewer).execute()
  expect(given.map(({ application }) => application)).toEqual([mine])
  expect(await say(one.viewer, [{ application: mine, answer: 'none' }])).toEqual(ok({ said: 1, conflicts: 0 }))
  expect((await preferencesOf(held.db, one.viewer, '2024', 1))?.said).toBe(1)
})
