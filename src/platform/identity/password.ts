/** Hashes of passwords: Argon2id, slow and hungry on purpose, with its measures kept beside each hash so that they can grow. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

export interface PasswordHash {
  readonly salt: Buffer
  readonly hash: Buffer
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** What ASVS 5.0 (11.4.2) asks at least: 19 MiB, two passes, one lane. */
const MEASURES = { memory: 19_456, passes: 2, lanes: 1 } as const
const SALT = 16
const LENGTH = 32

const derive = promisify(argon2)

function hashed(password: string, salt: Buffer, { memory, passes, lanes }: Omit<PasswordHash, 'salt' | 'hash'>): Promise<Buffer> {
  return derive('argon2id', { message: password, nonce: salt, parallelism: lanes, tagLength: LENGTH, memory, passes })
}

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(SALT)
  return { salt, hash: await hashed(password, salt, MEASURES), ...MEASURES }
}

const nobodys = { salt: randomBytes(SALT), hash: randomBytes(LENGTH), ...MEASURES }

/** Whether it is the password of this hash. Without one (`null`: an address nobody has) the same work is done for nothing, so that the time of the answer tells nothing. */
export async function isPassword(password: string, known: PasswordHash | null): Promise<boolean> {
  const against = known ?? nobodys
  const same = timingSafeEqual(await hashed(password, against.salt, against), against.hash)
  return same && known !== null
}
