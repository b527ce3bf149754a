/** What a simulation hangs on: the list without each reviewer, and the weights under which it stays. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { formatList } from '../../../platform/words/list.ts'
import { words } from '../influence/words/index.ts'
import type { InfluenceView } from '../queries/influence.ts'
import { Underway } from './underway.tsx'
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
        <Underway
          language={language}
          zone={props.zone}
          askedAt={view.askedAt}
          headway={view.headway}
          address={`/${language}${base}/influence`}
          cancel={view.mayCancel ? `/${language}${base}/influence/removal` : null}
        />
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
