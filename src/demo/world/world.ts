/** The named world: one cast of people and projects for the demo, the tests and the pictures. Always the same. */
import { makeApplications, type WorldApplication } from './applications.ts'
import { Register } from './people.ts'
import { makeReviewers, type WorldReviewer } from './reviewers.ts'
import type { EditionKey } from './scenario.ts'

export interface World {
  readonly applications: Readonly<Record<EditionKey, readonly WorldApplication[]>>
  readonly reviewers: readonly WorldReviewer[]
}

let made: World | undefined

/** Makes the world, once a process: some tenths of a second. */
export function makeWorld(): World {
  if (made !== undefined) return made
  const register = new Register()
  made = { applications: makeApplications(register), reviewers: makeReviewers(register) }
  return made
}
