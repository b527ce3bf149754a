/** What is answered when there is nothing to answer: a page with one sentence, the cure, and the way home; in the reader's language, and without the database where that is away. */
import { randomUUID } from 'node:crypto'
import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { GhostPage, type GhostPageProps } from '../design/layout/ghost-page.tsx'
import { InterruptedPage } from '../design/layout/interrupted-page.tsx'
import { words } from '../design/words/index.ts'
import { isLanguage, type Language } from '../domain/language.ts'
import { isSignedIn } from '../domain/viewer.ts'
import { publicFrame } from '../features/programme/index.ts'
import { databaseFault } from '../platform/database/database.ts'
import type { BodyRefusal } from '../platform/input/form.ts'
import { faultOf } from '../platform/log/log.ts'
import { type AppContext, type AppEnv, SignInNeeded } from '../platform/web/context.ts'
import { sentFields, UnreadableForm } from '../platform/web/form.ts'
import { page } from '../platform/web/respond.ts'

/** The language of the address, or the one asked for most among ours; else Arabic to people, English to programs. */
export function languageOf(c: AppContext): Language {
  const first = c.req.path.split('/')[1]
  if (isLanguage(first)) return first
  return wishedFor(c.req.header('accept-language') ?? '') ?? (first === 'api' ? 'en' : 'ar')
}

/** `fr-MA, ar;q=0.8`: of equal wishes the first; one with a weight of 0 is none. */
function wishedFor(header: string): Language | undefined {
  const wishes = header
    .toLowerCase()
    .split(',')
    .flatMap((wish) => {
      const [name = '', ...rest] = wish.split(';').map((part) => part.trim())
      const [asked] = name.split('-')
      const weight = Number(rest.find((part) => part.startsWith('q='))?.slice(2) ?? 1)
      return isLanguage(asked) && weight > 0 ? [{ asked, weight }] : []
    })
  return wishes.sort((one, other) => other.weight - one.weight)[0]?.asked
}

type Status = 400 | 401 | 403 | 404 | 413 | 415 | 429 | 500 | 503

function wantsJson(c: AppContext): boolean {
  return c.req.path.startsWith('/api/') || (c.req.header('accept') ?? '').startsWith('application/json')
}

type Around = Pick<GhostPageProps, 'frame' | 'ways' | 'kept'>

/** A page of one sentence; the same sentence as JSON for programs. */
export function ghost(c: AppContext, status: Status, title: string, sentence: string, code: string, around: Around = {}): Response {
  const language = languageOf(c)
  if (wantsJson(c)) return c.json({ refused: { code, sentence } }, status)
  const path = c.req.path.replace(/^\/(ar|fr|en)(?=\/|$)/, '') || '/'
  const html = <GhostPage language={language} path={path} title={title} sentence={sentence} {...around} />
  return c.body(`<!doctype html>\n${html.markup}`, status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' })
}

export const answerNotFound: NotFoundHandler<AppEnv> = async (c) => {
  const t = words(languageOf(c))
  const around = wantsJson(c) ? {} : await aroundNothing(c)
  // The desk is not there for a visitor: to whoever wrote in it before the session ended it says so.
  const given = c.var.path?.startsWith('/desk/') && !wantsJson(c) ? await givenBack(c) : null
  if (given !== null) return given
  return ghost(c, 404, t('page.not-found'), t('refusal.page/not-found'), 'page/not-found', around)
}

/**
 * The whole header, and the doors a lost reader may have meant: whoever came back to an application is not signed in any
 * more, or is somebody else. Nothing where the request never came as far as knowing its organisation.
 */
async function aroundNothing(c: AppContext): Promise<Around> {
  const { services, organisation, viewer, now, path } = c.var
  if (organisation === undefined || viewer === undefined) return {}
  const language = languageOf(c)
  try {
    const frame = await publicFrame(services.db, { organisation, viewer, language, path, now })
    const call = frame.navigation.find((item) => item.href.includes('/calls/'))
    const back = c.req.method === 'GET' ? `?return_to=${encodeURIComponent(path)}` : ''
    const door = isSignedIn(viewer)
      ? { href: `/${language}/me`, name: words(language)('frame.me') }
      : { href: `${frame.signIn.href}${back}`, name: frame.signIn.name }
    return { frame, ways: [...(call === undefined ? [] : [{ href: call.href, name: call.name }]), door] }
  } catch {
    return {}
  }
}

/** What a visitor wrote in a form of somebody signed in, to be sent again; null where nothing was written, or there is no page to show it in. */
async function givenBack(c: AppContext): Promise<Response | null> {
  if (c.req.method !== 'POST' || c.var.viewer === undefined || isSignedIn(c.var.viewer)) return null
  const fields = await sentFields(c)
  const { frame } = fields.length === 0 ? {} : await aroundNothing(c)
  if (frame === undefined) return null
  return page(c, <InterruptedPage language={languageOf(c)} frame={frame} path={c.var.path} fields={fields} />, 401)
}

const UNREADABLE: Readonly<Record<BodyRefusal, { status: Status; code: 'page/too-large' | 'page/unreadable' }>> = {
  'too-large': { status: 413, code: 'page/too-large' },
  'too-many-fields': { status: 413, code: 'page/too-large' },
  'forbidden-field': { status: 400, code: 'page/unreadable' },
  file: { status: 400, code: 'page/unreadable' },
  'media-type': { status: 415, code: 'page/unreadable' },
  unreadable: { status: 400, code: 'page/unreadable' },
}

/** The database or the store of files is away: not a fault of the page. */
const AWAY = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNREFUSED', 'ENOENT', 'STORE_AWAY'])

export const answerFault: ErrorHandler<AppEnv> = async (error, c) => {
  const language = languageOf(c)
  const t = words(language)
  if (error instanceof SignInNeeded) {
    if (wantsJson(c)) return c.json({ refused: { code: 'sign-in/needed', sentence: t('refusal.api/no-token') } }, 401)
    const given = await givenBack(c)
    if (given !== null) return given
    const back = c.req.method === 'GET' ? `${c.var.path}${new URL(c.req.url).search}` : refererPath(c)
    return c.redirect(`/${language}/sign-in?return_to=${encodeURIComponent(back)}${c.req.method === 'GET' ? '' : '&interrupted'}`, 303)
  }
  if (error instanceof UnreadableForm) {
    const { status, code } = UNREADABLE[error.reason]
    return ghost(c, status, t(status === 413 ? 'page.too-large' : 'page.refused'), t(`refusal.${code}`), code)
  }
  // What a program sent is no JSON at all.
  if (error instanceof HTTPException && error.status < 500) {
    const sentence = t(c.req.path.startsWith('/api/') ? 'refusal.api/unreadable' : 'refusal.page/unreadable')
    return ghost(c, 400, t('page.refused'), sentence, 'page/unreadable')
  }
  const trace = randomUUID()
  const code = databaseFault(error)?.code ?? (error as { code?: string }).code ?? ''
  c.var.services.log.error({ trace, method: c.req.method, route: c.req.routePath, fault: faultOf(error) }, 'a request failed')
  return ghost(c, AWAY.has(code) ? 503 : 500, t('page.fault'), t('page.fault-sentence'), 'page/fault')
}

function refererPath(c: AppContext): string {
  const referer = c.req.header('referer')
  if (referer === undefined || !URL.canParse(referer)) return '/me'
  return new URL(referer).pathname.replace(/^\/(ar|fr|en)(?=\/|$)/, '') || '/me'
}
