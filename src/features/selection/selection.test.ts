import { expect, test } from 'vitest'
import { eligible, reviewerIn, type SmallEdition, smallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { canonicalJson, sha256 } from '../../engines/canonical.ts'
import { type SelectionRecord, sealedText, verifyRecord } from '../../engines/record.ts'
import { solveSelection } from '../../engines/selection/index.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import { newId } from '../../platform/database/id.ts'
import { approveBatch, lettersOf } from '../messages/index.ts'
import { planSelection } from './commands/plan.ts'
import { prepareResultLetters } from './commands/letters.ts'
import { publishSelection } from './commands/publish.ts'
import { sealSelection } from './commands/seal.ts'
import { reviewed, roomToSelect } from '../../../tests/database/small-selection.ts'

import type { SignedIn } from '../../domain/viewer.ts'
const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
const NOW = new Date('2024-04-29T10:00:00Z')
const LATER = new Date('2024-04-29T11:00:00Z')

async function planned(small: SmallEdition) {
  const place = { programme: small.programme, edition: small.edition }
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  return { place, ...plan.value }
}

async function sealed(small: SmallEdition, by?: SignedIn) {
  const plan = await planned(small)
  const seal = await sealSelection(held.db, by ?? (await staffOf(held.db, small, 'chair')), plan.plan, plan.fingerprint, NOW)
  if (!seal.ok) throw new Error(seal.code)
  return { ...plan, hash: seal.value.hash }
}

test('a plan decides nothing; the seal decides on every eligible application, once, in a record that verifies offline', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const plan = await planned(small)
  expect([plan.number, plan.solved]).toEqual([1, true])
  expect(await held.db.selectFrom('decision').select('application').where('organisation', '=', small.organisation).execute()).toEqual([])
  const seal = await sealSelection(held.db, small.director, plan.plan, plan.fingerprint, NOW)
  expect(seal.ok).toBe(true)
  const row = await held.db
    .selectFrom('selection_seal')
    .select(['record', 'hash'])
    .where('organisation', '=', small.organisation)
    .executeTakeFirstOrThrow()
  expect(row.hash).toBe(sha256(row.record))
  expect(await verifyRecord(row.record)).toEqual({ hash: row.hash, faults: [], notes: [] })
  expect((await verifyRecord(row.record.replace('"places":4', '"places":3'))).faults.map(({ path }) => path)).toContain('$.fingerprint')
  const decisions = await held.db
    .selectFrom('decision')
    .select(['outcome', 'region', 'rank', 'reserve_rank'])
    .where('organisation', '=', small.organisation)
    .orderBy('rank')
    .execute()
  expect(decisions.map((one) => one.rank)).toEqual(applications.map((_, place) => place + 1))
  const counted = (outcome: string, region: string) => decisions.filter((one) => one.outcome === outcome && one.region === region).length
  expect([counted('selected', 'fes'), counted('selected', 'ori'), counted('reserve', 'fes'), counted('reserve', 'ori')]).toEqual([2, 2, 1, 1])
  const again = await sealSelection(held.db, small.director, plan.plan, plan.fingerprint, LATER)
  expect(again).toMatchObject({ ok: false, code: 'selection/already-sealed' })
  expect(await planSelection(held.db, small.officer, plan.place, LATER)).toMatchObject({ ok: false, code: 'selection/already-sealed' })
})

test('what was shown is what is sealed: a review handed in or a withdrawal since the plan refuses the seal and says so', async () => {
  const { small, applications, reviewer } = await roomToSelect(held.db)
  const plan = await planned(small)
  await reviewed(held.db, small, applications[5] as string, await reviewerIn(held.db, small), 'reading', '99.00', LATER)
  await held.db
    .insertInto('withdrawal')
    .values({ organisation: small.organisation, application: applications[0] as string, withdrawn_at: LATER, withdrawn_by: small.officer.person.id })
    .execute()
  const moved = await sealSelection(held.db, small.director, plan.plan, plan.fingerprint, LATER)
  expect(moved).toEqual({ ok: false, code: 'selection/inputs-changed', details: { reviews: 1, withdrawals: 1 } })
  expect(reviewer).toBeDefined()
  const next = await planned(small)
  expect([next.number, next.fingerprint === plan.fingerprint]).toEqual([2, false])
  expect(await sealSelection(held.db, small.director, plan.plan, next.fingerprint, LATER)).toMatchObject({ code: 'selection/inputs-changed' })
  expect((await sealSelection(held.db, small.director, next.plan, next.fingerprint, LATER)).ok).toBe(true)
})

