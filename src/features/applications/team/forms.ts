/** Reading what the pages of a team send. */
import { z } from 'zod'
import { LANGUAGES } from '../../../domain/language.ts'
import { LONGEST_NAME } from '../../../domain/person.ts'
import { choice, email, line } from '../../../platform/input/form.ts'

/** An invitation by mail. `name` is asked of who has none yet. */
export const mailForm = z.object({ email: email(), language: choice(LANGUAGES), name: line({ max: LONGEST_NAME, required: false }) })

/** A link to pass on. */
export const linkForm = z.object({
  link_for: choice(['one', 'several']),
  link_language: choice(LANGUAGES),
  link_name: line({ max: LONGEST_NAME, required: false }),
})

/** Joining: a name, of who has none yet. */
export const joiningForm = z.object({ name: line({ max: LONGEST_NAME, required: false }) })

/** What the fields of the page show before anything was typed. */
export const NOTHING_TYPED: Readonly<Record<string, string>> = { email: '', name: '', link_for: 'one', link_name: '' }
