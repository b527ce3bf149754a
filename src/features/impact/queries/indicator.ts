/** Asking an indicator: its value, its split by region, its records. All three read the same rows. */
import { type RawBuilder, sql } from 'kysely'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { regionOf } from '../../../domain/territory.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Asked, RecordKind } from '../indicators/indicator.ts'
import { type IndicatorCode, indicator } from '../indicators/indicators.ts'

export interface IndicatorValue {
  /** Canonical decimal: '18', '501000.00'. */
  readonly value: string
  readonly records: number
}

/** The rows of an indicator narrowed by its parameters. */
function rows(code: IndicatorCode, asked: Asked): RawBuilder<unknown> {
  const { region = null, sector = null, market = null } = asked.parameters ?? {}
  return sql`(select * from (${indicator(code).records(asked)}) q
    where (${region}::text is null or q.region = ${region}::text) and (${sector}::text is null or q.sector = ${sector}::text)
      and (${market}::text is null or q.market = ${market}::text))`
}

/** Money has its two decimals whatever was found, a count none. */
function written(code: IndicatorCode, sum: string): string {
  return indicator(code).unit === 'money' ? (sum.includes('.') ? sum : `${sum}.00`) : sum
}

/** How many, or how much. Asks no permission: a total only. */
export async function indicatorValue(db: Reader, code: IndicatorCode, asked: Asked): Promise<IndicatorValue> {
  const [value] = await indicatorValues(db, [{ code, asked }])
  return value as IndicatorValue
}

/** The values of many, in their order, by one statement. Asks no permission: totals only. */
export async function indicatorValues(
  db: Reader,
  many: readonly { readonly code: IndicatorCode; readonly asked: Asked }[],
): Promise<IndicatorValue[]> {
  if (many.length === 0) return []
  const each = many.map(
    ({ code, asked }, at) =>
      sql`select ${at}::int as at, coalesce(sum(r.amount), 0)::text as value, count(*)::int as records from ${rows(code, asked)} r`,
  )
  const found = await sql<{ at: number; value: string; records: number }>`${sql.join(each, sql` union all `)} order by at`.execute(db)
  return found.rows.map(({ at, value, records }) => ({ value: written((many[at] as { code: IndicatorCode }).code, value), records }))
}

/** The name of a region outside the edition, from its ISO code. */
function nameOf(region: string | null): Trilingual | null {
  return region === null ? null : (regionOf(region)?.name ?? null)
}

/** A part of a value. `region` is null for what is national, the code or ISO code of a region otherwise; its name is null when nobody knows it. */
export interface RegionPart extends IndicatorValue {
  readonly region: string | null
  readonly name: Trilingual | null
  readonly mark: string | null
}

/** The value by region: every region of the edition, zero included, in their order; then other regions and the national part where there are any. Asks no permission. */
export async function indicatorByRegion(db: Reader, code: IndicatorCode, asked: Asked): Promise<RegionPart[]> {
  const found = await sql<RegionPart>`
    select coalesce(e.code, r.region) as region, e.name, e.mark, coalesce(sum(r.amount), 0)::text as value, count(r.id)::int as records
    from (select code, name::jsonb as name, mark, position from edition_region where organisation = ${asked.organisation} and edition = ${asked.edition}) e
    full join ${rows(code, asked)} r on r.region = e.code
    group by coalesce(e.code, r.region), e.name, e.mark, e.position
    order by e.position nulls last, coalesce(e.code, r.region) nulls last`.execute(db)
  const only = asked.parameters?.region
  return found.rows
    .filter((part) => only === undefined || part.region === only)
    .map((part) => ({ ...part, name: part.name ?? nameOf(part.region), mark: part.mark === '' ? null : part.mark, value: written(code, part.value) }))
}

/** One record behind a figure. `paths` are addresses without the language; whether the reader may follow them is the caller's to ask. */
export interface IndicatorRecord {
  readonly id: string
  readonly kind: RecordKind
  /** Text of the programme in three languages, or a title in its own language; both null for what has no name. */
  readonly name: Trilingual | null
  readonly title: string | null
  readonly language: Language | null
  /** 'YYYY-MM-DD'. */
  readonly day: string | null
  readonly region: string | null
  readonly regionName: Trilingual | null
  readonly mark: string | null
  readonly amount: string
  /** Whether the record is public under its name. */
  readonly shown: boolean
  readonly staffPath: string | null
  readonly publicPath: string | null
}

/** The records, in the order of the regions and then of their days. The caller asks who may read them. */
export async function indicatorRecords(
  db: Reader,
  code: IndicatorCode,
  asked: Asked,
  { limit = null, offset = 0 }: { readonly limit?: number | null; readonly offset?: number } = {},
): Promise<IndicatorRecord[]> {
  const found = await sql<IndicatorRecord>`
    select r.id, r.kind, r.name, r.title, r.language, r.day::text as day, r.region, e.name as "regionName", nullif(e.mark, '') as mark,
      r.amount::text as amount, r.shown, r.staff_path as "staffPath", r.public_path as "publicPath"
    from ${rows(code, asked)} r
    left join edition_region e on e.organisation = ${asked.organisation} and e.edition = ${asked.edition} and e.code = r.region
    order by e.position nulls last, r.region, r.day, r.id limit ${limit}::bigint offset ${offset}`.execute(db)
  return found.rows.map((row) => ({ ...row, regionName: row.regionName ?? nameOf(row.region), amount: written(code, row.amount) }))
}