test('two who seal at the same moment make one seal', async () => {
  const { small } = await roomToSelect(held.db)
  const plan = await planned(small)
  const both = await Promise.all(
    [small.director, await staffOf(held.db, small, 'chair')].map((viewer) => sealSelection(held.db, viewer, plan.plan, plan.fingerprint, NOW)),
  )
  expect(both.map((one) => one.ok).sort()).toEqual([false, true])
})

test('a review being handed in while the list is sealed is waited for, and then refuses the seal', async () => {
  const { small, applications, reviewer } = await roomToSelect(held.db)
  const plan = await planned(small)
  const mine = { application: applications[7] as string, reviewer: reviewer.reviewer }
  let answer: Promise<unknown> = Promise.resolve()
  await held.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('assignment')
      .select('id')
      .where('application', '=', mine.application)
      .where('reviewer', '=', mine.reviewer)
      .where('stage', '=', 'reading')
      .forUpdate()
      .executeTakeFirstOrThrow()
    answer = sealSelection(held.db, small.director, plan.plan, plan.fingerprint, LATER)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await trx.updateTable('review').set({ score: '99.00', submitted_at: LATER }).where('assignment', '=', row.id).execute()
  })
  expect(await answer).toMatchObject({ ok: false, code: 'selection/inputs-changed', details: { reviews: 1, withdrawals: 0 } })
})

test('sealing, publishing and writing are separate acts, each refused before the one it needs', async () => {
  const { small } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  expect(await publishSelection(held.db, small.director, place, NOW)).toMatchObject({ code: 'selection/not-sealed' })
  await sealed(small, small.director)
  expect(await prepareResultLetters(held.db, small.officer, place, ORIGIN, NOW)).toMatchObject({ code: 'selection/not-published' })
  expect(await publishSelection(held.db, small.director, place, LATER)).toMatchObject({ code: 'selection/publisher-sealed' })
  const other = await staffOf(held.db, small, 'director')
  expect((await publishSelection(held.db, other, place, LATER)).ok).toBe(true)
  expect(await publishSelection(held.db, small.director, place, LATER)).toMatchObject({ code: 'selection/already-published' })
  expect(await held.db.selectFrom('message').select('id').where('organisation', '=', small.organisation).execute()).toEqual([])
  const audit = await verifyAudit(held.db, small.organisation)
  expect([audit.faults, audit.seals]).toEqual([[], 1])
})

test('letters are written in the language of each reader, with the reasons, and wait for a second person', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const { place } = await sealed(small)
  await publishSelection(held.db, small.director, place, NOW)
  const batch = await prepareResultLetters(held.db, small.officer, place, ORIGIN, NOW)
  if (!batch.ok) throw new Error(batch.code)
  expect(batch.value).toMatchObject({ letters: applications.length, without: 0 })
  expect(await prepareResultLetters(held.db, small.officer, place, ORIGIN, NOW)).toMatchObject({ code: 'selection/letters-prepared' })
  const letters = await held.db
    .selectFrom('message')
    .select(['kind', 'language', 'subject', 'content', 'object'])
    .where('batch', '=', batch.value.batch)
    .execute()
  const languages = await held.db
    .selectFrom('application_member as m')
    .innerJoin('person as p', 'p.id', 'm.person')
    .select(['m.application', 'p.language'])
    .where('m.organisation', '=', small.organisation)
    .execute()
  for (const letter of letters) expect(letter.language).toBe(languages.find((one) => one.application === letter.object)?.language)
  const refusal = letters.find((one) => one.kind === 'result-not-selected')
  expect(JSON.stringify(refusal?.content)).toMatch(/(Note finale|Final score|النقطة النهائية)/)
  expect(await approveBatch(held.db, small.officer, batch.value.batch, LATER)).toMatchObject({ code: 'letters/second-person' })
  expect((await lettersOf(held.db, small.organisation, small.edition))[0]?.approvedAt).toBeNull()
  expect((await approveBatch(held.db, small.director, batch.value.batch, LATER)).ok).toBe(true)
})

test('each act asks for its role: a juror, an officer or a stranger is refused what is not theirs', async () => {
  const { small, reviewer } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const refusedTo = async (act: Promise<{ ok: boolean }>) => expect(await act).toMatchObject({ ok: false, code: 'page/not-allowed' })
  await refusedTo(planSelection(held.db, reviewer.viewer, place, NOW))
  const plan = await planned(small)
  await refusedTo(sealSelection(held.db, reviewer.viewer, plan.plan, plan.fingerprint, NOW))
  await refusedTo(sealSelection(held.db, small.officer, plan.plan, plan.fingerprint, NOW))
  await refusedTo(publishSelection(held.db, await staffOf(held.db, small, 'chair'), place, NOW))
  await refusedTo(publishSelection(held.db, small.officer, place, NOW))
  await refusedTo(prepareResultLetters(held.db, await staffOf(held.db, small, 'auditor'), place, ORIGIN, NOW))
  const other = await smallEdition(held.db)
  expect(await sealSelection(held.db, other.director, plan.plan, plan.fingerprint, NOW)).toMatchObject({ code: 'page/not-found' })
  expect(await sealSelection(held.db, small.director, newId(), plan.fingerprint, NOW)).toMatchObject({ code: 'page/not-found' })
})

