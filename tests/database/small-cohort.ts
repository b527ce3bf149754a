/** A small cohort for tests: the edition of 2024 with a published selection in two regions, made row by row so that a test of one stage does not run the stages before it. */
import { createHash } from 'node:crypto'
import { demoId } from '../../src/demo/load/id.ts'
import { loadEditions } from '../../src/demo/load/editions.ts'
import { loadOrganisation, ORGANISATION } from '../../src/demo/load/organisation.ts'
import { loadViewer } from './viewer-of.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import type { Database, Trx } from '../../src/platform/database/database.ts'

export interface SmallCohort {
  readonly organisation: string
  readonly edition: string
  readonly officer: SignedIn
  readonly auditor: SignedIn
  /** Selected applications and reserves, by region code, in the order of their rank. */
  readonly selected: Readonly<Record<'OR' | 'FM', readonly string[]>>
  readonly reserve: Readonly<Record<'OR' | 'FM', readonly string[]>>
  /** Who holds an application. */
  holderOf(application: string): Promise<SignedIn>
}

const SUBMITTED = new Date('2024-03-30T18:00:00Z')
const DECIDED = new Date('2024-04-05T10:00:00Z')
const SEALED = new Date('2024-05-05T10:00:00Z')
const PUBLISHED = new Date('2024-05-06T09:00:00Z')
const DIRECTOR = demoId('person:director')

/** Two selected and two reserves in each of two regions; published on 6 May 2024. */
export async function smallCohort(db: Database): Promise<SmallCohort> {
  await atomically(db, (trx) => loadOrganisation(trx))
  await loadEditions(db, 'cohort')
  const edition = (await db.selectFrom('edition').select('id').where('slug', '=', '2024').executeTakeFirstOrThrow()).id
  const call = (await db.selectFrom('call').select('id').where('edition', '=', edition).executeTakeFirstOrThrow()).id
  const form = (await db.selectFrom('form_version').select('id').where('call', '=', call).executeTakeFirstOrThrow()).id
  const selected: Record<'OR' | 'FM', string[]> = { OR: [], FM: [] }
  const reserve: Record<'OR' | 'FM', string[]> = { OR: [], FM: [] }
  await atomically(db, async (trx) => {
    const seal = await sealed(trx, edition)
    let rank = 0
    for (const region of ['OR', 'FM'] as const) {
      for (const place of [1, 2, 3, 4]) {
        const application = await applied(trx, { edition, call, form, region, key: `${region}-${place}`, number: ++rank })
        const outcome = place <= 2 ? 'selected' : 'reserve'
        await trx
          .insertInto('decision')
          .values({
            organisation: ORGANISATION,
            edition,
            application,
            seal,
            outcome,
            region,
            rank,
            reserve_rank: place <= 2 ? null : place - 2,
            score: 90 - rank,
            explanation: '{}',
          })
          .execute()
        ;(outcome === 'selected' ? selected : reserve)[region].push(application)
      }
    }
    await trx
      .insertInto('publication')
      .values({ organisation: ORGANISATION, edition, seal, published_at: PUBLISHED, published_by: DIRECTOR })
      .execute()
  })
  return {
    organisation: ORGANISATION,
    edition,
    officer: await loadViewer(db, ORGANISATION, demoId('person:nadia')),
    auditor: await loadViewer(db, ORGANISATION, demoId('person:auditor')),
    selected,
    reserve,
    holderOf: async (application) => {
      const { person } = await db
        .selectFrom('application_member')
        .select('person')
        .where('application', '=', application)
        .where('part', '=', 'holder')
        .executeTakeFirstOrThrow()
      return loadViewer(db, ORGANISATION, person)
    },
  }
}

async function sealed(trx: Trx, edition: string): Promise<string> {
  const [plan, seal, record] = [demoId('test:plan'), demoId('test:seal'), '{"format":"kawaliss-record/1"}']
  await trx
    .insertInto('selection_plan')
    .values({
      organisation: ORGANISATION,
      id: plan,
      edition,
      number: 1,
      fingerprint: 'f',
      input: '{}',
      output: '{}',
      planned_at: SEALED,
      planned_by: DIRECTOR,
    })
    .execute()
  const hash = createHash('sha256').update(record).digest('hex')
  await trx
    .insertInto('selection_seal')
    .values({ organisation: ORGANISATION, id: seal, edition, plan, record, hash, sealed_at: SEALED, sealed_by: DIRECTOR })
    .execute()
  return seal
}

interface Applied {
  readonly edition: string
  readonly call: string
  readonly form: string
  readonly region: 'OR' | 'FM'
  readonly key: string
  readonly number: number
}

async function applied(trx: Trx, { edition, call, form, region, key, number }: Applied): Promise<string> {
  const organisation = ORGANISATION
  const [application, person] = [demoId(`test:application:${key}`), demoId(`test:holder:${key}`)]
  const title = `مشروع ${key}`
  const answers = JSON.stringify({
    pitch: 'ورشة متنقلة للحكاية',
    what: 'نصنع حكايات مصورة مع أطفال المدارس.',
    town: region === 'OR' ? 'وجدة' : 'تازة',
    link: '',
  })
  await trx
    .insertInto('person')
    .values({
      organisation,
      id: person,
      name_ar: `حامل ${key}`,
      name_latin: `Holder ${key}`,
      email: `${key.toLowerCase()}@holders.example`,
      language: 'ar',
      created_at: SUBMITTED,
    })
    .execute()
  await trx
    .insertInto('application')
    .values({
      organisation,
      id: application,
      edition,
      call,
      number: `KW-2024-${String(number).padStart(4, '0')}`,
      language: 'ar',
      created_at: SUBMITTED,
      created_by: person,
    })
    .execute()
  await trx.insertInto('application_member').values({ organisation, application, person, part: 'holder', joined_at: SUBMITTED }).execute()
  await trx
    .insertInto('submission')
    .values({
      organisation,
      application,
      edition,
      form_version: form,
      answers,
      submitted_at: SUBMITTED,
      submitted_by: person,
      language: 'ar',
      hash: createHash('sha256')
        .update(answers + key)
        .digest('hex'),
      title,
      holder_name: `حامل ${key}`,
      region,
      sector: 'books',
      applicant_kind: 'person',
      search: title,
    })
    .execute()
  await trx
    .insertInto('eligibility_decision')
    .values({ organisation, application, seq: 1, eligible: true, reason: '', decided_at: DECIDED, decided_by: DIRECTOR })
    .execute()
  return application
}
