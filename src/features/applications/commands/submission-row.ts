/** What a submission keeps beside its answers so that lists, counts and searches need not open them. */
import type { Insertable } from 'kysely'
import type { SubmissionRecord } from '../../../domain/application.ts'
import type { Answers, FormDefinition, QuestionKind } from '../../../domain/form.ts'
import { fold } from '../../../domain/fold.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Trx } from '../../../platform/database/database.ts'
import type { SubmissionTable } from '../../../platform/database/schema.ts'

interface RowFacts {
  readonly organisation: string
  readonly application: string
  readonly person: string
  readonly record: SubmissionRecord
  readonly hash: string
}

/** The row of a submission. The holder's name is in the script of the language it was sent in, if there is one. */
export function submissionRow({ organisation, application, person, record, hash }: RowFacts): Insertable<SubmissionTable> {
  const text = (question: string): string => (typeof record.answers[question] === 'string' ? (record.answers[question] as string) : '')
  const [ar, latin] = [text('holder_name_ar'), text('holder_name_latin')]
  const gender = text('gender')
  return {
    organisation,
    application,
    edition: record.edition,
    form_version: record.formVersion,
    answers: JSON.stringify(record.answers),
    submitted_at: record.submittedAt,
    submitted_by: person,
    language: record.language as Insertable<SubmissionTable>['language'],
    hash,
    title: text('project_title'),
    holder_name: record.language === 'ar' ? ar || latin : latin || ar,
    region: text('region'),
    province: text('province') || null,
    sector: text('sector'),
    applicant_kind: text('applicant_kind'),
    gender: gender === 'woman' || gender === 'man' ? gender : null,
    born_on: text('birth_date') || null,
    search: fold([text('project_title'), ar, latin, record.number, text('town')].join(' ')),
  }
}

/** Fills what the holder's own record does not know yet: names, birth date, phone. What is there stays. */
export async function completePerson(trx: Trx, viewer: SignedIn, form: FormDefinition, answers: Answers): Promise<void> {
  const known = await trx
    .selectFrom('person')
    .select(['email', 'name_ar', 'name_latin', 'phone', 'born_on', 'gender'])
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', viewer.person.id)
    .executeTakeFirstOrThrow()
  const text = (question: string | undefined): string =>
    question !== undefined && typeof answers[question] === 'string' ? (answers[question] as string) : ''
  const gender = text('gender')
  const name_ar = known.name_ar || text('holder_name_ar')
  const name_latin = known.name_latin || text('holder_name_latin')
  await trx
    .updateTable('person')
    .set({
      name_ar,
      name_latin,
      phone: known.phone ?? (text(firstOf(form, 'phone')) || null),
      born_on: known.born_on ?? (text('birth_date') || null),
      gender: known.gender ?? (gender === 'woman' || gender === 'man' ? gender : null),
      search: fold([name_ar, name_latin, known.email ?? ''].join(' ')),
    })
    .where('organisation', '=', viewer.organisation)
    .where('id', '=', viewer.person.id)
    .execute()
}

function firstOf(form: FormDefinition, kind: QuestionKind): string | undefined {
  return form.sections.flatMap((section) => section.questions).find((question) => question.kind === kind)?.code
}
