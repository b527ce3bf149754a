/** Cookies of ours. `__Host-` ties them to this host over TLS; on plain http (a trial on one's own machine) browsers refuse that prefix, so the plain name is used. */
import { getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from './context.ts'

function nameOf(c: AppContext, name: string): string {
  return c.var.services.config.origin.startsWith('https:') ? `__Host-${name}` : name
}

export function readCookie(c: AppContext, name: string): string | undefined {
  return getCookie(c, nameOf(c, name))
}

/** Sets a cookie that no script can read and no other site can send with a write. `seconds` 0 removes it. */
export function writeCookie(c: AppContext, name: string, value: string, seconds: number): void {
  setCookie(c, nameOf(c, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.services.config.origin.startsWith('https:'),
    maxAge: seconds,
  })
}
