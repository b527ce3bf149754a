/** A reader's list: what is left to read, what is handed in. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Head } from '../../../design/head.tsx'
import { Legs } from '../../../design/legs.tsx'
import { Region } from '../../../design/region.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { ReviewerInvitation } from '../queries/reviewer.ts'
import type { ReviewState } from '../views.ts'
import { words } from '../words/index.ts'
import { editionName, fileTitle, mayOpen, type ReaderFrame, ReaderPage, REVIEW_SHAPES } from './reader-page.tsx'

const LEG: Readonly<Record<ReviewState, 'done' | 'part' | 'none'>> = {
  todo: 'none',
  draft: 'part',
  done: 'done',
  conflict: 'none',
  ended: 'none',
  closed: 'none',
}

export function MyReviewsPage({
  invitations,
  language,
  frame,
  path,
  said,
}: {
  invitations: readonly ReviewerInvitation[]
  language: Language
  frame: ReaderFrame
  path: string
  said?: string | undefined
}): Html {
  const t = words(language)
  const counted = frame.files.filter(mayOpen)
  const summary = t('mine.lead', { count: counted.length, done: counted.filter((file) => file.state === 'done').length })
  return (
    <ReaderPage language={language} title={t('mine.title')} path={path} frame={frame} said={said}>
      <Head title={t('mine.title')} lead={counted.length > 0 ? summary : undefined} />
      {invitations.map((one) => (
        <Card title={t('reviewer.invitation', { edition: inLanguage(one.edition, language).text })}>
          <div class="stack">
            <p>{t('reviewer.invitation-load', { max: one.maxLoad })}</p>
            <form method="post" action={`/${language}/reviews/invitations/${one.reviewer}`} class="actions">
              <Button kind="light" name="answer" value="yes">
                {t('reviewer.accept')}
              </Button>
              <Button kind="text" name="answer" value="no">
                {t('reviewer.decline')}
              </Button>
            </form>
          </div>
        </Card>
      ))}
      {frame.files.length === 0 ? (
        <Empty title={t('mine.none')} ghost>
          <p>{t('mine.none-hint')}</p>
        </Empty>
      ) : (
        <>
          <Legs label={`${t('mine.progress')} · ${summary}`} parts={counted.map((file) => LEG[file.state])} />
          <Card flush>
            <Table
              caption={t('mine.title')}
              rows={frame.files}
              columns={[
                {
                  name: t('plan.application'),
                  head: true,
                  cell: (file) => (
                    <>
                      {mayOpen(file) ? (
                        <a href={`/${language}/reviews/${file.assignment}`}>
                          <bdi>{fileTitle(file, language)}</bdi>
                        </a>
                      ) : (
                        <bdi>{fileTitle(file, language)}</bdi>
                      )}
                      <br />
                      <bdi class="muted xs num">{file.number}</bdi>
                    </>
                  ),
                },
                {
                  name: t('reviewers.region'),
                  cell: (file) => file.region !== null && <Region mark={file.region.mark}>{inLanguage(file.region.name, language).text}</Region>,
                },
                { name: t('mine.edition'), cell: (file) => editionName(file, language) },
                { name: t('stage.reading'), cell: (file) => (file.third ? t('readings.third') : t(`stage.${file.stage}`)) },
                { name: t('reviewers.state'), cell: (file) => <State is={REVIEW_SHAPES[file.state]}>{t(`state.${file.state}`)}</State> },
              ]}
            />
          </Card>
        </>
      )}
    </ReaderPage>
  )
}
