/** Applications with all their answers, to be printed for people who read on paper. */
import { sql } from 'kysely'
import type { Answers } from '../../../../domain/form.ts'
import type { Language } from '../../../../domain/language.ts'
import type { Place, Viewer } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import { isId } from '../../../../platform/database/id.ts'
import { editionLists, formOfVersion, type SheetGroup, sheetOf } from '../../../applications/index.ts'
import type { DeskFilters } from '../../views.ts'
import { PAGE, pageIds } from '../desk-list.ts'
import { reachOf, seen } from './matching.ts'

export interface PrintedSheet {
  readonly application: string
  readonly number: string
  readonly title: string
  /** '' where the sheet does not tell who applied. */
  readonly holderName: string
  readonly submittedAt: Date
  readonly groups: readonly SheetGroup[]
}

interface Row {
  application: string
  number: string
  title: string
  holder_name: string
  region: string
  submitted_at: Date
  form_version: string
  answers: Answers
  age_on: string
}

/**
 * Of the applications named, or of a page of the list, those the viewer may see, as many as a page of the list holds.
 * `blind` leaves out what tells who applied. Restricted answers are in no print. Null without a place at the desk.
 */
export async function printedSheets(
  db: Reader,
  viewer: Viewer,
  place: Place,
  asked: { readonly filters: DeskFilters; readonly only: readonly string[]; readonly blind: boolean },
  language: Language,
  now: Date,
): Promise<PrintedSheet[] | null> {
  const reach = reachOf(viewer, place)
  if (reach === null) return null
  const ids = asked.only.length > 0 ? asked.only.filter(isId).slice(0, PAGE) : await pageIds(db, reach, asked.filters)
  const [found, lists] = await Promise.all([
    sql<Row>`
      select s.application, a.number, s.title, s.holder_name, s.region, s.submitted_at, s.form_version, s.answers,
        coalesce(c.age_on, (s.submitted_at at time zone c.zone)::date)::text as age_on
      from unnest(${ids}::uuid[]) with ordinality t (application, place)
      join submission s on s.application = t.application
      join application a on a.organisation = s.organisation and a.id = s.application
      join call c on c.organisation = a.organisation and c.id = a.call
      where ${seen(reach)} order by t.place`.execute(db),
    editionLists(db, viewer.organisation, place.edition, now),
  ])
  return Promise.all(
    found.rows.map(async (row) => {
      const form = await formOfVersion(db, viewer.organisation, row.form_version)
      const groups = sheetOf(form, row.answers, { ...lists, ageOn: row.age_on }, language, {
        shown: (question) => question.restricted !== true && !(asked.blind && question.identity === true),
      })
      const { application, number, title, submitted_at: submittedAt } = row
      return { application, number, title, submittedAt, groups, holderName: asked.blind ? '' : row.holder_name }
    }),
  )
}
