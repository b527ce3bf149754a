/** What awarding the seed fund to everyone at once would do, shown before it is done. */
import { createHash } from 'node:crypto'
import { awardSeeds, type PlannedInstalment } from '../../../domain/award.ts'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { minus, times } from '../../../domain/money.ts'
import type { Result } from '../../../domain/result.ts'
import type { Reader } from '../../../platform/database/database.ts'
import { editionFacts, lineFacts } from './line-facts.ts'
import { strandFacts } from './strand-facts.ts'

export interface SeedPlanTerms {
  /** Id of a budget line of the edition. */
  readonly line: string
  readonly amount: string
  /** Percentage paid at the signature. */
  readonly firstShare: string
}

export interface SeedPlan {
  readonly terms: SeedPlanTerms
  readonly currency: string
  readonly projects: readonly { readonly id: string; readonly title: string; readonly region: string; readonly mark: string }[]
  /** Of each project; or why the plan cannot be applied. */
  readonly instalments: Result<PlannedInstalment[]>
  readonly total: string
  readonly remaining: string
  /** Of the line, once applied. */
  readonly left: string
  /** SHA-256 of everything above: what is applied is what was shown, or nothing. */
  readonly fingerprint: string
}

/** The plan with these terms as things stand; null when the edition has no such line. The caller has checked who asks. */
export async function seedPlan(
  db: Reader,
  organisation: string,
  edition: string,
  terms: SeedPlanTerms,
  language: Language,
): Promise<SeedPlan | null> {
  const facts = await editionFacts(db, organisation, edition)
  const line = await lineFacts(db, organisation, edition, terms.line)
  if (facts === null || line === null) return null
  const projects = await activeWithoutSeed(db, organisation, edition, language)
  const strands = await strandFacts(
    db,
    organisation,
    edition,
    projects.map(({ id }) => id),
    language,
  )
  const instalments = awardSeeds(projects.length, line, facts, terms, strands)
  const total = times(terms.amount, projects.length)
  const inputs = [
    terms.line,
    terms.amount,
    terms.firstShare,
    line.currency,
    line.remaining,
    facts.seedCeiling,
    projects.map(({ id }) => id).sort(),
    strands.map(({ name: _, ...money }) => money),
  ]
  return {
    terms,
    currency: line.currency,
    projects,
    instalments,
    total,
    remaining: line.remaining,
    left: minus(line.remaining, total),
    fingerprint: createHash('sha256').update(JSON.stringify(inputs)).digest('hex'),
  }
}

/** Projects admitted, not left, that have no seed fund yet. */
async function activeWithoutSeed(db: Reader, organisation: string, edition: string, language: Language) {
  const rows = await db
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .innerJoin('edition_region as r', (join) =>
      join.onRef('r.organisation', '=', 'j.organisation').onRef('r.edition', '=', 'j.edition').onRef('r.code', '=', 'j.region'),
    )
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('award as w', (join) => join.onRef('w.organisation', '=', 'j.organisation').onRef('w.project', '=', 'j.id').on('w.kind', '=', 'seed'))
    .select(['j.id', 'j.title', 'r.name as region', 'r.mark'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', edition)
    .where('o.accepted', '=', true)
    .where('l.left_on', 'is', null)
    .where('w.id', 'is', null)
    .orderBy('r.position')
    .orderBy('j.title')
    .execute()
  return rows.map((row) => ({ ...row, region: inLanguage(row.region, language).text }))
}
