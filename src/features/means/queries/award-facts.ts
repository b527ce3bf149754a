/** An award with its instalments and the payments that stand for them: the facts of every act on its money. */
import type { Condition } from '../../../domain/award.ts'
import type { InstalmentFacts } from '../../../domain/payment.ts'
import type { Place } from '../../../domain/viewer.ts'
import type { Reader, Trx } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'

export interface AwardRow {
  readonly id: string
  readonly project: string
  readonly place: Place
  readonly line: string
  readonly currency: string
  readonly awardedOn: string
  readonly signedOn: string | null
  readonly zone: string
  readonly instalments: readonly InstalmentRow[]
}

export interface InstalmentRow extends InstalmentFacts {
  readonly id: string
  readonly position: number
  readonly amount: string
  /** The payment that stands. */
  readonly paymentId: string | null
}

type Asked = { readonly award: string } | { readonly instalment: string } | { readonly payment: string }

/**
 * The award an act is about, locked first, so that what is read next is what the act before wrote: two people on one
 * award take their turn. Null when the organisation has no such record.
 */
export async function lockedAward(trx: Trx, organisation: string, asked: Asked): Promise<AwardRow | null> {
  const id = await awardOf(trx, organisation, asked)
  if (id === null) return null
  const locked = await trx
    .selectFrom('award')
    .select('id')
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked === undefined ? null : awardRow(trx, organisation, id)
}

async function awardOf(db: Reader, organisation: string, asked: Asked): Promise<string | null> {
  if ('award' in asked) return asked.award
  let found = db.selectFrom('instalment as i').select('i.award').where('i.organisation', '=', organisation)
  if ('instalment' in asked) found = found.where('i.id', '=', asked.instalment)
  else
    found = found.where('i.id', 'in', (from) =>
      from.selectFrom('payment').select('instalment').where('organisation', '=', organisation).where('id', '=', asked.payment),
    )
  return (await found.executeTakeFirst())?.award ?? null
}

async function awardRow(trx: Trx, organisation: string, id: string): Promise<AwardRow> {
  const head = await trx
    .selectFrom('award as w')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'w.organisation').onRef('e.id', '=', 'w.edition'))
    .innerJoin('organisation as o', 'o.id', 'w.organisation')
    .innerJoin('budget_line as l', (join) => join.onRef('l.organisation', '=', 'w.organisation').onRef('l.id', '=', 'w.budget_line'))
    .leftJoin('agreement as a', (join) => join.onRef('a.organisation', '=', 'w.organisation').onRef('a.award', '=', 'w.id'))
    .select(['w.project', 'w.edition', 'e.programme', 'l.code', 'w.currency', 'w.awarded_on', 'a.signed_on', 'o.zone'])
    .where('w.organisation', '=', organisation)
    .where('w.id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    id,
    project: head.project,
    place: { programme: head.programme, edition: head.edition },
    line: head.code,
    currency: head.currency,
    awardedOn: head.awarded_on,
    signedOn: head.signed_on,
    zone: head.zone,
    instalments: await instalmentRows(trx, organisation, id, head.zone),
  }
}

async function instalmentRows(trx: Trx, organisation: string, award: string, zone: string): Promise<InstalmentRow[]> {
  const rows = await trx
    .selectFrom('instalment as i')
    .leftJoin('payment as p', (join) =>
      join.onRef('p.organisation', '=', 'i.organisation').onRef('p.instalment', '=', 'i.id').on('p.refused_at', 'is', null),
    )
    .select(['i.id', 'i.position', 'i.amount', 'i.condition', 'i.met_at', 'i.released_at'])
    .select(['p.id as payment', 'p.prepared_by', 'p.approved_at', 'p.paid_on'])
    .where('i.organisation', '=', organisation)
    .where('i.award', '=', award)
    .orderBy('i.position')
    .execute()
  let settled = true
  return rows.map((row) => {
    const inTurn = settled
    settled &&= row.released_at !== null || row.paid_on !== null
    return {
      id: row.id,
      position: row.position,
      amount: row.amount,
      condition: row.condition as Condition,
      met: row.condition === 'none' || row.met_at !== null,
      released: row.released_at !== null,
      inTurn,
      paymentId: row.payment,
      payment:
        row.payment === null
          ? null
          : {
              preparedBy: row.prepared_by ?? '',
              approvedOn: row.approved_at === null ? null : dayIn(row.approved_at, zone),
              paidOn: row.paid_on,
              refused: false,
            },
    }
  })
}
