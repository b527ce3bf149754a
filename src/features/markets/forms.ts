/** What the forms of markets hold. */
import { z } from 'zod'
import { MOST_STANDS, VISIT_PARTS } from '../../domain/market.ts'
import { choice, date, flag, integer, line, uuid, version } from '../../platform/input/form.ts'

/** A market, added or changed. */
export const marketForm = z.object({
  name_ar: line({ max: 120 }),
  name_fr: line({ max: 120 }),
  name_en: line({ max: 120 }),
  town_ar: line({ max: 80 }),
  town_fr: line({ max: 80 }),
  town_en: line({ max: 80 }),
  starts_on: date(),
  ends_on: date(),
  places: integer({ min: 1, max: MOST_STANDS }),
  public: flag(),
})

/** Names the record a form makes, so that it makes one however often it is sent. */
export const newForm = z.object({ id: uuid({ required: false }) })
/** Names what was read before it was changed. */
export const changeForm = z.object({ version: version() })

export const cancelForm = z.object({ cancel_reason: line({ max: 300 }) })
export const standForm = z.object({ project: uuid(), why: line({ max: 300 }), label: line({ max: 40, required: false }) })
export const withdrawalForm = z.object({ withdraw_project: uuid(), withdraw_reason: line({ max: 300 }) })

/** Most visitors a count holds: a slip of the finger past that. */
const MOST_VISITORS = 10_000_000
export const visitForm = z.object({ part: choice(VISIT_PARTS), visitors: integer({ min: 0, max: MOST_VISITORS }), source: line({ max: 300 }) })
