/** What a project was awarded and what it was paid, for its own space: amounts and where each stands, never who handles them. */
import { sql } from 'kysely'
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'

export type SpaceInstalmentState = 'paid' | 'under-way' | 'awaits-signature' | 'awaits-report' | 'released'

export interface SpaceInstalment {
  readonly amount: string
  readonly state: SpaceInstalmentState
  /** Day of the payment; null while it is not paid. */
  readonly paidOn: string | null
}

export interface SpaceAward {
  readonly kind: 'seed' | 'prize'
  readonly rank: number | null
  readonly line: string
  readonly amount: string
  readonly currency: string
  readonly instalments: readonly SpaceInstalment[]
}

interface Row extends Omit<SpaceAward, 'line' | 'instalments'> {
  line: Trilingual
  instalments: { amount: string; condition: 'signature' | 'accepted-report' | 'none'; met: boolean; paid_on: string | null; released: boolean }[]
}

/** Awards of a project, the seed fund first. The caller has asked whether the viewer may open its space. One statement. */
export async function moneyOfProject(db: Reader, organisation: string, project: string, language: Language): Promise<SpaceAward[]> {
  const found = await sql<Row>`
    select w.kind, w.rank, l.name as line, w.amount::text, w.currency,
      (select json_agg(json_build_object('amount', i.amount::text, 'condition', i.condition, 'met', i.met_at is not null, 'released', i.released_at is not null,
          'paid_on', (select p.paid_on from payment p where p.organisation = i.organisation and p.instalment = i.id and p.paid_on is not null)) order by i.position)
        from instalment i where i.organisation = w.organisation and i.award = w.id) as instalments
    from award w join budget_line l on l.organisation = w.organisation and l.id = w.budget_line
    where w.organisation = ${organisation} and w.project = ${project}
    order by w.kind desc, w.rank`.execute(db)
  return found.rows.map(({ line, instalments, ...award }) => ({
    ...award,
    line: inLanguage(line, language).text,
    instalments: instalments.map(({ amount, paid_on: paidOn, ...rest }) => ({ amount, paidOn, state: stateOf({ ...rest, paid: paidOn !== null }) })),
  }))
}

function stateOf(one: { paid: boolean; released: boolean; met: boolean; condition: Row['instalments'][number]['condition'] }): SpaceInstalmentState {
  if (one.released) return 'released'
  if (one.paid) return 'paid'
  if (one.met || one.condition === 'none') return 'under-way'
  return one.condition === 'signature' ? 'awaits-signature' : 'awaits-report'
}
