/** A draft as its team sees it. */
import { sql } from 'kysely'
import { formWithoutMail } from '../../../domain/assistance.ts'
import {
  type Answers,
  isAnswered,
  missingAnswers,
  type Section,
  type SectionState,
  sectionOf,
  sectionState,
  takesFiles,
  type FormDefinition,
} from '../../../domain/form.ts'
import { mayAnswer } from '../../../domain/application.ts'
import { questionsOf } from '../../../domain/form-move.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type ReadAnswers, readAnswers, sectionFaults } from '../answers.ts'
import { filesOf } from '../../files/index.ts'
import { formOfVersion } from '../form-version.ts'
import { keptFrom, without } from '../holders-own.ts'
import { sectionsToKeep } from '../phone/kept-here.tsx'
import type { AnswerVersion, DraftView, SectionView, TaskListView, VersionsView } from '../views.ts'
import { helpOf } from './call-help.ts'
import { editionLists } from './edition-lists.ts'
import { formChanges, unaskedOf } from './form-change.ts'
import { type ApplicationRecord, recordOf, titleIn } from './record.ts'

/** The draft under a record, with the lists its questions draw from, whoever reads it; null when there is none. */
async function wholeDraft(db: Reader, viewer: SignedIn, record: ApplicationRecord): Promise<DraftView | null> {
  if (record.draft === null) return null
  const written = await formOfVersion(db, viewer.organisation, record.formVersion)
  const form = record.head.mailed ? written : formWithoutMail(written)
  const [lists, twice, files, unasked] = await Promise.all([
    editionLists(db, viewer.organisation, record.head.edition.id, record.draft.savedAt),
    questionsAside(db, viewer.organisation, record.head.id),
    takesFiles(form) ? filesOf(db, viewer.organisation, record.head.id) : [],
    unaskedOf(db, viewer.organisation, record),
  ])
  const aside = twice.filter((code) => questionsOf(form).has(code))
  const { answers, done, version, savedAt, written: authors } = record.draft
  const reading = readAnswers(form, answers, lists)
  const origins = Object.fromEntries(Object.entries(authors).flatMap(([code, { from }]) => (from === undefined ? [] : [[code, from]])))
  return {
    ...record.head,
    title: titleIn(answers),
    form,
    lists,
    answers,
    withheld: {},
    missing: missingAnswers(form, answers, reading.asked).map(({ question }) => question),
    reading,
    done,
    origins,
    version,
    savedAt,
    aside,
    files,
    toKeep: sectionsToKeep(form, reading),
    isBehind: record.isBehind,
    unasked,
  }
}

/** The draft as this viewer reads it. */
async function draftOf(db: Reader, viewer: SignedIn, record: ApplicationRecord): Promise<DraftView | null> {
  const whole = await wholeDraft(db, viewer, record)
  return whole === null ? null : seen(whole)
}

/** A draft without what its holder answers alone, to another of the team. */
function seen(whole: DraftView): DraftView {
  const hidden = keptFrom(whole.membership, whole.form)
  if (whole.membership !== 'member') return whole
  return {
    ...whole,
    answers: without(whole.answers, hidden),
    withheld: withheldOf(hidden, whole.form, whole.answers),
    reading: { ...whole.reading, answers: without(whole.reading.answers, hidden) },
    origins: without(whole.origins, hidden),
    aside: whole.aside.filter((code) => !hidden.has(code)),
    files: whole.files.filter(({ question }) => !hidden.has(question)),
    unasked: whole.unasked.filter(({ question }) => mayAnswer(whole.membership, question)),
  }
}

/** Whether each of these questions is answered; a consent is when it is given. */
export function withheldOf(hidden: ReadonlySet<string>, form: FormDefinition, answers: Answers): Record<string, boolean> {
  const kinds = new Map(form.sections.flatMap(({ questions }) => questions.map(({ code, kind }) => [code, kind])))
  // To leave a consent open is an answer too, and nobody's business: the same is told of each.
  return Object.fromEntries([...hidden].map((code) => [code, kinds.get(code) === 'consent' || isAnswered(answers[code])]))
}

async function questionsAside(db: Reader, organisation: string, application: string): Promise<string[]> {
  const rows = await db
    .selectFrom('draft_aside')
    .select('question')
    .distinct()
    .where('organisation', '=', organisation)
    .where('application', '=', application)
    .orderBy('question')
    .execute()
  return rows.map((row) => row.question)
}

/** The viewer's own draft, whole; null when it does not exist, is somebody else's, or was sent. */
export async function draftView(db: Reader, viewer: SignedIn, application: string): Promise<DraftView | null> {
  const record = await recordOf(db, viewer, application)
  return record === null ? null : draftOf(db, viewer, record)
}

