/** How amounts, instalments and moments are written on the pages of means. */
import type { Html } from '#html'
import { State, type StateShape } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import type { InstalmentState } from '../../../domain/payment.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { formatMoney, formatNumber } from '../../../platform/words/format.ts'
import type { AwardView, InstalmentView, Moment } from '../views.ts'
import { words } from '../words/index.ts'

/** An amount without its currency: hundredths only when there are some. */
export function bare(amount: string, language: Language): string {
  return formatNumber(amount, language, { decimals: amount.endsWith('.00') ? 0 : 2 })
}

/** An amount in a column: always with its hundredths. */
export function inColumn(amount: string, language: Language): string {
  return formatNumber(amount, language, { decimals: 2 })
}

export function Money({ amount, currency, language }: { amount: string; currency: string; language: Language }): Html {
  return <bdi class="num">{formatMoney(amount, currency, language, { hundredths: 'always' })}</bdi>
}

/** 'Balance, 9 000,00 MAD', for a heading. */
export function amountOf(what: string, amount: string, currency: string, language: Language): string {
  return words(language)('money.amount-of', { what, amount: formatMoney(amount, currency, language, { hundredths: 'always' }) })
}

export function awardName(award: Pick<AwardView, 'kind' | 'rank'>, language: Language): string {
  const t = words(language)
  return award.kind === 'seed' ? t('award.seed') : t('award.prize', { rank: award.rank ?? 0 })
}

/** 'First instalment', 'Balance'; a prize by its own name. */
export function instalmentName(award: AwardView, instalment: Pick<InstalmentView, 'position'>, language: Language): string {
  const t = words(language)
  if (award.kind === 'prize') return awardName(award, language)
  if (award.instalments.length === 1) return t('instalment.whole')
  return instalment.position === 1 ? t('instalment.first') : t('instalment.balance')
}

/** Under what condition it is paid, or since when that condition holds. */
export function conditionWords({ condition, metOn }: Pick<InstalmentView, 'condition' | 'metOn'>, language: Language): string {
  const t = words(language)
  if (condition === 'none') return t('met.none')
  return metOn === null ? t(`unmet.${condition}`) : t(`met.${condition}`, { date: formatDate(metOn, language) })
}

const SHAPE: Readonly<Record<InstalmentState, StateShape>> = {
  waiting: 'none',
  payable: 'draft',
  prepared: 'wait',
  approved: 'wait',
  paid: 'done',
  released: 'no',
}

export function InstalmentMark({ instalment, language }: { instalment: InstalmentView; language: Language }): Html {
  const t = words(language)
  const { state, condition, metOn } = instalment
  const word =
    state !== 'waiting' ? t(`state.${state}`) : t(condition === 'none' || metOn !== null ? 'state.waiting-turn' : `state.waiting-${condition}`)
  return <State is={SHAPE[state]}>{word}</State>
}

/** Who and when, as the arguments of a sentence. */
export function done({ by, at }: Moment, language: Language, zone: string): { name: string; when: string } {
  return { name: by, when: formatDateTime(at, language, zone, { style: 'long' }) }
}

/** 'Commitments: Seed fund' for 'committed:seed', an account of the line of that name. */
export function accountName(account: string, line: string, language: Language): string {
  const kind = account.slice(0, account.indexOf(':')) as 'line' | 'committed' | 'paid'
  return words(language)(`account.${kind}`, { line })
}
