/** The first middleware: which organisation, which language, who. Everything after it can rely on them. */
import type { MiddlewareHandler } from 'hono'
import { isLanguage } from '../domain/language.ts'
import { visitor } from '../domain/viewer.ts'
import { SESSION_COOKIE, sessionOfToken, viewerOfApiToken } from '../features/people/index.ts'
import { organisationByHost } from '../features/programme/index.ts'
import { readingAt } from '../platform/database/kept-reads.ts'
import type { AppContext, AppEnv, Services } from '../platform/web/context.ts'
import { readCookie } from '../platform/web/cookie.ts'
import { comesFromUs } from '../platform/web/security.ts'
import { sayWhose } from '../platform/web/whose.ts'
import { words } from '../design/words/index.ts'
import { answerNotFound, ghost, languageOf } from './faults.tsx'

const NULL_BYTE = /\0|%00/
/** Where a mail programme stops messages for its reader (RFC 8058): it comes from no page of ours, and the address it holds is the whole of its right. */
const ONE_CLICK = /^\/(?:ar|fr|en)\/(?:alerts|reading-reminders)\/[0-9a-f-]{36}\/removal$/
const READS = new Set(['GET', 'HEAD'])

export function whoAsks(services: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const language = languageOf(c)
    const first = c.req.path.split('/')[1]
    c.set('now', arrivalOf(services))
    c.set('language', language)
    c.set('says', (key, details) => words(language).any(key, details))
    c.set('path', isLanguage(first) ? c.req.path.slice(3) || '/' : c.req.path)
    c.set('client', clientOf(c))
    const host = (c.req.header('host') ?? '').toLowerCase()
    const organisation = await organisationByHost(services.db, host.replace(/:\d+$/, ''))
    if (organisation === null) return c.text('No organisation is served here yet.', 503)
    c.set('organisation', organisation)
    if (c.req.path.startsWith('/api/') && c.req.header('authorization') !== undefined) return programAsks(c, next)
    const token = readCookie(c, SESSION_COOKIE)
    const session = token === undefined ? null : await sessionOfToken(services.db, organisation, token, c.get('now'))
    c.set('viewer', session?.viewer ?? visitor(organisation))
    if (session !== null) sayWhose(c)
    if (
      !ONE_CLICK.test(c.req.path) &&
      !comesFromUs(c.req.method, (name) => c.req.header(name), [services.config.origin, `http://${host}`, `https://${host}`])
    ) {
      const t = words(language)
      return ghost(c, 403, t('page.refused'), t('refusal.page/wrong-origin'), 'page/wrong-origin')
    }
    // No record has a null byte in its name, and the database would take such an address for a fault.
    if (NULL_BYTE.test(c.req.path)) return answerNotFound(c)
    // What writes looks at the records themselves; what only reads may take what was kept under this snapshot of them.
    if (session !== null && READS.has(c.req.method)) await readingAt(session.snapshot, next)
    else await next()
    return
  }
}

/** The moment by which everything about this request is judged: its head had come by then, however long its body or its turn take. */
function arrivalOf({ clock, arrivals }: Services): Date {
  return new Date(clock().getTime() - (arrivals?.waited() ?? 0))
}

/** A program with a token acts as its person. It carries no cookie, so no page of another site can make it act. */
async function programAsks(c: AppContext, next: () => Promise<void>): Promise<Response | undefined> {
  const t = words(c.var.language)
  const [, token = ''] = /^Bearer (\S{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? []
  const found = await viewerOfApiToken(c.var.services.db, c.var.organisation, token, c.var.now)
  if (found === null) return ghost(c, 401, t('page.refused'), t('refusal.api/wrong-token'), 'api/wrong-token')
  if (!found.writes && !READS.has(c.req.method)) return ghost(c, 403, t('page.refused'), t('refusal.api/read-only'), 'api/read-only')
  c.set('viewer', found.viewer)
  await next()
  return undefined
}

/** Behind a proxy, the address that proxy saw: it writes it last, after whatever the client had written there itself. */
function clientOf(c: AppContext): string {
  if (c.var.services.config.trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (forwarded !== undefined && forwarded !== '') return forwarded
  }
  return c.env?.incoming?.socket?.remoteAddress ?? 'unknown'
}
