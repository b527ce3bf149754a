/** The markets of an edition: when, where, stands offered and given, who took part, visitors. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { formatRange } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { MarketLine } from '../views.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'

export function MarketsPage(props: Around & { markets: readonly MarketLine[]; runs: boolean }): Html {
  const { language, markets } = props
  const t = words(language)
  const here = `/${language}/desk/${props.edition}/markets`
  const number = (value: number): string => formatNumber(value, language)
  const standing = markets.filter((market) => !market.cancelled)
  const sum = (of: (market: MarketLine) => number): string => number(standing.reduce((total, market) => total + of(market), 0))
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={t('markets.title')} said={props.said}>
      <Head title={t('markets.title')} lead={t('markets.lead')}>
        {markets.length > 0 && (
          <ButtonLink kind="quiet" href={`${here}.xlsx`} download>
            <Icon name="down" />
            {t('markets.export')}
          </ButtonLink>
        )}
        {props.runs && (
          <ButtonLink kind="light" href={`${here}/new`}>
            {t('markets.add')}
          </ButtonLink>
        )}
      </Head>
      {markets.length === 0 ? (
        <Empty title={t('markets.none')}>
          <p>{t('markets.none-hint')}</p>
        </Empty>
      ) : (
        <>
          <Kpis
            three
            figures={[
              { value: number(standing.length), reference: null, says: t('markets.held', { count: standing.length }) },
              { value: sum((market) => market.given), reference: null, says: t('markets.of-offered', { offered: sum((market) => market.places) }) },
              { value: sum((market) => market.tookPart), reference: null, says: t('markets.participations') },
            ]}
          />
          <Card flush>
            <Table
              caption={t('markets.title')}
              rows={markets}
              columns={[
                {
                  name: t('markets.name'),
                  head: true,
                  cell: (market) => (
                    <>
                      <a href={`${here}/${market.id}`}>{market.name}</a>
                      <br />
                      <span class="muted xs">
                        {formatRange(market.from, market.to, language)} · <bdi>{market.town}</bdi>
                      </span>
                      {market.cancelled && (
                        <>
                          {' '}
                          <State is="no">{t('market.cancelled')}</State>
                        </>
                      )}
                    </>
                  ),
                },
                { name: t('markets.offered'), number: true, cell: (market) => number(market.places) },
                { name: t('markets.given'), number: true, cell: (market) => number(market.given) },
                { name: t('markets.took-part'), number: true, cell: (market) => number(market.tookPart) },
                { name: t('markets.visitors'), number: true, cell: (market) => (market.visitors === null ? '—' : number(market.visitors)) },
              ]}
            />
          </Card>
        </>
      )}
    </StaffPage>
  )
}
