/** The signed-in list of 300 applications, against a bare server that gives a constant page of the same size. */
import { poolOf } from '../src/platform/database/database.ts'
import type { Ground } from './ground.ts'
import { fillList, SLUG } from './records.ts'
import { byTurns, figure, type Finding, median, type Pace } from './rounds.ts'
import { answerOf, bareCopy, mustAnswer, type Round, type Side, startGenerator } from './sides.ts'

const LENGTH = 300
const LIST = `/fr/desk/${SLUG}/applications`
/** A desk has few people at it; what is measured is work, not haste. */
const CONNECTIONS = 8

export async function deskList(ground: Ground): Promise<Finding[]> {
  await fillList(ground.db, LENGTH)
  const cookie = await enterAsOfficer(ground)
  const checks = await fetch(`${ground.origin}/fr/desk/${SLUG}/applications/checks`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: ground.origin },
  })
  if (checks.status !== 303) throw new Error(`The automatic checks were answered with ${checks.status}.`)
  const plain = await cpuPerPage(ground, { cookie })
  const zipped = await cpuPerPage(ground, { cookie, 'accept-encoding': 'gzip, deflate, br' })
  const writing = startWriting(ground)
  const written = await cpuPerPage(ground, { cookie })
  await writing.stop()
  const says = ({ ours, theirs, size }: Cpu): string =>
    `${figure(ours / theirs)} × (${figure(ours)} of ${figure(theirs)} ms; ${figure(size / 1024)} KB)`
  return [
    {
      what: `list of ${LENGTH} applications read while nothing is written, processor time a page, of a bare server's constant page of the same size`,
      found: says(plain),
      limit: '≤ 12 ×',
      kept: plain.ours <= 12 * plain.theirs,
    },
    { what: 'the same compressed, of a bare server that gives the compressed bytes', found: says(zipped), limit: 'no promise', kept: true },
    {
      what: 'the same not compressed, while something is written between any two readings: everything is read and made anew',
      found: says(written),
      limit: 'no promise',
      kept: true,
    },
  ]
}

interface Cpu {
  /** Milliseconds of processor time a page. */
  readonly ours: number
  readonly theirs: number
  readonly size: number
}

async function cpuPerPage(ground: Ground, headers: Record<string, string>): Promise<Cpu> {
  const answer = await answerOf(ground.origin + LIST, headers)
  if (answer.status !== 200) throw new Error(`The list was answered with ${answer.status}.`)
  const bare = await bareCopy(answer)
  const generator = startGenerator()
  const asked = [[{ method: 'GET' as const, path: LIST, headers }]]
  const ask = (side: Side) => (seconds: number) => generator.ask(side, { connections: CONNECTIONS, over: { seconds, asked } })
  const pace: Pace = { rounds: ground.pace.rounds, seconds: ground.pace.seconds }
  const { subject, baseline } = await byTurns(pace, ask(ground), ask(bare))
  await Promise.all([generator.stop(), bare.stop()])
  mustAnswer(200, [...subject, ...baseline])
  const cpu = (rounds: readonly Round[]): number => median(rounds.map((round) => round.cpu / round.requests))
  return { ours: cpu(subject), theirs: cpu(baseline), size: answer.body.length }
}

/** Ends one transaction after another, as a call does in its last hour: whatever was read is then out of date. */
function startWriting({ db }: Ground): { stop(): Promise<void> } {
  let stopped = false
  const writes = (async () => {
    // Taking a number makes it a writing transaction; nothing is stored.
    while (!stopped) await poolOf(db).query('select pg_current_xact_id()')
  })()
  return {
    async stop() {
      stopped = true
      await writes
    },
  }
}

/** By the door of the demo, as any visitor enters. */
export async function enterAsOfficer({ origin }: Ground): Promise<string> {
  const { demoId } = await import('../src/demo/load/id.ts')
  const body = new URLSearchParams({ person: demoId('person:nadia') })
  const answer = await fetch(`${origin}/fr/demo/entry`, { method: 'POST', redirect: 'manual', body, headers: { origin } })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  if (answer.status !== 303 || cookie === '') throw new Error(`The door of the officer was answered with ${answer.status}.`)
  return cookie
}
