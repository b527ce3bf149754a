/** Chance that can be repeated: whole numbers from a seed, the same on any machine. */
import { sha256 } from './canonical.ts'

/** Whole numbers from 0 to 2^32 − 1 by sfc32 (Doty-Humphrey, PractRand), seeded by the SHA-256 of a text. */
export function uniform(seed: string): () => number {
  const hash = sha256(seed)
  let [a, b, c, count] = [0, 8, 16, 24].map((at) => Number.parseInt(hash.slice(at, at + 8), 16) | 0) as [number, number, number, number]
  return () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
}

/** A whole number from 0 to one less than `count`, each as probable as any other; `count` is at most 2^32. */
export function below(next: () => number, count: number): number {
  const most = 2 ** 32 - (2 ** 32 % count)
  for (;;) {
    const drawn = next()
    if (drawn < most) return drawn % count
  }
}
