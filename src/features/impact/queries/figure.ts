/** Figures as they are defined, and their values at a moment. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Asked, Parameters } from '../indicators/indicator.ts'
import { indicator, isIndicator } from '../indicators/indicators.ts'
import type { FigureHead, FigureValue, FrozenFigure } from '../views.ts'
import { type IndicatorValue, indicatorByRegion, indicatorRecords, indicatorValue, indicatorValues } from './indicator.ts'

interface Row {
  reference: string
  indicator: string
  parameters: Parameters
  edition: string
  slug: string
  ordinal: number
  edition_name: Trilingual
  currency: string
  region: Trilingual | null
  sector: Trilingual | null
  market: Trilingual | null
}

/** Figures of an organisation narrowed by a condition on `f`, in the order of their references. */
async function heads(db: Reader, organisation: string, which: ReturnType<typeof sql>): Promise<FigureHead[]> {
  const found = await sql<Row>`
    select f.reference, f.indicator, f.parameters, e.id as edition, e.slug, e.ordinal, e.name as edition_name, e.currency,
      r.name as region, s.name as sector, m.name as market
    from figure f
    join edition e on e.organisation = f.organisation and e.id = f.edition
    left join edition_region r on r.organisation = f.organisation and r.edition = f.edition and r.code = f.parameters ->> 'region'
    left join edition_sector s on s.organisation = f.organisation and s.edition = f.edition and s.code = f.parameters ->> 'sector'
    left join market m on m.organisation = f.organisation and m.edition = f.edition and m.id::text = f.parameters ->> 'market'
    where f.organisation = ${organisation} and ${which}
    order by length(f.reference), f.reference`.execute(db)
  return found.rows.flatMap((row) => (isIndicator(row.indicator) ? [headOf(row, row.indicator)] : []))
}

function headOf(row: Row, code: FigureHead['indicator']): FigureHead {
  return {
    reference: row.reference,
    indicator: code,
    unit: indicator(code).unit,
    parameters: row.parameters,
    edition: { id: row.edition, slug: row.slug, ordinal: row.ordinal, name: row.edition_name, currency: row.currency },
    region: row.region,
    sector: row.sector,
    market: row.market,
  }
}

/** Every figure of an edition. The caller asks who may see them. */
export function figureHeads(db: Reader, organisation: string, edition: string): Promise<FigureHead[]> {
  return heads(db, organisation, sql`f.edition = ${edition}`)
}

/** Every figure of an organisation: a communiqué may also print those of other editions. */
export function allFigureHeads(db: Reader, organisation: string): Promise<FigureHead[]> {
  return heads(db, organisation, sql`true`)
}

/** One figure by its reference; null when there is none. */
export async function figureHead(db: Reader, organisation: string, reference: string): Promise<FigureHead | null> {
  return (await heads(db, organisation, sql`f.reference = ${reference}`))[0] ?? null
}

export function askedOf(organisation: string, head: FigureHead, asOf: Date): Asked {
  return { organisation, edition: head.edition.id, asOf, parameters: head.parameters }
}

/** Their values as of a moment, in the order given, by one statement. */
export async function valuesOf(db: Reader, organisation: string, figures: readonly FigureHead[], asOf: Date): Promise<FigureValue[]> {
  const values = await indicatorValues(
    db,
    figures.map((head) => ({ code: head.indicator, asked: askedOf(organisation, head, asOf) })),
  )
  return figures.map((head, at) => ({ ...head, ...(values[at] as IndicatorValue) }))
}

/** The value of a figure by its reference, live, as of a moment; null when there is none. A total only: asks no permission. */
export async function figureOf(db: Reader, organisation: string, reference: string, asOf: Date): Promise<FigureValue | null> {
  const head = await figureHead(db, organisation, reference)
  return head === null ? null : ((await valuesOf(db, organisation, [head], asOf))[0] ?? null)
}

/** SHA-256 of the list of records: id and amount of each, in the order of their ids. */
export function fingerprintOf(records: readonly { readonly id: string; readonly amount: string }[]): string {
  const lines = records.map(({ id, amount }) => `${id} ${amount}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** A figure with all that is kept of it when it is printed. */
export async function freeze(db: Reader, organisation: string, head: FigureHead, asOf: Date): Promise<FrozenFigure> {
  const asked = askedOf(organisation, head, asOf)
  const value = await indicatorValue(db, head.indicator, asked)
  const split = await indicatorByRegion(db, head.indicator, asked)
  const records = await indicatorRecords(db, head.indicator, asked)
  return { ...head, ...value, split, fingerprint: fingerprintOf(records) }
}
