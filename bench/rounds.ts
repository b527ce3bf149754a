/** Rounds: the subject and its baseline by turns, so that whatever else the machine does falls on both. */

/** Rounds and their length; a first, shorter round of each warms up and counts for nothing. */
export interface Pace {
  readonly rounds: number
  readonly seconds: number
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Runs both sides by turns; answers what every counted round gave. */
export async function byTurns<Round>(
  { rounds, seconds }: Pace,
  subject: (seconds: number) => Promise<Round>,
  baseline: (seconds: number) => Promise<Round>,
): Promise<{ subject: Round[]; baseline: Round[] }> {
  const all = { subject: [] as Round[], baseline: [] as Round[] }
  await baseline(Math.min(2, seconds))
  await subject(Math.min(2, seconds))
  for (let round = 0; round < rounds; round++) {
    all.baseline.push(await baseline(seconds))
    all.subject.push(await subject(seconds))
  }
  return all
}

/** What was found about one promise. */
export interface Finding {
  readonly what: string
  readonly found: string
  readonly limit: string
  readonly kept: boolean
}

/** `12.3`, `1,234`: three figures are enough to compare with. */
export function figure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 4 : 3 })
}

export const percent = (share: number): string => `${figure(share * 100)} %`

export const atLeast = (share: number, least: number): Pick<Finding, 'limit' | 'kept'> => ({ limit: `≥ ${percent(least)}`, kept: share >= least })

export const atLeastTimes = (times: number, least: number): Pick<Finding, 'limit' | 'kept'> => ({
  limit: `≥ ${figure(least)} ×`,
  kept: times >= least,
})

export const under = (value: number, most: number, unit: string): Pick<Finding, 'limit' | 'kept'> => ({
  limit: `< ${figure(most)} ${unit}`,
  kept: value < most,
})
