import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database/test-database.ts'
import { atomically } from './database/atomically.ts'
import { enqueue, startWorker, type Worker } from './jobs/jobs.ts'
import { readConfig } from './config.ts'
import { makeLog } from './log/log.ts'
import { isRushed, whileUnderWay } from './rush.ts'

const held = testDatabase()
const done: string[] = []
let worker: Worker

beforeAll(async () => {
  const log = makeLog(readConfig({ KAWALISS_DEMO: '1', LOG_LEVEL: 'silent' }))
  worker = await startWorker(held.db, log, { told: async ({ what }: { readonly what: string }) => void done.push(what) })
})
afterAll(() => worker.stop())

/** People who wait for their pages until they are let go. */
function waiting(people: number): { go(): Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const all = Array.from({ length: people }, () => whileUnderWay(() => promise))
  return {
    async go() {
      resolve()
      await Promise.all(all)
    },
  }
}

const queue = (what: string, urgent: boolean) => atomically(held.db, (trx) => enqueue(trx, 'told', { what }, { urgent }))

async function until(condition: () => boolean): Promise<void> {
  for (let look = 0; look < 500 && !condition(); look++) await pause(10)
  expect(condition()).toBe(true)
}

test('while many wait for their pages a receipt steps aside, the mail that lets somebody in does not', async () => {
  const people = waiting(10)
  expect(isRushed()).toBe(true)
  await queue('receipt', false)
  await queue('sign-in', true)
  await until(() => done.includes('sign-in'))
  expect(done).toEqual(['sign-in'])
  await people.go()
  await until(() => done.includes('receipt'))
})

test('in a rush that does not end, what steps aside is still done', async () => {
  done.length = 0
  const people = waiting(10)
  await queue('receipt', false)
  await until(() => done.includes('receipt'))
  expect(isRushed()).toBe(true)
  await people.go()
})

test('a page that fails no longer counts as under way', async () => {
  for (let time = 0; time < 10; time++)
    await expect(
      whileUnderWay(async () => {
        throw new Error('it failed')
      }),
    ).rejects.toThrow('it failed')
  expect(isRushed()).toBe(false)
})
