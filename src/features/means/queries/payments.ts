/** Every payment of an edition, the refused ones too: the list an auditor takes away. */
import { type AwardKind, maySeeMeans } from '../../../domain/award.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Asked } from './awards.ts'

export interface PaymentLine {
  readonly number: string
  readonly project: string
  readonly region: string
  readonly line: string
  readonly kind: AwardKind
  readonly rank: number | null
  readonly position: number
  readonly instalments: number
  readonly amount: string
  readonly currency: string
  readonly metOn: string | null
  readonly preparedAt: Date
  readonly preparedBy: string
  readonly approvedAt: Date | null
  readonly approvedBy: string
  readonly paidOn: string | null
  readonly reference: string | null
  readonly refusedAt: Date | null
  readonly refusedBy: string
  readonly reason: string | null
}

/** In the order they were prepared. Empty for who may not read the money of this edition. */
export async function paymentsOf(db: Reader, { viewer, place, language }: Asked): Promise<PaymentLine[]> {
  if (!maySeeMeans(viewer, place)) return []
  const rows = await db
    .selectFrom('payment as p')
    .innerJoin('instalment as i', (join) => join.onRef('i.organisation', '=', 'p.organisation').onRef('i.id', '=', 'p.instalment'))
    .innerJoin('award as w', (join) => join.onRef('w.organisation', '=', 'i.organisation').onRef('w.id', '=', 'i.award'))
    .innerJoin('budget_line as l', (join) => join.onRef('l.organisation', '=', 'w.organisation').onRef('l.id', '=', 'w.budget_line'))
    .innerJoin('project as j', (join) => join.onRef('j.organisation', '=', 'w.organisation').onRef('j.id', '=', 'w.project'))
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'j.organisation').onRef('a.id', '=', 'j.application'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .innerJoin('person as pp', (join) => join.onRef('pp.organisation', '=', 'p.organisation').onRef('pp.id', '=', 'p.prepared_by'))
    .leftJoin('person as pa', (join) => join.onRef('pa.organisation', '=', 'p.organisation').onRef('pa.id', '=', 'p.approved_by'))
    .leftJoin('person as pr', (join) => join.onRef('pr.organisation', '=', 'p.organisation').onRef('pr.id', '=', 'p.refused_by'))
    .select(['a.number', 'j.title as project', 'r.name as region', 'l.code as line', 'w.kind', 'w.rank', 'i.position', 'p.amount', 'w.currency'])
    .select(['i.met_on as metOn', 'p.prepared_at as preparedAt', 'p.approved_at as approvedAt', 'p.paid_on as paidOn', 'p.reference'])
    .select(['p.refused_at as refusedAt', 'p.refuse_reason as reason', 'pp.name_ar as pp_ar', 'pp.name_latin as pp_latin'])
    .select(['pa.name_ar as pa_ar', 'pa.name_latin as pa_latin', 'pr.name_ar as pr_ar', 'pr.name_latin as pr_latin'])
    .select((from) =>
      from
        .selectFrom('instalment as n')
        .select((all) => all.fn.countAll<number>().as('count'))
        .whereRef('n.organisation', '=', 'w.organisation')
        .whereRef('n.award', '=', 'w.id')
        .as('instalments'),
    )
    .where('p.organisation', '=', viewer.organisation)
    .where('p.edition', '=', place.edition)
    .orderBy('p.prepared_at')
    .orderBy('p.id')
    .execute()
  return rows.map(({ pp_ar, pp_latin, pa_ar, pa_latin, pr_ar, pr_latin, ...row }) => ({
    ...row,
    kind: row.kind as AwardKind,
    region: inLanguage(row.region, language).text,
    instalments: Number(row.instalments),
    preparedBy: named(pp_ar, pp_latin, language),
    approvedBy: named(pa_ar, pa_latin, language),
    refusedBy: named(pr_ar, pr_latin, language),
  }))
}

function named(arabic: string | null, latin: string | null, language: Language): string {
  return nameFor({ nameAr: arabic ?? '', nameLatin: latin ?? '' }, language)
}
