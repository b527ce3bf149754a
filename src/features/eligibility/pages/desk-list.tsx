/** The list of what was submitted: found, filtered, sorted, exported; the next one to check is one press away. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { SelectField, TextField } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { Region } from '../../../design/region.tsx'
import { State, type StateShape } from '../../../design/state.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import { Chips } from '../../../design/tabs.tsx'
import { DESK_STATES, type DeskState } from '../../../domain/eligibility-decision.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { regionOf } from '../../../domain/territory.ts'
import { keptMarkup } from '../../../platform/html/kept-markup.ts'
import { formatDateTime, formatDeadline } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { listQuery } from '../filters.ts'
import type { DeskFilters, DeskLine, DeskList, DeskSort } from '../views.ts'
import { words } from '../words/index.ts'

export interface DeskListProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly now: Date
  readonly list: DeskList
  readonly filters: DeskFilters
  readonly pageSize: number
  readonly mayCheck: boolean
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export const STATE_SHAPES: Readonly<Record<DeskState, StateShape>> = { waiting: 'wait', eligible: 'yes', ineligible: 'no', withdrawn: 'none' }

const kept = keptMarkup()

export function DeskListPage(props: DeskListProps): Html {
  const { language, list, filters, refusal } = props
  const t = words(language)
  const isOver = list.deadlineAt !== null && props.now > list.deadlineAt
  const around = [language, props.slug, props.zone, filters, props.pageSize, props.mayCheck, isOver]
  return (
    <StaffPage language={language} title={t('desk.page')} path={props.path} query={listQuery(filters)} frame={props.frame} said={props.said}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {kept(list, JSON.stringify(around), () => (
        <ListBody {...props} isOver={isOver} />
      ))}
    </StaffPage>
  )
}

type BodyProps = Pick<DeskListProps, 'language' | 'slug' | 'zone' | 'list' | 'filters' | 'pageSize' | 'mayCheck'> & { readonly isOver: boolean }

/** What the list alone decides, whoever reads it and whenever. */
function ListBody(props: BodyProps): Html {
  const { language, list, filters, slug } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}`
  const all = DESK_STATES.reduce((sum, state) => sum + list.counts[state], 0)
  const link = (more: Partial<DeskFilters>): string => `${base}/applications${listQuery({ ...filters, page: 1, ...more })}`
  const chips = [{ name: `${t('desk.all')} ${formatNumber(all, language)}`, href: link({ state: '' }), current: filters.state === '' }].concat(
    DESK_STATES.map((state) => ({
      name: `${t(`state.${state}`)} ${formatNumber(list.counts[state], language)}`,
      href: link({ state }),
      current: filters.state === state,
    })),
  )
  return (
    <>
      <Head title={t('desk.title', { count: all })} lead={<Deadline {...props} />}>
        <ButtonLink kind="quiet" href={`${base}/applications.csv${listQuery({ ...filters, page: 1 })}`} download>
          <Icon name="down" />
          {t('desk.export')}
        </ButtonLink>
        {list.next !== null && (
          <ButtonLink kind="light" href={`${base}/eligibility/${list.next.application}`}>
            {t('desk.check-next', { number: list.next.number })}
          </ButtonLink>
        )}
      </Head>
      <Kpis
        figures={DESK_STATES.map((state) => ({ value: formatNumber(list.counts[state], language), reference: null, says: t(`state.${state}`) }))}
      />
      <Chips label={t('desk.views')} chips={chips} />
      <Finder {...props} action={`${base}/applications`} />
      {list.lines.length === 0 ? (
        <Empty title={t('desk.none')}>
          <p>{t('desk.none-hint')}</p>
          <a href={`${base}/applications`}>{t('desk.reset')}</a>
        </Empty>
      ) : (
        <Card flush title={t('desk.page')} aside={<Shown {...props} />}>
          <Table caption={t('desk.page')} look="list" columns={columnsOf(props, link)} rows={list.lines} />
        </Card>
      )}
      <Pagination language={language} page={filters.page} pages={Math.ceil(list.total / props.pageSize)} href={(page) => link({ page })} />
      {props.mayCheck && (
        <form method="post" action={`${base}/applications/checks`} class="row">
          <Button kind="quiet">{t('desk.run-checks')}</Button>
          <span class="sm muted">{t('desk.run-hint')}</span>
        </form>
      )}
    </>
  )
}

function Deadline({ list, language, zone, isOver }: BodyProps): Html {
  if (list.deadlineAt === null) return <></>
  const t = words(language)
  const deadline = formatDeadline(list.deadlineAt, language, zone, { style: 'long' })
  return <>{isOver ? t('desk.lead', { deadline }) : t('desk.open', { deadline })}</>
}

function Shown({ list, filters, pageSize, language }: BodyProps): Html {
  const from = (filters.page - 1) * pageSize + 1
  return <span class="xs muted">{words(language)('desk.shown', { from, to: from + list.lines.length - 1, total: list.total })}</span>
}

function Finder({ language, list, filters, action }: BodyProps & { action: string }): Html {
  const t = words(language)
  const named = (all: DeskList['kinds']) => [{ options: all.map(({ code, name }) => ({ value: code, name: inLanguage(name, language).text })) }]
  const regions = [
    {
      options: [
        ...list.regions.map(({ code, name }) => ({ value: code, name: inLanguage(name, language).text })),
        { value: 'other', name: t('desk.other-regions') },
      ],
    },
  ]
  return (
    <form class="card card--tight finder" method="get" action={action} role="search" aria-label={t('desk.finder')}>
      <div class="finder__q">
        <TextField name="q" label={t('desk.search')} value={filters.query} kind="search" autocomplete="off" />
      </div>
      <SelectField name="region" label={t('desk.region')} value={filters.region} empty={t('desk.any')} groups={regions} />
      <SelectField
        name="state"
        label={t('desk.state')}
        value={filters.state}
        empty={t('desk.any')}
        groups={[{ options: DESK_STATES.map((state) => ({ value: state, name: t(`state.${state}`) })) }]}
      />
      <SelectField name="kind" label={t('desk.kind')} value={filters.kind} empty={t('desk.any')} groups={named(list.kinds)} />
      <SelectField name="sector" label={t('desk.sector')} value={filters.sector} empty={t('desk.any')} groups={named(list.sectors)} />
      <Button kind="quiet">{t('desk.apply')}</Button>
      <p class="hint finder__h">{t('desk.search-hint')}</p>
    </form>
  )
}

function columnsOf({ language, list, filters, slug, zone }: BodyProps, link: (more: Partial<DeskFilters>) => string): Column<DeskLine>[] {
  const t = words(language)
  const sort = (by: DeskSort): NonNullable<Column<DeskLine>['sort']> => {
    const now = filters.sort !== by ? undefined : filters.descending ? 'descending' : 'ascending'
    return { href: link({ sort: by, descending: now === 'ascending' }), ...(now === undefined ? {} : { now }) }
  }
  const name = (all: DeskList['kinds'], code: string): string => {
    const found = all.find((one) => one.code === code)
    return found === undefined ? code : inLanguage(found.name, language).text
  }
  return [
    { name: t('desk.number'), sort: sort('number'), cell: (line) => <bdi class="num ltr nowrap">{line.number}</bdi> },
    {
      name: t('desk.project'),
      sort: sort('title'),
      head: true,
      cell: (line) => (
        <>
          <a href={`/${language}/desk/${slug}/eligibility/${line.application}`} dir="auto">
            {line.title}
          </a>
          <br />
          <span class="muted xs">
            <bdi>{line.holderName}</bdi> · {name(list.kinds, line.kind)}
          </span>
        </>
      ),
    },
    { name: t('desk.region'), sort: sort('region'), cell: (line) => <RegionName code={line.region} regions={list.regions} language={language} /> },
    { name: t('desk.sector'), sort: sort('sector'), cell: (line) => name(list.sectors, line.sector) },
    { name: t('desk.language'), cell: (line) => t(`language.${line.language}`) },
    {
      name: t('desk.submitted'),
      sort: sort('submitted'),
      cell: (line) => <span class="num nowrap">{formatDateTime(line.submittedAt, language, zone, { style: 'day-month' })}</span>,
    },
    { name: t('desk.state'), sort: sort('state'), cell: (line) => <LineState line={line} list={list} language={language} /> },
  ]
}

function LineState({ line, list, language }: { line: DeskLine; list: DeskList; language: Language }): Html {
  const t = words(language)
  const rule = list.rules.find((one) => one.code === line.ground)
  const under =
    line.state === 'ineligible' && rule !== undefined
      ? inLanguage(rule.name, language).text
      : line.state === 'waiting' && line.unclear > 0
        ? t('desk.unclear', { count: line.unclear })
        : null
  return (
    <>
      <State is={STATE_SHAPES[line.state]}>{t(`state.${line.state}`)}</State>
      {under !== null && (
        <>
          <br />
          <span class="muted xs">{under}</span>
        </>
      )}
    </>
  )
}

/** A region of the edition with its shape, or one outside it by its name alone. */
export function RegionName({ code, regions, language }: { code: string; regions: DeskList['regions']; language: Language }): Html {
  const found = regions.find((one) => one.code === code)
  if (found !== undefined) return <Region mark={found.mark}>{inLanguage(found.name, language).text}</Region>
  const outside = regionOf(code)
  return <span>{outside === undefined ? code : inLanguage(outside.name, language).text}</span>
}
