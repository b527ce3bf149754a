import type { Trilingual } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import { type Database, databaseFault } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { isZone } from '../../../platform/time/time.ts'

export interface NewOrganisation {
  /** Lower-case letters, digits and hyphens. */
  readonly slug: string
  readonly name: Trilingual
  /** The host name it is served at; null when this installation serves it alone. */
  readonly host: string | null
  readonly zone: string
}

/** Makes an organisation; only the command line and the demo do. Answers its id. Refuses `organisation/slug-form`, `organisation/unknown-zone`, `organisation/taken`. */
export async function foundOrganisation(db: Database, input: NewOrganisation, now: Date): Promise<Result<string>> {
  const { slug, name, host, zone } = input
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) return refused('organisation/slug-form', { slug })
  if (!isZone(zone)) return refused('organisation/unknown-zone', { zone })
  const id = newId(now)
  try {
    return await atomically(db, async (trx) => {
      await trx
        .insertInto('organisation')
        .values({ id, slug, name: JSON.stringify(name), host, zone, created_at: now })
        .execute()
      await audit(trx, { organisation: id, stream: id, act: 'organisation/founded', actor: null, at: now, details: { slug } })
      return ok(id)
    })
  } catch (error) {
    const constraint = databaseFault(error)?.constraint
    if (constraint === 'organisation_slug_once' || constraint === 'organisation_host_once') return refused('organisation/taken', { slug, host })
    throw error
  }
}
