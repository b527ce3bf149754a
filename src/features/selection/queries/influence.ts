/** What a simulation hangs on, in names; null for who may not read it or a simulation that does not exist. */
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayPlanSelection, mayReadSelection } from '../../../domain/selection.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Influence } from '../influence/reckon.ts'

export interface InfluenceView {
  readonly number: number
  readonly askedAt: Date | null
  readonly doneAt: Date | null
  /** How much of it is done, from 0 to 1; null before it begins and once it is there. */
  readonly headway: number | null
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
  /** For each criterion the weights between which the list stays; empty where there is nothing to weigh, or it was not reckoned. */
  readonly weights: readonly WeightView[]
  readonly mayAsk: boolean
  readonly mayCancel: boolean
}

/** Shares of the whole weight, from 0 to 1. */
export interface WeightView {
  readonly name: string
  readonly share: number
  readonly from: number
  readonly to: number
  /** Just beyond: who comes in and who goes out; null where the range ends with nothing, or with all. */
  readonly below: Beyond | null
  readonly above: Beyond | null
}

export interface Beyond {
  readonly enter: readonly string[]
  readonly leave: readonly string[]
}

export async function influenceOf(db: Reader, viewer: Viewer, place: Place, number: number, language: Language): Promise<InfluenceView | null> {
  if (!mayReadSelection(viewer, place)) return null
  const { organisation } = viewer
  const row = await db
    .selectFrom('selection_plan as s')
    .leftJoin('selection_influence as f', (join) => join.onRef('f.organisation', '=', 's.organisation').onRef('f.plan', '=', 's.id'))
    .select(['f.asked_at', 'f.done_at', 'f.output', 'f.steps_done', 'f.steps_of'])
    .where('s.organisation', '=', organisation)
    .where('s.edition', '=', place.edition)
    .where('s.number', '=', number)
    .executeTakeFirst()
  if (row === undefined) return null
  const output = row.output as Influence | null
  const each = output?.each ?? []
  const moving = each.filter((one) => one.status !== 'same')
  const [names, titles, criteria] = [
    await reviewerNames(db, organisation, place.edition, language),
    await titlesIn(db, organisation, place.edition),
    await criterionNames(db, organisation, place.edition, language),
  ]
  const title = (id: string): string => titles.get(id) ?? ''
  return {
    number,
    askedAt: row.asked_at,
    doneAt: row.done_at,
    headway: row.done_at !== null || row.steps_of === null ? null : (row.steps_done ?? 0) / row.steps_of,
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
    weights: weightViews(output, criteria, title),
    mayAsk: row.asked_at === null && mayPlanSelection(viewer, place),
    mayCancel: row.asked_at !== null && row.done_at === null && mayPlanSelection(viewer, place),
  }
}

function weightViews(output: Influence | null, names: ReadonlyMap<string, string>, title: (id: string) => string): WeightView[] {
  const weights = output?.weights
  if (weights === undefined || !('each' in weights)) return []
  const beyond = (one: { enter: readonly string[]; leave: readonly string[] } | null): Beyond | null =>
    one === null ? null : { enter: one.enter.map(title), leave: one.leave.map(title) }
  return weights.each.map((one) => ({
    name: names.get(one.id) ?? one.id,
    share: Number(one.share),
    from: Number(one.from),
    to: Number(one.to),
    below: beyond(one.below),
    above: beyond(one.above),
  }))
}

async function criterionNames(db: Reader, organisation: string, edition: string, language: Language): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('criterion')
    .select(['code', 'name'])
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .execute()
  return new Map(rows.map(({ code, name }) => [code, inLanguage(name as Trilingual, language).text]))
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
