/** One reviewer at the desk, who may be asked, and what one was asked oneself. */
import { sql } from 'kysely'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { ReviewerTerms } from '../../../domain/reviewer.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { barredPairs } from './barred.ts'
import { type EditionStage, stagesIn } from './stages.ts'
import { waitingApplications } from './waiting.ts'

export interface ReviewerView extends ReviewerTerms {
  readonly reviewer: string
  readonly name: string
  readonly invitedAt: Date
  readonly acceptedAt: Date | null
  readonly leftAt: Date | null
  /** Why an officer ended their part; empty when they declined. */
  readonly leftReason: string
  /** Applications they are to read now, and how many of them they handed in. */
  readonly load: number
  readonly submitted: number
  /** Conflicts they declared, or that were found, by number of the application. */
  readonly conflicts: readonly { readonly number: string; readonly kind: string }[]
  /** Numbers of applications they no longer read and that lack a reader since. */
  readonly waiting: readonly string[]
}

interface Row extends Omit<ReviewerView, 'name' | 'waiting'> {
  name_ar: string
  name_latin: string
}

/** Null for an unknown id, one of another edition, and for who may not arrange reviews. */
export async function reviewerOf(db: Reader, viewer: SignedIn, place: Place, reviewer: string, language: Language): Promise<ReviewerView | null> {
  if (!mayArrangeReviews(viewer, place) || !isId(reviewer)) return null
  const found = await sql<Row>`
    select r.id as reviewer, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin, r.region, r.languages, r.sectors, r.affiliations,
      r.min_load as "minLoad", r.max_load as "maxLoad", r.invited_at as "invitedAt", r.accepted_at as "acceptedAt", r.left_at as "leftAt", r.left_reason as "leftReason",
      (select count(*)::int from assignment g where g.organisation = r.organisation and g.reviewer = r.id and g.ended_at is null) as load,
      (select count(*)::int from assignment g join review v on v.organisation = g.organisation and v.assignment = g.id
        where g.organisation = r.organisation and g.reviewer = r.id and g.ended_at is null and v.submitted_at is not null) as submitted,
      coalesce((select json_agg(json_build_object('number', a.number, 'kind', coalesce(c.kind, f.kind)) order by a.number) from ${barredPairs(viewer.organisation, place.edition)} b
        join application a on a.organisation = r.organisation and a.id = b.application
        left join conflict c on c.organisation = r.organisation and c.reviewer = b.reviewer and c.application = b.application
        left join lateral (select f.kind from conflict_found f where f.organisation = r.organisation and f.reviewer = b.reviewer and f.application = b.application
          and f.gone_at is null order by f.certain desc, f.kind limit 1) f on true
        where b.reviewer = r.id), '[]') as conflicts
    from reviewer r join person p on p.organisation = r.organisation and p.id = r.person
    where r.organisation = ${viewer.organisation} and r.edition = ${place.edition} and r.id = ${reviewer}`.execute(db)
  const [row] = found.rows
  if (row === undefined) return null
  const { name_ar, name_latin, ...rest } = row
  const waiting = rest.leftAt === null ? [] : await waitingApplications(db, viewer.organisation, place.edition, reviewer)
  return { ...rest, waiting, name: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language) }
}

/** Who holds the role of reviewer there and was not asked yet. Null for who may not arrange reviews. */
export async function candidatesOf(
  db: Reader,
  viewer: SignedIn,
  place: Place,
  language: Language,
): Promise<{ person: string; name: string }[] | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const found = await sql<{ person: string; name_ar: string; name_latin: string }>`
    select distinct p.id as person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin
    from role_grant g join person p on p.organisation = g.organisation and p.id = g.person
    where g.organisation = ${viewer.organisation} and g.role = 'reviewer' and g.ended_at is null
      and (g.programme is null or g.programme = ${place.programme}) and (g.edition is null or g.edition = ${place.edition})
      and not exists (select from reviewer r where r.organisation = g.organisation and r.edition = ${place.edition} and r.person = p.id)`.execute(db)
  return found.rows.map(({ person, name_ar, name_latin }) => ({ person, name: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language) }))
}

export interface ReviewerInvitation {
  readonly reviewer: string
  readonly edition: Trilingual
  readonly maxLoad: number
  readonly stages: readonly EditionStage[]
}

/** Invitations the viewer has not answered. */
export async function myInvitations(db: Reader, viewer: SignedIn): Promise<ReviewerInvitation[]> {
  const asked = await db
    .selectFrom('reviewer as r')
    .innerJoin('edition as e', (join) => join.onRef('e.organisation', '=', 'r.organisation').onRef('e.id', '=', 'r.edition'))
    .select(['r.id as reviewer', 'e.id as id', 'e.name as edition', 'r.max_load as maxLoad'])
    .where('r.organisation', '=', viewer.organisation)
    .where('r.person', '=', viewer.person.id)
    .where('r.accepted_at', 'is', null)
    .where('r.left_at', 'is', null)
    .orderBy('e.ordinal', 'desc')
    .execute()
  return Promise.all(asked.map(async ({ id, ...one }) => ({ ...one, stages: await stagesIn(db, viewer.organisation, id) })))
}
