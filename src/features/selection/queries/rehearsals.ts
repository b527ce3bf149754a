/** The rehearsals of an edition, newest first, in words; and the pools one may try on. */
import { inLanguage, type Language, type Trilingual } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { mayRehearse, type PoolChoice } from '../../../domain/rehearsal.ts'
import type { Place, Viewer } from '../../../domain/viewer.ts'
import type { RehearsalOutput } from '../../../engines/rehearsal/index.ts'
import type { Rule } from '../../../engines/selection/index.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { runHeadway } from '../asked-run.ts'
import { conflictName, ruleNames } from '../rule-names.ts'
import type { RehearsalView, RehearsalsView } from '../rehearsal/views.ts'
import { valueRows } from '../rehearsal/value-rows.ts'
import { termsOf } from './selection-facts.ts'

/** Null for who may not rehearse, and for an edition that does not exist. */
export async function rehearsalsOf(db: Reader, viewer: Viewer, place: Place, language: Language): Promise<RehearsalsView | null> {
  if (!mayRehearse(viewer, place)) return null
  const { organisation } = viewer
  const terms = await termsOf(db, organisation, place.edition)
  if (terms === null) return null
  const editions = await scoredEditions(db, organisation, place.edition)
  const nameOf = ruleNames({ terms, applications: [], given: [], changed: [], reviews: { readings: 0, interviews: 0, awaited: 0 } }, language)
  const rows = await db
    .selectFrom('rule_rehearsal as r')
    .innerJoin('person as p', (join) => join.onRef('p.organisation', '=', 'r.organisation').onRef('p.id', '=', 'r.run_by'))
    .select(['r.number', 'r.pool', 'r.terms', 'r.outcome', 'r.run_at', 'p.name_ar', 'p.name_latin'])
    .where('r.organisation', '=', organisation)
    .where('r.edition', '=', place.edition)
    .orderBy('r.number', 'desc')
    .limit(20)
    .execute()
  const rehearsals = rows.map((row): RehearsalView => {
    const [pool, outcome] = [row.pool as PoolChoice, row.outcome as RehearsalOutput]
    const { places, rules } = row.terms as { places: number; rules: Rule[] }
    const edition = 'edition' in pool ? editions.find(({ id }) => id === pool.edition) : undefined
    return {
      number: row.number,
      at: row.run_at,
      by: nameFor({ nameAr: row.name_ar, nameLatin: row.name_latin }, language),
      pool: 'edition' in pool ? { edition: edition === undefined ? '' : inLanguage(edition.name, language).text } : { size: sizeOf(pool.counts) },
      places,
      draws: outcome.draws,
      possible: outcome.possible,
      candidates: outcome.candidates,
      rules: rules.map((rule, index) => ({ name: nameOf(rule), ...(outcome.rules[index] as RehearsalOutput['rules'][number]) })),
      conflicts: outcome.conflicts.map(({ conflict, times }) => ({ names: conflict.map((one) => conflictName(one, nameOf, language)), times })),
    }
  })
  return {
    underway: await runHeadway(db, { table: 'rehearsal_run', organisation, edition: place.edition }),
    rehearsals,
    editions: editions.map(({ id, name }) => ({ id, name: inLanguage(name, language).text })),
    values: valueRows(terms, language),
  }
}

const sizeOf = (counts: Readonly<Record<string, Readonly<Record<string, number>>>>): number =>
  Object.values(Object.values(counts)[0] ?? {}).reduce((sum, one) => sum + one, 0)

/** Editions of the organisation in which somebody was scored. */
async function scoredEditions(db: Reader, organisation: string, but: string): Promise<{ id: string; name: Trilingual }[]> {
  const rows = await db
    .selectFrom('edition as e')
    .select(['e.id', 'e.name'])
    .where('e.organisation', '=', organisation)
    .where('e.id', '!=', but)
    .where((any) =>
      any.exists(
        any.selectFrom('assignment as g').select('g.id').whereRef('g.organisation', '=', 'e.organisation').whereRef('g.edition', '=', 'e.id'),
      ),
    )
    .orderBy('e.ordinal', 'desc')
    .execute()
  return rows.map(({ id, name }) => ({ id, name: name as Trilingual }))
}
