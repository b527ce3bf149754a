/** The sealed record of a selection, and how anyone verifies it years later, without the database it came from. */
import { canonicalJson, sha256 } from './canonical.ts'
import { candidateFaults } from './record-checks/candidates.ts'
import { fault, listFault, type RecordFault, type RecordNote } from './record-checks/fault.ts'
import { shapeFaults } from './record-checks/shape.ts'
import { seedFaults, sourcesFaults } from './record-checks/sources.ts'
import type { ScoreSources } from './scores.ts'
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
  /** The reviews the scores come from, and what applicants are told of them; records before this was kept have none. */
  readonly sources?: ScoreSources
  /** Where an appeal made the selection again: the record it was against, the application, and the score that alone was changed. */
  readonly appeal?: { readonly seal: string; readonly application: string; readonly score: string }
}

/** The text of a record and its hash: the canonical JSON, byte for byte what is sealed and downloaded. */
export function sealedText(record: SelectionRecord): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(record)
  return { text, hash: sha256(text) }
}

export interface Verified {
  readonly hash: string
  readonly faults: readonly RecordFault[]
  /** What the record takes as given and its own contents do not prove. */
  readonly notes: readonly RecordNote[]
}

/**
 * Checks the text of a record: its form to the last key, its fingerprint, that its candidates are those its reviews and
 * its pass mark give, each with its score, that its terms and mean steps agree with its reviews, its list and proof in
 * integers, and that solving again gives the same answer. No fault means it holds. What comes from outside (who sealed it,
 * the names of the edition, the reviews themselves) only its hash protects.
 */
export async function verifyRecord(text: string): Promise<Verified> {
  const body = text.replace(/\n$/, '')
  const hash = sha256(body)
  const record = parsed(body)
  if (record === null) return { hash, faults: [fault('format', '$', 'this is no sealed record of a selection')], notes: [] }
  const changed =
    canonicalJson(record) === body ? [] : [fault('text', '$', 'the text is not the canonical form of what it says: it was changed or written again')]
  const shape = [
    ...shapeFaults(record),
    ...inputFaults(record.input).map(({ path, message }) => fault('input', path.replace('$', '$.input'), message)),
  ]
  if (shape.length > 0) return { hash, faults: [...changed, ...shape], notes: [] }
  const { faults, notes } = await contentFound(record)
  return { hash, faults: [...changed, ...faults], notes }
}

async function contentFound(record: SelectionRecord): Promise<Pick<Verified, 'faults' | 'notes'>> {
  const { input, output, sources, fingerprint } = record
  const given = sources === undefined ? { faults: [], notes: [UNREVIEWED] } : await candidateFaults({ ...record, sources })
  const again = await solveSelection(input)
  const other = firstDifference(decision(again), decision(output), '$.output')
  return {
    faults: [
      ...(sha256(canonicalJson(input)) === fingerprint ? [] : [fault('fingerprint', '$.fingerprint', 'is not the one of the input')]),
      ...seedFaults(record),
      ...(sources === undefined ? [] : sourcesFaults(sources)),
      ...given.faults,
      ...checkCertificate(input, output).map(listFault),
      ...(other === null ? [] : [fault('result', other, 'solving again gives another answer')]),
    ],
    notes: given.notes,
  }
}

const UNREVIEWED: RecordNote = { path: '$.sources', message: 'the record keeps no reviews: its candidates and their scores are taken as they stand' }

/** All an output says but its proof, which was checked by itself: a later engine may prove the same list by other prices. */
function decision({ certificate: _, ...rest }: SelectionOutput): unknown {
  return JSON.parse(canonicalJson(rest))
}

/** The path of the first thing two values of JSON do not share; null where they are the same. */
function firstDifference(one: unknown, other: unknown, path: string): string | null {
  if (Object.is(one, other)) return null
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other))
    return path
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const at = Array.isArray(one) ? `${path}[${key}]` : `${path}.${key}`
    const found = left.has(key) === right.has(key) ? firstDifference(left.get(key), right.get(key), at) : at
    if (found !== null) return found
  }
  return null
}

function parsed(text: string): SelectionRecord | null {
  try {
    const value = JSON.parse(text)
    const whole =
      typeof value === 'object' && value !== null && value.format === RECORD_FORMAT && typeof value.output === 'object' && value.output !== null
    // Throws for what nests deeper than can be walked.
    return whole && canonicalJson(value) !== '' ? value : null
  } catch {
    return null
  }
}
