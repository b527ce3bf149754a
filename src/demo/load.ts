/** Loads the named world into an empty database, up to a stage of the programme. */
import type { Database } from '../platform/database/database.ts'
import { atomically } from '../platform/database/atomically.ts'
import { loadOrganisation } from './load/organisation.ts'

export const STAGES = ['call', 'review', 'selection', 'cohort', 'closed'] as const
export type DemoStage = (typeof STAGES)[number]

export interface LoadOptions {
  readonly stage: DemoStage
  readonly say?: (line: string) => void
}

/** Fills an empty database in one transaction: all of the world or nothing. Deterministic: the same stage gives the same rows. */
export async function loadWorld(db: Database, { say = () => {} }: LoadOptions): Promise<void> {
  await atomically(db, async (trx) => {
    await loadOrganisation(trx)
    say('  the organisation and its team')
  })
}
