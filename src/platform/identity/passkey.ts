/**
 * Passkeys (WebAuthn): what a device is asked, and what its answer proves. The cryptography is @simplewebauthn/server's,
 * loaded when the first key is used; challenges, keys and refusals are the callers'.
 */
import { randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { sameSecret } from './secret.ts'

/** Five minutes to find the key. */
const PATIENCE = 300_000
/** Ed25519, P-256, RSA. */
const ALGORITHMS = [-8, -7, -257]
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** 256 random bits to sign. */
export function newChallenge(): string {
  return randomBytes(32).toString('base64url')
}

export interface KeyOwner {
  readonly id: string
  readonly email: string
  readonly name: string
}

/** What the browser hands to the device for a new key. A key the device holds already is not made again. */
export function additionOptions(challenge: string, host: string, site: string, owner: KeyOwner, held: readonly Buffer[]) {
  return {
    challenge,
    rp: { id: host, name: site },
    user: { id: handleOf(owner.id), name: owner.email, displayName: owner.name === '' ? owner.email : owner.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: PATIENCE,
    attestation: 'none',
    excludeCredentials: held.map((id) => ({ type: 'public-key', id: id.toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'preferred' },
  }
}

/** What the browser hands to the device of somebody coming in; the device knows whose keys it holds. */
export function entryOptions(challenge: string, host: string) {
  return { challenge, rpId: host, timeout: PATIENCE, userVerification: 'preferred', allowCredentials: [] }
}

function handleOf(person: string): string {
  return Buffer.from(person.replaceAll('-', ''), 'hex').toString('base64url')
}

/** What an answer says of itself before anything is proved: which challenge it signs, at which address, with which key. */
export interface Said {
  readonly challenge: string
  readonly origin: string
  readonly credential: Buffer
}

/** Null for what is no answer of a browser. */
export function readAnswer(answer: unknown): Said | null {
  const { id, type, response } = (answer ?? {}) as Partial<RegistrationResponseJSON>
  if (typeof id !== 'string' || type !== 'public-key' || typeof response?.clientDataJSON !== 'string') return null
  try {
    const { challenge, origin } = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')) as Partial<Said>
    if (typeof challenge !== 'string' || typeof origin !== 'string') return null
    const credential = Buffer.from(id, 'base64url')
    return credential.length === 0 || credential.length > 1023 ? null : { challenge, origin, credential }
  } catch {
    return null
  }
}

/** Against what an answer is held. */
export interface Expected {
  readonly challengeHash: Buffer
  readonly origin: string
}

export interface NewKey {
  readonly credential: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly Transport[]
  readonly synced: boolean
}

/** The new key, once the device has proved that it holds it; null when it has not. */
export async function provedAddition(answer: unknown, expected: Expected): Promise<NewKey | null> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { registrationInfo: found } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      ...holding(expected),
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (found === undefined) return null
    const said: readonly unknown[] = Array.isArray(found.credential.transports) ? found.credential.transports : []
    return {
      credential: Buffer.from(found.credential.id, 'base64url'),
      publicKey: Buffer.from(found.credential.publicKey),
      counter: found.credential.counter,
      transports: TRANSPORTS.filter((one) => said.includes(one)),
      synced: found.credentialBackedUp,
    }
  } catch {
    // The library throws at whatever does not hold; a fault of its own would be answered alike, and nobody comes in.
    return null
  }
}

export interface KnownKey {
  readonly person: string
  readonly credential: Buffer
  readonly publicKey: Buffer
}

/** What the device has counted, and whether the person's devices share the key, once its signature holds; null when it does not. */
export async function provedEntry(answer: unknown, key: KnownKey, expected: Expected): Promise<{ counter: number; synced: boolean } | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const response = answer as AuthenticationResponseJSON
  const handle = response.response?.userHandle
  if (handle !== undefined && handle !== null && handle !== handleOf(key.person)) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      ...holding(expected),
      // Whether the count has grown is a rule of ours, with a sentence of its own.
      credential: { id: key.credential.toString('base64url'), publicKey: new Uint8Array(key.publicKey), counter: 0 },
      requireUserVerification: false,
    })
    return verified ? { counter: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp } : null
  } catch {
    return null
  }
}

function holding({ challengeHash, origin }: Expected) {
  return {
    expectedChallenge: (challenge: string) => sameSecret(challenge, challengeHash),
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
  }
}
