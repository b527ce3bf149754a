/** Questions readers asked the office about files, for the reader of one and for the office. */
import { sql } from 'kysely'
import { type Hidden, joined, withoutSecrets } from '../../../domain/blindness.ts'
import type { AnsweringFacts, AskingFacts } from '../../../domain/file-question.ts'
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayArrangeReviews } from '../../../domain/review.ts'
import type { Place, SignedIn, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import type { DeskQuestion, ReaderQuestions } from '../questions/views.ts'
import { hiddenWords } from '../seen-text.ts'
import { words } from '../words/index.ts'
import { secretsIn } from './dossier.ts'
import { reviewPage } from './my-reviews.ts'
import { heldBack } from './stages.ts'

/** How things stand for a question of the viewer about their file; null for a file that is not theirs, or no longer. */
export async function askingFacts(
  db: Reader,
  viewer: SignedIn,
  assignment: string,
): Promise<(AskingFacts & { edition: string; application: string }) | null> {
  if (!isId(assignment)) return null
  const found = await sql<{ edition: string; application: string; closed: boolean; waiting: number }>`
    select g.edition, g.application,
      exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application)
        or exists (select from selection_seal l where l.organisation = g.organisation and l.edition = g.edition) as closed,
      (select count(*)::int from file_question q where q.organisation = g.organisation and q.application = g.application
        and q.asked_by = v.person and q.answered_at is null) as waiting
    from assignment g join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    where g.organisation = ${viewer.organisation} and g.id = ${assignment} and v.person = ${viewer.person.id} and g.ended_at is null`.execute(db)
  return found.rows[0] ?? null
}

/** The viewer's own questions about their file, and those whose answers every reader has; null for a file that is not theirs. */
export async function myQuestions(db: Reader, viewer: SignedIn, assignment: string, language: Language): Promise<ReaderQuestions | null> {
  const facts = await askingFacts(db, viewer, assignment)
  const view = facts === null ? null : await reviewPage(db, viewer, assignment, language)
  if (facts === null || view === null) return null
  const secrets = (await secretsOfReaders(db, viewer.organisation, facts.application, assignment)) ?? []
  const cleared = (text: string): string => withoutSecrets(text, secrets, words(language)('review.masked'))
  const rows = await db
    .selectFrom('file_question')
    .select(['id', 'text', 'asked_at', 'asked_by', 'answer', 'answered_at', 'shared'])
    .where('organisation', '=', viewer.organisation)
    .where('application', '=', facts.application)
    .where((where) => where.or([where('asked_by', '=', viewer.person.id), where('shared', '=', true)]))
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return {
    assignment,
    number: view.number,
    title: view.title,
    zone: view.zone,
    open: !facts.closed,
    questions: rows.map(({ id, text, asked_at, asked_by, answer, answered_at, shared }) => ({
      id,
      own: asked_by === viewer.person.id,
      text: cleared(text),
      askedAt: asked_at,
      answer: answer === null || answered_at === null ? null : { text: cleared(answer), shared, at: answered_at },
    })),
  }
}

/** How many questions about their file a reader may read, for the link to them. */
export async function questionCount(db: Reader, viewer: SignedIn, assignment: string): Promise<number> {
  const facts = await askingFacts(db, viewer, assignment)
  if (facts === null) return 0
  const row = await db
    .selectFrom('file_question')
    .select((all) => all.fn.countAll<string>().as('count'))
    .where('organisation', '=', viewer.organisation)
    .where('application', '=', facts.application)
    .where((where) => where.or([where('asked_by', '=', viewer.person.id), where('shared', '=', true)]))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

interface HeldRow {
  answers: Answers
  definition: FormDefinition
  region: Trilingual | null
  hidden: readonly Hidden[] | null
}

/** What must not be told to who reads an application: of one assignment, or (null) of every one that stands. */
export async function secretsOfReaders(db: Reader, organisation: string, application: string, assignment: string | null): Promise<readonly string[]> {
  const found = await sql<HeldRow>`
    select s.answers, f.definition, ${heldBack} as hidden,
      (select x.name from edition_region x where x.organisation = s.organisation and x.edition = s.edition and x.code = s.region) as region
    from assignment g
    join submission s on s.organisation = g.organisation and s.application = g.application
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    where g.organisation = ${organisation} and g.application = ${application}
      and ${assignment === null ? sql`g.ended_at is null` : sql`g.id = ${assignment}`}`.execute(db)
  const all = found.rows.flatMap(({ definition, answers, hidden, region }) =>
    secretsIn(definition, answers, joined(hidden ?? []), region ?? undefined),
  )
  return [...new Set(all)].sort((one, other) => other.length - one.length)
}

/** A question as the office answers it; null for one of another edition. */
export async function answeringFacts(
  db: Reader,
  organisation: string,
  edition: string,
  question: string,
  shared: boolean,
): Promise<(AnsweringFacts & { application: string; assignment: string; askedBy: string; number: string }) | null> {
  if (!isId(question)) return null
  const found = await sql<{ application: string; assignment: string; asked_by: string; number: string; answered: boolean }>`
    select q.application, q.assignment, q.asked_by, a.number, q.answered_at is not null as answered
    from file_question q join application a on a.organisation = q.organisation and a.id = q.application
    where q.organisation = ${organisation} and q.edition = ${edition} and q.id = ${question} for update of q`.execute(db)
  const [row] = found.rows
  if (row === undefined) return null
  const { asked_by: askedBy, ...rest } = row
  const own = await secretsOfReaders(db, organisation, row.application, row.assignment)
  const others = shared ? await secretsOfReaders(db, organisation, row.application, null) : []
  return { ...rest, askedBy, secrets: [...new Set([...own, ...others])] }
}

interface DeskRow extends Omit<DeskQuestion, 'reader' | 'askedAt' | 'answer' | 'hides'> {
  name_ar: string
  name_latin: string
  asked_at: Date
  answer: string | null
  shared: boolean
  answered_at: Date | null
  by_ar: string | null
  by_latin: string | null
  hidden: Hidden
}

/** Every question of the edition, those that wait first; null for who may not answer. */
export async function deskQuestions(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<DeskQuestion[] | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const found = await sql<DeskRow>`
    select q.id, q.application, a.number, s.title, q.text, q.asked_at, q.answer, q.shared, q.answered_at,
      json_build_object('name', t.name, 'happens', t.happens) as stage, json_build_object('hides', t.hides, 'hidesQuestions', t.hides_questions) as hidden,
      p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin,
      b.name_ar as by_ar, coalesce(nullif(b.name_latin, ''), nullif(b.name_ar, ''), b.email) as by_latin,
      (select count(distinct o.reviewer)::int from assignment o where o.organisation = q.organisation and o.application = q.application
        and o.ended_at is null and o.reviewer <> g.reviewer) as others
    from file_question q
    join assignment g on g.organisation = q.organisation and g.id = q.assignment
    join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
    join application a on a.organisation = q.organisation and a.id = q.application
    join submission s on s.organisation = q.organisation and s.application = q.application
    join person p on p.organisation = q.organisation and p.id = q.asked_by
    left join person b on b.organisation = q.organisation and b.id = q.answered_by
    where q.organisation = ${viewer.organisation} and q.edition = ${place.edition}
    order by q.answered_at is not null, q.asked_at, q.id`.execute(db)
  return found.rows.map(({ name_ar, name_latin, asked_at, answer, shared, answered_at, by_ar, by_latin, hidden, ...rest }) => ({
    ...rest,
    reader: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language),
    askedAt: asked_at,
    hides: hiddenWords(hidden, language),
    answer:
      answer === null || answered_at === null
        ? null
        : { text: answer, shared, at: answered_at, by: nameFor({ nameAr: by_ar ?? '', nameLatin: by_latin ?? '' }, language) },
  }))
}

/** How many questions wait for an answer in an edition. */
export async function waitingQuestions(db: Reader, organisation: string, edition: string): Promise<number> {
  const row = await db
    .selectFrom('file_question')
    .select((all) => all.fn.countAll<string>().as('count'))
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
