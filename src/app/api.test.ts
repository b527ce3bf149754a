import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database/test-database.ts'
import { testServer } from '../../tests/server/test-server.ts'
import { personId } from '../demo/load/applications.ts'
import { teamMember, viewerOf } from '../demo/load/context.ts'
import { CLOCK } from '../demo/load/stage.ts'
import { makeWorld } from '../demo/world/world.ts'
import { makeToken } from '../features/people/index.ts'

const held = testDatabase('call')
const server = testServer(held)
const NOW = CLOCK.call
const tokens: Record<string, string> = {}

beforeAll(async () => {
  server.setClock(NOW)
  const make = async (name: string, person: Awaited<ReturnType<typeof viewerOf>>, writes = true) => {
    const made = await makeToken(held.db, person, { name, writes, days: 30 }, NOW)
    if (!made.ok) throw new Error(made.code)
    tokens[name] = made.value.token
  }
  await make('officer', await teamMember(held.db, 'nadia'))
  await make('reads', await teamMember(held.db, 'nadia'), false)
  await make('donor', await teamMember(held.db, 'donor'))
  const writing = makeWorld().applications.e2.find((one) => one.startedAt < NOW.toISOString() && one.submittedAt > NOW.toISOString())
  if (writing === undefined) throw new Error('Nobody is writing.')
  await make('applicant', await viewerOf(held.db, personId(writing.holder)))
}, 120_000)

interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: the test reads whatever came.
  readonly body: any
}

async function ask(method: string, path: string, token: string | null, body?: unknown, raw?: string): Promise<Reply> {
  const headers: Record<string, string> = { 'accept-language': 'en' }
  if (token !== null) headers.authorization = `Bearer ${tokens[token] ?? token}`
  if (body !== undefined || raw !== undefined) headers['content-type'] = 'application/json'
  const answer = await fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined && raw === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

test('the document describes every endpoint, each with its refusals', async () => {
  const { body } = await ask('GET', '/openapi.json', null)
  expect(body.openapi).toBe('3.1.0')
  const operations = Object.entries(body.paths as Record<string, Record<string, { responses: object; security: object[]; tags: string[] }>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, of]) => ({ path, method, ...of })),
  )
  expect(operations.length).toBeGreaterThan(40)
  for (const one of operations) {
    expect(Object.keys(one.responses), `${one.method} ${one.path}`).toEqual(expect.arrayContaining(['200', '404', '409', '422']))
    expect(one.tags.length).toBe(1)
  }
})

test('every endpoint that is not open asks for a token, and answers nothing without one', async () => {
  const { body } = await ask('GET', '/openapi.json', null)
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  for (const [path, methods] of Object.entries(body.paths as Record<string, Record<string, { security: object[] }>>))
    for (const [method, { security }] of Object.entries(methods)) {
      const way = path.replaceAll('{edition}', '2024').replaceAll(/\{[a-z]+\}/g, id)
      const answer = await ask(method.toUpperCase(), way, null, method === 'get' ? undefined : {})
      // A body that cannot be read is refused before anybody is asked who they are; nothing is told by it.
      if (security.length > 0) expect([401, 403, 422], `${method} ${path}`).toContain(answer.status)
      else expect([200, 404]).toContain(answer.status)
    }
})

test('an application is saved, sent and decided on through the commands of the pages', async () => {
  const mine = await ask('GET', '/applications', 'applicant')
  const [application] = mine.body.applications
  expect(application.state).toBe('draft')
  const way = `/applications/${application.id}`
  const draft = await ask('GET', way, 'applicant')
  const whole = makeWorld().applications.e2.find((one) => one.id === application.id)?.answers ?? {}
  const stale = await ask('PATCH', way, 'applicant', { version: draft.body.version + 7, answers: { town: 'Taza' } })
  expect([stale.status, stale.body.refused.code]).toEqual([409, 'page/stale'])
  const unknown = await ask('PATCH', way, 'applicant', { version: draft.body.version, answers: { no_such_question: 'x' } })
  expect([unknown.status, unknown.body.refused.code]).toEqual([422, 'application/unknown-question'])
  const early = await ask('POST', `${way}/submission`, 'applicant', { declared: true, language: 'en' })
  expect([early.status, early.body.refused.code]).toEqual([422, 'application/incomplete'])
  expect(early.body.refused.sentence.length).toBeGreaterThan(10)
  const saved = await ask('PATCH', way, 'applicant', { version: draft.body.version, answers: whole })
  expect([saved.status, saved.body.aside]).toEqual([200, []])
  expect((await ask('PATCH', way, 'donor', { version: saved.body.version, answers: { town: 'Taza' } })).status).toBe(404)
  const sent = await ask('POST', `${way}/submission`, 'applicant', { declared: true, language: 'en' })
  expect([sent.status, sent.body.hash.length]).toEqual([200, 64])
  expect((await ask('POST', `${way}/submission`, 'applicant', { declared: true, language: 'en' })).body.refused.code).toBe(
    'application/already-submitted',
  )
  expect((await ask('GET', way, 'applicant')).body).toMatchObject({ state: 'submitted', hash: sent.body.hash })

  const list = await ask('GET', '/editions/2024/applications?state=waiting', 'officer')
  expect(list.body.lines.map((line: { application: string }) => line.application)).toContain(application.id)
  expect((await ask('POST', '/editions/2024/eligibility-checks', 'officer')).status).toBe(200)
  const decision = await ask('POST', `/editions/2024/applications/${application.id}/eligibility`, 'officer', {
    eligible: true,
    ground: null,
    reason: '',
    seen: 0,
  })
  expect(decision).toMatchObject({ status: 200, body: { seq: 1 } })
  const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', application.id).orderBy('seq').execute()
  expect(acts.map((row) => row.act)).toEqual([
    'application/started',
    'draft/saved',
    'application/submitted',
    'eligibility/checked',
    'eligibility/accepted',
  ])
})

