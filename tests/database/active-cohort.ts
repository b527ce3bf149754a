/** The small cohort once its four places are accepted, with a trainer and a room to plan with. */
import { ORGANISATION } from '../../src/demo/load/organisation.ts'
import { demoId } from '../../src/demo/load/id.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { answerOffer, offerToSelected } from '../../src/features/cohorts/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { type SmallCohort, smallCohort } from './small-cohort.ts'
import { loadViewer } from './viewer-of.ts'

export interface ActiveCohort extends SmallCohort {
  /** The four projects: two of Fès-Meknès, two of the Oriental, by title. */
  readonly projects: readonly [string, string, string, string]
  readonly trainer: SignedIn
  readonly room: string
  holderOfProject(project: string): Promise<SignedIn>
}

const OFFERED = new Date('2024-05-06T12:00:00Z')
const ACCEPTED = new Date('2024-05-07T09:00:00Z')
const TRAINER = demoId('test:trainer')
const ROOM = demoId('test:room')

/** Offered on 6 May 2024, accepted on the 7th; the first project has a public page. */
export async function activeCohort(db: Database): Promise<ActiveCohort> {
  const cohort = await smallCohort(db)
  await offerToSelected(
    db,
    cohort.officer,
    { edition: cohort.edition, replyBy: new Date('2024-05-13T22:59:00Z') },
    'https://kawaliss.example',
    OFFERED,
  )
  const offers = await db
    .selectFrom('offer as o')
    .innerJoin('project as j', 'j.id', 'o.project')
    .select(['o.id', 'j.application', 'j.id as project'])
    .orderBy('j.title')
    .execute()
  for (const [place, offer] of offers.entries()) {
    const holder = await cohort.holderOf(offer.application)
    const answered = await answerOffer(db, holder, { offer: offer.id, accepted: true, showcased: place === 0 }, ACCEPTED)
    if (!answered.ok) throw new Error(answered.code)
  }
  await addTrainer(db, cohort, TRAINER, { ar: 'كريم بناني', latin: 'Karim Bennani' })
  await addRoom(db)
  return {
    ...cohort,
    projects: offers.map((offer) => offer.project) as unknown as ActiveCohort['projects'],
    trainer: await loadViewer(db, ORGANISATION, TRAINER),
    room: ROOM,
    holderOfProject: async (project) => {
      const { application } = await db.selectFrom('project').select('application').where('id', '=', project).executeTakeFirstOrThrow()
      return cohort.holderOf(application)
    },
  }
}

/** A person with the role of trainer over the whole organisation. */
export async function addTrainer(db: Database, cohort: SmallCohort, id: string, name: { ar: string; latin: string }): Promise<void> {
  await db
    .insertInto('person')
    .values({
      organisation: ORGANISATION,
      id,
      name_ar: name.ar,
      name_latin: name.latin,
      email: `${id}@kawaliss.example`,
      language: 'fr',
      created_at: OFFERED,
    })
    .execute()
  const by = { granted_by: cohort.officer.person.id, granted_at: OFFERED }
  await db
    .insertInto('role_grant')
    .values({ organisation: ORGANISATION, id: demoId(`test:grant:${id}`), person: id, role: 'trainer', ...by })
    .execute()
}

async function addRoom(db: Database): Promise<void> {
  const name = JSON.stringify({ ar: 'دار الثقافة', fr: 'Maison de la culture', en: 'House of culture' })
  await db
    .insertInto('venue')
    .values({ organisation: ORGANISATION, id: demoId('test:venue'), name, town: name })
    .execute()
  await db
    .insertInto('room')
    .values({ organisation: ORGANISATION, id: ROOM, venue: demoId('test:venue'), name, capacity: 20 })
    .execute()
}
