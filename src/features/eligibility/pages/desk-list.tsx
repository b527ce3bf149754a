/** The list of what was submitted: found, filtered, sorted, taken away, acted on; the next one to check is one press away. */
import type { Html } from '#html'
import { Bulk, TickAll, Ticking } from '../../../design/bulk.tsx'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { LinkMenu } from '../../../design/pick.tsx'
import { Table } from '../../../design/table.tsx'
import { BULK_ACTS, MOST_AT_ONCE } from '../../../domain/bulk-act.ts'
import { DESK_STATES } from '../../../domain/eligibility-decision.ts'
import type { Language } from '../../../domain/language.ts'
import { keptMarkup } from '../../../platform/html/kept-markup.ts'
import { formatDeadline } from '../../../platform/time/time.ts'
import { formatList, formatNumber } from '../../../platform/words/format.ts'
import { isNarrowed, listQuery, viewQuery } from '../filters.ts'
import { words as listWords } from '../list/words/index.ts'
import type { KeptView } from '../queries/list/views.ts'
import type { DeskFilters, DeskList } from '../views.ts'
import { words } from '../words/index.ts'
import { EligibilityTabs } from './eligibility-tabs.tsx'
import { columnsOf } from './list/columns.tsx'
import { DeskFinder, Narrowed } from './list/finder.tsx'
import { regionName } from './list/value-names.ts'
import { KeepView, ViewChips } from './list/views.tsx'

export { RegionName, STATE_SHAPES } from './list/columns.tsx'

export interface DeskListProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  readonly slug: string
  readonly zone: string
  readonly now: Date
  readonly list: DeskList
  readonly filters: DeskFilters
  readonly views: readonly KeptView[]
  /** Whether the viewer shares views with the desk. */
  readonly mayShare: boolean
  readonly pageSize: number
  readonly mayCheck: boolean
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

const kept = keptMarkup()

export function DeskListPage(props: DeskListProps): Html {
  const { language, list, filters, refusal } = props
  const t = words(language)
  const isOver = list.deadlineAt !== null && props.now > list.deadlineAt
  const around = [language, props.slug, props.zone, filters, props.views, props.mayShare, props.pageSize, props.mayCheck, isOver]
  return (
    <StaffPage
      language={language}
      title={t('desk.page')}
      path={props.path}
      query={listQuery(filters)}
      frame={props.frame}
      said={props.said}
      islands={props.mayCheck ? ['ticking'] : []}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      {kept(list, JSON.stringify(around), () => (
        <ListBody {...props} isOver={isOver} />
      ))}
    </StaffPage>
  )
}

type BodyProps = Omit<DeskListProps, 'frame' | 'path' | 'now' | 'said' | 'refusal'> & { readonly isOver: boolean }

/** What the list alone decides, whoever reads it and whenever. */
function ListBody(props: BodyProps): Html {
  const { language, list, filters, slug } = props
  const [t, l] = [words(language), listWords(language)]
  const base = `/${language}/desk/${slug}/applications`
  const all = DESK_STATES.reduce((sum, state) => sum + list.counts[state], 0)
  // Who opens the list on a view of theirs asks for the whole list by its name.
  const whole = props.views.some((view) => view.first) ? '?view=all' : ''
  const href = (wanted: DeskFilters): string => `${base}${listQuery(wanted) || whole}`
  const around = { ...props, href, base, all }
  return (
    <>
      <EligibilityTabs language={language} slug={slug} current="applications" />
      <Head title={t('desk.title', { count: all })} lead={<Deadline {...props} />}>
        <TakeAway {...around} />
        {list.next !== null && (
          <ButtonLink kind="light" href={`/${language}/desk/${slug}/eligibility/${list.next.application}`}>
            {t('desk.check-next', { number: list.next.number })}
          </ButtonLink>
        )}
      </Head>
      <Kpis
        figures={DESK_STATES.map((state) => ({
          value: formatNumber(list.counts[state], language),
          reference: null,
          says: <a href={`${base}?state=${state}`}>{t(`state.${state}`)}</a>,
        }))}
      />
      <ViewChips {...around} />
      <DeskFinder language={language} list={list} filters={filters} action={base} href={href} />
      <Narrowed language={language} list={list} filters={filters} action={base} href={href} />
      {list.lines.length === 0 ? (
        <Empty title={t('desk.none')}>
          <p>{t('desk.none-hint')}</p>
          <a href={`${base}${whole}`}>{t('desk.reset')}</a>
        </Empty>
      ) : (
        <Rows {...around} />
      )}
      <Pagination
        language={language}
        page={filters.page}
        pages={Math.ceil(list.total / props.pageSize)}
        href={(page) => href({ ...filters, page })}
      />
      <KeepView {...around} />
      {props.mayCheck && (
        <form method="post" action={`${base}/checks`} class="row screen-only">
          <Button kind="quiet">{t('desk.run-checks')}</Button>
          <span class="sm muted">{t('desk.run-hint')}</span>
        </form>
      )}
      {props.mayCheck && <p class="sm muted screen-only">{l('bulk.nothing-leaves')}</p>}
    </>
  )
}