/** The task list of a draft: every section with its state. */
export async function taskListView(db: Reader, viewer: SignedIn, application: string): Promise<TaskListView | null> {
  const record = await recordOf(db, viewer, application)
  const draft = record === null ? null : await wholeDraft(db, viewer, record)
  if (record === null || draft === null) return null
  const { form, answers, reading } = draft
  const { form: _, lists: __, answers: ___, reading: ____, done: _____, unasked: ______, ...head } = seen(draft)
  const changes = await formChanges(db, viewer.organisation, record, form)
  const moved = new Set(changes.flatMap(({ sections }) => sections.map(({ code }) => code)))
  const groups = form.groups.map((group) => ({
    ...group,
    tasks: form.sections
      .filter((section) => section.group === group.code && isAskedOf(section, reading))
      .map((section) => ({ section, state: stateOf(section, draft, moved.has(section.code)) })),
  }))
  return {
    ...head,
    groups: groups.filter((group) => group.tasks.length > 0),
    unready: form.sections.filter((section) => sectionFaults(section, answers, reading).length > 0),
    changes,
    help: helpOf(record.texts),
  }
}

/** A topic of which nothing is asked of this applicant is not listed. */
function isAskedOf(section: Section, { asked }: ReadAnswers): boolean {
  return section.questions.some((question) => asked.has(question.code))
}

/** The same facts as the page of all answers counts by, so that both say the same of a section. */
function stateOf(section: Section, { answers, done, reading, aside, origins }: DraftView, moved: boolean): SectionState {
  const asked = section.questions.map(({ code }) => code).filter((code) => reading.asked.has(code))
  return sectionState({
    begun: asked.some((code) => isAnswered(answers[code])),
    whole: sectionFaults(section, answers, reading).length === 0 && !section.questions.some(({ code }) => aside.includes(code)),
    marked: done.includes(section.code),
    unread: moved || asked.some((code) => code in origins),
  })
}

/** One section of a draft; null also when the form has no such section. */
export async function sectionView(db: Reader, viewer: SignedIn, application: string, code: string): Promise<SectionView | null> {
  const draft = await draftView(db, viewer, application)
  const section = draft === null ? undefined : sectionOf(draft.form, code)
  if (draft === null || section === undefined) return null
  const sections = draft.form.sections.filter((one) => one === section || isAskedOf(one, draft.reading))
  const at = sections.indexOf(section)
  const group = draft.form.groups.find((one) => one.code === section.group)
  return { ...draft, section, position: at + 1, total: sections.length, group: group?.title ?? section.title, next: sections[at + 1]?.code ?? null }
}

interface AsideRow {
  question: string
  page: string
  answer: AnswerVersion['answer']
  written_at: Date
  person: string
  name_ar: string
  name_latin: string
}

/** The answers of a draft that were written twice, each with all its versions, the current one first. */
export async function versionsView(db: Reader, viewer: SignedIn, application: string): Promise<VersionsView | null> {
  const record = await recordOf(db, viewer, application)
  const draft = record === null ? null : await draftOf(db, viewer, record)
  if (record?.draft == null || draft === null) return null
  const { written } = record.draft
  const rows = await asideRows(db, viewer.organisation, application)
  const authors = await authorsOf(
    db,
    viewer.organisation,
    Object.values(written).map((one) => one.by),
  )
  const versionOf = (row: AsideRow): AnswerVersion => ({
    key: row.page,
    answer: row.answer,
    writtenAt: row.written_at,
    by: { nameAr: row.name_ar, nameLatin: row.name_latin, own: row.person === viewer.person.id },
  })
  const questions = draft.aside.flatMap((code) => {
    const section = draft.form.sections.find((one) => one.questions.some((question) => question.code === code))
    if (section === undefined) return []
    const last = written[code]
    const author = last === undefined ? undefined : authors.get(last.by)
    const current: AnswerVersion = {
      key: 'current',
      answer: draft.answers[code],
      writtenAt: last === undefined ? null : new Date(last.at),
      by: last === undefined || author === undefined ? null : { ...author, own: last.by === viewer.person.id },
    }
    return [{ code, section, versions: [current, ...rows.filter((row) => row.question === code).map(versionOf)] }]
  })
  return { ...draft, questions }
}

async function asideRows(db: Reader, organisation: string, application: string): Promise<AsideRow[]> {
  const found = await sql<AsideRow>`
    select a.question, a.page, a.answer, a.written_at, a.person, p.name_ar, p.name_latin
    from draft_aside a join person p on p.organisation = a.organisation and p.id = a.person
    where a.organisation = ${organisation} and a.application = ${application}
    order by a.question, a.written_at, a.page`.execute(db)
  return found.rows
}

async function authorsOf(db: Reader, organisation: string, people: readonly string[]): Promise<Map<string, { nameAr: string; nameLatin: string }>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name_ar', 'name_latin'])
    .where('organisation', '=', organisation)
    .where('id', 'in', [...new Set(people)])
    .execute()
  return new Map(rows.map((row) => [row.id, { nameAr: row.name_ar, nameLatin: row.name_latin }]))
}
