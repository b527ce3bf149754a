/** Codes for what has a name: kept for ever in answers and rows, so they say what they stand for. */
import type { Trilingual } from '../../../domain/language.ts'

const LONGEST = 40

/** Small Latin words joined by hyphens (or what is asked), from the French name or else the English; '' when there is none. Not one of `others`. */
export function proposedCode(name: unknown, others: readonly string[], joint = '-'): string {
  const { fr = '', en = '' } = (name ?? {}) as Partial<Trilingual>
  const base = wordsOf(fr === '' ? en : fr)
    .join(joint)
    .slice(0, LONGEST - 3)
    .replace(/[-_]+$/, '')
  if (base === '') return ''
  const taken = new Set(others)
  if (!taken.has(base)) return base
  for (let n = 2; ; n += 1) if (!taken.has(`${base}${joint}${n}`)) return `${base}${joint}${n}`
}

/** Plain Latin words; the first begins with a letter. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').toLowerCase()
  return (plain.match(/[a-z0-9]+/g) ?? [])
    .join(' ')
    .replace(/^[0-9 ]+/, '')
    .split(' ')
    .filter(Boolean)
}
