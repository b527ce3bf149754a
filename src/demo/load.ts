/** Loads the named world into an empty database, up to a stage of the edition of 2024. */
import { sql } from 'kysely'
import { atomically } from '../platform/database/atomically.ts'
import type { Database } from '../platform/database/database.ts'
import { withSeededIds } from '../platform/database/id.ts'
import { loadApplications, loadReceipts } from './load/applications.ts'
import { cohortOfWorld, loadCohort } from './load/cohorts.ts'
import { editionIds, type Loading } from './load/context.ts'
import { loadDeliberation } from './load/deliberations.ts'
import { loadEditions } from './load/editions.ts'
import { loadEligibility } from './load/eligibility.ts'
import { loadImpact } from './load/impact.ts'
import { loadInterviews, loadInvitations } from './load/interviews.ts'
import { loadMarkets } from './load/markets.ts'
import { loadMeans } from './load/means.ts'
import { loadOrganisation, ORGANISATION } from './load/organisation.ts'
import { loadAssignment, loadConflicts, loadReadings, loadReviewers, loadThirdReaders } from './load/readings.ts'
import { keepLetters, loadSelection } from './load/selection.ts'
import { CLOCK, type DemoStage, reached } from './load/stage.ts'
import { loadSupport } from './load/support.ts'
import { loadLateAnswers, loadTies } from './load/ties.ts'
import type { CohortProject } from './world/cohort.ts'
import { EDITIONS, type EditionKey } from './world/scenario.ts'

export { type DemoStage, STAGES } from './load/stage.ts'

export interface LoadOptions {
  readonly stage: DemoStage
  /** The real time of the loading. */
  readonly now: Date
  /** Address of the installation, for the links in letters. */
  readonly origin: string
  /** Key of an application that is left out, for a story in which somebody sends it by hand. */
  readonly without?: string
  readonly say?: (line: string) => void
}

/** Fills an empty database. Deterministic: the same stage gives the same records. The mark that it is whole is written last. */
export async function loadWorld(db: Database, options: LoadOptions): Promise<void> {
  const { stage, now } = options
  await withSeededIds('kawaliss-demo', () => loadRecords(db, options))
  await db.insertInto('demo_world').values({ organisation: ORGANISATION, stage, clock_at: CLOCK[stage], loaded_at: now }).execute()
  await sql`analyze`.execute(db)
}

async function loadRecords(db: Database, { stage, origin, without, say = () => {} }: LoadOptions): Promise<void> {
  await atomically(db, (trx) => loadOrganisation(trx))
  say('  the organisation and its team')
  await loadEditions(db, stage)
  say('  the editions, their calls and forms')
  const cohorts: Record<EditionKey, readonly CohortProject[]> = { e1: [], e2: [], e3: [] }
  for (const key of EDITIONS) {
    if (key === 'e3' && !reached(stage, 'closed')) continue
    const loading: Loading = { db, ids: await editionIds(db, key), until: CLOCK[stage], origin, ...(without === undefined ? {} : { without }) }
    cohorts[key] = await loadEdition(loading)
    say(`  the edition of ${loading.ids.slug}`)
  }
  await atomically(db, async (trx) => {
    await loadSupport(trx, stage, cohorts)
    await loadMarkets(trx, stage, cohorts)
    await loadMeans(trx, stage, cohorts)
  })
  say('  trainings, tours, markets and payments')
  await loadImpact(db, stage)
  say('  the figures and what was said of them')
  await keepLetters({ db, until: CLOCK[stage] })
}

/** One edition from its first application to its cohort, in the order in which it happened. */
async function loadEdition(loading: Loading): Promise<readonly CohortProject[]> {
  await loadApplications(loading)
  await loadReceipts(loading)
  await loadReviewers(loading)
  await loadEligibility(loading)
  await loadConflicts(loading)
  await loadTies(loading)
  await loadAssignment(loading)
  await loadReadings(loading, 'first')
  await loadLateAnswers(loading)
  await loadThirdReaders(loading)
  await loadReadings(loading, 'third')
  await loadInvitations(loading)
  await loadInterviews(loading)
  await loadDeliberation(loading)
  await loadSelection(loading)
  await loadCohort(loading)
  return cohortOfWorld(loading)
}

export interface DemoState {
  /** Nothing there yet; a load that was cut; or a whole world. */
  readonly is: 'empty' | 'cut' | 'whole' | 'another'
  /** What to add to the real time to have the time of the world, in milliseconds. */
  readonly shift: number
  readonly stage: string | null
}

/** What a database holds of the demo. `another`: organisations that are not of the demo, which it never touches. */
export async function demoState(db: Database): Promise<DemoState> {
  const organisations = await db.selectFrom('organisation').select('id').execute()
  const world = await db.selectFrom('demo_world').select(['stage', 'clock_at', 'loaded_at']).executeTakeFirst()
  if (world !== undefined) return { is: 'whole', shift: world.clock_at.getTime() - world.loaded_at.getTime(), stage: world.stage }
  if (organisations.length === 0) return { is: 'empty', shift: 0, stage: null }
  return { is: organisations.every(({ id }) => id === ORGANISATION) ? 'cut' : 'another', shift: 0, stage: null }
}

/** Takes every record of the demo away, so that it can be loaded again. Refuses, by an error, where anything else lives. */
export async function clearWorld(db: Database): Promise<void> {
  if ((await demoState(db)).is === 'another') throw new Error('This database holds an organisation that is not of the demo; it is left alone.')
  const foreign = await db.selectFrom('organisation').select('id').where('id', '<>', ORGANISATION).executeTakeFirst()
  if (foreign !== undefined) throw new Error('This database holds an organisation that is not of the demo; it is left alone.')
  const tables = await sql<{
    name: string
  }>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`.execute(db)
  await sql.raw(`truncate ${tables.rows.map((row) => row.name).join(', ')}`).execute(db)
}
