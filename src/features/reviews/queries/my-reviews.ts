/** A reader's own files. What tells who applied is not read from the database into any view here. */
import { sql } from 'kysely'
import { type Answers, type FormDefinition, type Question, takesFiles } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { Comments, Scores } from '../../../domain/review.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { editionLists, sheetOf } from '../../applications/index.ts'
import { answerFiles, filesOf, withoutNames } from '../../files/index.ts'
import type { GridCriterion, MyReview, ReviewStage, ReviewState, ReviewView } from '../views.ts'

interface Row {
  id: string
  stage: ReviewStage
  third: boolean
  number: string
  title: string
  hidden: boolean
  region: { name: Trilingual; mark: string } | null
  sector: Trilingual | null
  slug: string
  edition_name: Trilingual
  ended: boolean
  end_reason: string | null
  closed: boolean
  version: number | null
  submitted_at: Date | null
}

/** Every file of the viewer, the open ones first, then by number. Those of others do not exist here. */
export async function myReviews(db: Reader, viewer: SignedIn): Promise<MyReview[]> {
  const found = await sql<Row>`
    select g.id, g.stage, g.third, a.number, s.title, e.slug, e.name as edition_name, g.ended_at is not null as ended, g.end_reason, r.version, r.submitted_at,
      jsonb_path_exists(f.definition, '$.sections[*].questions[*] ? (@.code == "project_title" && (@.identity == true || @.restricted == true))') as hidden,
      (select json_build_object('name', x.name, 'mark', x.mark) from edition_region x where x.organisation = s.organisation and x.edition = s.edition and x.code = s.region) as region,
      (select x.name from edition_sector x where x.organisation = s.organisation and x.edition = s.edition and x.code = s.sector) as sector,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
        or exists (select from selection_seal l where l.organisation = s.organisation and l.edition = s.edition) as closed
    from reviewer v
    join assignment g on g.organisation = v.organisation and g.reviewer = v.id
    join submission s on s.organisation = g.organisation and s.application = g.application
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    join application a on a.organisation = s.organisation and a.id = s.application
    join edition e on e.organisation = g.organisation and e.id = g.edition
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    where v.organisation = ${viewer.organisation} and v.person = ${viewer.person.id}
    order by e.ordinal desc, a.number, g.stage`.execute(db)
  return found.rows.map((row) => ({
    assignment: row.id,
    stage: row.stage,
    third: row.third,
    number: row.number,
    title: row.hidden ? '' : row.title,
    region: row.region,
    sector: row.sector,
    edition: { slug: row.slug, name: row.edition_name },
    state: stateOf(row),
    submittedAt: row.submitted_at,
  }))
}

function stateOf({
  ended,
  end_reason,
  submitted_at,
  closed,
  version,
}: Pick<Row, 'ended' | 'end_reason' | 'submitted_at' | 'closed' | 'version'>): ReviewState {
  if (ended) return end_reason === 'conflict' ? 'conflict' : 'ended'
  if (submitted_at !== null) return 'done'
  if (closed) return 'closed'
  return version === null ? 'todo' : 'draft'
}

interface PageRow extends Row {
  edition: string
  application: string
  language: Language
  applicant_kind: string
  answers: Answers
  definition: FormDefinition
  programme: Trilingual
  zone: string
  scale_min: number
  scale_max: number
  scores: Scores | null
  comments: Comments | null
  saved_at: Date | null
  score: string | null
  from: Date | null
  to: Date | null
  place: string | null
}

/** Blind: what identifies the applicant, is for officers alone, or was agreed with the foundation, never leaves this file. */
const mayBeRead = (question: Question): boolean => question.identity !== true && question.restricted !== true && question.kind !== 'consent'

