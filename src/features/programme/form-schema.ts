/** The shape of a form in an edition file. */
import { z } from 'zod'
import { QUESTION_KINDS } from '../../domain/form.ts'
import { code, list, trilingual } from './schema-parts.ts'

const bound = z.int().min(0).max(1_000_000_000)
/** The key of an answer for ever: lower-case words joined by underscores. */
const questionCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)

const option = z.strictObject({ code, name: trilingual(200), hint: trilingual(400).optional() })

const question = z.strictObject({
  code: questionCode,
  kind: z.enum(QUESTION_KINDS),
  label: trilingual(300),
  hint: trilingual(800).optional(),
  required: z.boolean(),
  maxLength: bound.min(1).max(20_000).optional(),
  maxWords: bound.min(1).max(5000).optional(),
  minWords: bound.max(5000).optional(),
  min: bound.optional(),
  max: bound.optional(),
  options: list(option, 1, 100).optional(),
  only: list(code, 1, 20).optional(),
  identity: z.literal(true).optional(),
  restricted: z.literal(true).optional(),
  autocomplete: z
    .string()
    .regex(/^[a-z -]{1,40}$/)
    .optional(),
})

export const formSchema = z.strictObject({
  groups: list(z.strictObject({ code, title: trilingual(200) }), 1, 20),
  sections: list(
    z.strictObject({ code, group: code, title: trilingual(200), intro: trilingual(800).optional(), questions: list(question, 1, 60) }),
    1,
    60,
  ),
})
