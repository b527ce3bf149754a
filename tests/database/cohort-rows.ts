/** The three editions with cohorts that are already there, made row by row so that a test of what follows runs none of what comes before. */
import { createHash } from 'node:crypto'
import { loadEditions } from '../../src/demo/load/editions.ts'
import { demoId } from '../../src/demo/load/id.ts'
import { loadOrganisation, ORGANISATION } from '../../src/demo/load/organisation.ts'
import type { DemoStage } from '../../src/demo/load/stage.ts'
import type { CohortProject } from '../../src/demo/world/cohort.ts'
import { type EditionKey, SCENARIO } from '../../src/demo/world/scenario.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import type { Database, Trx } from '../../src/platform/database/database.ts'

const DIRECTOR = demoId('person:director')

/** Loads the organisation, the editions that are there at the stage and the given projects, accepted and, where told, gone. */
export async function cohortRows(db: Database, stage: DemoStage, cohorts: Readonly<Record<EditionKey, readonly CohortProject[]>>): Promise<void> {
  await atomically(db, (trx) => loadOrganisation(trx))
  await loadEditions(db, stage)
  for (const [key, cohort] of Object.entries(cohorts) as [EditionKey, readonly CohortProject[]][]) {
    if (cohort.length > 0) await atomically(db, (trx) => loadEdition(trx, key, cohort))
  }
}

async function loadEdition(trx: Trx, key: EditionKey, cohort: readonly CohortProject[]): Promise<void> {
  const { edition, call, form } = await trx
    .selectFrom('edition as e')
    .innerJoin('call as c', 'c.edition', 'e.id')
    .innerJoin('form_version as f', 'f.call', 'c.id')
    .select(['e.id as edition', 'c.id as call', 'f.id as form'])
    .where('e.slug', '=', String(SCENARIO[key].year))
    .executeTakeFirstOrThrow()
  await publish(trx, edition, new Date(`${SCENARIO[key].calendar.results}T09:00:00Z`))
  const organisation = ORGANISATION
  const sent = new Date(Date.parse(SCENARIO[key].calendar.deadlineAt) - 3_600_000)
  const ids = cohort.map((one) => ({ one, application: demoId(`${one.key}/application`), holder: one.team[0] as string }))
  const people = ids.map(({ one, holder }) => ({
    organisation,
    id: holder,
    name_ar: '',
    name_latin: one.key,
    language: one.language,
    created_at: sent,
  }))
  await trx.insertInto('person').values(people).execute()
  const applications = ids.map(({ one, application, holder }, index) => ({
    ...{ organisation, id: application, edition, call, number: `KW-${key}-${index}`, language: one.language },
    ...{ created_at: sent, created_by: holder },
  }))
  await trx.insertInto('application').values(applications).execute()
  const members = ids.map(({ application, holder }) => ({ organisation, application, person: holder, part: 'holder' as const, joined_at: sent }))
  await trx.insertInto('application_member').values(members).execute()
  const submissions = ids.map(({ one, application, holder }) => ({
    ...{ organisation, application, edition, form_version: form, answers: '{}', submitted_at: sent, submitted_by: holder, language: one.language },
    ...{ hash: createHash('sha256').update(one.key).digest('hex'), title: one.title, holder_name: one.key, region: one.region, sector: one.sector },
    ...{ applicant_kind: one.kind, search: one.key },
  }))
  await trx.insertInto('submission').values(submissions).execute()
  await loadProjects(trx, edition, ids)
}

async function loadProjects(trx: Trx, edition: string, ids: readonly { one: CohortProject; application: string; holder: string }[]): Promise<void> {
  const organisation = ORGANISATION
  const projects = ids.map(({ one, application }) => ({
    ...{ organisation, id: one.project, edition, application, slug: one.key, title: one.title, summary: '', language: one.language },
    ...{ region: one.region, sector: one.sector, created_at: new Date(one.acceptedAt) },
  }))
  await trx.insertInto('project').values(projects).execute()
  const offers = ids.map(({ one, holder }) => ({
    ...{ organisation, id: demoId(`${one.key}/offer`), edition, project: one.project, offered_at: new Date(one.acceptedAt), offered_by: DIRECTOR },
    ...{ reply_by: new Date(one.acceptedAt), accepted: true, answered_at: new Date(one.acceptedAt), answered_by: holder },
  }))
  await trx.insertInto('offer').values(offers).execute()
  const gone = ids.flatMap(({ one: { project, leftOn } }) =>
    leftOn === null
      ? []
      : [{ organisation, edition, project, left_on: leftOn, reason: 'x', recorded_at: new Date(`${leftOn}T16:00:00Z`), recorded_by: DIRECTOR }],
  )
  if (gone.length > 0) await trx.insertInto('departure').values(gone).execute()
}

async function publish(trx: Trx, edition: string, at: Date): Promise<void> {
  const [plan, seal, record] = [demoId(`${edition}/plan`), demoId(`${edition}/seal`), '{}']
  const organisation = ORGANISATION
  await trx
    .insertInto('selection_plan')
    .values({ organisation, id: plan, edition, number: 1, fingerprint: 'x', input: '{}', output: '{}', planned_at: at, planned_by: DIRECTOR })
    .execute()
  const hash = createHash('sha256').update(record).digest('hex')
  await trx.insertInto('selection_seal').values({ organisation, id: seal, edition, plan, record, hash, sealed_at: at, sealed_by: DIRECTOR }).execute()
  await trx.insertInto('publication').values({ organisation, edition, seal, published_at: at, published_by: DIRECTOR }).execute()
}
