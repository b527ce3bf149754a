/**
 * Files in a store that speaks S3 (Amazon, MinIO, Garage, Ceph, Cloudflare R2, OVH…). An object appears whole or not at
 * all. What is heavier than a part goes up in parts, one at a time, so that a film takes no more memory than one of them.
 */
import { createHash } from 'node:crypto'
import { S3mini } from 's3mini'
import {
  type BlobStore,
  BlobTooLarge,
  checkKey,
  type Content,
  newKey,
  type PutOptions,
  type Range,
  StoreAway,
  type StoredBlob,
  UNFINISHED_FOR,
} from './blob-store.ts'

export interface S3Place {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
  /** Whether the bucket stands in the path of addresses, as most stores want it, or in front of the host. */
  readonly pathStyle: boolean
}

/** Bytes of a part: S3 takes none below 5 MiB but the last. */
export const PART = 8 * 1024 * 1024
/** Milliseconds until the store begins to answer. */
const PATIENCE = 60_000
const NO_SUCH = 404
const BYTES = 'application/octet-stream'

/** Opens the store; nothing is asked of it yet. */
export function openS3Store(place: S3Place, patience = PATIENCE): BlobStore {
  const s3 = new S3mini({
    endpoint: addressOf(place),
    region: place.region,
    accessKeyId: place.accessKey,
    secretAccessKey: place.secretKey,
    fetch: (input, init) => answerWithin(patience, input, init),
  })
  return {
    put: (content, options) => put(s3, content, options),
    get: (key, range) => get(s3, checkKey(key), range),
    stat: (key) => stat(s3, checkKey(key)),
    async delete(key) {
      // A store says yes to the removal of what it never had.
      const there = await stat(s3, checkKey(key))
      await s3.deleteObject(key)
      return there !== null
    },
    sweep: (now) => sweep(s3, now),
  }
}

/** Writes a word, reads it again and removes it. Rejects with what went wrong. */
export async function probeS3Store(place: S3Place, patience = 10_000): Promise<void> {
  const store = openS3Store(place, patience)
  const { key } = await store.put(Buffer.from('kawaliss'))
  const found = await store.get(key, { start: 0, end: 3 })
  const text = found === null ? '' : await new Response(found).text()
  await store.delete(key)
  if (text !== 'kawa') throw new Error('what was written there was not found again')
}

function addressOf({ endpoint, bucket, pathStyle }: S3Place): string {
  if (pathStyle) return `${endpoint}/${bucket}`
  const url = new URL(endpoint)
  url.hostname = `${bucket}.${url.hostname}`
  return url.href.replace(/\/$/, '')
}

/** The time is for the head of the answer: a film may take longer to read. */
async function answerWithin(patience: number, input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), patience)
  try {
    const answer = await fetch(input, { ...init, signal: silence.signal })
    if (answer.status < 500 && answer.status !== 429) return answer
    await answer.body?.cancel()
    throw new StoreAway(`the store answered ${answer.status}`)
  } catch (error) {
    if (error instanceof StoreAway) throw error
    throw new StoreAway(silence.signal.aborted ? 'the store was silent' : 'the store could not be reached', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

async function put(s3: S3mini, content: Content, { limit = Number.POSITIVE_INFINITY }: PutOptions = {}): Promise<StoredBlob> {
  const key = newKey()
  const hash = createHash('sha256')
  const going = new Going(s3, key)
  let bytes = 0
  try {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      bytes += piece.byteLength
      if (bytes > limit) throw new BlobTooLarge(limit)
      hash.update(piece)
      await going.take(piece)
    }
    await going.end()
  } catch (error) {
    await going.giveUp()
    throw error
  }
  return { key, bytes, sha256: hash.digest('hex') }
}

/** A content on its way: in one request when it is light, else in parts. */
class Going {
  readonly #s3: S3mini
  readonly #key: string
  readonly #parts: { partNumber: number; etag: string }[] = []
  #upload: string | null = null
  #pieces: Uint8Array[] = []
  #held = 0

  constructor(s3: S3mini, key: string) {
    this.#s3 = s3
    this.#key = key
  }

  async take(piece: Uint8Array): Promise<void> {
    for (let from = 0; from < piece.byteLength; ) {
      const some = piece.subarray(from, from + PART - this.#held)
      this.#pieces.push(some)
      this.#held += some.byteLength
      from += some.byteLength
      if (this.#held === PART) await this.#send()
    }
  }

  async end(): Promise<void> {
    if (this.#upload === null) {
      await this.#s3.putObject(this.#key, Buffer.concat(this.#pieces), BYTES)
      return
    }
    if (this.#held > 0) await this.#send()
    const { etag } = await this.#s3.completeMultipartUpload(this.#key, this.#upload, this.#parts)
    // A store may begin with "200" and say afterwards that it could not.
    if (etag === undefined) throw new Error('the store did not put the parts together')
  }

  async giveUp(): Promise<void> {
    // What cannot be given up now is swept later.
    if (this.#upload !== null) await this.#s3.abortMultipartUpload(this.#key, this.#upload).catch(() => {})
  }

  async #send(): Promise<void> {
    this.#upload ??= await this.#s3.getMultipartUploadId(this.#key, BYTES)
    this.#parts.push(await this.#s3.uploadPart(this.#key, this.#upload, Buffer.concat(this.#pieces), this.#parts.length + 1))
    this.#pieces = []
    this.#held = 0
  }
}

async function get(s3: S3mini, key: string, range: Range | undefined): Promise<ReadableStream<Uint8Array> | null> {
  const answer = await ifThere(range === undefined ? s3.getObjectRaw(key) : s3.getObjectRaw(key, false, range.start, range.end + 1))
  if (answer === null) return null
  if (range !== undefined && answer.status !== 206) throw new Error('the store does not give parts of a file')
  return answer.body ?? new Response('').body
}

async function stat(s3: S3mini, key: string): Promise<{ readonly bytes: number } | null> {
  const bytes = await ifThere(s3.getContentLength(key))
  return bytes === null ? null : { bytes }
}

interface Begun {
  readonly Key?: string
  readonly UploadId?: string
  readonly Initiated?: string
}

async function sweep(s3: S3mini, now: Date): Promise<number> {
  // Under the names S3 gives them, whatever the types of the package say.
  const listed = (await s3.listMultipartUploads()) as { readonly ListMultipartUploadsResult?: { readonly Upload?: Begun | readonly Begun[] } }
  const begun = [listed.ListMultipartUploadsResult?.Upload ?? []].flat()
  let removed = 0
  for (const { Key = '', UploadId = '', Initiated = '' } of begun) {
    if (UploadId === '' || !(now.getTime() - Date.parse(Initiated) >= UNFINISHED_FOR)) continue
    if ((await ifThere(s3.abortMultipartUpload(Key, UploadId))) !== null) removed += 1
  }
  return removed
}

/** What a question to the store gives, or null when there is no such object. */
async function ifThere<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (error) {
    const { status, cause } = error as { status?: number; cause?: { status?: number } }
    if (status === NO_SUCH || cause?.status === NO_SUCH) return null
    throw error
  }
}
