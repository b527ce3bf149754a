/** A budget as a reader sees it: its lines, what they add up to, and each part's share of the whole. */
import { type Answer, isAnswered, type Option, type Question, rowsOf } from '../../domain/form.ts'
import { budgetTotals } from '../../domain/form-values.ts'
import type { Language } from '../../domain/language.ts'
import { formatMoney } from '../../platform/words/format.ts'
import { MONEY, optionName } from './answer-text.ts'
import type { EditionLists } from './views.ts'

export interface BudgetPart {
  readonly name: string
  readonly amount: string
  /** Of the whole, 0 to 1. */
  readonly share: number
}

export interface BudgetView {
  /** Amounts are in words of the language. Null where the question asks no category or no source. */
  readonly lines: readonly { readonly label: string; readonly category: string | null; readonly source: string | null; readonly amount: string }[]
  readonly total: string
  /** What it is spent on, and where it comes from; empty where the question does not ask. */
  readonly categories: readonly BudgetPart[]
  readonly sources: readonly BudgetPart[]
}

/** Null for another question, and while there is no line. What people wrote passes through `said`. */
export function budgetView(
  question: Question,
  answer: Answer | undefined,
  lists: Pick<EditionLists, 'currency'>,
  language: Language,
  said: (text: string) => string = (text) => text,
): BudgetView | null {
  if (question.kind !== 'budget' || answer === undefined || !isAnswered(answer)) return null
  const money = (amount: string): string => formatMoney(amount, lists.currency, language)
  const totals = budgetTotals(question, answer)
  const whole = Number(totals.total)
  const parts = (options: readonly Option[] | undefined, sums: Readonly<Record<string, string>>): BudgetPart[] =>
    Object.entries(sums).map(([code, sum]) => ({
      name: optionName(options, code, language),
      amount: money(sum),
      share: whole === 0 ? 0 : Number(sum) / whole,
    }))
  const named = (options: readonly Option[] | undefined, code: string | undefined): string | null =>
    options === undefined ? null : code === undefined ? '' : optionName(options, code, language)
  return {
    lines: rowsOf(answer).map(({ label = '', category, source, amount = '' }) => ({
      label: said(label),
      category: named(question.categories, category),
      source: named(question.sources, source),
      amount: MONEY.test(amount) ? money(amount) : amount,
    })),
    total: money(totals.total),
    categories: parts(question.categories, totals.byCategory),
    sources: parts(question.sources, totals.bySource),
  }
}
