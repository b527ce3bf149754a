/** Files follow into the application begun after a withdrawal. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { DURING } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { photograph, sound } from '../../../tests/server/samples.ts'
import { type Applicant, filingServer, until } from '../../../tests/server/filing-server.ts'
import { startApplication, withdrawApplication } from '../applications/index.ts'

const held = testDatabase()
const at = filingServer(held)

function give({ question, headers }: Applicant, content: Uint8Array, name: string): Promise<Response> {
  const body = new FormData()
  body.append('file.of_file', new Blob([new Uint8Array(content)]), name)
  return fetch(`${question}/files`, { method: 'POST', headers, body, redirect: 'manual' })
}

async function beganAgain({ viewer, application, headers }: Applicant): Promise<Applicant> {
  expect((await withdrawApplication(held.db, viewer, { application, reason: '' }, DURING)).ok).toBe(true)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  expect(started.value.takenOver).toBe('withdrawn')
  const base = `${at.server.origin}/fr/applications/${started.value.application}`
  return { viewer, headers, application: started.value.application, question: `${base}/questions/of_file`, page: `${base}/sections/kinds` }
}

async function read({ application, headers }: Applicant, file: string | undefined): Promise<Response> {
  return fetch(`${at.server.origin}/fr/applications/${application}/files/${file}`, { headers })
}

test('files follow with their content; taken back in the new application, they are still read in the old one', async () => {
  const one = await at.applicant()
  await give(one, sound(), 'son.wav')
  await give(one, await photograph(), 'moi.jpg')
  await until(async () => (await at.rowsOf(one.application)).every((file) => file.prepared_at !== null))
  const given = await at.rowsOf(one.application)
  const again = await beganAgain(one)
  const carried = await at.rowsOf(again.application)
  const told = (rows: readonly string[][]) => rows.map((row) => row.join(' ')).sort()
  expect(told(carried.map(({ name, sha256, carried_from }) => [name, sha256, carried_from ?? '']))).toEqual(
    told(given.map(({ id, name, sha256 }) => [name, sha256, id])),
  )
  expect(new Set((await at.answersOf(again.application))?.of_file as string[])).toEqual(new Set(carried.map(({ id }) => id)))
  expect(await (await fetch(again.page, { headers: again.headers })).text()).toContain('son.wav')
  for (const { id } of carried) expect((await read(again, id)).status).toBe(200)
  const lying = at.lying().length
  for (const { id } of carried)
    await fetch(`${again.question}/files/removal`, { method: 'POST', headers: again.headers, body: new URLSearchParams({ remove: id }) })
  await at.settled()
  expect((await at.answersOf(again.application))?.of_file ?? []).toEqual([])
  expect(at.lying()).toHaveLength(lying)
  const links = await sql<{ blob: string | null }>`select blob from file where application = ${one.application} order by given_at, id`.execute(
    held.db,
  )
  expect(links.rows.map(({ blob }) => blob)).toEqual(given.map(({ blob }) => blob))
})

test('a file that is still being checked does not follow, and the pages say what does not before and after', async () => {
  const one = await at.applicant()
  await give(one, sound(), 'son.wav')
  await held.db.updateTable('file').set({ prepared_at: null }).where('application', '=', one.application).execute()
  const page = async (path: string) => (await fetch(`${at.server.origin}/fr${path}`, { headers: one.headers })).text()
  expect(await page(`/applications/${one.application}/withdrawal`)).toContain('les coéquipiers, à inviter de nouveau')
  expect((await withdrawApplication(held.db, one.viewer, { application: one.application, reason: '' }, DURING)).ok).toBe(true)
  expect(await page('/calls/2024/applications')).toContain('Les consentements sont à donner de nouveau')
  const started = await startApplication(held.db, one.viewer, { edition: '2024', language: 'fr' }, DURING)
  const application = started.ok ? started.value.application : ''
  expect(await at.rowsOf(application)).toEqual([])
  expect(await page(`/applications/${application}?said=taken-over`)).toContain('encore en cours de vérification est à joindre de nouveau')
})