test('rules that cannot hold together give a plan without a list, which cannot be sealed', async () => {
  const { small } = await roomToSelect(held.db)
  const rule = { ar: 'قاعدة', fr: 'Huit CSO', en: 'Eight CSOs' }
  await held.db
    .insertInto('selection_rule')
    .values({
      organisation: small.organisation,
      edition: small.edition,
      code: 'csos',
      attribute: 'applicant-kind',
      value: 'cso',
      minimum: 8,
      maximum: null,
      name: JSON.stringify(rule),
      position: 9,
    })
    .execute()
  const plan = await planned(small)
  expect(plan.solved).toBe(false)
  expect(await sealSelection(held.db, small.director, plan.plan, plan.fingerprint, NOW)).toMatchObject({ code: 'selection/no-list' })
})

test('nobody is a candidate before being read and interviewed', async () => {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small)
  await eligible(held.db, small, one.application)
  expect(await planSelection(held.db, small.officer, { programme: small.programme, edition: small.edition }, NOW)).toMatchObject({
    code: 'selection/no-candidate',
  })
})

test('pressing twice makes one simulation: the same inputs under the same rules keep their number', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const first = await planned(small)
  const again = await planned(small)
  expect([again.plan, again.number]).toEqual([first.plan, 1])
  await held.db
    .insertInto('withdrawal')
    .values({
      organisation: small.organisation,
      application: applications[0] as string,
      reason: '',
      withdrawn_at: NOW,
      withdrawn_by: small.officer.person.id,
    })
    .execute()
  expect((await planned(small)).number).toBe(2)
})

test('how precise each score is comes from the reviews of the record alone, whoever withdrew, and is reckoned again with it', async () => {
  const { small, applications } = await roomToSelect(held.db)
  const { organisation, edition, officer } = small
  const gone = applications[7] as string
  // Two readers who were 80 points apart, on a file that was then withdrawn.
  for (const [score, other] of [
    ['69.00', '90.00'],
    ['65.00', '10.00'],
  ] as const)
    await held.db
      .updateTable('review')
      .set({ score: other })
      .where('assignment', 'in', (all) => all.selectFrom('assignment').select('id').where('application', '=', gone).where('stage', '=', 'reading'))
      .where('score', '=', score)
      .execute()
  await held.db
    .insertInto('withdrawal')
    .values({ organisation, application: gone, reason: '', withdrawn_at: NOW, withdrawn_by: officer.person.id })
    .execute()
  await sealed(small)
  const { record: text } = await held.db.selectFrom('selection_seal').select('record').where('edition', '=', edition).executeTakeFirstOrThrow()
  const record = JSON.parse(text) as SelectionRecord
  const [stability, sources] = [record.input.stability, record.sources]
  if (stability === undefined || sources === undefined) throw new Error('The record has its probabilities and its reviews.')
  // Each file was read by two people 4 points apart: a variance of 8, over two readings.
  const error = Number(((1 - Number(sources.interviewWeight)) * Math.sqrt(8 / 2)).toFixed(6))
  expect(new Set(Object.values(stability.standard_errors ?? {}))).toEqual(new Set([error]))
  expect(await verifyRecord(text)).toMatchObject({ faults: [], notes: [] })
  const [first] = record.input.candidates
  const input = { ...record.input, stability: { ...stability, standard_errors: { ...stability.standard_errors, [first?.id ?? '']: error + 1 } } }
  const forged = { ...record, input, output: await solveSelection(input), fingerprint: sha256(canonicalJson(input)) }
  expect((await verifyRecord(sealedText(forged).text)).faults.map(({ path }) => path)).toEqual([`$.input.stability.standard_errors.${first?.id}`])
  // A record of before says nothing of it: it holds, with a note.
  const { errorsFrom: _, ...before } = sources
  const old = await verifyRecord(sealedText({ ...forged, sources: before }).text)
  expect([old.faults, old.notes.map(({ path }) => path)]).toEqual([[], ['$.input.stability.standard_errors']])
})
