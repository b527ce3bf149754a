/** The readings of an edition told apart into quality and severity. It is shown; no score and no list is made of it. */
import { sql } from 'kysely'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayReadReviews } from '../../../domain/review.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import { type CalibrationInput, calibrate } from '../../../engines/calibration/index.ts'
import { runEngine } from '../../../engines/run.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { CalibrationView } from '../calibration/views.ts'

interface Reading {
  application: string
  number: string
  title: string
  region: string
  reviewer: string
  name_ar: string
  name_latin: string
  score: number
}

/** Every reading handed in that stands (of the last stage that scores), of applications that were not withdrawn. Scores are points of 100. */
async function readingsIn(db: Reader, organisation: string, edition: string): Promise<Reading[]> {
  const found = await sql<Reading>`
    select g.application, a.number, s.title, s.region, g.reviewer, p.name_ar, coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email) as name_latin, r.score::float8 as score
    from assignment g
    join review r on r.organisation = g.organisation and r.assignment = g.id and r.submitted_at is not null
    join submission s on s.organisation = g.organisation and s.application = g.application
    join application a on a.organisation = g.organisation and a.id = g.application
    join reviewer v on v.organisation = g.organisation and v.id = g.reviewer
    join person p on p.organisation = v.organisation and p.id = v.person
    where g.organisation = ${organisation} and g.edition = ${edition} and g.stage = (select t.code from edition_stage t where t.organisation = g.organisation and t.edition = g.edition and t.happens = 'reading' and t.mode = 'score' order by t.position desc limit 1) and g.ended_at is null
      and not exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application)
    order by a.number, g.reviewer`.execute(db)
  return found.rows
}

/** A severity farther from 0 than this many standard errors is called one: 95 in 100 of those of nobody in particular lie within. */
const APART = 1.96

/** Readings that are reckoned at once, in a few hundredths of a second; more go to a thread of their own, which takes longer to begin. */
const AT_ONCE = 1000

/** What the scores say of files and of who read them (decision 0015); null for who may not read reviews in the whole edition. */
export async function calibrationOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<CalibrationView | null> {
  if (!mayReadReviews(viewer, place)) return null
  const readings = await readingsIn(db, viewer.organisation, place.edition)
  if (readings.length === 0)
    return { readings: 0, advice: 'no-answer', chance: null, warnings: [], parts: 1, shares: null, reliability: null, readers: [], files: [] }
  const reviews = readings.map(({ application, reviewer, score }) => ({ application, reviewer, score }))
  const input: CalibrationInput = { reviews, scale: [0, 100], higher_is_better: true, explain: true }
  const output = reviews.length <= AT_ONCE ? calibrate(input) : await runEngine('calibration', input)
  const files = new Map(readings.map((one) => [one.application, one]))
  const readers = new Map(readings.map((one) => [one.reviewer, nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language)]))
  const { explained } = output
  const { reliability } = explained ?? {}
  return {
    readings: readings.length,
    advice: explained?.advice ?? 'no-answer',
    chance: explained?.advice === 'no-answer' ? null : output.needed.p_value,
    warnings: (output.warnings ?? []).map(({ code }) => code),
    parts: output.components,
    shares: explained?.shares ?? null,
    reliability: reliability == null ? null : { now: reliability.raw, readings: reliability.reviews, needed: reliability.needed_for_0_8.raw },
    readers: output.reviewers
      .map((one) => ({
        reviewer: one.id,
        name: readers.get(one.id) ?? '',
        readings: one.reviews,
        severity: one.severity,
        error: one.standard_error,
        apart: one.standard_error !== null && Math.abs(one.severity) > APART * one.standard_error,
      }))
      .sort((a, b) => a.severity - b.severity || a.name.localeCompare(b.name, language)),
    files: output.applications
      .map((one) => ({
        application: one.id,
        number: files.get(one.id)?.number ?? '',
        title: files.get(one.id)?.title ?? '',
        region: files.get(one.id)?.region ?? '',
        readings: one.reviews,
        raw: one.raw,
        calibrated: one.calibrated,
        error: one.standard_error,
        rank: one.expected_rank,
        moved: one.moved,
      }))
      .sort((a, b) => b.calibrated - a.calibrated || (a.number < b.number ? -1 : 1)),
  }
}
