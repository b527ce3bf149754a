/** Batches of letters: written, read, approved by a second person. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { State } from '../../../design/state.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { type LetterView, messageWords } from '../../messages/index.ts'
import { words } from '../words/index.ts'

export interface LettersProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly batches: readonly LetterView[]
  /** The person who reads the page: nobody approves what they prepared. */
  readonly person: string
  readonly mayPrepare: boolean
  readonly mayApprove: boolean
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function LettersPage(props: LettersProps): Html {
  const { language, batches, slug, mayPrepare } = props
  const [t, m] = [words(language), messageWords(language)]
  return (
    <StaffPage language={language} title={m('letters.title')} path={props.path} frame={props.frame} said={props.said}>
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={m('letters.title')} lead={m('letters.lead')} />
      {batches.length === 0 ? (
        <Empty title={m('letters.none')}>
          <p>{m('letters.none-hint')}</p>
        </Empty>
      ) : (
        <Card flush>
          <Table caption={m('letters.title')} columns={columnsOf(props)} rows={batches} />
        </Card>
      )}
      {mayPrepare && (
        <form method="post" action={`/${language}/desk/${slug}/letters`} class="row">
          <Button>{t('letters.prepare')}</Button>
          <span class="sm muted">{t('letters.prepare-hint')}</span>
        </form>
      )}
    </StaffPage>
  )
}

function columnsOf(props: LettersProps): Column<LetterView>[] {
  const { language, zone } = props
  const m = messageWords(language)
  return [
    { name: m('letters.kind'), head: true, cell: ({ kind }) => (m.has(`batch.${kind}`) ? m.any(`batch.${kind}`) : kind) },
    { name: m('letters.count'), number: true, cell: ({ letters }) => formatNumber(letters, language) },
    {
      name: m('letters.prepared'),
      cell: ({ preparedAt }) => <span class="num nowrap">{formatDateTime(preparedAt, language, zone, { style: 'day-month' })}</span>,
    },
    { name: m('letters.state'), cell: (batch) => <BatchState batch={batch} {...props} /> },
  ]
}

function BatchState({ batch, language, slug, person, mayApprove }: LettersProps & { batch: LetterView }): Html {
  const [t, m] = [words(language), messageWords(language)]
  const read = mayApprove && <a href={`/${language}/desk/${slug}/letters/${batch.batch}`}>{m('letters.read')}</a>
  if (batch.approvedAt !== null)
    return (
      <span class="row row--tight">
        <State is="yes">{m('letters.left', { delivered: batch.delivered, letters: batch.letters })}</State>
        {read}
      </span>
    )
  return (
    <>
      <State is="wait">{m('letters.waiting')}</State> {read}
      {batch.preparedBy === person ? (
        <p class="xs muted">{t('letters.yours')}</p>
      ) : (
        mayApprove && (
          <form method="post" action={`/${language}/desk/${slug}/letters/${batch.batch}/approval`}>
            <Button size="sm">{m('letters.approve')}</Button>
          </form>
        )
      )}
    </>
  )
}
