/** Pairs that may be the same person's or the same project, side by side; a person says which they are. */
import type { Child, Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ChoiceField, ConsentField, Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary, RefusalNote } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { State } from '../../../design/state.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import { Chips } from '../../../design/tabs.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { formatDate, formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber, formatPercent } from '../../../platform/words/format.ts'
import type { Piece } from '../../applications/index.ts'
import { pairField, pairQuery } from '../duplicates/filters.ts'
import { PAIR_STATES, type PairFilters, type PairSide, type PairsView, type PairView } from '../duplicates/views.ts'
import { words } from '../duplicates/words/index.ts'
import type { DeskRegion, Likeness } from '../views.ts'
import { words as eligibilityWords } from '../words/index.ts'
import { RegionName } from './desk-list.tsx'
import { EligibilityTabs } from './eligibility-tabs.tsx'

/** What was said of one pair and could not be kept. */
export interface TypedPair {
  readonly first: string
  readonly second: string
  readonly verdict: string
  readonly reason: string
  readonly errors: FormErrors
  /** Whether leaving an application that was found eligible waits to be confirmed. */
  readonly toConfirm?: boolean
}

export interface DuplicatesProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly slug: string
  readonly zone: string
  readonly regions: readonly DeskRegion[]
  readonly view: PairsView
  readonly filters: PairFilters
  readonly pageSize: number
  readonly typed?: TypedPair | undefined
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function DuplicatesPage(props: DuplicatesProps): Html {
  const { language, frame, slug, view, filters, typed } = props
  const t = words(language)
  const base = `/${language}/desk/${slug}/duplicates`
  const link = (more: Partial<PairFilters>): string => `${base}${pairQuery({ ...filters, page: 1, ...more })}`
  const errors = typed?.errors ?? []
  return (
    <StaffPage
      language={language}
      title={t('title')}
      path={`/desk/${slug}/duplicates`}
      query={pairQuery(filters)}
      frame={frame}
      said={props.said}
      error={errors.length > 0 || props.refusal !== undefined}
    >
      {props.refusal !== undefined && errors.length === 0 && <RefusalNote sentence={props.refusal} />}
      <ErrorSummary language={language} errors={errors} />
      <EligibilityTabs language={language} slug={slug} current="duplicates" />
      <Head title={t('title')} lead={t('lead')} />
      <Chips
        label={t('states')}
        chips={PAIR_STATES.map((state) => ({
          name: t(`state.${state}`),
          count: formatNumber(view.counts[state], language),
          href: link({ state }),
          current: filters.state === state,
        }))}
      />
      {filters.number !== '' && (
        <p class="row row--tight">
          <span>{t('only', { number: filters.number })}</span>
          <a href={link({ number: '' })}>{t('all')}</a>
        </p>
      )}
      {view.pairs.length === 0 && (
        <Empty title={t(`none.${filters.state}`)}>
          <p>{t('none-hint')}</p>
        </Empty>
      )}
      {view.pairs.map((pair) => (
        <Pair pair={pair} props={props} action={`${base}${pairQuery(filters)}`} />
      ))}
      <Pagination language={language} page={filters.page} pages={Math.ceil(view.total / props.pageSize)} href={(page) => link({ page })} />
    </StaffPage>
  )
}

function Pair({ pair, props, action }: { pair: PairView; props: DuplicatesProps; action: string }): Html {
  const { language, zone } = props
  const t = words(language)
  const { first, second } = pair
  const id = `pair-${first.number}-${second.number}`
  return (
    <section class="card stack stack--sm" aria-labelledby={id}>
      <div class="card__head">
        <h2 class="h3" id={id}>
          {t('pair', { first: first.number, second: second.number })}
        </h2>
        <span class="sm">{matchText(pair, language)}</span>
      </div>
      <div class="room">
        <Table caption={t('pair', { first: first.number, second: second.number })} rows={rowsOf(pair, props)} columns={columnsOf(pair, language)} />
      </div>
      {pair.shared !== null && <Shared pair={pair} shared={pair.shared} language={language} />}
      {pair.judged !== null && <Judged pair={pair} judged={pair.judged} language={language} zone={zone} />}
      {pair.mayJudge && <Judge pair={pair} props={props} action={action} />}
    </section>
  )
}

interface Row {
  readonly item: string
  readonly first: Child
  readonly second: Child
}

function columnsOf({ first, second }: PairView, language: Language): Column<Row>[] {
  const t = words(language)
  const opened = ({ application, number, edition }: PairSide): Html => (
    <a class="ltr" href={`/${language}/desk/${edition.slug}/eligibility/${application}`}>
      {number}
    </a>
  )
  return [
    { name: t('item'), head: true, cell: (row) => row.item },
    { name: t('first'), cell: (row) => (row.item === t('number') ? opened(first) : row.first) },
    { name: t('second'), cell: (row) => (row.item === t('number') ? opened(second) : row.second) },
  ]
}

