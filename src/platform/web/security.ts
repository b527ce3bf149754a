/** Headers of every answer, and the check that a write comes from our own pages. */
import type { MiddlewareHandler } from 'hono'
import type { AppContext, AppEnv } from './context.ts'

/** No inline script or style, nothing from elsewhere, no frame. `blob:` is for pictures and sounds chosen on the phone before they are sent. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** For a page that is made to stand in a page of another site: everything else stays forbidden. It holds nothing of whoever looks at it. */
export function mayBeFramed(c: AppContext): void {
  c.header('Content-Security-Policy', POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** Set before the answer is made: changing one that is made costs ten times as much. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('Content-Security-Policy', POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(self), microphone=(self), geolocation=(), interest-cohort=()')
  if (c.var.services.config.origin.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  await next()
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a write may be believed to come from a page of ours (standards: ASVS 3.5). Browsers state it in
 * Sec-Fetch-Site; older ones in Origin, then Referer. None of the three: refused, unless the request carries a token
 * (the API, which sends no cookie).
 */
export function comesFromUs(method: string, header: (name: string) => string | undefined, origins: readonly string[]): boolean {
  if (SAFE.has(method)) return true
  const site = header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && header('origin') === undefined)
  const origin = header('origin')
  if (origin !== undefined) return origins.includes(origin)
  const referer = header('referer')
  if (referer !== undefined && URL.canParse(referer)) return origins.includes(new URL(referer).origin)
  return header('authorization') !== undefined
}
