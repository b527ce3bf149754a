/** The shape of a form in an edition file. */
import { z } from 'zod'
import { FILE_FAMILIES, PEOPLE_COLUMNS, QUESTION_KINDS } from '../../domain/form.ts'
import { LONGEST } from '../../domain/expression/tokens.ts'
import { code, inDraft, list, text, trilingual } from './schema-parts.ts'

const bound = z.int().min(0).max(1_000_000_000)
/** The key of an answer for ever: lower-case words joined by underscores. */
const questionCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'question-code')
const sectionCode = code.clone()
// Pages of the editor stand under these codes, and the number of a setting is left out where there is none: so it is in a draft too.
for (const one of [questionCode, sectionCode]) inDraft(one, one)

/** Read and checked against the names of the form by domain/form-coherence.ts. */
const expression = text(LONGEST)

const option = z.strictObject({ code, name: trilingual(200), hint: trilingual(400).optional() })

export const questionSchema = z.strictObject({
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
  withinStrand: z.literal(true).optional(),
  options: list(option, 1, 100).optional(),
  statements: list(option, 1, 40).optional(),
  decimals: z.int().min(0).max(6).optional(),
  unit: trilingual(40).optional(),
  minRows: z.int().min(0).max(60).optional(),
  maxRows: z.int().min(1).max(60).optional(),
  columns: list(z.enum(PEOPLE_COLUMNS), 1, 3).optional(),
  ages: z.strictObject({ min: z.int().min(0).max(120), max: z.int().min(0).max(120) }).optional(),
  categories: list(option, 1, 40).optional(),
  sources: list(option, 1, 20).optional(),
  accept: list(z.enum(FILE_FAMILIES), 1, 6).optional(),
  maxFiles: z.int().min(1).max(20).optional(),
  maxBytes: z.int().min(1024).max(500_000_000).optional(),
  maxSeconds: z.int().min(1).max(36_000).optional(),
  only: list(code, 1, 20).optional(),
  when: expression.optional(),
  checks: list(z.strictObject({ holds: expression, message: trilingual(400) }), 1, 10).optional(),
  identity: z.literal(true).optional(),
  restricted: z.literal(true).optional(),
  autocomplete: z
    .string()
    .regex(/^[a-z -]{1,40}$/)
    .optional(),
})

export const sectionSchema = z.strictObject({
  code: sectionCode,
  group: code,
  title: trilingual(200),
  intro: trilingual(800).optional(),
  when: expression.optional(),
  questions: list(questionSchema, 1, 60),
})

export const formSchema = z.strictObject({
  groups: list(z.strictObject({ code, title: trilingual(200) }), 1, 20),
  sections: list(sectionSchema, 1, 60),
})
