/** The space of a project: what comes next first, then what was done. */
import type { Child, Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { Day } from '../../../design/day.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Facts } from '../../../design/facts.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Region } from '../../../design/region.tsx'
import { State } from '../../../design/state.tsx'
import type { Language } from '../../../domain/language.ts'
import { dayIn, formatDate, formatRange, formatTimeRange, wallIn } from '../../../platform/time/time.ts'
import { formatList } from '../../../platform/words/format.ts'
import type { SpaceActivity, SpaceView } from '../space.ts'
import { words } from '../words/index.ts'

export interface SpaceProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly space: SpaceView
  readonly now: Date
  /** What later stages put beside: the money of the project. */
  readonly beside?: Child
}

const MARK = { present: 'done', absent: 'no', excused: 'wait' } as const

export function SpacePage({ language, frame, path, space, now, beside }: SpaceProps): Html {
  const t = words(language)
  const next = space.activities.filter((one) => one.to > now)
  const done = space.activities.filter((one) => one.to <= now).reverse()
  return (
    <PublicPage language={language} frame={frame} path={path} title={space.title}>
      <div class="wrap section section--tight stack stack--lg">
        <Head
          eyebrow={`${space.edition} · ${space.sector}`}
          title={
            <span lang={space.language} dir="auto">
              {space.title}
            </span>
          }
          lead={
            <span lang={space.language} dir="auto">
              {space.summary}
            </span>
          }
        />
        <div class="pair">
          <div class="stack stack--lg">
            <Card title={t('space.next')}>
              {next.length === 0 ? (
                <Empty title={t('space.next-none')}>
                  <p>{t('space.next-hint')}</p>
                </Empty>
              ) : (
                <List activities={next} language={language} zone={space.zone} />
              )}
            </Card>
            {done.length > 0 && (
              <Card title={t('space.done', { count: done.length })}>
                <List activities={done} language={language} zone={space.zone} />
              </Card>
            )}
          </div>
          <aside class="stack">
            <Card title={t('space.in-short')}>
              <Facts
                facts={[
                  { name: t('space.state'), value: t(`space.state-${space.state}`) },
                  { name: t('activity.region'), value: <Region mark={space.mark}>{space.region}</Region> },
                  { name: t('space.team'), value: <bdi>{formatList(space.team, language)}</bdi> },
                  ...(space.showcased
                    ? [
                        {
                          name: t('space.public'),
                          value: <a href={`/${language}/projects/${space.editionSlug}/${space.slug}`}>{t('space.public-page')}</a>,
                        },
                      ]
                    : []),
                ]}
              />
            </Card>
            {space.tours.length > 0 && (
              <Card title={t('tours.title')}>
                <ul class="rows">
                  {space.tours.map((tour) => (
                    <li>
                      <div>
                        <a href={`/${language}/space/${space.id}/tours/${tour.id}`}>{tour.name}</a>
                        <p class="sm muted">{formatRange(tour.from, tour.to, language)}</p>
                      </div>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
            {beside}
          </aside>
        </div>
      </div>
    </PublicPage>
  )
}

function List({ activities, language, zone }: { activities: readonly SpaceActivity[]; language: Language; zone: string }): Html {
  const t = words(language)
  const time = (at: Date): string => wallIn(at, zone).slice(11, 16)
  return (
    <ul class="rows">
      {activities.map((one) => {
        const day = dayIn(one.from, zone)
        return (
          <li>
            <Day number={String(Number(day.slice(8)))} above={formatDate(day, language, 'month-short')}>
              <b>{one.title}</b>
              <p class="sm muted">
                {t(`kind.${one.kind}`)} · <bdi>{formatTimeRange(time(one.from), time(one.to), language)}</bdi>
              </p>
              <p class="sm">
                <bdi>{one.place}</bdi>
                {one.with.length > 0 && (
                  <>
                    {' '}
                    · <bdi>{formatList(one.with, language)}</bdi>
                  </>
                )}
              </p>
            </Day>
            {one.mark !== null && <State is={MARK[one.mark]}>{t(`mark.${one.mark}`)}</State>}
          </li>
        )
      })}
    </ul>
  )
}
