/** A small cohort with one of everything an indicator counts, and of what it must not count, in numbers one can check by hand. */
import { sql } from 'kysely'
import { recordDeparture } from '../../src/features/cohorts/index.ts'
import { approvePayment, award, executePayment, preparePayment, releaseInstalment, signAgreement } from '../../src/features/means/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { FundedCohort } from './funded-cohort.ts'
import { code, later, type MeansDesk, meansDesk } from './means-desk.ts'

/** Everything is recorded by then; the day the tests ask. */
export const AS_OF = new Date('2024-07-01T12:00:00Z')
/** Places are taken, nothing else has happened. */
export const BEFORE = new Date('2024-05-10T12:00:00Z')

const same = (text: string): string => JSON.stringify({ ar: text, fr: text, en: text })

export interface DeliveredCohort extends FundedCohort {
  readonly market: string
  /** A group training that is planned and not held. */
  readonly planned: string
  /** Records one more activity as held, in a region or national. */
  hold(kind: string, region: string | null, more?: { at?: Date; public?: boolean; tour?: string }): Promise<string>
}

/** Projects by title: two of Fès-Meknès, then two of the Oriental, the last of which leaves on 10 June 2024. */
export async function deliveredCohort(db: Database): Promise<DeliveredCohort> {
  const desk = await meansDesk(db)
  const { cohort } = desk
  await applicants(db, cohort)
  await recordDeparture(
    db,
    cohort.officer,
    { project: cohort.projects[3] as string, leftOn: '2024-06-10', reason: 'A private reason of Holder OR-2' },
    new Date('2024-06-10T15:00:00Z'),
  )
  const { hold, planned } = await activities(db, cohort)
  const market = await marketOf(db, cohort)
  await money(db, desk)
  return { ...cohort, market, planned, hold }
}

/** Who leads, who is a structure, who came to the interview. */
async function applicants(db: Database, { organisation, edition, selected, officer }: FundedCohort): Promise<void> {
  const [fm, or] = [selected.FM, selected.OR] as [string[], string[]]
  const submission = (application: string, facts: { gender?: string; applicant_kind?: string }) =>
    db.updateTable('submission').set(facts).where('organisation', '=', organisation).where('application', '=', application).execute()
  await submission(fm[0] as string, { gender: 'woman' })
  await submission(fm[1] as string, { gender: 'man' })
  await submission(or[0] as string, { gender: 'woman', applicant_kind: 'cso' })
  const invitations = [
    [fm[0], 8, true],
    [or[0], 9, true],
    [or[1], 10, true],
    [fm[1], 11, false],
  ] as const
  for (const [application, hour, attended] of invitations) {
    await db
      .insertInto('interview')
      .values({
        organisation,
        id: newId(),
        edition,
        application: application as string,
        during: sql`tstzrange(${`2024-04-24T${hour}:00:00Z`}, ${`2024-04-24T${hour}:30:00Z`})`,
        place: 'Fès',
        invited_at: new Date('2024-04-20T10:00:00Z'),
        invited_by: officer.person.id,
        attended,
        recorded_at: new Date('2024-04-24T18:00:00Z'),
        recorded_by: officer.person.id,
      })
      .execute()
  }
}

