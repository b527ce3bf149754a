/** Whose a page is, said to the phone it goes to: what is kept there of one person is never given to another (islands/worker.ts). */
import type { Viewer } from '../../domain/viewer.ts'
import type { AppContext } from './context.ts'

/** A sign that tells persons of one phone from each other and names nobody; empty for a visitor. */
export function ownerSign(viewer: Viewer): string {
  return viewer.person?.id.slice(-12) ?? ''
}

/** Set before the answer is made, on every answer to somebody signed in. */
export function sayWhose(c: AppContext): void {
  c.header('Kept-For', ownerSign(c.var.viewer))
}
