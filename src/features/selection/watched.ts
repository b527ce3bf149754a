/** A long computation that somebody waits for: they see how far it is, and may give it up. */
import type { Headway } from '../../engines/run.ts'

/** Milliseconds: a large pool takes its time. */
export const LONGEST_RUN = 60 * 60_000

/** Steps done, of so many; answers whether somebody still waits. */
export type Waited = (done: number, of: number) => Promise<boolean>

export interface Watch {
  /** Given to the engine: aborted once nobody waits. */
  readonly signal: AbortSignal
  /** What the engine tells, after `from` steps that are done already. */
  readonly at: (from: number) => (told: Pick<Headway, 'done'>) => Promise<void>
}

/** Passes on how far it is, one message at a time, and gives up when the answer is that nobody waits. */
export function watched(waited: Waited, of: number): Watch {
  const stop = new AbortController()
  let busy = false
  const pass = async (done: number): Promise<void> => {
    if (busy) return
    busy = true
    // A message that could not be passed on stops nothing: the next one says more.
    const goesOn = await waited(Math.min(done, of), Math.max(1, of)).catch(() => true)
    busy = false
    if (!goesOn) stop.abort()
  }
  return { signal: stop.signal, at: (from) => (told) => pass(from + told.done) }
}
