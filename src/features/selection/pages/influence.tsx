/** What a simulation hangs on: the list without each reviewer, and the weights under which it stays. */
import type { Html } from '#html'
import { Bar } from '../../../design/bar.tsx'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber, formatPercent } from '../../../platform/words/format.ts'
import { formatList } from '../../../platform/words/list.ts'
import { words } from '../influence/words/index.ts'
import type { InfluenceView } from '../queries/influence.ts'
import { Weights } from './weights.tsx'

export interface InfluenceProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly view: InfluenceView
  readonly refusal?: string | undefined
}

export function InfluencePage(props: InfluenceProps): Html {
  const { language, frame, slug, view, refusal } = props
  const t = words(language)
  const base = `/desk/${slug}/selection/plans/${view.number}`
  return (
    <StaffPage language={language} title={t('title')} path={`${base}/influence`} frame={frame} error={refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <Head title={t('title')} lead={t('lead', { number: String(view.number) })}>
        <ButtonLink kind="quiet" href={`/${language}${base}`}>
          {t('back', { number: String(view.number) })}
        </ButtonLink>
      </Head>
      {view.doneAt !== null ? (
        <Told {...props} />
      ) : view.askedAt !== null ? (
        <Underway {...props} askedAt={view.askedAt} address={`/${language}${base}/influence`} />
      ) : (
        <Empty title={t('none')}>
          {view.mayAsk && (
            <form method="post" action={`/${language}${base}/influence`}>
              <Button kind="light">{t('ask')}</Button>
            </form>
          )}
        </Empty>
      )}
    </StaffPage>
  )
}

/** How far it is; the page loads itself again. */
function Underway({ language, zone, view, askedAt, address }: InfluenceProps & { askedAt: Date; address: string }): Html {
  const t = words(language)
  const share = formatPercent(view.headway ?? 0, language)
  return (
    <Card title={t('waiting', { at: formatDateTime(askedAt, language, zone, { style: 'day-month' }) })}>
      <div class="stack stack--sm">
        <p>{view.headway === null ? t('queued') : t('headway', { share })}</p>
        <Bar share={view.headway ?? 0} />
        <p class="sm muted">{t('waiting-how')}</p>
        <div class="row">
          <ButtonLink kind="quiet" href={address}>
            {t('again')}
          </ButtonLink>
          {view.mayCancel && (
            <form method="post" action={`${address}/removal`}>
              <Button kind="text">{t('cancel')}</Button>
            </form>
          )}
        </div>
      </div>
    </Card>
  )
}

function Told({ language, view }: InfluenceProps): Html {
  const t = words(language)
  const { moves, same } = view
  return (
    <>
      {view.weights.length > 0 && <Weights language={language} weights={view.weights} />}
      <Note {...(moves.length === 0 ? { is: 'ok' as const } : {})}>
        <p>{moves.length === 0 ? t('stays', { count: same }) : t('moves', { count: moves.length, same })}</p>
      </Note>
      {moves.length > 0 && (
        <Card flush title={t('without')}>
          <Table caption={t('without')} columns={columnsOf(language)} rows={moves} />
        </Card>
      )}
      <p class="sm muted">{t('how')}</p>
    </>
  )
}

type Move = InfluenceView['moves'][number]

function columnsOf(language: Language): Column<Move>[] {
  const t = words(language)
  const named = (titles: readonly string[]): string => (titles.length === 0 ? '–' : formatList(titles, language))
  return [
    { name: t('reviewer'), head: true, cell: (one) => <bdi>{one.name}</bdi> },
    { name: t('reviews'), number: true, cell: (one) => formatNumber(one.reviews, language) },
    { name: t('enter'), cell: (one) => (one.none ? t('no-list') : <bdi>{named(one.enter)}</bdi>) },
    { name: t('leave'), cell: (one) => <bdi>{named(one.leave)}</bdi> },
  ]
}
