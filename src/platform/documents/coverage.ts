/** Which characters a TrueType font can print, read from its `cmap` table (OpenType specification, formats 4 and 12). */

function tableAt(view: DataView, tag: string): number {
  for (let at = 12, left = view.getUint16(4); left > 0; at += 16, left -= 1) {
    const name = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`a font without the table ${tag}`)
}

function addSegments(view: DataView, at: number, covered: Set<number>): void {
  const doubled = view.getUint16(at + 6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = view.getUint16(at + 14 + segment)
    const first = view.getUint16(at + 16 + doubled + segment)
    const delta = view.getUint16(at + 16 + 2 * doubled + segment)
    const offsetAt = at + 16 + 3 * doubled + segment
    const offset = view.getUint16(offsetAt)
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const found = offset === 0 ? point : view.getUint16(offsetAt + offset + 2 * (point - first))
      const glyph = found === 0 && offset !== 0 ? 0 : (found + delta) & 0xffff
      if (glyph !== 0) covered.add(point)
    }
  }
}

function addGroups(view: DataView, at: number, covered: Set<number>): void {
  const groups = view.getUint32(at + 12)
  for (let group = 0; group < groups; group += 1) {
    const first = view.getUint32(at + 16 + 12 * group)
    const last = view.getUint32(at + 20 + 12 * group)
    const glyph = view.getUint32(at + 24 + 12 * group)
    for (let point = first; point <= last; point += 1) if (glyph + point - first !== 0) covered.add(point)
  }
}

/** The code points of a font. Throws on a file that is no TrueType font. */
export function coverageOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const covered = new Set<number>()
  for (let record = 0; record < view.getUint16(cmap + 2); record += 1) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * record)
    const format = view.getUint16(at)
    if (format === 4) addSegments(view, at, covered)
    if (format === 12) addGroups(view, at, covered)
  }
  return covered
}
