/** A plan of an act on many applications: what becomes of each, and the mark by which a later look knows whether anything changed. */
import { createHash } from 'node:crypto'
import { type BulkAct, type BulkInput, bulkLine, type BulkLine, type BulkSetting } from '../../../domain/bulk-act.ts'
import type { BulkSubject, Chosen } from '../queries/list/bulk.ts'

/** What becomes of an application, the rules in its way, and what that rests on: [outcome, rules, basis]. */
export type PlannedLine = readonly [outcome: BulkLine['outcome'], rules: readonly string[], basis: string]
export type PlannedLines = Readonly<Record<string, PlannedLine>>

export interface Planned {
  readonly act: BulkAct
  readonly chosen: Chosen
  readonly input: BulkInput
  readonly lines: PlannedLines
  readonly fingerprint: string
}

export function planOf(act: BulkAct, chosen: Chosen, input: BulkInput, subjects: readonly BulkSubject[], setting: BulkSetting, now: Date): Planned {
  const lines = Object.fromEntries(
    subjects.map((subject): [string, PlannedLine] => {
      const { outcome, rules } = bulkLine(act, input, subject, setting, now)
      return [subject.application, [outcome, rules, basisOf(act, subject)]]
    }),
  )
  const text = JSON.stringify([act, chosen, inputPairs(input), Object.entries(lines).sort(([one], [other]) => (one < other ? -1 : 1))])
  return { act, chosen, input, lines, fingerprint: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** In one order, whatever wrote the object. */
function inputPairs({ rule, verdict, reason, person, subject, text }: BulkInput): readonly string[] {
  return [rule, verdict, reason, person, subject.ar, subject.fr, subject.en, text.ar, text.fr, text.en]
}

/** The rows that an act follows on: when somebody adds one in between, the plan is no longer true. */
function basisOf(act: BulkAct, { seqs, holder }: BulkSubject): string {
  if (act === 'assign') return String(seqs.checker)
  if (act === 'write') return holder.language
  const verdicts = Object.entries(seqs.verdicts).sort(([one], [other]) => (one < other ? -1 : 1))
  return [seqs.decision, ...verdicts.map(([rule, seq]) => `${rule}:${seq}`)].join(' ')
}

/** What differs between a plan and the same one made now. */
export interface PlanChange {
  /** Ids of applications that are there now and were not, that were and are not, and of which something else would become. */
  readonly came: readonly string[]
  readonly gone: readonly string[]
  readonly other: readonly string[]
}

export function changeOf(before: PlannedLines, now: PlannedLines): PlanChange {
  const same = (one: PlannedLine, other: PlannedLine): boolean => JSON.stringify(one) === JSON.stringify(other)
  return {
    came: Object.keys(now).filter((id) => before[id] === undefined),
    gone: Object.keys(before).filter((id) => now[id] === undefined),
    other: Object.entries(now).flatMap(([id, line]) => (before[id] !== undefined && !same(before[id], line) ? [id] : [])),
  }
}

/** Ids of the applications that an act changes. */
export function changedBy(lines: PlannedLines): string[] {
  return Object.entries(lines).flatMap(([id, [outcome]]) => (outcome === 'done' ? [id] : []))
}
