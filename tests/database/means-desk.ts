/** Shorthands of the tests of means: awards of a funded cohort, their instalments and payments, and all of their money at once. */
import type { Result } from '../../src/domain/result.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { award, lineTotals } from '../../src/features/means/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type FundedCohort, fundedCohort } from './funded-cohort.ts'

export const NOW = new Date('2024-05-20T12:00:00Z')
export const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000)
export const day = (days: number): string => later(days).toISOString().slice(0, 10)

export const code = (outcome: Result<unknown>): string => (outcome.ok ? 'done' : outcome.code)
export const codes = (outcomes: readonly Result<unknown>[]): string[] => outcomes.map(code).sort()

export type MeansDesk = Awaited<ReturnType<typeof meansDesk>>

/** Projects are named by their place in `cohort.projects`. */
export async function meansDesk(db: Database) {
  const cohort: FundedCohort = await fundedCohort(db)
  const seed = (place: number, change: object = {}, viewer?: SignedIn) =>
    award(
      db,
      viewer ?? cohort.officer,
      cohort.place,
      { kind: 'seed', project: cohort.projects[place] as string, line: cohort.seedLine, amount: '30000.00', firstShare: '70', ...change },
      NOW,
    )
  const instalments = (id: string) => db.selectFrom('instalment').selectAll().where('award', '=', id).orderBy('position').execute()
  const awardOf = async (place: number): Promise<string> => {
    const awards = db
      .selectFrom('award')
      .select('id')
      .where('project', '=', cohort.projects[place] as string)
    return (await awards.where('kind', '=', 'seed').executeTakeFirstOrThrow()).id
  }
  const paymentOf = async (instalment: string): Promise<string> => {
    const payments = db.selectFrom('payment').select('id').where('instalment', '=', instalment)
    return (await payments.where('refused_at', 'is', null).executeTakeFirstOrThrow()).id
  }
  return {
    cohort,
    seed,
    instalments,
    awardOf,
    /** The payment that stands for an instalment. */
    paymentOf,
    first: async (place: number) => (await instalments(await awardOf(place)))[0]?.id as string,
    balance: async (place: number) => (await instalments(await awardOf(place)))[1]?.id as string,
    /** Everything of the money, to see that a refusal changed none of it. */
    everything: async () => {
      const tables = ['budget_line', 'award', 'agreement', 'instalment', 'payment', 'ledger_entry'] as const
      return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())))
    },
    /** Totals of the seed line. */
    line: async () => (await lineTotals(db, cohort.organisation, cohort.edition, 'en')).find((one) => one.id === cohort.seedLine),
  }
}
