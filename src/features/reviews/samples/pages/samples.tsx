/** The samples of a stage at the desk: chosen, given to the readers, then compared: who marked what, who reads severe or lenient. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { TextArea } from '../../../../design/form/controls.tsx'
import { Note } from '../../../../design/note.tsx'
import { State, type StateShape } from '../../../../design/state.tsx'
import { type Column, Table } from '../../../../design/table.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import type { MarkFigures, Tendency } from '../../../../domain/sample.ts'
import { formatDateTime } from '../../../../platform/time/time.ts'
import { formatList, formatNumber } from '../../../../platform/words/format.ts'
import { type DeskAround, DeskPage } from '../../pages/desk-page.tsx'
import { lineName } from '../../pages/grid.tsx'
import { StageChips } from '../../pages/stages.tsx'
import { words as reviewWords } from '../../words/index.ts'
import type { DeskSample, RoundView, SampleCandidate, SampleMark, SampleReader } from '../views.ts'
import { words } from '../words/index.ts'
import { Choosing } from './choosing.tsx'

export interface SamplesProps {
  readonly around: DeskAround
  readonly view: RoundView
  /** Address of the page in its language, and what follows it to stay at this stage. */
  readonly base: string
  readonly query: string
  /** Null for who arranges nothing here. */
  readonly candidates: readonly SampleCandidate[] | null
  readonly search: string
  /** The note as it was typed and not taken; null where none was sent. */
  readonly typed: string | null
  readonly stage: string | undefined
}

export function SamplesPage(props: SamplesProps): Html {
  const { around, view, stage } = props
  const { language, zone } = around
  const t = words(language)
  const isOther = view.shut === 'sample/not-this-stage' || (view.shut === 'sample/reading-begun' && view.openedAt === null)
  return (
    <DeskPage around={around} here="samples" title={t('title')} lead={t('lead')}>
      <StageChips around={around} page="samples" chosen={stage} />
      {isOther && view.shut !== null && (
        <Note>
          <p>{reviewWords(language).any(`refusal.${view.shut}`)}</p>
        </Note>
      )}
      {view.openedAt === null ? (
        (!isOther || view.samples.length > 0) && <Choosing {...props} />
      ) : (
        <>
          <p class="muted">{t('opened', { at: formatDateTime(view.openedAt, language, zone, { style: 'day-month' }) })}</p>
          <Readers {...props} />
          {view.samples.map((sample) => (
            <Marks {...props} sample={sample} />
          ))}
          <Showing {...props} />
        </>
      )}
    </DeskPage>
  )
}

const SHAPES: Readonly<Record<NonNullable<Tendency['reads']>, StateShape>> = { severe: 'wait', lenient: 'wait', 'as-others': 'yes' }

/** With its sign, so that above and below are told apart. */
function signed(value: number, language: Language, decimals = 1): string {
  const rounded = Math.round(value * 10 ** decimals) / 10 ** decimals
  const text = formatNumber(Math.abs(rounded), language, { decimals })
  // The sign stands before the figure in every language, also where the line is read from the right.
  return rounded === 0 ? text : `\u2066${rounded > 0 ? '+' : '−'}${text}\u2069`
}

function Readers({ around: { language }, view }: SamplesProps): Html {
  const t = words(language)
  const waiting = view.readers.flatMap(({ name, handedIn }) => (handedIn === 0 ? [name] : []))
  const columns: Column<SampleReader>[] = [
    { name: t('reader'), head: true, cell: ({ name }) => <bdi>{name}</bdi> },
    { name: t('handed-in'), cell: ({ handedIn }) => <span class="nowrap">{t('of', { done: handedIn, all: view.samples.length })}</span> },
    {
      name: t('reads'),
      cell: ({ tendency: { reads } }) =>
        reads === null ? <span class="muted">{t('reads.unknown')}</span> : <State is={SHAPES[reads]}>{t(`reads.${reads}`)}</State>,
    },
    { name: t('above'), number: true, cell: ({ tendency: { points } }) => (points === null ? '–' : signed(points, language)) },
    ...view.criteria.map(
      (criterion): Column<SampleReader> => ({
        name: lineName(criterion, view.stage.mode, language),
        number: true,
        cell: ({ tendency }) => {
          const step = tendency.steps[criterion.code]
          return step === undefined ? '–' : signed(step, language)
        },
      }),
    ),
  ]
  return (
    <Card title={t('readers')}>
      <div class="stack">
        {waiting.length < view.readers.length && (
          <>
            <p class="sm muted">{t('readers-lead')}</p>
            <div class="room">
              <Table caption={t('readers')} rows={view.readers.filter(({ handedIn }) => handedIn > 0)} look="desk" columns={columns} />
            </div>
          </>
        )}
        {waiting.length > 0 && <p class="sm muted">{t('waiting', { names: formatList(waiting, language) })}</p>}
      </div>
    </Card>
  )
}

