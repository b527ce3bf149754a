/** The title of a page and its actions. */
import type { Child, Html } from '#html'
import { unbroken } from './unbroken.tsx'

export function Head({ title, lead, eyebrow, children }: { title: Child; lead?: Child; eyebrow?: Child; children?: Child }): Html {
  return (
    <div class="head">
      <div>
        {eyebrow !== undefined && <p class="eyebrow">{unbroken(eyebrow)}</p>}
        <h1>{unbroken(title)}</h1>
        {lead !== undefined && <p class="muted">{lead}</p>}
      </div>
      {children !== undefined && <div class="row row--tight">{children}</div>}
    </div>
  )
}
