/** The figures an edition is usually asked for: defined in one act, in this order. Others are added one by one. */
import type { IndicatorCode } from './indicators/indicators.ts'

export interface StandardFigure {
  readonly code: IndicatorCode
  /** One figure for each region that has places, instead of the total. */
  readonly byRegion?: true
}

export const STANDARD: readonly StandardFigure[] = [
  { code: 'admitted' },
  { code: 'active-at-end' },
  { code: 'agreements' },
  { code: 'eligible' },
  { code: 'places' },
  { code: 'submitted' },
  { code: 'interviewed' },
  { code: 'admitted-led-by-women' },
  { code: 'admitted-people' },
  { code: 'admitted-structures' },
  { code: 'group-trainings' },
  { code: 'individual-trainings' },
  { code: 'tours' },
  { code: 'tour-trainings' },
  { code: 'tour-visits' },
  { code: 'tour-workshops' },
  { code: 'tour-round-tables' },
  { code: 'market-stands' },
  { code: 'market-visitors' },
  { code: 'money-committed' },
  { code: 'money-paid' },
  { code: 'money-released' },
  { code: 'prizes' },
  { code: 'prize-money' },
  { code: 'admitted', byRegion: true },
  { code: 'active-at-end', byRegion: true },
]
