/** An earlier edition of the programme in which somebody held a project: selected, published, accepted. */
import { createHash } from 'node:crypto'
import type { SignedIn } from '../../src/domain/viewer.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { SmallEdition } from './small-edition.ts'

export async function pastProject(db: Database, small: SmallEdition, holder: SignedIn): Promise<void> {
  const { organisation, programme } = small
  const [edition, call, application, project, seal, plan] = [newId(), newId(), newId(), newId(), newId(), newId()]
  const text = JSON.stringify({ ar: 'x', fr: 'x', en: 'x' })
  const at = new Date('2023-05-01T09:00:00Z')
  const by = small.director.person.id
  await db
    .insertInto('edition')
    .values({
      organisation,
      id: edition,
      programme,
      slug: '2023',
      ordinal: 1,
      year: 2023,
      name: text,
      currency: 'MAD',
      places: 6,
      support_months: 6,
      pass_mark: 60,
      divergence: 20,
      interview_weight: 0.5,
      reviews_per_application: 2,
      created_at: at,
    })
    .execute()
  await db.insertInto('edition_region').values({ organisation, edition, code: 'fes', iso: 'MA-03', name: text, places: 6, position: 1 }).execute()
  await db.insertInto('edition_sector').values({ organisation, edition, code: 'crafts', name: text, position: 1 }).execute()
  const opens = new Date('2023-03-01T09:00:00Z')
  await db
    .insertInto('call')
    .values({
      organisation,
      id: call,
      edition,
      title: text,
      summary: text,
      texts: '{}',
      opens_at: opens,
      opens_wall: '2023-03-01T09:00',
      deadline_at: at,
      deadline_wall: '2023-05-01T09:00',
      zone: 'UTC',
      age_on: '2023-04-23',
      created_at: opens,
    })
    .execute()
  const form = newId()
  await db
    .insertInto('form_version')
    .values({ organisation, id: form, call, version: 1, definition: '{"groups":[],"sections":[]}', frozen_at: opens })
    .execute()
  await db
    .insertInto('application')
    .values({
      organisation,
      id: application,
      edition,
      call,
      number: 'KW-2023-0001',
      language: 'fr',
      created_at: at,
      created_by: holder.person.id,
    })
    .execute()
  await db.insertInto('application_member').values({ organisation, application, person: holder.person.id, part: 'holder', joined_at: at }).execute()
  await db
    .insertInto('submission')
    .values({
      organisation,
      application,
      edition,
      form_version: form,
      answers: '{}',
      submitted_at: at,
      submitted_by: holder.person.id,
      language: 'fr',
      hash: 'a'.repeat(64),
      title: 'x',
      holder_name: 'x',
      region: 'fes',
      sector: 'crafts',
      applicant_kind: 'person',
      search: '',
    })
    .execute()
  const record = '{}'
  await db
    .insertInto('selection_plan')
    .values({ organisation, id: plan, edition, number: 1, fingerprint: 'x', input: '{}', output: '{}', planned_at: at, planned_by: by })
    .execute()
  await db
    .insertInto('selection_seal')
    .values({ organisation, id: seal, edition, plan, record, hash: createHash('sha256').update(record).digest('hex'), sealed_at: at, sealed_by: by })
    .execute()
  await db.insertInto('publication').values({ organisation, edition, seal, published_at: at, published_by: by }).execute()
  await db
    .insertInto('project')
    .values({
      organisation,
      id: project,
      edition,
      application,
      slug: 'x',
      title: 'x',
      summary: 'x',
      language: 'fr',
      region: 'fes',
      sector: 'crafts',
      created_at: at,
    })
    .execute()
  await db
    .insertInto('offer')
    .values({
      organisation,
      id: newId(),
      edition,
      project,
      offered_at: at,
      offered_by: by,
      reply_by: at,
      accepted: true,
      answered_at: at,
      answered_by: holder.person.id,
    })
    .execute()
}
