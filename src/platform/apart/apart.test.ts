import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { Apart } from './apart.ts'

interface Job {
  readonly does: 'answer' | 'fail' | 'die' | 'hang' | 'swell' | 'signal'
}

const folder = mkdtempSync(join(tmpdir(), 'apart-'))
const program = join(folder, 'program.mjs')
writeFileSync(
  program,
  `import { answerJobs } from ${JSON.stringify(join(import.meta.dirname, 'answering.ts'))}
  answerJobs(async ({ does }) => {
    if (does === 'fail') throw new Error('wrong')
    if (does === 'die') process.kill(process.pid, 'SIGKILL')
    if (does === 'signal') process.kill(process.pid, 'SIGINT')
    if (does === 'swell') for (const held = [];;) { held.push(Buffer.alloc(20_000_000, 1)); await new Promise((next) => setTimeout(next, 5)) }
    if (does === 'die' || does === 'hang') await new Promise(() => {})
    return process.pid
  })`,
)
afterAll(() => rmSync(folder, { recursive: true }))

test('what is at fault, takes too long or loses its process is told apart, and the next piece is done', async () => {
  const apart = new Apart<Job, number>(program)
  const ask = (does: Job['does'], limit = 10_000): Promise<number> => apart.ask({ does }, limit)
  const first = await ask('answer')
  await expect(ask('fail')).rejects.toMatchObject({ why: 'fault', message: 'wrong' })
  expect(await ask('answer')).toBe(first)
  await expect(ask('hang', 200)).rejects.toMatchObject({ why: 'too-long' })
  await expect(ask('die')).rejects.toMatchObject({ why: 'lost' })
  expect(await ask('answer')).not.toBe(first)
})

test.runIf(process.platform === 'linux')('what swells is stopped before it takes the memory of the machine', async () => {
  const apart = new Apart<Job, number>(program, { memory: 400_000_000 })
  await expect(apart.ask({ does: 'swell' }, 20_000)).rejects.toMatchObject({ why: 'too-much' })
})

test('Ctrl-C, which reaches every process of a terminal, does not end work that the server still waits for', async () => {
  const apart = new Apart<Job, number>(program)
  const process_ = await apart.ask({ does: 'signal' }, 10_000)
  expect(await apart.ask({ does: 'answer' }, 10_000)).toBe(process_)
})

test('one piece at a time is done, and a process without work ends', async () => {
  const apart = new Apart<Job, number>(program, { rest: 50 })
  expect(apart.free).toBe(true)
  const both = [apart.ask({ does: 'answer' }, 10_000), apart.ask({ does: 'answer' }, 10_000)]
  expect(apart.free).toBe(false)
  const [one, other] = (await Promise.all(both)) as [number, number]
  expect(one).toBe(other)
  await pause(400)
  expect(await apart.ask({ does: 'answer' }, 10_000)).not.toBe(one)
})
