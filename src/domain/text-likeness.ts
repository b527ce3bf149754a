/**
 * How much two long texts have in common: the share of their runs of three words that both hold (Jaccard's measure over
 * the two sets of runs; words as search folds them). 1 for the same text; 0.6 when three runs of four were kept, as when one
 * word in a dozen was changed here and there; close to 0 for two texts on one subject by two people.
 *
 * To find such pairs among thousands of texts, each text keeps a sample of its runs: those of the smallest hashes. Texts
 * that have most of their runs in common nearly always share several of a sample of 16 (none with a chance below 1 in
 * 65,000); those that share two are compared in full.
 */
import { fold } from './fold.ts'

/** Words of a run. */
const RUN = 3
/** Words a text has at least for its likeness to tell anything. */
export const LONG_TEXT = 60
const SAMPLE = 16
/** Runs of a sample that two texts share before they are compared. */
export const SHARED_SAMPLES = 2
/** From here on two texts share most of their words. */
export const LIKE_TEXTS = 0.6
/** Words read of a text, far more than any question takes. */
const MOST_WORDS = 5000

/** The runs of a text, as hashes; none of one that is too short. Worth keeping where one text is compared with many. */
export function runsOf(text: string): Set<number> {
  const words = fold(text).split(' ').slice(0, MOST_WORDS)
  const runs = new Set<number>()
  if (words.length < LONG_TEXT) return runs
  for (let place = RUN; place <= words.length; place++) runs.add(hashOf(words.slice(place - RUN, place).join(' ')))
  return runs
}

/** FNV-1a, 32 bits, stirred at the end so that the smallest are no particular letters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** The sample of a text, smallest first; empty for a short one. */
export function sampleOf(text: string): readonly number[] {
  return [...runsOf(text)].sort((a, b) => a - b).slice(0, SAMPLE)
}

/** How alike two texts are, by their runs: from 0 to 1; 0 when one of the two is short. */
export function runsLikeness(first: ReadonlySet<number>, second: ReadonlySet<number>): number {
  if (first.size === 0 || second.size === 0) return 0
  let common = 0
  for (const run of first) if (second.has(run)) common += 1
  return common / (first.size + second.size - common)
}
