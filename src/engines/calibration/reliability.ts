/** How far the reviews tell applications apart: coefficients of generalisability theory (Cronbach et al. 1972; Brennan 2001). */
import type { Reliability, Variances } from './format.ts'
import type { Model } from './model.ts'
import { countsOf } from './sheet.ts'

const GOOD = 0.8
const LONGEST_STUDY = 10

/** Shares of the variance, adding up to 1. */
export function sharesOf(variance: Variances): Variances | null {
  const { application, reviewer, panel, residual } = variance
  const all = application + reviewer + panel + residual
  if (all === 0) return null
  return { application: application / all, reviewer: reviewer / all, panel: panel / all, residual: residual / all }
}

/**
 * Reliability of raw means, where severity and panel are noise (the coefficient Φ), and of calibrated scores, where they
 * are taken out (the coefficient Eρ²: what calibration could reach if each severity were known).
 */
export function reliabilityOf({ variance, sheet, status }: Model): Reliability | null {
  if (status !== 'estimated') return null
  const { application, reviewer, panel, residual } = variance
  const counts = countsOf(sheet.application)
  const reviews = counts.length / counts.reduce((sum, count) => sum + 1 / count, 0)
  const raw = (count: number): number => share(application, panel + (reviewer + residual) / count)
  const calibrated = (count: number): number => share(application, residual / count)
  const study = Array.from({ length: LONGEST_STUDY }, (_, place) => place + 1)
  return {
    single: raw(1),
    raw: raw(reviews),
    calibrated: calibrated(reviews),
    reviews,
    needed_for_0_8: { raw: reviewsFor(application, panel, reviewer + residual), calibrated: reviewsFor(application, 0, residual) },
    study: study.map((count) => ({ reviews: count, raw: raw(count), calibrated: calibrated(count) })),
  }
}

function share(part: number, rest: number): number {
  return part === 0 ? 0 : part / (part + rest)
}

/** The fewest reviews n for which quality / (quality + fixed + noise / n) reaches 0.8. */
function reviewsFor(quality: number, fixed: number, noise: number): number | null {
  const room = quality * (1 / GOOD - 1) - fixed
  return room <= 0 ? null : Math.max(1, Math.ceil(noise / room - 1e-9))
}
