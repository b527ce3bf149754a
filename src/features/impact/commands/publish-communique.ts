/** Publishing a communiqué: an act of its own, of what was shown and nothing else. Text and figures are kept as printed. */
import { sql } from 'kysely'
import { mayPublishCommuniques, publishCommunique as publish, type CommuniqueText } from '../../../domain/communique.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { lastPublication } from '../queries/communique.ts'
import { publicationPlan } from '../queries/plan.ts'
import { zoneOf } from '../queries/zone.ts'
import type { PublicationPlan } from '../views.ts'

export interface Publishing {
  readonly slug: string
  /** Fingerprint of the plan that was shown. */
  readonly fingerprint: string
  /** Keys of the warnings accepted, one by one. */
  readonly accepted: readonly string[]
}

/**
 * Publishes the text as it stands with its figures as of `now`. Refuses `page/not-found`, `page/not-allowed`,
 * `communique/shown-otherwise` (a figure, a warning or the text is no longer what was shown),
 * `communique/already-published`, `communique/warnings-left`, and any fault of the text.
 */
export async function publishCommunique(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: Publishing,
  now: Date,
): Promise<Result<{ communique: string; seq: number }>> {
  if (!mayPublishCommuniques(viewer, place)) return refused('page/not-allowed')
  return atomically(db, async (trx) => {
    // Values, splits and lists of records are read by several statements: all of one moment.
    await sql`set transaction isolation level repeatable read`.execute(trx)
    const row = await standing(trx, viewer.organisation, place.edition, input.slug)
    if (row === undefined) return refused('page/not-found')
    const text: CommuniqueText = { title: row.title, body: row.body as CommuniqueText['body'] }
    const plan = await publicationPlan(trx, { organisation: viewer.organisation, zone: row.zone, communique: row.id, text, now })
    const before = await lastPublication(trx, viewer.organisation, row.id)
    const allowed = publish({
      faults: plan.faults,
      shown: input.fingerprint,
      stands: plan.fingerprint,
      published: before?.fingerprint ?? null,
      warnings: plan.warnings.map(({ key }) => key),
      accepted: input.accepted,
    })
    if (!allowed.ok) return allowed
    const seq = (before?.seq ?? 0) + 1
    await print(trx, viewer, row, plan, seq, now)
    return ok({ communique: row.id, seq })
  })
}

type Standing = NonNullable<Awaited<ReturnType<typeof standing>>>

/** Keeps the text, the figures and the warnings as they are now, and says so in the trail. */
async function print(trx: Trx, viewer: SignedIn, row: Standing, plan: PublicationPlan, seq: number, now: Date): Promise<void> {
  await trx
    .insertInto('communique_publication')
    .values({
      organisation: viewer.organisation,
      communique: row.id,
      seq,
      version: row.version,
      title: JSON.stringify(row.title),
      body: JSON.stringify(row.body),
      figures: JSON.stringify(plan.figures),
      warnings: JSON.stringify(plan.warnings),
      fingerprint: plan.fingerprint,
      published_at: now,
      published_by: viewer.person.id,
    })
    .execute()
  const warnings = plan.warnings.map(({ key }) => key)
  const details = { seq, version: row.version, fingerprint: plan.fingerprint, figures: plan.figures.length, warnings }
  await audit(trx, { organisation: viewer.organisation, stream: row.id, act: 'communique/published', actor: viewer.person.id, at: now, details })
}

/**
 * The row as it stands, taken by writing it as it is: two directors publishing at once come one after the other, and the
 * second, whose snapshot is older than the first's publication, is run again on a fresh one.
 */
async function standing(trx: Trx, organisation: string, edition: string, slug: string) {
  const row = await trx
    .updateTable('communique')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('slug', '=', slug)
    .returning(['id', 'title', 'body', 'version'])
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, zone: await zoneOf(trx, organisation) }
}
