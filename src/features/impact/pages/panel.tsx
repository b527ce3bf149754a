/** A card of a public page of figures: many stand on one page, so their titles are small. */
import type { Child, Html } from '#html'

export interface PanelProps {
  readonly title: string
  readonly aside?: Child
  /** For a table that touches the edges. */
  readonly flush?: boolean
  readonly id?: string
  readonly children?: Child
}

export function Panel({ title, aside, flush = false, id, children }: PanelProps): Html {
  return (
    <section class={flush ? 'card card--flush room' : 'card'} id={id}>
      <div class="card__head">
        <h2 class="h3">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
