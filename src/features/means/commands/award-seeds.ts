/** The seed fund for every active project that has none: what the plan showed, or nothing. */
import { mayAward } from '../../../domain/award.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { editionFacts, lineFacts } from '../queries/line-facts.ts'
import { type SeedPlanTerms, seedPlan } from '../queries/seed-plan.ts'
import { lockStrands } from '../queries/strand-facts.ts'
import { lockLine } from './award.ts'
import { awardedActs, insertAwards } from './insert-awards.ts'

export interface ShownPlan extends SeedPlanTerms {
  readonly fingerprint: string
  /** Ids of the projects that were shown, to say what changed. */
  readonly projects: readonly string[]
}

/**
 * Applies the plan whose fingerprint the viewer has seen. It is made again behind a lock; when anything moved since, it is
 * refused `award/plan-changed` with how many projects came and went. Other refusals: those of `seedPlan`, `page/not-found`.
 */
export async function awardSeeds(db: Database, viewer: SignedIn, place: Place, shown: ShownPlan, now: Date): Promise<Result<{ awards: number }>> {
  if (!mayAward(viewer, place)) return refused('page/not-allowed')
  const { organisation } = viewer
  return atomically(db, async (trx) => {
    await lockLine(trx, organisation, shown.line)
    await lockStrands(trx, organisation, place.edition)
    await lockProjects(trx, organisation, place.edition)
    const plan = await seedPlan(trx, organisation, place.edition, shown, viewer.person.language)
    const line = await lineFacts(trx, organisation, place.edition, shown.line)
    const edition = await editionFacts(trx, organisation, place.edition)
    if (plan === null || line === null || edition === null) return refused('page/not-found')
    if (plan.fingerprint !== shown.fingerprint) return refused('award/plan-changed', changes(plan.projects, shown.projects))
    if (!plan.instalments.ok) return plan.instalments
    const terms = {
      edition: place.edition,
      line,
      kind: 'seed',
      rank: null,
      instalments: plan.instalments.value,
      on: dayIn(now, edition.zone),
    } as const
    const projects = plan.projects.map((one) => one.id)
    const awards = await insertAwards(trx, viewer, projects, terms, now)
    await auditAll(trx, awardedActs(viewer, awards, terms, now))
    return ok({ awards: projects.length })
  })
}

function changes(projects: readonly { readonly id: string }[], shown: readonly string[]): { added: number; gone: number } {
  const [then, since] = [new Set(shown), new Set(projects.map((one) => one.id))]
  return { added: [...since].filter((id) => !then.has(id)).length, gone: [...then].filter((id) => !since.has(id)).length }
}

/** A departure or an award recorded at the same instant comes before or after, never in between. */
async function lockProjects(trx: Trx, organisation: string, edition: string): Promise<void> {
  await trx
    .selectFrom('project')
    .select('id')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .orderBy('id')
    .forUpdate()
    .execute()
}
