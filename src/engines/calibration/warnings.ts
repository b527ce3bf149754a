/** What whoever reads a calibration must know before they use it, in words. */
import type { Warning } from './format.ts'
import type { Model } from './model.ts'

export function warningsOf({ sheet, status, variance }: Model, unfinished: number): Warning[] {
  const warnings: Warning[] = []
  const { levels } = sheet.parts
  if (levels > 1)
    warnings.push({
      code: 'disconnected',
      message: `The applications fall into ${levels} parts that share no reviewer. Each part is calibrated by itself: neither scores nor ranks of different parts can be compared.`,
    })
  if (status === 'all-equal')
    warnings.push({
      code: 'all-equal',
      message: 'Every review gives the same score: there is nothing to calibrate, and no application ranks above another.',
    })
  if (status === 'not-estimable')
    warnings.push({
      code: 'not-estimable',
      message:
        'Too few applications were read by several reviewers who also share others: severity cannot be told from quality. The raw scores stand.',
    })
  if (status === 'estimated' && variance.residual === 0)
    warnings.push({
      code: 'exact',
      message: 'Once severity is taken out, reviewers agree to the last digit: nothing is left unexplained, which is rare. Look at the data.',
    })
  if (status === 'estimated' && variance.application === 0)
    warnings.push({
      code: 'no-quality',
      message: 'The reviews do not tell the applications apart: what differs is explained by reviewers and by chance.',
    })
  if (unfinished > 0)
    warnings.push({
      code: 'unfinished-reviews',
      message: `${unfinished} of ${sheet.scores.length} reviews lack a criterion: they count for the criteria they have, with less weight.`,
    })
  return warnings
}
