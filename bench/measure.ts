/**
 * node bench/run.mjs [name…] [--rounds 5] [--seconds 3]
 *
 * Measures what is promised (bench/README.md says what, and against what). Starts its own data folder, database and
 * server in a temporary place, and takes them away. Ends with 0 when every promise is kept, 1 when one is not, 2 when it
 * could not measure.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { callPage } from './call-page.ts'
import { stopAll } from './child.ts'
import { deadline } from './deadline.ts'
import { deskList } from './desk-list.ts'
import { draftSave } from './draft-save.ts'
import { engines } from './engines.ts'
import { type Ground, openGround } from './ground.ts'
import { largeSelection } from './large-selection.ts'
import { longList } from './long-list.ts'
import type { Finding, Pace } from './rounds.ts'
import { selection } from './selection.ts'
import { phone } from './phone.ts'
import { memory, startWithData } from './start.ts'
import { submissions } from './submissions.ts'
import { whileSelecting } from './while-selecting.ts'

/** In this order: the list is measured before a thousand more are sent, after which the deadline ends the call; memory after all load, and the list of ten thousand last: nothing else is promised beside so many. */
const MEASURES: Readonly<Record<string, (ground: Ground) => Promise<Finding[]>>> = {
  start: startWithData,
  'call-page': callPage,
  phone,
  'draft-save': draftSave,
  'desk-list': deskList,
  'while-selecting': whileSelecting,
  submissions,
  deadline,
  selection,
  'large-selection': largeSelection,
  engines,
  memory,
  'long-list': longList,
}
/** These run in threads of their own and leave the server alone. */
const OF_ENGINES: ReadonlySet<string> = new Set(['selection', 'large-selection', 'engines'])
/** The whole run is given up after this long. */
const LONGEST = 15 * 60_000

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
    allowPositionals: true,
  })
  const unknown = positionals.filter((name) => !Object.hasOwn(MEASURES, name))
  const pace: Pace = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
  if (unknown.length > 0 || !(pace.rounds >= 1) || !(pace.seconds >= 1)) {
    console.error(`node bench/run.mjs [${Object.keys(MEASURES).join('|')}…] [--rounds 5] [--seconds 3]`)
    return 2
  }
  console.log(`${cpus().length} processors, Node ${process.versions.node}, ${pace.rounds} rounds of ${pace.seconds} s each way`)
  const ground = await openGround(pace)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void giveUp(ground, `Stopped (${signal}).`))
  setTimeout(() => void giveUp(ground, 'Given up: it took too long.'), LONGEST).unref()
  try {
    let missed = 0
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue
      for (const finding of await measure(ground)) {
        if (!finding.kept) missed++
        console.log(`${finding.kept ? '✓' : '✗'} ${finding.what}\n    ${finding.found}   (${finding.limit})`)
      }
      if (!OF_ENGINES.has(name)) await ground.used()
    }
    return missed === 0 ? 0 : 1
  } finally {
    await ground.stop()
    await stopAll()
  }
}

async function giveUp(ground: Ground, why: string): Promise<void> {
  console.error(why)
  await ground.stop()
  await stopAll()
  process.exit(2)
}

try {
  process.exitCode = await run()
} catch (error) {
  console.error(error)
  process.exitCode = 2
}
