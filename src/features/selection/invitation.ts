/** What kept a file from the interview: its readings beside those of the files that were invited, from the record of the readings alone. */
import type { Trilingual } from '../../domain/language.ts'
import { meanScore } from '../../domain/review.ts'
import type { ApplicationFacts } from './queries/selection-facts.ts'

export interface Invitation {
  /** Whether this file was invited: then nobody came, or the panel gave no mark. */
  readonly invited: boolean
  /** Mean of its own readings, six decimals. */
  readonly mean: string | null
  /** region: counted among the files of its region; edition: none of the region was invited. */
  readonly among: 'region' | 'edition'
  /** Files invited, of how many that were read. */
  readonly asked: number
  readonly of: number
  /** The lowest mean of readings of an invited file; null where nobody was invited. */
  readonly lowest: string | null
}

/** A file that did not go on from a stage: its mean there and the mark asked for; a mark of null: a vote decided. */
export interface Stop {
  readonly stage: Trilingual
  readonly mean: string | null
  readonly mark: string | null
}

/** Where a file without an interview stands among those that were read. A file that was withdrawn since counts nowhere. */
export function invitationOf(all: readonly ApplicationFacts[], file: ApplicationFacts): Invitation {
  const read = all.filter((one) => !one.withdrawn && one.readings.length > 0)
  const near = read.filter(({ region }) => region === file.region)
  const among = near.some(isInvited) ? 'region' : 'edition'
  const files = among === 'region' ? near : read
  return {
    invited: isInvited(file),
    mean: meanScore(file.readings),
    among,
    asked: files.filter(isInvited).length,
    of: files.length,
    lowest: meansOf(files.filter(isInvited))?.low ?? null,
  }
}

/** The lowest and the highest mean of readings of some files; null where there is none. */
export function meansOf(files: readonly ApplicationFacts[]): { low: string; high: string } | null {
  const means = files.map(meanOf).toSorted((one, other) => Number(one) - Number(other))
  const [low, high] = [means[0], means.at(-1)]
  return low === undefined || high === undefined ? null : { low, high }
}

/** Whether a file was asked to an interview. */
export const isInvited = ({ invited, interviews }: ApplicationFacts): boolean => invited === true || interviews.length > 0

const meanOf = ({ readings }: ApplicationFacts): string => meanScore(readings) ?? '0.000000'
