import { expect, test } from 'vitest'
import { loadOrganisation } from '../../demo/load/organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { testServer } from '../../../tests/server/test-server.ts'
import { atomically } from '../database/atomically.ts'

const held = testDatabase()
const server = testServer(held)

const ALWAYS = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'permissions-policy']

test('every answer carries the headers of safety, whoever makes it: page, redirect, file, fault, refusal, API', async () => {
  await atomically(held.db, (trx) => loadOrganisation(trx))
  const own = { origin: server.origin }
  const asked: readonly [path: string, init: RequestInit, status: number][] = [
    ['/', {}, 302],
    ['/fr', {}, 200],
    ['/fr', { headers: { 'accept-encoding': 'identity' } }, 200],
    ['/fr', { method: 'HEAD' }, 200],
    ['/fr/', {}, 301],
    ['/fr/nowhere', {}, 404],
    ['/fr/me', {}, 303],
    ['/fr/sign-in', { method: 'POST', headers: { origin: 'https://elsewhere.example' } }, 403],
    ['/fr/sign-in', { method: 'POST', headers: { ...own, 'content-type': 'text/plain' }, body: 'x' }, 415],
    ['/assets/nothing.css', {}, 404],
    ['/healthz', {}, 200],
    ['/api/v1/openapi.json', {}, 200],
    ['/api/v1/nowhere', {}, 404],
    ['/api/v1/editions', { headers: { authorization: 'Bearer no' } }, 401],
  ]
  const found = await Promise.all(
    asked.map(async ([path, init]) => {
      const answer = await fetch(server.origin + path, { redirect: 'manual', ...init })
      return [path, answer.status, ALWAYS.filter((name) => !answer.headers.has(name))]
    }),
  )
  expect(found).toEqual(asked.map(([path, , status]) => [path, status, []]))
})
