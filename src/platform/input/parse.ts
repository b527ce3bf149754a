/** From the fields of a form to what a command takes, or to the errors shown beside the fields. */
import type { z } from 'zod'
import type { Body } from './body.ts'
import { INPUT_ERROR_CODES, type InputErrorCode, type InputErrorDetails } from './problem.ts'

export interface FieldError {
  /** Name of the field as in the schema; a date in three boxes `birth.day`, `birth.month`, `birth.year` is the field `birth`. */
  readonly field: string
  readonly code: InputErrorCode
  readonly details: InputErrorDetails
}

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  /** `values` are the fields exactly as they were sent, for the form shown again. */
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly values: Body }

/**
 * Reads a body through a schema made of the blocks of fields.ts. Fields the schema does not name are dropped. Errors come
 * in the order of the schema, one a field.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, body: Body): Parsed<z.output<Schema>> {
  const result = schema.safeParse(joinDates(body))
  if (result.success) return { ok: true, value: result.data }
  const errors = new Map<string, FieldError>()
  for (const issue of result.error.issues) {
    const error = fieldError(issue)
    if (!errors.has(error.field)) errors.set(error.field, error)
  }
  return { ok: false, errors: [...errors.values()], values: body }
}

const BOX = /^(.+)\.(day|month|year)$/

/** A copy in which the three boxes of a date are one field: `{ day, month, year }`. */
function joinDates(body: Body): Record<string, unknown> {
  const joined: Record<string, unknown> = Object.create(null)
  for (const [name, value] of Object.entries(body)) {
    const [, field, box] = BOX.exec(name) ?? []
    if (field === undefined || box === undefined) joined[name] = value
    else joined[field] = { ...(joined[field] as object | undefined), [box]: value }
  }
  return joined
}

type Issue = z.core.$ZodIssue

function fieldError(issue: Issue): FieldError {
  const field = issue.path.map(String).join('.')
  if (issue.code === 'custom') {
    const { code, details } = (issue.params ?? {}) as { code?: unknown; details?: InputErrorDetails }
    if (isCode(code)) return { field, code, details: details ?? {} }
  }
  return { field, code: codeOf(issue), details: {} }
}

function isCode(code: unknown): code is InputErrorCode {
  return (INPUT_ERROR_CODES as readonly unknown[]).includes(code)
}

/** Our blocks name their own codes; this is for plain zod types in a schema, whose bounds the page cannot explain. */
function codeOf(issue: Issue): InputErrorCode {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'choice'
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'email'
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'url'
  return 'choice'
}
