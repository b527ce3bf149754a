/** Bars grow from the reading start; their numbers stand beside them in text, so they are hidden from screen readers. */
import { type Html, trusted } from '#html'

export interface BarProps {
  /** Shares of the whole, from 0 to 1. */
  readonly share: number
  /** A second, lit part after the first (places raised by a quota). */
  readonly lit?: number
  /** The least that is asked, as a dark tick. */
  readonly tick?: number
  readonly soft?: boolean
  readonly thin?: boolean
}

const percent = (share: number): string => `${Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10}%`

export function Bar({ share, lit, tick, soft = false, thin = false }: BarProps): Html {
  const litPart = lit === undefined ? '' : `<rect class="bar-lit" x="${percent(share)}" width="${percent(lit)}" height="100%"/>`
  const line = tick === undefined ? '' : `<path class="bar-min" d="M0 -2v16" transform="translate(0 0)"/>`
  const mark = tick === undefined ? '' : `<svg x="${percent(tick)}" overflow="visible">${line}</svg>`
  return trusted(
    `<svg class="bar-svg${thin ? ' bar-svg--thin' : ''}" aria-hidden="true"><rect class="bar-bg" width="100%" height="100%"/><rect class="bar-v${soft ? ' bar-v--soft' : ''}" width="${percent(share)}" height="100%"/>${litPart}${mark}</svg>`,
  )
}

export interface QuotaRow extends BarProps {
  readonly name: Html | string
  readonly value: Html | string
  /** Mark of a region, for its colour. */
  readonly region?: string
}

/** A list of bars with their name and value above each. */
export function Quota({ rows }: { rows: readonly QuotaRow[] }): Html {
  return (
    <ul class="quota">
      {rows.map((row) => (
        <li data-r={row.region}>
          <span>{row.name}</span>
          <span>{row.value}</span>
          <Bar {...row} />
        </li>
      ))}
    </ul>
  )
}
