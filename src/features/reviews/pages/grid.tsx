/** The grid: a step and a comment for each criterion, what each step means, the score so far. Once handed in, it is only read. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { ConsentField, Hidden } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { Saved } from '../../../design/saved.tsx'
import { Score } from '../../../design/score.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { LONGEST_COMMENT } from '../../../domain/review.ts'
import type { Mode } from '../../../domain/review-stage.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { GridCriterion, ReviewView } from '../views.ts'
import { words } from '../words/index.ts'
import { keptText } from '../workspace/saved-text.ts'
import type { ReviewPageProps } from './review.tsx'
import { gridIsland, OtherVersion, ScoreSoFar, Shortcuts } from './workspace.tsx'

export function Grid(props: ReviewPageProps): Html {
  const { view, language } = props
  const t = words(language)
  if (view.state === 'done' || view.state === 'closed') return <ReadGrid {...props} />
  const ranked = view.stage.mode === 'rank'
  const base = `/${language}/reviews/${view.assignment}`
  return (
    <form class="card stack" method="post" action={`${base}/draft`} novalidate aria-labelledby="grid" {...gridIsland(props)}>
      <div class="row row--between row--base">
        <h2 id="grid">{t('review.grid')}</h2>
        <Saved text={view.savedAt === null ? t('review.unsaved') : keptText(view.savedAt, props.now, language, view.zone)} />
      </div>
      <Hidden name="version" value={view.version} />
      <OtherVersion language={language} />
      {view.criteria.map((criterion) => (
        <CriterionFields criterion={criterion} props={props} />
      ))}
      <div class="cut stack stack--sm">
        {view.stage.mode === 'score' && <ScoreSoFar {...props} />}
        {ranked ? (
          <p>
            <a href={`/${language}/reviews/ranking/${view.edition.slug}/${view.stage.code}`}>{t('rank.open')}</a>
          </p>
        ) : (
          <div class="note">
            <ConsentField name="unrelated" label={t('review.unrelated')} given={props.unrelated} />
          </div>
        )}
        <div class="actions">
          {!ranked && (
            <Button kind="light" formaction={`${base}/submission`}>
              {t('review.submit')}
            </Button>
          )}
          <Button kind={ranked ? 'light' : 'text'}>{t('review.keep')}</Button>
        </div>
        {!ranked && <Shortcuts language={language} />}
      </div>
    </form>
  )
}

/** What the fields of a grid need to know. */
export interface GridFields extends Pick<ReviewPageProps, 'language' | 'scores' | 'comments' | 'gaps'> {
  readonly view: GridShown
}

export type GridShown = Pick<ReviewView, 'stage' | 'scale' | 'criteria' | 'scores' | 'comments'>

export function CriterionFields({ criterion, props }: { criterion: GridCriterion; props: GridFields }): Html {
  const { view, language, scores, gaps } = props
  const t = words(language)
  const { mode } = view.stage
  const name = lineName(criterion, mode, language)
  const hint = `hint-${criterion.code}`
  const lacks = gaps[criterion.code]
  const step = scores[criterion.code]
  return (
    <fieldset class="field cut" id={`criterion-${criterion.code}`} data-criterion={criterion.code} data-weight={criterion.weight}>
      <legend class="vh">{name}</legend>
      <div class="row row--between w100" aria-hidden="true">
        <b>{name}</b>
        {(mode === 'score' || mode === 'pass-fail') && <span class="xs muted num">{t('review.weight', { weight: criterion.weight })}</span>}
      </div>
      {lacks !== undefined && (
        <p class="err">
          {lacks === 'score' ? t(`review.lacks-${mode}`) : view.stage.comments === 'always' ? t('comment.always') : t(`review.lacks-comment-${mode}`)}
        </p>
      )}
      {mode === 'rank' ? (
        step !== undefined && <Hidden name={`score.${criterion.code}`} value={step} />
      ) : (
        <Score
          name={`score.${criterion.code}`}
          label={name}
          describedBy={hint}
          value={step === undefined ? null : String(step)}
          steps={stepsOf(view, language)}
          {...(mode === 'score' ? {} : { look: 'word' as const })}
        />
      )}
      <p class="hint" id={hint} aria-live="polite">
        {hintOf(criterion, props)}
      </p>
      {criterion.anchors.length > 0 && (
        <More summary={t('review.scale')}>
          <ol class="sm" start={view.scale.min} data-anchors>
            {criterion.anchors.map((one) => (
              <li>{inLanguage(one, language).text}</li>
            ))}
          </ol>
        </More>
      )}
      <Comment criterion={criterion} name={name} props={props} />
    </fieldset>
  )
}

