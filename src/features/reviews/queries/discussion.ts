/** The discussion of a file, as one of its reviewers and as the desk see it. */
import { sql } from 'kysely'
import { type DiscussionFacts, mayReadDiscussion } from '../../../domain/discussion.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayArrangeReviews, mayReadReviews, spread } from '../../../domain/review.ts'
import type { DiscussionNames } from '../../../domain/review-stage.ts'
import type { Place, SignedIn, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { ChangedScore } from '../../../domain/review-revision.ts'

export interface Remark {
  /** Whose of the file's reviews: its place among them. */
  readonly place: number
  readonly text: string
  readonly saidAt: Date
}

/** Who scored what; under a number, or a name where the stage says so. */
export interface DiscussedReview {
  readonly place: number
  readonly own: boolean
  /** Null where the stage keeps readers' names from each other. */
  readonly name: string | null
  readonly score: string | null
  readonly changed: ChangedScore | null
}

export interface DiscussionView {
  /** Null once it may be read. */
  readonly closed: 'discussion/not-open' | 'discussion/not-handed-in' | null
  /** Whether something may still be said. */
  readonly open: boolean
  /** How readers see each other. */
  readonly names: DiscussionNames
  readonly reviews: readonly DiscussedReview[]
  readonly remarks: readonly Remark[]
}

interface FactsRow {
  edition: string
  application: string
  stage: string
  names: DiscussionNames
  submitted_at: Date | null
  ended_at: Date | null
  owes: boolean
  whole: boolean
  opened_at: Date | null
  withdrawn: boolean
  sealed_at: Date | null
}

/** How a discussion stands for the viewer's own assignment; null for any other. */
export async function discussionFacts(
  db: Reader,
  viewer: SignedIn,
  assignment: string,
): Promise<(DiscussionFacts & Pick<FactsRow, 'edition' | 'application' | 'stage' | 'names'>) | null> {
  if (!isId(assignment)) return null
  const found = await sql<FactsRow>`
    select g.edition, g.application, g.stage, t.discussion as names, r.submitted_at, g.ended_at, d.opened_at,
      exists (select from assignment o left join review w on w.organisation = o.organisation and w.assignment = o.id
        where o.organisation = g.organisation and o.application = g.application and o.reviewer = g.reviewer and o.ended_at is null and w.submitted_at is null) as owes,
      not exists (select from assignment o left join review w on w.organisation = o.organisation and w.assignment = o.id
        where o.organisation = g.organisation and o.application = g.application and o.stage = g.stage and o.ended_at is null and w.submitted_at is null) as whole,
      exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application) as withdrawn,
      (select min(l.sealed_at) from selection_seal l where l.organisation = g.organisation and l.edition = g.edition) as sealed_at
    from assignment g
    join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    left join review_discussion d on d.organisation = g.organisation and d.application = g.application and d.stage = g.stage
    where g.organisation = ${viewer.organisation} and g.id = ${assignment} and v.person = ${viewer.person.id}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const { submitted_at, ended_at, opened_at, sealed_at, ...rest } = row
  return { ...rest, submittedAt: submitted_at, endedAt: ended_at, openedAt: opened_at, sealedAt: sealed_at }
}

interface SaidRow {
  id: string
  score: string | null
  submitted: boolean
  person: string
  name_ar: string
  name_latin: string
  said: { text: string; at: string }[] | null
  changed: ChangedScore | null
}

/** The reviews of a file in a stage with what their reviewers said, in the order they were assigned. One statement. */
async function saidOf(db: Reader, organisation: string, application: string, stage: string): Promise<SaidRow[]> {
  const found = await sql<SaidRow>`
    select g.id, r.score::text as score, r.submitted_at is not null as submitted, p.id as person, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin,
      (select json_agg(json_build_object('text', m.text, 'at', m.said_at) order by m.said_at, m.id) from review_remark m where m.organisation = g.organisation and m.assignment = g.id) as said,
      (select json_build_object('before', x.score_before::text, 'reason', x.reason) from review_revision x where x.organisation = g.organisation and x.assignment = g.id) as changed
    from assignment g
    join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    join person p on p.organisation = v.organisation and p.id = v.person
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    where g.organisation = ${organisation} and g.application = ${application} and g.stage = ${stage} and g.ended_at is null
    order by g.assigned_at, g.id`.execute(db)
  return found.rows
}

const nameOf = ({ name_ar, name_latin }: SaidRow, language: Language): string => nameFor({ nameAr: name_ar, nameLatin: name_latin }, language)

function remarksIn(rows: readonly SaidRow[]): Remark[] {
  const all = rows.flatMap(({ said }, at) => (said ?? []).map(({ text, at: when }) => ({ place: at + 1, text, saidAt: new Date(when) })))
  return all.sort((one, other) => one.saidAt.getTime() - other.saidAt.getTime())
}

/** What a reviewer may read of the discussion of their file; null when the file is not theirs. Others have numbers, and names only where the stage says so. */
export async function discussionOf(
  db: Reader,
  viewer: SignedIn,
  assignment: string,
  language = viewer.person.language,
): Promise<DiscussionView | null> {
  const facts = await discussionFacts(db, viewer, assignment)
  if (facts === null || facts.endedAt !== null) return null
  const reads = mayReadDiscussion(facts)
  if (!reads.ok) return { closed: reads.code as NonNullable<DiscussionView['closed']>, open: false, names: facts.names, reviews: [], remarks: [] }
  const rows = await saidOf(db, viewer.organisation, facts.application, facts.stage)
  return {
    closed: null,
    names: facts.names,
    open: !facts.withdrawn && facts.sealedAt === null,
    reviews: rows.map((row, at) => ({
      place: at + 1,
      own: row.id === assignment,
      name: facts.names === 'named' ? nameOf(row, language) : null,
      score: row.score,
      changed: row.changed,
    })),
    remarks: remarksIn(rows),
  }
}

/** How far apart a file's reviews lay before any was changed, and lie now. */
export function spreadOf(
  reviews: readonly { readonly score: string | null; readonly changed: Pick<ChangedScore, 'before'> | null }[],
): { before: string; after: string } | null {
  const given = (scores: readonly (string | null)[]): string[] => scores.flatMap((score) => (score === null ? [] : [score]))
  const after = given(reviews.map(({ score }) => score))
  const before = given(reviews.map(({ score, changed }) => (changed === null ? score : changed.before)))
  return after.length < 2 && before.length < 2 ? null : { before: spread(before), after: spread(after) }
}

export interface DeskDiscussion {
  readonly number: string
  readonly title: string
  readonly stage: { readonly code: string; readonly name: Trilingual | null; readonly happens: 'reading' | 'interview' }
  readonly names: DiscussionNames
  readonly reviews: readonly { readonly place: number; readonly name: string; readonly score: string | null; readonly changed: ChangedScore | null }[]
  /** Points between the highest and the lowest, as handed in and as they stand; null for fewer than two. */
  readonly spread: { readonly before: string; readonly after: string } | null
  readonly remarks: readonly Remark[]
  readonly whole: boolean
  readonly openedAt: Date | null
  readonly mayOpen: boolean
}

/** What the desk reads: every stage of a file with reviews, with names; null for who does not read reviews of the whole edition, or is its reviewer. */
export async function deskDiscussions(
  db: Reader,
  viewer: Viewer,
  place: Place,
  application: string,
  language: Language,
): Promise<DeskDiscussion[] | null> {
  if (!mayReadReviews(viewer, place) || !isId(application)) return null
  const stages = await sql<{
    number: string
    title: string
    code: string
    name: Trilingual | null
    happens: 'reading' | 'interview'
    names: DiscussionNames
    opened_at: Date | null
    sealed: boolean
  }>`
    select a.number, s.title, t.code, t.name, t.happens, t.discussion as names, d.opened_at,
      exists (select from selection_seal l where l.organisation = a.organisation and l.edition = a.edition) as sealed
    from application a
    join submission s on s.organisation = a.organisation and s.application = a.id
    join edition_stage t on t.organisation = a.organisation and t.edition = a.edition
    left join review_discussion d on d.organisation = a.organisation and d.application = a.id and d.stage = t.code
    where a.organisation = ${viewer.organisation} and a.id = ${application} and a.edition = ${place.edition}
      and exists (select from assignment g where g.organisation = a.organisation and g.application = a.id and g.stage = t.code and g.ended_at is null)
    order by t.position`.execute(db)
  if (stages.rows.length === 0) return null
  const all: DeskDiscussion[] = []
  for (const { number, title, code, name, happens, names, opened_at, sealed } of stages.rows) {
    const rows = await saidOf(db, viewer.organisation, application, code)
    // Whoever scores the file at the desk too learns here no more than any other of its reviewers.
    if (rows.some(({ person, submitted }) => person === viewer.person?.id && !submitted)) return null
    const whole = rows.every(({ submitted }) => submitted)
    all.push({
      number,
      title,
      stage: { code, name, happens },
      names,
      reviews: rows.map((row, at) => ({
        place: at + 1,
        name: nameOf(row, language),
        score: row.score,
        changed: row.changed,
      })),
      spread: spreadOf(rows),
      remarks: remarksIn(rows),
      whole,
      openedAt: opened_at,
      mayOpen: !whole && !sealed && opened_at === null && mayArrangeReviews(viewer, place),
    })
  }
  return all
}
