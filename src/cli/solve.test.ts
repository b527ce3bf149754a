import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { main } from '../cli.ts'
import { canonicalJson, sha256 } from '../engines/canonical.ts'
import { RECORD_FORMAT, sealedText } from '../engines/record.ts'
import { solveSelection } from '../engines/selection/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'kawaliss-solve-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const input = {
  places: 2,
  candidates: ['a', 'b', 'c', 'd'].map((id, place) => ({ id, score: `${70 + place}.500000`, attributes: { region: place < 2 ? 'x' : 'y' } })),
  rules: [{ attribute: 'region', value: 'x', min: 1 }],
  explain: true,
}

/** Runs a command and answers its exit code and what it printed. */
async function kawaliss(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: string[][] = [[], []] as unknown as string[][]
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => void (out as string[]).push(String(line))),
    vi.spyOn(console, 'error').mockImplementation((line) => void (err as string[]).push(String(line))),
  ]
  try {
    return { code: await main(args), out: (out as string[]).join('\n'), err: (err as string[]).join('\n') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

test('a selection is solved from a file into a file, the same bytes each time', async () => {
  const from = file('in.json', JSON.stringify(input))
  const [one, two] = [join(folder, 'one.json'), join(folder, 'two.json')]
  expect([(await kawaliss('solve', 'selection', from, '--out', one)).code, (await kawaliss('solve', 'selection', from, '--out', two)).code]).toEqual([
    0, 0,
  ])
  expect(JSON.parse(readFileSync(one, 'utf8')).selected).toEqual(['d', 'b'])
  expect(readFileSync(one)).toEqual(readFileSync(two))
})

test('a wrong input ends with 2, each fault on a line with its path, and writes nothing', async () => {
  const from = file('wrong.json', JSON.stringify({ ...input, places: -1, colour: 'red' }))
  const to = join(folder, 'never.json')
  const said = await kawaliss('solve', 'selection', from, '--out', to)
  expect([said.code, said.err.split('\n').map((line) => line.split(':')[0])]).toEqual([2, ['$.colour', '$.places']])
  expect(() => readFileSync(to)).toThrow()
  expect((await kawaliss('solve', 'selection', file('no.json', '{'))).code).toBe(2)
  expect((await kawaliss('solve', 'nothing', from)).code).toBe(2)
})

test('a record verifies; one in which anything was changed does not, and says what', async () => {
  const output = await solveSelection(input)
  const edition = { id: '1', slug: '2024', programme: 'kawaliss' }
  const record = {
    format: RECORD_FORMAT,
    edition,
    input,
    output,
    fingerprint: sha256(canonicalJson(input)),
    plan: 1,
    sealedAt: '2024-04-29T10:00:00.000Z',
    sealedBy: '2',
  } as const
  const { text, hash } = sealedText(record)
  const good = await kawaliss('verify', file('record.json', text))
  expect([good.code, good.out.includes(hash)]).toEqual([0, true])
  const verify = async (name: string, changed: string) => kawaliss('verify', file(name, changed))
  expect((await verify('spaced.json', JSON.stringify(JSON.parse(text), null, 1))).out).toContain('canonical form')
  expect((await verify('scored.json', text.replace('73.500000', '60.500000'))).code).toBe(1)
  const worse = { ...record, output: { ...output, selected: ['c', 'b'], total: '144.000000' } }
  expect((await verify('worse.json', sealedText(worse).text)).out).toContain('does not prove')
  expect((await verify('other.json', '{"format":"else"}')).code).toBe(1)
  expect((await kawaliss('verify', join(folder, 'missing.json'))).code).toBe(2)
})
