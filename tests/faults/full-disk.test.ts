import { statfsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../database/test-database.ts'
import { chunk, filingServer } from '../server/filing-server.ts'
import { sound } from '../server/samples.ts'
import { removeDisk, smallDisk } from '../server/small-disk.ts'

const disk = smallDisk()
const held = testDatabase()
const at = filingServer(held, disk === null ? {} : { KAWALISS_DATA: disk })
afterAll(() => removeDisk(disk))

test.skipIf(disk === null)('on a full disk a file is refused in words, nothing of it stays, and a smaller one still fits', async () => {
  const one = await at.applicant()
  const free = () => statfsSync(disk as string).bfree
  const give = (content: Buffer): Promise<Response> => {
    const body = new FormData()
    body.append('file.of_file', new Blob([new Uint8Array(content)]), 'x.wav')
    body.append('of_line', 'typed after it')
    return fetch(`${one.question}/files`, { method: 'POST', headers: one.headers, body, redirect: 'manual' })
  }
  // Once, so that the folders are there.
  await give(sound(100))
  const before = free()
  const answer = await give(sound(4_000_000))
  expect([answer.status, (await answer.text()).includes('n’a plus de place')]).toEqual([507, true])
  expect(await at.answersOf(one.application)).toMatchObject({ of_line: 'typed after it' })
  // It fits once on its way in, and not a second time beside it.
  expect((await give(sound(900_000))).status).toBe(507)
  const upload = at.placeOf(await at.begin(one, 3_000_000))
  const sent = await fetch(upload, { method: 'PATCH', headers: { ...one.headers, ...chunk(0) }, body: new Uint8Array(sound(2_999_956)) })
  expect([sent.status, await sent.json()]).toEqual([507, { refused: { code: 'file/no-room', sentence: expect.any(String) } }])
  expect(free()).toBe(before)
  expect((await give(sound(200_000))).status).toBe(303)
})
