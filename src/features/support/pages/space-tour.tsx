/** A tour as a project lives it: the road, then day by day what awaits it. */
import type { Html } from '#html'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { type PublicFrame, PublicPage } from '../../../design/layout/public-page.tsx'
import { Region } from '../../../design/region.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatRange } from '../../../platform/time/time.ts'
import type { ActivityLine } from '../queries/activities.ts'
import type { TourView } from '../queries/tours.ts'
import type { SpaceView } from '../space.ts'
import { words } from '../words/index.ts'
import { Itinerary, Road } from './itinerary.tsx'

export interface SpaceTourProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly space: SpaceView
  readonly tour: TourView
  readonly lines: readonly ActivityLine[]
  readonly now: Date
}

export function SpaceTourPage({ language, frame, path, space, tour, lines, now }: SpaceTourProps): Html {
  const t = words(language)
  return (
    <PublicPage language={language} frame={frame} path={path} title={tour.name}>
      <section class="night">
        <div class="wrap section section--tight stack stack--lg">
          <BackLink href={`/${language}/space/${space.id}`}>{space.title}</BackLink>
          <div class="stack stack--sm">
            <p class="eyebrow">{formatRange(tour.from, tour.to, language)}</p>
            <h1>{tour.name}</h1>
            {tour.theme !== '' && <p class="lead">{tour.theme}</p>}
          </div>
          <Road towns={tour.towns} />
        </div>
      </section>
      <div class="wrap section section--tight pair">
        <Itinerary language={language} zone={space.zone} now={now} from={tour.from} to={tour.to} towns={tour.towns} lines={lines} />
        <aside class="stack stack--lg">
          <Card title={t('space.in-short')}>
            <Facts
              facts={[
                { name: t('activity.region'), value: <Region mark={tour.mark}>{tour.region ?? t('calendar.national')}</Region> },
                ...(tour.host === '' ? [] : [{ name: t('tour.host'), value: <bdi>{tour.host}</bdi> }]),
                { name: t('tour.with'), value: t('tour.projects', { count: tour.projects }) },
              ]}
            />
          </Card>
        </aside>
      </div>
    </PublicPage>
  )
}
