/** What the schemas of edition files are made of. */
import { z } from 'zod'
import { cleanText } from '../../platform/input/clean.ts'

/** Names a thing for ever: letters, digits, hyphens and underscores, beginning with a letter. */
export const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'code')

/** What a text may be in a draft where that is not simply anything clean: what the editor itself makes sure of. */
export const whileWritten = new WeakMap<z.core.$ZodType, z.ZodType>()

/** The schema, which in a draft is another. */
export function inDraft<Schema extends z.ZodType>(schema: Schema, draft: z.ZodType): Schema {
  whileWritten.set(schema, draft)
  return schema
}

export function list<Item extends z.ZodType>(item: Item, min: number, max: number) {
  return z.array(item).min(min).max(max)
}

const isClean = (value: string): boolean => cleanText(value) === value

/** A text that would not change by being cleaned: NFC, nothing invisible, no space at its ends. So what is exported is what was imported. */
export function text(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine(isClean, { params: { code: 'unclean' } })
}

/** The same, empty or of any length. */
export const cleanString = z.string().refine(isClean, { params: { code: 'unclean' } })

/** A text in the three languages, none of them empty. */
export function trilingual(max: number) {
  const one = text(max)
  return z.strictObject({ ar: one, fr: one, en: one })
}
