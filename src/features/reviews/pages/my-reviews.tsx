/** A reader's list: what is left to read, what is handed in. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { Legs } from '../../../design/legs.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { State } from '../../../design/state.tsx'
import { Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { PreferenceDoor } from '../preferences/views.ts'
import type { ReviewerInvitation } from '../queries/reviewer.ts'
import { stageText } from '../stage-name.ts'
import type { MyReview, ReviewState } from '../views.ts'
import { seenText } from '../seen-text.ts'
import { MySamples } from '../samples/pages/my-samples.tsx'
import type { MySample } from '../samples/views.ts'
import { words } from '../words/index.ts'
import { KeepHere } from './keep-here.tsx'
import { editionName, filesOfNow, fileTitle, mayOpen, type ReaderFrame, ReaderPage, REVIEW_SHAPES } from './reader-page.tsx'

const LEG: Readonly<Record<ReviewState, 'done' | 'part' | 'none'>> = {
  todo: 'none',
  draft: 'part',
  done: 'done',
  conflict: 'none',
  ended: 'none',
  closed: 'none',
}

/** One file of each stage that is put in order. */
function rankingsOf(files: readonly MyReview[]): readonly MyReview[] {
  const ranked = files.filter((file) => file.stage.mode === 'rank' && mayOpen(file) && file.state !== 'closed')
  return [...new Map(ranked.map((file) => [`${file.edition.slug} ${file.stage.code}`, file])).values()]
}

/** An answer to an invitation that came back: what was typed, and what is wrong with it. */
export interface AnsweredAgain {
  readonly reviewer: string
  readonly affiliations: string
  readonly error: string
}

/** Each invitation has a field of its own. */
export const affiliationsField = (reviewer: string): string => `affiliations.${reviewer}`

export function MyReviewsPage({
  answered,
  invitations,
  doors,
  samples,
  owner,
  language,
  frame,
  path,
  said,
}: {
  answered?: AnsweredAgain | undefined
  invitations: readonly ReviewerInvitation[]
  doors: readonly PreferenceDoor[]
  samples: readonly MySample[]
  /** Whose page it is, for what stays on the device. */
  owner: string
  language: Language
  frame: ReaderFrame
  path: string
  said?: string | undefined
}): Html {
  const t = words(language)
  const present = filesOfNow(frame.files)
  const past = frame.files.filter((file) => !present.includes(file))
  const counted = present.filter(mayOpen)
  const summary = t('mine.lead', { count: counted.length, done: counted.filter((file) => file.state === 'done').length })
  return (
    <ReaderPage language={language} title={t('mine.title')} path={path} frame={frame} said={said} islands={['reading']}>
      <Head title={t('mine.title')} lead={counted.length > 0 ? summary : undefined} />
      {answered !== undefined && (
        <ErrorSummary language={language} errors={[{ field: affiliationsField(answered.reviewer), message: answered.error }]} />
      )}
      {invitations.map((one) => (
        <Invitation one={one} language={language} answered={answered?.reviewer === one.reviewer ? answered : undefined} />
      ))}
      {doors.map((door) => (
        <Note>
          <p>
            {t('mine.preferences', { edition: inLanguage(door.name, language).text })}{' '}
            <a href={`/${language}/reviews/preferences/${door.slug}`}>{t('mine.preferences-open', { said: door.said })}</a>
          </p>
        </Note>
      ))}
      <MySamples samples={samples} language={language} />
      {frame.files.length === 0 ? (
        <Empty title={t('mine.none')} ghost>
          <p>{t('mine.none-hint')}</p>
        </Empty>
      ) : (
        <>
          {rankingsOf(frame.files).map((file) => (
            <Card title={stageText(file.stage, language)} tight>
              <div class="stack stack--sm">
                <p>{t('rank.lead')}</p>
                <p>
                  <ButtonLink kind="light" href={`/${language}/reviews/ranking/${file.edition.slug}/${file.stage.code}`}>
                    {t('rank.open')}
                  </ButtonLink>
                </p>
              </div>
            </Card>
          ))}
          <Legs label={`${t('mine.progress')} · ${summary}`} parts={counted.map((file) => LEG[file.state])} />
          <KeepHere files={frame.files} owner={owner} language={language} />
          <Card flush>
            <Files files={present} language={language} />
          </Card>
          {past.length > 0 && (
            <More summary={t('mine.past')}>
              <Card flush>
                <Files files={past} language={language} />
              </Card>
            </More>
          )}
        </>
      )}
    </ReaderPage>
  )
}

function Invitation({ one, language, answered }: { one: ReviewerInvitation; language: Language; answered: AnsweredAgain | undefined }): Html {
  const t = words(language)
  return (
    <Card title={t('reviewer.invitation', { edition: inLanguage(one.edition, language).text })}>
      <div class="stack">
        <p>{[t('reviewer.invitation-load', { max: one.maxLoad }), ...seenText(one.stages, language)].join(' ')}</p>
        <form method="post" action={`/${language}/reviews/invitations/${one.reviewer}`} class="stack">
          <TextField
            name={affiliationsField(one.reviewer)}
            label={t('reviewer.own-affiliations')}
            hint={t('reviewer.own-affiliations-hint')}
            value={answered?.affiliations ?? ''}
            error={answered?.error}
            dir="auto"
            autocomplete="organization"
          />
          <div class="actions">
            <Button kind="light" name="answer" value="yes">
              {t('reviewer.accept')}
            </Button>
            <Button kind="text" name="answer" value="no">
              {t('reviewer.decline')}
            </Button>
          </div>
        </form>
      </div>
    </Card>
  )
}

function Files({ files, language }: { files: readonly MyReview[]; language: Language }): Html {
  const t = words(language)
  return (
    <Table
      caption={t('mine.title')}
      rows={files}
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
        { name: t('stage.reading'), cell: (file) => (file.third ? t('readings.third') : stageText(file.stage, language)) },
        { name: t('reviewers.state'), cell: (file) => <State is={REVIEW_SHAPES[file.state]}>{t(`state.${file.state}`)}</State> },
      ]}
    />
  )
}
