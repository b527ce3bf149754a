/** The machine's reading of every rule, written down where it says something new. */
import { ok, type Result, refused } from '../../../domain/result.ts'
import { type Scope, scopeOf } from '../../../domain/scope.ts'
import { OFFICERS, type Place, type SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { type AuditFacts, auditAll } from '../../../platform/database/audit.ts'
import type { Database, Trx } from '../../../platform/database/database.ts'
import { rulesOfEdition } from '../../applications/index.ts'
import { mayStillDecide } from '../../../domain/eligibility-decision.ts'
import { lockFacts } from './decide.ts'
import { contextOf, correctedIn, submittedFacts } from '../queries/check-facts.ts'
import { doubtsIn } from '../queries/likeness.ts'
import { holdAll } from './hold-applications.ts'
import { type News, newsOf, writeNews } from './machine-reading.ts'
import { rereadCorrected } from './reread-corrected.ts'

export interface ChecksRun {
  readonly applications: number
  /** Applications for which a verdict was written. */
  readonly changed: number
}

/**
 * Checks every submission the viewer's roles reach that is neither withdrawn nor decided, and writes the verdicts that
 * differ from those that stand. A rule an officer has read is left to them. What was corrected since it was read is read
 * anew, decided or not. Refuses `eligibility/not-allowed`.
 */
export async function runAutomaticChecks(db: Database, viewer: SignedIn, place: Place, now: Date): Promise<Result<ChecksRun>> {
  const scope = scopeOf(viewer, OFFICERS, place)
  if (scope.length === 0) return refused('eligibility/not-allowed')
  return atomically(db, async (trx) => {
    const corrected = await correctedIn(trx, viewer.organisation, place, scope)
    await holdAll(trx, viewer.organisation, corrected)
    await rereadCorrected(trx, viewer.organisation, place.edition, corrected, now)
    const run = await checksFound(trx, viewer, place, scope, now)
    if (run === null) return refused('eligibility/no-call')
    await writeNews(trx, viewer.organisation, run.found, now)
    await auditAll(
      trx,
      run.found.map((one) => checkedEntry(viewer, one, now)),
    )
    return ok({ applications: run.applications, changed: run.found.length })
  })
}

/** The same for one application, from its own page. Refuses `eligibility/unknown`, `…/withdrawn`, `…/published`; of one already decided nothing is written. */
export function checkOne(db: Database, viewer: SignedIn, place: Place, application: string, now: Date): Promise<Result<{ changed: number }>> {
  return atomically(db, async (trx) => {
    await holdEdition(trx, viewer, place)
    const held = await lockFacts(trx, viewer, place, application)
    if (held === null) return refused('eligibility/unknown')
    const open = mayStillDecide(held.facts, now)
    return open.ok ? ok({ changed: await checkSome(trx, viewer, place, new Set([application]), now) }) : open
  })
}

/** Two officers pressing at once: the second reads what the first wrote. */
async function holdEdition(trx: Trx, { organisation }: SignedIn, { edition }: Place): Promise<void> {
  await trx.selectFrom('edition').select('id').where('organisation', '=', organisation).where('id', '=', edition).forUpdate().execute()
}

/** The same for some applications alone, in the transaction of an act on many that leaves its own entries. Answers how many changed. */
export async function checkSome(trx: Trx, viewer: SignedIn, place: Place, applications: ReadonlySet<string>, now: Date): Promise<number> {
  const run = await checksFound(trx, viewer, place, scopeOf(viewer, OFFICERS, place), now)
  const found = (run?.found ?? []).filter(({ one }) => applications.has(one.application))
  await writeNews(trx, viewer.organisation, found, now)
  await auditAll(
    trx,
    found.map((one) => checkedEntry(viewer, one, now)),
  )
  return found.length
}

/** What the machine reads now and did not read before; null while the edition has no call. */
async function checksFound(
  trx: Trx,
  viewer: SignedIn,
  place: Place,
  scope: Scope,
  now: Date,
): Promise<{ applications: number; found: News[] } | null> {
  const { organisation } = viewer
  await holdEdition(trx, viewer, place)
  const context = await contextOf(trx, organisation, place.edition, now)
  if (context === null) return null
  const [rules, submissions, doubts] = [
    await rulesOfEdition(trx, organisation, place.edition),
    await submittedFacts(trx, organisation, place, scope),
    await doubtsIn(trx, organisation, place.edition),
  ]
  const found = submissions
    .map((one) => ({
      one,
      news: newsOf(one, rules, context, doubts.get(one.application) ?? []),
    }))
    .filter(({ news }) => news.length > 0)
  return { applications: submissions.length, found }
}

function checkedEntry({ organisation, person }: SignedIn, { one, news }: News, at: Date): AuditFacts {
  const verdicts = Object.fromEntries(news.map((check) => [check.rule, check.verdict]))
  return { organisation, stream: one.application, act: 'eligibility/checked', actor: person.id, at, details: { verdicts } }
}
