/** Publication, the act of its own after the seal. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Note } from '../../../design/note.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { RoomView, SealView } from '../views.ts'
import type { UnsentDrafts } from '../queries/unsent-drafts.ts'
import { words } from '../words/index.ts'

export interface PublicationProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly seal: SealView | null
  readonly may: RoomView['may']
  /** Applications begun and never sent. */
  readonly unsent: UnsentDrafts
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function PublicationPage(props: PublicationProps): Html {
  const { language, seal, slug } = props
  const t = words(language)
  return (
    <StaffPage language={language} title={t('publication.title')} path={props.path} frame={props.frame} said={props.said}>
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      <Head title={t('publication.title')} lead={t('publication.lead')} />
      {seal === null ? (
        <Empty title={t('publication.not-sealed')}>
          <a href={`/${language}/desk/${slug}/selection`}>{t('plan.back')}</a>
        </Empty>
      ) : (
        <Sealed {...props} seal={seal} />
      )}
    </StaffPage>
  )
}

function Sealed({ language, seal, slug, zone, may, unsent }: PublicationProps & { seal: SealView }): Html {
  const t = words(language)
  const at = (instant: Date): string => formatDateTime(instant, language, zone, { style: 'long' })
  const outcomes = ['selected', 'reserve', 'not-selected'] as const
  const published = seal.publishedAt
  return (
    <>
      <Kpis
        three
        figures={outcomes.map((outcome) => ({ value: formatNumber(seal.counts[outcome], language), reference: null, says: t(`count.${outcome}`) }))}
      />
      <Card title={published === null ? t('publication.ready') : t('publication.done', { at: at(published), by: seal.publishedBy ?? '' })}>
        <p>{t('page.sealed', { at: at(seal.sealedAt), by: seal.sealedBy, number: String(seal.plan) })}</p>
        <p class="muted">{t('publication.shows')}</p>
        <p>
          {unsent.deadlineAt === null
            ? t('publication.unsent-rolling', { count: unsent.count })
            : t('publication.unsent', { count: unsent.count, deadline: at(unsent.deadlineAt) })}
        </p>
        <p class="xs muted">
          {t('publication.hash')} <code class="mono ltr">{seal.hash}</code>
        </p>
        {published !== null ? (
          <div class="row mt5">
            <ButtonLink kind="quiet" href={`/${language}/results/${slug}`}>
              {t('publication.see')}
            </ButtonLink>
            <ButtonLink href={`/${language}/desk/${slug}/letters`}>{t('publication.letters')}</ButtonLink>
            <ButtonLink kind="quiet" href={`/${language}/desk/${slug}/selection/appeals`}>
              {t('appeals.link')}
            </ButtonLink>
          </div>
        ) : may.publish && seal.own ? (
          <Note is="wait">{t('publication.own')}</Note>
        ) : may.publish ? (
          <form class="mt5" method="post" action={`/${language}/desk/${slug}/publication`}>
            <Button kind="light">{t('publication.action')}</Button>
          </form>
        ) : (
          <Note is="wait">{t('publication.wait')}</Note>
        )}
      </Card>
    </>
  )
}
