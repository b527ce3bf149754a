/** A reader's own samples. Before the round is opened, and to whoever does not read in this edition, they do not exist. */
import { sql } from 'kysely'
import type { Answers, FormDefinition } from '../../../../domain/form.ts'
import { takesFiles } from '../../../../domain/form.ts'
import type { Language, Trilingual } from '../../../../domain/language.ts'
import type { Comments, ReviewFacts, Scores } from '../../../../domain/review.ts'
import { figuresOf } from '../../../../domain/sample.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { editionLists } from '../../../applications/index.ts'
import { filesOf } from '../../../files/index.ts'
import { blindDossier } from '../../queries/dossier.ts'
import { type AssignedGrid, gridTerms, stageGrid } from '../../queries/stages.ts'
import type { StageName } from '../../views.ts'
import type { MySample, OthersMarks, SampleState, SampleView } from '../views.ts'

/** Samples `s` of an open round that reviewer `v`, a row of theirs, may read. */
const OPEN = sql`
    from reviewer v
    join sample s on s.organisation = v.organisation and s.edition = v.edition
    join sample_round o on o.organisation = s.organisation and o.edition = s.edition and o.stage = s.stage
    join edition e on e.organisation = s.organisation and e.id = s.edition
    join edition_stage t on t.organisation = s.organisation and t.edition = s.edition and t.code = s.stage
    left join sample_review m on m.organisation = s.organisation and m.sample = s.id and m.reviewer = v.id`

/** Whoever joined after the samples were chosen may have been of the team of one; a file that is withdrawn later is read by nobody any more. */
const theirs = (viewer: SignedIn) => sql`
    v.organisation = ${viewer.organisation} and v.person = ${viewer.person.id} and v.accepted_at is not null and v.left_at is null
      and not exists (select from application_member x where x.organisation = s.organisation and x.application = s.application and x.person = v.person)
      and not exists (select from withdrawal x where x.organisation = s.organisation and x.application = s.application)`

const stateOf = ({ version, submitted_at }: { version: number | null; submitted_at: Date | null }): SampleState =>
  submitted_at !== null ? 'done' : version === null ? 'todo' : 'draft'

interface MineRow {
  sample: string
  position: number
  stage: StageName
  slug: string
  edition_name: Trilingual
  version: number | null
  submitted_at: Date | null
  shown: boolean
}

/** Every sample the viewer is given, of editions that are not sealed. */
export async function mySamples(db: Reader, viewer: SignedIn): Promise<MySample[]> {
  const found = await sql<MineRow>`
    select s.id as sample, s.position, json_build_object('code', t.code, 'name', t.name, 'happens', t.happens, 'mode', t.mode) as stage, e.slug, e.name as edition_name,
      m.version, m.submitted_at, o.shown_at is not null as shown
    ${OPEN} where ${theirs(viewer)} and not exists (select from selection_seal l where l.organisation = s.organisation and l.edition = s.edition)
    order by e.ordinal desc, t.position, s.position`.execute(db)
  return found.rows.map(({ slug, edition_name, version, submitted_at, ...row }) => ({
    ...row,
    edition: { slug, name: edition_name },
    state: stateOf({ version, submitted_at }),
  }))
}

interface PageRow extends Omit<MineRow, 'shown'> {
  reviewer: string
  edition: string
  source_edition: string
  application: string
  zone: string
  title: string
  language: Language
  applicant_kind: string
  answers: Answers
  definition: FormDefinition
  sent_at: Date
  scores: Scores | null
  comments: Comments | null
  saved_at: Date | null
  score: string | null
  shown_at: Date | null
  note: string
}

async function rowOf(db: Reader, viewer: SignedIn, sample: string): Promise<PageRow | undefined> {
  const found = await sql<PageRow>`
    select s.id as sample, s.position, json_build_object('code', t.code, 'name', t.name, 'happens', t.happens, 'mode', t.mode) as stage, e.slug, e.name as edition_name,
      v.id as reviewer, s.edition, s.source_edition, s.application, g.zone, f.title, f.language, f.applicant_kind, f.answers, f.submitted_at as sent_at, d.definition,
      m.version, m.scores, m.comments, m.saved_at, m.submitted_at, m.score::text as score, o.shown_at, o.note
    ${OPEN}
    join submission f on f.organisation = s.organisation and f.application = s.application
    join form_version d on d.organisation = f.organisation and d.id = f.form_version
    join organisation g on g.id = s.organisation
    where ${theirs(viewer)} and s.id = ${sample}`.execute(db)
  return found.rows[0]
}

