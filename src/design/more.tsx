/** What one may want to read, one press away; needs no script. */
import type { Child, Html } from '#html'

export function More({ summary, open = false, children }: { summary: string; open?: boolean; children?: Child }): Html {
  return (
    <details class="more" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
