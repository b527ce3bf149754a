/** One sample beside its grid; once it is handed in and the office shows it, one's own marks beside those of the others. */
import type { Html } from '#html'
import { Button } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Hidden } from '../../../../design/form/controls.tsx'
import { Note } from '../../../../design/note.tsx'
import { Region } from '../../../../design/region.tsx'
import { Saved } from '../../../../design/saved.tsx'
import { Table } from '../../../../design/table.tsx'
import { inLanguage, type Language } from '../../../../domain/language.ts'
import { formatNumber } from '../../../../platform/words/format.ts'
import type { LinkedFile } from '../../../files/index.ts'
import { Dossier } from '../../pages/dossier.tsx'
import { CriterionFields, type GridFields, lineName, stepText } from '../../pages/grid.tsx'
import { fileTitle, type ReaderFrame, ReaderPage } from '../../pages/reader-page.tsx'
import { gridIsland, OtherVersion, ScoreSoFar, Shortcuts } from '../../pages/workspace.tsx'
import { words as reviewWords } from '../../words/index.ts'
import { keptText } from '../../workspace/saved-text.ts'
import type { OthersMarks, SampleView } from '../views.ts'
import { words } from '../words/index.ts'

export interface SamplePageProps extends Omit<GridFields, 'view'> {
  readonly view: SampleView
  readonly frame: ReaderFrame
  readonly files: readonly LinkedFile[]
  /** Whose page it is, for what stays on the device. */
  readonly owner: string
  readonly now: Date
  /** Another version was saved meanwhile. */
  readonly stale: boolean
  readonly said?: string | undefined
  readonly refusal?: string | undefined
}

export function SamplePage(props: SamplePageProps): Html {
  const { view, language, frame } = props
  const t = words(language)
  const title = t('page', { position: view.position })
  const writes = view.state !== 'done'
  return (
    <ReaderPage
      language={language}
      title={title}
      path={`/reviews/samples/${view.sample}`}
      frame={frame}
      said={props.said}
      error={props.refusal !== undefined}
      {...(writes ? { islands: ['grid', 'grid-keys'] } : {})}
    >
      {props.refusal !== undefined && <RefusalNote sentence={props.refusal} />}
      {props.stale && <Kept {...props} />}
      <div class="pair pair--wide">
        <article class="stack stack--lg">
          <div class="stack stack--sm">
            <p class="eyebrow">{title}</p>
            <h1 dir="auto">{fileTitle(view, language)}</h1>
            <p class="row row--tight">
              {view.region !== null && <Region mark={view.region.mark}>{inLanguage(view.region.name, language).text}</Region>}
              {[view.sector, view.kind].map((name) => name !== null && <span class="tag">{inLanguage(name, language).text}</span>)}
            </p>
            <Note>
              <p>{t('about')}</p>
            </Note>
          </div>
          <Dossier parts={view.parts} files={props.files} language={language} />
        </article>
        <aside class="sticky stack stack--lg" aria-label={t('grid')}>
          {writes ? <SampleGrid {...props} /> : <Results {...props} />}
        </aside>
      </div>
    </ReaderPage>
  )
}

function SampleGrid(props: SamplePageProps): Html {
  const { view, language } = props
  const t = words(language)
  const path = `/reviews/samples/${view.sample}`
  const base = `/${language}${path}`
  return (
    <form class="card stack" method="post" action={`${base}/draft`} novalidate aria-labelledby="grid" {...gridIsland({ ...props, path })}>
      <div class="row row--between row--base">
        <h2 id="grid">{t('grid')}</h2>
        <Saved text={view.savedAt === null ? reviewWords(language)('review.unsaved') : keptText(view.savedAt, props.now, language, view.zone)} />
      </div>
      <Hidden name="version" value={view.version} />
      <OtherVersion language={language} />
      {view.criteria.map((criterion) => (
        <CriterionFields criterion={criterion} props={props} />
      ))}
      <ScoreSoFar {...props} />
      <div class="actions">
        <Button kind="light" formaction={`${base}/submission`}>
          {t('submit')}
        </Button>
        <Button kind="text">{t('keep')}</Button>
      </div>
      <Shortcuts language={language} />
    </form>
  )
}

/** The version saved elsewhere, above what was typed here. */
function Kept({ view, language }: SamplePageProps): Html {
  const t = words(language)
  return (
    <section class="note stack stack--sm" data-s="wait" aria-labelledby="kept-version">
      <h2 class="h3" id="kept-version">
        {t('other-title')}
      </h2>
      <p>{t('other-text')}</p>
      <dl class="kv">
        {view.criteria.map((criterion) => {
          const { code } = criterion
          const step = view.scores[code] === undefined ? '' : stepText(view, view.scores[code], language)
          return (
            <div>
              <dt>{lineName(criterion, view.stage.mode, language)}</dt>
              <dd dir="auto">{[step, view.comments[code]].filter(Boolean).join(' · ') || t('nothing')}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

interface ResultLine {
  readonly name: string
  readonly own: string
  readonly marks: OthersMarks | undefined
  readonly decimals: number
}

function Results({ view, language }: SamplePageProps): Html {
  const t = words(language)
  const { results } = view
  const points = (value: string | null): string => (value === null ? '–' : formatNumber(value, language, { decimals: 2 }))
  const lines: ResultLine[] = [
    ...view.criteria.map((criterion) => ({
      name: lineName(criterion, view.stage.mode, language),
      own: stepText(view, view.scores[criterion.code], language),
      marks: results?.criteria[criterion.code],
      decimals: 0,
    })),
    { name: t('total'), own: points(view.score), marks: results?.points, decimals: 2 },
  ]
  const own = { name: t('yours'), cell: (line: ResultLine) => <b class="num nowrap">{line.own}</b> }
  return (
    <Card title={t('results')}>
      <div class="stack">
        {results === null ? (
          <p>{t('done-wait')}</p>
        ) : (
          results.note !== '' && (
            <section class="note" aria-label={t('office-note')}>
              <div dir="auto">
                {results.note.split('\n').map((line) => (
                  <p>{line}</p>
                ))}
              </div>
            </section>
          )
        )}
        <div class="room">
          <Table
            caption={t('results')}
            rows={lines}
            columns={[{ name: t('criterion'), head: true, cell: (line) => line.name }, own, ...(results === null ? [] : othersColumns(language))]}
          />
        </div>
      </div>
    </Card>
  )
}

function othersColumns(language: Language) {
  const t = words(language)
  const one = (value: number, decimals: number): string => formatNumber(value, language, { decimals })
  return [
    {
      name: t('others'),
      cell: ({ marks, decimals }: ResultLine) =>
        marks === undefined || marks.others.length === 0 ? (
          <span class="muted">{t('others-none')}</span>
        ) : (
          <span class="num">{marks.others.map((value) => one(value, decimals)).join(' · ')}</span>
        ),
    },
    { name: t('mean'), cell: ({ marks }: ResultLine) => (marks?.figures == null ? '–' : one(marks.figures.mean, 2)) },
    {
      name: t('spread'),
      cell: ({ marks, decimals }: ResultLine) => (marks?.figures == null ? '–' : one(marks.figures.high - marks.figures.low, decimals)),
    },
  ]
}
