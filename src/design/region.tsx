/** A region: its name with its shape; the colour only repeats them. */
import type { Child, Html } from '#html'

export function Region({ mark, children }: { mark: string | null; children?: Child }): Html {
  return (
    <span class="reg" data-r={mark}>
      {children}
    </span>
  )
}
