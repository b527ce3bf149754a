/** One or two sentences that should not be missed, and at most one link. */
import type { Child, Html } from '#html'

export function Note({ is, role, id, children }: { is?: 'wait' | 'ok' | 'bad'; role?: 'status' | 'alert'; id?: string; children?: Child }): Html {
  return (
    <div class="note" data-s={is} role={role} id={id}>
      {children}
    </div>
  )
}