function rowsOf({ first, second, across }: PairView, { language, zone, regions }: DuplicatesProps): Row[] {
  const t = words(language)
  const both = (item: string, cell: (side: PairSide) => Child): Row => ({ item, first: cell(first), second: cell(second) })
  return [
    both(t('number'), () => ''),
    both(t('name'), (side) => <bdi>{side.holderName}</bdi>),
    both(t('birth'), (side) => (side.birthDate === null ? '' : formatDate(side.birthDate, language))),
    both(t('project'), (side) => <bdi>{side.title}</bdi>),
    both(t('region'), (side) => <RegionName code={side.region} regions={regions} language={language} />),
    both(t('submitted'), (side) => formatDateTime(side.submittedAt, language, zone)),
    ...(across ? [both(t('edition'), (side) => inLanguage(side.edition.name, language).text)] : []),
  ]
}

/** The text both wrote, side by side: what is the same in both is marked. */
function Shared({ pair, shared, language }: { pair: PairView; shared: NonNullable<PairView['shared']>; language: Language }): Html {
  const t = words(language)
  const side = (number: string, pieces: readonly Piece[]): Html => (
    <div class="stack stack--xs">
      <h3 class="sm">
        <bdi class="ltr">{number}</bdi>
      </h3>
      <p class="sm" dir="auto">
        {pieces.map(({ text, differs }) => (differs || text.trim() === '' ? <span>{text}</span> : <mark class="dif">{text}</mark>))}
      </p>
    </div>
  )
  return (
    <More summary={t('shared', { percent: formatPercent(pair.textLikeness, language) })}>
      <div class="pair pair--half">
        {side(pair.first.number, shared.first)}
        {side(pair.second.number, shared.second)}
      </div>
    </More>
  )
}

/** What the two share, in words. */
export function matchText(
  { same, nameLikeness, textLikeness }: Pick<Likeness, 'same' | 'nameLikeness' | 'textLikeness'>,
  language: Language,
): string {
  const t = eligibilityWords(language)
  const traits = same.filter((trait) => trait !== 'text').map((trait) => t(`trait.${trait}`))
  const names = nameLikeness > 0 && nameLikeness < 1 ? [t('likeness.percent', { percent: formatPercent(nameLikeness, language) })] : []
  const texts = textLikeness > 0 ? [t('likeness.text', { percent: formatPercent(textLikeness, language) })] : []
  return [...traits, ...names, ...texts].join(' · ')
}

function Judged({
  pair,
  judged,
  language,
  zone,
}: {
  pair: PairView
  judged: NonNullable<PairView['judged']>
  language: Language
  zone: string
}): Html {
  const t = words(language)
  const kept = [pair.first, pair.second].find((side) => side.application === pair.kept)
  return (
    <div class="stack stack--xs">
      <p class="row row--tight">
        <State is={judged.same ? 'no' : 'done'}>{t(judged.same ? 'verdict.same' : 'verdict.different')}</State>
        {kept !== undefined && <span>{t('kept', { number: kept.number })}</span>}
      </p>
      <p class="sm" dir="auto">
        {judged.reason}
      </p>
      <p class="xs muted">
        {eligibilityWords(language)('rules.by', { by: judged.by, at: formatDateTime(judged.at, language, zone, { style: 'day-month' }) })}
      </p>
    </div>
  )
}

/** Shut when somebody has answered: it may still be answered otherwise. */
function Judge({ pair, props, action }: { pair: PairView; props: DuplicatesProps; action: string }): Html {
  const { language, typed } = props
  const t = words(language)
  const { first, second } = pair
  const own = typed?.first === first.application && typed.second === second.application ? typed : undefined
  const names = {
    verdict: pairField('verdict', first.application, second.application),
    reason: pairField('reason', first.application, second.application),
  }
  const options = pair.across
    ? [{ value: 'same', name: t('verdict.same') }]
    : [first, second].map((side) => ({ value: side.application, name: t('choice.keep', { number: side.number }) }))
  return (
    <details class="more" open={pair.judged === null || own !== undefined}>
      <summary>{t(pair.judged === null ? 'judge' : 'judge-again')}</summary>
      <form method="post" action={action} novalidate class="stack">
        <Hidden name="first" value={first.application} />
        <Hidden name="second" value={second.application} />
        <Hidden name="seen" value={String(pair.seq)} />
        <ChoiceField
          name={names.verdict}
          label={t('choice')}
          value={own?.verdict ?? ''}
          options={[...options, { value: 'different', name: t('verdict.different') }]}
          error={errorOf(own?.errors, names.verdict)}
        />
        <TextField
          name={names.reason}
          label={t('reason')}
          hint={t(pair.across ? 'reason-hint-before' : 'reason-hint')}
          value={own?.reason ?? ''}
          autocomplete="off"
          error={errorOf(own?.errors, names.reason)}
        />
        {own?.toConfirm === true && (
          <ConsentField
            name="confirmed"
            label={t('confirm')}
            hint={t('confirm-hint')}
            given={false}
            error={eligibilityWords(language)('documents.confirm-needed')}
          />
        )}
        <div class="actions">
          <Button kind="quiet">{t('send')}</Button>
        </div>
      </form>
    </details>
  )
}
