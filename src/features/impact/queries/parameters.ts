/** What the figures of an edition may be narrowed to. */
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { STANDARD } from '../standard-figures.ts'
import type { FigureHead } from '../views.ts'

export interface Choice {
  readonly code: string
  readonly name: string
}

export interface ParameterLists {
  readonly regions: readonly Choice[]
  readonly sectors: readonly Choice[]
  readonly markets: readonly Choice[]
  /** Codes of the regions that have places. */
  readonly placed: readonly string[]
}

export async function parameterLists(db: Reader, organisation: string, edition: string, language: Language): Promise<ParameterLists> {
  const named = ({ code, name }: { code: string; name: Trilingual }): Choice => ({ code, name: inLanguage(name, language).text })
  const regions = await db
    .selectFrom('edition_region')
    .select(['code', 'name', 'places'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('position')
    .execute()
  const sectors = await db
    .selectFrom('edition_sector')
    .select(['code', 'name'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('position')
    .execute()
  const markets = await db
    .selectFrom('market')
    .select(['id as code', 'name'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('starts_on')
    .execute()
  return {
    regions: regions.map(named),
    sectors: sectors.map(named),
    markets: markets.map(named),
    placed: regions.filter(({ places }) => places > 0).map(({ code }) => code),
  }
}

/** How many figures of the usual list an edition has not yet. */
export function standardLeft(figures: readonly FigureHead[], placed: readonly string[]): number {
  const wanted = STANDARD.flatMap(({ code, byRegion }): { code: string; region?: string }[] =>
    byRegion ? placed.map((region) => ({ code, region })) : [{ code }],
  )
  const has = ({ code, region }: { code: string; region?: string }): boolean =>
    figures.some(
      ({ indicator, parameters }) =>
        indicator === code && parameters.region === region && parameters.sector === undefined && parameters.market === undefined,
    )
  return wanted.filter((one) => !has(one)).length
}
