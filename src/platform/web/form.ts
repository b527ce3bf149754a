/** Reading the form of a request; what cannot be read at all is answered by the app with a page of its own. */
import { type Body, type BodyRefusal, readBody, readFileBody } from '../input/form.ts'
import { readTexts } from '../upload/multipart.ts'
import type { AppContext } from './context.ts'

/** Room for a long form with one megabyte pasted in it: the page then names the field and gives the text back. */
const LIMIT = 4 * 1024 * 1024

/** Thrown by `readForm`, answered by the app. */
export class UnreadableForm extends Error {
  readonly reason: BodyRefusal
  constructor(reason: BodyRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** What was read of a request, for a page that gives it back. */
const read = new WeakMap<Request, Body>()

/** The fields of the request as they were sent; a file of text as its text, where the form asks for one. */
export async function readForm(c: AppContext, limitBytes = LIMIT, textFiles = false): Promise<Body> {
  const reading = await readBody(c.req.raw, { limitBytes, textFiles })
  if (!reading.ok) throw new UnreadableForm(reading.reason)
  read.set(c.req.raw, reading.body)
  return reading.body
}

/** Under this name a form given back names the files that came with it: only its texts are kept, and its page asks for them again. */
export const DROPPED_FILES = 'files.dropped'

/** The texts of a form that is answered before its route was done with it, in order, and the names of its files; none where it cannot be read. */
export async function sentFields(c: AppContext): Promise<[name: string, value: string][]> {
  const known = read.get(c.req.raw)
  if (known !== undefined) return pairsOf(known)
  if (c.req.raw.bodyUsed) return []
  const arrived = await readTexts(c.req.raw)
  if (arrived !== null) {
    const texts = pairsOf(arrived.body)
    const written = texts.some(([, value]) => value.trim() !== '')
    return written ? [...texts, ...arrived.names.map((name): [string, string] => [DROPPED_FILES, name])] : []
  }
  const reading = await readBody(c.req.raw, { limitBytes: LIMIT })
  return reading.ok ? pairsOf(reading.body) : []
}

/** Fields as they came, for a page that gives them back. */
export function pairsOf(body: Body): [name: string, value: string][] {
  return Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]))
}

/** A form with one file in it, such as a workbook. */
export async function readFileForm(c: AppContext, limitBytes = LIMIT): Promise<{ readonly body: Body; readonly file: Uint8Array | null }> {
  const reading = await readFileBody(c.req.raw, limitBytes)
  if (!reading.ok) throw new UnreadableForm(reading.reason)
  return reading
}

/** The text of a field sent once; of one sent several times, the last. */
export function fieldText(body: Body, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : (value?.at(-1) ?? '')
}