function Marks({ around: { language }, view, sample }: SamplesProps & { sample: DeskSample }): Html {
  const t = words(language)
  const points = (value: number): string => formatNumber(value, language, { decimals: 2 })
  const columns: Column<SampleMark>[] = [
    { name: t('reader'), head: true, cell: (mark) => <Marker mark={mark} language={language} /> },
    ...view.criteria.map(
      (criterion): Column<SampleMark> => ({
        name: lineName(criterion, view.stage.mode, language),
        number: true,
        cell: ({ scores }) => markText(scores[criterion.code], view, language),
      }),
    ),
    { name: t('points'), number: true, cell: (mark) => points(mark.points) },
  ]
  const figures = [...view.criteria.map(({ code }) => sample.figures[code] ?? null), sample.points]
  const foot = (name: string, of: (one: MarkFigures) => number): Html => (
    <tr class="strong">
      <th scope="row">{name}</th>
      {figures.map((one, at) => (
        <td class="n" data-l={columns[at + 1]?.name}>
          {one === null ? '–' : points(of(one))}
        </td>
      ))}
    </tr>
  )
  return (
    <Card title={t('sample', { position: sample.position })}>
      <div class="stack">
        <p>
          <bdi class="num ltr">{sample.number}</bdi> <bdi>{sample.title}</bdi>{' '}
          <span class="muted">{inLanguage(sample.edition.name, language).text}</span>
        </p>
        {sample.knownBy.length > 0 && <p class="sm">{t('known-by', { names: formatList(sample.knownBy, language) })}</p>}
        {sample.marks.length === 0 ? (
          <p class="muted">{t('nobody')}</p>
        ) : (
          <div class="room">
            <Table
              caption={t('marks', { position: sample.position })}
              rows={sample.marks}
              look="desk"
              columns={columns}
              foot={
                <>
                  {foot(t('mean'), ({ mean }) => mean)}
                  {foot(t('spread'), ({ high, low }) => high - low)}
                </>
              }
            />
          </div>
        )}
      </div>
    </Card>
  )
}

/** Who marked; whether the file was new to them. */
function Marker({ mark: { name, knew }, language }: { mark: SampleMark; language: Language }): Html {
  return (
    <>
      <bdi>{name}</bdi>
      {knew && (
        <>
          <br />
          <span class="muted xs">{words(language)('knew')}</span>
        </>
      )}
    </>
  )
}

/** A step, or where nothing is scored whether it is met. */
function markText(step: number | undefined, { stage }: Pick<RoundView, 'stage'>, language: Language): string {
  if (step === undefined) return '–'
  return stage.mode === 'pass-fail' ? reviewWords(language)(step === 1 ? 'met.1' : 'met.0') : String(step)
}

function Showing({ around, view, base, query, typed }: SamplesProps): Html {
  const { language, zone } = around
  const t = words(language)
  const note = typed ?? view.note
  return (
    <Card title={t('show-title')}>
      <div class="stack">
        <p>{t('show-lead')}</p>
        {view.shownAt !== null && <p class="muted">{t('shown', { at: formatDateTime(view.shownAt, language, zone, { style: 'day-month' }) })}</p>}
        {view.readers.every(({ handedIn }) => handedIn === 0) ? (
          <p class="muted">{t('nobody')}</p>
        ) : view.mayArrange ? (
          <form method="post" action={`${base}/results${query}`} class="stack" novalidate>
            <TextArea name="note" label={t('note')} hint={t('note-hint')} value={note} rows={4} language={language} />
            <div class="actions">
              <Button kind={view.shownAt === null ? 'light' : 'quiet'}>{t(view.shownAt === null ? 'show' : 'show-again')}</Button>
            </div>
          </form>
        ) : (
          note !== '' && (
            <div class="prose" dir="auto">
              {note.split('\n').map((line) => (
                <p>{line}</p>
              ))}
            </div>
          )
        )}
      </div>
    </Card>
  )
}
