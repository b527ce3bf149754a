/** The published figures of each edition, as the public reads them side by side. */
import type { Trilingual } from '../../domain/language.ts'
import { INDICATOR_CODES, type IndicatorCode } from './indicators/indicators.ts'
import type { FrozenFigure, PublishedCommunique } from './views.ts'

export interface ImpactEdition {
  readonly slug: string
  readonly name: Trilingual
  /** Figures of the whole edition, each as last printed, in the order of the indicators. */
  readonly totals: readonly FrozenFigure[]
  readonly communiques: readonly PublishedCommunique[]
}

export interface ImpactView {
  /** The newest first. */
  readonly editions: readonly ImpactEdition[]
  /** Those printed for at least one edition. */
  readonly indicators: readonly IndicatorCode[]
}

/** `published`: the last publication of each communiqué, the newest edition first. A communiqué may print figures of several editions: each goes to its own. */
export function impactView(published: readonly PublishedCommunique[]): ImpactView {
  const editions = new Map<
    string,
    { ordinal: number; slug: string; name: Trilingual; totals: Map<string, FrozenFigure>; communiques: PublishedCommunique[] }
  >()
  const edition = ({ id, ordinal, slug, name }: PublishedCommunique['edition']) => {
    const known = editions.get(id) ?? { ordinal, slug, name, totals: new Map<string, FrozenFigure>(), communiques: [] }
    editions.set(id, known)
    return known
  }
  for (const communique of published.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    edition(communique.edition).communiques.unshift(communique)
    for (const figure of communique.figures) {
      if (Object.keys(figure.parameters).length === 0) edition(figure.edition).totals.set(figure.indicator, figure)
    }
  }
  const listed = [...editions.values()].sort((a, b) => b.ordinal - a.ordinal)
  const order = (code: IndicatorCode): number => INDICATOR_CODES.indexOf(code)
  return {
    editions: listed.map(({ totals, ordinal: _ordinal, ...rest }) => ({
      ...rest,
      totals: [...totals.values()].sort((a, b) => order(a.indicator) - order(b.indicator)),
    })),
    indicators: INDICATOR_CODES.filter((code) => listed.some(({ totals }) => totals.has(code))),
  }
}
