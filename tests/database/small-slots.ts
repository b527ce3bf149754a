/** Three applications that wait for an interview, and slots opened for them. */
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { openSlots, planSlots, type SlotTerms } from '../../src/features/reviews/slots/commands/open-slots.ts'
import { reviewRoutes } from '../../src/features/reviews/routes.tsx'
import { mounted } from '../server/mounted.ts'
import { eligible, reviewerIn, smallEdition, type Submitted, submitted } from './small-edition.ts'

const NOW = new Date('2024-04-10T09:00:00Z')

/** Three applications of Fès read above the pass mark by somebody, two reviewers for panels; nothing opened yet. */
export async function slotStage(db: Database) {
  const small = await smallEdition(db)
  const files: Submitted[] = []
  for (let at = 0; at < 3; at += 1) files.push(await submitted(db, small, { region: 'fes' }))
  await eligible(db, small, ...files.map((one) => one.application))
  const [one, other] = [await reviewerIn(db, small, { region: 'ori' }), await reviewerIn(db, small)]
  const reader = await reviewerIn(db, small)
  const { organisation, edition } = small
  for (const { application } of files) {
    const assignment = { organisation, id: newId(), edition, stage: 'reading' as const, application, reviewer: reader.reviewer }
    await db
      .insertInto('assignment')
      .values({ ...assignment, assigned_at: NOW, assigned_by: small.officer.person.id })
      .execute()
    const review = { organisation, assignment: assignment.id, scores: '{}', comments: '{}', version: 1, saved_at: NOW, submitted_at: NOW }
    await db
      .insertInto('review')
      .values({ ...review, submitted_by: reader.viewer.person.id, score: '80.00' })
      .execute()
  }
  const place = { programme: small.programme, edition }
  return { small, place, files: files as [Submitted, Submitted, Submitted], one, other, desk: mounted(db, reviewRoutes, small.officer, NOW) }
}
export type SlotStage = Awaited<ReturnType<typeof slotStage>>

/** Hours of a day, in UTC. */
export const day = (date: string, from = '08:00', to = '09:00') => ({ from: new Date(`${date}T${from}:00Z`), to: new Date(`${date}T${to}:00Z`) })

/** Slots of Fès on 24 April unless told otherwise, planned and opened by the officer. */
export async function openedSlots(db: Database, { small, place, one, other }: SlotStage, more: Partial<SlotTerms> = {}) {
  const terms: SlotTerms = {
    region: 'fes',
    place: 'Fès, salle 1',
    days: [day('2024-04-24')],
    minutes: 25,
    pause: 5,
    panel: [one.reviewer, other.reviewer],
    languages: ['ar', 'fr'],
    changeHours: 24,
    ...more,
  }
  const plan = await planSlots(db, small.officer, place, terms, 'fr', NOW)
  if (!plan.ok) return plan
  const { fingerprint, slots } = plan.value
  return openSlots(db, small.officer, place, { ...terms, fingerprint, starts: slots.map((slot) => slot.from.toISOString()), language: 'fr' }, NOW)
}
