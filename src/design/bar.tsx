/** Bars grow from the reading start; their numbers stand beside them in text, so they are hidden from screen readers. */
import type { Html } from '#html'

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

/** Of the whole, never less than nothing nor more than all of it. */
const percent = (share: number): string => `${Math.round(Math.max(0, Math.min(1, share || 0)) * 1000) / 10}%`

export function Bar({ share, lit, tick, soft = false, thin = false }: BarProps): Html {
  return (
    <svg class={thin ? 'bar-svg bar-svg--thin' : 'bar-svg'} aria-hidden="true">
      <rect class="bar-bg" width="100%" height="100%"></rect>
      <rect class={soft ? 'bar-v bar-v--soft' : 'bar-v'} width={percent(share)} height="100%"></rect>
      {lit !== undefined && <rect class="bar-lit" x={percent(share)} width={percent(Math.min(lit, 1 - share))} height="100%"></rect>}
      {tick !== undefined && <line class="bar-min" x1={percent(tick)} x2={percent(tick)} y1="-20%" y2="120%"></line>}
    </svg>
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
          <b class="num">{row.value}</b>
          <Bar {...row} />
        </li>
      ))}
    </ul>
  )
}
