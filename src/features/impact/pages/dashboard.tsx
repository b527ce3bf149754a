/** The dashboard of an edition, as mockups 11 and 25: where it stands, in figures that open to their records. */
import type { Html } from '#html'
import { Quota } from '../../../design/bar.tsx'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { RegionMap } from '../../../design/map.tsx'
import { Note } from '../../../design/note.tsx'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { formatMoney, formatNumber, formatPercent } from '../../../platform/words/format.ts'
import type { DashboardView, RegionSteps } from '../dashboard/views.ts'
import { words } from '../words/index.ts'
import { WeeksChart } from './dashboard-chart.tsx'
import { kpisOf, titleOf } from './dashboard-head.ts'

export interface DashboardProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly year: number
  readonly writes: boolean
  /** Whether the reader may take away the list of applications. */
  readonly readsFiles: boolean
  /** Whether the calendar and its activities open for the viewer. */
  readonly opensCalendar: boolean
  readonly view: DashboardView
}

export function DashboardPage(props: DashboardProps): Html {
  const { language, view, slug } = props
  const t = words(language)
  const title = titleOf(props)
  const when = formatDateTime(view.asOf, language, view.zone)
  return (
    <StaffPage language={language} frame={props.frame} path={props.path} title={title}>
      <Head title={title} lead={t('dashboard.lead', { when })}>
        {props.readsFiles && (
          <ButtonLink kind="quiet" href={`/${language}/desk/${slug}/applications.csv`}>
            <Icon name="down" />
            {t('dashboard.export')}
          </ButtonLink>
        )}
        {props.writes && (
          <ButtonLink kind="quiet" href={`/${language}/desk/${slug}/communiques`}>
            <Icon name="doc" />
            {t('dashboard.write')}
          </ButtonLink>
        )}
      </Head>
      <Kpis figures={kpisOf(props)} />
      {view.left.length > 0 && <Left {...props} />}
      <div class="pair pair--half">
        <div class="stack stack--lg">
          <Places {...props} />
          <Submissions {...props} />
        </div>
        <div class="stack stack--lg">
          {view.work.length > 0 && <Waiting {...props} />}
          <Funnel {...props} />
          {view.delivery.groupAll + view.delivery.individualAll + view.delivery.toursAll > 0 && <Support {...props} />}
          {view.money !== null && view.money.seed.awards > 0 && <Money {...props} />}
          {view.next.length > 0 && <Next {...props} />}
        </div>
      </div>
    </StaffPage>
  )
}

/** Why admitted and active are two figures. */
function Left({ language, view }: DashboardProps): Html {
  const t = words(language)
  return (
    <Note>
      {view.left.map((one) => (
        <p>
          {t('dashboard.left', {
            region: inLanguage(one.region, language).text,
            day: formatDate(one.on, language),
            admitted: view.total.admitted,
            active: view.total.active,
          })}
        </p>
      ))}
    </Note>
  )
}

function Places(props: DashboardProps): Html {
  const { language, view } = props
  const t = words(language)
  const later = view.phase === 'support' || view.phase === 'ended'
  const shown = (row: RegionSteps): number => (later ? row.active : row.submitted)
  const values = Object.fromEntries(
    view.regions.map((row) => [
      row.iso,
      { value: shown(row), name: `${inLanguage(row.name, language).text}: ${formatNumber(shown(row), language)}` },
    ]),
  )
  const count = (value: number): string => formatNumber(value, language)
  const title = t(later ? 'dashboard.places-active' : 'dashboard.places')
  return (
    <Card title={title} flush aside={<span class="xs muted">{t(later ? 'dashboard.aside-active' : 'dashboard.aside')}</span>}>
      <div class="mapcard">
        <RegionMap values={values} label={title} />
      </div>
      <Table
        caption={title}
        rows={view.regions}
        look="plain"
        columns={[
          { name: t('dashboard.region'), head: true, cell: (row) => <Region mark={row.mark}>{inLanguage(row.name, language).text}</Region> },
          ...(later ? [] : [{ name: t('dashboard.begun'), number: true, cell: (row: RegionSteps) => count(row.begun) }]),
          { name: t('dashboard.submitted'), number: true, cell: (row) => count(row.submitted) },
          ...(later
            ? [
                { name: t('dashboard.admitted'), number: true, cell: (row: RegionSteps) => count(row.admitted) },
                { name: t('dashboard.active'), number: true, cell: (row: RegionSteps) => count(row.active) },
              ]
            : [
                {
                  name: t('dashboard.women'),
                  number: true,
                  cell: (row: RegionSteps) => (row.said === 0 ? '–' : formatPercent(row.women / row.said, language)),
                },
              ]),
        ]}
      />
      {view.elsewhere > 0 && <p class="mapcard sm muted">{t('dashboard.elsewhere', { count: view.elsewhere })}</p>}
    </Card>
  )
}

