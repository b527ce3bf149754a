/** Reads the texts of a workbook (ECMA-376): what its cells say, nothing of how they look. Formulas give the value they were saved with. */
import { inflateRawSync } from 'node:zlib'

export interface ReadSheet {
  readonly name: string
  /** Texts by cell: 'B7'. Empty cells are absent. */
  readonly cells: ReadonlyMap<string, string>
}

const MOST_PARTS = 300
const MOST_UNPACKED = 20_000_000
const MOST_CELLS = 100_000
const END = 0x06054b50
const ENTRY = 0x02014b50

/** The sheets in their order; null when the bytes are no workbook, or one beyond any that people fill in. */
export function readXlsx(bytes: Uint8Array): ReadSheet[] | null {
  try {
    const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const workbook = parts('xl/workbook.xml')
    const relations = parts('xl/_rels/workbook.xml.rels')
    if (workbook === null || relations === null) return null
    const targets = new Map(tagsIn(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]))
    const shared = sharedTexts(parts('xl/sharedStrings.xml') ?? '')
    const sheets: ReadSheet[] = []
    let room = MOST_CELLS
    for (const tag of tagsIn(workbook, 'sheet')) {
      const target = (targets.get(attribute(tag, 'r:id')) ?? '').replace(/^\/?(?:xl\/)?/, 'xl/')
      const cells = cellsIn(parts(target) ?? '', shared, room)
      room -= cells.size
      sheets.push({ name: attribute(tag, 'name'), cells })
    }
    return sheets.length === 0 ? null : sheets
  } catch {
    // Whatever is wrong with bytes from outside, they are no workbook of ours.
    return null
  }
}

/** Opens a part by its name; null when there is none. Throws on what is no archive, or unpacks to too much. */
function partsOf(zip: Buffer): (name: string) => string | null {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_PARTS) throw new RangeError('too many parts')
  const found = new Map<string, { method: number; packed: number; local: number }>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = count; left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry')
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    const entry = { method: zip.readUInt16LE(at + 10), packed: zip.readUInt32LE(at + 20), local: zip.readUInt32LE(at + 42) }
    found.set(zip.toString('utf8', at + 46, at + 46 + name), entry)
    at += 46 + name + extra + comment
  }
  let room = MOST_UNPACKED
  return (name) => {
    const entry = found.get(name)
    if (entry === undefined) return null
    const from = entry.local + 30 + zip.readUInt16LE(entry.local + 26) + zip.readUInt16LE(entry.local + 28)
    const packed = zip.subarray(from, from + entry.packed)
    const bytes = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
    room -= bytes.length
    return bytes.toString('utf8')
  }
}

/** Opening tags of a name, as they are written; prefixes of namespaces do not count. */
function tagsIn(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))].map(([tag]) => tag)
}

function attribute(tag: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] as string
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The runs of one text; what is only read aloud (phonetic) is left out. */
function runs(xml: string): string {
  const said = xml.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  return [...said.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)].map(([, text]) => plain(text ?? '')).join('')
}

function sharedTexts(xml: string): string[] {
  return [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?si>/g)].map(([, inner]) => runs(inner ?? ''))
}

function cellsIn(xml: string, shared: readonly string[], room: number): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [, head = '', inner = ''] of xml.matchAll(/<(?:\w+:)?c(\s[^>]*[^/>]|\s)>([\s\S]*?)<\/(?:\w+:)?c>/g)) {
    const at = attribute(head, 'r')
    if (!/^[A-Z]{1,3}\d{1,7}$/.test(at)) continue
    const kind = attribute(head, 't')
    const value = plain(/<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inner)?.[1] ?? '')
    const text = kind === 's' ? (shared[Number(value)] ?? '') : kind === 'inlineStr' ? runs(inner) : value
    if (text !== '') cells.set(at, text)
    if (cells.size > room) throw new RangeError('too many cells')
  }
  return cells
}
