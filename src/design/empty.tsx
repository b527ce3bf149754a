/** Tape corners around what is awaited: what is missing, who brings it, one link. */
import { type Child, type Html, trusted } from '#html'
import { GHOST_LIGHT } from './drawings.ts'

export function Empty({ title, children, ghost = false }: { title: string; children?: Child; ghost?: boolean }): Html {
  return (
    <div class="marks empty">
      {ghost && trusted(`<svg viewBox="0 0 72 96" aria-hidden="true">${GHOST_LIGHT}</svg>`)}
      <strong>{title}</strong>
      {children}
    </div>
  )
}
