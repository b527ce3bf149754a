/** Acts on many applications at once: what each needs, and what becomes of every application chosen. */
import type { DocumentFacts } from './document-verdict.ts'
import { decideEligibility, mayStillDecide, NO_READINGS, recordVerdict, type RuleVerdict, unclearRules } from './eligibility-decision.ts'
import { LONGEST_REASON } from './reason.ts'
import type { Verdict } from './eligibility.ts'
import { type Language, LANGUAGES, type Trilingual } from './language.ts'
import { ok, type Result, refused } from './result.ts'
import { reaches, type Scope, scopeOf } from './scope.ts'
import { OFFICERS, type Place, type Viewer } from './viewer.ts'

export const BULK_ACTS = ['check', 'accept', 'verdict', 'assign', 'write'] as const
export type BulkAct = (typeof BULK_ACTS)[number]

/** Applications in one act at most. */
export const MOST_AT_ONCE = 10_000
export const LONGEST_BULK_TEXT = 4000

/** Officers of any region act on many; what lies outside theirs is left as it is. */
export function mayActOnMany(viewer: Viewer, place: Place): boolean {
  return scopeOf(viewer, OFFICERS, place).length > 0
}

/** What an act needs besides the applications; what it does not need is empty. */
export interface BulkInput {
  /** verdict: the rule, how it is read, why. */
  readonly rule: string
  readonly verdict: Verdict | ''
  readonly reason: string
  /** assign: who checks; '' for nobody. */
  readonly person: string
  /** write: what each reads in their own language. */
  readonly subject: Trilingual
  readonly text: Trilingual
}

export const NO_INPUT: BulkInput = {
  rule: '',
  verdict: '',
  reason: '',
  person: '',
  subject: { ar: '', fr: '', en: '' },
  text: { ar: '', fr: '', en: '' },
}

/** What is known of the edition when an act is planned. */
export interface BulkSetting {
  /** Codes of its rules. */
  readonly rules: readonly string[]
  /** Officers by id, with how far their role reaches. */
  readonly officers: ReadonlyMap<string, Scope>
  /** Marks a message may hold, without their braces. */
  readonly marks: readonly string[]
}

/** Whether an act has what it needs. */
export function mayPlanBulk(act: BulkAct, input: BulkInput, chosen: number, setting: BulkSetting): Result<null> {
  if (chosen === 0) return refused('bulk/nothing-chosen')
  if (chosen > MOST_AT_ONCE) return refused('bulk/too-many', { most: MOST_AT_ONCE })
  switch (act) {
    case 'verdict':
      if (!setting.rules.includes(input.rule)) return refused('bulk/no-rule')
      if (input.verdict === '') return refused('bulk/no-verdict')
      if (input.reason.trim().length > LONGEST_REASON)
        return refused('bulk/reason-too-long', { length: input.reason.trim().length, most: LONGEST_REASON })
      return input.reason.trim() === '' ? refused('bulk/no-reason') : ok(null)
    case 'assign':
      return input.person === '' || setting.officers.has(input.person) ? ok(null) : refused('bulk/no-person')
    case 'write':
      return mayWrite(input, setting)
    default:
      return ok(null)
  }
}

/** Each person reads their own language: a text in all three, or nobody is written to. */
function mayWrite({ subject, text }: BulkInput, { marks }: BulkSetting): Result<null> {
  const lacking = LANGUAGES.filter((language) => subject[language].trim() === '' || text[language].trim() === '')
  if (lacking.length > 0) return refused('bulk/no-text', { languages: lacking })
  if (LANGUAGES.some((language) => text[language].length > LONGEST_BULK_TEXT)) return refused('bulk/text-too-long', { most: LONGEST_BULK_TEXT })
  const unknown = LANGUAGES.flatMap((language) => marksIn(`${subject[language]}\n${text[language]}`)).filter((mark) => !marks.includes(mark))
  const braced = (all: readonly string[]): string[] => [...new Set(all)].map((mark) => `{${mark}}`)
  return unknown.length > 0 ? refused('bulk/unknown-mark', { marks: braced(unknown), known: braced(marks) }) : ok(null)
}

function marksIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/gu)].map((found) => found[1] ?? '')
}

