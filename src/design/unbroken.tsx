/** Numbers of files in titles and in lists to tick: a browser may break a line at their hyphens, and then half of one is read. */
import type { Child } from '#html'

/** `KW-2024-0187`: letters of a programme, the address of an edition, a rank. */
const NUMBER = /([A-Z]{2,}(?:-[A-Za-z0-9]+)*-\d+)/

/** The same words, each number in one piece. */
export function unbroken(title: Child): Child {
  if (typeof title !== 'string' || !NUMBER.test(title)) return title
  return title.split(new RegExp(NUMBER, 'g')).map((part, place) => (place % 2 === 1 ? <bdi class="num nowrap">{part}</bdi> : part))
}
