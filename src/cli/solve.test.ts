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

test('a calibration is solved by the same command, the order of the reviews changing no byte', async () => {
  const reviews = [
    [3, 4, 2],
    [4, 5, 4],
    [1, 3, 1],
    [2, 4, 3],
  ].flatMap((row, a) => row.map((score, r) => ({ application: `a${a}`, reviewer: `r${r}`, score })))
  const solved = async (name: string, input: unknown) => {
    const to = join(folder, `${name}.out.json`)
    const { code, err } = await kawaliss('solve', 'calibration', file(`${name}.json`, JSON.stringify(input)), '--out', to)
    return { code, err, out: code === 0 ? readFileSync(to, 'utf8') : '' }
  }
  const [one, other] = [await solved('cal', { reviews, scale: [1, 5] }), await solved('lac', { reviews: [...reviews].reverse(), scale: [1, 5] })]
  expect([one.code, other.out]).toEqual([0, one.out])
  const output = JSON.parse(one.out)
  expect(Object.keys(output)).toEqual(['mean', 'variance', 'needed', 'connected', 'components', 'applications', 'reviewers'])
  expect(Object.keys(output.applications[0])).toEqual(['id', 'reviews', 'raw', 'calibrated', 'standard_error', 'expected_rank', 'moved'])
  expect(Object.keys(output.reviewers[0])).toEqual(['id', 'reviews', 'severity', 'standard_error'])
  expect(output.reviewers[1].severity).toBeGreaterThan(0)
  const wrong = await solved('bad', { reviews: [{ application: 'a', reviewer: 'r', score: 9 }], scale: [1, 5], colour: 'red' })
  expect([wrong.code, wrong.err.split('\n').map((line) => line.split(':')[0])]).toEqual([2, ['$.colour', '$.reviews[0].score']])
})

test('what a selection hangs on, and a lottery, are asked by the same command', async () => {
  const reviews = ['a', 'b', 'c', 'd'].flatMap((application, a) =>
    [2, 3].map((score, r) => ({ application, reviewer: `r${r}`, score: score + a * (1 - r) })),
  )
  const influence = join(folder, 'influence.out.json')
  expect(
    (await kawaliss('solve', 'influence', file('influence.json', JSON.stringify({ selection: input, reviews, scale: [1, 6] })), '--out', influence))
      .code,
  ).toBe(0)
  const { reviewers } = JSON.parse(readFileSync(influence, 'utf8'))
  expect([reviewers.selected, reviewers.each.map(({ id, status }: { id: string; status: string }) => `${id} ${status}`)]).toEqual([
    ['d', 'b'],
    ['r0 other', 'r1 same'],
  ])
  const lots = { places: 1, margin: '1', seed: 'kept', candidates: ['a', 'b'].map((id) => ({ id, score: '3' })) }
  const drawn = join(folder, 'lottery.out.json')
  expect((await kawaliss('solve', 'lottery', file('lottery.json', JSON.stringify(lots)), '--out', drawn)).code).toBe(0)
  expect(JSON.parse(readFileSync(drawn, 'utf8')).probability).toBe('1/2')
  const wrong = await kawaliss('solve', 'lottery', file('lots.json', JSON.stringify({ ...lots, places: 0 })))
  expect([wrong.code, wrong.err]).toEqual([2, '$.places: a whole number above 0 is expected'])
})

test('every example of the manual gives the answer that stands beneath it', async () => {
  const parts = readFileSync('docs/solving.md', 'utf8').split(/^## /m)
  const run: string[] = []
  for (const part of parts) {
    const engine = /^`kawaliss solve (\w+)`/m.exec(part)?.[1]
    const [asked, answer] = [...part.matchAll(/^```json\n(.*?)^```$/gms)].map((found) => found[1] as string)
    if (engine === undefined || asked === undefined || answer === undefined) continue
    const to = join(folder, `${engine}.manual.json`)
    expect(await kawaliss('solve', engine, file(`${engine}.example.json`, asked), '--out', to)).toMatchObject({ code: 0 })
    expect(JSON.parse(readFileSync(to, 'utf8')), engine).toMatchObject(JSON.parse(answer))
    run.push(engine)
  }
  expect(run.sort()).toEqual(['assignment', 'calibration', 'influence', 'lottery', 'selection'])
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
  expect([good.code, good.out.includes(`compare  the hash with the one printed in the minutes: ${hash}`)]).toEqual([0, true])
  expect((await kawaliss('verify', join(folder, 'record.json'), '--hash', hash.toUpperCase())).code).toBe(0)
  const forged = await kawaliss('verify', file('forged.json', sealedText({ ...record, sealedBy: 'nobody' }).text), '--hash', hash)
  expect([forged.code, forged.out]).toEqual([1, expect.stringContaining(`FAULT    the hash is not ${hash}`)])
  expect((await kawaliss('verify', join(folder, 'record.json'), '--hash', record.fingerprint)).out).toContain('fingerprint of its inputs')
  expect((await kawaliss('verify', join(folder, 'record.json'), '--hash', 'd2fb')).code).toBe(2)
  const verify = async (name: string, changed: string) => kawaliss('verify', file(name, changed))
  expect((await verify('spaced.json', JSON.stringify(JSON.parse(text), null, 1))).out).toContain('canonical form')
  expect((await verify('scored.json', text.replace('73.500000', '60.500000'))).code).toBe(1)
  const worse = { ...record, output: { ...output, selected: ['c', 'b'], total: '144.000000' } }
  expect((await verify('worse.json', sealedText(worse).text)).out).toContain('does not prove')
  expect((await verify('other.json', '{"format":"else"}')).code).toBe(1)
  expect((await kawaliss('verify', join(folder, 'missing.json'))).code).toBe(2)
})
