/** The last step of every way in: the cookie of the new session, and the page one was going to. */
import { mayHoldPasskeys } from '../../../domain/passkey.ts'
import { type AppContext, request } from '../../../platform/web/context.ts'
import { readCookie, writeCookie } from '../../../platform/web/cookie.ts'
import { deviceOf } from '../../../platform/identity/device.ts'
import type { Entered } from '../commands.ts'
import { SESSION_COOKIE, SESSION_SECONDS } from '../session.ts'

const MOST_PATH = 500

/** A path of this site to come back to; anything else leads to one's own page. */
export function safeReturn(path: string): string {
  return path.length <= MOST_PATH && /^\/(?![/\\])[\w\-/.?=&%#]*$/.test(path) && !path.startsWith('/sign-in') ? path : '/me'
}

/** Sets the cookie of a new session; answers the address to go to, in the language of the page one comes in by. */
export function enterAt(c: AppContext, entered: Entered): string {
  writeCookie(c, SESSION_COOKIE, entered.session, SESSION_SECONDS)
  return `/${c.var.language}${safeReturn(entered.returnTo)}`
}

export function comeIn(c: AppContext, entered: Entered): Response {
  return c.redirect(enterAt(c, entered), 303)
}

/** Browser and system of who asks. */
export function deviceAt(c: AppContext): string {
  return deviceOf(c.req.header('user-agent'))
}

/** Token of the session of who asks; '' without one. */
export function sessionAt(c: AppContext): string {
  return readCookie(c, SESSION_COOKIE) ?? ''
}

/** The address of the page that sends something, as its browser says it (security.ts has found it to be ours). */
export function originAt(c: AppContext): string {
  const { origin } = request(c).config
  const host = hostAt(c)
  const said = c.req.header('origin') ?? ''
  return [`https://${host}`, `http://${host}`].includes(said) ? said : origin
}

/** Whether browsers keep keys for the address this page is asked at; behind a proxy that hides it, for that of the site. */
export function keepsKeys(c: AppContext): boolean {
  return [`http://${hostAt(c)}`, request(c).config.origin].some((origin) => URL.canParse(origin) && mayHoldPasskeys(new URL(origin).hostname))
}

function hostAt(c: AppContext): string {
  return (c.req.header('host') ?? '').toLowerCase()
}
