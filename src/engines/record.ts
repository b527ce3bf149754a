/** The sealed record of a selection, and how anyone verifies it years later, without the database it came from. */
import { canonicalJson, sha256 } from './canonical.ts'
import { type ChangedScore, type ScoreSources, scoresFrom } from './scores.ts'
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

export type RecordFault = 'format' | 'text' | 'input' | 'fingerprint' | 'scores' | 'result' | Awaited<ReturnType<typeof checkCertificate>>[number]

/** The text of a record and its hash: the canonical JSON, byte for byte what is sealed and downloaded. */
export function sealedText(record: SelectionRecord): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(record)
  return { text, hash: sha256(text) }
}

/** Checks the text of a record: its form, its fingerprint, its scores from its reviews, its list and proof in integers, and that solving again gives the same answer. No fault means it holds. */
export async function verifyRecord(text: string): Promise<{ readonly hash: string; readonly faults: readonly RecordFault[] }> {
  const body = text.replace(/\n$/, '')
  const hash = sha256(body)
  const record = parsed(body)
  if (record === null) return { hash, faults: ['format'] }
  const faults: RecordFault[] = canonicalJson(record) === body ? [] : ['text']
  if (inputFaults(record.input).length > 0) return { hash, faults: [...faults, 'input'] }
  if (sha256(canonicalJson(record.input)) !== record.fingerprint) faults.push('fingerprint')
  if (!(await scoresHold(record))) faults.push('scores')
  faults.push(...checkCertificate(record.input, record.output))
  if (decision(await solveSelection(record.input)) !== decision(record.output)) faults.push('result')
  return { hash, faults }
}

/** A millionth more or less: calibration is computed in floating point, which may differ in its last digit between machines. */
const NEARLY = 2e-6

/** Whether the scores of the candidates are those their reviews give. */
async function scoresHold({ input, sources, appeal }: SelectionRecord): Promise<boolean> {
  if (sources === undefined) return true
  try {
    const counts = (one: ChangedScore): boolean =>
      sources.reviews.some(
        (of) => of.application === one.application && of.reviewer === one.reviewer && of.stage === one.stage && of.score === one.after,
      )
    if ((sources.changed ?? []).some((one) => one.after !== null && !counts(one))) return false
    const scores = await scoresFrom(sources)
    return input.candidates.every(({ id, score }) => {
      const expected = id === appeal?.application ? appeal.score : scores.get(id)
      return (
        expected !== undefined && (score === expected || (sources.scoreBasis === 'calibrated' && Math.abs(Number(score) - Number(expected)) < NEARLY))
      )
    })
  } catch {
    return false
  }
}

/** All an output says but its proof, which was checked by itself: a later engine may prove the same list by other prices. */
function decision({ certificate: _, ...rest }: SelectionOutput): string {
  return canonicalJson(rest)
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
