/** Where the files of each stage stand, and who would go on to the next. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../../domain/application.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayArrangeReviews, mayReadReviews } from '../../../domain/review.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { PassagePlan, PassageTakenBack, StageProgress } from '../stage-views.ts'
import type { ReadingLine } from '../views.ts'
import { readingsOf } from './desk.ts'
import { stagesIn } from './stages.ts'

interface Decided {
  stage: string
  application: string
  goes_on: boolean
  number: string
  title: string
}

interface Taken {
  stage: string
  files: number
}

/** Every stage of the edition in its order; null for who may not read reviews in the whole of it. */
export async function stageProgress(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<StageProgress[] | null> {
  if (!mayReadReviews(viewer, place)) return null
  const stages = await stagesIn(db, viewer.organisation, place.edition)
  const [decided, taken, back] = await Promise.all([
    passagesIn(db, viewer.organisation, place.edition),
    takenIn(db, viewer.organisation, place.edition),
    takenBackIn(db, viewer.organisation, place.edition, language),
  ])
  const progress: StageProgress[] = []
  for (const stage of stages) {
    const lines = (await readingsOf(db, viewer, place, language, stage.code)) ?? []
    const here = decided.filter((one) => one.stage === stage.code)
    progress.push({
      stage,
      files: taken.find((one) => one.stage === stage.code)?.files ?? 0,
      assigned: lines.filter((line) => line.readings.length > 0).length,
      given: lines.reduce((sum, line) => sum + line.readings.filter((one) => one.given).length, 0),
      awaited: lines.reduce((sum, line) => sum + line.readings.filter((one) => !one.given).length, 0),
      diverging: lines.filter((line) => awaitsThird(line)).length,
      on: here.filter((one) => one.goes_on).length,
      out: here.filter((one) => !one.goes_on).length,
      last: stage === stages.at(-1),
      decided: here
        .map(({ application, number, title, goes_on }) => ({ application, number, title, goesOn: goes_on }))
        .sort((one, other) => (one.number < other.number ? -1 : 1)),
      takenBack: back.filter((one) => one.stage === stage.code),
    })
  }
  return progress
}

/** Who would go on from a stage now, of the files whose reviews are all in; null for an unknown stage, for a last one that keeps nobody out, and for who may not arrange reviews. */
export async function passagePlan(db: Reader, viewer: Viewer, place: Place, language: Language, code: string): Promise<PassagePlan | null> {
  if (!mayArrangeReviews(viewer, place)) return null
  const stages = await stagesIn(db, viewer.organisation, place.edition)
  const stage = stages.find((one) => one.code === code)
  if (stage === undefined || !stage.written) return null
  const next = stages[stages.indexOf(stage) + 1] ?? null
  // After the last one comes the selection: only a mark or a vote keeps a file out of it.
  if (next === null && stage.mode !== 'vote' && stage.passMark === null) return null
  const decided = new Set(
    (await passagesIn(db, viewer.organisation, place.edition)).filter((one) => one.stage === code).map((one) => one.application),
  )
  const lines = ((await readingsOf(db, viewer, place, language, code)) ?? []).filter((line) => !decided.has(line.application))
  const ready = lines.filter((line) => line.passes !== null && !awaitsThird(line))
  const rows = ready.map((line) => ({
    application: line.application,
    number: line.number,
    title: line.title,
    mean: line.mean,
    goesOn: line.passes === true,
  }))
  return {
    stage,
    next,
    fingerprint: fingerprintOf(code, rows),
    rows,
    waiting: lines.length - ready.length,
  }
}

/** Two readings lie too far apart and no third reader was asked. */
function awaitsThird(line: ReadingLine): boolean {
  return line.diverges && !line.readings.some((one) => one.third)
}

function fingerprintOf(stage: string, rows: PassagePlan['rows']): string {
  const decisive = rows.map(({ application, mean, goesOn }) => ({ application, mean, goesOn }))
  return createHash('sha256')
    .update(canonicalJson({ stage, rows: decisive }))
    .digest('hex')
}

async function passagesIn(db: Reader, organisation: string, edition: string): Promise<Decided[]> {
  return db
    .selectFrom('stage_passage as p')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'p.organisation').onRef('a.id', '=', 'p.application'))
    .innerJoin('submission as s', (join) => join.onRef('s.organisation', '=', 'p.organisation').onRef('s.application', '=', 'p.application'))
    .select(['p.stage', 'p.application', 'p.goes_on', 'a.number', 's.title'])
    .where('p.organisation', '=', organisation)
    .where('p.edition', '=', edition)
    .execute()
}

async function takenBackIn(db: Reader, organisation: string, edition: string, language: Language): Promise<(PassageTakenBack & { stage: string })[]> {
  const rows = await db
    .selectFrom('passage_withdrawal as w')
    .innerJoin('application as a', (join) => join.onRef('a.organisation', '=', 'w.organisation').onRef('a.id', '=', 'w.application'))
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'w.organisation').onRef('p.id', '=', 'w.withdrawn_by'))
    .select(['w.stage', 'a.number', 'w.goes_on', 'w.reason', 'w.withdrawn_at', 'p.name_ar', 'p.name_latin'])
    .where('w.organisation', '=', organisation)
    .where('w.edition', '=', edition)
    .orderBy('w.withdrawn_at', 'desc')
    .execute()
  return rows.map(({ stage, number, goes_on, reason, withdrawn_at, name_ar, name_latin }) => {
    const by = nameFor({ nameAr: name_ar, nameLatin: name_latin }, language)
    return { stage, number, wentOn: goes_on, reason, by, at: withdrawn_at }
  })
}

/** How many eligible files that were not withdrawn each stage takes. */
async function takenIn(db: Reader, organisation: string, edition: string): Promise<Taken[]> {
  const found = await sql<Taken>`
    select m.stage, count(*)::int as files from stage_admission m
    join lateral (select eligible from eligibility_decision d where d.organisation = m.organisation and d.application = m.application order by seq desc limit 1) d on d.eligible
    where m.organisation = ${organisation} and m.edition = ${edition}
      and not exists (select from withdrawal w where w.organisation = m.organisation and w.application = m.application)
    group by m.stage`.execute(db)
  return found.rows
}
