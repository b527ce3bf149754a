import { expect, test } from 'vitest'
import { smallCohort } from '../../../tests/database/small-cohort.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { offerToSelected } from '../cohorts/index.ts'
import { sealTrails } from './index.ts'

const held = testDatabase()

test('each night seals the trail, and a trail taken out afterwards is found', async () => {
  const cohort = await smallCohort(held.db)
  const offered = new Date('2024-05-06T12:00:00Z')
  await offerToSelected(
    held.db,
    cohort.officer,
    { edition: cohort.edition, replyBy: new Date('2024-05-13T22:59:00Z') },
    'https://kawaliss.example',
    offered,
  )
  await sealTrails(held.db, new Date('2024-05-07T03:00:00Z'))
  await sealTrails(held.db, new Date('2024-05-08T03:00:00Z'))
  const whole = await verifyAudit(held.db, cohort.organisation)
  expect([whole.faults, whole.seals]).toEqual([[], 2])
  const { stream } = await held.db.selectFrom('audit_entry').select('stream').where('act', '=', 'offer/made').executeTakeFirstOrThrow()
  await held.db.deleteFrom('audit_entry').where('stream', '=', stream).execute()
  expect((await verifyAudit(held.db, cohort.organisation)).faults).toEqual([{ stream: cohort.organisation, seq: 2, fault: 'seal' }])
})
