/** A small edition on the day of its jury: four places in two regions, eight applications read and interviewed. */
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import { eligible, reviewerIn, type SmallEdition, type SmallReviewer, smallEdition, submitted } from './small-edition.ts'

const READ = new Date('2024-04-20T09:00:00Z')
const name = JSON.stringify({ ar: 'مشروعان لكل جهة', fr: 'Deux projets par région', en: 'Two projects in each region' })

/** A review handed in, with its assignment. */
export async function reviewed(
  db: Database,
  { organisation, edition, officer }: SmallEdition,
  application: string,
  { reviewer, viewer }: SmallReviewer,
  /** Code of a stage of the edition. */
  stage: string,
  score: string,
  at: Date = READ,
): Promise<void> {
  const assignment = newId()
  await db
    .insertInto('assignment')
    .values({ organisation, id: assignment, edition, stage, application, reviewer, assigned_at: READ, assigned_by: officer.person.id })
    .execute()
  // The same step for every criterion of five makes the score, whatever the weights: a sealed record checks that they agree.
  const step = Number(score) / 20
  const scores = JSON.stringify({ viability: step, impact: step, team: step, need: step })
  await db
    .insertInto('review')
    .values({ organisation, assignment, scores, comments: '{}', version: 1, saved_at: at, submitted_at: at, submitted_by: viewer.person.id, score })
    .execute()
}

export interface SmallRoom {
  readonly small: SmallEdition
  /** From the best score to the lowest: four of Fès, then four of Oriental. */
  readonly applications: readonly string[]
  readonly reviewer: SmallReviewer
}

/** Places 2 + 2, one in reserve in each region; scores from 90 down. */
export async function roomToSelect(db: Database): Promise<SmallRoom> {
  const small = await smallEdition(db)
  const { organisation, edition } = small
  await db
    .updateTable('edition')
    .set({ places: 4, reserve_per_region: 1, seed_ceiling: '30000.00' })
    .where('organisation', '=', organisation)
    .where('id', '=', edition)
    .execute()
  await db.updateTable('edition_region').set({ places: 2 }).where('organisation', '=', organisation).where('edition', '=', edition).execute()
  await db
    .insertInto('selection_rule')
    .values({ organisation, edition, code: 'regions', attribute: 'region', value: null, minimum: 2, maximum: 2, name, position: 1 })
    .execute()
  const [reviewer, second] = [await reviewerIn(db, small), await reviewerIn(db, small)]
  const applications: string[] = []
  for (let place = 0; place < 8; place++) {
    const language = (['ar', 'fr', 'en'] as const)[place % 3] as 'ar' | 'fr' | 'en'
    const { application, holder } = await submitted(
      db,
      small,
      { region: place < 4 ? 'fes' : 'ori', applicant_kind: place % 3 === 0 ? 'cso' : 'person', gender: place % 2 === 0 ? 'woman' : 'man' },
      language,
    )
    await db.updateTable('person').set({ language }).where('organisation', '=', organisation).where('id', '=', holder.person.id).execute()
    applications.push(application)
  }
  await eligible(db, small, ...applications)
  for (const [place, application] of applications.entries()) {
    await reviewed(db, small, application, reviewer, 'reading', (90 - place * 3).toFixed(2))
    await reviewed(db, small, application, second, 'reading', (86 - place * 3).toFixed(2))
    await reviewed(db, small, application, reviewer, 'interview', (88 - place * 2.5).toFixed(2))
  }
  return { small, applications, reviewer }
}
