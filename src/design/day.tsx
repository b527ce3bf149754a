/** A date as a leaf of a calendar, with what happens that day beside it. */
import type { Child, Html } from '#html'

/** `above` and `below` are the words around the number: the month, or the day of the week. */
export function Day({ number, above, below, children }: { number: string; above?: string; below?: string; children?: Child }): Html {
  return (
    <div class="date">
      <div class="day">
        {above !== undefined && <span>{above}</span>}
        <b>{number}</b>
        {below !== undefined && <span>{below}</span>}
      </div>
      <div>{children}</div>
    </div>
  )
}
