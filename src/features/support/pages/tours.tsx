/** The tours of an edition, with what each holds. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import type { ActivityKind } from '../../../domain/activity.ts'
import { formatRange } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { TourLine } from '../queries/tours.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'

/** Kinds that are counted together. */
export const HELD_IN_TOURS = [['training'], ['visit', 'meeting'], ['creative-workshop'], ['round-table']] as const satisfies readonly ActivityKind[][]

export function ToursPage(props: Around & { tours: readonly TourLine[]; plans: boolean }): Html {
  const { language, tours } = props
  const t = words(language)
  const here = `/${language}/desk/${props.edition}/tours`
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={t('tours.title')} said={props.said}>
      <Head title={t('tours.title')} lead={t('tours.lead')}>
        {props.plans && (
          <ButtonLink kind="light" href={`${here}/new`}>
            {t('tours.plan')}
          </ButtonLink>
        )}
      </Head>
      {tours.length === 0 ? (
        <Empty title={t('tours.none')} />
      ) : (
        <Card flush>
          <Table
            caption={t('tours.title')}
            rows={tours}
            columns={[
              {
                name: t('tours.name'),
                head: true,
                cell: (tour) => (
                  <>
                    <a href={`${here}/${tour.id}`}>{tour.name}</a>
                    <br />
                    <span class="muted xs">{formatRange(tour.from, tour.to, language)}</span>
                  </>
                ),
              },
              { name: t('activity.region'), cell: (tour) => <Region mark={tour.mark}>{tour.region ?? t('calendar.national')}</Region> },
              ...HELD_IN_TOURS.map((kinds) => ({
                name: t(`tours.${kinds[0]}`),
                number: true,
                cell: (tour: TourLine) => formatNumber(heldIn(tour, kinds), language),
              })),
            ]}
          />
        </Card>
      )}
    </StaffPage>
  )
}

/** How many activities of these kinds the tour holds. */
export function heldIn(tour: Pick<TourLine, 'counts'>, kinds: readonly ActivityKind[]): number {
  return kinds.reduce((sum, kind) => sum + (tour.counts[kind] ?? 0), 0)
}
