/** QR codes: the same squares as markup for a page and as a picture for a document. */
import { correction, generate, mode } from 'lean-qr'
import { escapeHtml, type Html, trusted } from '#html'

/** Light border every reader needs, in squares (ISO/IEC 18004, 4 modules). */
const QUIET = 4

/** The dark squares of one text as an SVG path: one stroke of squares a run, so a code of 33 squares weighs 4 KB. */
function squares(text: string): { path: string; size: number } {
  // Text beyond ASCII goes as marked UTF-8: left to itself the encoder may choose Shift-JIS, which some phones misread.
  const code = generate(mode.auto(text, { modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8] }), { minCorrectionLevel: correction.M })
  let path = ''
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue
      let run = 1
      while (code.get(x + run, y)) run += 1
      path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`
      x += run
    }
  }
  return { path, size: code.size + 2 * QUIET }
}

/** An svg of class `qr`; `label` says in words what the code opens. Throws when the text is too long for a code (some 2,300 bytes). */
export function qrCode(text: string, label: string): Html {
  const { path, size } = squares(text)
  return trusted(
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(label)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`,
  )
}

/** The same code as a picture of a document (see platform/documents). */
export function qrPicture(text: string, alt: string): { bytes: Uint8Array; format: 'svg'; alt: string } {
  const { path, size } = squares(text)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#15172e" d="${path}"/></svg>`
  return { bytes: new TextEncoder().encode(svg), format: 'svg', alt }
}
