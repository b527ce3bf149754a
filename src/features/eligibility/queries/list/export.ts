/** What is taken away of the list: its lines in their order, some at a time, with the answers when they are asked for. */
import { sql } from 'kysely'
import type { Answers, FormDefinition, Question } from '../../../../domain/form.ts'
import type { Place, Viewer } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { editionLists, type EditionLists, formOfVersion } from '../../../applications/index.ts'
import type { DeskFilters, DeskLine } from '../../views.ts'
import { linesOf, matchingApplications } from '../desk-list.ts'
import { type DeskReach, reachOf, seen } from './matching.ts'

/** Rows of an export; more would be another edition's worth. */
const MOST_EXPORTED = 50_000
/** Read at a time: what is held of an export, however long it is. */
const PORTION = 250

export interface ExportLine extends DeskLine {
  /** By the code of the question. */
  readonly answers: Answers
}

export interface DeskExport {
  /** Every question of the forms that were answered, each once, but restricted ones: they leave the house in no file. */
  readonly questions: readonly Question[]
  readonly lists: EditionLists
  readonly portions: () => AsyncGenerator<readonly ExportLine[]>
}

/** All that the filters find, or of these applications (`only`) those the viewer may see; null for somebody without a place at the desk. */
export async function deskExport(
  db: Reader,
  viewer: Viewer,
  place: Place,
  filters: DeskFilters,
  now: Date,
  { answers = false, only }: { readonly answers?: boolean; readonly only?: readonly string[] } = {},
): Promise<DeskExport | null> {
  const reach = reachOf(viewer, place)
  if (reach === null) return null
  const [applications, forms, lists] = await Promise.all([
    only === undefined ? matchingApplications(db, reach, filters, MOST_EXPORTED) : only.filter(isId),
    answers ? formsAnswered(db, reach) : new Map<string, FormDefinition>(),
    editionLists(db, viewer.organisation, place.edition, now),
  ])
  const all = questionsOf([...forms.values()])
  const open = new Set(all.filter((question) => question.restricted !== true).map((question) => question.code))
  async function* portions() {
    for (let from = 0; from < applications.length; from += PORTION) {
      const some = applications.slice(from, from + PORTION)
      const [lines, given] = await Promise.all([
        linesOf(db, reach as DeskReach, inOrder(some)),
        answers ? answersOf(db, reach as DeskReach, some) : null,
      ])
      yield lines.map(
        (line): ExportLine => ({
          ...line,
          answers: readable(given?.get(line.application), open),
        }),
      )
    }
  }
  const questions = all.filter((question) => open.has(question.code))
  return { questions, lists, portions }
}

/** Applications with their place, as `linesOf` takes them. */
function inOrder(applications: readonly string[]) {
  return sql`select application, place from unnest(${[...applications]}::uuid[]) with ordinality x (application, place)`
}

/** The forms that submissions of the edition answer, the newest first: its questions give the order. */
async function formsAnswered(db: Reader, { viewer, place }: DeskReach): Promise<Map<string, FormDefinition>> {
  const rows = await db
    .selectFrom('form_version as f')
    .innerJoin('call as c', (join) => join.onRef('c.organisation', '=', 'f.organisation').onRef('c.id', '=', 'f.call'))
    .select('f.id')
    .where('f.organisation', '=', viewer.organisation)
    .where('c.edition', '=', place.edition)
    .where('f.frozen_at', 'is not', null)
    .orderBy('f.version', 'desc')
    .execute()
  const forms = await Promise.all(rows.map(async ({ id }) => [id, await formOfVersion(db, viewer.organisation, id)] as const))
  return new Map(forms)
}

/** A question that is restricted in one version of the form is restricted in all: an earlier answer is no less secret. */
function questionsOf(forms: readonly FormDefinition[]): Question[] {
  const all = forms.flatMap((form) => form.sections.flatMap((section) => section.questions))
  const secret = new Set(all.filter((question) => question.restricted === true).map((question) => question.code))
  const known = new Map<string, Question>()
  for (const question of all)
    if (!known.has(question.code)) known.set(question.code, secret.has(question.code) ? { ...question, restricted: true } : question)
  return [...known.values()]
}

async function answersOf(db: Reader, reach: DeskReach, applications: readonly string[]): Promise<Map<string, Answers>> {
  const found = await sql<{ application: string; answers: Answers }>`
    select s.application, s.answers from submission s where ${seen(reach)} and s.application = any(${[...applications]}::uuid[])`.execute(db)
  return new Map(found.rows.map((row) => [row.application, row.answers]))
}

/** The answers to some questions alone. */
function readable(answers: Answers | undefined, codes: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers ?? {}).filter(([code]) => codes.has(code)))
}
