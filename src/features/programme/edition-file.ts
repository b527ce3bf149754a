/** Edition files: read with every fault named, written always the same way. */
import type { z } from 'zod'
import type { EditionFile } from '../../domain/edition.ts'
import { editionFaults } from '../../domain/edition-coherence.ts'
import { type EditionFault, fault } from '../../domain/edition-fault.ts'
import { isZone, promisedInstant } from '../../platform/time/time.ts'
import { editionSchema } from './edition-schema.ts'
import { hostileParts } from './hostile-json.ts'

export type EditionReading = { readonly ok: true; readonly file: EditionFile } | { readonly ok: false; readonly faults: readonly EditionFault[] }

/** A whole programme in three languages takes some 100 KB. */
const HEAVIEST = 2 * 1024 * 1024
/** More faults than that are read by nobody. */
const MOST_FAULTS = 200

/**
 * Reads the text of an edition file. Every fault is named by its path: unknown and missing keys, texts too long, missing
 * in one language or not clean, sums that do not add up, references to nothing, times that no clock shows. Never throws.
 */
export function readEditionFile(source: string): EditionReading {
  const parsed = parseJson(source)
  if (!parsed.ok) return parsed
  const shaped = editionSchema.safeParse(parsed.value)
  if (!shaped.success) return refuse(shaped.error.issues.flatMap((issue) => faultsOf(issue, parsed.value)))
  const file = shaped.data as EditionFile
  const faults = [...editionFaults(file), ...clockFaults(file)]
  return faults.length === 0 ? { ok: true, file } : refuse(faults)
}

/** The text of an edition file: keys in the order of the format, dates in calendar order, budget lines by code; the same edition gives the same bytes. */
export function editionFileText(file: EditionFile): string {
  const ordered = editionSchema.parse({
    ...file,
    calendar: [...file.calendar].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.code, b.code)),
    budgetLines: [...file.budgetLines].sort((a, b) => compare(a.code, b.code)),
  })
  return `${JSON.stringify(ordered, null, 2)}\n`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function refuse(faults: readonly EditionFault[]): EditionReading {
  const once = new Map(faults.map((one) => [`${one.path} ${one.code}`, one]))
  return { ok: false, faults: [...once.values()].slice(0, MOST_FAULTS) }
}

function parseJson(source: string): { ok: true; value: unknown } | { ok: false; faults: readonly EditionFault[] } {
  if (source.length > HEAVIEST) return { ok: false, faults: [fault([], 'too-heavy', { maximum: HEAVIEST })] }
  let value: unknown
  try {
    // Editors of some systems put a byte order mark first.
    value = JSON.parse(source.replace(/^\ufeff/, ''))
  } catch {
    return { ok: false, faults: [fault([], 'json')] }
  }
  const hostile = hostileParts(value)
  return hostile.length === 0 ? { ok: true, value } : { ok: false, faults: hostile }
}

/** Zones that exist, and wall times that the clock of the zone shows that day. */
function clockFaults({ call }: EditionFile): EditionFault[] {
  if (!isZone(call.zone)) return [fault(['call', 'zone'], 'unknown-zone', { value: call.zone })]
  const times: [string, readonly PropertyKey[]][] = [
    [call.opens, ['call', 'opens']],
    [call.deadline, ['call', 'deadline']],
    ...call.sessions.map((session, place): [string, readonly PropertyKey[]] => [session.at, ['call', 'sessions', place, 'at']]),
  ]
  const faults = times.flatMap(([wall, steps]) => {
    const promised = promisedInstant({ wall, zone: call.zone })
    return promised.ok ? [] : [fault(steps, promised.reason === 'skipped' ? 'skipped-time' : 'no-such-time', { value: wall })]
  })
  return faults.length > 0 ? faults : orderFaults(call)
}

/** A call of some minutes on the night the clock is put back could close before it opens. */
function orderFaults(call: EditionFile['call']): EditionFault[] {
  const opens = promisedInstant({ wall: call.opens, zone: call.zone }, 'earlier')
  const deadline = promisedInstant({ wall: call.deadline, zone: call.zone }, 'later')
  const inOrder = opens.ok && deadline.ok && opens.instant < deadline.instant
  return inOrder || call.opens >= call.deadline ? [] : [fault(['call', 'deadline'], 'before-beginning', { from: call.opens, to: call.deadline })]
}

type Issue = z.core.$ZodIssue

/** What zod found, in the words of this format. */
function faultsOf(issue: Issue, root: unknown): EditionFault[] {
  const { path } = issue
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault([...path, key], 'unknown-key'))
    case 'invalid_type':
      return [valueAt(root, path) === undefined ? fault(path, 'missing') : fault(path, 'type', { expected: issue.expected })]
    case 'invalid_value':
      return [fault(path, 'value', { expected: issue.values.map(String).join(', ') })]
    case 'invalid_union':
      return [fault([...path], 'value', { expected: 'kind' })]
    case 'invalid_format':
      return [fault(path, 'format')]
    case 'too_big':
      return [fault(path, { string: 'too-long', array: 'too-many' }[issue.origin as string] ?? 'too-large', { maximum: Number(issue.maximum) })]
    case 'too_small':
      return [fault(path, { string: 'empty', array: 'too-few' }[issue.origin as string] ?? 'too-small', { minimum: Number(issue.minimum) })]
    default:
      return [fault(path, issue.code === 'custom' ? String(issue.params?.code) : 'value')]
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[step]),
    root,
  )
}
