/** The built files (style, fonts, islands), read into memory once, with their compressed forms; named by content, so kept for ever by browsers. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { root } from '../root.ts'
import type { AppEnv } from './context.ts'

const MEDIA: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

interface Asset {
  readonly media: string
  readonly plain: Buffer
  readonly gzip: Buffer | null
  readonly brotli: Buffer | null
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Loads every file of dist/assets. Fonts are compressed already; text gets both compressed forms, made once at start. */
export async function loadAssets(folder = join(root, 'dist', 'assets')): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>()
  const names = await readdir(folder).catch(() => [])
  await Promise.all(
    names.map(async (name) => {
      const media = MEDIA[extname(name)]
      if (media === undefined) return
      const plain = await readFile(join(folder, name))
      const text = !name.endsWith('.woff2')
      assets.set(name, {
        media,
        plain,
        gzip: text ? await zip(plain, { level: 9 }) : null,
        brotli: text ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : null,
      })
    }),
  )
  return assets
}

/** Serves `/assets/<name>`. */
export function serveAssets(assets: ReadonlyMap<string, Asset>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const name = c.req.path.slice('/assets/'.length)
    const asset = assets.get(name)
    if (asset === undefined) return next()
    const accepted = c.req.header('accept-encoding') ?? ''
    const [encoding, body] =
      asset.brotli !== null && /\bbr\b/.test(accepted)
        ? ['br', asset.brotli]
        : asset.gzip !== null && /\bgzip\b/.test(accepted)
          ? ['gzip', asset.gzip]
          : [null, asset.plain]
    if (encoding !== null) c.header('Content-Encoding', encoding)
    c.header('Vary', 'Accept-Encoding')
    c.header('Content-Type', asset.media)
    c.header('Cache-Control', /[.-][0-9a-zA-Z_-]{8,}\./.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    return c.body(new Uint8Array(body))
  }
}

/**
 * Serves `/worker.js`: the script that keeps pages on a phone may stand only at the root, as only there it sees every page.
 * Its name never changes, so it is asked for again after an hour.
 */
export function serveWorker(assets: ReadonlyMap<string, Asset>): MiddlewareHandler<AppEnv> {
  const names = JSON.parse(assets.get('manifest.json')?.plain.toString() ?? '{}') as Record<string, string>
  const worker = assets.get(names['worker.js'] ?? '')
  return async (c, next) => {
    if (worker === undefined) return next()
    const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? worker.gzip : null
    if (zipped !== null) c.header('Content-Encoding', 'gzip')
    c.header('Vary', 'Accept-Encoding')
    c.header('Content-Type', worker.media)
    c.header('Cache-Control', 'public, max-age=3600')
    return c.body(new Uint8Array(zipped ?? worker.plain))
  }
}
