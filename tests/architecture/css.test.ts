import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { transform } from 'lightningcss'
import { expect, test } from 'vitest'
import { root } from '../../src/platform/root.ts'

const design = join(root, 'src', 'design')
const sheets = [join(design, 'tokens.css'), ...readdirSync(join(design, 'css')).map((name) => join(design, 'css', name))]
const css = sheets.map((file) => readFileSync(file, 'utf8'))

test('the style reads from the right as well as from the left: no physical side is named', () => {
  const physical =
    /(?<![\w-])(margin|padding|border|inset)-(left|right|top|bottom)\b|(?<![\w-])(left|right)\s*:|text-align:\s*(left|right)|float:\s*(left|right)/g
  expect(css.flatMap((sheet) => sheet.match(physical) ?? [])).toEqual([])
})

test('the whole stylesheet is at most 14 KB on the way to a phone', () => {
  const built = transform({ filename: 'app.css', code: Buffer.from(css.join('\n')), minify: true }).code
  expect(gzipSync(built, { level: 9 }).length).toBeLessThanOrEqual(14 * 1024)
})

test('a device that knows no light-dark() still gets every colour', () => {
  const tokens = css[0] as string
  const themed = [...tokens.matchAll(/(--[\w-]+):\s*light-dark\(/g)].map((match) => match[1] as string)
  const plain = new Set([...tokens.slice(0, tokens.indexOf('@supports')).matchAll(/(--[\w-]+):/g)].map((match) => match[1]))
  expect(themed.filter((token) => !plain.has(token))).toEqual([])
  expect(themed.length).toBeGreaterThan(20)
})
