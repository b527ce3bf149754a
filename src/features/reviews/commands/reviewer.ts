/** Reviewers invited, answering, changed, leaving. Where they go, the files not yet handed in go back to be given to others. */
import { sql } from 'kysely'
import type { Result } from '../../../domain/result.ts'
import { ok, refused } from '../../../domain/result.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import {
  answerInvitation as answer,
  changeReviewer as change,
  endReviewer as end,
  inviteReviewer as invite,
  type CandidateFacts,
  type ReviewerFacts,
  type ReviewerLists,
  type ReviewerTerms,
} from '../../../domain/reviewer.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically, undo } from '../../../platform/database/atomically.ts'
import { audit, auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { isId, newId } from '../../../platform/database/id.ts'
import { editionLists } from '../../applications/index.ts'
import { writeReviewerInvitation } from '../reviewer-mail.ts'
import { isSealed, lockEdition } from './assign.ts'
import { lookAtTies } from './look-for-ties.ts'
import { giveReviewerRole, type Invited, invitedPerson, personEntries } from './invited-person.ts'

/** What is asked of whom. */
export type InvitedReviewer = ReviewerTerms & Invited

function columns({ languages, sectors, region, affiliations, minLoad, maxLoad }: ReviewerTerms) {
  return { languages: [...languages], sectors: [...sectors], region, affiliations: affiliations.trim(), min_load: minLoad, max_load: maxLoad }
}

/**
 * Invites somebody who holds the role of reviewer, or anybody by their address: the person is made when nobody has it,
 * and gets the role in this edition when they lack it. Writes to them. Refuses `reviewer/not-allowed`, `…/without-role`,
 * `…/known-already`, `…/applied`, `…/own`, `…/sealed`, terms that cannot be, and `person/nameless` and the like.
 */
export async function inviteReviewer(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: InvitedReviewer,
  origin: string,
  now: Date,
): Promise<Result<{ reviewer: string }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('reviewer/not-allowed')
  const { organisation } = viewer
  return atomically(db, async (trx) => {
    // The person before the edition, as whoever gives a role takes them: neither waits for the other in a circle.
    const found = await invitedPerson(trx, organisation, input, now)
    if (!found.ok) return found
    await lockEdition(trx, organisation, place.edition)
    const facts = await candidateFacts(trx, viewer, place, found.value.id, 'newcomer' in input)
    const allowed = invite(facts, input, await listsOf(trx, organisation, place.edition, now))
    if (!allowed.ok) return undo(allowed)
    const reviewer = newId(now)
    await trx
      .insertInto('reviewer')
      .values({ organisation, id: reviewer, edition: place.edition, person: found.value.id, ...columns(input), invited_at: now })
      .execute()
    const role = facts.holdsRole ? [] : [await giveReviewerRole(trx, viewer, place, found.value.id, now)]
    await writeReviewerInvitation(trx, viewer, { reviewer, maxLoad: input.maxLoad }, origin, now)
    const details = { edition: place.edition }
    await auditAll(trx, [
      ...personEntries(viewer, found.value, now),
      ...role,
      { organisation, stream: reviewer, act: 'reviewer/invited', actor: viewer.person.id, at: now, details },
    ])
    return ok({ reviewer })
  })
}

async function candidateFacts(
  trx: Trx,
  { organisation, person: { id: inviter } }: SignedIn,
  { programme, edition }: Place,
  person: string,
  givesRole: boolean,
): Promise<CandidateFacts> {
  const found = await sql<Pick<CandidateFacts, 'holdsRole' | 'known' | 'applied'>>`
    select exists (select from role_grant g where g.organisation = ${organisation} and g.person = ${person} and g.role = 'reviewer' and g.ended_at is null
        and (g.programme is null or g.programme = ${programme}) and (g.edition is null or g.edition = ${edition})) as "holdsRole",
      exists (select from reviewer r where r.organisation = ${organisation} and r.edition = ${edition} and r.person = ${person}) as known,
      exists (select from application_member m join application a on a.organisation = m.organisation and a.id = m.application
        where m.organisation = ${organisation} and m.person = ${person} and a.edition = ${edition}) as applied`.execute(trx)
  const [facts] = found.rows
  if (facts === undefined) throw new Error('A question without tables was not answered.')
  return { ...facts, givesRole, own: person === inviter, sealed: await isSealed(trx, organisation, edition) }
}

async function listsOf(trx: Trx, organisation: string, edition: string, now: Date): Promise<ReviewerLists> {
  const { regions, sectors } = await editionLists(trx, organisation, edition, now)
  return { regions: regions.map(({ code }) => code), sectors: sectors.map(({ code }) => code) }
}

interface Standing extends ReviewerFacts {
  readonly person: string
  readonly edition: string
}

