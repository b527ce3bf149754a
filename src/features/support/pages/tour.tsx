/** One tour: its road, its days, what it holds; at the desk, what may be added, changed, cancelled. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { BackLink } from '../../../design/crumbs.tsx'
import { type Fact, Facts } from '../../../design/facts.tsx'
import { TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { Chips } from '../../../design/tabs.tsx'
import { TOUR_KINDS } from '../../../domain/activity.ts'
import { formatRange } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { ActivityLine } from '../queries/activities.ts'
import type { TourView } from '../queries/tours.ts'
import { words } from '../words/index.ts'
import type { Around } from './around.ts'
import { Itinerary, Road } from './itinerary.tsx'
import { HELD_IN_TOURS, heldIn } from './tours.tsx'

export interface TourProps extends Around {
  readonly tour: TourView
  readonly lines: readonly ActivityLine[]
  readonly now: Date
  readonly plans: boolean
  readonly errors: FormErrors
  /** What was typed as the reason of a cancellation that was refused. */
  readonly reason?: string
  readonly refusal?: string
}

export function TourPage(props: TourProps): Html {
  const { language, tour } = props
  const t = words(language)
  const desk = `/${language}/desk/${props.edition}`
  const acts = props.plans && !tour.cancelled
  return (
    <StaffPage
      language={language}
      frame={props.frame}
      path={props.path}
      title={tour.name}
      said={props.said}
      error={props.errors.length > 0 || props.refusal !== undefined}
    >
      <BackLink href={`${desk}/tours`}>{t('tours.title')}</BackLink>
      <ErrorSummary language={language} errors={props.errors} />
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      {tour.cancelled && <Note is="bad">{t('tour.cancelled-because', { reason: tour.cancelReason ?? '' })}</Note>}
      <section class="card night stack stack--lg">
        <Head eyebrow={formatRange(tour.from, tour.to, language)} title={tour.name} lead={tour.theme === '' ? undefined : tour.theme} />
        <Road towns={tour.towns} />
      </section>
      <div class="pair">
        <Card>
          <Itinerary {...props} from={tour.from} to={tour.to} towns={tour.towns} link={(activity) => `${desk}/activities/${activity}`} />
        </Card>
        <aside class="stack stack--lg">
          {acts && (
            <Card title={t('tour.add')}>
              <Chips
                label={t('tour.add')}
                chips={TOUR_KINDS.map((kind) => ({
                  name: t(kind === 'training' ? 'tour.training' : `kind.${kind}`),
                  href: `${desk}/activities/new?tour=${tour.id}&kind=${kind}`,
                  icon: 'plus',
                }))}
              />
            </Card>
          )}
          <Card title={t('space.in-short')}>
            <Facts facts={factsOf(props)} />
          </Card>
          {acts && (
            <ButtonLink kind="quiet" block href={`${desk}/tours/${tour.id}/change`}>
              {t('tour.change')}
            </ButtonLink>
          )}
          {acts && !props.lines.some((line) => line.state === 'held') && <Cancellation {...props} />}
        </aside>
      </div>
    </StaffPage>
  )
}

function factsOf({ language, tour }: TourProps): Fact[] {
  const t = words(language)
  return [
    { name: t('activity.region'), value: <Region mark={tour.mark}>{tour.region ?? t('calendar.national')}</Region> },
    ...(tour.host === '' ? [] : [{ name: t('tour.host'), value: <bdi>{tour.host}</bdi> }]),
    ...HELD_IN_TOURS.map((kinds) => ({ name: t(`tours.${kinds[0]}`), value: formatNumber(heldIn(tour, kinds), language) })),
    { name: t('tour.with'), value: t('tour.projects', { count: tour.projects }) },
  ]
}

function Cancellation({ language, edition, tour, errors, reason }: TourProps): Html {
  const t = words(language)
  return (
    <Card>
      <More summary={t('tour.cancel')} open={errors.length > 0}>
        <form class="stack" method="post" action={`/${language}/desk/${edition}/tours/${tour.id}/cancellation`} novalidate>
          <TextField name="reason" label={t('cancel.reason')} hint={t('tour.cancel-hint')} value={reason ?? ''} error={errorOf(errors, 'reason')} />
          <Button kind="bad">{t('tour.cancel-do')}</Button>
        </form>
      </More>
    </Card>
  )
}
