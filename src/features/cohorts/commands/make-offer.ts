/** Offering a place: to a selected application, or to the next of the reserve when a place of its region is free. */
import { mayOffer, offer } from '../../../domain/cohort.ts'
import type { Answers } from '../../../domain/form.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { atomically, undo } from '../../../platform/database/atomically.ts'
import { audit } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/database/id.ts'
import { reserveLine } from '../../selection/index.ts'
import { unoffered } from '../queries/cohort.ts'
import { tellOfOffer } from './tell-of-offer.ts'
import { slugOf } from '../slug.ts'

export interface NewOffer {
  readonly edition: string
  readonly application: string
  /** The last moment to answer. */
  readonly replyBy: Date
  /** The project whose place is offered again, when the application comes from the reserve. */
  readonly replaces?: string
}

/** Offers a place, makes the application a project and writes to its team. Refusals: `offer/*`. One audit entry in the project's trail. */
export async function makeOffer(db: Database, viewer: SignedIn, input: NewOffer, origin: string, now: Date): Promise<Result<Offered>> {
  return atomically(db, (trx) => offerOne(trx, viewer, input, origin, now))
}

export interface Offered {
  readonly project: string
  readonly offer: string
}

/** Offers a place to every selected application of the published list that has none yet: all of them, or, at the first refusal, none. */
export async function offerToSelected(
  db: Database,
  viewer: SignedIn,
  input: { edition: string; replyBy: Date },
  origin: string,
  now: Date,
): Promise<Result<{ offers: number }>> {
  return atomically(db, async (trx) => {
    const waiting = await unoffered(trx, viewer.organisation, input.edition).select('d.application').orderBy('d.rank').execute()
    if (waiting.length === 0) return refused('offer/not-published')
    for (const { application } of waiting) {
      const offered = await offerOne(trx, viewer, { ...input, application }, origin, now)
      if (!offered.ok) return undo(offered)
    }
    return ok({ offers: waiting.length })
  })
}

async function offerOne(trx: Trx, viewer: SignedIn, input: NewOffer, origin: string, now: Date): Promise<Result<Offered>> {
  const found = await factsOf(trx, viewer.organisation, input)
  if (found === null) return refused('page/not-found')
  if (!mayOffer(viewer, { programme: found.programme, edition: input.edition })) return refused('page/not-allowed')
  if (input.replyBy <= now) return refused('offer/reply-by-past')
  const allowed = offer(found.facts)
  if (!allowed.ok) return allowed
  const project = newId(now)
  const id = newId(now)
  const row = await projectRow(trx, viewer.organisation, input, project, now)
  await trx.insertInto('project').values(row).execute()
  await trx
    .insertInto('offer')
    .values({
      organisation: viewer.organisation,
      id,
      edition: input.edition,
      project,
      replaces: input.replaces ?? null,
      offered_at: now,
      offered_by: viewer.person.id,
      reply_by: input.replyBy,
    })
    .execute()
  await tellOfOffer(
    trx,
    { organisation: viewer.organisation, application: input.application, offer: id, replyBy: input.replyBy, title: row.title },
    origin,
    now,
  )
  await audit(trx, {
    organisation: viewer.organisation,
    stream: project,
    act: 'offer/made',
    actor: viewer.person.id,
    at: now,
    details: { application: input.application, replaces: input.replaces },
  })
  return ok({ project, offer: id })
}

/** Offers of one edition come one after the other: the lock is taken first, so that what is read next is what the one before wrote. */
async function factsOf(trx: Trx, organisation: string, input: NewOffer) {
  await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', input.edition).forUpdate().execute()
  const row = await trx
    .selectFrom('decision as d')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'd.organisation').onRef('e.id', '=', 'd.edition'))
    .leftJoin('publication as p', (join) => join.onRef('p.organisation', '=', 'd.organisation').onRef('p.seal', '=', 'd.seal'))
    .leftJoin('project as j', (join) => join.onRef('j.organisation', '=', 'd.organisation').onRef('j.application', '=', 'd.application'))
    .select(['d.outcome', 'd.region', 'e.programme', 'p.published_at', 'j.id as project'])
    .where('d.organisation', '=', organisation)
    .where('d.edition', '=', input.edition)
    .where('d.application', '=', input.application)
    .executeTakeFirst()
  if (row === undefined) return null
  const inLine = (await reserveLine(trx, organisation, input.edition, 'fr')).find((one) => one.application === input.application)
  return {
    programme: row.programme,
    facts: {
      publishedAt: row.published_at,
      outcome: inLine === undefined ? (row.outcome as 'selected' | 'reserve' | 'not-selected') : 'reserve',
      alreadyOffered: row.project !== null,
      replaces: input.replaces === undefined ? null : await freedPlace(trx, organisation, input.edition, input.replaces),
      region: row.region,
      nextInLine: inLine?.next === true,
      extra: inLine?.extra === true && input.replaces === undefined,
    },
  }
}

/** A place is free when its project left or declined and nobody was offered it since; one that was opened for a project alone goes with it. */
async function freedPlace(trx: Trx, organisation: string, edition: string, project: string): Promise<{ region: string; free: boolean } | null> {
  const row = await trx
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('offer as r', (join) => join.onRef('r.organisation', '=', 'j.organisation').onRef('r.replaces', '=', 'j.id'))
    .leftJoin('selection_appeal_place as x', (join) =>
      join.onRef('x.organisation', '=', 'j.organisation').onRef('x.application', '=', 'j.application').on('x.choice', '=', 'extra'),
    )
    .select(['j.region', 'o.accepted', 'l.left_on', 'r.id as replacement', 'x.choice as extra'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', edition)
    .where('j.id', '=', project)
    .executeTakeFirst()
  if (row === undefined) return null
  return { region: row.region, free: (row.left_on !== null || row.accepted === false) && row.replacement === null && row.extra === null }
}

async function projectRow(trx: Trx, organisation: string, input: NewOffer, id: string, now: Date) {
  const sent = await trx
    .selectFrom('submission as s')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 's.organisation').onRef('a.id', '=', 's.application'))
    .select(['s.title', 's.answers', 's.language', 's.region', 's.sector', 'a.number'])
    .where('s.organisation', '=', organisation)
    .where('s.application', '=', input.application)
    .executeTakeFirstOrThrow()
  const answers = sent.answers as Answers
  const text = (code: string): string => (typeof answers[code] === 'string' ? (answers[code] as string) : '')
  return {
    organisation,
    id,
    edition: input.edition,
    application: input.application,
    slug: slugOf(sent.title, sent.number),
    title: sent.title,
    summary: text('pitch'),
    story: text('what'),
    language: sent.language,
    region: sent.region,
    sector: sent.sector,
    town: text('town'),
    link: text('link') === '' ? null : text('link'),
    created_at: now,
  }
}
