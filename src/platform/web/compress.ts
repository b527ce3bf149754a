/** Pages are compressed on the way out: a 33 KB page becomes about 5 KB, which is what a weak network notices. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'

const zip = promisify(gzip)
/** Below this a packet is sent anyway, and compressing costs more than it saves. */
const WORTH_IT = 1400

export const compressPages: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.req.method === 'HEAD' || c.res.headers.has('content-encoding')) return
  const media = c.res.headers.get('content-type') ?? ''
  if (!/^(text\/|application\/(json|problem\+json)|image\/svg)/.test(media) || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return
  const body = Buffer.from(await c.res.arrayBuffer())
  const headers = new Headers(c.res.headers)
  headers.append('Vary', 'Accept-Encoding')
  headers.delete('content-length')
  const small = body.length < WORTH_IT
  if (!small) headers.set('Content-Encoding', 'gzip')
  const answer = new Response(small ? body : new Uint8Array(await zip(body, { level: 5 })), { status: c.res.status, headers })
  c.res = undefined
  c.res = answer
}
