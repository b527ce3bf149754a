/** Conflicts: what reviewers declared, what ties were found and why, and an officer's answer to each. */
import type { Html } from '#html'
import { Bulk, Tick, TickAll, TickingBeside } from '../../../design/bulk.tsx'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Hidden } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { State } from '../../../design/state.tsx'
import { Chips } from '../../../design/tabs.tsx'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { conflictQuery } from '../conflicts/filters.ts'
import { CONFLICT_STATES, CONFLICTS_A_PAGE, type ConflictFilters, type ConflictLine, isQuestion } from '../conflicts/views.ts'
import { words } from '../conflicts/words/index.ts'
import { words as reviewWords } from '../words/index.ts'
import { tieKey } from '../queries/answers-plan.ts'
import { Answer, type ConflictsProps, TakeBack, tieField } from './conflict-forms.tsx'
import { type DeskAround, DeskPage } from './desk-page.tsx'

export function ConflictsPage(props: ConflictsProps): Html {
  const { around, view, filters, typed } = props
  const { language, slug } = around
  const t = words(language)
  const base = `/${language}/desk/${slug}/conflicts`
  const errors = typed?.errors ?? []
  return (
    <DeskPage around={around} here="conflicts" title={t('title')} lead={t('lead')} wrong={errors.length > 0} islands={['ticking']}>
      <ErrorSummary language={language} errors={errors} />
      <Look {...props} action={`${base}/search`} />
      <Chips
        label={t('states')}
        chips={CONFLICT_STATES.map((state) => ({
          name: t(`state.${state}`),
          count: formatNumber(view.counts[state], language),
          href: `${base}${conflictQuery({ state, kind: null, page: 1 })}`,
          current: filters.state === state,
        }))}
      />
      <Kinds {...props} base={base} />
      {view.lines.length === 0 && (
        <Empty title={t(`none.${filters.state}`)}>
          <p>{t('none-hint')}</p>
        </Empty>
      )}
      <Lines {...props} base={base} />
      <Pagination
        language={language}
        page={filters.page}
        pages={Math.ceil(view.total / CONFLICTS_A_PAGE)}
        href={(page) => `${base}${conflictQuery({ ...filters, page })}`}
      />
    </DeskPage>
  )
}

/** Which kind of tie, where there are several. */
function Kinds({ around: { language }, view, filters, base }: ConflictsProps & { base: string }): Html {
  const t = words(language)
  if (view.kinds.length < 2 && filters.kind === null) return <></>
  const sum = view.kinds.reduce((all, { count }) => all + count, 0)
  const chip = (name: string, count: number, kind: ConflictFilters['kind']) => ({
    name,
    count: formatNumber(count, language),
    href: `${base}${conflictQuery({ state: filters.state, kind, page: 1 })}`,
    current: filters.kind === kind,
  })
  return (
    <Chips
      label={t('kinds')}
      chips={[
        chip(t('kinds-all'), sum, null),
        ...view.kinds.map(({ kind, count }) => chip(reviewWords(language).any(`conflict.${kind}`), count, kind)),
      ]}
    />
  )
}

const TOGETHER = 'together'

/** The lines of a page; questions can be ticked, and answered together on the page that shows what that would do. */
function Lines({ base, ...props }: ConflictsProps & { base: string }): Html {
  const { around, view, filters } = props
  const t = words(around.language)
  const lines = view.lines.map((line) => <Tie line={line} {...props} />)
  if (!around.mayArrange || view.questions < 2) return <>{lines}</>
  return (
    <TickingBeside
      id={TOGETHER}
      action={`${base}/answers`}
      bar={
        <>
          {filters.kind !== null && <Hidden name="kind" value={filters.kind} />}
          <Bulk
            label={t('bulk.label')}
            ticked={t('bulk.ticked')}
            all={t('bulk.all', { count: view.questions })}
            name="answer"
            acts={[
              { value: 'none', name: t('bulk.none') },
              { value: 'stands', name: t('bulk.stands') },
            ]}
          />
        </>
      }
    >
      <p class="sm">
        <TickAll name="all" label={t('bulk.tick-all', { count: view.questions })} form={TOGETHER} />
      </p>
      {lines}
    </TickingBeside>
  )
}

/** Reviewers and applications are compared when somebody accepts, every night, and whenever one asks. */
function Look({ around: { language, zone, mayArrange }, view: { lookedAt }, action }: ConflictsProps & { action: string }): Html {
  const t = words(language)
  return (
    <form method="post" action={action} class="card row">
      <p class="sm">{lookedAt === null ? t('never-looked') : t('looked', { at: formatDateTime(lookedAt, language, zone) })}</p>
      {mayArrange && <Button kind="light">{t('look')}</Button>}
    </form>
  )
}

/** Why the two are tied, in a sentence. */
export function why(line: ConflictLine, around: DeskAround): string {
  const t = words(around.language)
  const { reviewerName: reviewer, shared, kind, sign } = line
  if (kind === 'declared') return shared === '' ? t('why.declared', { reviewer }) : t('why.declared-note', { reviewer, note: shared })
  return t.any(`why.${kind}-${sign}`, { reviewer, shared, named: line.alike === '' ? t('somebody') : line.alike })
}

function verdictOf({ kind }: ConflictLine, stands: boolean): 'judged.stands' | 'judged.dismissed' | 'judged.taken-back' {
  if (stands) return 'judged.stands'
  return kind === 'declared' ? 'judged.taken-back' : 'judged.dismissed'
}

function Tie({ line, ...props }: ConflictsProps & { line: ConflictLine }): Html {
  const { around, typed } = props
  const { language, slug, zone } = around
  const t = words(language)
  const own = typed?.reviewer === line.reviewer && typed.application === line.application && typed.kind === line.kind ? typed : undefined
  const id = `${tieField('tie', line)}-${line.at.getTime()}`
  return (
    <section class="card stack stack--sm" aria-labelledby={id}>
      <div class="card__head">
        <div class="row row--tight nowrapflex">
          {around.mayArrange && isQuestion(line) && (
            <Tick name="tie" value={tieKey(line)} label={t('bulk.tick', { reviewer: line.reviewerName, number: line.number })} form={TOGETHER} />
          )}
          <h2 class="h3" id={id}>
            <bdi>{line.reviewerName}</bdi> · <bdi class="num ltr">{line.number}</bdi>
          </h2>
        </div>
        <span class="sm">{reviewWords(language).any(`conflict.${line.kind}`)}</span>
      </div>
      <p>{why(line, around)}</p>
      <p class="sm">
        <a href={`/${language}/desk/${slug}/eligibility/${line.application}`}>
          <bdi>{line.title}</bdi>
        </a>
        , <bdi>{line.holderName}</bdi>
      </p>
      {line.reads && (
        <p>
          <State is="alert">{t('reads')}</State>
        </p>
      )}
      {line.judged !== null && (
        <p class="sm">
          <State is={line.judged.stands ? 'no' : 'done'}>{t(verdictOf(line, line.judged.stands))}</State> <bdi>{line.judged.reason}</bdi>{' '}
          <span class="xs muted">{t('judged.by', { by: line.judged.by, at: formatDateTime(line.judged.at, language, zone) })}</span>
        </p>
      )}
      {line.judged === null && line.state === 'standing' && line.kind !== 'declared' && <p class="hint">{t('apart')}</p>}
      {around.mayArrange && line.kind !== 'declared' && <Answer line={line} own={own} {...props} />}
      {around.mayArrange && line.kind === 'declared' && line.state === 'standing' && <TakeBack line={line} own={own} {...props} />}
    </section>
  )
}
