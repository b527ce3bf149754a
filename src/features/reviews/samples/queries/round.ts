/** The samples of a stage at the desk: which they are, who marked what, who reads severe or lenient. */
import { sql } from 'kysely'
import type { Language, Trilingual } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import { mayArrangeReviews, mayReadReviews } from '../../../../domain/review.ts'
import type { Comments, Scores } from '../../../../domain/review.ts'
import { figuresOf, mayChoose, type RoundFacts, type SampleMarks, tendencyOf } from '../../../../domain/sample.ts'
import type { Place, Viewer } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { type AssignedGrid, stageGrid } from '../../queries/stages.ts'
import type { DeskSample, RoundView, SampleMark, SampleReader } from '../views.ts'

export interface RoundRow {
  opened_at: Date | null
  shown_at: Date | null
  note: string | null
  samples: number
  begun: boolean
  sealed: boolean
  handed_in: number
}

/** How the round of a stage stands. One statement. */
export async function roundRow(db: Reader, organisation: string, edition: string, stage: string): Promise<RoundRow> {
  const found = await sql<RoundRow>`
    select r.opened_at, r.shown_at, r.note,
      (select count(*)::int from sample s where s.organisation = e.organisation and s.edition = e.id and s.stage = ${stage}) as samples,
      exists (select from assignment g join review w on w.organisation = g.organisation and w.assignment = g.id and w.submitted_at is not null
        where g.organisation = e.organisation and g.edition = e.id and g.stage = ${stage}) as begun,
      exists (select from selection_seal l where l.organisation = e.organisation and l.edition = e.id) as sealed,
      (select count(*)::int from sample s join sample_review m on m.organisation = s.organisation and m.sample = s.id and m.submitted_at is not null
        where s.organisation = e.organisation and s.edition = e.id and s.stage = ${stage}) as handed_in
    from edition e left join sample_round r on r.organisation = e.organisation and r.edition = e.id and r.stage = ${stage}
    where e.organisation = ${organisation} and e.id = ${edition}`.execute(db)
  return found.rows[0] as RoundRow
}

export function roundFacts({ stage }: AssignedGrid, row: RoundRow): RoundFacts {
  const { mode, happens } = stage
  return { mode, happens, samples: row.samples, openedAt: row.opened_at, shownAt: row.shown_at, begun: row.begun, sealed: row.sealed }
}

interface SampleRow {
  sample: string
  position: number
  application: string
  number: string
  title: string
  slug: string
  edition_name: Trilingual
  known: { reviewer: string; name_ar: string; name_latin: string }[]
  marks: { reviewer: string; scores: Scores; comments: Comments; points: number; name_ar: string; name_latin: string }[] | null
}

/** Null for who does not read reviews of the whole edition, and for an unknown stage. */
export async function roundOf(db: Reader, viewer: Viewer, place: Place, language: Language, asked?: string): Promise<RoundView | null> {
  if (!mayReadReviews(viewer, place)) return null
  const { organisation } = viewer
  const assigned = await stageGrid(db, organisation, place.edition, asked)
  if (assigned === null) return null
  const { stage, grid } = assigned
  const row = await roundRow(db, organisation, place.edition, stage.code)
  const samples = (await samplesIn(db, organisation, place.edition, stage.code)).map((one) => deskSample(one, grid, language))
  const may = mayChoose(roundFacts(assigned, row))
  return {
    stage,
    criteria: grid.criteria,
    scale: grid.scale,
    samples,
    readers: await readersOf(db, organisation, place.edition, samples, grid, language),
    openedAt: row.opened_at,
    shownAt: row.shown_at,
    note: row.note ?? '',
    shut: may.ok ? null : may.code,
    mayArrange: !row.sealed && mayArrangeReviews(viewer, place),
  }
}

