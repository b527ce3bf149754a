/** Grids filled in on paper or in a workbook: what each line says, what is wrong with it by its cell, what would be kept. */
import { type Comments, type CriterionWeight, LONGEST_COMMENT, type Scale, type Scores } from './review.ts'

/** A line of the workbook as it came. */
export interface PaperLine {
  /** As the workbook counts: the headings are row 1. */
  readonly row: number
  /** Which criterion of which file, and the version it was printed from. */
  readonly code: string
  readonly step: string
  readonly comment: string
}

/** A grid as it stands. */
export interface PaperGrid {
  readonly assignment: string
  readonly number: string
  readonly version: number
  /** open: may be written; done: handed in; closed: withdrawn, sealed or taken back. */
  readonly state: 'open' | 'done' | 'closed'
  readonly criteria: readonly CriterionWeight[]
  readonly scale: Scale
  readonly asks: (step: number) => boolean
  readonly scores: Scores
  readonly comments: Comments
}

export const PAPER_FAULTS = ['headings', 'unknown', 'twice', 'outside', 'uncommented', 'too-long'] as const
export type PaperFaultCode = (typeof PAPER_FAULTS)[number]

export interface PaperFault {
  /** As a spreadsheet names it: E7. */
  readonly cell: string
  readonly code: PaperFaultCode
  readonly number?: string
  readonly min?: number
  readonly max?: number
}

export interface PaperResult {
  readonly assignment: string
  readonly number: string
  readonly version: number
  readonly scores: Scores
  readonly comments: Comments
  /** Criteria that would hold something else than now. */
  readonly changed: number
  /** Whether it could be handed in. */
  readonly whole: boolean
}

/** A file that was written otherwise since the workbook, or is not to be written any more: nothing of it is taken, and the others are. */
export interface PaperAside {
  readonly number: string
  readonly why: 'done' | 'closed' | 'changed'
}

export interface PaperReading {
  readonly aside: readonly PaperAside[]
  readonly faults: readonly PaperFault[]
  /** Open grids of the workbook, by number of file. */
  readonly grids: readonly PaperResult[]
}

/** Columns of the workbook: file, title, criterion, steps, then what is written, then the code. */
export const STEP_COLUMN = 'E'
export const COMMENT_COLUMN = 'F'
export const CODE_COLUMN = 'G'

const CODE = /^([0-9a-f-]{36})\/([\w-]{1,60})\/(\d{1,9})$/

export function paperCode(assignment: string, criterion: string, version: number): string {
  return `${assignment}/${criterion}/${version}`
}

/** Reads every line against the grids of one reviewer: a line of anybody else's is unknown, no more. */
export function readPaper(lines: readonly PaperLine[], grids: readonly PaperGrid[]): PaperReading {
  const found = new Map(grids.map((grid) => [grid.assignment, { grid, scores: { ...grid.scores }, comments: { ...grid.comments }, changed: 0 }]))
  const aside = asideOf(lines, found)
  const faults: PaperFault[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    const [, assignment = '', criterion = ''] = CODE.exec(line.code.trim()) ?? []
    const at = found.get(assignment)
    if (at === undefined || !at.grid.criteria.some(({ code }) => code === criterion)) {
      faults.push({ cell: `${CODE_COLUMN}${line.row}`, code: 'unknown' })
      continue
    }
    const key = `${assignment}/${criterion}`
    if (aside.has(assignment)) continue
    const fault = seen.has(key) ? ({ cell: `${CODE_COLUMN}${line.row}`, code: 'twice' } as const) : faultOf(line, at.grid)
    seen.add(key)
    if (fault !== null) faults.push({ ...fault, number: at.grid.number })
    else if (put(at, criterion, line)) at.changed += 1
  }
  const told = new Set(lines.map(({ code }) => code.trim().split('/')[0]))
  return {
    aside: [...aside.values()],
    faults,
    grids: [...found.values()]
      .filter(({ grid }) => grid.state === 'open' && told.has(grid.assignment) && !aside.has(grid.assignment))
      .map(({ grid, scores, comments, changed }) => ({ ...named(grid), scores, comments, changed, whole: isWhole(grid, scores, comments) })),
  }
}

function named({ assignment, number, version }: PaperGrid): Pick<PaperResult, 'assignment' | 'number' | 'version'> {
  return { assignment, number, version }
}

/** Files of which a line says something new that cannot be taken, by assignment. */
function asideOf(lines: readonly PaperLine[], grids: ReadonlyMap<string, { readonly grid: PaperGrid }>): Map<string, PaperAside> {
  const aside = new Map<string, PaperAside>()
  for (const { code, step, comment } of lines) {
    const [, assignment = '', criterion = '', version = ''] = CODE.exec(code.trim()) ?? []
    const grid = grids.get(assignment)?.grid
    if (grid === undefined || aside.has(assignment) || !grid.criteria.some((one) => one.code === criterion)) continue
    if (step === String(grid.scores[criterion] ?? '') && comment === (grid.comments[criterion] ?? '')) continue
    const why = grid.state !== 'open' ? grid.state : Number(version) !== grid.version ? 'changed' : null
    if (why !== null) aside.set(assignment, { number: grid.number, why })
  }
  return aside
}

/** What is wrong with a line; null for nothing. */
function faultOf(line: PaperLine, grid: PaperGrid): PaperFault | null {
  const { step, comment } = line
  const { min, max } = grid.scale
  if (step !== '' && !(/^-?\d{1,3}$/.test(step) && Number(step) >= min && Number(step) <= max))
    return { cell: `${STEP_COLUMN}${line.row}`, code: 'outside', min, max }
  if (comment.length > LONGEST_COMMENT) return { cell: `${COMMENT_COLUMN}${line.row}`, code: 'too-long', max: LONGEST_COMMENT }
  const isAsked = grid.state === 'open' && step !== '' && comment === '' && grid.asks(Number(step))
  return isAsked ? { cell: `${COMMENT_COLUMN}${line.row}`, code: 'uncommented' } : null
}

/** Whether the line changed anything. */
function put(at: { scores: Record<string, number>; comments: Record<string, string> }, criterion: string, { step, comment }: PaperLine): boolean {
  const before = `${at.scores[criterion] ?? ''} ${at.comments[criterion] ?? ''}`
  if (step === '') delete at.scores[criterion]
  else at.scores[criterion] = Number(step)
  if (comment === '') delete at.comments[criterion]
  else at.comments[criterion] = comment
  return before !== `${at.scores[criterion] ?? ''} ${at.comments[criterion] ?? ''}`
}

function isWhole({ criteria, asks }: PaperGrid, scores: Scores, comments: Comments): boolean {
  return criteria.every(({ code }) => {
    const step = scores[code]
    return step !== undefined && !(asks(step) && (comments[code] ?? '').trim() === '')
  })
}
