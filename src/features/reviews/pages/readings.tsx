/** The readings and their scores; where two diverge, the plan of third readers. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { SelectField, TextField } from '../../../design/form/controls.tsx'
import { More } from '../../../design/more.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { State } from '../../../design/state.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import { Chips } from '../../../design/tabs.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import { isIn, READING_STATES, READINGS_A_PAGE, type ReadingFilters } from '../reading-filters.ts'
import type { PlanView, ReadingLine } from '../views.ts'
import { words as discussionWords } from '../discussion/words/index.ts'
import { words as questionWords } from '../questions/words/index.ts'
import { words } from '../words/index.ts'
import { type DeskAround, DeskPage, RegionOf } from './desk-page.tsx'
import { Apply, Infeasible, Rows } from './plan.tsx'
import { FirstScore } from './revision.tsx'
import { StageChips } from './stages.tsx'

export interface ReadingsProps {
  readonly around: DeskAround
  /** All that the viewer may see; the page shows some of them. */
  readonly lines: readonly ReadingLine[]
  readonly filters: ReadingFilters
  /** Points above which a third reader is asked. */
  readonly limit: string | null
  /** Code of the stage asked for; undefined: the first. */
  readonly stage?: string | undefined
  /** Third readers who would be asked now; null for who may not ask them. */
  readonly third: PlanView | null
  /** Questions of readers about files that wait for an answer; null for who may not answer. */
  readonly questions: number | null
  readonly typed: { readonly assignment: string; readonly reason: string }
}

export function ReadingsPage({ around, lines, filters, limit, third, typed, stage, questions }: ReadingsProps): Html {
  const { language, slug } = around
  const t = words(language)
  const base = `/${language}/desk/${slug}`
  return (
    <DeskPage
      around={around}
      here="reviews"
      title={t('readings.title')}
      lead={limit === null ? t('readings.lead-no-third') : t('readings.lead', { limit: formatNumber(Number(limit), language) })}
    >
      <StageChips around={around} page="reviews" chosen={stage} />
      {questions !== null && (
        <p class={questions > 0 ? 'note' : 'sm'}>
          <a href={`${base}/reader-questions`}>{questionWords(language)('desk.waiting', { count: questions })}</a>
        </p>
      )}
      {third !== null && third.applications > 0 && (
        <section class="stack" aria-labelledby="third">
          <h2 id="third">{t('readings.third-title', { count: third.applications })}</h2>
          {third.conflict.length > 0 ? (
            <Infeasible plan={third} language={language} />
          ) : (
            <Apply
              plan={third}
              language={language}
              action={`${base}/reviews/third-readers${stage === undefined ? '' : `?stage=${stage}`}`}
              label={t('readings.third-apply')}
            />
          )}
          {third.conflict.length === 0 && <Rows plan={third} language={language} />}
        </section>
      )}
      {lines.length === 0 ? (
        <Empty title={t('readings.none')}>
          <p>{t('readings.none-hint')}</p>
        </Empty>
      ) : (
        <Lines around={around} lines={lines} filters={filters} stage={stage} />
      )}
      {around.mayArrange && lines.length > 0 && (
        <EndAssignment lines={lines} language={language} action={`${base}/assignments/removal`} typed={typed} />
      )}
    </DeskPage>
  )
}

function Lines({ around, lines, filters, stage }: Pick<ReadingsProps, 'around' | 'lines' | 'filters' | 'stage'>): Html {
  const { language, slug } = around
  const t = words(language)
  const link = (state: string, page: number): string => {
    const query = new URLSearchParams({
      ...(stage === undefined ? {} : { stage }),
      ...(state === 'all' ? {} : { state }),
      ...(page === 1 ? {} : { page: String(page) }),
    }).toString()
    return `/${language}/desk/${slug}/reviews${query === '' ? '' : `?${query}`}`
  }
  const chosen = lines.filter((line) => isIn(filters.state, line))
  const shown = chosen.slice((filters.page - 1) * READINGS_A_PAGE, filters.page * READINGS_A_PAGE)
  return (
    <>
      <div class="row row--between">
        <Chips
          label={t('readings.filter')}
          chips={READING_STATES.map((state) => ({
            name: t(`readings.state-${state}`),
            href: link(state, 1),
            count: formatNumber(lines.filter((line) => isIn(state, line)).length, language),
            current: state === filters.state,
          }))}
        />
        <ButtonLink kind="quiet" size="sm" href={`/${language}/desk/${slug}/reviews.xlsx${stage === undefined ? '' : `?stage=${stage}`}`}>
          {t('readings.export')}
        </ButtonLink>
      </div>
      {shown.length === 0 ? (
        <Empty title={t('readings.none-here')} />
      ) : (
        <Card flush title={t('desk.reviews')}>
          <Table caption={t('desk.reviews')} rows={shown} look="rank" columns={columnsOf(around)} />
        </Card>
      )}
      <Pagination
        language={language}
        page={filters.page}
        pages={Math.ceil(chosen.length / READINGS_A_PAGE)}
        href={(page) => link(filters.state, page)}
      />
    </>
  )
}

