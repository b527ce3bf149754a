/** What a workbook would change, with a fingerprint of what it was judged by. */
import { createHash } from 'node:crypto'
import { type PaperFault, type PaperLine, type PaperReading, readPaper } from '../../../domain/paper-grid.ts'
import type { PaperFile } from '../queries/paper.ts'

export interface PaperPlan extends PaperReading {
  readonly fingerprint: string
}

/** `before` are faults found while the workbook was read. */
export function planPaper(lines: readonly PaperLine[], files: readonly PaperFile[], before: readonly PaperFault[] = []): PaperPlan {
  const read = readPaper(lines, files)
  const rests = files.map(({ assignment, version, state }) => [assignment, version, state])
  const said = lines.map(({ code, step, comment }) => [code, step, comment])
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([said, rests]))
    .digest('hex')
  return { ...read, faults: [...before, ...read.faults], fingerprint }
}