/** A reviewer, held for the rest of the transaction, with the edition locked before. */
async function standing(trx: Trx, organisation: string, reviewer: string): Promise<Standing | null> {
  if (!isId(reviewer)) return null
  const of = await trx.selectFrom('reviewer').select('edition').where('organisation', '=', organisation).where('id', '=', reviewer).executeTakeFirst()
  if (of === undefined) return null
  await lockEdition(trx, organisation, of.edition)
  const row = await trx
    .selectFrom('reviewer')
    .select(['person', 'accepted_at', 'left_at'])
    .where('organisation', '=', organisation)
    .where('id', '=', reviewer)
    .forUpdate()
    .executeTakeFirstOrThrow()
  // The most they are given in one stage: a load holds in each.
  const open = await trx
    .selectFrom('assignment as g')
    .innerJoin(sql<{ organisation: string; edition: string; code: string; happens: string }>`edition_stage`.as('t'), (join) =>
      join.onRef('t.organisation', '=', 'g.organisation').onRef('t.edition', '=', 'g.edition').onRef('t.code', '=', 'g.stage'),
    )
    .select((all) => all.fn.countAll<string>().as('load'))
    .where('g.organisation', '=', organisation)
    .where('g.reviewer', '=', reviewer)
    .where('t.happens', '=', 'reading')
    .where('g.third', '=', false)
    .where('g.ended_at', 'is', null)
    .groupBy('g.stage')
    .orderBy('load', 'desc')
    .executeTakeFirst()
  const sealed = await isSealed(trx, organisation, of.edition)
  return { person: row.person, edition: of.edition, acceptedAt: row.accepted_at, leftAt: row.left_at, sealed, load: Number(open?.load ?? 0) }
}

/** The person's own yes or no, with the organisations they name; of who accepts it is looked at once what ties them to applicants. Refuses `reviewer/unknown` (not theirs), `…/answered`, `…/sealed`, `…/affiliations-too-long`. */
export async function answerInvitation(
  db: Database,
  viewer: SignedIn,
  input: { readonly reviewer: string; readonly accepts: boolean; readonly affiliations?: string },
  now: Date,
): Promise<Result<null>> {
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const found = await standing(trx, organisation, input.reviewer)
    if (found === null || found.person !== person.id) return refused('reviewer/unknown')
    const named = (input.affiliations ?? '').trim()
    const allowed = answer(found, { accepts: input.accepts, affiliations: named })
    if (!allowed.ok) return allowed
    await trx
      .updateTable('reviewer')
      .set(input.accepts ? { accepted_at: now, ...(named === '' ? {} : { affiliations: named }) } : { left_at: now, left_by: person.id })
      .where('organisation', '=', organisation)
      .where('id', '=', input.reviewer)
      .execute()
    if (input.accepts) await lookAtTies(trx, organisation, found.edition, input.reviewer, now)
    await audit(trx, {
      organisation,
      stream: input.reviewer,
      act: input.accepts ? 'reviewer/accepted' : 'reviewer/declined',
      actor: person.id,
      at: now,
    })
    return ok(null)
  })
}

/** Changes what a reviewer reads. Refuses `reviewer/unknown`, `…/left`, `…/sealed`, `…/load-given`, and terms that cannot be. */
export async function changeReviewer(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: ReviewerTerms & { readonly reviewer: string },
  now: Date,
): Promise<Result<null>> {
  if (!mayArrangeReviews(viewer, place)) return refused('reviewer/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const found = await standing(trx, organisation, input.reviewer)
    if (found === null || found.edition !== place.edition) return refused('reviewer/unknown')
    const allowed = change(found, input, await listsOf(trx, organisation, place.edition, now))
    if (!allowed.ok) return allowed
    await trx.updateTable('reviewer').set(columns(input)).where('organisation', '=', organisation).where('id', '=', input.reviewer).execute()
    if (found.acceptedAt !== null) await lookAtTies(trx, organisation, place.edition, input.reviewer, now)
    const { languages, sectors, region, minLoad, maxLoad } = input
    await audit(trx, {
      organisation,
      stream: input.reviewer,
      act: 'reviewer/changed',
      actor: person.id,
      at: now,
      details: { languages, sectors, region, minLoad, maxLoad },
    })
    return ok(null)
  })
}

/** Ends the part of a reviewer, and every assignment of theirs that is not handed in. Answers how many. Refuses `reviewer/unknown`, `…/left`, `…/sealed`, `…/without-reason`. */
export async function endReviewer(
  db: Database,
  viewer: SignedIn,
  place: Place,
  input: { readonly reviewer: string; readonly reason: string },
  now: Date,
): Promise<Result<{ ended: number }>> {
  if (!mayArrangeReviews(viewer, place)) return refused('reviewer/not-allowed')
  const { organisation, person } = viewer
  return atomically(db, async (trx) => {
    const found = await standing(trx, organisation, input.reviewer)
    if (found === null || found.edition !== place.edition) return refused('reviewer/unknown')
    const allowed = end(found, input.reason)
    if (!allowed.ok) return allowed
    const left = { left_at: now, left_by: person.id, left_reason: input.reason.trim() }
    await trx.updateTable('reviewer').set(left).where('organisation', '=', organisation).where('id', '=', input.reviewer).execute()
    const open = await sql<{ id: string; application: string; stage: string }>`
      update assignment g set ended_at = ${now}, ended_by = ${person.id}, end_reason = ${input.reason.trim()}
      where g.organisation = ${organisation} and g.reviewer = ${input.reviewer} and g.ended_at is null
        and not exists (select from review v where v.organisation = g.organisation and v.assignment = g.id and v.submitted_at is not null)
      returning g.id, g.application, g.stage`.execute(trx)
    const entry = { organisation, actor: person.id, at: now }
    await auditAll(trx, [
      { ...entry, stream: input.reviewer, act: 'reviewer/ended', details: { assignments: open.rows.length } },
      ...open.rows.map(({ id, application, stage }) => ({
        ...entry,
        stream: application,
        act: 'assignment/ended' as const,
        details: { assignment: id, reviewer: input.reviewer, stage },
      })),
    ])
    return ok({ ended: open.rows.length })
  })
}
