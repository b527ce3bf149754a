/** Looking for what ties reviewers to those who applied, and writing down what was found. Looking twice changes nothing. */
import { sql } from 'kysely'
import { findTies, type Tie } from '../../../domain/conflict.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { tiedApplications, tiedReviewers } from '../queries/tied.ts'
import { isSealed, lockEdition } from './assign.ts'

export interface Looked {
  /** Ties seen for the first time, or again after they had gone. */
  readonly found: number
  readonly gone: number
}

/** Looks at every reviewer and application of an edition. Refuses `conflict/not-allowed`, `…/sealed`. */
export async function lookForConflicts(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<Looked>> {
  if (!mayArrangeReviews(viewer, place)) return refused('conflict/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    if (await isSealed(trx, organisation, place.edition)) return refused('conflict/sealed')
    const looked = await lookAtTies(trx, organisation, place.edition, null, now)
    await audit(trx, { organisation, stream: place.edition, act: 'conflict/looked-for', actor: person.id, at: now, details: { ...looked } })
    return ok(looked)
  })
}

/** The same every night, in every edition that is being read: a correction may have changed a name, a team a member. Answers in how many something changed. */
export async function lookEveryNight(db: Database, now: Date): Promise<number> {
  const open = await sql<{ organisation: string; edition: string }>`
    select distinct r.organisation, r.edition from reviewer r
    where r.left_at is null and not exists (select from selection_seal l where l.organisation = r.organisation and l.edition = r.edition)
    order by r.organisation, r.edition`.execute(db)
  let changed = 0
  for (const { organisation, edition } of open.rows) if (await lookAtNight(db, organisation, edition, now)) changed += 1
  return changed
}

function lookAtNight(db: Database, organisation: string, edition: string, now: Date): Promise<boolean> {
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, edition)
    const looked = await lookAtTies(trx, organisation, edition, null, now)
    if (looked.found + looked.gone === 0) return false
    await audit(trx, { organisation, stream: edition, act: 'conflict/looked-for', actor: null, at: now, details: { ...looked } })
    return true
  })
}

const keyOf = ({ reviewer, application, kind }: Pick<Tie, 'reviewer' | 'application' | 'kind'>): string => `${reviewer} ${application} ${kind}`

/** Brings what is written down to what is there now: of one reviewer, or of all. The edition is locked before. */
export async function lookAtTies(trx: Trx, organisation: string, edition: string, reviewer: string | null, now: Date): Promise<Looked> {
  const reviewers = await tiedReviewers(trx, organisation, edition, reviewer)
  const ties = findTies(reviewers, reviewers.length === 0 ? [] : await tiedApplications(trx, organisation, edition))
  const before = await trx
    .selectFrom('conflict_found')
    .select(['reviewer', 'application', 'kind', 'sign', 'shared', 'gone_at'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .$if(reviewer !== null, (all) => all.where('reviewer', '=', reviewer as string))
    .execute()
  const known = new Map(before.map((row) => [`${row.reviewer} ${row.application} ${row.kind}`, row]))
  const there = new Set(ties.map(keyOf))
  const fresh = ties.filter((tie) => {
    const row = known.get(keyOf(tie))
    return row === undefined || row.gone_at !== null || row.sign !== tie.sign || row.shared !== tie.shared
  })
  const gone = before.filter((row) => row.gone_at === null && !there.has(`${row.reviewer} ${row.application} ${row.kind}`))
  for (let from = 0; from < fresh.length; from += 1000) {
    const rows = fresh.slice(from, from + 1000).map((tie) => ({ organisation, edition, ...tie, found_at: now, gone_at: null }))
    await trx
      .insertInto('conflict_found')
      .values(rows)
      .onConflict((already) =>
        already.constraint('conflict_found_key').doUpdateSet((row) => ({
          sign: row.ref('excluded.sign'),
          certain: row.ref('excluded.certain'),
          shared: row.ref('excluded.shared'),
          found_at: row.ref('excluded.found_at'),
          gone_at: null,
        })),
      )
      .execute()
  }
  for (const row of gone)
    await trx
      .updateTable('conflict_found')
      .set({ gone_at: now })
      .where('organisation', '=', organisation)
      .where('reviewer', '=', row.reviewer)
      .where('application', '=', row.application)
      .where('kind', '=', row.kind)
      .execute()
  return { found: fresh.length, gone: gone.length }
}
