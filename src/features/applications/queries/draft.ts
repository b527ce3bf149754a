/** A draft as its team sees it. */
import { sql } from 'kysely'
import { type Section, type SectionState, sectionOf, sectionState, takesFiles } from '../../../domain/form.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { type ReadAnswers, readAnswers, sectionFaults } from '../answers.ts'
import { filesOf } from '../../files/index.ts'
import { formOfVersion } from '../form-version.ts'
import type { AnswerVersion, DraftView, SectionView, TaskListView, VersionsView } from '../views.ts'
import { helpOf } from './call-help.ts'
import { editionLists } from './edition-lists.ts'
import { type ApplicationRecord, recordOf, titleIn } from './record.ts'

/** The draft under a record, with the lists its questions draw from; null when there is none. */
async function draftOf(db: Reader, viewer: SignedIn, record: ApplicationRecord): Promise<DraftView | null> {
  if (record.draft === null) return null
  const form = await formOfVersion(db, viewer.organisation, record.formVersion)
  const [lists, aside, files] = await Promise.all([
    editionLists(db, viewer.organisation, record.head.edition.id),
    questionsAside(db, viewer.organisation, record.head.id),
    takesFiles(form) ? filesOf(db, viewer.organisation, record.head.id) : [],
  ])
  const { answers, done, version, savedAt } = record.draft
  const reading = readAnswers(form, answers, lists)
  return { ...record.head, title: titleIn(answers), form, lists, answers, reading, done, version, savedAt, aside, files }
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
  const draft = record === null ? null : await draftOf(db, viewer, record)
  if (record === null || draft === null) return null
  const { form, lists: _, answers, reading, done: __, ...head } = draft
  const groups = form.groups.map((group) => ({
    ...group,
    tasks: form.sections
      .filter((section) => section.group === group.code && isAskedOf(section, reading))
      .map((section) => ({ section, state: stateOf(section, draft) })),
  }))
  return {
    ...head,
    groups: groups.filter((group) => group.tasks.length > 0),
    unready: form.sections.filter((section) => sectionFaults(section, answers, reading).length > 0),
    help: helpOf(record.texts),
  }
}

/** A topic of which nothing is asked of this applicant is not listed. */
function isAskedOf(section: Section, { asked }: ReadAnswers): boolean {
  return section.questions.some((question) => asked.has(question.code))
}

/** As the form says, and never complete while an answer in it is wrong or written twice. */
function stateOf(section: Section, { answers, done, reading, aside }: DraftView): SectionState {
  const state = sectionState(section, answers, reading.asked, done.includes(section.code))
  if (state !== 'done') return state
  const torn = section.questions.some((question) => aside.includes(question.code))
  return torn || sectionFaults(section, answers, reading).length > 0 ? 'alert' : 'done'
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
