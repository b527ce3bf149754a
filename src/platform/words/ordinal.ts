/** Ordinals of editions, stages and instalments: الدورة الثالثة, 3e édition, 3rd edition. */
import type { Language } from '../../domain/language.ts'

export type Gender = 'feminine' | 'masculine'

/** With the article, as after a defined noun; index 0 is the first. */
const UNITS: Readonly<Record<Gender, readonly string[]>> = {
  feminine: ['الأولى', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة', 'السادسة', 'السابعة', 'الثامنة', 'التاسعة', 'العاشرة'],
  masculine: ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'],
}
/** "First" becomes another word once a ten follows: الحادية عشرة, الحادي والعشرون. */
const FIRST_OF_A_TEN: Readonly<Record<Gender, string>> = { feminine: 'الحادية', masculine: 'الحادي' }
const TEEN: Readonly<Record<Gender, string>> = { feminine: 'عشرة', masculine: 'عشر' }
const TENS = ['العشرون', 'الثلاثون', 'الأربعون', 'الخمسون', 'الستون', 'السبعون', 'الثمانون', 'التسعون']

/** The ordinal of `n` (1 or more), agreeing with a noun of `gender`: Arabic in words up to 99 and in digits beyond, French `1re`/`1er`, `2e`, English `1st`. */
export function formatOrdinal(n: number, language: Language, gender: Gender = 'feminine'): string {
  if (!Number.isInteger(n) || n < 1) throw new Error('formatOrdinal takes whole numbers from 1')
  if (language === 'fr') return n === 1 ? (gender === 'feminine' ? '1re' : '1er') : `${n}e`
  if (language === 'en') return `${n}${ENGLISH_ENDINGS[english.select(n)] ?? 'th'}`
  return arabic(n, gender)
}

const english = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const ENGLISH_ENDINGS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' }

function arabic(n: number, gender: Gender): string {
  if (n <= 10) return UNITS[gender][n - 1] as string
  if (n > 99) return `رقم ${n}`
  const unit = n % 10 === 1 ? FIRST_OF_A_TEN[gender] : UNITS[gender][(n % 10) - 1]
  if (n < 20) return `${unit} ${TEEN[gender]}`
  const ten = TENS[Math.floor(n / 10) - 2] as string
  return unit === undefined ? ten : `${unit} و${ten}`
}
