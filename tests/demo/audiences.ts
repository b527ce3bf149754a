/** Those for whom pages are made, as people of the demo. */
import { CLOCK, type DemoStage, reached } from '../../src/demo/load/stage.ts'
import { demoId } from '../../src/demo/load/id.ts'
import { personId } from '../../src/demo/load/applications.ts'
import { makeWorld } from '../../src/demo/world/world.ts'

const EDITIONS = ['2024', '2023', '2025']
const desks = EDITIONS.map((edition) => `/desk/${edition}`)

export interface Audience {
  readonly name: string
  /** Null for a visitor who has not signed in. */
  readonly person: string | null
  readonly starts: readonly string[]
}

export function audiences(stage: DemoStage): readonly Audience[] {
  const world = makeWorld()
  const until = CLOCK[stage].toISOString()
  const begun = world.applications.e2.filter((one) => one.startedAt < until)
  const holder = begun.find((one) => one.fate === 'admitted' && (one.submittedAt < until || reached(stage, 'review')))
  const refused = begun.find((one) => one.ground === 'age')
  const writing = begun.find((one) => one.submittedAt > until)
  if (holder === undefined || refused === undefined) throw new Error('The world has no holder.')
  const staff = (key: string, ...starts: string[]): Audience => ({
    name: key,
    person: demoId(`person:${key}`),
    starts: ['/me', '/desk', ...desks, ...starts],
  })
  return [
    { name: 'visitor', person: null, starts: ['', '/calls/2024', '/calls/2025', '/projects', '/results/2024', '/sign-in', '/demo', '/demo/mailbox'] },
    { name: 'holder', person: personId(holder.holder), starts: ['/me'] },
    { name: 'refused applicant', person: personId(refused.holder), starts: ['/me'] },
    ...(writing === undefined ? [] : [{ name: 'applicant who is writing', person: personId(writing.holder), starts: ['/me'] }]),
    { name: 'reviewer', person: personId((world.reviewers[0] as (typeof world.reviewers)[number]).person), starts: ['/me', '/reviews'] },
    staff(
      'nadia',
      ...desks.flatMap((desk) =>
        [
          '/call',
          '/applications',
          '/duplicates',
          '/duplicates?state=decided',
          '/eligibility-letters',
          '/appeals',
          '/reviewers',
          '/assignment',
          '/reviews',
          '/interviews',
          '/selection',
          '/publication',
          '/letters',
          '/cohort',
          '/calendar',
          '/tours',
        ].map((page) => desk + page),
      ),
    ),
    staff('director'),
    staff('chair'),
    staff('accountant'),
    staff('finance'),
    staff('communication'),
    staff('donor'),
    staff('auditor'),
    staff('operator'),
  ]
}
