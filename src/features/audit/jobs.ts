/** Every night: the trail of each organisation is sealed, and what must hold of the whole database is looked at. */
import { atomically } from '../../platform/database/atomically.ts'
import { sealAudit } from '../../platform/database/audit.ts'
import type { Database } from '../../platform/database/database.ts'
import { brokenInvariants } from '../../platform/database/invariants.ts'
import type { JobHandler } from '../../platform/jobs/jobs.ts'
import type { Services } from '../../platform/web/context.ts'

/** Seals every organisation's trail. */
export async function sealTrails(db: Database, now: Date): Promise<void> {
  const organisations = await db.selectFrom('organisation').select('id').execute()
  for (const { id } of organisations) await atomically(db, (trx) => sealAudit(trx, id, now))
}

/** Handlers by the name of their task. */
export function auditJobs({ db, log, clock }: Services): Readonly<Record<'audit-seal' | 'invariants', JobHandler>> {
  return {
    'audit-seal': async () => sealTrails(db, clock()),
    invariants: async () => {
      for (const broken of await brokenInvariants(db)) log.error({ says: broken.says, against: broken.against }, 'an invariant does not hold')
    },
  }
}

/** At three in the morning, UTC. */
export const auditNights = '0 3 * * * audit-seal\n15 3 * * * invariants'