/** A criterion by its name; a vote and a place by what they are. */
export function lineName(criterion: GridCriterion, mode: Mode, language: Language): string {
  return mode === 'vote' || mode === 'rank' ? words(language)(`line.${mode}`) : inLanguage(criterion.name, language).text
}

/** What can be chosen: the steps of a scale, or words. */
function stepsOf({ stage: { mode }, scale: { min, max } }: GridShown, language: Language): { value: string; shown: string; label: string }[] {
  const t = words(language)
  if (mode === 'pass-fail') return ([1, 0] as const).map((step) => worded(String(step), t(`met.${step}`)))
  if (mode === 'vote') return [worded('1', t('vote.for')), worded('-1', t('vote.against')), worded('0', t('vote.abstain'))]
  return Array.from({ length: max - min + 1 }, (_, place) => min + place).map((step) => ({
    value: String(step),
    shown: String(step),
    label: t('review.step', { step, max }),
  }))
}

function worded(value: string, text: string): { value: string; shown: string; label: string } {
  return { value, shown: text, label: text }
}

/** What the chosen step means, or what is asked. */
function hintOf(criterion: GridCriterion, { view, language, scores }: GridFields): string {
  const { mode } = view.stage
  if (mode === 'vote' || mode === 'rank') return words(language)(`hint.${mode}`)
  const step = scores[criterion.code]
  const anchor = step === undefined ? undefined : criterion.anchors[step - view.scale.min]
  return inLanguage(anchor ?? criterion.question, language).text
}

function Comment({ criterion, name, props }: { criterion: GridCriterion; name: string; props: GridFields }): Html {
  const { view, language, comments, gaps } = props
  const t = words(language)
  const { mode, comments: rule } = view.stage
  const { min, max } = view.scale
  const over = (comments[criterion.code] ?? '').length - LONGEST_COMMENT
  const hint =
    rule === 'always'
      ? t('comment.always')
      : rule === 'never' || mode === 'rank'
        ? t('comment.never')
        : mode === 'score'
          ? t('review.comment-hint', { min, max })
          : t(`comment.${mode}`)
  return (
    <>
      <textarea
        class="input input--short"
        id={`comment-${criterion.code}`}
        name={`comment.${criterion.code}`}
        rows={3}
        dir="auto"
        aria-label={t('review.comment', { criterion: name })}
        aria-invalid={gaps[criterion.code] === 'comment' || over > 0 ? 'true' : undefined}
      >
        {comments[criterion.code] ?? ''}
      </textarea>
      {over > 0 && (
        <p class="err" data-long>
          {t('comment.too-long', { over, max: LONGEST_COMMENT })}
        </p>
      )}
      <p class="hint">{hint}</p>
    </>
  )
}

function ReadGrid({ view, language, revision }: ReviewPageProps): Html {
  const t = words(language)
  const { mode } = view.stage
  return (
    <section class="card stack" aria-labelledby="grid">
      <h2 id="grid">{t('review.grid')}</h2>
      <p class="sm muted">
        {view.state === 'done'
          ? t(revision?.open === true ? 'review.handed-in' : revision?.later === true ? 'review.until-discussed' : 'review.locked')
          : t('review.closed')}
      </p>
      <dl class="kv">
        {view.criteria.map((criterion) => (
          <div>
            <dt>{lineName(criterion, mode, language)}</dt>
            <dd>
              <span class="num">{stepText(view, view.scores[criterion.code], language)}</span>
              {(view.comments[criterion.code] ?? '') !== '' && (
                <p class="sm" dir="auto">
                  {view.comments[criterion.code]}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {view.score !== null && mode !== 'vote' && (
        <div class="row row--between row--base">
          <b>{t('review.total-final')}</b>
          <b class="num big">{t('review.points', { score: formatNumber(view.score, language, { decimals: 2 }) })}</b>
        </div>
      )}
    </section>
  )
}

/** What was chosen, in words or in figures; a dash for nothing. */
export function stepText(view: GridShown, step: number | undefined, language: Language): string {
  if (step === undefined) return '–'
  if (view.stage.mode === 'rank') return words(language)('rank.place', { place: step })
  if (view.stage.mode !== 'score') return stepsOf(view, language).find(({ value }) => value === String(step))?.shown ?? '–'
  return words(language)('review.step', { step, max: view.scale.max })
}
