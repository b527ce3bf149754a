/** Awarding one project: its seed fund, or a prize. */
import { awardPrize, awardSeed, type Candidate, mayAward, type PlannedInstalment } from '../../../domain/award.ts'
import type { Language } from '../../../domain/language.ts'
import { ok, type Result, refused } from '../../../domain/result.ts'
import type { Place, SignedIn } from '../../../domain/viewer.ts'
import { atomically } from '../../../platform/database/atomically.ts'
import { auditAll } from '../../../platform/database/audit.ts'
import { type Database, databaseFault, type Trx } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/time/time.ts'
import { type EditionFacts, editionFacts, type Line, lineFacts } from '../queries/line-facts.ts'
import { lockStrands, strandFacts } from '../queries/strand-facts.ts'
import { awardedActs, insertAwards } from './insert-awards.ts'

interface ForWhom {
  readonly project: string
  /** Id of a budget line of the edition. */
  readonly line: string
  readonly amount: string
}
export interface SeedAward extends ForWhom {
  readonly kind: 'seed'
  /** Percentage paid at the signature. */
  readonly firstShare: string
}
export interface PrizeAward extends ForWhom {
  readonly kind: 'prize'
  readonly rank: number
}
export type NewAward = SeedAward | PrizeAward

/** Awards a project of the edition. Refusals: `award/*`, `page/not-found` for a project or line that is not of the edition. */
export async function award(db: Database, viewer: SignedIn, place: Place, input: NewAward, now: Date): Promise<Result<{ award: string }>> {
  if (!mayAward(viewer, place)) return refused('page/not-allowed')
  try {
    return await atomically(db, async (trx) => {
      const { organisation } = viewer
      const edition = await editionFacts(trx, organisation, place.edition)
      await lockLine(trx, organisation, input.line)
      await lockStrands(trx, organisation, place.edition)
      const line = await lineFacts(trx, organisation, place.edition, input.line)
      const project = await lockedCandidate(trx, organisation, place.edition, input)
      if (edition === null || line === null || project === null) return refused('page/not-found')
      const instalments = await planned(trx, organisation, place.edition, project, line, edition, input, viewer.person.language)
      if (!instalments.ok) return instalments
      const rank = input.kind === 'prize' ? input.rank : null
      const terms = { edition: place.edition, line, kind: input.kind, rank, instalments: instalments.value, on: dayIn(now, edition.zone) }
      const awards = await insertAwards(trx, viewer, [input.project], terms, now)
      await auditAll(trx, awardedActs(viewer, awards, terms, now))
      return ok({ award: awards[0]?.id ?? '' })
    })
  } catch (error) {
    // The same rank given from two lines at one instant: neither saw the other, the database did.
    if (databaseFault(error)?.constraint === 'award_rank_once') return refused('award/rank-taken')
    throw error
  }
}

async function planned(
  trx: Trx,
  organisation: string,
  edition: string,
  project: Candidate,
  line: Line,
  facts: EditionFacts,
  input: NewAward,
  language: Language,
): Promise<Result<PlannedInstalment[]>> {
  if (input.kind === 'seed') {
    const [strand] = await strandFacts(trx, organisation, edition, [input.project], language)
    return awardSeed(project, line, facts, input, strand ?? null)
  }
  const taken = await trx
    .selectFrom('award')
    .select('id')
    .where('organisation', '=', organisation)
    .where('edition', '=', edition)
    .where('kind', '=', 'prize')
    .where('rank', '=', input.rank)
    .executeTakeFirst()
  return awardPrize(project, line, input.amount, taken !== undefined)
}

/** Awards of one line come one after the other: what is left of it is read behind the one before. */
export async function lockLine(trx: Trx, organisation: string, line: string): Promise<void> {
  await trx.selectFrom('budget_line').select('id').where('organisation', '=', organisation).where('id', '=', line).forUpdate().execute()
}

/** A project that is leaving at the same instant is seen as it leaves. */
async function lockedCandidate(trx: Trx, organisation: string, edition: string, input: NewAward): Promise<Candidate | null> {
  await trx.selectFrom('project').select('id').where('organisation', '=', organisation).where('id', '=', input.project).forUpdate().execute()
  const row = await trx
    .selectFrom('project as j')
    .innerJoin('offer as o', (join) => join.onRef('o.organisation', '=', 'j.organisation').onRef('o.project', '=', 'j.id'))
    .leftJoin('departure as l', (join) => join.onRef('l.organisation', '=', 'j.organisation').onRef('l.project', '=', 'j.id'))
    .leftJoin('award as w', (join) =>
      join.onRef('w.organisation', '=', 'j.organisation').onRef('w.project', '=', 'j.id').on('w.kind', '=', input.kind),
    )
    .select(['o.accepted', 'l.left_on', 'w.id as award'])
    .where('j.organisation', '=', organisation)
    .where('j.edition', '=', edition)
    .where('j.id', '=', input.project)
    .executeTakeFirst()
  return row === undefined ? null : { admitted: row.accepted === true, leftOn: row.left_on, already: row.award !== null }
}
