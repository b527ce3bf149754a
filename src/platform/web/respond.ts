/** Answers: whole pages, redirects after a write, JSON. Personal pages are never stored by a browser or a proxy. */
import type { Html } from '#html'
import { pageBody } from './compress.ts'
import type { AppContext } from './context.ts'

type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503 | 507

/** A whole page. Public ones may be kept a few seconds by anyone; all others by nobody. */
export function page(c: AppContext, html: Html, status: PageStatus = 200, cache: 'private' | 'public' = 'private'): Response {
  c.header('Content-Language', c.var.language)
  c.header('Cache-Control', cache === 'public' && status === 200 && c.var.viewer.person === null ? 'public, max-age=5' : 'private, no-store')
  c.header('Vary', 'Cookie')
  return c.body(pageBody(c, `<!doctype html>\n${html.markup}`), status, { 'Content-Type': 'text/html; charset=utf-8' })
}

/** After a write: 303 to a page of this site in the same language. `said` names a sentence shown once on the page (word `said.<code>` of the feature that shows it). */
export function seeOther(c: AppContext, path: string, said?: string): Response {
  const separator = path.includes('?') ? '&' : '?'
  return c.redirect(`/${c.var.language}${path}${said === undefined ? '' : `${separator}said=${said}`}`, 303)
}

/** A file to keep: always an attachment, never sniffed. The name may be in Arabic (RFC 6266, RFC 8187). */
export function download(c: AppContext, bytes: Uint8Array, mediaType: string, name: string): Response {
  asFile(c, mediaType, name)
  return c.body(new Uint8Array(bytes))
}

/** The same for a file made while it is sent: as much of it is held as the network has not taken yet. */
export function downloadParts(c: AppContext, parts: AsyncIterable<Uint8Array>, mediaType: string, name: string): Response {
  asFile(c, mediaType, name)
  return c.body(ReadableStream.from(parts) as ReadableStream<Uint8Array>)
}

function asFile(c: AppContext, mediaType: string, name: string): void {
  // For programmes that read no other name: what it has in Latin letters and digits, the number of a receipt first of all.
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_').replace(/^[\s_-]+(?=[^.])/, '')
  c.header('Content-Disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('Content-Type', mediaType)
  c.header('Cache-Control', 'private, no-store')
}
