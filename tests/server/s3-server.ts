/**
 * A store that speaks as much of S3 as is asked of one, in memory: it refuses every request whose signature (AWS
 * Signature Version 4) is not that of its key, by code that shares nothing with the sender's.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Place } from '../../src/platform/storage/s3-store.ts'

export interface S3Server {
  readonly place: S3Place
  /** What lies in the bucket, by its key. */
  readonly objects: Map<string, Buffer>
  /** Uploads in parts that are not whole. */
  readonly unfinished: Map<string, { readonly key: string; readonly at: string; readonly parts: Map<number, Buffer> }>
  /** `GET /key` and so on, in order. */
  readonly asked: string[]
  /** Answers this code to all that is asked from now on; null answers again. */
  fail(status: number | null): void
  stop(): Promise<void>
}

const ACCESS = 'test-access'
const SECRET = 'test/secret+key'
const BUCKET = 'files'
const REGION = 'eu-west-3'

export async function startS3(): Promise<S3Server> {
  const store = new Store()
  const server = createServer((request, response) => void store.answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    place: { endpoint, bucket: BUCKET, region: REGION, accessKey: ACCESS, secretKey: SECRET, pathStyle: true },
    ...{ objects: store.objects, unfinished: store.unfinished, asked: store.asked },
    fail: (status) => void (store.failing = status),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

class Store {
  readonly objects = new Map<string, Buffer>()
  readonly unfinished: S3Server['unfinished'] = new Map()
  readonly asked: string[] = []
  failing: number | null = null

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const url = new URL(request.url ?? '/', 'http://store')
    const key = decodeURIComponent(url.pathname).replace(`/${BUCKET}`, '').replace(/^\//, '')
    this.asked.push(`${request.method} /${key}`)
    if (this.failing !== null) return void response.writeHead(this.failing).end()
    if (!isSigned(request, url)) return fault(response, 403, 'SignatureDoesNotMatch')
    if (!url.pathname.startsWith(`/${BUCKET}`)) return fault(response, 404, 'NoSuchBucket')
    this.#act(request, response, key, url.searchParams, Buffer.concat(pieces))
  }

  #act(request: IncomingMessage, response: ServerResponse, key: string, asked: URLSearchParams, body: Buffer): void {
    const { method } = request
    const upload = asked.get('uploadId')
    if (method === 'GET' && asked.has('uploads')) return this.#list(response)
    if (method === 'POST' && asked.has('uploads')) return this.#begin(response, key)
    if (upload !== null) return this.#part(response, { method, key, upload, number: Number(asked.get('partNumber')), body })
    if (method === 'PUT') {
      this.objects.set(key, body)
      return void response.writeHead(200, { etag: etagOf(body) }).end()
    }
    if (method === 'DELETE') {
      this.objects.delete(key)
      return void response.writeHead(204).end()
    }
    this.#read(request, response, this.objects.get(key))
  }

  #read({ method, headers }: IncomingMessage, response: ServerResponse, found: Buffer | undefined): void {
    if (found === undefined) return fault(response, 404, 'NoSuchKey')
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
    if (from === undefined) return void response.writeHead(200, { 'content-length': found.length }).end(method === 'HEAD' ? undefined : found)
    const part = found.subarray(Number(from), to === '' ? undefined : Number(to) + 1)
    response.writeHead(206, { 'content-length': part.length, 'content-range': `bytes ${from}-${to}/${found.length}` }).end(part)
  }

  #begin(response: ServerResponse, key: string): void {
    const id = randomBytes(8).toString('hex')
    this.unfinished.set(id, { key, at: new Date().toISOString(), parts: new Map() })
    xml(response, `<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`)
  }

  #part(response: ServerResponse, asked: { method: string | undefined; key: string; upload: string; number: number; body: Buffer }): void {
    const { method, key, upload, number, body } = asked
    const going = this.unfinished.get(upload)
    if (going === undefined || going.key !== key) return fault(response, 404, 'NoSuchUpload')
    if (method === 'PUT') {
      going.parts.set(number, body)
      return void response.writeHead(200, { etag: etagOf(body) }).end()
    }
    this.unfinished.delete(upload)
    if (method === 'DELETE') return void response.writeHead(204).end()
    const parts = [...going.parts].sort(([a], [b]) => a - b).map(([, part]) => part)
    if (parts.slice(0, -1).some((part) => part.length < 5 * 1024 * 1024)) return fault(response, 400, 'EntityTooSmall')
    const named = [...body.toString().matchAll(/<ETag>(?:&quot;|")?([0-9a-f]+)/g)].map(([, etag]) => `"${etag}"`)
    if (named.join() !== parts.map(etagOf).join()) return fault(response, 400, 'InvalidPart')
    this.objects.set(key, Buffer.concat(parts))
    xml(
      response,
      `<CompleteMultipartUploadResult><Key>${key}</Key><ETag>"${randomBytes(8).toString('hex')}-2"</ETag></CompleteMultipartUploadResult>`,
    )
  }

  #list(response: ServerResponse): void {
    const listed = [...this.unfinished].map(
      ([id, { key, at }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`,
    )
    xml(response, `<ListMultipartUploadsResult>${listed.join('')}</ListMultipartUploadsResult>`)
  }
}

function xml(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
}

function fault(response: ServerResponse, status: number, code: string): void {
  xml(response, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status)
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`
}

/** docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, of a request not older than a quarter of an hour. */
function isSigned({ method = '', headers }: IncomingMessage, url: URL): boolean {
  const shape = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/
  const [, access, day, region, names = '', signature] = shape.exec(headers.authorization ?? '') ?? []
  const at = String(headers['x-amz-date'] ?? '')
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? []
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  if (access !== ACCESS || region !== REGION || !at.startsWith(day ?? '-')) return false
  if (Math.abs(Date.now() - Date.UTC(year, month - 1, date, hour, minute, second)) > 900_000) return false
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.split(';').includes(name))) return false
  const query = [...url.searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).sort()
  const lines = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const canonical = [method, url.pathname, query.join('&'), lines.join(''), names, headers['x-amz-content-sha256']].join('\n')
  const hash = createHash('sha256').update(canonical).digest('hex')
  const keyed = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const key = [day ?? '', REGION, 's3', 'aws4_request'].reduce<string | Buffer>((before, part) => keyed(before, part), `AWS4${SECRET}`)
  return keyed(key, `AWS4-HMAC-SHA256\n${at}\n${day}/${REGION}/s3/aws4_request\n${hash}`).toString('hex') === signature
}
