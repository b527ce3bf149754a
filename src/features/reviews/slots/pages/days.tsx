/** The sheet of the days: each room of each day, who comes when, before whom; made to be printed. */
import type { Html } from '#html'
import { Card } from '../../../../design/card.tsx'
import { ButtonLink } from '../../../../design/button.tsx'
import { Empty } from '../../../../design/empty.tsx'
import { State } from '../../../../design/state.tsx'
import { Table } from '../../../../design/table.tsx'
import { dayIn, formatDate } from '../../../../platform/time/time.ts'
import { type DeskAround, DeskPage, RegionOf } from '../../pages/desk-page.tsx'
import type { InterviewLine } from '../../views.ts'
import { words } from '../words/index.ts'
import { grouped, hoursOf } from './when.ts'

export function DaysPage({ around, lines }: { around: DeskAround; lines: readonly InterviewLine[] }): Html {
  const { language, slug, zone } = around
  const t = words(language)
  const base = `/desk/${slug}/interviews`
  const sheets = grouped(lines, (line) => `${dayIn(line.from, zone)} ${line.place}`)
  return (
    <DeskPage around={around} here="interviews" path={`${base}/days`} title={t('days.title')} lead={t('days.lead')}>
      <div class="row row--tight screen-only">
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('slots.interviews')}
        </ButtonLink>
      </div>
      {sheets.length === 0 && <Empty title={t('days.none')} />}
      {sheets.map(({ rows }) => (
        <Sheet around={around} rows={rows} />
      ))}
    </DeskPage>
  )
}

function Sheet({ around, rows }: { around: DeskAround; rows: readonly InterviewLine[] }): Html {
  const { language, zone } = around
  const t = words(language)
  const [first] = rows
  const title = first === undefined ? '' : t('days.sheet', { day: formatDate(dayIn(first.from, zone), language, 'weekday'), place: first.place })
  return (
    <Card flush title={title}>
      <Table
        caption={title}
        look="rank"
        rows={rows}
        columns={[
          { name: t('fact.when'), cell: (line) => <span class="num">{hoursOf(line, language, zone)}</span> },
          {
            name: t('days.application'),
            head: true,
            cell: (line) => (
              <>
                <bdi class="num ltr">{line.number}</bdi> <bdi>{line.title}</bdi>
                <br />
                <bdi class="muted xs">{line.holderName}</bdi>
              </>
            ),
          },
          { name: t('slots.region'), cell: (line) => <RegionOf code={line.region} around={around} /> },
          { name: t('slots.panel'), cell: (line) => <Panel line={line} empty={t('days.no-panel')} /> },
          {
            name: t('days.came'),
            cell: (line) =>
              line.attended === null ? (
                <State is="none">{t('days.unknown')}</State>
              ) : (
                <State is={line.attended ? 'done' : 'no'}>{t(line.attended ? 'days.yes' : 'days.no')}</State>
              ),
          },
        ]}
      />
    </Card>
  )
}

function Panel({ line, empty }: { line: InterviewLine; empty: string }): Html {
  if (line.panel.length === 0) return <State is="alert">{empty}</State>
  return (
    <ul>
      {line.panel.map((one) => (
        <li>
          <bdi>{one.name}</bdi>
        </li>
      ))}
    </ul>
  )
}
