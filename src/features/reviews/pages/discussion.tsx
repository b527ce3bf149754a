/** The discussion of a file: below the grid that was handed in, and at the desk. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Form, Hidden, TextArea } from '../../../design/form/controls.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { words } from '../discussion/words/index.ts'
import type { DeskDiscussion, DiscussionView, Remark } from '../queries/discussion.ts'
import { stageText } from '../stage-name.ts'
import { words as revisionWords } from '../revision/words/index.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'
import { FirstScore } from './revision.tsx'

export interface DiscussionProps {
  readonly view: DiscussionView
  readonly assignment: string
  readonly zone: string
  readonly language: Language
  /** What was typed and not taken. */
  readonly typed: string
}

/** Of one's own file, once one's grid is in. */
export function Discussion({ view, assignment, zone, language, typed }: DiscussionProps): Html {
  const t = words(language)
  const who = (place: number): string => {
    const of = view.reviews.find((one) => one.place === place)
    return of?.own === true ? t('own') : (of?.name ?? t('reader', { place }))
  }
  if (view.closed !== null)
    return (
      <Card title={t('title')} id="discussion">
        <p>{t(view.closed === 'discussion/not-open' ? 'not-open' : 'not-handed-in')}</p>
      </Card>
    )
  return (
    <Card title={t('title')} id="discussion">
      <div class="stack">
        <Scores reviews={view.reviews.map((one) => ({ ...one, name: who(one.place) }))} language={language} />
        <Remarks remarks={view.remarks} who={who} zone={zone} language={language} />
        {view.open ? (
          <Form action={`/${language}/reviews/${assignment}/discussion`}>
            <TextArea
              name="text"
              label={t('say')}
              hint={t(view.names === 'named' ? 'say-hint-named' : 'say-hint')}
              value={typed}
              rows={3}
              short
              language={language}
            />
            <Button kind="quiet">{t('send')}</Button>
          </Form>
        ) : (
          <p class="muted">{t('closed')}</p>
        )}
      </div>
    </Card>
  )
}

type NamedScore = Pick<DeskDiscussion['reviews'][number], 'name' | 'score' | 'changed'>

function Scores({ reviews, language }: { reviews: readonly NamedScore[]; language: Language }): Html {
  const t = words(language)
  return (
    <dl class="kv">
      {reviews.map(({ name, score, changed }) => (
        <div>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <span class="num">{score === null ? t('no-score') : t('points', { score: formatNumber(score, language, { decimals: 2 }) })}</span>
            {changed !== null && (
              <>
                {' '}
                <FirstScore before={changed.before} language={language} />
                <p class="sm" dir="auto">
                  {changed.reason}
                </p>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Remarks({
  remarks,
  who,
  zone,
  language,
}: {
  remarks: readonly Remark[]
  who: (place: number) => string
  zone: string
  language: Language
}): Html {
  if (remarks.length === 0) return <p class="muted">{words(language)('none')}</p>
  return (
    <ol class="rows">
      {remarks.map(({ place, text, saidAt }) => (
        <li>
          <div class="stack stack--xs">
            <p class="sm">
              <b>
                <bdi>{who(place)}</bdi>
              </b>{' '}
              <span class="muted">{formatDateTime(saidAt, language, zone, { style: 'day-month' })}</span>
            </p>
            {text.split('\n').map((line) => (
              <p dir="auto">{line}</p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** How far apart the readers lie; where somebody changed their marks, how far they lay before. */
function Spread({ spread, reviews, language }: Pick<DeskDiscussion, 'spread' | 'reviews'> & { language: Language }): Html {
  if (spread === null) return <></>
  const t = revisionWords(language)
  const [before, after] = [spread.before, spread.after].map((points) => formatNumber(points, language, { decimals: 2 })) as [string, string]
  return (
    <dl class="kv">
      <div>
        <dt>{t('spread')}</dt>
        <dd class="num">{reviews.some(({ changed }) => changed !== null) ? t('spread-changed', { before, after }) : after}</dd>
      </div>
    </dl>
  )
}

/** At the desk: every stage of a file, with names. */
export function DeskDiscussionPage({
  around,
  application,
  stages,
}: {
  around: DeskAround
  application: string
  stages: readonly DeskDiscussion[]
}): Html {
  const { language, slug, zone } = around
  const t = words(language)
  const [{ number, title }] = stages as readonly [DeskDiscussion]
  const path = `/desk/${slug}/discussions/${application}`
  return (
    <DeskPage around={around} here="reviews" path={path} title={t('desk', { number })} lead={title}>
      {stages.map((one) => (
        <Card title={stageText(one.stage, language)}>
          <div class="stack">
            <p class="muted">{t(one.names === 'named' ? 'desk-named' : 'desk-numbered')}</p>
            <Scores reviews={one.reviews} language={language} />
            <Spread {...one} language={language} />
            <Remarks remarks={one.remarks} who={(place) => one.reviews[place - 1]?.name ?? ''} zone={zone} language={language} />
            {!one.whole && one.openedAt === null && <p class="muted">{t('desk-not-open')}</p>}
            {one.openedAt !== null && (
              <p class="muted">{t('opened', { at: formatDateTime(one.openedAt, language, zone, { style: 'day-month' }) })}</p>
            )}
            {one.mayOpen && (
              <Form action={`/${language}${path}`}>
                <Hidden name="stage" value={one.stage.code} />
                <Button kind="quiet">{t('open')}</Button>
              </Form>
            )}
          </div>
        </Card>
      ))}
    </DeskPage>
  )
}
