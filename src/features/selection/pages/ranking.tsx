/** The ranking of a plan: those selected by score, the line, the others by score. */
import { type Html, trusted } from '#html'
import { Bar } from '../../../design/bar.tsx'
import { Card } from '../../../design/card.tsx'
import { Region } from '../../../design/region.tsx'
import { State } from '../../../design/state.tsx'
import { type Column, LineRow, Table } from '../../../design/table.tsx'
import { Chips } from '../../../design/tabs.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatNumber, formatPercent } from '../../../platform/words/format.ts'
import type { LineView, PlanView, RoomView } from '../views.ts'
import { words } from '../words/index.ts'

/** Rows on each side of the line. */
const AROUND = { above: 7, below: 12 } as const

export interface RankingProps {
  readonly language: Language
  readonly plan: PlanView
  readonly room: RoomView
  /** The address of this page without its query. */
  readonly address: string
  readonly all: boolean
}

export function Ranking({ language, plan, room, address, all }: RankingProps): Html {
  const t = words(language)
  const inside = plan.lines.filter((one) => one.outcome === 'selected')
  const outside = plan.lines.filter((one) => one.outcome !== 'selected')
  const shown = all ? plan.lines : [...inside.slice(-AROUND.above), ...outside.slice(0, AROUND.below)]
  const hidden = { above: all ? 0 : Math.max(0, inside.length - AROUND.above), below: all ? 0 : Math.max(0, outside.length - AROUND.below) }
  const columns = columnsOf(language, axisOf(plan.lines), plan.isCalibrated, room.seal !== null)
  const whole = `${address}?view=all`
  const soft = (sentence: string): Html => (
    <LineRow columns={columns.length} soft>
      <span>{sentence}</span>
      <a href={whole}>{t('line.show')}</a>
    </LineRow>
  )
  const line = (
    <LineRow columns={columns.length}>
      <span>{t('line.places', { count: inside.length, places: room.places })}</span>
      <span class="num">{t('line.total', { total: formatNumber(plan.total ?? '0', language, { decimals: 2 }) })}</span>
    </LineRow>
  )
  const before = (row: LineView, place: number): Html => (
    <>
      {place === 0 && hidden.above > 0 && soft(t('line.above', { count: hidden.above }))}
      {row === outside[0] && line}
    </>
  )
  const chips = [
    { name: t('table.around'), href: address, current: !all },
    { name: t('table.all', { count: plan.lines.length }), href: whole, current: all },
  ]
  const foot = (
    <>
      {outside.length === 0 && line}
      {hidden.below > 0 && soft(t('line.below', { count: hidden.below }))}
    </>
  )
  return (
    <Card flush title={all ? t('table.caption') : t('table.around')} aside={<Chips label={t('table.views')} chips={chips} />}>
      <Table caption={t('table.caption')} look="rank" columns={columns} rows={shown} before={before} foot={foot} />
    </Card>
  )
}

function columnsOf(language: Language, axis: Axis, isCalibrated: boolean, isSealed: boolean): Column<LineView>[] {
  const t = words(language)
  return [
    { name: t('column.rank'), number: true, cell: (line) => <b>{formatNumber(line.rank, language)}</b> },
    {
      name: t('column.project'),
      head: true,
      cell: (line) => (
        <>
          <bdi>{line.title}</bdi>
          <div class="xs muted">
            <bdi class="ltr nowrap">
              {isSealed ? <a href={`/${language}/applications/${line.application}/reasons`}>{line.number}</a> : line.number}
            </bdi>
          </div>
        </>
      ),
    },
    { name: t('column.region'), cell: (line) => line.region !== null && <Region mark={line.region.mark}>{line.region.name}</Region> },
    {
      name: t(isCalibrated ? 'column.calibrated' : 'column.score'),
      cell: (line) => (
        <>
          <span class="duo">
            <b class="num">{formatNumber(line.score, language, { decimals: 2 })}</b>
            <Margin line={line} axis={axis} />
          </span>
          {line.raw !== null && <Given raw={line.raw} language={language} />}
        </>
      ),
    },
    {
      name: t('column.probability'),
      cell: (line) =>
        line.probability !== null && (
          <span class="duo">
            <b class="num">{formatPercent(line.probability, language)}</b>
            <Bar share={line.probability} thin soft={line.outcome !== 'selected'} />
          </span>
        ),
    },
    { name: t('column.why'), cell: (line) => <Why line={line} language={language} /> },
    { name: t('column.decision'), cell: (line) => <Outcome line={line} language={language} /> },
  ]
}

