/** The markets of a project, beside its activities in its space. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatRange } from '../../../platform/time/time.ts'
import type { ProjectMarket } from '../queries/public-markets.ts'
import { words } from '../words/index.ts'

export function SpaceMarkets({ language, markets }: { language: Language; markets: readonly ProjectMarket[] }): Html {
  const t = words(language)
  return (
    <Card title={t('markets.title')}>
      <ul class="rows">
        {markets.map((market) => (
          <li>
            <div>
              <b>{market.name}</b>
              <p class="sm muted">
                {formatRange(market.from, market.to, language)} · <bdi>{market.town}</bdi>
              </p>
              {market.label !== '' && (
                <p class="sm">
                  {t('stands.at')} <bdi>{market.label}</bdi>
                </p>
              )}
            </div>
            {market.tookPart === null ? (
              <State is="wait">{t('stands.kept')}</State>
            ) : (
              <State is={market.tookPart ? 'done' : 'no'}>{t(market.tookPart ? 'stands.yes' : 'stands.no')}</State>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
