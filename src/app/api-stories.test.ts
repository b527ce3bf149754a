import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database/test-database.ts'
import { testServer } from '../../tests/server/test-server.ts'
import { teamMember } from '../demo/load/context.ts'
import { CLOCK } from '../demo/load/stage.ts'
import { makeToken } from '../features/people/index.ts'

const held = testDatabase('cohort')
const server = testServer(held)
const NOW = CLOCK.cohort
const tokens: Record<string, string> = {}

beforeAll(async () => {
  server.setClock(NOW)
  for (const name of ['nadia', 'director', 'accountant', 'finance', 'communication', 'donor']) {
    const made = await makeToken(held.db, await teamMember(held.db, name), { name, writes: true, days: 30 }, NOW)
    if (!made.ok) throw new Error(made.code)
    tokens[name] = made.value.token
  }
}, 120_000)

interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: the test reads whatever came.
  readonly body: any
}

async function ask(who: string, method: string, path: string, body?: unknown): Promise<Reply> {
  const answer = await fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers: { 'accept-language': 'fr', authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

/** Status and the code of the refusal. */
async function refusal(...asked: Parameters<typeof ask>): Promise<[number, string]> {
  const { status, body } = await ask(...asked)
  expect(body.refused.sentence, JSON.stringify(body)).not.toBe(body.refused.code)
  return [status, body.refused.code]
}

const said = (text: string) => ({ ar: text, fr: text, en: text })
const nowhere = '01890a5d-ac96-774b-bcce-b302099a8057'

describe('a program', () => {
  test('adds a market, gives its stands, and records who took part', async () => {
    const terms = { name: said('Souk'), town: said('Taza'), startsOn: '2024-07-05', endsOn: '2024-07-07', places: 1 }
    expect(await refusal('nadia', 'POST', '/editions/2024/markets', { ...terms, endsOn: '2024-07-01' })).toEqual([
      422,
      'market/ends-before-it-begins',
    ])
    const { market } = (await ask('nadia', 'POST', '/editions/2024/markets', terms)).body
    const projects = (await ask('nadia', 'GET', '/editions/2024/cohort')).body.projects as { project: string }[]
    const [one, two] = projects.map(({ project }) => project) as [string, string]
    expect((await ask('nadia', 'POST', `/markets/${market}/stands`, { project: one, reason: 'Prêt à vendre' })).body).toEqual({})
    expect(await refusal('nadia', 'POST', `/markets/${market}/stands`, { project: two, reason: 'Aussi' })).toEqual([422, 'stand/none-left'])
    expect((await ask('nadia', 'POST', `/markets/${market}/participation`, { tookPart: { [one]: true } })).body).toEqual({ tookPart: 1 })
    expect((await ask('nadia', 'POST', `/markets/${market}/visitors`, { part: 'total', visitors: 300, source: 'Entrées' })).status).toBe(200)
    const view = (await ask('donor', 'GET', `/editions/2024/markets/${market}`)).body
    expect(JSON.stringify(view)).toContain('300')
    expect(await refusal('donor', 'POST', `/markets/${market}/cancellation`, { reason: 'x' })).toEqual([404, 'page/not-found'])
    expect(await refusal('nadia', 'POST', `/markets/${market}/cancellation`, { reason: 'x' })).toEqual([422, 'market/took-place'])
    expect(await refusal('nadia', 'PUT', `/markets/${market}`, { ...terms, version: 7 })).toEqual([409, 'market/changed-since'])
  })

  test('plans a tour, changes it over what it read, and cancels it', async () => {
    const terms = { name: said('De Taza à Fès'), region: 'fes-meknes', startsOn: '2024-09-06', endsOn: '2024-09-08' }
    const region = (await ask('nadia', 'GET', '/editions/2024/file')).body.regions[0].code as string
    const { tour } = (await ask('nadia', 'POST', '/editions/2024/tours', { ...terms, region })).body
    const read = (await ask('donor', 'GET', `/editions/2024/tours/${tour}`)).body
    expect(
      (await ask('nadia', 'PUT', `/tours/${tour}`, { ...terms, region, name: said('De Fès à Taza'), version: read.written.version })).body,
    ).toEqual({})
    expect((await refusal('nadia', 'PUT', `/tours/${tour}`, { ...terms, region, version: read.written.version }))[0]).toBe(409)
    expect((await ask('nadia', 'POST', `/tours/${tour}/cancellation`, { reason: 'Pluie' })).status).toBe(200)
  })

  test('prepares a payment that another person approves, never the same', async () => {
    const { awards } = (await ask('accountant', 'GET', '/editions/2024/awards')).body as {
      awards: { instalments: { id: string }[] }[]
    }
    expect(awards.length).toBeGreaterThan(20)
    const [, last] = awards[0]?.instalments ?? []
    const instalment = last?.id ?? ''
    expect((await refusal('accountant', 'POST', `/instalments/${instalment}/payment`))[0]).toBe(422)
    expect((await ask('nadia', 'POST', `/instalments/${instalment}/report`, { acceptedOn: '2024-07-08' })).status).toBe(200)
    const { payment } = (await ask('accountant', 'POST', `/instalments/${instalment}/payment`)).body
    expect((await refusal('accountant', 'POST', `/payments/${payment}/approval`))[0]).toBe(404)
    expect((await refusal('accountant', 'POST', `/payments/${payment}/execution`, { paidOn: '2024-07-08', reference: 'VRT1' }))[0]).toBe(422)
    expect((await ask('finance', 'POST', `/payments/${payment}/approval`)).status).toBe(200)
    expect((await ask('accountant', 'POST', `/payments/${payment}/execution`, { paidOn: '2024-07-08', reference: 'VRT1' })).status).toBe(200)
    expect(await refusal('accountant', 'POST', `/payments/${nowhere}/approval`)).toEqual([404, 'page/not-found'])
  })

  test('writes a communiqué over what it read, and publishes only what was shown', async () => {
    const text = { title: said('Une annonce'), body: { ar: ['نص'], fr: ['Un texte'], en: ['A text'] } }
    const way = '/editions/2024/communiques/une-annonce'
    expect((await ask('communication', 'PUT', way, { ...text, version: 0 })).body).toEqual({ version: 1 })
    expect((await refusal('communication', 'PUT', way, { ...text, version: 7 }))[1]).toBe('communique/changed-since')
    const plan = (await ask('director', 'GET', `${way}/publication`)).body
    expect((await refusal('director', 'POST', `${way}/publication`, { fingerprint: 'other', accepted: [] }))[1]).toBe('communique/shown-otherwise')
    expect((await ask('director', 'POST', `${way}/publication`, { fingerprint: plan.fingerprint, accepted: [] })).body.seq).toBe(1)
    expect((await refusal('donor', 'PUT', way, { ...text, version: 1 }))[0]).toBe(404)
  })

  test('gives a role, corrects a name, and ends the role', async () => {
    const gift = {
      email: 'Neuve@Example.org',
      nameAr: 'جديدة',
      nameLatin: 'Neuve',
      language: 'fr',
      role: 'auditor',
      programme: null,
      edition: null,
      regions: [],
    }
    expect((await refusal('nadia', 'POST', '/roles', gift))[0]).toBe(404)
    const { person } = (await ask('director', 'POST', '/roles', gift)).body
    expect((await ask('director', 'PUT', `/people/${person}`, { nameAr: 'جديدة', nameLatin: 'Neuve Toute', language: 'ar' })).status).toBe(200)
    const record = (await ask('director', 'GET', `/people/${person}`)).body
    expect([record.email, record.nameLatin]).toEqual(['neuve@example.org', 'Neuve Toute'])
    expect((await ask('director', 'POST', `/people/${person}/roles/end`, { grants: record.holds.map(({ id }: { id: string }) => id) })).status).toBe(
      200,
    )
    expect((await ask('director', 'GET', '/people?state=before')).body.people.map(({ id }: { id: string }) => id)).toContain(person)
  })

  test('reads the interviews, the readings and the letters, and changes none of them once the selection is sealed', async () => {
    const { lines } = (await ask('nadia', 'GET', '/editions/2024/interviews')).body
    expect(lines).toHaveLength(60)
    expect((await refusal('nadia', 'POST', `/editions/2024/interviews/${lines[0].interview}/attendance`, { attended: false }))[1]).toBe(
      'interview/sealed',
    )
    const { readings } = (await ask('nadia', 'GET', '/editions/2024/readings')).body
    const assignment = readings[0].readings[0].assignment
    expect((await refusal('nadia', 'POST', `/editions/2024/assignments/${assignment}/end`, { reason: 'x' }))[1]).toBe('assignment/sealed')
    const { batches } = (await ask('nadia', 'GET', '/editions/2024/letters')).body
    expect((await refusal('director', 'POST', `/letters/${batches[0].batch}/approval`))[1]).toBe('letters/already-approved')
    expect((await refusal('nadia', 'POST', '/editions/2024/letters'))[0]).toBe(409)
  })

  test('is answered whatever it sends: ids of nobody, hidden characters, numbers out of bounds', async () => {
    const nasty = ['\u0000', '\u202eevil', '\u200b', "'; drop table person; --", '<script>alert(1)</script>', '🎭'.repeat(50), '\ud800']
    const document = (await (await fetch(`${server.origin}/api/v1/openapi.json`)).json()) as { paths: object }
    for (const [path, methods] of Object.entries(document.paths as Record<string, Record<string, { requestBody?: Body }>>))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        if (method === 'get') continue
        const way = path.replaceAll('{edition}', '2024').replaceAll(/\{[a-z]+\}/g, nowhere)
        for (const text of nasty) {
          const answer = await ask('director', method.toUpperCase(), way, filled(requestBody?.content['application/json'].schema, text))
          expect(answer.status, `${method} ${path} ${JSON.stringify(text)} ${JSON.stringify(answer.body)}`).toBeLessThan(500)
        }
      }
  }, 120_000)
})

interface Schema {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly pattern?: string
}
interface Body {
  readonly content: { readonly 'application/json': { readonly schema: Schema } }
}

/** A body of the right shape, with this text wherever a text may stand. */
function filled(schema: Schema | undefined, text: string): unknown {
  if (schema === undefined) return undefined
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return filled(schema.anyOf[0], text)
  if (schema.type === 'object') {
    const keys = Object.entries(schema.properties ?? {})
    return keys.length === 0 ? { [text]: text } : Object.fromEntries(keys.map(([key, one]) => [key, filled(one, text)]))
  }
  if (schema.type === 'array') return [filled(schema.items, text)]
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return 1
  if (schema.format === 'uuid') return nowhere
  if (schema.format === 'date') return '2024-07-08'
  if (schema.format === 'date-time') return '2024-07-08T10:00:00Z'
  if (schema.pattern !== undefined) return '30'
  return text
}
