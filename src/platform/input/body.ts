/** The body of a form as the browser sent it: fields and their texts, nothing checked yet but its size and its shape. */

/** Fields by name; a name sent more than once has a list, in order. Has no prototype. */
export type Body = Record<string, string | string[]>

/**
 * too-large: more bytes than allowed (413). too-many-fields, forbidden-field, file: not a form of ours (400).
 * media-type: neither urlencoded nor multipart (415). unreadable: multipart that is broken off (400).
 */
export type BodyRefusal = 'too-large' | 'too-many-fields' | 'forbidden-field' | 'file' | 'media-type' | 'unreadable'
export type BodyReading = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly reason: BodyRefusal }

const MOST_FIELDS = 1000
/** Names that reach an object's prototype where fields become properties. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const DEFAULT_LIMIT = 1024 * 1024

/**
 * Reads a urlencoded or multipart form of at most `limitBytes` (1 MiB unless told). Reading stops at the limit, whatever
 * length was announced. Bytes that are no UTF-8 become U+FFFD. Files are refused here: they have their own way in; a
 * form that asks for a file of text (`textFiles`) gets its text.
 */
export async function readBody(request: Request, options: { limitBytes?: number; textFiles?: boolean } = {}): Promise<BodyReading> {
  const bytes = await readBytes(request, options.limitBytes ?? DEFAULT_LIMIT)
  if (bytes === null) return { ok: false, reason: 'too-large' }
  if (bytes.length === 0) return { ok: true, body: emptyBody() }
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/x-www-form-urlencoded(?:;|$)/i.test(type)) return urlencoded(bytes)
  if (/^multipart\/form-data;/i.test(type)) return multipart(bytes, type, options.textFiles === true)
  return { ok: false, reason: 'media-type' }
}

/**
 * Reads a multipart form with one file of at most `limitBytes` together, whole into memory: a workbook, no film. `file` is
 * null where none was chosen.
 */
export async function readFileBody(
  request: Request,
  limitBytes: number,
): Promise<{ readonly ok: true; readonly body: Body; readonly file: Uint8Array | null } | { readonly ok: false; readonly reason: BodyRefusal }> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data;/i.test(type)) return { ok: false, reason: 'media-type' }
  const bytes = await readBytes(request, limitBytes)
  if (bytes === null) return { ok: false, reason: 'too-large' }
  try {
    const sent = [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())]
    const chosen = sent.map(([, value]) => value).find((value) => typeof value !== 'string' && value.size > 0)
    const reading = gather(sent.filter(([, value]) => typeof value === 'string'))
    const file = chosen === undefined || typeof chosen === 'string' ? null : new Uint8Array(await chosen.arrayBuffer())
    return reading.ok ? { ...reading, file } : reading
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, reason: 'unreadable' }
    throw error
  }
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (request.body === null) return new Uint8Array()
  if (Number(request.headers.get('content-length') ?? 0) > limit) {
    await request.body.cancel()
    return null
  }
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop early cancels the stream.
  for await (const chunk of request.body) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

function emptyBody(): Body {
  return Object.create(null) as Body
}

/** Pairs are counted before they are decoded. */
function urlencoded(bytes: Uint8Array): BodyReading {
  let pairs = 1
  for (const byte of bytes) if (byte === 0x26) pairs += 1
  return pairs > MOST_FIELDS ? { ok: false, reason: 'too-many-fields' } : gather(new URLSearchParams(new TextDecoder().decode(bytes)))
}

async function multipart(bytes: Uint8Array<ArrayBuffer>, type: string, textFiles: boolean): Promise<BodyReading> {
  try {
    const sent = [...(await new Response(bytes, { headers: { 'content-type': type } }).formData())]
    return gather(textFiles ? await Promise.all(sent.map(textOfFile)) : sent)
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, reason: 'unreadable' }
    throw error
  }
}

/** A file of text as if it had been typed. */
async function textOfFile([name, value]: [string, string | File]): Promise<[string, string]> {
  return [name, typeof value === 'string' ? value : await value.text()]
}

function gather(pairs: Iterable<[string, string | File]>): BodyReading {
  const body = emptyBody()
  let count = 0
  for (const [name, value] of pairs) {
    count += 1
    if (count > MOST_FIELDS) return { ok: false, reason: 'too-many-fields' }
    if (FORBIDDEN.has(name)) return { ok: false, reason: 'forbidden-field' }
    if (typeof value !== 'string') {
      // A file box left empty is sent as a file without name and bytes.
      if (value.size > 0 || value.name !== '') return { ok: false, reason: 'file' }
      continue
    }
    const known = body[name]
    body[name] = known === undefined ? value : [...(typeof known === 'string' ? [known] : known), value]
  }
  return { ok: true, body }
}
