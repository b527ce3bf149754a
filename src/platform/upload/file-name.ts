/** The name of a file as it may be shown, kept and given back: the last part of a path, in any script, without what turns text around. */
import { cleanLine } from '../input/clean.ts'

/** Bytes of the name in UTF-8: the most a file system of today takes for one name. */
const MOST_BYTES = 180
/** What a path is made of, or a file system of some kind refuses. */
const FORBIDDEN = /[\\/:*?"<>|]/g

/** Never empty, never a path, at most 180 bytes, its ending kept when it is cut. `otherwise` stands in for a name of which nothing is left. */
export function cleanFileName(raw: string, otherwise = 'file'): string {
  const last = raw.replaceAll('\0', '').split(/[\\/]/).at(-1) ?? ''
  const plain = cleanLine(last)
    .replace(FORBIDDEN, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/ {2,}/g, ' ')
  return plain === '' ? otherwise : shortened(plain)
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  let stem = ''
  let bytes = Buffer.byteLength(ending)
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - ending.length))) {
    bytes += Buffer.byteLength(segment)
    if (bytes > MOST_BYTES) break
    stem += segment
  }
  return `${stem.trimEnd()}${ending}`
}

/** Content-Disposition with the name in ASCII and, after RFC 8187, as it is. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}
