/** One's own marks after the discussion of the file: the change that was made, or the one change that may be made. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { TextArea } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import type { Language } from '../../../domain/language.ts'
import { LONGEST_REVISION_REASON, type RevisedFrom } from '../../../domain/review-revision.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { words } from '../revision/words/index.ts'
import { words as reviewWords } from '../words/index.ts'
import { CriterionFields, lineName, stepText } from './grid.tsx'
import type { ReviewPageProps } from './review.tsx'

export function Revision(props: ReviewPageProps): Html {
  const { revision, language } = props
  if (revision === null) return <></>
  if (revision.before !== null) return <Made {...props} before={revision.before} />
  if (!revision.open) return <></>
  const t = words(language)
  return (
    <Card title={t('title')} id="revision">
      <div class="stack">
        <p>{t('lead')}</p>
        <More summary={t('open')} open={props.reason !== null}>
          <form class="stack" method="post" action={`/${language}/reviews/${props.view.assignment}/revision`} novalidate>
            {props.view.criteria.map((criterion) => (
              <CriterionFields criterion={criterion} props={props} />
            ))}
            <TextArea
              name="reason"
              label={t('reason')}
              hint={t('reason-hint')}
              value={props.reason ?? ''}
              rows={3}
              short
              language={language}
              error={reasonError(props.reason, language)}
            />
            <div class="actions">
              <Button kind="quiet">{t('send')}</Button>
            </div>
          </form>
        </More>
      </div>
    </Card>
  )
}

/** Said beside the field whatever else the grid lacks. */
function reasonError(reason: string | null, language: Language): string | undefined {
  const t = reviewWords(language)
  if (reason === null) return undefined
  const over = reason.length - LONGEST_REVISION_REASON
  if (over > 0) return t('refusal.revision/reason-too-long', { max: LONGEST_REVISION_REASON, over })
  return reason.trim() === '' ? t('refusal.revision/without-reason') : undefined
}

function Made({ view, language, before }: ReviewPageProps & { before: RevisedFrom }): Html {
  const t = words(language)
  const changed = view.criteria.filter(({ code }) => before.scores[code] !== view.scores[code])
  // “from 4 to 3”: the scale would be said twice.
  const step = (of: number | undefined): string => (view.stage.mode === 'score' && of !== undefined ? String(of) : stepText(view, of, language))
  const points = (score: string | null): string => (score === null ? '–' : formatNumber(score, language, { decimals: 2 }))
  return (
    <Card title={t('title')} id="revision">
      <div class="stack">
        <p>{t('done', { at: formatDateTime(before.at, language, view.zone, { style: 'day-month' }) })}</p>
        <dl class="kv">
          {changed.map((criterion) => (
            <div>
              <dt>{lineName(criterion, view.stage.mode, language)}</dt>
              <dd>
                {t('from-to', {
                  before: step(before.scores[criterion.code]),
                  after: step(view.scores[criterion.code]),
                })}
              </dd>
            </div>
          ))}
          {view.stage.mode !== 'vote' && (
            <div>
              <dt>{t('total')}</dt>
              <dd>{t('from-to', { before: points(before.score), after: points(view.score) })}</dd>
            </div>
          )}
          <div>
            <dt>{t('why')}</dt>
            <dd dir="auto">{before.reason}</dd>
          </div>
        </dl>
      </div>
    </Card>
  )
}

/** Beside a score: what it was first. */
export function FirstScore({ before, language }: { before: string | null; language: Language }): Html {
  const t = words(language)
  return <span class="sm muted">{before === null ? t('was-none') : t('was', { score: formatNumber(before, language, { decimals: 2 }) })}</span>
}
