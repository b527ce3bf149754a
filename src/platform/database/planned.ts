/**
 * Statements asked often are planned once a connection. Keys begin with the organisation, so in a statement over ten tables
 * every table could be joined to every other, and PostgreSQL weighs all the ways: for the page of an applicant 26 ms of
 * planning for less than 1 ms of work. A statement that was sent a few times is therefore sent by a name from then on: the
 * server keeps what it parsed, and after five plans made for the values at hand it keeps a plan for all values, unless that
 * one is dearer than to plan anew.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'

/** How often a text is seen before it gets a name: what is asked by one command of an evening stays without. */
const OFTEN = 8
/** Names at most: what a connection of the server may have to keep. */
const MOST_NAMES = 160
/** Texts counted at most; beyond, counting begins anew. */
const MOST_COUNTED = 2_000

/** The names of the statements of one pool. */
export class OftenAsked {
  private readonly names = new Map<string, string>()
  private readonly seen = new Map<string, number>()

  /** Counts this text once more; its name once it was asked often enough. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text)
    if (known !== undefined || this.names.size >= MOST_NAMES) return known
    const times = (this.seen.get(text) ?? 0) + 1
    if (times < OFTEN) {
      if (this.seen.size >= MOST_COUNTED) this.seen.clear()
      this.seen.set(text, times)
      return undefined
    }
    this.seen.delete(text)
    const name = `kawaliss_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    this.names.set(text, name)
    return name
  }
}

/** The client of a pool that sends by name what this pool was asked often. */
export function planningClient(): typeof pg.Client {
  const often = new OftenAsked()
  return class extends pg.Client {
    // The overloads of the parent are one function: a text with values comes from Kysely or from the pool, all else is passed on.
    override query(...asked: unknown[]): never {
      const [text, values] = asked
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? often.nameOf(text) : undefined
      const passed = name === undefined ? asked : [{ name, text }, ...asked.slice(1)]
      return (super.query as (...passed: unknown[]) => never)(...passed)
    }
  }
}