async function activities(db: Database, { organisation, edition, officer }: FundedCohort) {
  const by = officer.person.id
  let day = 1
  const plan = async (
    kind: string,
    region: string | null,
    more: { at?: Date; public?: boolean; tour?: string } = {},
    held = true,
  ): Promise<string> => {
    const id = newId()
    const from = more.at ?? new Date(Date.UTC(2024, 5, 1 + (day++ % 20), 9))
    await db
      .insertInto('activity')
      .values({
        organisation,
        id,
        edition,
        kind,
        tour: more.tour ?? null,
        title: same(`Titre privé ${kind}`),
        region,
        during: sql`tstzrange(${from}, ${new Date(from.getTime() + 3_600_000)})`,
        public: more.public ?? false,
        planned_at: new Date('2024-05-20T09:00:00Z'),
        planned_by: by,
        ...(held ? { held_at: new Date(from.getTime() + 7_200_000), held_by: by } : {}),
      })
      .execute()
    return id
  }
  const tour = async (region: string, startsOn: string): Promise<string> => {
    const id = newId()
    const [planned_at, planned_by] = [new Date('2024-05-20T09:00:00Z'), by]
    await db
      .insertInto('tour')
      .values({ organisation, id, edition, name: same(`Tour ${region}`), region, starts_on: startsOn, ends_on: startsOn, planned_at, planned_by })
      .execute()
    return id
  }
  for (const region of ['FM', 'FM', 'OR', null]) await plan('group-training', region)
  const planned = await plan('group-training', 'OR', {}, false)
  const cancelled = await plan('group-training', 'FM', {}, false)
  const cancelled_at = new Date('2024-06-02T09:00:00Z')
  await db.updateTable('activity').set({ cancelled_at, cancelled_by: by, cancel_reason: 'x' }).where('id', '=', cancelled).execute()
  for (const region of ['FM', 'OR', 'OR']) await plan('individual-training', region)
  const gone = await tour('FM', '2024-06-15')
  const hour = (at: number): Date => new Date(Date.UTC(2024, 5, 15, at))
  const inTour = ['training', 'visit', 'meeting', 'creative-workshop', 'round-table']
  for (const [place, kind] of inTour.entries()) await plan(kind, null, { at: hour(8 + 2 * place), tour: gone })
  const ahead = await tour('OR', '2024-07-20')
  await plan('visit', 'OR', { at: new Date('2024-07-20T09:00:00Z'), tour: ahead }, false)
  await plan('visit', 'OR')
  await plan('talk', null, { public: true })
  return { hold: plan, planned }
}

async function marketOf(db: Database, { organisation, edition, officer, projects }: FundedCohort): Promise<string> {
  const market = newId()
  const [by, at] = [officer.person.id, new Date('2024-06-20T09:00:00Z')]
  const days = { starts_on: '2024-06-18', ends_on: '2024-06-19' }
  await db
    .insertInto('market')
    .values({ organisation, id: market, edition, name: same('Souk'), town: same('Rabat'), ...days, places: 5, planned_at: at, planned_by: by })
    .execute()
  for (const [place, took_part] of [true, true, false].entries()) {
    const project = projects[place] as string
    await db
      .insertInto('stand')
      .values({ organisation, edition, market, project, given_at: at, given_by: by, took_part, recorded_at: at, recorded_by: by })
      .execute()
  }
  for (const [part, visitors] of [
    ['total', 500],
    ['opening', 120],
  ] as const) {
    const count = { part, name: same(part), visitors, source: 'Organiser', recorded_at: at, recorded_by: by }
    await db
      .insertInto('market_visit')
      .values({ organisation, market, ...count })
      .execute()
  }
  return market
}

/** Three seed funds of 30 000, two signed, one first instalment paid, one balance given back; one prize. */
async function money(db: Database, { cohort, seed, awardOf, first, balance, paymentOf }: MeansDesk): Promise<void> {
  const done = (outcome: Parameters<typeof code>[0]): void => {
    if (code(outcome) !== 'done') throw new Error(code(outcome))
  }
  for (const place of [0, 1, 2]) done(await seed(place))
  for (const place of [0, 1]) done(await signAgreement(db, cohort.officer, { award: await awardOf(place), signedOn: '2024-05-21' }, later(2)))
  done(await preparePayment(db, cohort.accountant, { instalment: await first(0) }, later(3)))
  const payment = await paymentOf(await first(0))
  done(await approvePayment(db, cohort.approver, { payment }, later(3)))
  done(await executePayment(db, cohort.accountant, { payment, paidOn: '2024-05-24', reference: 'V-1' }, later(5)))
  done(await releaseInstalment(db, cohort.officer, { instalment: await balance(1), reason: 'No report' }, later(6)))
  const prize = { kind: 'prize', project: cohort.projects[0] as string, line: cohort.seedLine, amount: '100000.00', rank: 1 } as const
  done(await award(db, cohort.officer, cohort.place, prize, later(6)))
}
