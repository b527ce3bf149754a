/** Totals of the money of an edition: by line, and of its seed funds and prizes. Exact decimals as text, '0.00' for none. */
import { sql } from 'kysely'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface LineTotals {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly funder: string
  readonly currency: string
  readonly amount: string
  /** Awarded, whatever became of it. */
  readonly committed: string
  readonly paid: string
  readonly released: string
  /** Amount − committed + released. */
  readonly remaining: string
}

/** Every line of an edition with what became of it. The caller has checked who asks. */
export async function lineTotals(db: Reader, organisation: string, edition: string, language: Language): Promise<LineTotals[]> {
  const rows = await db
    .selectFrom('budget_line as l')
    .innerJoin('funder as f', (join) => join.onRef('f.organisation', '=', 'l.organisation').onRef('f.id', '=', 'l.funder'))
    .leftJoin('award as w', (join) => join.onRef('w.organisation', '=', 'l.organisation').onRef('w.budget_line', '=', 'l.id'))
    .leftJoin('instalment as i', (join) => join.onRef('i.organisation', '=', 'w.organisation').onRef('i.award', '=', 'w.id'))
    .leftJoin('payment as p', (join) =>
      join.onRef('p.organisation', '=', 'i.organisation').onRef('p.instalment', '=', 'i.id').on('p.paid_on', 'is not', null),
    )
    .select(['l.id', 'l.code', 'l.name', 'f.name as funder', 'l.currency', 'l.amount'])
    .select([
      sql<string>`coalesce(sum(i.amount), 0.00)`.as('committed'),
      sql<string>`coalesce(sum(p.amount), 0.00)`.as('paid'),
      sql<string>`coalesce(sum(i.amount) filter (where i.released_at is not null), 0.00)`.as('released'),
      sql<string>`l.amount - coalesce(sum(i.amount) filter (where i.released_at is null), 0.00)`.as('remaining'),
    ])
    .where('l.organisation', '=', organisation)
    .where('l.edition', '=', edition)
    .groupBy(['l.organisation', 'l.id', 'f.organisation', 'f.id', 'f.name'])
    .orderBy('l.recorded_at')
    .orderBy('l.code', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, name: inLanguage(row.name, language).text, funder: inLanguage(row.funder, language).text }))
}

interface Part {
  readonly count: number
  readonly amount: string
}

/** What was promised and what became of it, of one kind of award. `paid` is first instalments and balances together. */
export interface AwardTotals {
  /** Awards made. */
  readonly awards: number
  /** Agreements signed. */
  readonly contracts: number
  readonly committed: string
  readonly paid: string
  readonly firstInstalments: Part
  readonly balances: Part
  /** Payments that wait for a second person. */
  readonly awaiting: Part
  /** Approved, not executed yet. */
  readonly approved: Part
  readonly released: Part
  /** Neither paid nor released nor in a payment. */
  readonly ahead: Part
}

export interface EditionMoney {
  /** The currency of the edition; awards in another are in the totals of their line only. */
  readonly currency: string
  readonly seed: AwardTotals
  readonly prizes: AwardTotals
}

interface Counted {
  kind: string
  awards: number
  contracts: number
  committed: string
  paid: string
  [part: `${string}_count`]: number
  [part: `${string}_amount`]: string
}

const PARTS = {
  first: sql`p.paid_on is not null and i.position = 1`,
  balance: sql`p.paid_on is not null and i.position > 1`,
  awaiting: sql`p.id is not null and p.approved_at is null`,
  approved: sql`p.approved_at is not null and p.paid_on is null`,
  released: sql`i.released_at is not null`,
  ahead: sql`i.released_at is null and p.id is null`,
}

/**
 * The money of an edition for its dashboard and its indicators, seed funds apart from prizes, in the currency of the
 * edition. For an unknown edition everything is zero. Reads no name and asks no permission: totals only.
 */
export async function moneyOf(db: Reader, organisation: string, edition: string): Promise<EditionMoney> {
  const parts = sql.join(
    Object.entries(PARTS).map(
      ([name, which]) => sql`(count(i.id) filter (where ${which}))::int as ${sql.ref(`${name}_count`)},
        coalesce(sum(i.amount) filter (where ${which}), 0.00) as ${sql.ref(`${name}_amount`)}`,
    ),
  )
  const found = await sql<Counted & { currency: string }>`
    select e.currency, coalesce(w.kind, '') as kind, count(distinct w.id)::int as awards, count(distinct a.award)::int as contracts,
      coalesce(sum(i.amount), 0.00) as committed, coalesce(sum(i.amount) filter (where p.paid_on is not null), 0.00) as paid, ${parts}
    from edition e
    left join award w on w.organisation = e.organisation and w.edition = e.id and w.currency = e.currency
    left join agreement a on a.organisation = w.organisation and a.award = w.id
    left join instalment i on i.organisation = w.organisation and i.award = w.id
    left join payment p on p.organisation = i.organisation and p.instalment = i.id and p.refused_at is null
    where e.organisation = ${organisation} and e.id = ${edition}
    group by e.currency, w.kind`.execute(db)
  const of = (kind: string): AwardTotals => totals(found.rows.find((row) => row.kind === kind))
  return { currency: found.rows[0]?.currency ?? '', seed: of('seed'), prizes: of('prize') }
}

function totals(row: Counted | undefined): AwardTotals {
  const part = (name: keyof typeof PARTS): Part => ({ count: row?.[`${name}_count`] ?? 0, amount: row?.[`${name}_amount`] ?? '0.00' })
  return {
    awards: row?.awards ?? 0,
    contracts: row?.contracts ?? 0,
    committed: row?.committed ?? '0.00',
    paid: row?.paid ?? '0.00',
    firstInstalments: part('first'),
    balances: part('balance'),
    awaiting: part('awaiting'),
    approved: part('approved'),
    released: part('released'),
    ahead: part('ahead'),
  }
}
