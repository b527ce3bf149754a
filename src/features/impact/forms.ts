/** The forms of impact. Texts are measured by the rules of the communiqué, which say where; here only what no text may be. */
import { z } from 'zod'
import type { CommuniqueText } from '../../domain/communique.ts'
import { LANGUAGES, type Language } from '../../domain/language.ts'
import { line, text, version } from '../../platform/input/form.ts'
import { typesetAll } from './text.ts'

const WHOLE = 200_000

export const figureForm = z.object({
  indicator: line({ max: 60 }),
  region: line({ max: 40, required: false }),
  sector: line({ max: 40, required: false }),
  market: line({ max: 40, required: false }),
})

export const communiqueForm = z.object({
  slug: line({ max: 60, required: false }),
  version: version(),
  title_ar: line({ max: WHOLE, required: false }),
  title_fr: line({ max: WHOLE, required: false }),
  title_en: line({ max: WHOLE, required: false }),
  body_ar: text({ max: WHOLE, required: false }),
  body_fr: text({ max: WHOLE, required: false }),
  body_en: text({ max: WHOLE, required: false }),
})

type Written = z.infer<typeof communiqueForm>

/** What was typed as the text of a communiqué: paragraphs are parted by empty lines. */
export function textOf(written: Written): CommuniqueText {
  const title = Object.fromEntries(LANGUAGES.map((one) => [one, written[`title_${one}`]])) as Record<Language, string>
  const body = Object.fromEntries(LANGUAGES.map((one) => [one, paragraphs(written[`body_${one}`])])) as Record<Language, string[]>
  return typesetAll({ title, body })
}

function paragraphs(typed: string): string[] {
  return typed
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '')
}

/** The text of a communiqué as the form shows it. */
export function typedOf({ title, body }: CommuniqueText, stands: number): Record<string, string> {
  const texts = LANGUAGES.flatMap((one) => [
    [`title_${one}`, title[one]],
    [`body_${one}`, body[one].join('\n\n')],
  ])
  return { ...Object.fromEntries(texts), version: String(stands) }
}

/** Name of the field a fault is in. */
export function fieldOf({ language, paragraph }: { readonly language: Language; readonly paragraph: number }): string {
  return `${paragraph === 0 ? 'title' : 'body'}_${language}`
}
