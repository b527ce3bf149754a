/** The generator of load, in a process of its own so that it takes nothing from the server it asks but the machine both stand on. */
import { Agent, request } from 'node:http'
import autocannon from 'autocannon'

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Load {
  readonly origin: string
  readonly connections: number
  /** For so many seconds, what each connection asks over and over, in turn: one list serves all, or each takes its own. */
  readonly over?: { readonly seconds: number; readonly asked: readonly (readonly Ask[])[] }
  /** Or each of these once, shared among the connections. */
  readonly once?: readonly Ask[]
}

export interface Loaded {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly slowest: number
  /** How many answers bore each status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Requests without an answer: refused connections, time-outs. */
  readonly failed: number
}

const TIMEOUT = 20_000

async function over(origin: string, connections: number, { seconds, asked }: NonNullable<Load['over']>): Promise<Loaded> {
  let client = 0
  const result = await autocannon({
    url: origin,
    connections,
    timeout: TIMEOUT / 1000,
    duration: seconds,
    setupClient: (one) => one.setRequests([...(asked[client++ % asked.length] as Ask[])]),
  })
  return {
    requests: result.requests.total,
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    slowest: result.latency.max,
    statuses: Object.fromEntries(Object.entries(result.statusCodeStats).map(([status, { count }]) => [status, count])),
    failed: result.errors + result.timeouts,
  }
}

/** Autocannon repeats what it is given; what may be sent only once is sent from here. */
async function once(origin: string, connections: number, all: readonly Ask[]): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const statuses: Record<string, number> = {}
  let next = 0
  let failed = 0
  const began = performance.now()
  const connection = async (): Promise<void> => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) {
      const sent = performance.now()
      const status = await answerTo(origin, agent, one)
      times.push(performance.now() - sent)
      if (status === null) failed++
      else statuses[status] = (statuses[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const took = performance.now() - began
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { requests: all.length, perSecond: (all.length / took) * 1000, p50: at(0.5), p99: at(0.99), slowest: at(1), statuses, failed }
}

/** The status of the answer, read to its end; null when there is none. */
function answerTo(origin: string, agent: Agent, { method, path, headers, body }: Ask): Promise<number | null> {
  return new Promise((resolve) => {
    const asking = request(origin + path, { method, agent, headers, timeout: TIMEOUT }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? null))
    })
    asking.on('timeout', () => asking.destroy())
    asking.on('error', () => resolve(null))
    asking.end(body)
  })
}

// Kept alive until it is stopped.
process.channel?.ref()
process.on('message', async (question: { load?: Load }) => {
  if (question.load === undefined) return
  const { origin, connections, over: repeated, once: all } = question.load
  process.send?.({ loaded: repeated === undefined ? await once(origin, connections, all ?? []) : await over(origin, connections, repeated) })
})
