/** The two sides of a measure and who asks them: our server, a bare one, and the generator of load, each a process of its own. */
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { BareServer } from './bare.ts'
import { start } from './child.ts'
import type { Load, Loaded } from './load.ts'
import type { Used } from './probe.ts'

/** A server that is measured. */
export interface Side {
  readonly origin: string
  used(): Promise<Used>
}

/** A bare server; it ends with the run, or when stopped. */
export async function bareServer(what: BareServer): Promise<Side & { stop(): Promise<void> }> {
  const child = start(join(import.meta.dirname, 'bare.ts'))
  const port = await child.ask<number>(what, 'port', 20_000)
  return { origin: `http://127.0.0.1:${port}`, used: () => child.used(), stop: () => child.stop() }
}

/** What a round of load gave, and the processor time the server took for it, in milliseconds. */
export type Round = Loaded & { readonly cpu: number }

export interface Generator {
  ask(side: Side, load: Omit<Load, 'origin'>): Promise<Round>
  stop(): Promise<void>
}

export function startGenerator(): Generator {
  const child = start(join(import.meta.dirname, 'load.ts'))
  return {
    async ask(side, load) {
      const before = await side.used()
      const loaded = await child.ask<Loaded>({ load: { ...load, origin: side.origin } satisfies Load }, 'loaded')
      return { ...loaded, cpu: (await side.used()).cpu - before.cpu }
    },
    stop: () => child.stop(),
  }
}

export interface Answered {
  readonly status: number
  /** Name and value in turn, without those Node writes by itself. */
  readonly headers: readonly string[]
  /** As it was sent, compressed or not. */
  readonly body: Buffer
}

const NODES_OWN = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'])

/** One answer, byte for byte. */
export function answerOf(url: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, async (answer: IncomingMessage) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      const kept = Object.entries(answer.headersDistinct)
        .filter(([name]) => !NODES_OWN.has(name))
        .flatMap(([name, values]) => (values ?? []).flatMap((value) => [name, value]))
      resolve({ status: answer.statusCode ?? 0, headers: kept, body: Buffer.concat(parts) })
    }).on('error', reject)
  })
}

/** A bare server that gives this very answer, its length told. */
export function bareCopy({ headers, body }: Answered): ReturnType<typeof bareServer> {
  return bareServer({ page: { headers: [...headers, 'content-length', String(body.length)], body: body.toString('base64') } })
}

/** Throws unless every answer of these rounds bore this status: a fast refusal is no speed. */
export function mustAnswer(status: number, rounds: readonly Loaded[]): void {
  for (const { statuses, failed } of rounds) {
    const others = Object.keys(statuses).filter((one) => one !== String(status))
    if (failed > 0 || others.length > 0) throw new Error(`Not every answer was ${status}: ${JSON.stringify(statuses)}, ${failed} without an answer.`)
  }
}
