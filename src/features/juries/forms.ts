/** The forms of a session. */
import { z } from 'zod'
import { JURY_GROUNDS, JURY_OUTCOMES, JURY_VOTES } from '../../domain/jury.ts'
import { choice, date, field, integer, line, problem, read, readClock, text } from '../../platform/input/form.ts'

const clock = () =>
  field((raw) => {
    const typed = typeof raw === 'string' ? raw.trim() : ''
    if (typed === '') return problem('required')
    const time = readClock(typed)
    return time === null ? problem('choice') : read(time)
  })

/** Characters of a note or a remark. */
export const LONGEST_NOTE = 2000

export const sessionForm = z.object({ day: date(), time: clock(), place: line({ max: 200 }), quorum: integer({ min: 1, max: 50 }) })
export const agendaForm = z.object({
  ground: choice(JURY_GROUNDS),
  which: line({ max: 60, required: false }),
  number: line({ max: 60, required: false }),
})
export const noteForm = z.object({
  application: line({ max: 60 }),
  vote: choice(JURY_VOTES, { required: false }),
  note: text({ max: LONGEST_NOTE, required: false }),
})
export const decisionForm = z.object({
  application: line({ max: 60 }),
  outcome: choice(JURY_OUTCOMES, { required: false }),
  remark: text({ max: LONGEST_NOTE, required: false }),
})
