/**
 * When a request arrived. A process turns to its network many times a second, and finds there what came since it last
 * looked; when much is to be done between two looks, some of it has waited. The machine does not say since when, so the
 * earliest moment it may have come at is taken: whoever is early is never called late because the server was busy.
 */

/** Milliseconds between two notes of the time, so that at rest no more than three of them are given away. */
const BETWEEN = 10
/** A new connection is taken in one turn and its request read in the next: that turn, and the one before, may have been long. */
const TURNS = 3

export interface Arrivals {
  /** Milliseconds that what is being read now has waited at most. */
  waited(): number
  stop(): void
}

/** Begins to note the time at the turns of this process. It does not keep the process alive. */
export function watchArrivals(): Arrivals {
  const turns = new Array<number>(TURNS).fill(performance.now())
  const timer = setInterval(() => {
    turns.shift()
    turns.push(performance.now())
  }, BETWEEN)
  timer.unref()
  return { waited: () => performance.now() - (turns[0] as number), stop: () => clearInterval(timer) }
}
