/** Reviews made up by the model of calibration, the same on every machine. */
import { below, uniform } from '../../src/engines/chance.ts'
import type { CalibrationInput } from '../../src/engines/calibration/index.ts'

export interface Made {
  readonly input: CalibrationInput
  readonly quality: readonly number[]
  readonly severity: readonly number[]
}

/** `each` reviews of every application, by reviewers drawn at random, with the standard deviations named; about 50. */
export function madeUp(
  seed: string,
  { applications, reviewers, each }: { readonly applications: number; readonly reviewers: number; readonly each: number },
  spread: { readonly quality: number; readonly severity: number; readonly residual: number },
): Made {
  const next = uniform(seed)
  const deviate = (): number => Array.from({ length: 12 }, next).reduce((sum, one) => sum + one / 2 ** 32, -6)
  const quality = Array.from({ length: applications }, () => spread.quality * deviate())
  const severity = Array.from({ length: reviewers }, () => spread.severity * deviate())
  const reviews = quality.flatMap((good, application) => {
    const readers = new Set<number>()
    while (readers.size < each) readers.add(below(next, reviewers))
    return [...readers].map((reviewer) => ({
      application: `a${application}`,
      reviewer: `r${reviewer}`,
      score: 50 + good + (severity[reviewer] as number) + spread.residual * deviate(),
    }))
  })
  return { input: { reviews, scale: [-100, 200] }, quality, severity }
}
