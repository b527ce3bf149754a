/** Who has what of one application; ending what is not handed in. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Empty } from '../../../design/empty.tsx'
import { CheckField, TextField } from '../../../design/form/controls.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { isolated } from '../../../platform/isolate.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { FileReadings } from '../views.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'

export interface FileReadingsProps {
  readonly around: DeskAround
  readonly view: FileReadings
  /** What was chosen and could not be ended; undefined: everything open is proposed. */
  readonly typed?: { readonly assignments: readonly string[]; readonly reason: string } | undefined
  /** The field that the refusal of the page is about. */
  readonly wrong?: 'assignment' | 'reason' | undefined
}

export function FileReadingsPage(props: FileReadingsProps): Html {
  const { around, view } = props
  const { language, slug, zone } = around
  const t = words(language)
  const base = `/${language}/desk/${slug}`
  const { interview, number, parts } = view
  return (
    <DeskPage
      around={around}
      here="reviews"
      path={`/desk/${slug}/reviews/files/${view.application}`}
      title={t('file.title', { number: isolated(number, language) })}
      lead={t('file.lead')}
    >
      <BackLink href={`${base}/eligibility/${view.application}`}>{t('file.back', { number: isolated(number, language) })}</BackLink>
      {interview !== null && (
        <Note>
          <p>{t('file.interview-set', { at: formatDateTime(interview.from, language, zone), place: isolated(interview.place, language) })}</p>
        </Note>
      )}
      {parts.length === 0 ? (
        <Empty title={t('file.none')}>
          <p>{t('file.none-hint')}</p>
        </Empty>
      ) : (
        <Card flush title={view.title}>
          <Table
            caption={t('file.title', { number })}
            rows={parts}
            columns={[
              { name: t('file.who'), head: true, cell: (part) => <bdi>{part.name}</bdi> },
              { name: t('file.part'), cell: (part) => t(`file.${part.happens}`) },
              {
                name: t('file.state'),
                cell: (part) => <State is={part.given ? 'done' : 'wait'}>{t(part.given ? 'file.given' : 'file.open')}</State>,
              },
            ]}
          />
        </Card>
      )}
      {parts.length > 0 && <End {...props} action={`${base}/reviews/files/${view.application}/removal`} />}
    </DeskPage>
  )
}

function End({ around: { language, sealed, refusal }, view, typed, wrong, action }: FileReadingsProps & { action: string }): Html {
  const t = words(language)
  const open = view.parts.filter((part) => !part.given)
  if (open.length === 0) return <p>{t('file.whole')}</p>
  // Of a sealed edition the page says so already.
  if (sealed || !view.mayEnd) return sealed ? <></> : <p>{t('file.by-others')}</p>
  return (
    <form method="post" action={action} novalidate class="card stack">
      <h2>{t('file.end')}</h2>
      <CheckField
        name="assignment"
        label={t('file.end-which')}
        values={typed?.assignments ?? open.map(({ assignment }) => assignment)}
        error={wrong === 'assignment' ? refusal : undefined}
        options={open.map((part) => ({ value: part.assignment, name: part.name, hint: t(`file.${part.happens}`) }))}
      />
      <TextField
        name="reason"
        label={t('readings.end-reason')}
        value={typed?.reason ?? ''}
        error={wrong === 'reason' ? refusal : undefined}
        autocomplete="off"
      />
      <div class="actions">
        <Button kind="bad">{t('file.end-button')}</Button>
      </div>
    </form>
  )
}
