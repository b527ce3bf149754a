/** What the schemas of edition files are made of. */
import { z } from 'zod'
import { cleanText } from '../../platform/input/clean.ts'

/** Names a thing for ever: letters, digits, hyphens and underscores, beginning with a letter. */
export const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'code')

export function list<Item extends z.ZodType>(item: Item, min: number, max: number) {
  return z.array(item).min(min).max(max)
}

/** A text that would not change by being cleaned: NFC, nothing invisible, no space at its ends. So what is exported is what was imported. */
export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => cleanText(value) === value, { params: { code: 'unclean' } })
}

/** A text in the three languages, none of them empty. */
export function trilingual(max: number) {
  const one = text(max)
  return z.strictObject({ ar: one, fr: one, en: one })
}
