import { beforeAll, expect, test } from 'vitest'
import { BEFORE, house, OPEN } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { publishCall } from '../programme/index.ts'
import { callRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)
const AFTER = new Date('2024-04-20T10:00:00Z')

beforeAll(async () => {
  for (const { person, role } of [
    { ...the.director, role: 'director' },
    { ...(await the.person('administrator')), role: 'administrator' },
  ])
    await held.db
      .insertInto('role_grant')
      .values({ organisation: the.organisation, id: person.id, person: person.id, role, granted_at: BEFORE })
      .execute()
})

const page = async (viewer: SignedIn, now: Date, language = 'en'): Promise<string> =>
  (await mounted(held.db, callRoutes(), viewer, now).get(`/${language}/desk/2024/call`)).text()

test('an officer reads who makes the call public and who moves its deadline, while either can be done; the director has the button', async () => {
  const publish = 'Making the call public is for those who direct or administer the programme: Nadia director and Nadia administrator.'
  expect([(await page(the.officer, BEFORE)).includes(publish), (await page(the.director, BEFORE)).includes('those who direct')]).toEqual([
    true,
    false,
  ])
  expect((await publishCall(held.db, the.director, '2024', BEFORE)).ok).toBe(true)
  const extend = 'Extending the deadline is for those who direct or administer the programme: Nadia director and Nadia administrator.'
  expect(await page(the.officer, OPEN)).toContain(extend)
  for (const language of LANGUAGES) {
    const html = await page(the.officer, OPEN, language)
    expect([html.includes(language === 'ar' ? 'نادية' : 'Nadia director'), await htmlFaults(html)], language).toEqual([true, []])
  }
  const director = await page(the.director, OPEN)
  expect([director.includes('call/extension'), director.includes('those who direct')]).toEqual([true, false])
  // Nothing can be moved any more, and whoever has no hand in applications is not told whose act it would be.
  expect(await page(the.officer, AFTER)).not.toContain('those who direct')
  expect(await page(await the.person('donor'), OPEN)).not.toContain('those who direct')
})

test('an officer of one region reads it too; whose role ended is not named', async () => {
  const { officer } = the
  const { id: edition, programme } = await held.db
    .selectFrom('edition')
    .select(['id', 'programme'])
    .where('organisation', '=', the.organisation)
    .executeTakeFirstOrThrow()
  const regional = { ...officer, grants: [{ role: 'officer' as const, programme, edition, region: 'FM' }] }
  expect(await page(regional, OPEN)).toContain('those who direct or administer the programme: Nadia director and Nadia administrator.')
  await held.db.updateTable('role_grant').set({ ended_at: OPEN, ended_by: the.director.person.id }).where('id', '=', the.director.person.id).execute()
  expect(await page(officer, OPEN)).toContain('the programme: Nadia administrator.')
})
