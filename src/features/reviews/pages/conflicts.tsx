/** Conflicts: what reviewers declared, what ties were found and why, and an officer's answer to each. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ChoiceField, Hidden, TextField } from '../../../design/form/controls.tsx'
import { ErrorSummary } from '../../../design/form/error-summary.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { State } from '../../../design/state.tsx'
import { Chips } from '../../../design/tabs.tsx'
import { formatDateTime } from '../../../platform/time/time.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { conflictQuery } from '../conflicts/filters.ts'
import { CONFLICT_STATES, CONFLICTS_A_PAGE, type ConflictFilters, type ConflictLine, type ConflictsView } from '../conflicts/views.ts'
import { words } from '../conflicts/words/index.ts'
import { words as reviewWords } from '../words/index.ts'
import { type DeskAround, DeskPage } from './desk-page.tsx'

/** What was answered of one tie and could not be kept. */
export interface TypedTie {
  readonly reviewer: string
  readonly application: string
  readonly kind: string
  readonly answer: string
  readonly reason: string
  readonly errors: FormErrors
}

export interface ConflictsProps {
  readonly around: DeskAround
  readonly view: ConflictsView
  readonly filters: ConflictFilters
  readonly typed?: TypedTie | undefined
}

/** The name of a field of one tie. */
export function tieField(name: string, { reviewer, application, kind }: Pick<ConflictLine, 'reviewer' | 'application'> & { kind: string }): string {
  return `${name}-${reviewer}-${application}-${kind}`
}

export function ConflictsPage(props: ConflictsProps): Html {
  const { around, view, filters, typed } = props
  const { language, slug } = around
  const t = words(language)
  const base = `/${language}/desk/${slug}/conflicts`
  const errors = typed?.errors ?? []
  return (
    <DeskPage around={around} here="conflicts" title={t('title')} lead={t('lead')} wrong={errors.length > 0}>
      <ErrorSummary language={language} errors={errors} />
      <Look {...props} action={`${base}/search`} />
      <Chips
        label={t('states')}
        chips={CONFLICT_STATES.map((state) => ({
          name: t(`state.${state}`),
          count: formatNumber(view.counts[state], language),
          href: `${base}${conflictQuery({ state, page: 1 })}`,
          current: filters.state === state,
        }))}
      />
      {view.lines.length === 0 && (
        <Empty title={t(`none.${filters.state}`)}>
          <p>{t('none-hint')}</p>
        </Empty>
      )}
      {view.lines.map((line) => (
        <Tie line={line} {...props} />
      ))}
      <Pagination
        language={language}
        page={filters.page}
        pages={Math.ceil(view.total / CONFLICTS_A_PAGE)}
        href={(page) => `${base}${conflictQuery({ ...filters, page })}`}
      />
    </DeskPage>
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
function why(line: ConflictLine, around: DeskAround): string {
  const t = words(around.language)
  const { reviewerName: reviewer, shared, kind, sign } = line
  if (kind === 'declared') return shared === '' ? t('why.declared', { reviewer }) : t('why.declared-note', { reviewer, note: shared })
  return t.any(`why.${kind}-${sign}`, { reviewer, shared, named: line.alike === '' ? t('somebody') : line.alike })
}

function Tie({ line, ...props }: ConflictsProps & { line: ConflictLine }): Html {
  const { around, typed } = props
  const { language, slug, zone } = around
  const t = words(language)
  const own = typed?.reviewer === line.reviewer && typed.application === line.application && typed.kind === line.kind ? typed : undefined
  const id = tieField('tie', line)
  return (
    <section class="card stack stack--sm" aria-labelledby={id}>
      <div class="card__head">
        <h2 class="h3" id={id}>
          <bdi>{line.reviewerName}</bdi> · <bdi class="num ltr">{line.number}</bdi>
        </h2>
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
          <State is={line.judged.stands ? 'no' : 'done'}>{t(line.judged.stands ? 'judged.stands' : 'judged.dismissed')}</State>{' '}
          <bdi>{line.judged.reason}</bdi>{' '}
          <span class="xs muted">{t('judged.by', { by: line.judged.by, at: formatDateTime(line.judged.at, language, zone) })}</span>
        </p>
      )}
      {line.judged === null && line.state === 'standing' && line.kind !== 'declared' && <p class="hint">{t('apart')}</p>}
      {around.mayArrange && line.kind !== 'declared' && <Answer line={line} own={own} {...props} />}
    </section>
  )
}

/** Shut, so that a page of questions can be looked over. */
function Answer({ line, own, around, filters }: ConflictsProps & { line: ConflictLine; own: TypedTie | undefined }): Html {
  const { language, slug } = around
  const t = words(language)
  const names = { answer: tieField('answer', line), reason: tieField('reason', line) }
  return (
    <details class="more" open={own !== undefined}>
      <summary>{t(line.state === 'open' ? 'answer' : 'answer-again')}</summary>
      <form method="post" action={`/${language}/desk/${slug}/conflicts${conflictQuery(filters)}`} novalidate class="stack">
        <Hidden name="reviewer" value={line.reviewer} />
        <Hidden name="application" value={line.application} />
        <Hidden name="kind" value={line.kind} />
        <Hidden name="seen" value={line.seq} />
        <ChoiceField
          name={names.answer}
          label={t('question')}
          look="row"
          value={own?.answer ?? ''}
          options={[
            { value: 'stands', name: t(line.reads ? 'answer.take-back' : 'answer.stands') },
            { value: 'none', name: t('answer.none') },
          ]}
          error={errorOf(own?.errors, names.answer)}
        />
        <TextField
          name={names.reason}
          label={t('reason')}
          hint={t('reason-hint')}
          value={own?.reason ?? ''}
          autocomplete="off"
          error={errorOf(own?.errors, names.reason)}
        />
        <div class="actions">
          <Button kind="quiet">{t('send')}</Button>
        </div>
      </form>
    </details>
  )
}
