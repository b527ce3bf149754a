/** The dossier beside the grid, read without names. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { TextArea } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Icon } from '../../../design/icons.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { Comments, Scores } from '../../../domain/review.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import type { LinkedFile } from '../../files/index.ts'
import type { ReviewView } from '../views.ts'
import { words as questionWords } from '../questions/words/index.ts'
import { words } from '../words/index.ts'
import { Grid, lineName, stepText } from './grid.tsx'
import type { DiscussionView } from '../queries/discussion.ts'
import type { RevisionView } from '../queries/revision.ts'
import { Dossier } from './dossier.tsx'
import { Discussion } from './discussion.tsx'
import { Revision } from './revision.tsx'
import { fileTitle, type ReaderFrame, ReaderPage } from './reader-page.tsx'
import { DossierParts, GridBar } from './workspace.tsx'

export interface ReviewPageProps {
  readonly language: Language
  readonly frame: ReaderFrame
  readonly path: string
  readonly view: ReviewView
  readonly files: readonly LinkedFile[]
  /** Whose page it is, for what stays on the device; and when it was made. */
  readonly owner: string
  readonly now: Date
  /** What stands in the grid: as saved, or as just typed. */
  readonly scores: Scores
  readonly comments: Comments
  readonly unrelated: boolean
  /** What each criterion lacks, after a refusal. */
  readonly gaps: Readonly<Record<string, 'score' | 'comment'>>
  /** Another version was saved meanwhile: it is shown beside what was typed. */
  readonly stale: boolean
  /** Of a file handed in; what was typed there and not taken. */
  readonly discussion: DiscussionView | null
  readonly remark: string
  /** How many questions to the office about this file there are to read. */
  readonly questions: number
  /** Of a file handed in; the reason that was typed and not taken, null where none was sent. */
  readonly revision: RevisionView | null
  readonly reason: string | null
  readonly note: string
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function ReviewPage(props: ReviewPageProps): Html {
  const { language, view, frame, path } = props
  const t = words(language)
  return (
    <ReaderPage
      language={language}
      title={t('review.page', { number: view.number })}
      path={path}
      frame={frame}
      current={view.assignment}
      said={props.said}
      error={props.refusal !== undefined}
      islands={['grid', 'grid-keys', 'reading']}
    >
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      {props.stale && <SavedVersion {...props} />}
      <div class="pair pair--wide">
        <article class="stack stack--lg" data-kept-file={props.owner}>
          <Title {...props} />
          {view.parts.length > 1 && <DossierParts {...props} />}
          <Dossier parts={view.parts} files={props.files} language={language} />
        </article>
        <aside class="sticky stack stack--lg" aria-label={t('review.grid')}>
          <Grid {...props} />
          {props.discussion !== null && (
            <Discussion view={props.discussion} assignment={view.assignment} zone={view.zone} language={language} typed={props.remark} />
          )}
          <AskOffice {...props} />
          <Revision {...props} />
          {view.state !== 'closed' && <StepBack {...props} />}
        </aside>
      </div>
      {view.state !== 'done' && view.state !== 'closed' && <GridBar {...props} />}
    </ReaderPage>
  )
}

function Title({ view, language }: ReviewPageProps): Html {
  const t = words(language)
  const to = (assignment: string): string => `/${language}/reviews/${assignment}`
  return (
    <div class="stack stack--sm">
      <div class="row row--between">
        <p class="eyebrow">{t(view.stage.names ? 'review.named' : 'review.blind', { number: view.number })}</p>
        {(view.before !== null || view.after !== null) && (
          <nav class="row row--tight" aria-label={t('review.neighbours')}>
            {view.before !== null && (
              <ButtonLink kind="quiet" size="sm" href={to(view.before)}>
                <Icon name="back" flip />
                {t('review.before')}
              </ButtonLink>
            )}
            {view.after !== null && (
              <ButtonLink kind="quiet" size="sm" href={to(view.after)}>
                {t('review.after')}
                <Icon name="chev" flip />
              </ButtonLink>
            )}
          </nav>
        )}
      </div>
      <h1 dir="auto">{fileTitle(view, language)}</h1>
      <p class="row row--tight">
        {view.region !== null && <Region mark={view.region.mark}>{inLanguage(view.region.name, language).text}</Region>}
        {[view.sector, view.kind].map((name) => name !== null && <span class="tag">{inLanguage(name, language).text}</span>)}
        <span class="tag">{t(`review.answered.${view.language}`)}</span>
      </p>
      {view.interview !== null && (
        <Note>
          <p>{t('review.interview', { when: formatDateTime(view.interview.from, language, view.zone), place: view.interview.place })}</p>
        </Note>
      )}
    </div>
  )
}

function stepOf(view: ReviewView, code: string, language: Language): string {
  const step = view.scores[code]
  return step === undefined ? '' : stepText(view, step, language)
}

/** The version saved elsewhere, to compare with what is in the grid. */
function SavedVersion({ view, language }: ReviewPageProps): Html {
  const t = words(language)
  return (
    <section class="note stack stack--sm" data-s="wait" aria-labelledby="saved-version">
      <h2 class="h3" id="saved-version">
        {t('review.stale-title')}
      </h2>
      <p>{t('review.stale-text', { at: view.savedAt === null ? '' : formatDateTime(view.savedAt, language, view.zone, { style: 'day-month' }) })}</p>
      <dl class="kv">
        {view.criteria.map((criterion) => (
          <div>
            <dt>{lineName(criterion, view.stage.mode, language)}</dt>
            <dd dir="auto">{[stepOf(view, criterion.code, language), view.comments[criterion.code]].filter(Boolean).join(' · ') || '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** On a page of its own: what stands in the grid stays there. */
function AskOffice({ view, language, questions }: ReviewPageProps): Html {
  const t = questionWords(language)
  return (
    <p class="sm">
      <a href={`/${language}/reviews/${view.assignment}/questions`}>
        {questions === 0 ? t('mine.link') : t('mine.link-count', { count: questions })}
      </a>
    </p>
  )
}

function StepBack({ view, language, note }: ReviewPageProps): Html {
  const t = words(language)
  return (
    <Card tight>
      <More summary={t('conflict.title')} open={note !== ''}>
        <form method="post" action={`/${language}/reviews/${view.assignment}/conflict`} novalidate class="stack">
          <p class="sm">{t('conflict.text')}</p>
          <TextArea name="note" label={t('conflict.note')} value={note} rows={2} short language={language} />
          <Button kind="bad" size="sm">
            {t('conflict.send')}
          </Button>
        </form>
      </More>
    </Card>
  )
}
