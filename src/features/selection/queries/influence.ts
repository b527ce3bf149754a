/** What a simulation hangs on, in names; null for who may not read it or a simulation that does not exist. */
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayPlanSelection, mayReadSelection } from '../../../domain/selection.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { WithoutReviewersOutput } from '../../../engines/without-reviewers.ts'
import type { Reader } from '../../../platform/database/database.ts'

export interface InfluenceView {
  readonly number: number
  readonly askedAt: Date | null
  readonly doneAt: Date | null
  /** Reviewers without whom the list is another, those who move most first. */
  readonly moves: readonly {
    readonly name: string
    readonly reviews: number
    readonly enter: readonly string[]
    readonly leave: readonly string[]
    readonly none: boolean
  }[]
  /** Reviewers without whom it stays. */
  readonly same: number
  readonly mayAsk: boolean
}

export async function influenceOf(db: Reader, viewer: Viewer, place: Place, number: number, language: Language): Promise<InfluenceView | null> {
  if (!mayReadSelection(viewer, place)) return null
  const { organisation } = viewer
  const row = await db
    .selectFrom('selection_plan as s')
    .leftJoin('selection_influence as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.plan', '=', 's.id'))
    .select(['f.asked_at', 'f.done_at', 'f.output'])
    .where('s.organisation', '=', organisation)
    .where('s.edition', '=', place.edition)
    .where('s.number', '=', number)
    .executeTakeFirst()
  if (row === undefined) return null
  const each = (row.output as WithoutReviewersOutput | null)?.each ?? []
  const moving = each.filter((one) => one.status !== 'same')
  const [names, titles] = [await reviewerNames(db, organisation, place.edition, language), await titlesIn(db, organisation, place.edition)]
  const title = (id: string): string => titles.get(id) ?? ''
  return {
    number,
    askedAt: row.asked_at,
    doneAt: row.done_at,
    moves: moving
      .map((one) => ({
        name: names.get(one.reviewer) ?? '',
        reviews: one.reviews,
        enter: one.enter.map(title),
        leave: one.leave.map(title),
        none: one.status === 'infeasible',
      }))
      .sort((a, b) => b.enter.length - a.enter.length || a.name.localeCompare(b.name, language)),
    same: each.length - moving.length,
    mayAsk: row.asked_at === null && mayPlanSelection(viewer, place),
  }
}

async function reviewerNames(db: Reader, organisation: string, edition: string, language: Language): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('reviewer as v')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'v.organisation').onRef('p.id', '=', 'v.person'))
    .select(['v.id', 'p.name_ar', 'p.name_latin', 'p.email'])
    .where('v.organisation', '=', organisation)
    .where('v.edition', '=', edition)
    .execute()
  return new Map(rows.map((row) => [row.id, nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language) || (row.email ?? '')]))
}

async function titlesIn(db: Reader, organisation: string, edition: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('submission')
    .select(['application', 'title'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .execute()
  return new Map(rows.map(({ application, title }) => [application, title]))
}
