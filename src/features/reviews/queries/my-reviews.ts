/** A reader's own files. What tells who applied is not read from the database into any view here. */
import { sql } from 'kysely'
import { type HeadShown, headShown, type Hidden, joined, withoutSecrets } from '../../../domain/blindness.ts'
import { type Answers, type FormDefinition, takesFiles } from '../../../domain/form.ts'
import type { Language, Trilingual } from '../../../domain/language.ts'
import type { Comments, Scores } from '../../../domain/review.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { isId } from '../../../platform/database/id.ts'
import { editionLists } from '../../applications/index.ts'
import { filesOf } from '../../files/index.ts'
import type { MyReview, ReviewState, ReviewView, StageName } from '../views.ts'
import { words } from '../words/index.ts'
import { blindDossier, secretsIn } from './dossier.ts'
import { assignedGrid, gridTerms, heldBack } from './stages.ts'

interface Row {
  id: string
  stage: StageName
  third: boolean
  number: string
  title: string
  form_version: string
  answers: Answers
  hidden: readonly Hidden[]
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
export async function myReviews(db: Reader, viewer: SignedIn, language: Language = viewer.person.language): Promise<MyReview[]> {
  const found = await sql<Row>`
    select g.id, ${stageName} as stage, g.third, a.number, s.title, e.slug, e.name as edition_name, g.ended_at is not null as ended, g.end_reason, r.version, r.submitted_at,
      s.form_version, s.answers, ${heldBack} as hidden,
      (select json_build_object('name', x.name, 'mark', x.mark) from edition_region x where x.organisation = s.organisation and x.edition = s.edition and x.code = s.region) as region,
      (select x.name from edition_sector x where x.organisation = s.organisation and x.edition = s.edition and x.code = s.sector) as sector,
      exists (select from withdrawal w where w.organisation = s.organisation and w.application = s.application)
        or exists (select from selection_seal l where l.organisation = s.organisation and l.edition = s.edition) as closed
    from reviewer v
    join assignment g on g.organisation = v.organisation and g.reviewer = v.id
    join submission s on s.organisation = g.organisation and s.application = g.application
    join application a on a.organisation = s.organisation and a.id = s.application
    join edition e on e.organisation = g.organisation and e.id = g.edition
    join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    where v.organisation = ${viewer.organisation} and v.person = ${viewer.person.id}
    order by e.ordinal desc, a.number, t.position`.execute(db)
  const forms = await formsOf(db, viewer.organisation, [...new Set(found.rows.map((row) => row.form_version))])
  const heads = new Map<string, HeadShown>()
  return found.rows.map((row) => {
    const key = `${row.form_version} ${JSON.stringify(row.hidden)}`
    const form = forms.get(row.form_version) as FormDefinition
    const shown = heads.get(key) ?? headShown(form, joined(row.hidden))
    heads.set(key, shown)
    return {
      assignment: row.id,
      stage: row.stage,
      third: row.third,
      number: row.number,
      title: shown.title
        ? withoutSecrets(row.title, secretsIn(form, row.answers, joined(row.hidden), row.region?.name), words(language)('review.masked'))
        : '',
      region: shown.region ? row.region : null,
      sector: shown.sector ? row.sector : null,
      edition: { slug: row.slug, name: row.edition_name },
      state: stateOf(row),
      closed: row.closed,
      submittedAt: row.submitted_at,
    }
  })
}

const stageName = sql<StageName>`json_build_object('code', t.code, 'name', t.name, 'happens', t.happens, 'mode', t.mode)`

/** Forms by the id of their version: hundreds of files answer two or three. */
async function formsOf(db: Reader, organisation: string, versions: readonly string[]): Promise<Map<string, FormDefinition>> {
  if (versions.length === 0) return new Map()
  const rows = await db
    .selectFrom('form_version')
    .select(['id', 'definition'])
    .where('organisation', '=', organisation)
    .where('id', 'in', versions)
    .execute()
  return new Map(rows.map(({ id, definition }) => [id, definition as FormDefinition]))
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
  definition: FormDefinition
  sent_at: Date
  programme: Trilingual
  zone: string
  scores: Scores | null
  comments: Comments | null
  saved_at: Date | null
  score: string | null
  from: Date | null
  to: Date | null
  place: string | null
}

/** One file of the viewer with its grid; null when it is not theirs, or no longer. */
export async function reviewPage(db: Reader, viewer: SignedIn, assignment: string, language: Language): Promise<ReviewView | null> {
  const row = isId(assignment) ? await rowOf(db, viewer, assignment) : undefined
  if (row === undefined) return null
  const [lists, assigned, mine, files] = await Promise.all([
    editionLists(db, viewer.organisation, row.edition, row.sent_at),
    assignedGrid(db, viewer.organisation, assignment),
    myReviews(db, viewer, language),
    takesFiles(row.definition) ? filesOf(db, viewer.organisation, row.application) : [],
  ])
  if (assigned === null) return null
  const dossier = blindDossier(row, { hidden: joined(row.hidden), lists, files, language })
  const open = mine.filter((one) => one.edition.slug === row.slug && one.state !== 'conflict' && one.state !== 'ended')
  const at = open.findIndex((one) => one.assignment === assignment)
  return {
    assignment,
    stage: { ...row.stage, ...gridTerms(assigned.stage), names: !joined(row.hidden).hides.includes('names') },
    number: row.number,
    ...dossier,
    language: row.language,
    interview: row.from === null || row.to === null || row.place === null ? null : { from: row.from, to: row.to, place: row.place },
    zone: row.zone,
    edition: { slug: row.slug, name: row.edition_name },
    programme: row.programme,
    criteria: assigned.grid.criteria,
    scale: assigned.grid.scale,
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
    select g.id, g.edition, g.application, ${stageName} as stage, g.third, a.number, s.title, s.language, s.applicant_kind, s.answers, s.submitted_at as sent_at, f.definition, e.slug, e.name as edition_name, p.name as programme, o.zone,
      g.ended_at is not null as ended, g.end_reason, r.version, r.scores, r.comments, r.saved_at, r.submitted_at, r.score,
      ${heldBack} as hidden,
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
    join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
    left join review r on r.organisation = g.organisation and r.assignment = g.id
    left join interview i on t.happens = 'interview' and i.organisation = g.organisation and i.application = g.application
    where g.organisation = ${viewer.organisation} and g.id = ${assignment} and v.person = ${viewer.person.id} and g.ended_at is null`.execute(db)
  return found.rows[0]
}
