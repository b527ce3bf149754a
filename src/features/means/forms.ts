/** What the forms of means hold. */
import { z } from 'zod'
import { choice, date, integer, line, money } from '../../platform/input/form.ts'

/** Twelve digits before the point: what a column of amounts holds. */
const MOST = '999999999999.99'
/** Codes as the file of an edition writes them, so that a line added at the desk can be exported and imported again. */
export function isLineCode(typed: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(typed)
}

/** Share of the first instalment unless told otherwise, in percent. */
export const USUAL_SHARE = '70'

const share = () => money({ min: '0.01', max: '100' })

/** Whether a code is of a currency in use (ISO 4217). */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

export function lineForm(funders: readonly string[]) {
  return z.object({
    funder: choice(funders),
    code: line({ max: 40 }),
    name_ar: line({ max: 120 }),
    name_fr: line({ max: 120 }),
    name_en: line({ max: 120 }),
    currency: line({ max: 10 }),
    amount: money({ min: '0.01', max: MOST }),
  })
}

/** The award of one project: a seed fund with its share, or a prize with its rank. */
export function awardForm(projects: readonly string[], lines: readonly string[]) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('seed'), project: choice(projects), line: choice(lines), amount: money({ min: '0.01', max: MOST }), share: share() }),
    z.object({
      kind: z.literal('prize'),
      project: choice(projects),
      line: choice(lines),
      amount: money({ min: '0.01', max: MOST }),
      rank: integer({ min: 1, max: 100 }),
    }),
  ])
}

/** The terms of a seed fund for many. */
export function seedForm(lines: readonly string[]) {
  return z.object({ line: choice(lines), amount: money({ min: '0.01', max: MOST }), share: share() })
}

export const agreementForm = z.object({ signed_on: date() })
export const reportForm = z.object({ accepted_on: date() })
export const releaseForm = z.object({ reason: line({ max: 300 }) })
export const refusalForm = z.object({ reason: line({ max: 300 }) })
export const executionForm = z.object({ paid_on: date(), reference: line({ max: 60 }) })
/** An act whose button says all. */
export const nothingForm = z.object({})
