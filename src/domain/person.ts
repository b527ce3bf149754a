/** People: how they are named, and who may enter. */
import type { Language } from './language.ts'
import { ok, type Result, refused } from './result.ts'

export interface PersonName {
  readonly nameAr: string
  readonly nameLatin: string
}

/** Characters a name may take in one script. */
export const LONGEST_NAME = 120

/** The name in the script of the reader, or in the other script when that one is empty. */
export function nameFor(person: PersonName, language: Language): string {
  const [first, second] = language === 'ar' ? [person.nameAr, person.nameLatin] : [person.nameLatin, person.nameAr]
  return first !== '' ? first : second
}

/** First name and initial ("Nadia R."), for bars and logs shown on a screen others may see. */
export function shortName(person: PersonName, language: Language): string {
  const words = nameFor(person, language).split(/\s+/).filter(Boolean)
  const called = GIVEN_IN_TWO.test(words.join(' ')) ? 2 : 1
  const [first, last] = [words.slice(0, called).join(' '), words.at(-1)]
  // The article is no initial: half the names of a list would share it.
  return words.length <= called || last === undefined ? first : `${first} ${[...last.replace(/^ال(?=..)/, '')][0]}.`
}

/** Given names of two words, of which the first alone is nobody's name: عبد الرحيم, فاطمة الزهراء, نور الدين. */
const GIVEN_IN_TWO = /^(?:(?:عبد|أبو|أم) \S+|\S+ (?:الزهراء|الدين|الله))(?: |$)/

/** What a name is written with: letters of any script with their marks, spaces, apostrophes, hyphens, dots, and the marks that join or part letters. */
const NAME = /^(?:[\p{L}\p{M} \u00a0'’‘ʼ´`.·‐‑–-]|\u200c|\u200d)*$/u

/** Whether a text could be somebody's name: it is printed, read aloud, sorted and compared, and holds no picture, digit or sign. */
export function isNameText(text: string): boolean {
  return NAME.test(text)
}

/** A name in at least one script, each script in its own place: what is written in the other's could not be read aloud; and nothing but a name. */
export function mayBeNamed({ nameAr, nameLatin }: PersonName): Result<null> {
  if (nameAr === '' && nameLatin === '') return refused('person/nameless')
  if (nameAr !== '' && !/\p{Script=Arabic}/u.test(nameAr)) return refused('person/not-in-arabic')
  if (nameLatin !== '' && !/\p{Script=Latin}/u.test(nameLatin)) return refused('person/not-in-latin')
  if (!isNameText(nameAr)) return refused('person/odd-in-arabic')
  if (!isNameText(nameLatin)) return refused('person/odd-in-latin')
  return ok(null)
}

/** Mails a person may ask for to enter, in an hour: enough for a lost mail, too few to annoy somebody else. */
export const SIGN_IN_MAILS_AN_HOUR = 6
/** And from one network, where a whole youth centre may share one address. */
export const SIGN_IN_MAILS_AN_HOUR_FROM_ONE_NETWORK = 60
/** A link or code is worth nothing after ten minutes (standards: ASVS 6.5.5), or after five wrong codes. */
export const SIGN_IN_MINUTES = 10
export const SIGN_IN_TRIES = 5

export function maySendSignIn(sent: { toAddress: number; fromNetwork: number }): Result<null> {
  if (sent.toAddress >= SIGN_IN_MAILS_AN_HOUR || sent.fromNetwork >= SIGN_IN_MAILS_AN_HOUR_FROM_ONE_NETWORK) return refused('sign-in/too-many')
  return ok(null)
}

export interface SignInRequestFacts {
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly attempts: number
}

/** Whether a mailed link or code still opens the door. */
export function mayEnter(request: SignInRequestFacts | null, now: Date): Result<null> {
  if (request === null || request.usedAt !== null || now >= request.expiresAt) return refused('sign-in/link-used-or-late')
  if (request.attempts >= SIGN_IN_TRIES) return refused('sign-in/too-many-codes')
  return ok(null)
}

/** How somebody came in. */
export type Way = 'link' | 'code' | 'passkey' | 'password' | 'demo'

/** Minutes after coming in during which one may change how one comes in. */
export const FRESH_MINUTES = 60

/**
 * A new key or password is given to somebody who has just shown who they are: by the mailed link or code or a passkey, less
 * than an hour ago. A phone left open on a table changes no lock.
 */
export function mayChangeLocks(session: { readonly way: Way; readonly startedAt: Date } | null, now: Date): Result<null> {
  const fresh = session !== null && session.way !== 'password' && now.getTime() - session.startedAt.getTime() < FRESH_MINUTES * 60_000
  return fresh ? ok(null) : refused('sign-in/not-fresh')
}
