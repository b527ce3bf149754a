/** Why a file was not taken, in words. */
import type { Language } from '../../domain/language.ts'
import type { Refused } from '../../domain/result.ts'
import { lengthText, weightText } from './pages/files.tsx'
import { words } from './words/index.ts'

const MEASURES: Readonly<Record<string, (most: number, language: Language) => string>> = { 'file/too-heavy': weightText, 'file/too-long': lengthText }

/** The sentence of a refusal of a file; null when it is not of a file. */
export function fileRefusal({ code, details }: Pick<Refused, 'code' | 'details'>, language: Language): string | null {
  const t = words(language)
  const { max } = details
  const measured = MEASURES[code]
  const said = measured !== undefined && typeof max === 'number' ? { max: measured(max, language) } : details
  return t.has(`refusal.${code}`) ? t.any(`refusal.${code}`, said) : null
}
