/** Reading the verdicts on rules that a page sends, against what that page showed. */
import { isVerdict } from '../../domain/eligibility-decision.ts'
import { type Body, cleanLine } from '../../platform/input/form.ts'
import { fieldText } from '../../platform/web/form.ts'
import type { FormErrors } from '../../design/form/field.tsx'
import { refusalIn } from '../../design/refusal.ts'
import type { Language } from '../../domain/language.ts'
import type { Refused } from '../../domain/result.ts'
import type { VerdictInput } from './commands/decide.ts'
import type { ShownVerdict } from './queries/shown-verdicts.ts'
import type { RuleLine } from './views.ts'
import { words } from './words/index.ts'

export interface TypedVerdict {
  readonly verdict: string
  readonly reason: string
  /** Number of the verdict the page showed. */
  readonly seen: number
}

type TypedVerdicts = Readonly<Record<string, TypedVerdict>>

/** The number a page showed; what is no number was shown by no page, and is never the one that stands. */
export function readSeen(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : -1
}

/** The first rule of which something was sent that is no verdict. */
export function nonsense(rules: readonly RuleLine[], typed: TypedVerdicts): string | undefined {
  return rules.find(({ code }) => typed[code] !== undefined && typed[code].verdict !== '' && !isVerdict(typed[code].verdict))?.code
}

export function readVerdicts(body: Body, rules: readonly RuleLine[]): TypedVerdicts {
  return Object.fromEntries(
    rules.map(({ code }) => {
      return [
        code,
        {
          verdict: fieldText(body, `verdict.${code}`),
          reason: cleanLine(fieldText(body, `reason.${code}`)),
          seen: readSeen(fieldText(body, `seen.${code}`)),
        },
      ]
    }),
  )
}

/** The verdicts a page showed that stand no longer, by rule. */
export function outdated(rules: readonly RuleLine[], typed: TypedVerdicts): Record<string, number> {
  return Object.fromEntries(rules.flatMap(({ code, seq }) => ((typed[code]?.seen ?? seq) === seq ? [] : [[code, typed[code]?.seen ?? 0]])))
}

/** What the officer changed of what the page showed: what a colleague wrote meanwhile on other rules is none of it. */
export function changedVerdicts(
  rules: readonly RuleLine[],
  typed: TypedVerdicts,
  shown: ReadonlyMap<string, ShownVerdict>,
): Omit<VerdictInput, 'application'>[] {
  return rules.flatMap((rule) => {
    const one = typed[rule.code]
    if (one === undefined || !isVerdict(one.verdict)) return []
    const standing = { verdict: (rule.officer ?? rule.automatic)?.verdict, reason: rule.officer?.reason ?? '' }
    const before = one.seen === rule.seq ? standing : shown.get(rule.code)
    const same = before?.verdict === one.verdict && before.reason === one.reason
    return same ? [] : [{ rule: rule.code, verdict: one.verdict, reason: one.reason, seen: one.seen }]
  })
}

/** What is said beside the reason of each rule it lacks; none for a refusal that is about no reason. */
export function besideRules(refusal: Refused, language: Language): FormErrors {
  const { rules } = refusal.details
  if (!BESIDE.has(refusal.code) || !Array.isArray(rules)) return []
  const message = refusalIn(words(language), language)(refusal)
  return rules.map((rule) => ({ field: `reason.${rule}`, message }))
}

const BESIDE: ReadonlySet<string> = new Set(['eligibility/verdict-unreasoned', 'eligibility/reason-too-long'])
