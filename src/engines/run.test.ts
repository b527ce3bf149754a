import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { root } from '../platform/root.ts'
import { canonicalJson } from './canonical.ts'
import { EngineError, runEngine } from './run.ts'
import { solveSelection } from './selection/index.ts'

const input = {
  places: 1,
  candidates: [
    { id: 'a', score: '1' },
    { id: 'b', score: '2' },
  ],
  rules: [],
}

test('a thread answers what the engine answers, while the rest goes on', async () => {
  let ticks = 0
  const clock = setInterval(() => ticks++, 5)
  const answer = await runEngine('selection', input)
  clearInterval(clock)
  expect(answer).toEqual(await solveSelection(input))
  expect(ticks).toBeGreaterThan(3)
})

test('a wrong input is refused with its faults, a slow engine is ended', async () => {
  await expect(runEngine('selection', { ...input, places: 0 })).rejects.toThrow('$.places: a whole number above 0 is expected')
  await expect(runEngine('selection', input, { limit: 1 })).rejects.toBeInstanceOf(EngineError)
})

const folder = mkdtempSync(join(root, 'node_modules', '.kawaliss-run-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the program as built runs its engines in threads too', async () => {
  const entryPoints = ['run.ts', 'engine.worker.ts'].map((name) => join(root, 'src', 'engines', name))
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const script = `const { runEngine } = await import(${JSON.stringify(join(folder, 'run.mjs'))}); console.log(JSON.stringify(await runEngine('selection', ${JSON.stringify(input)})))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual(await solveSelection(input))
})

test('a record has one text, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, undefined, 'é"'], a: { d: null, c: undefined } })).toBe('{"a":{"d":null},"b":[1,null,"é\\""]}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  expect(() => canonicalJson({ a: Number.NaN })).toThrow()
})
