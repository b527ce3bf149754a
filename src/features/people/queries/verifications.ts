/** What was verified of a person, with what became of it. Who may see it is the caller's to have asked. */
import { sql } from 'kysely'
import type { Verified } from '../../../domain/verification.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface VerificationView extends Verified {
  readonly id: string
  readonly basis: string
  readonly application: string
  readonly question: string
  readonly verifiedBy: { readonly nameAr: string; readonly nameLatin: string }
  /** Why it was revoked; null while it was not. */
  readonly revocation: string | null
  /** The last word about it between its person and the desk; null when they never contested. */
  readonly contest: { readonly text: string; readonly at: Date; readonly answer: string | null; readonly answeredAt: Date | null } | null
}

/** All of them, the newest first. */
export async function verificationsOf(db: Reader, organisation: string, person: string): Promise<VerificationView[]> {
  const rows = await db
    .selectFrom('verification as v')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'v.organisation').onRef('p.id', '=', 'v.verified_by'))
    .leftJoin('verification_revocation as r', (join) => join.onRef('r.organisation', '=', 'v.organisation').onRef('r.verification', '=', 'v.id'))
    .leftJoin(
      (all) =>
        all
          .selectFrom('verification_contest')
          .selectAll()
          .distinctOn(['organisation', 'verification'])
          .orderBy('organisation')
          .orderBy('verification')
          .orderBy('seq', 'desc')
          .as('k'),
      (join) => join.onRef('k.organisation', '=', 'v.organisation').onRef('k.verification', '=', 'v.id'),
    )
    .select(['v.id', 'v.fact', 'v.value', 'v.basis', 'v.valid_until', 'v.application', 'v.question', 'v.verified_at'])
    .select(['p.name_ar', 'p.name_latin', 'r.reason', 'r.revoked_at', 'k.text', 'k.contested_at', 'k.answer', 'k.answered_at'])
    .where('v.organisation', '=', organisation)
    .where('v.person', '=', person)
    .orderBy('v.verified_at', 'desc')
    .orderBy('v.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fact: row.fact as Verified['fact'],
    value: row.value,
    basis: row.basis,
    application: row.application,
    question: row.question,
    verifiedAt: row.verified_at,
    validUntil: row.valid_until,
    verifiedBy: { nameAr: row.name_ar, nameLatin: row.name_latin },
    revokedAt: row.revoked_at,
    revocation: row.reason,
    contested: row.contested_at !== null && row.answered_at === null,
    contest:
      row.text === null || row.contested_at === null
        ? null
        : { text: row.text, at: row.contested_at, answer: row.answer, answeredAt: row.answered_at },
  }))
}

/** Whether anything was ever verified of a person: their page then has a door to it. */
export async function hasVerifications(db: Reader, organisation: string, person: string): Promise<boolean> {
  const found = await db
    .selectFrom('verification')
    .select(sql<number>`1`.as('one'))
    .where('organisation', '=', organisation)
    .where('person', '=', person)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
