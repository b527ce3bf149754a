import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { qrCode, qrPicture } from './qr.ts'

/** Paints the path of a code, four pixels a square, and reads it with a decoder that shares no code with the writer. */
function scanned(svg: string): string | undefined {
  const size = Number(svg.match(/viewBox="0 0 (\d+) /)?.[1])
  const scale = 4
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column += 1) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
      }
    }
  }
  const read = (jsqr as unknown as typeof jsqr.default)(pixels, side, side)
  return read?.data
}

test.each(['https://kawaliss.example/v/L-2024-011', '7F3K-92', 'https://kawaliss.example/ar/المشاريع/دار-الظل', 'x'.repeat(600)])(
  'a reader finds in the code exactly the text that went in: %s',
  (text) => {
    expect(scanned(qrCode(text, 'code').markup)).toBe(text)
  },
)

test('the code is an image with a name, and the name cannot leave its attribute', () => {
  const { markup } = qrCode('x', 'رمز "7F3K" <b>')
  expect(markup).toMatch(
    /^<svg class="qr" viewBox="0 0 29 29" role="img" aria-label="رمز &quot;7F3K&quot; &lt;b&gt;" shape-rendering="crispEdges"><path d="/,
  )
})

test('the picture for documents holds the same squares as the markup for pages', () => {
  const path = (svg: string) => svg.match(/ d="([^"]+)"/)?.[1]
  const picture = qrPicture('https://kawaliss.example/v/1', 'code')
  expect(path(new TextDecoder().decode(picture.bytes))).toBe(path(qrCode('https://kawaliss.example/v/1', 'code').markup))
})
