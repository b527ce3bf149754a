/** How far each reviewer is; whom a reminder would reach, before any letter leaves. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { Form } from '../../../design/form/controls.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { HOURS_BETWEEN_REMINDERS } from '../../../domain/reading-reminder.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import type { ProgressLine, ProgressView } from '../progress/views.ts'
import { words } from '../progress/words/index.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'

export function ProgressPage({ around, view }: { around: DeskAround; view: ProgressView }): Html {
  const { language, slug } = around
  const t = words(language)
  const lead = view.lastDay === null ? t('lead-no-day') : t('lead', { day: formatDate(view.lastDay, language) })
  return (
    <DeskPage around={around} here="reviewers" path={`/desk/${slug}/progress`} title={t('title')} lead={lead}>
      {around.mayArrange && view.lines.length > 0 && <Remind around={around} view={view} />}
      {view.lines.length === 0 ? (
        <Empty title={t('none')}>
          <p>{t('none-hint')}</p>
        </Empty>
      ) : (
        <Card flush title={t('readers')}>
          <Table
            caption={t('readers')}
            rows={view.lines}
            columns={[
              { name: t('name'), head: true, cell: (line) => <bdi>{line.name}</bdi> },
              { name: t('submitted'), number: true, cell: (line) => line.submitted },
              { name: t('begun'), number: true, cell: (line) => line.begun },
              { name: t('untouched'), number: true, cell: (line) => line.untouched },
              { name: t('state'), cell: (line) => <Standing line={line} language={language} /> },
              {
                name: t('reminded'),
                cell: (line) =>
                  line.remindedAt === null ? (
                    <span class="muted">–</span>
                  ) : (
                    formatDateTime(line.remindedAt, language, around.zone, { style: 'day-month' })
                  ),
              },
              { name: t('now'), cell: (line) => <span class="sm">{t(`outcome.${line.outcome}`)}</span> },
            ]}
          />
        </Card>
      )}
    </DeskPage>
  )
}

function Standing({ line, language }: { line: ProgressLine; language: Language }): Html {
  const t = words(language)
  if (line.late) return <State is="alert">{t('state.late')}</State>
  if (line.begun + line.untouched === 0) return <State is="done">{t(line.submitted === 0 ? 'state.nothing' : 'state.done')}</State>
  return line.submitted + line.begun === 0 ? <State is="none">{t('state.not-begun')}</State> : <State is="draft">{t('state.under-way')}</State>
}

function Remind({ around: { language, slug, sealed }, view }: { around: DeskAround; view: ProgressView }): Html {
  const t = words(language)
  return (
    <form method="post" action={`/${language}/desk/${slug}/progress/reminders`} class="card stack stack--sm">
      <Hidden name="fingerprint" value={view.fingerprint} />
      <p>{t('reach', { count: view.reached })}</p>
      <p class="hint">{t('rule', { hours: HOURS_BETWEEN_REMINDERS })}</p>
      {!sealed && view.reached > 0 && (
        <div class="actions">
          <Button kind="light">{t('send', { count: view.reached })}</Button>
        </div>
      )}
    </form>
  )
}

export interface StopProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly done: boolean
}

/** Where the foot of a reminder leads. Nothing happens before the button: mail programmes look into links. */
export function StopPage({ language, frame, path, done }: StopProps): Html {
  const t = words(language)
  const title = t(done ? 'stop.done-title' : 'stop.title')
  return (
    <ReadingPage language={language} frame={frame} path={path} title={title}>
      <Head title={title} lead={t(done ? 'stop.done-text' : 'stop.text')} />
      {!done && (
        <Form action={`/${language}${path}`}>
          <div class="actions">
            <Button kind="quiet">{t('stop.press')}</Button>
          </div>
        </Form>
      )}
    </ReadingPage>
  )
}