/** The score as it was given, and how many ranks calibration moved the file. */
function Given({ raw, language }: { raw: NonNullable<LineView['raw']>; language: Language }): Html {
  const t = words(language)
  const { moved } = raw
  return (
    <div class="xs muted">
      {t('column.raw', { score: formatNumber(raw.score, language, { decimals: 2 }) })} · {moved !== 0 && <bdi dir="ltr">{moved > 0 ? '+' : '−'}</bdi>}
      {t('column.moved', { count: Math.abs(moved) })}
    </div>
  )
}

/** The points between which all scores and their margins lie. */
interface Axis {
  readonly from: number
  readonly to: number
}

function axisOf(lines: readonly LineView[]): Axis {
  const ends = lines.flatMap(({ score, standardError }) => [Number(score) - (standardError ?? 0), Number(score) + (standardError ?? 0)])
  return { from: Math.min(...ends) - 1, to: Math.max(...ends) + 1 }
}

/** The score on a line over all scores, with one standard error on each side. The number stands beside it. */
function Margin({ line, axis }: { line: LineView; axis: Axis }): Html {
  const score = Number(line.score)
  const error = line.standardError ?? 0
  const at = (points: number): string => `${Math.round(((points - axis.from) / (axis.to - axis.from)) * 1000) / 10}%`
  const spread = error === 0 ? '' : `<line class="ci" x1="${at(score - error)}" x2="${at(score + error)}" y1="50%" y2="50%"/>`
  return trusted(
    `<svg class="ci-svg" aria-hidden="true"><line class="g-grid" x1="0" x2="100%" y1="50%" y2="50%"/>${spread}<circle class="ci-dot" cx="${at(score)}" cy="50%" r="4"/></svg>`,
  )
}

/** Names at the most: a list that moves many others is told by the first of them. */
const MOST_NAMES = 3

function shortened(names: readonly string[], language: Language): readonly string[] {
  const more = names.length - MOST_NAMES
  return more <= 1 ? names : [...names.slice(0, MOST_NAMES), words(language)('why.more', { count: more })]
}

function Why({ line, language }: { line: LineView; language: Language }): Html {
  const t = words(language)
  const selected = line.outcome === 'selected'
  const next = line.instead.length === 0 ? '–' : shortened(line.instead, language)
  const sentence =
    line.points === null
      ? t(selected ? 'why.only' : 'why.impossible')
      : t(selected ? 'why.margin' : 'why.gap', { points: formatNumber(line.points, language, { decimals: 2 }), next: next as string })
  return (
    <span class="xs muted">
      {sentence}
      {line.rules.length > 0 && (
        <>
          <br />
          {t('why.rules', { rules: shortened(line.rules, language) as unknown as string })}
        </>
      )}
    </span>
  )
}

function Outcome({ line, language }: { line: LineView; language: Language }): Html {
  const t = words(language)
  if (line.outcome === 'selected') return <State is="yes">{t(line.raised ? 'outcome.raised' : 'outcome.selected')}</State>
  if (line.outcome === 'reserve') return <State is="reserve">{t('outcome.reserve', { rank: line.reserveRank ?? 0 })}</State>
  return <State is="no">{t('outcome.not-selected')}</State>
}
