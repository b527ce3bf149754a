/** How figures are written: the one place to import formats from. Dates and times: `platform/time/format.ts`. */
import type { Language } from '../../domain/language.ts'
import { formatNumber, NO_BREAK_SPACE } from './number.ts'

export { collator, formatChoice, formatList } from './list.ts'
export { formatNumber } from './number.ts'
export { formatOrdinal } from './ordinal.ts'

/** Currencies whose Arabic name is printed; all others, and all in French and English, by their ISO 4217 code. */
const ARABIC_CURRENCIES: Readonly<Record<string, string>> = { MAD: 'درهم', EUR: 'يورو', USD: 'دولار' }

/** The name that follows an amount: `درهم`, `MAD`. */
export function currencyName(currency: string, language: Language): string {
  return (language === 'ar' ? ARABIC_CURRENCIES[currency] : undefined) ?? currency
}

/**
 * An amount with its currency: `60 000 درهم`, `60 000 MAD`, `1 250,50 MAD`. `amount` is a canonical decimal; hundredths
 * are printed only when there are some, or always with `hundredths: 'always'` (payment orders, columns of a statement).
 */
export function formatMoney(amount: string, currency: string, language: Language, options: { hundredths?: 'always' } = {}): string {
  const whole = /^-?\d+(?:\.0*)?$/.test(amount) && options.hundredths !== 'always'
  return `${formatNumber(amount, language, { decimals: whole ? 0 : 2 })}${NO_BREAK_SPACE}${currencyName(currency, language)}`
}

/** A share of one as a percentage: 0.25 is `25%`, `25 %` in French. */
export function formatPercent(ratio: number, language: Language, digits = 0): string {
  return `${formatNumber(ratio * 100, language, { decimals: digits })}${language === 'fr' ? NO_BREAK_SPACE : ''}%`
}

const BYTE_UNITS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['بايت', 'ك.ب', 'م.ب', 'ج.ب', 'ت.ب'],
  fr: ['octets', 'Ko', 'Mo', 'Go', 'To'],
  en: ['bytes', 'KB', 'MB', 'GB', 'TB'],
}

/** The weight of a file, in steps of 1024 as phones and file managers show it; one decimal below 10 when there is one. */
export function formatBytes(bytes: number, language: Language): string {
  const units = BYTE_UNITS[language]
  let step = 0
  let size = bytes
  while (size >= 1023.5 && step < units.length - 1) {
    size /= 1024
    step += 1
  }
  const rounded = step > 0 && size < 9.95 ? Math.round(size * 10) / 10 : Math.round(size)
  return `${formatNumber(rounded, language)}${NO_BREAK_SPACE}${unitAfter(rounded, units[step] as string)}`
}

/** "1 octet", "1 byte": the only units that are whole words with a plural. */
function unitAfter(count: number, unit: string): string {
  return count < 2 && (unit === 'octets' || (unit === 'bytes' && count === 1)) ? unit.slice(0, -1) : unit
}
