/** Every indicator by its code, in the order in which they are listed. */
import { applicationIndicators } from './applications.ts'
import { cohortIndicators } from './cohort.ts'
import type { Indicator } from './indicator.ts'
import { marketIndicators } from './markets.ts'
import { meansIndicators } from './means.ts'
import { supportIndicators } from './support.ts'

export const INDICATORS = {
  ...cohortIndicators,
  ...applicationIndicators,
  ...supportIndicators,
  ...marketIndicators,
  ...meansIndicators,
} as const

export type IndicatorCode = keyof typeof INDICATORS
export const INDICATOR_CODES = Object.keys(INDICATORS) as IndicatorCode[]

export function isIndicator(code: string): code is IndicatorCode {
  return Object.hasOwn(INDICATORS, code)
}

/** The indicator of a code, as any of them. */
export function indicator(code: IndicatorCode): Indicator {
  return INDICATORS[code]
}
