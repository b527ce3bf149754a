/** Reviews that differ from what all others lead to expect, and what one more review would do. */
import type { OneMore, Outlier } from './format.ts'
import type { Model } from './model.ts'
import { upperTail } from './normal.ts'

/** Standard deviations; of a thousand reviews without anything odd some three lie beyond. */
const FAR = 3

/** Reviews beyond three standard deviations, the farthest first: each is set against a fit without it (deleted residuals, in closed form). */
export function outlyingReviews({ estimate, sheet, variance }: Model): Outlier[] {
  if (estimate === null || variance.residual === 0) return []
  const { fit, posterior, unit } = estimate
  const shares = posterior.ownShares()
  const found: (Outlier & { readonly far: number })[] = []
  for (const [review, share] of shares.entries()) {
    // Nobody else reviewed the application, or the reviewer nothing else: there is nothing to expect.
    if (share < 1e-9) continue
    const gap = (fit.solution.projected[review] as number) / share
    const standardised = (gap * Math.sqrt(share)) / Math.sqrt(fit.residual)
    if (Math.abs(standardised) < FAR) continue
    const score = sheet.scores[review] as number
    const application = sheet.applications[sheet.application.of[review] as number] as string
    const reviewer = sheet.reviewers[sheet.reviewer.of[review] as number] as string
    found.push({ application, reviewer, score, expected: score - unit * gap, standardised, far: Math.abs(standardised) })
  }
  return found.sort((a, b) => b.far - a.far).map(({ far: _, ...one }) => one)
}

/**
 * What one more review of each application would do, by a reviewer whose severity is known as well as the average one's:
 * what is now unsure, V, becomes V − V² / (V + noise), and the score moves by a step whose variance is the difference.
 */
export function oneMoreReview({ estimate, variance, calibrated }: Model, line: number | null): (OneMore | null)[] {
  if (estimate === null) return [...calibrated].map(() => null)
  const { applicationErrors, reviewerErrors } = estimate
  const severity = reviewerErrors.reduce((sum, error) => sum + error * error, 0) / reviewerErrors.length
  const noise = variance.residual + severity
  return [...applicationErrors].map((error, place) => {
    const now = error * error
    const gain = now + noise === 0 ? 0 : (now * now) / (now + noise)
    const step = Math.sqrt(gain)
    const distance = line === null ? 0 : Math.abs((calibrated[place] as number) - line)
    const crosses = step === 0 ? 0 : upperTail(distance / step)
    return { standard_error: Math.sqrt(Math.max(0, now - gain)), typical_change: step, ...(line === null ? {} : { crosses_line: crosses }) }
  })
}
