/** What the forms of the cohort hold. */
import { z } from 'zod'
import { choice, date, flag, line, uuid } from '../../platform/input/form.ts'

export const offerAllForm = z.object({ reply_by: date() })
export const departureForm = z.object({ project: uuid(), left_on: date(), reason: line({ max: 300 }) })
export const graduationForm = z.object({ on: date() })
export const replacementForm = z.object({ application: uuid(), replaces: uuid({ required: false }) })
export const answerForm = z.object({ answer: choice(['accept', 'decline']), showcased: flag() })
