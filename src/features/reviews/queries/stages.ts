/** The stages of an edition as its grids and its desk need them: those it writes, or the two its terms say. */
import { type RawBuilder, sql } from 'kysely'
import type { Hidden } from '../../../domain/blindness.ts'
import type { Criterion } from '../../../domain/edition.ts'
import type { Trilingual } from '../../../domain/language.ts'
import { gridOf, type GridTerms, type ReviewStage, type StageGrid } from '../../../domain/review-stage.ts'
import type { Reader } from '../../../platform/database/database.ts'

/** `name` is null where the edition writes no stage: the words of the programme name it. */
export interface EditionStage extends Omit<ReviewStage, 'name'> {
  readonly name: Trilingual | null
  /** Whether the edition writes its stages itself. */
  readonly written: boolean
}

/** Whether the stage of an assignment, under its alias in the statement, is read or heard: an edition may call its stages what it likes. */
export function happens(assignment: string, how: 'reading' | 'interview'): RawBuilder<boolean> {
  const of = sql.ref(assignment)
  return sql<boolean>`exists (select from edition_stage k where k.organisation = ${of}.organisation and k.edition = ${of}.edition and k.code = ${of}.stage and k.happens = ${how})`
}

/** A row of the view edition_stage as JSON, under an alias; absent values are null. */
function stageJson(alias: string): RawBuilder<StageJson> {
  const t = sql.id(alias)
  return sql<StageJson>`json_build_object('code', ${t}.code, 'name', ${t}.name, 'written', ${t}.written, 'happens', ${t}.happens, 'mode', ${t}.mode, 'readers', ${t}.readers, 'divergence', trim_scale(${t}.divergence)::text,
    'passMark', trim_scale(${t}.pass_mark)::text, 'comments', ${t}.comments, 'hides', ${t}.hides, 'hidesQuestions', ${t}.hides_questions, 'share', trim_scale(${t}.share)::text, 'scaleMin', ${t}.scale_min, 'scaleMax', ${t}.scale_max,
    'weights', ${t}.weights, 'anchors', ${t}.anchors, 'quorum', ${t}.quorum, 'majority', ${t}.majority, 'discussion', ${t}.discussion)`
}

interface StageJson extends Omit<EditionStage, 'scale' | 'weights' | 'anchors' | 'quorum' | 'majority'> {
  scaleMin: number | null
  scaleMax: number | null
  weights: NonNullable<ReviewStage['weights']> | null
  anchors: NonNullable<ReviewStage['anchors']> | null
  quorum: number | null
  majority: NonNullable<ReviewStage['majority']> | null
}

function stageOf({ scaleMin, scaleMax, weights, anchors, quorum, majority, ...stage }: StageJson): EditionStage {
  return {
    ...stage,
    ...(scaleMin === null || scaleMax === null ? {} : { scale: { min: scaleMin, max: scaleMax } }),
    ...(weights === null ? {} : { weights }),
    ...(anchors === null ? {} : { anchors }),
    ...(quorum === null ? {} : { quorum }),
    ...(majority === null ? {} : { majority }),
  }
}

/** What a grid needs of a stage, and no more. */
export function gridTerms({ mode, comments, scale, weights, anchors }: EditionStage): GridTerms {
  return {
    mode,
    comments,
    ...(scale === undefined ? {} : { scale }),
    ...(weights === undefined ? {} : { weights }),
    ...(anchors === undefined ? {} : { anchors }),
  }
}

/** In their order. */
export async function stagesIn(db: Reader, organisation: string, edition: string): Promise<EditionStage[]> {
  const found = await sql<{ stage: StageJson }>`
    select ${stageJson('t')} as stage from edition_stage t where t.organisation = ${organisation} and t.edition = ${edition} order by t.position`.execute(
    db,
  )
  return found.rows.map(({ stage }) => stageOf(stage))
}

export interface AssignedGrid {
  readonly stage: EditionStage
  readonly grid: StageGrid
}

/** The stage of an assignment with its grid; null where there is none. One statement. */
export async function assignedGrid(db: Reader, organisation: string, assignment: string): Promise<AssignedGrid | null> {
  const found = await sql<{ stage: StageJson; criteria: Criterion[] | null; scale_min: number; scale_max: number }>`
    select ${stageJson('t')} as stage, e.scale_min, e.scale_max,
      (select json_agg(json_build_object('code', c.code, 'name', c.name, 'question', c.question, 'weight', c.weight, 'anchors', c.anchors) order by c.position, c.code)
        from criterion c where c.organisation = g.organisation and c.edition = g.edition) as criteria
    from assignment g
    join edition e on e.organisation = g.organisation and e.id = g.edition
    join edition_stage t on t.organisation = g.organisation and t.edition = g.edition and t.code = g.stage
    where g.organisation = ${organisation} and g.id = ${assignment}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return null
  const stage = stageOf(row.stage)
  return { stage, grid: gridOf(stage, row.criteria ?? [], { min: row.scale_min, max: row.scale_max }) }
}

/** A stage of an edition with its grid, by its code (the first that is read, where none is asked); null where there is none. */
export async function stageGrid(db: Reader, organisation: string, edition: string, code?: string): Promise<AssignedGrid | null> {
  const stage = (await stagesIn(db, organisation, edition)).find((one) => (code === undefined ? one.happens === 'reading' : one.code === code))
  if (stage === undefined) return null
  const found = await sql<{ criteria: Criterion[] | null; min: number; max: number }>`
    select e.scale_min as min, e.scale_max as max,
      (select json_agg(json_build_object('code', c.code, 'name', c.name, 'question', c.question, 'weight', c.weight, 'anchors', c.anchors) order by c.position, c.code)
        from criterion c where c.organisation = e.organisation and c.edition = e.id) as criteria
    from edition e where e.organisation = ${organisation} and e.id = ${edition}`.execute(db)
  const row = found.rows[0]
  return row === undefined ? null : { stage, grid: gridOf(stage, row.criteria ?? [], { min: row.min, max: row.max }) }
}

/**
 * What is held back from the reader of assignment `g` (an alias): by its stage, and by every other in which the same
 * reviewer still owes a review of the same application. Read as `{ "stages": [{ "hides": …, "hidesQuestions": … }] }`.
 */
export const heldBack = sql<readonly Hidden[]>`(
  select json_agg(json_build_object('hides', t.hides, 'hidesQuestions', t.hides_questions))
  from assignment o
  join edition_stage t on t.organisation = o.organisation and t.edition = o.edition and t.code = o.stage
  left join review w on w.organisation = o.organisation and w.assignment = o.id
  where o.organisation = g.organisation and o.application = g.application and o.reviewer = g.reviewer
    and (o.id = g.id or (o.ended_at is null and w.submitted_at is null)))`
