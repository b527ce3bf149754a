/** A session of the jury, planned and ready to be opened, as its tests begin. */
import { expect } from 'vitest'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { juryRoutes } from '../../src/features/juries/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { mounted } from '../server/mounted.ts'
import { eligible, reviewerIn, smallEdition, staffOf, submitted } from './small-edition.ts'

export const JURY_DAY = new Date('2024-04-28T09:00:00Z')
const NOW = JURY_DAY

/** A session of two members, opened by its chair who is not one; two files on its agenda, with the first member in conflict with the first. */
export async function juryStage(db: Database) {
  const small = await smallEdition(db)
  const { organisation, edition } = small
  const files = [await submitted(db, small, { region: 'fes' }), await submitted(db, small, { region: 'fes' })] as const
  await eligible(db, small, ...files.map((one) => one.application))
  const [one, other, reader] = [await reviewerIn(db, small), await reviewerIn(db, small), await reviewerIn(db, small)]
  for (const { application } of files) {
    const seat = { organisation, id: newId(), edition, stage: 'reading' as const, application, reviewer: reader.reviewer }
    await db
      .insertInto('assignment')
      .values({ ...seat, assigned_at: NOW, assigned_by: small.officer.person.id })
      .execute()
    const review = {
      organisation,
      assignment: seat.id,
      scores: '{}',
      comments: JSON.stringify({ impact: 'Naît du lieu' }),
      version: 1,
      saved_at: NOW,
    }
    await db
      .insertInto('review')
      .values({ ...review, submitted_at: NOW, submitted_by: reader.viewer.person.id, score: '61.25' })
      .execute()
  }
  const conflict = { organisation, edition, reviewer: one.reviewer, application: files[0].application, kind: 'declared' as const, note: '' }
  await db
    .insertInto('conflict')
    .values({ ...conflict, declared_at: NOW, declared_by: one.viewer.person.id })
    .execute()
  const chair = await staffOf(db, small, 'chair')
  const room = (viewer: SignedIn) => mounted(db, juryRoutes, viewer, NOW)
  const planned = await room(small.officer).post('/fr/desk/2024/juries', {
    'day.day': '28',
    'day.month': '4',
    'day.year': '2024',
    'day.time': '10:00',
    place: 'Rabat, siège',
    quorum: '1',
    members: [one.viewer.person.id, other.viewer.person.id],
  })
  const session = /juries\/([0-9a-f-]{36})/.exec(planned.headers.get('location') ?? '')?.[1] ?? ''
  for (const { number } of files) await room(small.officer).post(`/fr/juries/${session}/agenda`, { ground: 'hand', number })
  const act = async (viewer: SignedIn, what: string, fields: Record<string, string> = {}) =>
    (await room(viewer).post(`/fr/juries/${session}/${what}`, fields)).status
  return { small, files, one: one.viewer, other: other.viewer, chair, session, room, act, first: files[0].application, second: files[1].application }
}
export type JuryStage = Awaited<ReturnType<typeof juryStage>>

/** Opens it and lets both members in. */
export async function everybodyIn(at: JuryStage): Promise<void> {
  expect(await at.act(at.chair, 'opening')).toBe(303)
  for (const viewer of [at.one, at.other]) expect(await at.act(viewer, 'presence', { person: viewer.person.id, present: 'yes' })).toBe(303)
}

/** The page of the session in French, as somebody reads it. */
export const pageOf = async (at: JuryStage, viewer: SignedIn) => (await at.room(viewer).get(`/fr/juries/${at.session}`)).text()
