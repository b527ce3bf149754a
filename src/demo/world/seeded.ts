/**
 * Chance that always falls the same way: every draw of the demo world comes from a key in words ('e2-app-017/title'),
 * so that adding one record never moves the others and the world is the same on every machine.
 */
export interface Seeded {
  /** A number in [0, 1). */
  next(): number
  /** A whole number between two bounds, both included. */
  between(low: number, high: number): number
  pick<Item>(items: readonly Item[]): Item
  /** True with the given probability. */
  chance(probability: number): boolean
  shuffle<Item>(items: readonly Item[]): Item[]
  /** One item, each as likely as its weight. */
  weighted<Item>(items: readonly Item[], weight: (item: Item) => number): Item
}

/** A generator named by its key: xmur3 hash of the key into mulberry32. */
export function seeded(key: string): Seeded {
  let state = hash32(key)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]): Item => itemAt(items, Math.floor(next() * items.length))
  return {
    next,
    between,
    pick,
    chance: (probability) => next() < probability,
    shuffle: (items) => shuffled(items, between),
    weighted: (items, weight) => weightedPick(items, weight, next()),
  }
}

/** The item at a place that must exist; an absent one is a fault of the world's data, so it throws. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new Error(`demo world: no item ${index} of ${items.length}`)
  return items[index] as Item
}

/** The value of a key that must exist. */
export function valueOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`demo world: nothing under ${String(key)}`)
  return value
}

function shuffled<Item>(items: readonly Item[], between: (low: number, high: number) => number): Item[] {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = between(0, last)
    const kept = copy[last] as Item
    copy[last] = copy[other] as Item
    copy[other] = kept
  }
  return copy
}

function weightedPick<Item>(items: readonly Item[], weight: (item: Item) => number, draw: number): Item {
  let left = draw * items.reduce((sum, item) => sum + weight(item), 0)
  for (const item of items) {
    left -= weight(item)
    if (left < 0) return item
  }
  return itemAt(items, items.length - 1)
}

function hash32(text: string): number {
  let hash = 1779033703 ^ text.length
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
  return (hash ^ (hash >>> 16)) >>> 0
}
