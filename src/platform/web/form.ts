/** Reading the form of a request; what cannot be read at all is answered by the app with a page of its own. */
import { type Body, type BodyRefusal, readBody, readFileBody } from '../input/form.ts'
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

/** The texts of a form that is answered before its route was done with it, in order; none where it cannot be read, or holds a file. */
export async function sentFields(c: AppContext): Promise<[name: string, value: string][]> {
  const known = read.get(c.req.raw)
  if (known !== undefined) return pairsOf(known)
  if (c.req.raw.bodyUsed) return []
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
