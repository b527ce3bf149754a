import { describe, expect, test } from 'vitest'
import { DURING, somebody } from '../../../../tests/database/open-call.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { applicants, DECLARED } from '../../../../tests/server/applicant.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { sweepPresence } from './commands/say-present.ts'

const held = testDatabase()
const at = applicants(held)
const { begun, get, post, written } = at
const seconds = (count: number): Date => new Date(DURING.getTime() + count * 1000)

async function named(name: string): Promise<SignedIn> {
  const viewer = await somebody(held.db, at.call.organisation)
  await held.db.updateTable('person').set({ name_latin: name }).where('id', '=', viewer.person.id).execute()
  return viewer
}

/** An application that Salma holds and the others write with her. */
async function team(
  whole: boolean,
  ...names: readonly string[]
): Promise<{ salma: SignedIn; others: SignedIn[]; base: string; application: string }> {
  const salma = await named('Salma Ouhssain')
  const application = whole ? await written(salma) : await begun(salma)
  const others = await Promise.all(names.map(named))
  for (const { organisation, person } of others)
    await held.db
      .insertInto('application_member')
      .values({ organisation, application, person: person.id, part: 'member', joined_at: DURING })
      .execute()
  return { salma, others, base: `/fr/applications/${application}`, application }
}

const says = async (answer: Response) => [answer.status, await answer.json()]
const rows = async (application: string) =>
  (await held.db.selectFrom('presence').select('page').where('application', '=', application).execute()).length

describe('who is where in a draft', () => {
  test('is told to the others: the part, the field, each person once, in the language of the page', async () => {
    const { salma, others, base } = await team(false, 'Karim Benali', 'Amal Tazi')
    const [karim, amal] = others as [SignedIn, SignedIn]
    const page = newId()
    const field = { page, section: 'project', question: 'summary' }
    expect(await says(await post(`${base}/presence`, karim, field))).toEqual([200, { others: 0, here: {} }])
    expect(await says(await post(`${base}/presence`, salma, { page: newId(), section: 'project', question: '' }, seconds(5)))).toEqual([
      200,
      { others: 1, here: { 'part:project': 'Karim B. est dans cette partie', 'question:summary': 'Karim B. écrit ici' } },
    ])
    // Karim's telephone is no second person; Amal is.
    await post(`${base}/presence`, karim, { ...field, page: newId() }, seconds(6))
    await post(`${base.replace('/fr', '/ar')}/presence`, amal, { ...field, page: newId() }, seconds(7))
    const list = await (await get(base, salma, seconds(8))).text()
    expect(list).toContain('Amal T. et Karim B. sont dans cette partie')
    const section = await (await get(`${base}/sections/project`, salma, seconds(8))).text()
    expect(section).toContain('Amal T. et Karim B. écrivent ici')
    expect(section).toMatch(/src="\/assets\/presence/)
  })

  test('is believed for 45 seconds, ends when the page is closed, and is swept', async () => {
    const { salma, others, base, application } = await team(false, 'Karim Benali')
    const [karim] = others as [SignedIn]
    const pages = [newId(), newId()] as const
    for (const page of pages) await post(`${base}/presence`, karim, { page, section: 'who', question: '' })
    const seen = async (now: Date) => ((await (await post(`${base}/presence`, salma, { page: newId() }, now)).json()) as { others: number }).others
    expect(await seen(seconds(45))).toBe(2)
    await post(`${base}/presence`, karim, { page: pages[0], gone: '1' }, seconds(10))
    expect(await seen(seconds(45))).toBe(1)
    expect(await seen(seconds(46))).toBe(0)
    expect(await rows(application)).toBe(3)
    expect(await seen(seconds(200))).toBe(0)
    expect(await rows(application)).toBe(1)
    // What nobody looks at any more goes within the hour.
    await sweepPresence(held.db, seconds(245))
    expect(await rows(application)).toBe(1)
    await sweepPresence(held.db, seconds(246))
    expect(await rows(application)).toBe(0)
  })

  test('is not told of a page that was closed, when something it said before comes late', async () => {
    const { salma, others, base } = await team(false, 'Karim Benali')
    const [karim] = others as [SignedIn]
    const page = { page: newId(), section: 'who' }
    const seen = async () => ((await (await post(`${base}/presence`, salma, { page: newId() })).json()) as { others: number }).others
    await post(`${base}/presence`, karim, { ...page, turn: '1' })
    expect(await seen()).toBe(1)
    await post(`${base}/presence`, karim, { ...page, turn: '3', gone: '1' })
    await post(`${base}/presence`, karim, { ...page, turn: '2' })
    expect(await seen()).toBe(0)
    // The same page, shown again.
    await post(`${base}/presence`, karim, { ...page, turn: '4' })
    expect(await seen()).toBe(1)
  })

  test('is told to nobody outside the team, ends with the membership, and with the draft', async () => {
    const { salma, others, base, application } = await team(true, 'Karim Benali')
    const [karim] = others as [SignedIn]
    const page = newId()
    expect((await post(`${base}/presence`, karim, { page, section: 'who' })).status).toBe(200)
    expect((await post(`${base}/presence`, await named('Hind'), { page: newId() })).status).toBe(404)
    expect((await post(`${base}/presence`, null, { page: newId() })).status).toBe(401)
    for (const id of ['x', newId()]) expect((await post(`/fr/applications/${id}/presence`, salma, { page: newId() })).status).toBe(404)
    expect((await post(`${base}/presence`, salma, { page: 'x' })).status).toBe(404)
    // Nobody moves or closes the page of somebody else.
    await post(`${base}/presence`, salma, { page, section: 'project' })
    await post(`${base}/presence`, salma, { page, gone: '1' })
    expect(await (await get(base, salma)).text()).toContain('Karim B. est dans cette partie')
    await post(`${base}/team/members/${karim.person.id}/removal`, salma)
    expect(await rows(application)).toBe(0)
    await post(`${base}/submission`, salma, DECLARED)
    expect((await post(`${base}/presence`, salma, { page })).status).toBe(404)
  })

  test('leaves no trace in the trail, and writing alone costs nothing: no line, no script, no question asked', async () => {
    const { salma, base, application } = await team(false)
    const section = await (await get(`${base}/sections/project`, salma)).text()
    expect(section).not.toContain('presence')
    expect(section).not.toContain('data-here')
    await post(`${base}/presence`, salma, { page: newId(), section: 'project', question: 'summary' })
    const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', application).execute()
    expect(acts).toEqual([{ act: 'application/started' }])
  })

  test('is kept when many say it at the same instant: nobody waits for another, nothing fails', async () => {
    const { others, base, application } = await team(false, 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq')
    const pages = others.map((viewer) => ({ viewer, page: newId() }))
    // Each time what was said before is over, and whoever comes sweeps the pages of the others while they say it anew.
    for (const now of Array.from({ length: 40 }, (_, round) => seconds(60 * round))) {
      const answers = await Promise.all(pages.map(({ viewer, page }) => post(`${base}/presence`, viewer, { page, section: 'who' }, now)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    }
    expect(await rows(application)).toBe(5)
  })
})