test('a token that reads changes nothing; one that is wrong, expired or taken back opens nothing', async () => {
  expect((await ask('GET', '/editions/2024/applications', 'reads')).status).toBe(200)
  expect((await ask('POST', '/editions/2024/eligibility-checks', 'reads')).body.refused.code).toBe('api/read-only')
  expect((await ask('GET', '/applications', 'kw_nobody')).status).toBe(401)
  server.setClock(new Date(NOW.getTime() + 31 * 86_400_000))
  expect((await ask('GET', '/applications', 'officer')).status).toBe(401)
  server.setClock(NOW)
  const donor = await ask('GET', '/editions/2024/assignment', 'donor')
  expect(donor.status).toBe(404)
})

test('whatever is sent, there is an answer in JSON, and never a fault', async () => {
  const way = '/calls/2024/applications'
  const bodies = [
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '{"language":"de"}',
    '{"language":1}',
    `{"language":"${'x'.repeat(100_000)}"}`,
    '{"language":"ar\\u0000"}',
    '['.repeat(5000),
  ]
  for (const raw of bodies) {
    const answer = await ask('POST', way, 'applicant', undefined, raw)
    expect([400, 422], raw.slice(0, 30)).toContain(answer.status)
    expect(typeof answer.body.refused.sentence, raw.slice(0, 30)).toBe('string')
  }
  expect((await ask('POST', '/editions', 'officer', undefined, `{"a":"${'x'.repeat(5_000_000)}"}`)).status).toBe(413)
  expect((await ask('GET', '/reviews/not-an-id', 'officer')).status).toBe(422)
  expect((await ask('GET', '/nowhere', 'officer')).status).toBe(404)
  const file = await ask('GET', '/editions/2024/file', 'officer')
  expect(file.body.edition.slug).toBe('2024')
  expect((await ask('POST', '/editions', 'officer', { ...file.body, criteria: [] })).status).toBe(422)
})

test('every refusal is in the language asked for: of a rule, of a field, of who asks, of what is not there; English when none is asked for', async () => {
  const said = async (wish: string | null, path: string, token: string | null, body?: string): Promise<string> => {
    const headers = {
      ...(wish === null ? {} : { 'accept-language': wish }),
      ...(token === null ? {} : { authorization: `Bearer ${tokens[token]}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const answer = await fetch(`${server.origin}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body }),
    })
    const { refused } = (await answer.json()) as { refused: { sentence: string; fields?: { says: string }[] } }
    return [refused.sentence, ...(refused.fields ?? []).map(({ says }) => says)].join(' | ')
  }
  const nowhere = '01890a5d-ac96-774b-bcce-b302099a8057'
  const asks: [string, string | null, string?][] = [
    ['/applications', null],
    [`/applications/${nowhere}`, 'applicant'],
    [`/applications/${nowhere}/withdrawal`, 'applicant', '{"reason":5}'],
    [`/applications/${nowhere}/withdrawal`, 'applicant', '{"reason":'],
    ['/calls/1999/applications', 'applicant', '{"language":"fr"}'],
  ]
  for (const [path, token, body] of asks) {
    const in4 = await Promise.all(['ar', 'fr-MA,fr;q=0.9', 'en;q=0.1,fr;q=0.8', null].map((wish) => said(wish, path, token, body)))
    expect(in4[0], path).toMatch(/^[^A-Za-z]*[\u0600-\u06ff]/)
    expect(in4[1], path).toBe(in4[2])
    expect(in4[3], path).toMatch(/^[\x20-\x7e\u2018-\u201d\u2026|]+$/)
    expect(new Set(in4).size, path).toBe(3)
  }
})
