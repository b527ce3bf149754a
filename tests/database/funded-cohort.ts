/** A small cohort whose four places were accepted, with the people who handle its money and a line for its seed funds. */
import { demoId } from '../../src/demo/load/id.ts'
import type { Place, SignedIn } from '../../src/domain/viewer.ts'
import { answerOffer, offerToSelected } from '../../src/features/cohorts/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type SmallCohort, smallCohort } from './small-cohort.ts'
import { loadViewer } from './viewer-of.ts'

export interface FundedCohort extends SmallCohort {
  readonly place: Place
  readonly director: SignedIn
  /** Prepares and executes. */
  readonly accountant: SignedIn
  /** Approves. */
  readonly approver: SignedIn
  readonly donor: SignedIn
  readonly communication: SignedIn
  /** Admitted projects, by title. */
  readonly projects: readonly string[]
  /** The seed line of the edition: 720 000 MAD. */
  readonly seedLine: string
  readonly funder: string
}

/** Everybody accepted on 7 May 2024. */
export async function fundedCohort(db: Database): Promise<FundedCohort> {
  const cohort = await smallCohort(db)
  const { organisation, edition } = cohort
  const terms = { edition, replyBy: new Date('2024-05-13T22:59:00Z') }
  await offerToSelected(db, cohort.officer, terms, 'https://kawaliss.example', new Date('2024-05-06T12:00:00Z'))
  const offers = await db
    .selectFrom('offer as o')
    .innerJoin('project as j', 'j.id', 'o.project')
    .select(['o.id', 'j.application', 'j.id as project'])
    .where('o.edition', '=', edition)
    .orderBy('j.title')
    .execute()
  for (const { id, application } of offers) {
    const answer = { offer: id, accepted: true, showcased: false }
    await answerOffer(db, await cohort.holderOf(application), answer, new Date('2024-05-07T09:00:00Z'))
  }
  const { programme } = await db.selectFrom('edition').select('programme').where('id', '=', edition).executeTakeFirstOrThrow()
  const line = await db.selectFrom('budget_line').select(['id', 'funder']).where('edition', '=', edition).executeTakeFirstOrThrow()
  const viewer = (key: string): Promise<SignedIn> => loadViewer(db, organisation, demoId(`person:${key}`))
  return {
    ...cohort,
    place: { programme, edition },
    director: await viewer('director'),
    accountant: await viewer('accountant'),
    approver: await viewer('finance'),
    donor: await viewer('donor'),
    communication: await viewer('communication'),
    projects: offers.map((one) => one.project),
    seedLine: line.id,
    funder: line.funder,
  }
}
