/** What the schema of edition files finds, as faults of this format. */
import type { z } from 'zod'
import { valueAt } from '../../domain/edition-document.ts'
import { type EditionFault, fault } from '../../domain/edition-fault.ts'

/** The one union of the format: rules of eligibility, told apart by their kind. */
const RULE_KINDS = ['age', 'region', 'applicant-kind', 'sector', 'declared', 'past-beneficiary', 'complete', 'duplicate']

/** Every fault that zod found in a value. */
export function shapeFaults(error: z.ZodError, root: unknown): EditionFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, root))
}

/** What zod found in one place. */
function faultsOf(issue: z.core.$ZodIssue, root: unknown): EditionFault[] {
  const { path } = issue
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault([...path, key], 'unknown-key'))
    case 'invalid_type':
      return [valueAt(root, path) === undefined ? fault(path, 'missing') : fault(path, 'type', { expected: issue.expected })]
    case 'invalid_value':
      return [fault(path, 'value', { expected: issue.values.map(String).join(', ') })]
    case 'invalid_union':
      return [fault(path, 'value', { expected: RULE_KINDS.join(', ') })]
    case 'invalid_format':
      // The schema names the form of a text where it has one (schema-parts.ts).
      return [fault(path, 'format', { form: issue.message })]
    case 'too_big':
      return [fault(path, { string: 'too-long', array: 'too-many' }[issue.origin as string] ?? 'too-large', { maximum: Number(issue.maximum) })]
    case 'too_small':
      return [fault(path, { string: 'empty', array: 'too-few' }[issue.origin as string] ?? 'too-small', { minimum: Number(issue.minimum) })]
    default:
      return [fault(path, issue.code === 'custom' ? String(issue.params?.code) : 'value')]
  }
}
