/** The desk of ten thousand applications, asked as one officer asks: the time of each request, with something written before each so that nothing is answered from memory. */
import { poolOf } from '../src/platform/database/database.ts'
import { enterAsOfficer } from './desk-list.ts'
import type { Ground } from './ground.ts'
import { fillLongList } from './long-records.ts'
import { SLUG } from './records.ts'
import { figure, type Finding, median, under } from './rounds.ts'

const LENGTH = 10_000
const LIST = `/fr/desk/${SLUG}/applications`
const TIMES = 30
/** Taken away whole, a list is measured by its time and by what the server held at most meanwhile. */
const EXPORTS = ['.csv', '.xlsx', '.xlsx?answers=yes']

interface Asked {
  readonly what: string
  readonly query: string
  /** Milliseconds promised for the median; none for what is told only. */
  readonly most: number | null
}

const ASKED: readonly Asked[] = [
  { what: 'first page', query: '', most: 100 },
  { what: 'page 180', query: '?page=180', most: 150 },
  { what: 'search of a name in another spelling', query: '?q=charqaoui', most: 150 },
  { what: 'search of a name in Arabic', query: `?q=${encodeURIComponent('محمد')}`, most: 150 },
  { what: 'search of two words', query: '?q=mohamed+theatre', most: 150 },
  { what: 'search of a phone', query: '?q=06+12+34+56+78', most: 150 },
  { what: 'three filters, sorted by title', query: '?state=waiting&state=eligible&language=ar&gender=woman&sort=title', most: 150 },
  { what: 'sorted by state', query: '?sort=state', most: 150 },
  { what: 'those with a rule still to be read', query: '?unclear=yes', most: null },
]

export async function longList(ground: Ground): Promise<Finding[]> {
  await fillLongList(ground.db, LENGTH)
  const cookie = await enterAsOfficer(ground)
  const findings: Finding[] = []
  for (const { what, query, most } of ASKED) {
    const times = await timesOf(ground, cookie, LIST + query)
    const [middle, slowest] = [median(times), Math.max(...times)]
    findings.push({
      what: `list of ${figure(LENGTH)}: ${what}`,
      found: `${figure(middle)} ms (slowest of ${TIMES} ${figure(slowest)} ms)`,
      ...(most === null ? { limit: 'no promise', kept: true } : under(middle, most, 'ms')),
    })
  }
  for (const kind of EXPORTS) findings.push(await taken(ground, cookie, kind))
  return findings
}

async function timesOf({ origin, db }: Ground, cookie: string, path: string): Promise<number[]> {
  const times: number[] = []
  for (let turn = -2; turn < TIMES; turn++) {
    await poolOf(db).query('select pg_current_xact_id()')
    const began = performance.now()
    const answer = await fetch(origin + path, { headers: { cookie } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`)
    if (turn >= 0) times.push(performance.now() - began)
  }
  return times
}

async function taken(ground: Ground, cookie: string, kind: string): Promise<Finding> {
  const before = (await ground.used()).rss
  const began = performance.now()
  const answer = await fetch(ground.origin + LIST + kind, { headers: { cookie } })
  if (answer.status !== 200 || answer.body === null) throw new Error(`The export ${kind} was answered with ${answer.status}.`)
  let [size, most] = [0, before]
  let looked = began
  for await (const part of answer.body) {
    size += part.length
    if (performance.now() - looked < 200) continue
    most = Math.max(most, (await ground.used()).rss)
    looked = performance.now()
  }
  const megabytes = (bytes: number): string => figure(bytes / 1024 / 1024)
  return {
    what: `the same taken away as ${kind}`,
    found: `${figure((performance.now() - began) / 1000)} s, ${megabytes(size)} MB; the server held ${megabytes(most - before)} MB more meanwhile`,
    limit: 'no promise',
    kept: true,
  }
}
