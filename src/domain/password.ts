/**
 * Passwords, for who wants one: long enough, not one of those that are tried first, and no rule about capitals or
 * figures (NIST SP 800-63B, ASVS 5.0 6.2); and how long to wait after wrong ones.
 */
import { ok, type Result, refused } from './result.ts'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 200

/** The same password typed on two keyboards is the same text. */
export function passwordText(typed: string): string {
  return typed.normalize('NFKC')
}

/** What guessers try first, in the three languages, alone or one after the other; figures and signs around them are tried too. */
const TRIED_FIRST = `
  pass password passwort passe mot de motdepasse mdp pwd secret admin administrator administrateur root user guest test testing login welcome
  bienvenue bonjour salut hello world azerty qwerty iloveyou jetaime monamour moncoeur amour love princess princesse sunshine soleil monkey
  dragon football baseball basketball superman batman starwars pokemon naruto master shadow michael jordan letmein trustno whatever freedom
  internet computer ordinateur samsung iphone google facebook instagram whatsapp youtube liverpool chelsea arsenal barcelona barca realmadrid
  ronaldo cristiano messi neymar raja wydad widad maroc morocco maghreb casablanca casa rabat fes marrakech tanger agadir oujda meknes taza
  habibi hayati omri allah bismillah mohamed mohammed muhammad ahmed fatima zahra khadija youssef kawaliss incubateur incubator hiba
  foundation fondation changeme default my mon le the abc
  كلمة السر المرور سر مرحبا السلام عليكم بسم الله الرحمن الرحيم لا اله الا الحمد لله محمد احمد فاطمة المغرب كواليس حبيبي حياتي
`
  .trim()
  .split(/\s+/)

/** Whether a text is made of these words and nothing else. */
function isMadeOf(words: readonly string[], text: string): boolean {
  const reached = new Set([0])
  for (let place = 0; place < text.length; place++)
    if (reached.has(place)) for (const word of words) if (text.startsWith(word, place)) reached.add(place + word.length)
  return text !== '' && reached.has(text.length)
}

const ROWS = ['01234567890', '09876543210', 'abcdefghijklmnopqrstuvwxyz', 'azertyuiopqsdfghjklmwxcvbn', 'qwertyuiopasdfghjklzxcvbnm']
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }

/** Without capitals, accents, vowel signs and spaces. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .replace(/[أإآ]/g, 'ا')
    .toLowerCase()
}

function isCommon(password: string): boolean {
  const plain = folded(password)
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const read = bare.replace(/[013457@$]/g, (sign) => LEET[sign] ?? sign)
  if ([bare, read].some((text) => isMadeOf(TRIED_FIRST, text.replace(/[^\p{L}]/gu, '')))) return true
  // One piece again and again (aaaa…, 12312312…), or a walk along the keys.
  if (/^(.{1,4})\1+.{0,3}$/u.test(plain)) return true
  const walks = [plain, bare].filter((text) => text.length > 5)
  return ROWS.some((row) => walks.some((walk) => row.repeat(2).includes(walk) || [...row.repeat(2)].reverse().join('').includes(walk)))
}

/** Refuses what is too short or too long, what is tried first, and what holds the address or one of the names of its owner. */
export function mayBePassword(typed: string, owner: { readonly email: string; readonly names: readonly string[] }): Result<null> {
  const password = passwordText(typed)
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return refused('password/too-short', { least: SHORTEST_PASSWORD })
  if (length > LONGEST_PASSWORD) return refused('password/too-long', { most: LONGEST_PASSWORD })
  const own = [owner.email, owner.email.split('@')[0] ?? '', ...owner.names].map(folded).filter((text) => [...text].length >= 4)
  const plain = folded(password)
  if (own.some((text) => plain.includes(text))) return refused('password/holds-address')
  return isCommon(password) ? refused('password/too-common') : ok(null)
}

/** Wrong passwords that cost nothing: for one address, and from one network, where a whole youth centre may sit. */
const FREE = { address: 4, network: 40 } as const
const FIRST_WAIT = 15
const LONGEST_WAIT = 900
/** Seconds after which wrong passwords are forgotten. */
export const TRIES_KEPT = 3600

/**
 * Seconds to wait after the last of so many wrong passwords: none at first, then each time twice as long, a quarter of
 * an hour at most. Nobody is locked out: the mailed link opens all the while.
 */
export function waitAfter(failures: number, scope: keyof typeof FREE): number {
  const over = failures - FREE[scope]
  return over <= 0 ? 0 : Math.min(FIRST_WAIT * 2 ** (over - 1), LONGEST_WAIT)
}

export interface Tries {
  readonly failures: number
  readonly lastAt: Date
}

/** Refuses `sign-in/wait`, with the minutes left, while it is too early for another try. */
export function mayTry(tries: Tries | null, scope: keyof typeof FREE, now: Date): Result<null> {
  if (tries === null) return ok(null)
  const left = waitAfter(tries.failures, scope) - (now.getTime() - tries.lastAt.getTime()) / 1000
  return left <= 0 ? ok(null) : refused('sign-in/wait', { minutes: Math.ceil(left / 60) })
}
