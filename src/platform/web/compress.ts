/** Pages are compressed on the way out: a 33 KB page becomes about 5 KB, which is what a weak network notices. */
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { AppContext, AppEnv } from './context.ts'

const zip = promisify(gzip)
/** Below this a packet is sent anyway, and compressing costs more than it saves. */
const WORTH_IT = 1400
/** Characters, or bytes. Up to this, handing the work to another thread costs several times the work (0.2 ms). */
const AT_ONCE = 65_536
const LEVEL = { level: 5 }

/** Whether an Accept-Encoding names gzip, and not to refuse it (`gzip;q=0`). */
export function namesGzip(accepted: string | undefined): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted ?? '')
}

/** Whether the client takes gzip. To HEAD the headers of the page as it is are told. */
function takesGzip(c: AppContext): boolean {
  return c.req.method !== 'HEAD' && namesGzip(c.req.header('accept-encoding'))
}

/** A page as its client takes it, before an answer is made of it: taking an answer apart again costs more than compressing. */
export function pageBody(c: AppContext, text: string): string | Uint8Array<ArrayBuffer> {
  if (text.length < WORTH_IT || text.length > AT_ONCE || !takesGzip(c)) return text
  c.header('Vary', 'Accept-Encoding', { append: true })
  c.header('Content-Encoding', 'gzip')
  return gzipSync(text, LEVEL)
}

/** Whatever else is text: taken whole into memory, so no answer here may be an endless stream. */
export const compressPages: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (!takesGzip(c) || c.res.headers.has('content-encoding')) return
  if (!/^(text\/|application\/(json|problem\+json)|image\/svg)/.test(c.res.headers.get('content-type') ?? '')) return
  const body = Buffer.from(await c.res.arrayBuffer())
  const headers = new Headers(c.res.headers)
  headers.append('Vary', 'Accept-Encoding')
  headers.delete('content-length')
  const small = body.length < WORTH_IT
  if (!small) headers.set('Content-Encoding', 'gzip')
  const sent = small ? body : body.length <= AT_ONCE ? gzipSync(body, LEVEL) : await zip(body, LEVEL)
  const answer = new Response(new Uint8Array(sent), { status: c.res.status, headers })
  // Emptied first: an answer put in place of another would be given the headers of that one as well.
  c.res = undefined
  c.res = answer
}
