/** Reading an act on many from a form or an address: which act, which applications, what it needs. */
import { BULK_ACTS, type BulkAct, type BulkInput } from '../../../domain/bulk-act.ts'
import { isVerdict } from '../../../domain/eligibility-decision.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { cleanLine, cleanText } from '../../../platform/input/form.ts'
import { filtersOf, viewQuery } from '../filters.ts'
import type { Chosen } from '../queries/list/bulk.ts'

const LONGEST_LINE = 300

/** Every value of a name in a form. */
export type Sent = (name: string) => readonly string[]

export function readAct(sent: Sent): BulkAct | null {
  return BULK_ACTS.find((act) => act === sent('act').at(-1)) ?? null
}

/** All that a list finds when its box was ticked, else the rows that were. */
export function readChosen(sent: Sent, zone: string): Chosen {
  if (sent('all').includes('yes')) return { query: viewQuery(filtersOf(sent('query').at(-1) ?? '', zone)) }
  return { applications: [...sent('application')] }
}

export function readInput(sent: Sent): BulkInput {
  const line = (name: string): string => cleanLine(sent(name).at(-1) ?? '').slice(0, LONGEST_LINE)
  // What is too long is told, not cut.
  const text = (name: string): string => cleanText(sent(name).at(-1) ?? '')
  const each = (read: (name: string) => string, name: string): Trilingual => ({
    ar: read(`${name}.ar`),
    fr: read(`${name}.fr`),
    en: read(`${name}.en`),
  })
  const verdict = line('verdict')
  return {
    rule: line('rule'),
    verdict: isVerdict(verdict) ? verdict : '',
    reason: cleanLine(sent('reason').at(-1) ?? ''),
    person: line('person'),
    subject: each(line, 'subject'),
    text: each(text, 'text'),
  }
}
