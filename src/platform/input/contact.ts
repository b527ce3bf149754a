/** Phone numbers, mail addresses and links as people type them, into the one form that is kept. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { cleanLine, latinDigits } from './clean.ts'
import { problem, type Reading, read } from './problem.ts'

/** A number that exists in its country's plan, as E.164 ("+212612345678"). Without +, it is one of `country`. */
export function readPhone(raw: string, country: CountryCode = 'MA'): Reading<string> {
  const parsed = parsePhoneNumberFromString(latinDigits(cleanLine(raw)), { defaultCountry: country, extract: false })
  return parsed?.isValid() ? read(parsed.number) : problem('phone')
}

/** Whether a number in E.164 is one that takes messages: a mobile phone, or one that may be. */
export function isMobile(phone: string): boolean {
  const parsed = parsePhoneNumberFromString(phone)
  return parsed?.number === phone && parsed.isValid() && ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(parsed.getType() ?? '')
}

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/
const MOST_EMAIL = 254
const MOST_LOCAL_PART = 64
const MOST_URL = 2048

/**
 * A mail address that a server could take: one @, a plausible domain, no spaces. The domain is in lower case and, if
 * international, in its ASCII form; what stands before the @ is kept as typed, for only its own server may judge it.
 */
export function readEmail(raw: string): Reading<string> {
  const text = latinDigits(cleanLine(raw))
    .replace(/^mailto:/i, '')
    .replace(/[.,;]$/, '')
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(0, at))
  const domain = at === -1 ? null : publicHost(text.slice(at + 1))
  if (domain === null || local.length > MOST_LOCAL_PART || !LOCAL_PART.test(local)) return problem('email')
  const address = `${local}@${domain}`
  return address.length > MOST_EMAIL ? problem('email') : read(address)
}

/** A host name with a top-level domain, in lower case and ASCII; null for anything else, an IP address included. */
function publicHost(text: string): string | null {
  if (/[\s/:@?#%\\]/.test(text) || !URL.canParse(`https://${text}/`)) return null
  const host = new URL(`https://${text}/`).hostname
  const labels = host.split('.')
  const top = labels.at(-1) as string
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(top)) return null
  return host
}

/**
 * A web address on http or https, at a public host name, without a user name or password in it; https:// is added when
 * no scheme is typed. Returned as browsers write it.
 */
export function readUrl(raw: string): Reading<string> {
  const text = cleanLine(raw)
  if (text === '' || text.length > MOST_URL || /\s/.test(text)) return problem('url')
  const withScheme = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`
  if (/^[a-z][a-z0-9+.-]*:(?!\/\/|\d)/i.test(text) || !URL.canParse(withScheme)) return problem('url')
  const url = new URL(withScheme)
  if (url.username !== '' || url.password !== '' || publicHost(url.hostname) === null) return problem('url')
  return url.href.length > MOST_URL ? problem('url') : read(url.href)
}