/** Readers of the edition who wrote a review of the file of a sample `s` before: in the edition it was sent in, or in another round. */
const KNOWN = sql`coalesce((
  select json_agg(json_build_object('reviewer', v.id, 'name_ar', p.name_ar, 'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by p.id)
  from reviewer v join person p on p.organisation = v.organisation and p.id = v.person
  where v.organisation = s.organisation and v.edition = s.edition and v.left_at is null and (
    exists (select from reviewer o join assignment g on g.organisation = o.organisation and g.reviewer = o.id and g.application = s.application
      join review w on w.organisation = g.organisation and w.assignment = g.id where o.organisation = v.organisation and o.person = v.person)
    or exists (select from reviewer o join sample_review m on m.organisation = o.organisation and m.reviewer = o.id
      join sample k on k.organisation = m.organisation and k.id = m.sample and k.application = s.application and k.id <> s.id
      where o.organisation = v.organisation and o.person = v.person and m.submitted_at is not null))), '[]')`

async function samplesIn(db: Reader, organisation: string, edition: string, stage: string): Promise<SampleRow[]> {
  const found = await sql<SampleRow>`
    select s.id as sample, s.position, s.application, a.number, t.title, e.slug, e.name as edition_name, ${KNOWN} as known,
      (select json_agg(json_build_object('reviewer', m.reviewer, 'scores', m.scores, 'comments', m.comments, 'points', m.score::float8,
          'name_ar', p.name_ar, 'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by m.submitted_at, m.reviewer)
        from sample_review m
        join reviewer v on v.organisation = m.organisation and v.id = m.reviewer
        join person p on p.organisation = v.organisation and p.id = v.person
        where m.organisation = s.organisation and m.sample = s.id and m.submitted_at is not null) as marks
    from sample s
    join application a on a.organisation = s.organisation and a.id = s.application
    join submission t on t.organisation = s.organisation and t.application = s.application
    join edition e on e.organisation = s.organisation and e.id = s.source_edition
    where s.organisation = ${organisation} and s.edition = ${edition} and s.stage = ${stage}
    order by s.position`.execute(db)
  return found.rows
}

function deskSample(
  { slug, edition_name, known, marks: rows, ...row }: SampleRow,
  { criteria }: AssignedGrid['grid'],
  language: Language,
): DeskSample {
  const marks: SampleMark[] = (rows ?? []).map(({ name_ar, name_latin, ...mark }) => ({
    ...mark,
    name: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language),
    knew: known.some(({ reviewer }) => reviewer === mark.reviewer),
  }))
  const figures = criteria.map(({ code }) => [code, figuresOf(marks.flatMap(({ scores }) => scores[code] ?? []))] as const)
  return {
    ...row,
    edition: { slug, name: edition_name },
    knownBy: known.map(({ name_ar, name_latin }) => nameFor({ nameAr: name_ar, nameLatin: name_latin }, language)),
    marks,
    figures: Object.fromEntries(figures),
    points: figuresOf(marks.map(({ points }) => points)),
  }
}

/** Every reviewer who accepted and has not left, or has handed a sample in: the strictest first, then those of whom nothing can be told. */
async function readersOf(
  db: Reader,
  organisation: string,
  edition: string,
  samples: readonly DeskSample[],
  { criteria, scale }: AssignedGrid['grid'],
  language: Language,
): Promise<SampleReader[]> {
  const all: SampleMarks[] = samples.flatMap(({ sample, marks }) =>
    marks.map(({ reviewer, scores, points }) => ({ sample, reviewer, scores, points })),
  )
  const found = await sql<{ reviewer: string; name_ar: string; name_latin: string }>`
    select r.id as reviewer, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin
    from reviewer r join person p on p.organisation = r.organisation and p.id = r.person
    where r.organisation = ${organisation} and r.edition = ${edition}
      and ((r.accepted_at is not null and r.left_at is null) or r.id = any(${[...new Set(all.map(({ reviewer }) => reviewer))]}::uuid[]))`.execute(db)
  const codes = criteria.map(({ code }) => code)
  const readers = found.rows.map(({ reviewer, name_ar, name_latin }) => ({
    reviewer,
    name: nameFor({ nameAr: name_ar, nameLatin: name_latin }, language),
    handedIn: all.filter((one) => one.reviewer === reviewer).length,
    tendency: tendencyOf(reviewer, all, codes, scale),
  }))
  const at = ({ tendency: { points } }: SampleReader): number => points ?? 1000
  return readers.sort((one, other) => at(one) - at(other) || one.name.localeCompare(other.name, language))
}
