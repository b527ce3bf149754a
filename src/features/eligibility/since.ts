/** Two officers at one application: who said what after a page was opened, for the second of them. */
import { inLanguage, type Language } from '../../domain/language.ts'
import type { Refused } from '../../domain/result.ts'
import { formatDateTime } from '../../platform/time/time.ts'
import type { EligibilityView } from './views.ts'
import { words } from './words/index.ts'

/** Who judged a rule or decided meanwhile, and when; undefined for any other refusal, and where nobody did. */
export function saidSince(refusal: Refused, view: EligibilityView, zone: string, language: Language): string | undefined {
  const when = (at: Date): string => formatDateTime(at, language, zone, { style: 'day-month' })
  const t = words(language)
  if (refusal.code === 'eligibility/decided-since') {
    const last = view.decisions[0]
    if (last === undefined) return undefined
    return t('decision.decided-since', { by: last.by, at: when(last.at), state: t(last.eligible ? 'state.eligible' : 'state.ineligible') })
  }
  if (refusal.code === 'document/judged-since') return documentSince(refusal, view, when, language)
  const { rules } = refusal.details
  const codes = refusal.code === 'eligibility/judged-since' && Array.isArray(rules) ? rules : []
  const rule = view.rules.find((one) => codes.includes(one.code))
  const last = rule?.officer
  if (rule === undefined || last == null) return undefined
  return t('rules.judged-since', { by: last.by ?? '', at: when(last.at), rule: inLanguage(rule.name, language).text })
}

/** Who judged a document meanwhile, when, and how: the page goes on showing what the officer chose. */
function documentSince({ details }: Refused, view: EligibilityView, when: (at: Date) => string, language: Language): string | undefined {
  const codes = Array.isArray(details.documents) ? details.documents : []
  const document = view.documents.find((one) => codes.includes(one.question))
  const last = document?.last
  if (document === undefined || last == null) return undefined
  const t = words(language)
  const said = { by: last.by, at: when(last.at), verdict: t(`documents.${last.verdict}`), document: inLanguage(document.name, language).text }
  return t('documents.judged-since', said)
}

/** A refusal holds codes of documents and rules; whoever reads it knows them by their names. */
export function withNames(refusal: Refused, view: EligibilityView, language: Language): Refused {
  const { documents, rules } = refusal.details
  const named: Record<string, string[]> = {}
  if (Array.isArray(documents))
    named.documents = view.documents.filter((one) => documents.includes(one.question)).map((one) => inLanguage(one.name, language).text)
  if (Array.isArray(rules)) named.rules = view.rules.filter((one) => rules.includes(one.code)).map((one) => inLanguage(one.name, language).text)
  return { ...refusal, details: { ...refusal.details, ...named } }
}
