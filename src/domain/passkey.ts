/** Passkeys: keys that a person's own devices hold, and what such a device is asked to sign. */
import { ok, type Result, refused } from './result.ts'

/** A phone, a computer, a key on a ring, and room for those that were lost. */
export const MOST_PASSKEYS = 10
/** As long as a mailed code: the page may stand open while one looks for the key. */
export const CHALLENGE_MINUTES = 10
/** Challenges given to one network in an hour: every opening of the sign-in page asks for one. */
export const CHALLENGES_AN_HOUR = 1200

export interface Challenge {
  /** Where it was asked: scheme, host and port. */
  readonly origin: string
  /** Whose key is being added; null when somebody is coming in. */
  readonly person: string | null
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** A challenge is answered once, soon, by whom it was put to, at the address where it was asked. */
export function mayAnswer(challenge: Challenge | null, answer: { readonly origin: string; readonly person: string | null }, now: Date): Result<null> {
  if (challenge === null || challenge.usedAt !== null || now >= challenge.expiresAt || challenge.person !== answer.person)
    return refused('passkey/too-late')
  return challenge.origin === answer.origin ? ok(null) : refused('passkey/wrong-address')
}

/** A device that counts never counts backwards: two that count apart are a key and its copy (WebAuthn 3, 6.1.1). Zero for a device that does not count. */
export function mayHaveCounted(known: number, now: number): Result<null> {
  return (known === 0 && now === 0) || now > known ? ok(null) : refused('passkey/copied')
}

export function mayAddPasskey({ name, held }: { readonly name: string; readonly held: number }): Result<null> {
  if (name.trim() === '') return refused('passkey/nameless')
  return held >= MOST_PASSKEYS ? refused('passkey/too-many', { most: MOST_PASSKEYS }) : ok(null)
}

/** Browsers keep keys for a name, never for a bare number: 127.0.0.1 has none, localhost has. */
export function mayHoldPasskeys(host: string): boolean {
  return !/^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/.test(host)
}
