/** A device that holds a passkey, in software: P-256, no attestation, and a count one can turn back. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface Asked {
  readonly challenge: string
  readonly rpId: string
  readonly origin: string
}

const text = (bytes: Buffer): string => bytes.toString('base64url')
const clientData = (type: string, { challenge, origin }: Asked): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

/** Length-prefixed pieces of CBOR (RFC 8949): enough for a key and an attestation of nothing. */
const head = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255])
const said = (word: string): Buffer => Buffer.concat([head(3, word.length), Buffer.from(word)])
const held = (bytes: Buffer): Buffer => Buffer.concat([head(2, bytes.length), bytes])

export class Authenticator {
  readonly id = randomBytes(32)
  count = 0
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  private handle = ''

  private data(rpId: string, flags: number, more = Buffer.alloc(0)): Buffer {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(this.count)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counted, more])
  }

  /** Makes its key. */
  create(asked: Asked, handle: string): string {
    this.handle = handle
    const jwk = this.pair.publicKey.export({ format: 'jwk' })
    const [x, y] = [jwk.x, jwk.y].map((part) => Buffer.from(part ?? '', 'base64url')) as [Buffer, Buffer]
    const key = Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), held(x), Buffer.from([0x22]), held(y)])
    const length = Buffer.from([0, this.id.length])
    const data = this.data(asked.rpId, 0x45, Buffer.concat([Buffer.alloc(16), length, this.id, key]))
    const attestation = Buffer.concat([head(5, 3), said('fmt'), said('none'), said('attStmt'), head(5, 0), said('authData'), held(data)])
    const response = {
      clientDataJSON: text(clientData('webauthn.create', asked)),
      attestationObject: text(attestation),
      transports: ['internal', 'nonsense'],
    }
    return this.written(response)
  }

  /** Signs what it is asked, and counts. */
  get(asked: Asked): string {
    this.count += 1
    const data = this.data(asked.rpId, 0x05)
    const client = clientData('webauthn.get', asked)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.pair.privateKey)
    return this.written({ clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature), userHandle: this.handle })
  }

  private written(response: object): string {
    return JSON.stringify({ id: text(this.id), rawId: text(this.id), type: 'public-key', response, clientExtensionResults: {} })
  }
}
