/** A surface for one subject. Never a card in a card; at most one lit card a screen. */
import type { Child, Html } from '#html'
import { unbroken } from './unbroken.tsx'

export interface CardProps {
  readonly title?: string
  /** h2 unless the card stands under one. */
  readonly level?: 2 | 3
  readonly aside?: Child
  readonly tight?: boolean
  /** For a table that touches the edges. */
  readonly flush?: boolean
  readonly lit?: boolean
  readonly id?: string
  readonly children?: Child
}

export function Card({ title, level = 2, aside, tight, flush, lit, id, children }: CardProps): Html {
  const look = ['card', tight ? 'card--tight' : '', flush ? 'card--flush room' : '', lit ? 'card--lit' : ''].filter(Boolean).join(' ')
  return (
    <section class={look} id={id}>
      {title !== undefined && (
        <div class="card__head">
          {level === 2 ? <h2>{unbroken(title)}</h2> : <h3>{unbroken(title)}</h3>}
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}
