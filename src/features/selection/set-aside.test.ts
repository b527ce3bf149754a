import { expect, test } from 'vitest'
import { reviewerIn } from '../../../tests/database/small-edition.ts'
import { type SmallRoom, roomToSelect } from '../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { ok, refused } from '../../domain/result.ts'
import { verifyRecord } from '../../engines/record.ts'
import { brokenInvariants } from '../../platform/database/invariants.ts'
import { newId } from '../../platform/database/id.ts'
import { decideEligibility, eligibilityRoutes, recordVerdict, recordVerdicts } from '../eligibility/index.ts'
import { interviewsOf, readingsOf, reviewersOf, reviewRoutes } from '../reviews/index.ts'
import { planSelection } from './commands/plan.ts'
import { sealSelection } from './commands/seal.ts'
import { selectionFacts } from './queries/selection-facts.ts'

type Small = SmallRoom['small']

const held = testDatabase()
const NOW = new Date('2024-04-29T10:00:00Z')
const LATER = new Date('2024-04-29T11:00:00Z')
const RULES = ['age', 'region', 'kind', 'creation', 'past', 'whole', 'once']
const REASON = 'Trente-quatre ans le 31 mars 2024'

async function ageNotMet(small: Small, application: string): Promise<void> {
  const place = { programme: small.programme, edition: small.edition }
  const verdicts = RULES.map((rule) => ({ rule, verdict: rule === 'age' ? ('not-met' as const) : ('met' as const), reason: 'Pièces relues' }))
  expect((await recordVerdicts(held.db, small.officer, place, application, verdicts, NOW, true)).ok).toBe(true)
}

/** Eight files read and heard, one of which turns out not to meet a rule. */
async function readFile() {
  const { small, applications } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const application = applications[0] as string
  await ageNotMet(small, application)
  const no = { application, eligible: false, ground: 'age', reason: REASON }
  const candidates = async () => (await selectionFacts(held.db, small.organisation, small.edition))?.applications.map((one) => one.application)
  return { small, applications, application, place, no, candidates }
}

test('a file that was read can be found not eligible: what is open is ended from its own page, what was handed in counts no more', async () => {
  const { small, application, place, no, candidates } = await readFile()
  const { organisation, edition } = small
  const [late, panel] = [await reviewerIn(held.db, small), await reviewerIn(held.db, small)]
  const open = (stage: string, reviewer: string) => ({
    ...{ organisation, id: newId(), edition, stage, application, reviewer },
    ...{ assigned_at: NOW, assigned_by: small.officer.person.id },
  })
  const rows = [open('reading', late.reviewer), open('interview', panel.reviewer)]
  await held.db.insertInto('assignment').values(rows).execute()
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const fields = { eligible: 'no', ground: 'age', reason: REASON, seen: '1' }
  const decision = `/fr/desk/2024/eligibility/${application}/decision`
  const waits = await desk.post(decision, fields)
  const said = await waits.text()
  expect([waits.status, said.includes(`href="/fr/desk/2024/reviews/files/${application}"`), await htmlFaults(said)]).toEqual([422, true, []])
  expect(await decideEligibility(held.db, small.officer, place, no, NOW)).toEqual(refused('eligibility/under-review', { readers: 1, panel: 1 }))

  const reviews = mounted(held.db, reviewRoutes, small.officer, NOW)
  const file = `desk/2024/reviews/files/${application}`
  for (const language of ['ar', 'fr', 'en']) expect(await htmlFaults(await (await reviews.get(`/${language}/${file}`)).text())).toEqual([])
  const unreasoned = await reviews.post(`/fr/${file}/removal`, { assignment: rows[0]?.id ?? '', reason: '' })
  expect(unreasoned.status).toBe(422)
  expect((await reviews.post(`/fr/${file}/removal`, { reason: 'Non éligible' })).status).toBe(422)
  for (const { id } of rows) expect((await reviews.post(`/fr/${file}/removal`, { assignment: id, reason: 'Non éligible' })).status).toBe(303)

  const asks = await desk.post(decision, fields)
  const asked = await asks.text()
  expect([asks.status, asked.includes('name="confirmed"'), asked.includes(REASON), await htmlFaults(asked)]).toEqual([422, true, true, []])
  expect(await decideEligibility(held.db, small.officer, place, no, NOW)).toEqual(refused('eligibility/readings-handed-in', { count: 3 }))
  expect(await candidates()).toContain(application)
  expect((await desk.post(decision, { ...fields, confirmed: 'yes' })).status).toBe(303)

  expect(await candidates()).not.toContain(application)
  const line = async () => (await readingsOf(held.db, small.officer, place, 'fr'))?.find((one) => one.application === application)
  expect(await line()).toBeUndefined()
  expect((await interviewsOf(held.db, small.officer, place, 'fr'))?.candidates.some((one) => one.application === application)).toBe(false)
  const kept = () =>
    held.db
      .selectFrom('review as r')
      .innerJoin('assignment as g', (join) => join.onRef('g.organisation', '=', 'r.organisation').onRef('g.id', '=', 'r.assignment'))
      .select(['r.score', 'g.end_reason', 'g.set_aside'])
      .where('g.application', '=', application)
      .orderBy('r.score', 'desc')
      .execute()
  expect(await kept()).toEqual(['90.00', '88.00', '86.00'].map((score) => ({ score, end_reason: 'ineligible', set_aside: 2 })))
  expect(await brokenInvariants(held.db)).toEqual([])

  await recordVerdict(held.db, small.officer, place, { application, rule: 'age', verdict: 'met', reason: 'Erreur de lecture' }, LATER)
  expect(await decideEligibility(held.db, small.officer, place, { application, eligible: true, ground: null, reason: '' }, LATER)).toEqual(
    ok({ seq: 3 }),
  )
  expect((await line())?.mean).toBe('88.000000')
  expect((await reviewersOf(held.db, small.officer, place, 'fr'))?.map(({ submitted }) => submitted).sort((a, b) => a - b)).toEqual([0, 0, 8, 16])
  expect(await brokenInvariants(held.db)).toEqual([])
})

test('a selection made after it leaves the file out and verifies; a file that a sealed selection weighed stays eligible', async () => {
  const { small, applications, application, place, no } = await readFile()
  const other = applications[1] as string
  expect(await decideEligibility(held.db, small.officer, place, { ...no, confirmed: true }, NOW)).toEqual(ok({ seq: 2 }))
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  await ageNotMet(small, other)
  expect((await sealSelection(held.db, small.director, plan.value.plan, plan.value.fingerprint, NOW)).ok).toBe(true)
  const { record } = await held.db
    .selectFrom('selection_seal')
    .select('record')
    .where('organisation', '=', small.organisation)
    .executeTakeFirstOrThrow()
  expect([record.includes(application), (await verifyRecord(record)).faults]).toEqual([false, []])
  const late = await decideEligibility(held.db, small.officer, place, { ...no, application: other, confirmed: true }, LATER)
  expect(late).toEqual(refused('eligibility/selection-sealed'))
})
