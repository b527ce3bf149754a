/** The corrections asked of an application, as the desk follows them. */
import { sql } from 'kysely'
import { correctionState, mayAskCorrections, mayStillChange } from '../../../domain/correction.ts'
import type { DeclarationWay } from '../../../domain/assistance.ts'
import { canonicalJson } from '../../../domain/application.ts'
import type { Answers, FormDefinition, Question } from '../../../domain/form.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { shortName } from '../../../domain/person.ts'
import { ok, type Result } from '../../../domain/result.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { answerText, correctionStanding, differenceOf, editionLists } from '../../applications/index.ts'
import { answerFiles, filesOf } from '../../files/index.ts'
import { mayDecideEligibility } from '../../../domain/eligibility-decision.ts'
import { refusalTold } from './refusal-told.ts'
import type { CorrectionLine, CorrectionsView } from '../views.ts'

interface Row {
  id: string
  questions: string[]
  reason: string
  asked_at: Date
  name_ar: string
  name_latin: string
  day: string
  day_seq: number
  due_at: Date
  reminded_at: Date | null
  corrected_at: Date | null
  note: string | null
  declared: DeclarationWay | null
  recalled_at: Date | null
  before: Answers | null
  after: Answers | null
}

/**
 * All requests of an application with what came of them. The caller has checked that the viewer may read it; restricted
 * answers are shown to those who decide there.
 */
export async function correctionsOf(
  db: Reader,
  viewer: Viewer,
  place: Place & { readonly region: string },
  application: string,
  language: Language,
  now: Date,
): Promise<CorrectionsView> {
  const { organisation } = viewer
  const [found, standing, told] = await Promise.all([
    rowsOf(db, organisation, application),
    correctionStanding(db, organisation, application),
    refusalTold(db, organisation, application),
  ])
  const allowed: Result<null> = standing === null ? ok(null) : mayStillChange(standing.facts, now)
  const asking: Result<null> = standing === null ? ok(null) : mayAskCorrections({ ...standing.facts, refusalTold: told }, now)
  if (found.length === 0) return { lines: [], allowed, asking }
  const { form, sentAt } = await sentForm(db, organisation, application)
  const [lists, files] = await Promise.all([editionLists(db, organisation, place.edition, sentAt), filesOf(db, organisation, application)])
  const mayDecide = mayDecideEligibility(viewer, place)
  const questions = form.sections.flatMap((section) => section.questions).filter((question) => mayDecide || question.restricted !== true)
  const text = (question: Question, answers: Answers): string =>
    question.kind === 'file'
      ? answerFiles(files, answers[question.code])
          .map((file) => file.name)
          .join('\n')
      : answerText(question, answers[question.code], lists, language)
  return { lines: found.map((row) => lineOf(row, questions, text, language, now)), allowed, asking }
}

function lineOf(
  row: Row,
  questions: readonly Question[],
  text: (question: Question, answers: Answers) => string,
  language: Language,
  now: Date,
): CorrectionLine {
  const { before, after } = row
  const changed =
    before === null || after === null ? [] : questions.filter(({ code }) => canonicalJson(before[code] ?? '') !== canonicalJson(after[code] ?? ''))
  const label = (question: Question): string => inLanguage(question.label, language).text
  return {
    request: row.id,
    state: correctionState({ dueAt: row.due_at, correctedAt: row.corrected_at, recalledAt: row.recalled_at }, now),
    labels: questions.filter((question) => row.questions.includes(question.code)).map(label),
    reason: row.reason,
    askedAt: row.asked_at,
    by: shortName({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
    day: row.day,
    putOff: row.day_seq - 1,
    correctedAt: row.corrected_at,
    note: row.note ?? '',
    declared: row.declared,
    recalledAt: row.recalled_at,
    remindedAt: row.reminded_at,
    changes: changed.map((question) => {
      const [was, is] = differenceOf(text(question, before ?? {}), text(question, after ?? {}))
      return { label: label(question), before: was, after: is }
    }),
  }
}

async function rowsOf(db: Reader, organisation: string, application: string): Promise<Row[]> {
  const found = await sql<Row>`
    select r.id, r.questions, r.reason, r.asked_at, p.name_ar, p.name_latin, d.day::text as day, d.seq as day_seq, d.due_at,
      (select max(x.reminded_at) from correction_day x where x.organisation = r.organisation and x.request = r.id) as reminded_at,
      c.corrected_at, c.note, c.declared, k.recalled_at, b.answers as before,
      case when b.seq is not null then coalesce(
        (select n.answers from submission_before n where n.organisation = b.organisation and n.application = b.application and n.seq = b.seq + 1), s.answers) end as after
    from correction_request r
    join person p on p.organisation = r.organisation and p.id = r.asked_by
    join submission s on s.organisation = r.organisation and s.application = r.application
    join lateral (select * from correction_day d where d.organisation = r.organisation and d.request = r.id order by d.seq desc limit 1) d on true
    left join correction c on c.organisation = r.organisation and c.request = r.id
    left join correction_recall k on k.organisation = r.organisation and k.request = r.id
    left join submission_before b on b.organisation = r.organisation and b.request = r.id
    where r.organisation = ${organisation} and r.application = ${application}
    order by r.seq desc`.execute(db)
  return found.rows
}

async function sentForm(db: Reader, organisation: string, application: string): Promise<{ form: FormDefinition; sentAt: Date }> {
  const row = await db
    .selectFrom('submission as s')
    .innerJoin('form_version as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.id', '=', 's.form_version'))
    .select(['f.definition', 's.submitted_at'])
    .where('s.organisation', '=', organisation)
    .where('s.application', '=', application)
    .executeTakeFirstOrThrow()
  return { form: row.definition as FormDefinition, sentAt: row.submitted_at }
}
