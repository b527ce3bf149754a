/** What differs between two texts, word by word: both versions of an answer are shown whole, with what is theirs alone marked. */

export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/** Beyond this many words the middle that differs is marked as one: the exact way would cost the square of it. */
const MOST_WORDS = 1500

/** The pieces of `one` and of `other`, in order; pieces that differ are in neither common run. */
export function differenceOf(one: string, other: string): readonly [Piece[], Piece[]] {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const common =
    middleA.length > MOST_WORDS || middleB.length > MOST_WORDS ? { a: new Set<number>(), b: new Set<number>() } : commonWords(middleA, middleB)
  const isSame = (at: number, length: number, kept: ReadonlySet<number>) => at < start || at >= length - end || kept.has(at - start)
  return [pieces(a, (at) => isSame(at, a.length, common.a)), pieces(b, (at) => isSame(at, b.length, common.b))]
}

/** Words and the spaces between them, so that joined they give the text again. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? []
}

/** Positions, in each list, of a longest common subsequence. */
function commonWords(a: readonly string[], b: readonly string[]): { a: Set<number>; b: Set<number> } {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] as number
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const kept = { a: new Set<number>(), b: new Set<number>() }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.a.add(i++)
      kept.b.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return kept
}

function pieces(list: readonly string[], same: (at: number) => boolean): Piece[] {
  const joined: { text: string; differs: boolean }[] = []
  for (const [place, text] of list.entries()) {
    const differs = !same(place)
    const before = joined.at(-1)
    // A space between two marked words is marked with them.
    if (before !== undefined && (before.differs === differs || (before.differs && text.trim() === '' && place + 1 < list.length && !same(place + 1))))
      before.text += text
    else joined.push({ text, differs })
  }
  return joined
}