function Waiting({ language, view, slug }: DashboardProps): Html {
  const t = words(language)
  return (
    <Card title={t('dashboard.work')} lit>
      <ul class="rows sm">
        {view.work.map(({ what, count, path }) => (
          <li>
            <a href={`/${language}/desk/${slug}${path}`}>{t(`dashboard.work-${what}`, { count })}</a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Funnel({ language, view }: DashboardProps): Html {
  const t = words(language)
  const { total } = view
  const steps = (['begun', 'submitted', 'eligible', 'interviewed', 'selected', 'admitted', 'active'] as const).filter(
    (step, place) => place < 2 || total[step] > 0,
  )
  const most = Math.max(1, total.begun)
  return (
    <Card title={t('dashboard.funnel')}>
      <Quota
        rows={steps.map((step) => ({
          name: t(`dashboard.step-${step}`),
          value: (
            <>
              {formatNumber(total[step], language)} <span class="muted">{formatPercent(total[step] / most, language)}</span>
            </>
          ),
          share: total[step] / most,
        }))}
      />
    </Card>
  )
}

function Support({ language, view }: DashboardProps): Html {
  const t = words(language)
  const { delivery } = view
  const row = (name: string, held: number, all: number) => ({
    name,
    value: t('dashboard.held-of', { held, all }),
    share: all === 0 ? 0 : held / all,
  })
  return (
    <Card title={t('dashboard.support-title')}>
      <Quota
        rows={[
          row(t('dashboard.kpi-group'), delivery.groupHeld, delivery.groupAll),
          row(t('dashboard.kpi-individual'), delivery.individualHeld, delivery.individualAll),
          row(t('dashboard.kpi-tours'), delivery.toursHeld, delivery.toursAll),
        ]}
      />
    </Card>
  )
}

function Money({ language, view }: DashboardProps): Html {
  const t = words(language)
  if (view.money === null) return <></>
  const { currency, seed } = view.money
  const committed = Number(seed.committed)
  const row = (name: string, amount: string) => ({
    name,
    value: formatMoney(amount, currency, language),
    share: committed === 0 ? 0 : Number(amount) / committed,
  })
  return (
    <Card title={t('dashboard.money')}>
      <Quota
        rows={[
          row(t('dashboard.committed'), seed.committed),
          row(t('dashboard.paid'), seed.paid),
          row(t('dashboard.awaiting'), seed.awaiting.amount),
        ]}
      />
    </Card>
  )
}

function Submissions({ language, view }: DashboardProps): Html {
  const t = words(language)
  const [now, before] = view.weeks
  if (now === undefined) return <></>
  const longest = Math.max(...view.weeks.map(({ sums }) => sums.length))
  const names = Array.from({ length: longest }, (_, week) =>
    formatDate(new Date(Date.parse(`${now.opensOn}T00:00:00Z`) + week * 604_800_000).toISOString().slice(0, 10), language, 'day-month'),
  )
  const title = t('dashboard.weeks')
  return (
    <section class="card">
      <figure class="chart">
        <figcaption>
          <h2>{title}</h2>
          <small>
            {before === undefined ? t('dashboard.weeks-one') : t('dashboard.weeks-two', { year: String(now.year), before: String(before.year) })}
          </small>
        </figcaption>
        <WeeksChart language={language} label={title} weeks={view.weeks} names={names} />
      </figure>
    </section>
  )
}

function Next({ language, view, slug, opensCalendar }: DashboardProps): Html {
  const t = words(language)
  const calendar = (
    <a class="sm" href={`/${language}/desk/${slug}/calendar`}>
      {t('dashboard.calendar')}
    </a>
  )
  return (
    <Card title={t('dashboard.next')} {...(opensCalendar ? { aside: calendar } : {})}>
      <ul class="rows sm">
        {view.next.map((one) => (
          <li>
            {opensCalendar ? (
              <a href={`/${language}/desk/${slug}/activities/${one.id}`}>{inLanguage(one.title, language).text}</a>
            ) : (
              <span>{inLanguage(one.title, language).text}</span>
            )}
            <span class="muted">{formatDateTime(one.from, language, view.zone)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
