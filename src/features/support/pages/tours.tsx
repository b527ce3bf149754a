/** The tours of an edition, and one tour with what it holds. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import type { ActivityKind } from '../../../domain/activity.ts'
import type { Language } from '../../../domain/language.ts'
import { formatRange } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { ActivityLine, TourLine } from '../queries.ts'
import { words } from '../words/index.ts'
import { Line } from './calendar.tsx'

interface Around {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly edition: string
  readonly zone: string
}

const HELD_IN_TOURS: readonly (readonly ActivityKind[])[] = [['training'], ['visit', 'meeting'], ['creative-workshop'], ['round-table']]

export function ToursPage(props: Around & { tours: readonly TourLine[] }): Html {
  const { language, tours } = props
  const t = words(language)
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={t('tours.title')}>
      <Head title={t('tours.title')} lead={t('tours.lead')} />
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
                    <a href={`/${language}/desk/${props.edition}/tours/${tour.id}`}>{tour.name}</a>
                    <br />
                    <span class="muted xs">{formatRange(tour.from, tour.to, language)}</span>
                  </>
                ),
              },
              { name: t('activity.region'), cell: (tour) => <Region mark={tour.mark}>{tour.region ?? t('calendar.national')}</Region> },
              ...HELD_IN_TOURS.map((kinds) => ({
                name: t(`tours.${kinds[0] as 'training' | 'visit' | 'creative-workshop' | 'round-table'}`),
                number: true,
                cell: (tour: TourLine) =>
                  formatNumber(
                    kinds.reduce((sum, kind) => sum + (tour.counts[kind] ?? 0), 0),
                    language,
                  ),
              })),
            ]}
          />
        </Card>
      )}
    </StaffPage>
  )
}

export function TourPage(props: Around & { tour: TourLine; lines: readonly ActivityLine[] }): Html {
  const { language, tour } = props
  const t = words(language)
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={tour.name}>
      <BackLink href={`/${language}/desk/${props.edition}/tours`}>{t('tours.title')}</BackLink>
      <Head title={tour.name} lead={formatRange(tour.from, tour.to, language)} />
      <Card title={t('tours.programme')}>
        <ul class="rows">
          {props.lines.map((line) => (
            <li>
              <Line line={line} {...props} />
            </li>
          ))}
        </ul>
      </Card>
    </StaffPage>
  )
}