/** A sample beside its grid, as blind as the files of its stage; null when it is not given to the viewer. */
export async function samplePage(db: Reader, viewer: SignedIn, sample: string, language: Language): Promise<SampleView | null> {
  const row = isId(sample) ? await rowOf(db, viewer, sample) : undefined
  if (row === undefined) return null
  const { organisation } = viewer
  const [assigned, lists, files] = await Promise.all([
    stageGrid(db, organisation, row.edition, row.stage.code),
    editionLists(db, organisation, row.source_edition, row.sent_at),
    takesFiles(row.definition) ? filesOf(db, organisation, row.application) : [],
  ])
  if (assigned === null) return null
  const { stage, grid } = assigned
  const state = stateOf(row)
  return {
    sample: row.sample,
    position: row.position,
    state,
    ...blindDossier(row, { hidden: stage, lists, files, language }),
    language: row.language,
    stage: { ...row.stage, ...gridTerms(stage), names: !stage.hides.includes('names') },
    ...grid,
    scores: row.scores ?? {},
    comments: row.comments ?? {},
    version: row.version ?? 0,
    savedAt: row.saved_at,
    score: row.score,
    zone: row.zone,
    edition: { slug: row.slug, name: row.edition_name },
    results: state === 'done' && row.shown_at !== null ? await resultsOf(db, organisation, row, grid.criteria) : null,
  }
}

/** What was marked by all, each list in the order of the marks: it does not tell who. */
async function resultsOf(
  db: Reader,
  organisation: string,
  { sample, reviewer, note }: PageRow,
  criteria: readonly { readonly code: string }[],
): Promise<SampleView['results']> {
  const found = await sql<{ own: boolean; scores: Scores; points: number }>`
    select reviewer = ${reviewer} as own, scores, score::float8 as points from sample_review
    where organisation = ${organisation} and sample = ${sample} and submitted_at is not null`.execute(db)
  const marks = (of: (row: { scores: Scores; points: number }) => number | undefined): OthersMarks => ({
    others: found.rows
      .filter(({ own }) => !own)
      .flatMap((row) => of(row) ?? [])
      .sort((one, other) => one - other),
    figures: figuresOf(found.rows.flatMap((row) => of(row) ?? [])),
  })
  return {
    note,
    criteria: Object.fromEntries(criteria.map(({ code }) => [code, marks(({ scores }) => scores[code])])),
    points: marks(({ points }) => points),
  }
}

export interface HeldSample extends AssignedGrid {
  readonly sample: string
  readonly edition: string
  readonly reviewer: string
  readonly facts: ReviewFacts
  /** What is kept so far; savedAt is null before the first save. */
  readonly scores: Scores
  readonly comments: Comments
  readonly savedAt: Date | null
}

/** What a sample of the viewer's is judged by when they write; null when it is not given to them. */
export async function heldSample(db: Reader, viewer: SignedIn, sample: string): Promise<HeldSample | null> {
  const found = await sql<{
    edition: string
    stage: string
    reviewer: string
    version: number | null
    scores: Scores | null
    comments: Comments | null
    saved_at: Date | null
    submitted_at: Date | null
    sealed_at: Date | null
  }>`
    select s.edition, s.stage, v.id as reviewer, m.version, m.scores, m.comments, m.saved_at, m.submitted_at,
      (select min(l.sealed_at) from selection_seal l where l.organisation = s.organisation and l.edition = s.edition) as sealed_at
    ${OPEN} where ${theirs(viewer)} and s.id = ${sample}`.execute(db)
  const row = found.rows[0]
  const assigned = row === undefined ? null : await stageGrid(db, viewer.organisation, row.edition, row.stage)
  if (row === undefined || assigned === null) return null
  const { edition, reviewer, version, submitted_at, sealed_at } = row
  const kept = { scores: row.scores ?? {}, comments: row.comments ?? {}, savedAt: row.saved_at }
  const facts = { version: version ?? 0, submittedAt: submitted_at, endedAt: null, withdrawn: false, sealedAt: sealed_at }
  return { ...assigned, sample, edition, reviewer, facts, ...kept }
}
