/** The grid: a step and a comment for each criterion, what each step means, the score so far. Once handed in, it is only read. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { ConsentField, Hidden } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { Saved } from '../../../design/saved.tsx'
import { Score } from '../../../design/score.tsx'
import { inLanguage } from '../../../domain/language.ts'
import { compositeScore } from '../../../domain/review.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { GridCriterion } from '../views.ts'
import { words } from '../words/index.ts'
import type { ReviewPageProps } from './review.tsx'

export function Grid(props: ReviewPageProps): Html {
  const { view, language } = props
  const t = words(language)
  if (view.state === 'done' || view.state === 'closed') return <ReadGrid {...props} />
  const base = `/${language}/reviews/${view.assignment}`
  return (
    <form class="card stack" method="post" action={`${base}/draft`} novalidate aria-labelledby="grid">
      <div class="row row--between row--base">
        <h2 id="grid">{t('review.grid')}</h2>
        <Saved
          text={
            view.savedAt === null
              ? t('review.unsaved')
              : t('review.saved', { at: formatDateTime(view.savedAt, language, view.zone, { style: 'day-month' }) })
          }
        />
      </div>
      <Hidden name="version" value={view.version} />
      {view.criteria.map((criterion) => (
        <CriterionFields criterion={criterion} props={props} />
      ))}
      <div class="cut stack stack--sm">
        <Total {...props} />
        <div class="note">
          <ConsentField name="unrelated" label={t('review.unrelated')} given={props.unrelated} />
        </div>
        <div class="actions">
          <Button kind="light" formaction={`${base}/submission`}>
            {t('review.submit')}
          </Button>
          <Button kind="text">{t('review.keep')}</Button>
        </div>
      </div>
    </form>
  )
}

function CriterionFields({ criterion, props }: { criterion: GridCriterion; props: ReviewPageProps }): Html {
  const { view, language, scores, comments, gaps } = props
  const t = words(language)
  const { min, max } = view.scale
  const name = inLanguage(criterion.name, language).text
  const steps = Array.from({ length: max - min + 1 }, (_, place) => min + place)
  const step = scores[criterion.code]
  const hint = `hint-${criterion.code}`
  const lacks = gaps[criterion.code]
  const anchor = step === undefined ? criterion.question : (criterion.anchors[step - min] ?? criterion.question)
  return (
    <fieldset class="field cut">
      <legend class="vh">{name}</legend>
      <div class="row row--between w100" aria-hidden="true">
        <b>{name}</b>
        <span class="xs muted num">{t('review.weight', { weight: criterion.weight })}</span>
      </div>
      {lacks !== undefined && <p class="err">{t(`review.lacks-${lacks}`)}</p>}
      <Score
        name={`score.${criterion.code}`}
        label={name}
        describedBy={hint}
        value={step === undefined ? null : String(step)}
        steps={steps.map((one) => ({ value: String(one), shown: String(one), label: t('review.step', { step: one, max }) }))}
      />
      <p class="hint" id={hint}>
        {inLanguage(anchor, language).text}
      </p>
      <More summary={t('review.scale')}>
        <ol class="sm" start={min}>
          {criterion.anchors.map((one) => (
            <li>{inLanguage(one, language).text}</li>
          ))}
        </ol>
      </More>
      <textarea
        class="input input--short"
        name={`comment.${criterion.code}`}
        rows={3}
        dir="auto"
        aria-label={t('review.comment', { criterion: name })}
        aria-invalid={lacks === 'comment' ? 'true' : undefined}
      >
        {comments[criterion.code] ?? ''}
      </textarea>
      <p class="hint">{t('review.comment-hint', { min, max })}</p>
    </fieldset>
  )
}

/** The score once every criterion has a step, and how many have none. */
function Total({ view, scores, language }: ReviewPageProps): Html {
  const t = words(language)
  const scored = view.criteria.filter((criterion) => scores[criterion.code] !== undefined)
  const whole = compositeScore(view.criteria, scores, view.scale)
  return (
    <>
      {whole !== null && (
        <div class="row row--between row--base">
          <b>{t('review.total')}</b>
          <b class="num">{t('review.points', { score: formatNumber(whole, language, { decimals: 2 }) })}</b>
        </div>
      )}
      <p class="hint">{t('review.total-hint', { left: view.criteria.length - scored.length })}</p>
    </>
  )
}

function ReadGrid({ view, language }: ReviewPageProps): Html {
  const t = words(language)
  return (
    <section class="card stack" aria-labelledby="grid">
      <h2 id="grid">{t('review.grid')}</h2>
      <p class="sm muted">{view.state === 'done' ? t('review.locked') : t('review.closed')}</p>
      <dl class="kv">
        {view.criteria.map((criterion) => (
          <div>
            <dt>{inLanguage(criterion.name, language).text}</dt>
            <dd>
              <span class="num">
                {view.scores[criterion.code] === undefined
                  ? '–'
                  : t('review.step', { step: view.scores[criterion.code] as number, max: view.scale.max })}
              </span>
              {(view.comments[criterion.code] ?? '') !== '' && (
                <p class="sm" dir="auto">
                  {view.comments[criterion.code]}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {view.score !== null && (
        <div class="row row--between row--base">
          <b>{t('review.total-final')}</b>
          <b class="num big">{t('review.points', { score: formatNumber(view.score, language, { decimals: 2 }) })}</b>
        </div>
      )}
    </section>
  )
}
