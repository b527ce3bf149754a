/** `GET /files/{file}/{as}/{link}`: the content of a file, for whoever holds a link that has not expired. */
import { Hono } from 'hono'
import { endingOf, showing } from '../../domain/file.ts'
import type { Range } from '../../platform/storage/blob-store.ts'
import { checkLink } from '../../platform/storage/private-link.ts'
import { roomsOf } from '../../platform/storage/rooms.ts'
import { disposition } from '../../platform/upload/file-name.ts'
import { type AppContext, type AppEnv, request } from '../../platform/web/context.ts'
import { linkTarget, neutralName, type ReadableFile, readableFile } from './queries.ts'
import { words } from './words/index.ts'

/** Routes relative to `/:language`. */
export const fileRoutes = new Hono<AppEnv>()

fileRoutes.get('/files/:file/:as/:link', async (c) => {
  const { db, config, organisation, language, now } = request(c)
  const { file, as, link } = c.req.param()
  const rooms = await roomsOf(config)
  const valid = checkLink(rooms.secret, linkTarget(organisation, file, as), link, now)
  if (valid === 'false') return c.notFound()
  if (valid === 'expired') return c.text(words(language)('link.expired'), 410, { 'Cache-Control': 'private, no-store' })
  const found = await readableFile(db, organisation, file, as)
  if (found === null) return c.notFound()
  const range = rangeOf(c.req.header('range'), found.bytes)
  if (range === 'outside') return c.body(null, 416, { 'Content-Range': `bytes */${found.bytes}` })
  const content = await rooms.blobs.get(found.blob, range ?? undefined)
  if (content === null) return c.notFound()
  headers(c, as === 'given' ? found : { ...found, name: `${neutralName(found.mediaType, 1, language)}${endingOf(found.mediaType)}` })
  if (range === null) return c.body(content, 200, { 'Content-Length': String(found.bytes) })
  return c.body(content, 206, {
    'Content-Length': String(range.end - range.start + 1),
    'Content-Range': `bytes ${range.start}-${range.end}/${found.bytes}`,
  })
})

/**
 * Pictures, sounds, films and PDF open in the browser, all else is kept. Nothing of it may run: the policy allows
 * nothing and puts it in a sandbox. A PDF has no sandbox, for Chromium opens none in it; its viewer runs apart from us.
 */
function headers(c: AppContext, { name, mediaType }: ReadableFile): void {
  const how = showing(mediaType)
  c.header('Content-Type', mediaType === 'text/plain' || mediaType === 'text/csv' ? `${mediaType}; charset=utf-8` : mediaType)
  c.header('Content-Disposition', disposition(how === 'keep' ? 'attachment' : 'inline', name))
  c.header('Content-Security-Policy', `default-src 'none'; frame-ancestors 'none'${how === 'pages' ? "; style-src 'unsafe-inline'" : '; sandbox'}`)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Accept-Ranges', 'bytes')
  c.header('Cache-Control', 'private, max-age=600')
}

/** One range of bytes (RFC 9110, 14); several, or none that can be read, are answered with the whole. */
function rangeOf(header: string | undefined, bytes: number): Range | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(bytes - Number(to), 0) : Number(from)
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return start > end ? 'outside' : { start, end }
}
