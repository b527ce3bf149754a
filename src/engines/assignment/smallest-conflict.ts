/**
 * The smallest part of a list that still contradicts itself, in the sense that nothing can be left out of it
 * (QuickXplain: Junker, AAAI 2004): far fewer questions than leaving out one after the other.
 */
export function smallestConflict<Item>(items: readonly Item[], contradicts: (some: readonly Item[]) => boolean): Item[] {
  const narrow = (base: readonly Item[], hasNew: boolean, rest: readonly Item[]): Item[] => {
    if (hasNew && contradicts(base)) return []
    if (rest.length === 1) return [...rest]
    const half = Math.ceil(rest.length / 2)
    const [first, second] = [rest.slice(0, half), rest.slice(half)]
    const fromSecond = narrow([...base, ...first], first.length > 0, second)
    const fromFirst = narrow([...base, ...fromSecond], fromSecond.length > 0, first)
    return [...fromFirst, ...fromSecond]
  }
  if (items.length === 0) return []
  const found = new Set(narrow([], false, items))
  return items.filter((item) => found.has(item))
}
