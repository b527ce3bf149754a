import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildStyles } from '../../scripts/styles.mjs'

let outdir = ''
let manifest: Record<string, string> = {}
let css = ''

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'kawaliss-styles-'))
  manifest = await buildStyles({ outdir })
  css = await readFile(join(outdir, manifest['app.css'] as string), 'utf8')
})

afterAll(() => rm(outdir, { recursive: true }))

test('the stylesheet a phone downloads is under 14 KB', () => {
  expect(gzipSync(css, { level: 9 }).length).toBeLessThan(14 * 1024)
  expect(css.length).toBeGreaterThan(30_000)
})

test('every colour of the dark theme stays, after a plain one for browsers that know no light-dark()', async () => {
  const tokens = await readFile(join(import.meta.dirname, 'tokens.css'), 'utf8')
  const themed = (sheet: string): number => sheet.replace(/\/\*.*?\*\//gs, '').match(/: *light-dark\(/g)?.length ?? 0
  expect(themed(tokens)).toBeGreaterThan(20)
  expect(themed(css)).toBe(themed(tokens))
  expect(css.indexOf('--page:#f4f4f8')).toBeGreaterThan(-1)
  expect(css.indexOf('--page:#f4f4f8')).toBeLessThan(css.indexOf('@supports (color:light-dark('))
})

test('the layers stand in the order that makes utilities win over components, and these over the base', () => {
  expect([...css.matchAll(/@layer ([a-z]+)\{/g)].map(([, layer]) => layer)).toEqual(['tokens', 'reset', 'base', 'layout', 'components', 'utilities'])
})

test('widths are asked for as phones that stay on iOS 15 understand them', () => {
  expect(css.match(/@media[^{]*(?:[<>]|not)[^{]*\{/g)).toBeNull()
  expect(css).toContain('@media (max-width:39.99rem)')
  expect(css).toContain('@media (min-width:64rem)')
})

test('every file the stylesheet asks for is there, under a name made of its content, beside the licence of the fonts', async () => {
  const asked = [...css.matchAll(/url\(\/assets\/([^)]+)\)/g)].map(([, file]) => file as string)
  const there = await readdir(outdir)
  expect(asked.filter((file) => !there.includes(file))).toEqual([])
  expect(asked).toHaveLength(6)
  expect(Object.values(manifest).filter((file) => !/-[0-9a-f]{10}\.\w+$/.test(file))).toEqual([])
  expect((await readFile(join(outdir, 'OFL.txt'), 'utf8')).match(/SIL OPEN FONT LICENSE Version 1\.1/g)).toHaveLength(4)
})

test('what was built once is built the same again', async () => {
  expect(await buildStyles({ outdir })).toEqual(manifest)
})

test('the four letters that Readex Pro lacks, and Tifinagh, come in small files of their own, for the pages that hold them', async () => {
  const weight = async (name: string): Promise<number> => (await stat(join(outdir, manifest[name] as string))).size
  expect(await weight('kawaliss-gaf.woff2')).toBeLessThan(8 * 1024)
  expect(await weight('noto-sans-tifinagh.woff2')).toBeLessThan(20 * 1024)
  expect(css).toContain('unicode-range:U+6A8,U+6AD,U+6AF,U+763')
  expect(css).toContain('unicode-range:U+2D30-2D7F')
})
