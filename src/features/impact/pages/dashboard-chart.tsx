/** Submissions by week, this edition in a full line, the one before in dashes. Its numbers stand in a table for those who do not see it. */
import { type Html, escapeHtml, trusted } from '#html'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { Weeks } from '../dashboard/views.ts'

const [LEFT, RIGHT, TOP, BOTTOM] = [44, 528, 20, 196]

export interface ChartProps {
  readonly language: Language
  readonly label: string
  readonly weeks: readonly Weeks[]
  /** Names of the weeks along the bottom, as many as the longer of the two has. */
  readonly names: readonly string[]
}

/** Time runs from left to right in every language, as on the axes people know. */
export function WeeksChart({ language, label, weeks, names }: ChartProps): Html {
  const most = ceiling(Math.max(1, ...weeks.flatMap(({ sums }) => sums)))
  const across = (week: number): number => LEFT + ((RIGHT - LEFT) * week) / Math.max(1, names.length - 1)
  const up = (sum: number): number => BOTTOM - ((BOTTOM - TOP) * sum) / most
  const steps = [0, 1, 2, 3].map((step) => (most * step) / 3)
  const grid = steps.map(
    (value) =>
      `<path class="g-grid" d="M${LEFT} ${up(value)}H${RIGHT}"/><text x="${LEFT - 8}" y="${up(value) + 4}" text-anchor="end">${escapeHtml(formatNumber(Math.round(value), language))}</text>`,
  )
  const along = names.map((name, week) => `<text x="${across(week)}" y="220" text-anchor="middle">${escapeHtml(name)}</text>`)
  const lines = weeks.map(({ sums }, place) => {
    const path = sums.map((sum, week) => `${week === 0 ? 'M' : 'L'}${across(week)} ${up(sum)}`).join('')
    return `<path class="${place === 0 ? 'g-line' : 'g-line2'}" d="${path}"/>`
  })
  const [now] = weeks
  const last = now?.sums.at(-1)
  const at = (now?.sums.length ?? 1) - 1
  const mark =
    last === undefined
      ? ''
      : `<circle class="g-3" cx="${across(at)}" cy="${up(last)}" r="6"/><text class="cv" x="${across(at)}" y="${Math.max(12, up(last) - 12)}" text-anchor="${at === 0 ? 'start' : 'end'}">${escapeHtml(formatNumber(last, language))}</text>`
  return trusted(
    `<svg viewBox="0 0 560 232" role="img" direction="ltr" aria-label="${escapeHtml(label)}">${grid.join('')}${along.join('')}${[...lines].reverse().join('')}${mark}</svg>`,
  )
}

/** The next number that divides by three and reads well. */
function ceiling(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1) * 3
  return Math.ceil(value / unit) * unit
}
