/**
 * People first. While many requests of this process are under way, work that nobody waits for at a screen (receipts by
 * mail, reminders, the weight of a document) steps aside, for a while: it is put off, never left out.
 */
import { setTimeout as pause } from 'node:timers/promises'

/** Requests under way beyond which people wait for each other: at rest there are none or one, and a page takes a few milliseconds. */
const MANY = 4
/** Milliseconds between two looks. */
const LOOK = 20

/** Milliseconds after which a request no longer counts: a phone that went silent in the middle of its form holds nobody up. */
const LONGEST = 10_000

let underWay = 0

/** Counts a request as under way until its answer is made, or for ten seconds. */
export async function whileUnderWay<Value>(answer: () => Promise<Value>): Promise<Value> {
  underWay += 1
  let counted = true
  const over = (): void => {
    if (counted) underWay -= 1
    counted = false
  }
  const timer = setTimeout(over, LONGEST)
  timer.unref()
  try {
    return await answer()
  } finally {
    clearTimeout(timer)
    over()
  }
}

/** Whether people wait for each other now. */
export function isRushed(): boolean {
  return underWay > MANY
}

/** Waits until the rush is over, or for `limit` milliseconds of it. */
export async function afterRush(limit: number): Promise<void> {
  const until = performance.now() + limit
  while (isRushed() && performance.now() < until) await pause(LOOK)
}
