/** What officers said of pairs. */
import { sql } from 'kysely'
import type { PairVerdict } from '../../../domain/likeness.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface WrittenPairVerdict extends PairVerdict {
  readonly seq: number
  readonly reason: string
  readonly at: Date
  readonly by: { readonly nameAr: string; readonly nameLatin: string }
}

interface Row {
  one: string
  other: string
  seq: number
  same: boolean
  kept: string | null
  reason: string
  judged_at: Date
  name_ar: string
  name_latin: string
}

/** The last verdict on each of these pairs that has one, by the ids of the two in their order. */
export async function verdictsOnPairs(
  db: Reader,
  organisation: string,
  pairs: readonly { readonly one: { readonly application: string }; readonly other: { readonly application: string } }[],
): Promise<ReadonlyMap<string, WrittenPairVerdict>> {
  if (pairs.length === 0) return new Map()
  const found = await sql<Row>`
    select distinct on (v.one, v.other) v.one, v.other, v.seq, v.same, v.kept, v.reason, v.judged_at, p.name_ar, p.name_latin
    from unnest(${pairs.map(({ one }) => one.application)}::uuid[], ${pairs.map(({ other }) => other.application)}::uuid[]) as w(one, other)
    join likeness_verdict v on v.organisation = ${organisation} and v.one = w.one and v.other = w.other
    join person p on p.organisation = v.organisation and p.id = v.judged_by
    order by v.one, v.other, v.seq desc`.execute(db)
  return new Map(
    found.rows.map(({ one, other, seq, same, kept, reason, judged_at, name_ar, name_latin }) => [
      `${one} ${other}`,
      { seq, same, kept, reason, at: judged_at, by: { nameAr: name_ar, nameLatin: name_latin } },
    ]),
  )
}
