/** What the office does with the samples of a stage: chooses them, takes one away, gives them to the readers, shows what was marked. */
import { sql } from 'kysely'
import { mayArrangeReviews } from '../../../../domain/review.ts'
import { ok, type Result, refused } from '../../../../domain/result.ts'
import { mayChoose, mayOpenRound, mayRemove, mayShowRound, type RoundFacts } from '../../../../domain/sample.ts'
import type { Place, SignedIn } from '../../../../domain/viewer.ts'
import { atomically } from '../../../../platform/database/atomically.ts'
import { audit } from '../../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../../platform/database/database.ts'
import { isId, newId } from '../../../../platform/database/id.ts'
import { lockEdition } from '../../commands/assign.ts'
import { stageGrid } from '../../queries/stages.ts'
import { tellReaders } from '../mails.ts'
import { canBeSample, pastEditions } from '../queries/candidates.ts'
import { roundFacts, type RoundRow, roundRow } from '../queries/round.ts'

interface Round {
  readonly stage: string
  readonly facts: RoundFacts
  readonly row: RoundRow
}

/** The round of a stage under the lock of its edition; refused to who arranges no reviews, and where there is no such stage. */
async function holdRound(trx: Trx, { organisation }: SignedIn, place: Place, asked: string | undefined): Promise<Result<Round>> {
  await lockEdition(trx, organisation, place.edition)
  const assigned = await stageGrid(trx, organisation, place.edition, asked)
  if (assigned === null) return refused('sample/unknown')
  const row = await roundRow(trx, organisation, place.edition, assigned.stage.code)
  return ok({ stage: assigned.stage.code, facts: roundFacts(assigned, row), row })
}

async function note(
  trx: Trx,
  { organisation, person }: SignedIn,
  place: Place,
  act: string,
  now: Date,
  details: Record<string, string>,
): Promise<void> {
  await audit(trx, { organisation, stream: place.edition, act: `sample/${act}`, actor: person.id, at: now, details })
}

export interface StageOfSamples {
  /** Undefined: the first that is read. */
  readonly stage?: string | undefined
}

/** Takes an application of a past edition as a sample. Refuses `sample/not-allowed`, `…/unknown`, `…/not-a-candidate`, and as `mayChoose`. */
export async function chooseSample(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: StageOfSamples & { readonly application: string },
  now: Date,
): Promise<Result<{ sample: string }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('sample/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdRound(trx, viewer, place, input.stage)
    if (!held.ok) return held
    const may = mayChoose(held.value.facts)
    if (!may.ok) return may
    const source = await sourceOf(trx, viewer, place, held.value.stage, input.application)
    if (source === null) return refused('sample/not-a-candidate')
    const id = newId()
    const { stage } = held.value
    await trx
      .insertInto('sample')
      .values({
        organisation,
        id,
        edition: place.edition,
        stage,
        position: await freePosition(trx, organisation, place.edition, stage),
        source_edition: source,
        application: input.application,
        chosen_at: now,
        chosen_by: person.id,
      })
      .execute()
    await note(trx, viewer, place, 'chosen', now, { stage, sample: id, application: input.application })
    return ok({ sample: id })
  })
}

/** The edition of an application that may be taken; null for any other, and for one that is taken. */
async function sourceOf(trx: Trx, viewer: SignedIn, place: Place, stage: string, application: string): Promise<string | null> {
  if (!isId(application)) return null
  const { organisation } = viewer
  const found = await sql<{ edition: string }>`
    select a.edition from application a join submission s on s.organisation = a.organisation and s.application = a.id
    where a.organisation = ${organisation} and a.id = ${application} and a.edition = any(${await pastEditions(trx, viewer, place)}::uuid[])
      and ${canBeSample(organisation, place.edition)}
      and not exists (select from sample z where z.organisation = a.organisation and z.edition = ${place.edition} and z.stage = ${stage} and z.application = a.id)`.execute(
    trx,
  )
  return found.rows[0]?.edition ?? null
}

/** The lowest that no other has: one that is taken away leaves its place. */
async function freePosition(trx: Trx, organisation: string, edition: string, stage: string): Promise<number> {
  const rows = await trx
    .selectFrom('sample')
    .select('position')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('stage', '=', stage)
    .execute()
  const taken = new Set(rows.map(({ position }) => position))
  let free = 1
  while (taken.has(free)) free += 1
  return free
}

/** Takes a sample away before readers have it. Refuses `sample/not-allowed`, `…/unknown`, and as `mayRemove`. */
export async function removeSample(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly sample: string },
  now: Date,
): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('sample/not-allowed')
  if (!isId(input.sample)) return refused('sample/unknown')
  const { organisation } = viewer
  return atomically(db, async (trx) => {
    await lockEdition(trx, organisation, place.edition)
    const found = await trx
      .selectFrom('sample')
      .select('stage')
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('id', '=', input.sample)
      .executeTakeFirst()
    if (found === undefined) return refused('sample/unknown')
    const held = await holdRound(trx, viewer, place, found.stage)
    if (!held.ok) return held
    const may = mayRemove(held.value.facts)
    if (!may.ok) return may
    await trx.deleteFrom('sample').where('organisation', '=', organisation).where('id', '=', input.sample).execute()
    await note(trx, viewer, place, 'removed', now, { stage: found.stage, sample: input.sample })
    return ok(null)
  })
}

/** Gives the samples to the readers, who are told by mail; from now on they stay what they are. `origin` is where mails lead. Refuses `sample/not-allowed`, `…/unknown`, and as `mayOpenRound`. */
export async function openRound(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: StageOfSamples,
  origin: string,
  now: Date,
): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('sample/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdRound(trx, viewer, place, input.stage)
    if (!held.ok) return held
    const may = mayOpenRound(held.value.facts)
    if (!may.ok) return may
    const { stage } = held.value
    await trx.insertInto('sample_round').values({ organisation, edition: place.edition, stage, opened_at: now, opened_by: person.id }).execute()
    await tellReaders(trx, organisation, place, { stage, news: 'given', origin }, now)
    await note(trx, viewer, place, 'opened', now, { stage })
    return ok(null)
  })
}

/** Shows the readers who have handed in what all have marked, with a note, and tells them by mail; again, to write the note anew, without a mail. Refuses `sample/not-allowed`, `…/unknown`, and as `mayShowRound`. */
export async function showRound(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: StageOfSamples & { readonly note: string },
  origin: string,
  now: Date,
): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('sample/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const held = await holdRound(trx, viewer, place, input.stage)
    if (!held.ok) return held
    const text = input.note.trim()
    const { stage, facts, row } = held.value
    const may = mayShowRound(facts, { note: text, handedIn: row.handed_in })
    if (!may.ok) return may
    await trx
      .updateTable('sample_round')
      .set({ note: text, shown_at: now, shown_by: person.id })
      .where('organisation', '=', organisation)
      .where('edition', '=', place.edition)
      .where('stage', '=', stage)
      .execute()
    if (facts.shownAt === null) await tellReaders(trx, organisation, place, { stage, news: 'shown', origin }, now)
    await note(trx, viewer, place, 'shown', now, { stage })
    return ok(null)
  })
}
