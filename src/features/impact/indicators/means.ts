/** Means: agreements, money committed, paid and given back, prizes. In the currency of the edition; no amount of a project is told to the public. */
import { type RawBuilder, sql } from 'kysely'
import type { Asked, Indicator, RecordKind } from './indicator.ts'

interface Counted {
  readonly kind: RecordKind
  readonly award: 'seed' | 'prize'
  readonly id: RawBuilder<unknown>
  readonly day: RawBuilder<unknown>
  readonly amount: RawBuilder<unknown>
  /** What becomes of an award, joined to it. */
  readonly join: RawBuilder<unknown>
}

/** Awards made by the moment asked, of one kind, in the currency of the edition, with what became of them. */
function awarded({ organisation, edition, asOf }: Asked, { kind, award, id, day, amount, join }: Counted): RawBuilder<unknown> {
  return sql`
    select ${id} as id, ${kind}::text as kind, null::jsonb as name, j.title, j.language::text as language, ${day} as day, j.region, j.sector,
      null::text as market, ${amount}::numeric as amount, j.showcased and ${award}::text = 'prize' as shown,
      '/desk/' || e.slug || '/means/projects/' || j.id as staff_path, '/projects/' || e.slug || '/' || j.slug as public_path
    from award w
    join edition e on e.organisation = w.organisation and e.id = w.edition and e.currency = w.currency
    join organisation g on g.id = w.organisation
    join project j on j.organisation = w.organisation and j.id = w.project
    ${join}
    where w.organisation = ${organisation} and w.edition = ${edition} and w.kind = ${award} and w.awarded_at <= ${asOf}`
}

const AWARD = { id: sql`w.id`, day: sql`w.awarded_on`, join: sql`` }

const means = (noun: string, unit: Indicator['unit'], open: Indicator['public'], counted: (asked: Asked) => Counted): Indicator => ({
  family: 'means',
  unit,
  takes: ['region', 'sector'],
  noun,
  public: open,
  records: (asked) => awarded(asked, counted(asked)),
})

export const meansIndicators = {
  agreements: means('agreements', 'count', 'split', ({ asOf }) => ({
    kind: 'agreement',
    award: 'seed',
    id: sql`w.id`,
    day: sql`a.signed_on`,
    amount: sql`1`,
    join: sql`join agreement a on a.organisation = w.organisation and a.award = w.id and a.recorded_at <= ${asOf}`,
  })),

  'money-committed': means('money-committed', 'money', 'split', () => ({ kind: 'award', award: 'seed', amount: sql`w.amount`, ...AWARD })),

  'money-paid': means('money-paid', 'money', 'split', ({ asOf }) => ({
    kind: 'payment',
    award: 'seed',
    id: sql`p.id`,
    day: sql`p.paid_on`,
    amount: sql`p.amount`,
    join: sql`join instalment i on i.organisation = w.organisation and i.award = w.id
      join payment p on p.organisation = i.organisation and p.instalment = i.id and p.refused_at is null and p.paid_on is not null and p.recorded_at <= ${asOf}`,
  })),

  'money-released': means('money-released', 'money', 'split', ({ asOf }) => ({
    kind: 'instalment',
    award: 'seed',
    id: sql`i.id`,
    day: sql`(i.released_at at time zone g.zone)::date`,
    amount: sql`i.amount`,
    join: sql`join instalment i on i.organisation = w.organisation and i.award = w.id and i.released_at <= ${asOf}`,
  })),

  prizes: means('prizes', 'count', 'listed', () => ({ kind: 'award', award: 'prize', amount: sql`1`, ...AWARD })),
  'prize-money': means('prize-money', 'money', 'listed', () => ({ kind: 'award', award: 'prize', amount: sql`w.amount`, ...AWARD })),
} satisfies Readonly<Record<string, Indicator>>
