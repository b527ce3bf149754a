import { statfsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../database/test-database.ts'
import { appealingServer } from '../server/appealing-server.ts'
import { pdf } from '../server/samples.ts'
import { removeDisk, smallDisk } from '../server/small-disk.ts'

const disk = smallDisk()
const held = testDatabase()
const at = appealingServer(held, disk === null ? {} : { KAWALISS_DATA: disk })
afterAll(() => removeDisk(disk))

const TEXT = 'Le texte du recours reste.'
const scan = (bytes: number): Buffer => Buffer.concat([pdf(), Buffer.alloc(bytes, ' ')])

test.skipIf(disk === null)(
  'on a full disk an appeal with files is refused in words, its text comes back, nothing stays, and without files it leaves',
  async () => {
    const one = await at.refused()
    await at.lodge(one, ' ', [])
    const before = statfsSync(disk as string).bfree
    // It does not fit on its way in; then in, and not a second time beside it; then one of two.
    for (const files of [[scan(4_000_000)], [scan(900_000)], [scan(400_000), scan(400_000)]]) {
      const answer = await at.lodge(
        one,
        TEXT,
        files.map((content) => [content, 'acte.pdf'] as const),
      )
      const html = await answer.text()
      expect([answer.status, html.includes('n’a plus de place'), html.includes(`${TEXT}</textarea>`)]).toEqual([507, true, true])
      expect([statfsSync(disk as string).bfree, await at.lodged(one.application), await at.rowsOf(one.application)]).toEqual([before, false, []])
    }
    expect((await at.lodge(one, TEXT, [])).status).toBe(303)
  },
)
