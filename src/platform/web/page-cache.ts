/**
 * Public pages kept in memory for a moment. When a call is announced on television everybody asks for the same page in
 * the same minute: it is made once, compressed once, and given to all. Only what every visitor sees alike is kept: no
 * page of somebody signed in, no page with a query. Nothing is kept past the moment at which it would say something else.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Html } from '#html'
import { namesGzip } from './compress.ts'
import type { AppContext } from './context.ts'
import { page } from './respond.ts'

/** How old a kept page may get. */
const MILLISECONDS = 2000
/** Milliseconds by which a request may reach this place before one that arrived earlier. */
const OVERTAKING = 1000
/** Pages kept at most: some hundred KB each at worst. */
const MOST = 300

export interface PublicPage {
  readonly html: Html
  /** When the page will say something else (a call opens, a deadline passes); null when nothing of the kind is ahead. */
  readonly changesAt: Date | null
}

interface Kept {
  readonly madeAt: Date
  readonly changesAt: Date | null
  readonly staleAt: number
  readonly etag: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly zipped: Uint8Array<ArrayBuffer>
}

export interface PageCache {
  /** Answers the page of this address, made by `make` unless a fresh one is kept. `make` answers null when there is no such page: 404. */
  answer(c: AppContext, make: () => Promise<PublicPage | null>): Promise<Response>
}

const zip = promisify(gzip)

export function pageCache(milliseconds = MILLISECONDS): PageCache {
  const kept = new Map<string, Promise<Kept | null>>()

  async function fresh(key: string, now: Date): Promise<Kept | null> {
    const found = await kept.get(key)?.catch(() => null)
    if (found === undefined || found === null) return null
    // Old by the machine's clock (which never jumps) or by the application's (which tests and demos set) is old.
    const age = now.getTime() - found.madeAt.getTime()
    const young = performance.now() < found.staleAt && age > -OVERTAKING && age < milliseconds
    return young && (found.changesAt === null || now < found.changesAt) ? found : null
  }

  async function keptOrMade(key: string, now: Date, make: () => Promise<PublicPage | null>): Promise<Kept | null> {
    const before = kept.get(key)
    const found = await fresh(key, now)
    if (found !== null) return found
    // Whoever waited for the same page takes the one that was made meanwhile.
    const meanwhile = kept.get(key)
    if (meanwhile !== before && meanwhile !== undefined) return keptOrMade(key, now, make)
    if (kept.size >= MOST) kept.delete(kept.keys().next().value as string)
    const making = make().then((made) => (made === null ? null : keep(made, now, milliseconds)))
    kept.set(key, making)
    const forget = (): void => {
      if (kept.get(key) === making) kept.delete(key)
    }
    const result = await making.catch((error: unknown) => {
      forget()
      throw error
    })
    if (result === null) forget()
    return result
  }

  return {
    async answer(c, make) {
      const personal = c.var.viewer.person !== null || new URL(c.req.url).search !== ''
      if (personal) {
        const made = await make()
        return made === null ? c.notFound() : page(c, made.html)
      }
      const { now, organisation, language, path } = c.var
      const found = await keptOrMade(`${organisation} ${language} ${path}`, now, make)
      return found === null ? c.notFound() : send(c, found)
    },
  }
}

async function keep({ html, changesAt }: PublicPage, madeAt: Date, milliseconds: number): Promise<Kept> {
  const plain = new TextEncoder().encode(`<!doctype html>\n${html.markup}`)
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const zipped = new Uint8Array(await zip(plain, { level: 6 }))
  return { madeAt, changesAt, staleAt: performance.now() + milliseconds, etag, plain, zipped }
}

function send(c: AppContext, kept: Kept): Response {
  c.header('Content-Language', c.var.language)
  c.header('Vary', 'Cookie, Accept-Encoding')
  c.header('ETag', kept.etag)
  c.header('Cache-Control', `public, max-age=${secondsToKeep(kept, c.var.now)}`)
  if ((c.req.header('if-none-match') ?? '').split(',').some((tag) => tag.trim() === kept.etag)) return c.body(null, 304)
  c.header('Content-Type', 'text/html; charset=utf-8')
  if (!namesGzip(c.req.header('accept-encoding'))) return c.body(kept.plain)
  c.header('Content-Encoding', 'gzip')
  return c.body(kept.zipped)
}

/** Browsers and proxies may keep it as long as we do, and never across a change. */
function secondsToKeep({ changesAt }: Kept, now: Date): number {
  const until = changesAt === null ? MILLISECONDS : changesAt.getTime() - now.getTime()
  return Math.floor(Math.min(until, MILLISECONDS) / 1000)
}
