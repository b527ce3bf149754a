/** The money of a project, beside its activities in its space. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import { formatMoney } from '../../../platform/words/format.ts'
import type { SpaceAward, SpaceInstalment } from '../queries/space-money.ts'
import { words } from '../words/index.ts'

const SHAPE = { paid: 'done', 'under-way': 'wait', 'awaits-signature': 'none', 'awaits-report': 'none', released: 'lock' } as const

export function SpaceMoney({ language, awards }: { language: Language; awards: readonly SpaceAward[] }): Html {
  const t = words(language)
  return (
    <Card title={t('space.money')}>
      {awards.map((award) => (
        <div class="stack stack--xs">
          <p>
            <b>{award.kind === 'prize' ? t('award.prize', { rank: award.rank ?? 1 }) : award.line}</b>{' '}
            <span class="muted">{formatMoney(award.amount, award.currency, language)}</span>
          </p>
          <ul class="rows">
            {award.instalments.map((one) => (
              <li>
                <div>
                  <b>{formatMoney(one.amount, award.currency, language)}</b>
                  {one.paidOn !== null && <p class="sm muted">{formatDate(one.paidOn, language)}</p>}
                </div>
                <Standing one={one} language={language} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}

function Standing({ one, language }: { one: SpaceInstalment; language: Language }): Html {
  return <State is={SHAPE[one.state]}>{words(language)(`space.${one.state}`)}</State>
}
