/**
 * Markup that is made once for a value that does not change. Records read once serve many requests (see
 * platform/database/kept-reads); what a page says of them is then the same markup, and goes when they go.
 */
import type { Html } from './html.ts'

/** Ways in which one value is shown: languages, filters. */
const MOST = 20

export type KeptMarkup = (of: object, key: string, make: () => Html) => Html

/** A place that keeps markup. `key` names everything that `make` looks at besides the value itself, which nobody changes. */
export function keptMarkup(): KeptMarkup {
  const kept = new WeakMap<object, Map<string, Html>>()
  return (of, key, make) => {
    const known = kept.get(of) ?? new Map<string, Html>()
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    // A search joins the thousand pieces it was put together from; each page would otherwise copy them out one by one.
    made.markup.indexOf('\0')
    if (known.size >= MOST) known.clear()
    kept.set(of, known.set(key, made))
    return made
  }
}
