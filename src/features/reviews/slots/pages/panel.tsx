/** A panel member's interviews by day, to read on a phone or print: numbers and titles, no names of applicants. */
import type { Html } from '#html'
import { ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { Head } from '../../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../../design/layout/public-page.tsx'
import { Table } from '../../../../design/table.tsx'
import type { Language } from '../../../../domain/language.ts'
import { dayIn, formatDate } from '../../../../platform/time/time.ts'
import { formatList } from '../../../../platform/words/format.ts'
import type { PanelLine } from '../views.ts'
import { words } from '../words/index.ts'
import { grouped, hoursOf } from './when.ts'

export interface PanelProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly lines: readonly PanelLine[]
}

export function PanelPage({ language, frame, path, lines }: PanelProps): Html {
  const t = words(language)
  const days = grouped(lines, (line) => `${dayIn(line.from, line.zone)} ${line.place}`)
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('panel.title')}>
      <Head title={t('panel.title')} lead={t('panel.lead')} />
      <div class="actions screen-only">
        <ButtonLink kind="quiet" href={`/${language}/panel/calendar.ics`}>
          {t('choice.calendar')}
        </ButtonLink>
      </div>
      {days.map(({ rows }) => (
        <Day rows={rows} language={language} />
      ))}
    </ReadingPage>
  )
}

function Day({ rows, language }: { rows: readonly PanelLine[]; language: Language }): Html {
  const t = words(language)
  const [first] = rows
  const title =
    first === undefined ? '' : t('days.sheet', { day: formatDate(dayIn(first.from, first.zone), language, 'weekday'), place: first.place })
  return (
    <Card flush title={title}>
      <Table
        caption={title}
        look="rank"
        rows={rows}
        columns={[
          { name: t('fact.when'), cell: (line) => <span class="num">{hoursOf(line, language, line.zone)}</span> },
          {
            name: t('days.application'),
            head: true,
            cell: (line) => (
              <a href={`/${language}/reviews/${line.assignment}`}>
                <bdi class="num ltr">{line.number}</bdi> <bdi>{line.title}</bdi>
              </a>
            ),
          },
          { name: t('panel.with'), cell: (line) => (line.others.length === 0 ? t('panel.alone') : <bdi>{formatList(line.others, language)}</bdi>) },
        ]}
      />
    </Card>
  )
}