function columnsOf(around: DeskAround): Column<ReadingLine>[] {
  const { language, slug } = around
  const t = words(language)
  const points = (score: string | null, decimals = 2): string => (score === null ? '–' : formatNumber(score, language, { decimals }))
  return [
    {
      name: t('plan.application'),
      head: true,
      cell: (line) => (
        <>
          <a href={`/${language}/desk/${slug}/eligibility/${line.application}`}>{line.number}</a> <bdi>{line.title}</bdi>
          {around.readsAll && (
            <>
              <br />
              <ButtonLink kind="text" size="sm" href={`/${language}/desk/${slug}/discussions/${line.application}`}>
                {discussionWords(language)('link')}
                <span class="vh"> {line.number}</span>
              </ButtonLink>
            </>
          )}
        </>
      ),
    },
    { name: t('reviewers.region'), cell: (line) => <RegionOf code={line.region} around={around} /> },
    {
      name: t('readings.readers'),
      cell: (line) => (
        <ul>
          {line.readings.map((one) => (
            <li>
              <bdi>{one.name}</bdi>
              {one.third && ` (${t('readings.third')})`}{' '}
              {!one.given ? <span class="muted">{t('readings.pending')}</span> : <b class="num">{points(one.score)}</b>}
              {one.changed !== null && (
                <>
                  {' '}
                  <FirstScore before={one.changed.before} language={language} />
                </>
              )}
            </li>
          ))}
        </ul>
      ),
    },
    { name: t('readings.mean'), number: true, cell: (line) => points(line.mean) },
    {
      name: t('readings.spread'),
      number: true,
      cell: (line) => {
        // One score alone diverges from nothing.
        if (line.readings.filter((one) => one.score !== null).length < 2) return '–'
        return (
          <>
            {line.diverges ? <b>{points(line.spread)}</b> : points(line.spread)}
            {line.spreadBefore !== null && (
              <>
                <br />
                <FirstScore before={line.spreadBefore} language={language} />
              </>
            )}
          </>
        )
      },
    },
    { name: t('stage.interview'), number: true, cell: (line) => points(line.interview) },
    { name: t('readings.final'), number: true, cell: (line) => points(line.final) },
    {
      name: t('reviewers.state'),
      cell: (line) => (
        <span class="row row--tight">
          {line.passes !== null && <State is={line.passes ? 'yes' : 'no'}>{t(line.passes ? 'readings.passes' : 'readings.fails')}</State>}
          {line.diverges && <State is="alert">{t('readings.diverges')}</State>}
          {line.passes === null && !line.diverges && '–'}
        </span>
      ),
    },
  ]
}

function EndAssignment({
  lines,
  language,
  action,
  typed,
}: {
  lines: readonly ReadingLine[]
  language: Language
  action: string
  typed: ReadingsProps['typed']
}): Html {
  const t = words(language)
  const groups = lines.map((line) => ({
    name: `${line.number} · ${line.title}`,
    options: line.readings.map((one) => ({ value: one.assignment, name: one.name })),
  }))
  return (
    <More summary={t('readings.end')} open={typed.assignment !== ''}>
      <form method="post" action={action} novalidate class="card stack">
        <SelectField name="assignment" label={t('readings.end-which')} value={typed.assignment} empty={t('readings.choose')} groups={groups} />
        <TextField name="reason" label={t('readings.end-reason')} value={typed.reason} autocomplete="off" />
        <div class="actions">
          <Button kind="bad">{t('readings.end')}</Button>
        </div>
      </form>
    </More>
  )
}
