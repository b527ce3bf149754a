/** What is wrong with a sealed record: where, by its JSON path, and in words. */
import type { CertificateFault } from '../selection/index.ts'

export type FaultKind = 'format' | 'text' | 'input' | 'fingerprint' | 'candidates' | 'scores' | 'sources' | 'result' | CertificateFault

export interface RecordFault {
  readonly kind: FaultKind
  readonly path: string
  readonly message: string
}

/** Something a record takes as given: it may be so, and nothing in the record proves it. */
export interface RecordNote {
  readonly path: string
  readonly message: string
}

export function fault(kind: FaultKind, path: string, message: string): RecordFault {
  return { kind, path, message }
}

/** The list and its proof, checked in whole numbers. */
const OF_THE_LIST: Readonly<Record<CertificateFault, readonly [path: string, message: string]>> = {
  selected: ['$.output.selected', 'names someone twice, or someone who is no candidate'],
  places: ['$.output.selected', 'does not fill the places exactly'],
  rule: ['$.output.selected', 'breaks a rule'],
  forced: ['$.output.selected', 'goes against a forced choice'],
  total: ['$.output.total', 'is not the sum of the scores of the list'],
  certificate: ['$.output.certificate', 'does not prove the answer'],
}

export function listFault(kind: CertificateFault): RecordFault {
  return fault(kind, ...OF_THE_LIST[kind])
}
