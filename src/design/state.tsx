/** A state: a cut of tape with a shape, always with its word. */
import type { Child, Html } from '#html'

/** Tasks: none, draft, done, alert, lock. Decisions: wait, yes, reserve, no. */
export type StateShape = 'none' | 'draft' | 'done' | 'alert' | 'lock' | 'wait' | 'yes' | 'reserve' | 'no'

export function State({ is, bare = false, children }: { is: StateShape; bare?: boolean; children?: Child }): Html {
  return (
    <span class={bare ? 'state state--bare' : 'state'} data-s={is}>
      {children}
    </span>
  )
}
