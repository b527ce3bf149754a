/** `kawaliss demo`: the named world at a stage of the edition of 2024. */
import { parseArgs } from 'node:util'
import { clearWorld, demoState, STAGES, loadWorld } from '../demo/load.ts'
import { readConfig } from '../platform/config.ts'
import { poolOf } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { migrateJobs } from '../platform/jobs/jobs.ts'
import { migrationsFolder } from '../platform/root.ts'
import { withDatabase } from './database.ts'

export const help = `
kawaliss demo [--stage call]
  call        the call of 2024 is open; the clock of the demo shows 20 March 2024 (the default)
  review      2024 is being read; 10 April 2024
  selection   scores and interviews are in, the jury decides; 29 April 2024
  cohort      24 projects are supported; 8 July 2024
  closed      2024 is over and 2025 in its fourth month; 15 September 2025

Takes away the demo world that is there and loads it again. Refuses to touch a database that holds anything else.
`

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { stage: { type: 'string', default: 'call' } } })
  const stage = STAGES.find((known) => known === values.stage)
  if (stage === undefined) {
    console.error(`There is no stage "${values.stage}". The stages are ${STAGES.join(', ')}.`)
    return 2
  }
  const config = readConfig(process.env)
  if (!config.demo) throw new Error('The demo is off (KAWALISS_DEMO).')
  return withDatabase(config, async (db) => {
    await migrate(poolOf(db), migrationsFolder)
    await migrateJobs(db)
    if ((await demoState(db)).is !== 'empty') await clearWorld(db)
    const began = performance.now()
    await loadWorld(db, { stage, now: new Date(), origin: config.origin, say: (line) => console.log(line) })
    console.log(`The demo stands at stage "${stage}" (${((performance.now() - began) / 1000).toFixed(1)} s).`)
    return 0
  })
}