/** What is known of one application. */
export interface BulkFacts {
  /** Whether the application is the viewer's to act on. */
  readonly mine: boolean
  readonly region: string
  readonly withdrawn: boolean
  readonly publishedAt: Date | null
  /** What was decided; null for nothing. */
  readonly eligible: boolean | null
  /** The last verdict on each rule that has one. */
  readonly verdicts: readonly RuleVerdict[]
  /** Until when its team may correct what it sent. */
  readonly correctedBy: Date | null
  /** The documents asked of it. */
  readonly documents: readonly DocumentFacts[]
  /** Who checks it. */
  readonly checker: string | null
  /** Whether its holder can be written to. */
  readonly reached: boolean
}

/** `done`: the act changes it. Everything else says why it does not. */
export const BULK_OUTCOMES = [
  'done',
  'already',
  'decided',
  'unclear',
  'not-met',
  'documents',
  'correcting',
  'out-of-reach',
  'no-address',
  'withdrawn',
  'published',
  'not-yours',
] as const
export type BulkOutcome = (typeof BULK_OUTCOMES)[number]

export interface BulkLine {
  readonly outcome: BulkOutcome
  /** Rules that stand in the way. */
  readonly rules: readonly string[]
}

/** What would become of one application. */
export function bulkLine(act: BulkAct, input: BulkInput, facts: BulkFacts, setting: BulkSetting, now: Date): BulkLine {
  const line = (outcome: BulkOutcome, rules: readonly string[] = []): BulkLine => ({ outcome, rules })
  if (!facts.mine) return line('not-yours')
  if (facts.withdrawn) return line('withdrawn')
  if (act === 'write') return line(facts.reached ? 'done' : 'no-address')
  if (act === 'assign') return line(assigned(input, facts, setting))
  if (!mayStillDecide(facts, now).ok) return line('published')
  if (act === 'accept') return accepted(facts, setting, now)
  if (facts.eligible !== null) return line('decided')
  return line(act === 'check' ? 'done' : read(input, facts, setting, now))
}

function assigned({ person }: BulkInput, { checker, region }: BulkFacts, { officers }: BulkSetting): BulkOutcome {
  if ((checker ?? '') === person) return 'already'
  return person === '' || reaches(officers.get(person) ?? [], region) ? 'done' : 'out-of-reach'
}

/** The rule of one decision, asked of each: eligible only when every rule is clearly met. */
function accepted(facts: BulkFacts, { rules }: BulkSetting, now: Date): BulkLine {
  if (facts.eligible !== null) return { outcome: facts.eligible ? 'already' : 'decided', rules: [] }
  const held = { ...facts, rules, refusalLeft: false, readings: NO_READINGS, sealed: false }
  if (decideEligibility(held, { eligible: true, ground: null, reason: '' }, now).ok) return { outcome: 'done', rules: [] }
  const unclear = unclearRules(held)
  const unmet = rules.filter((rule) => facts.verdicts.some((one) => one.rule === rule && one.verdict === 'not-met'))
  if (facts.correctedBy !== null && now <= facts.correctedBy) return { outcome: 'correcting', rules: [] }
  if (unmet.length > 0) return { outcome: 'not-met', rules: unmet }
  return unclear.length > 0 ? { outcome: 'unclear', rules: unclear } : { outcome: 'documents', rules: [] }
}

function read({ rule, verdict, reason }: BulkInput, facts: BulkFacts, { rules }: BulkSetting, now: Date): BulkOutcome {
  if (verdict === '') return 'already'
  const stands = facts.verdicts.find((one) => one.rule === rule)
  if (stands !== undefined && !stands.automatic && stands.verdict === verdict && stands.reason === reason.trim()) return 'already'
  // What contradicts a decision is confirmed on the page of that application alone.
  if (verdict === 'not-met' && facts.eligible === true) return 'decided'
  return recordVerdict({ ...facts, rules }, { rule, verdict, reason }, now).ok ? 'done' : 'already'
}

/** The language somebody is written to in, and its text with what it says of their application. */
export function writtenTo(input: BulkInput, language: Language, said: Readonly<Record<string, string>>): { subject: string; paragraphs: string[] } {
  const filled = (text: string): string => text.replace(/\{([\p{L}]+)\}/gu, (whole, token: string) => said[token] ?? whole)
  return {
    subject: filled(input.subject[language]).trim(),
    paragraphs: filled(input.text[language])
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
  }
}