export type ListAround = BodyProps & {
  readonly href: (filters: DeskFilters) => string
  /** Address of the list. */
  readonly base: string
  /** All that the viewer may see. */
  readonly all: number
}

/** The rows; officers tick some, or all that match, and ask what an act would do with them. */
function Rows(props: ListAround): Html {
  const { language, list, base } = props
  const [t, l] = [words(language), listWords(language)]
  const title = isNarrowed(props.filters) ? l('list.found', { count: list.total }) : t('desk.page')
  const card = (
    <Card flush title={title} aside={<Shown {...props} />}>
      <Table caption={t('desk.page')} look="desk" columns={columnsOf({ ...props, ticks: props.mayCheck })} rows={list.lines} />
      {props.mayCheck && <Acts {...props} />}
    </Card>
  )
  if (!props.mayCheck) return card
  return (
    <Ticking action={`${base}/acts`}>
      <Hidden name="query" value={viewQuery(props.filters)} />
      {card}
    </Ticking>
  )
}

function Acts({ language, list, base }: ListAround): Html {
  const l = listWords(language)
  const acts = BULK_ACTS.map((act) => ({ value: act, name: l(`act.${act}`) }))
  return (
    <Bulk
      label={l('bulk.label')}
      ticked={l('bulk.ticked')}
      all={l('bulk.all', { count: list.total })}
      name="act"
      acts={[
        ...acts,
        { value: 'xlsx', name: l('bulk.export'), href: `${base}/export` },
        { value: 'print', name: l('bulk.print'), href: `${base}/sheets` },
      ]}
    />
  )
}

function TakeAway({ language, filters, base }: ListAround): Html {
  const l = listWords(language)
  const query = listQuery({ ...filters, page: 1 })
  const more = query === '' ? '?answers=yes' : `${query}&answers=yes`
  return (
    <LinkMenu
      label={l('export.menu')}
      icon="down"
      links={[
        { name: l('export.xlsx'), href: `${base}.xlsx${query}`, download: true },
        { name: l('export.csv'), href: `${base}.csv${query}`, download: true },
        { name: l('export.xlsx-answers'), href: `${base}.xlsx${more}`, download: true },
        { name: l('export.csv-answers'), href: `${base}.csv${more}`, download: true },
        { name: l('export.print'), href: `${base}/print${query}` },
        { name: l('export.sheets'), href: `${base}/sheets${listQuery(filters)}` },
      ]}
    />
  )
}

function Deadline({ list, language, zone, isOver }: BodyProps): Html {
  const t = words(language)
  const regions = list.within?.map((code) => regionName(list, code, language))
  const within = regions === undefined ? '' : t('desk.within', { regions: formatList(regions, language) })
  if (list.deadlineAt === null)
    return (
      <>
        {t('desk.rolling')} {within}
      </>
    )
  const deadline = formatDeadline(list.deadlineAt, language, zone, { style: 'long' })
  return (
    <>
      {isOver ? t('desk.lead', { deadline }) : t('desk.open', { deadline })} {within}
    </>
  )
}

function Shown({ list, filters, pageSize, language, mayCheck }: ListAround): Html {
  const from = (filters.page - 1) * pageSize + 1
  const [t, l] = [words(language), listWords(language)]
  return (
    <span class="row row--tight">
      <span class="xs muted">{t('desk.shown', { from, to: from + list.lines.length - 1, total: list.total })}</span>
      {mayCheck && list.total <= MOST_AT_ONCE && <TickAll name="all" label={l('tick.all', { count: list.total })} />}
    </span>
  )
}
