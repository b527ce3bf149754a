/** What the rules ask and what the list gives, as bars with their limits. */
import type { Html } from '#html'
import { Bar, Quota, type QuotaRow } from '../../../design/bar.tsx'
import { Card } from '../../../design/card.tsx'
import { Region } from '../../../design/region.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatMoney, formatNumber } from '../../../platform/words/format.ts'
import type { PlanView, QuotaView, RoomView } from '../views.ts'
import { words } from '../words/index.ts'

export function Quotas({ language, plan, room }: { language: Language; plan: PlanView; room: RoomView }): Html {
  const t = words(language)
  const selected = plan.lines.filter((one) => one.outcome === 'selected').length
  const regions = plan.quotas.filter((one) => one.mark !== null)
  const others = plan.quotas.filter((one) => one.mark === null && (one.min !== null || one.binding))
  return (
    <div class="trio">
      <Card title={t('card.regions')} aside={<span class="xs muted">{t('card.regions-aside')}</span>}>
        <Quota rows={regions.map((one) => regionRow(one, language))} />
      </Card>
      {(Number(room.seedCeiling) > 0 || plan.budget !== null) && <Fund language={language} room={room} count={selected} budget={plan.budget} />}
      {others.length > 0 && (
        <Card title={t('card.rules')} aside={<span class="xs muted">{t('card.rules-aside', { count: selected })}</span>}>
          <Quota
            rows={others.map((one) => ({
              name: one.name,
              value: limitOf(one, language),
              share: one.count / Math.max(1, selected),
              tick: (one.min ?? one.max ?? 0) / Math.max(1, selected),
            }))}
          />
          <Prices language={language} quotas={plan.quotas} />
        </Card>
      )}
    </div>
  )
}

function regionRow(one: QuotaView, language: Language): QuotaRow {
  const t = words(language)
  const limit = one.max ?? one.min ?? one.count
  const room = Math.max(1, limit, one.count) * (4 / 3)
  const { raised } = one
  const value = raised === 0 ? formatNumber(one.count, language) : `${formatNumber(one.count, language)} ${t('rule.raised', { count: raised })}`
  const share = (one.count - raised) / room
  const short = one.name.split(/\u00a0?: /).at(-1) ?? one.name
  return {
    name: <Region mark={one.mark}>{short}</Region>,
    value,
    share,
    tick: limit / room,
    ...(one.mark === null ? {} : { region: one.mark }),
    ...(raised === 0 ? {} : { lit: raised / room }),
  }
}

export function limitOf({ count, min, max }: Pick<QuotaView, 'count' | 'min' | 'max'>, language: Language): string {
  const t = words(language)
  if (min !== null && max !== null) return min === max ? t('rule.exact', { count, min }) : t('rule.both', { count, min, max })
  return min !== null ? t('rule.min', { count, min }) : t('rule.max', { count, max: max ?? 0 })
}

function Fund({ language, room, count, budget }: { language: Language; room: RoomView; count: number; budget: PlanView['budget'] }): Html {
  const t = words(language)
  // Hundredths, so that amounts stay whole.
  const ceiling = BigInt(room.seedCeiling.replace('.', ''))
  const money = (hundredths: bigint): string => {
    const digits = hundredths.toString().padStart(3, '0')
    return formatMoney(`${digits.slice(0, -2)}.${digits.slice(-2)}`, room.currency, language)
  }
  return (
    <Card title={t('card.fund')}>
      <div class="stack stack--sm">
        <p>
          <b class="num big">{money(ceiling * BigInt(count))}</b>
          <br />
          <span class="muted">{t('card.fund-says', { count })}</span>
        </p>
        <Bar share={count / Math.max(1, room.places)} />
        {budget !== null && (
          <p>
            {t('card.fund-budget', {
              spent: formatMoney(budget.spent, room.currency, language),
              most: formatMoney(budget.most, room.currency, language),
            })}
          </p>
        )}
        <p class="sm">{t('card.fund-each', { amount: money(ceiling) })}</p>
      </div>
    </Card>
  )
}

function Prices({ language, quotas }: { language: Language; quotas: readonly QuotaView[] }): Html {
  const t = words(language)
  const dear = quotas.filter((one) => one.price !== null)
  if (dear.length === 0) return <></>
  return (
    <ul class="rows sm mt5">
      {dear.map((one) => (
        <li>
          <b>{one.name}</b> {t('rule.price', { points: formatNumber(one.price as string, language, { decimals: 2 }) })}
        </li>
      ))}
    </ul>
  )
}
