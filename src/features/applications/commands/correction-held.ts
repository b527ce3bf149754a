/** A submission held fast while its corrections are kept or sent, and all that decides about them. */
import { sql } from 'kysely'
import type { Membership } from '../../../domain/application.ts'
import type { Answers, FormDefinition } from '../../../domain/form.ts'
import type { Language } from '../../../domain/language.ts'
import type { Trx } from '../../../platform/database/database.ts'
import { type OpenAnswers, openAnswers, presentFiles } from '../corrections/open-answers.ts'
import { formOfVersion } from '../form-version.ts'
import { editionLists } from '../queries/edition-lists.ts'
import { type CorrectionStanding, correctionStanding, type LastRequest } from '../queries/last-request.ts'

export interface HeldSubmission {
  readonly number: string
  readonly edition: string
  readonly zone: string
  readonly membership: Membership
  readonly formVersion: string
  readonly form: FormDefinition
  readonly language: Language
  readonly answers: Answers
  readonly submittedAt: Date
  readonly correctedAt: Date | null
  readonly hash: string
  readonly previous: string | null
  readonly files: readonly GivenFile[]
  readonly standing: CorrectionStanding
}

/** A file that is there, with the hash of what arrived. */
interface GivenFile {
  readonly id: string
  readonly question: string
  readonly sha256: string
}

interface Row {
  number: string
  edition: string
  zone: string
  part: Membership
  form_version: string
  language: Language
  answers: Answers
  submitted_at: Date
  corrected_at: Date | null
  hash: string
  previous: string | null
  files: GivenFile[]
}

/** Locks a submission of this person; null when it is not theirs. Whoever asks, takes back, keeps or sends corrections waits here for the other. */
export async function holdSubmission(trx: Trx, organisation: string, application: string, person: string): Promise<HeldSubmission | null> {
  await holdApplication(trx, organisation, application)
  const found = await sql<Row>`
    select a.number, a.edition, c.zone, m.part, s.form_version, s.language, s.answers, s.submitted_at, s.corrected_at, s.hash, s.previous,
      coalesce((select json_agg(json_build_object('id', f.id, 'question', f.question, 'sha256', f.sha256) order by f.given_at, f.id) from file f
        where f.organisation = a.organisation and f.application = a.id and f.appeal is null
          and not exists (select from file_removal r where r.organisation = f.organisation and r.file = f.id)), '[]'::json) as files
    from application a
    join application_hand m on m.organisation = a.organisation and m.application = a.id and m.person = ${person}
    join call c on c.organisation = a.organisation and c.id = a.call
    join submission s on s.organisation = a.organisation and s.application = a.id
    where a.organisation = ${organisation} and a.id = ${application}`.execute(trx)
  const row = found.rows[0]
  const standing = row === undefined ? null : await correctionStanding(trx, organisation, application)
  if (row === undefined || standing === null) return null
  return {
    ...row,
    membership: row.part,
    formVersion: row.form_version,
    form: await formOfVersion(trx, organisation, row.form_version),
    submittedAt: row.submitted_at,
    correctedAt: row.corrected_at,
    standing,
  }
}

/** Keeps everybody else who changes this application waiting until the transaction ends. */
export async function holdApplication(trx: Trx, organisation: string, application: string): Promise<void> {
  await sql`select from application where organisation = ${organisation} and id = ${application} for no key update`.execute(trx)
}

/** The answers that are open, with what was typed; files that are not there any more are left out. */
export async function openIn(trx: Trx, organisation: string, held: HeldSubmission, last: LastRequest): Promise<OpenAnswers> {
  const lists = await editionLists(trx, organisation, held.edition, held.submittedAt)
  const typed = presentFiles(held.form, last.draft?.answers ?? {}, new Set(held.files.map((file) => file.id)))
  return openAnswers({ form: held.form, lists, requested: last.questions, sent: held.answers, typed })
}
