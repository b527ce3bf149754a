/** The sealed record of a selection, and how anyone verifies it years later, without the database it came from. */
import { canonicalJson, sha256 } from './canonical.ts'
import { checkCertificate, inputFaults, type SelectionInput, type SelectionOutput, solveSelection } from './selection/index.ts'

export const RECORD_FORMAT = 'kawaliss-record/1'

export interface SelectionRecord {
  readonly format: typeof RECORD_FORMAT
  readonly edition: { readonly id: string; readonly slug: string; readonly programme: string }
  /** What the engine was given; ids are those of the applications. */
  readonly input: SelectionInput
  readonly output: SelectionOutput
  /** SHA-256 of the canonical JSON of `input`: what the plan showed. */
  readonly fingerprint: string
  readonly plan: number
  readonly sealedAt: string
  /** Id of the person who sealed it. */
  readonly sealedBy: string
}

export type RecordFault = 'format' | 'text' | 'input' | 'fingerprint' | 'result' | Awaited<ReturnType<typeof checkCertificate>>[number]

/** The text of a record and its hash: the canonical JSON, byte for byte what is sealed and downloaded. */
export function sealedText(record: SelectionRecord): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(record)
  return { text, hash: sha256(text) }
}

/** Checks the text of a record: its form, its fingerprint, its list and proof in integers, and that solving again gives the same answer. No fault means it holds. */
export async function verifyRecord(text: string): Promise<{ readonly hash: string; readonly faults: readonly RecordFault[] }> {
  const body = text.replace(/\n$/, '')
  const hash = sha256(body)
  const record = parsed(body)
  if (record === null) return { hash, faults: ['format'] }
  const faults: RecordFault[] = canonicalJson(record) === body ? [] : ['text']
  if (inputFaults(record.input).length > 0) return { hash, faults: [...faults, 'input'] }
  if (sha256(canonicalJson(record.input)) !== record.fingerprint) faults.push('fingerprint')
  faults.push(...checkCertificate(record.input, record.output))
  if (canonicalJson(await solveSelection(record.input)) !== canonicalJson(record.output)) faults.push('result')
  return { hash, faults }
}

function parsed(text: string): SelectionRecord | null {
  try {
    const value = JSON.parse(text)
    const whole =
      typeof value === 'object' && value !== null && value.format === RECORD_FORMAT && typeof value.output === 'object' && value.output !== null
    return whole ? value : null
  } catch {
    return null
  }
}
