/** The linear and integer solver, loaded once a thread. What it answers is only ever a hint: answers and proofs are checked in integers. */
import loadHighs, { type Highs } from 'highs'

let loaded: Promise<Highs> | undefined

/** Loads the solver once. */
export function solver(): Promise<Highs> {
  // Its types describe the CommonJS build; the ES module exports the function itself.
  loaded ??= (loadHighs as unknown as typeof loadHighs.default)()
  return loaded
}
