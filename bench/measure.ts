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
import { deskList } from './desk-list.ts'
import { draftSave } from './draft-save.ts'
import { type Ground, openGround } from './ground.ts'
import type { Finding, Pace } from './rounds.ts'
import { selection } from './selection.ts'
import { memory, startWithData } from './start.ts'
import { submissions } from './submissions.ts'

/** In this order: the list is measured before a thousand more are sent, and memory after all load. */
const MEASURES: Readonly<Record<string, (ground: Ground) => Promise<Finding[]>>> = {
  start: startWithData,
  'call-page': callPage,
  'draft-save': draftSave,
  'desk-list': deskList,
  submissions,
  selection,
  memory,
}
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
      if (name !== 'selection') await ground.used()
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
