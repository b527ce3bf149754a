/** What a submission keeps beside its answers so that lists, counts and searches need not open them. */
import type { Insertable } from 'kysely'
import type { SubmissionRecord } from '../../../domain/application.ts'
import type { Answers, FormDefinition, QuestionKind } from '../../../domain/form.ts'
import { strandQuestion } from '../../../domain/strand.ts'
import { fold } from '../../../domain/fold.ts'
import { contactText, searchText } from '../../../domain/search.ts'
import type { SubmissionTable } from '../../../platform/database/schema.ts'

interface RowFacts {
  readonly organisation: string
  readonly application: string
  readonly person: string
  readonly record: SubmissionRecord
  readonly hash: string
  /** The form it answers. */
  readonly form: FormDefinition
}

/** The row with its answers as they are, for a statement that takes it whole. */
export type SentRow = Omit<Insertable<SubmissionTable>, 'answers'> & { readonly answers: Answers }

/** The row of a submission. The holder's name is in the script of the language it was sent in, if there is one. */
export function submissionRow({ organisation, application, person, record, hash, form }: RowFacts): Insertable<SubmissionTable> {
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
    strand: text(strandQuestion(form)?.code ?? '') || null,
    gender: gender === 'woman' || gender === 'man' ? gender : null,
    born_on: text('birth_date') || null,
    ...lookedIn(form, record),
  }
}

/** Texts that search looks in, beside the number. */
const SEARCHED = ['project_title', 'holder_name_ar', 'holder_name_latin', 'town']
const CONTACTS: readonly QuestionKind[] = ['email', 'cin']

/** What search looks in: for everyone at the desk, and for those who read restricted answers. What the form restricts is never in the first. */
function lookedIn(form: FormDefinition, { number, answers }: SubmissionRecord): { search: string; contact: string } {
  const given = form.sections
    .flatMap((section) => section.questions)
    .flatMap((question) => {
      const answer = answers[question.code]
      return typeof answer === 'string' ? [{ ...question, answer }] : []
    })
  const searched = SEARCHED.flatMap((code) => given.filter((one) => one.code === code))
  const restricted = searched.filter((one) => one.restricted === true).map(({ answer }) => answer)
  return {
    search: searchText([...searched.filter((one) => one.restricted !== true).map(({ answer }) => answer), number]),
    contact: contactText({
      phones: given.filter(({ kind }) => kind === 'phone').map(({ answer }) => answer),
      others: [...given.filter(({ kind }) => CONTACTS.includes(kind)).map(({ answer }) => answer), ...restricted],
    }),
  }
}

/** What the holder's own record says before an application is sent. */
export interface PersonKnown {
  /** What wrote the row last: a record that changed since is not this one. */
  readonly row: string
  readonly email: string | null
  readonly name_ar: string
  readonly name_latin: string
  readonly phone: string | null
  readonly born_on: string | null
  readonly gender: string | null
}

/** The columns of a person that an application completes. */
export type PersonRow = Omit<PersonKnown, 'row' | 'email'> & { readonly search: string }

/** The record with what it did not know yet: names, birth date, phone, gender. What is there stays. Null when it knew all that the answers say. */
export function completedPerson(known: PersonKnown, form: FormDefinition, answers: Answers): PersonRow | null {
  const text = (question: string | undefined): string =>
    question !== undefined && typeof answers[question] === 'string' ? (answers[question] as string) : ''
  const gender = text('gender')
  const { row: _, email, ...before } = known
  const after = {
    name_ar: known.name_ar || text('holder_name_ar'),
    name_latin: known.name_latin || text('holder_name_latin'),
    phone: known.phone ?? (text(firstOf(form, 'phone')) || null),
    born_on: known.born_on ?? (text('birth_date') || null),
    gender: known.gender ?? (gender === 'woman' || gender === 'man' ? gender : null),
  }
  const changed = Object.entries(after).some(([column, value]) => before[column as keyof typeof before] !== value)
  return changed ? { ...after, search: fold([after.name_ar, after.name_latin, email ?? ''].join(' ')) } : null
}

function firstOf(form: FormDefinition, kind: QuestionKind): string | undefined {
  return form.sections.flatMap((section) => section.questions).find((question) => question.kind === kind)?.code
}
