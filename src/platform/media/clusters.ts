/** Sounds and films in clusters (Matroska, RFC 9559: WebM). What a browser records says its length nowhere: its last block says when it is. */
import type { Bytes } from './bytes.ts'

const [SEGMENT, INFO, SCALE, DURATION] = [0x18538067, 0x1549a966, 0x2ad7b1, 0x4489]
const [CLUSTER, TIMESTAMP, SIMPLE_BLOCK, GROUP, BLOCK] = [0x1f43b675, 0xe7, 0xa3, 0xa0, 0xa1]
/** What is gone into; everything else is passed over. */
const OPENED = [SEGMENT, INFO, CLUSTER, GROUP]
const NANOSECONDS = 1_000_000
const MOST_ELEMENTS = 2_000_000

interface Element {
  readonly id: number
  readonly body: number
  /** Null where it was not known while it was written. */
  readonly length: number | null
}

export async function webmSeconds(bytes: Bytes): Promise<number | null> {
  let [scale, told, cluster, last] = [NANOSECONDS, 0, 0, 0]
  let at = 0
  for (let elements = 0; elements < MOST_ELEMENTS; elements++) {
    const element = await elementAt(bytes, at)
    if (element === null) break
    const { id, body, length } = element
    if (id === SCALE) scale = (await whole(bytes, element)) || NANOSECONDS
    if (id === DURATION) told = await real(bytes, element)
    // What was written to its end says its length at its head.
    if (id === CLUSTER && told > 0) break
    if (id === TIMESTAMP) cluster = await whole(bytes, element)
    if (id === SIMPLE_BLOCK || id === BLOCK) last = Math.max(last, cluster + (await blockTime(bytes, body)))
    if (OPENED.includes(id)) at = body
    else if (length === null) break
    else at = body + length
  }
  const seconds = (Math.max(told, last) * scale) / 1e9
  return seconds > 0 ? seconds : null
}

async function elementAt(bytes: Bytes, at: number): Promise<Element | null> {
  const head = (await bytes.read(at, 12)) ?? (await bytes.read(at, Math.max(0, Math.min(12, bytes.size - at))))
  const idBytes = widthOf(head?.[0])
  const lengthBytes = widthOf(head?.[idBytes])
  if (head === null || idBytes > 4 || lengthBytes > 8 || idBytes + lengthBytes > head.length) return null
  const first = (head[idBytes] ?? 0) & ((1 << (8 - lengthBytes)) - 1)
  let length = first
  let open = first === (1 << (8 - lengthBytes)) - 1
  for (const byte of head.subarray(idBytes + 1, idBytes + lengthBytes)) {
    length = length * 256 + byte
    open = open && byte === 255
  }
  return { id: head.readUIntBE(0, idBytes), body: at + idBytes + lengthBytes, length: open ? null : length }
}

/** Bytes of a number whose first byte this is: as many as zeros stand before its first one. */
function widthOf(first: number | undefined): number {
  return first === undefined || first === 0 ? 9 : Math.clz32(first) - 23
}

async function whole(bytes: Bytes, { body, length }: Element): Promise<number> {
  const found = length === null || length < 1 || length > 6 ? null : await bytes.read(body, length)
  return found === null ? 0 : found.readUIntBE(0, found.length)
}

async function real(bytes: Bytes, { body, length }: Element): Promise<number> {
  const found = length === 4 || length === 8 ? await bytes.read(body, length) : null
  const value = found === null ? 0 : found.length === 4 ? found.readFloatBE(0) : found.readDoubleBE(0)
  return Number.isFinite(value) ? value : 0
}

/** After the number of its track, when it is, counted from the time of its cluster. */
async function blockTime(bytes: Bytes, body: number): Promise<number> {
  const width = widthOf((await bytes.read(body, 1))?.[0])
  const found = width > 8 ? null : await bytes.read(body + width, 2)
  return found === null ? 0 : found.readInt16BE(0)
}