/** One file of the viewer with its grid; null when it is not theirs, or no longer. */
export async function reviewPage(db: Reader, viewer: SignedIn, assignment: string, language: Language): Promise<ReviewView | null> {
  const row = isId(assignment) ? await rowOf(db, viewer, assignment) : undefined
  if (row === undefined) return null
  const [lists, criteria, mine, files] = await Promise.all([
    editionLists(db, viewer.organisation, row.edition),
    criteriaOf(db, viewer.organisation, row.edition),
    myReviews(db, viewer),
    takesFiles(row.definition) ? filesOf(db, viewer.organisation, row.application) : [],
  ])
  const open = mine.filter((one) => one.edition.slug === row.slug && one.state !== 'conflict' && one.state !== 'ended')
  const at = open.findIndex((one) => one.assignment === assignment)
  const region = lists.regions.find((one) => one.code === row.answers.region)
  return {
    assignment,
    stage: row.stage,
    number: row.number,
    title: row.hidden ? '' : row.title,
    region: region === undefined ? null : { name: region.name, mark: region.mark },
    sector: lists.sectors.find((one) => one.code === row.answers.sector)?.name ?? null,
    kind: lists.kinds.find((one) => one.code === row.applicant_kind)?.name ?? null,
    language: row.language,
    parts: sheetOf(row.definition, row.answers, lists, language, { shown: mayBeRead }).map((group) => ({
      title: group.title,
      answers: group.rows.map(({ label, text, answer, question }) => ({
        label,
        text,
        files: question.kind === 'file' ? withoutNames(answerFiles(files, answer), language) : [],
      })),
    })),
    interview: row.from === null || row.to === null || row.place === null ? null : { from: row.from, to: row.to, place: row.place },
    zone: row.zone,
    edition: { slug: row.slug, name: row.edition_name },
    programme: row.programme,
    criteria,
    scale: { min: row.scale_min, max: row.scale_max },
    scores: row.scores ?? {},
    comments: row.comments ?? {},
    version: row.version ?? 0,
    savedAt: row.saved_at,
    state: stateOf(row),
    score: row.score,
    before: open[at - 1]?.assignment ?? null,
    after: at === -1 ? null : (open[at + 1]?.assignment ?? null),
  }
}

async function rowOf(db: Reader, viewer: SignedIn, assignment: string): Promise<PageRow | undefined> {
  const found = await sql<PageRow>`
    select g.id, g.edition, g.application, g.stage, g.third, a.number, s.title, s.language, s.applicant_kind, s.answers, f.definition, e.slug, e.name as edition_name, p.name as programme, o.zone, e.scale_min, e.scale_max,
      g.ended_at is not null as ended, g.end_reason, r.version, r.scores, r.comments, r.saved_at, r.submitted_at, r.score,
      jsonb_path_exists(f.definition, '$.sections[*].questions[*] ? (@.code == "project_title" && (@.identity == true || @.restricted == true))') as hidden,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
        or exists (select from selection_seal l where l.organisation = s.organisation and l.edition = s.edition) as closed,
      lower(i.during) as "from", upper(i.during) as "to", i.place
    from assignment g
    join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    join submission s on s.organisation = g.organisation and s.application = g.application
    join application a on a.organisation = s.organisation and a.id = s.application
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    join edition e on e.organisation = g.organisation and e.id = g.edition
    join programme p on p.organisation = e.organisation and p.id = e.programme
    join organisation o on o.id = g.organisation
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    left join interview i on g.stage = 'interview' and i.organisation = g.organisation and i.application = g.application
    where g.organisation = ${viewer.organisation} and g.id = ${assignment} and v.person = ${viewer.person.id} and g.ended_at is null`.execute(db)
  return found.rows[0]
}

/** The grid of an edition, in its order. */
export async function criteriaOf(db: Reader, organisation: string, edition: string): Promise<GridCriterion[]> {
  const rows = await db
    .selectFrom('criterion')
    .select(['code', 'name', 'question', 'weight', 'anchors'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ ...row, anchors: row.anchors as readonly Trilingual[] }))
}
