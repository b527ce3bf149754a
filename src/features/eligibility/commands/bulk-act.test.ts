import { describe, expect, test } from 'vitest'
import { smallEdition, staffOf, submitted, type SmallEdition } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { type BulkAct, type BulkInput, NO_INPUT } from '../../../domain/bulk-act.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { verifyAudit } from '../../../platform/database/audit.ts'
import { approveBatch } from '../../messages/index.ts'
import { filtersOf } from '../filters.ts'
import { deskList } from '../queries/desk-list.ts'
import type { Chosen } from '../queries/list/bulk.ts'
import { plannedAct } from '../queries/list/planned.ts'
import { decideEligibility, recordVerdict } from './decide.ts'
import { doAct } from './do-act.ts'
import { planAct } from './plan-act.ts'
import { runAutomaticChecks } from './run-automatic-checks.ts'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const ZONE = 'Africa/Casablanca'
const ALL: Chosen = { query: '' }
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

async function plan(small: SmallEdition, act: BulkAct, chosen: Chosen = ALL, input: Partial<BulkInput> = {}, viewer: SignedIn = small.officer) {
  const outcome = await planAct(held.db, viewer, placeOf(small), { act, chosen, input: { ...NO_INPUT, ...input }, zone: ZONE }, NOW)
  if (!outcome.ok) throw new Error(outcome.code)
  const made = await plannedAct(held.db, viewer, placeOf(small), outcome.value.plan)
  if (made === null) throw new Error('no plan')
  const does = () => doAct(held.db, viewer, placeOf(small), { plan: made.id, fingerprint: made.fingerprint, zone: ZONE }, NOW)
  const outcomes = Object.fromEntries(Object.entries(made.lines).map(([id, [became, rules]]) => [id, rules.length === 0 ? became : [became, rules]]))
  return { ...outcome.value, outcomes, does, id: made.id }
}

async function checked(small: SmallEdition): Promise<void> {
  expect((await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)).ok).toBe(true)
}

const stateOf = async (small: SmallEdition) => (await deskList(held.db, small.officer, placeOf(small), filtersOf('', ZONE)))?.counts
const actsOf = async (application: string) =>
  (await held.db.selectFrom('audit_entry').select('act').where('stream', '=', application).orderBy('seq').execute()).map((row) => row.act)

describe('deciding for many', () => {
  test('makes eligible those whose every rule is clearly met, and says of each other why not; nothing is written before', async () => {
    const small = await smallEdition(held.db)
    const good = await submitted(held.db, small)
    const old = await submitted(held.db, small, { birth_date: '1990-01-05' })
    const open = await submitted(held.db, small, { only_creation: '' })
    const decided = await submitted(held.db, small, { birth_date: '1991-01-05' })
    await checked(small)
    const late = await submitted(held.db, small)
    const no = { application: decided.application, eligible: false, ground: 'age', reason: 'Trop âgé' }
    await decideEligibility(held.db, small.officer, placeOf(small), no, NOW)
    await held.db
      .insertInto('withdrawal')
      .values({ organisation: small.organisation, application: late.application, withdrawn_at: NOW, withdrawn_by: late.holder.person.id })
      .execute()
    const planned = await plan(small, 'accept')
    expect(planned.outcomes).toEqual({
      [good.application]: 'done',
      [old.application]: ['not-met', ['age']],
      [open.application]: ['unclear', ['creation']],
      [decided.application]: 'decided',
      [late.application]: 'withdrawn',
    })
    expect((await stateOf(small))?.eligible).toBe(0)
    expect(await planned.does()).toMatchObject({ ok: true, value: { changed: 1 } })
    expect(await stateOf(small)).toEqual({ waiting: 2, eligible: 1, ineligible: 1, withdrawn: 1 })
    expect(await actsOf(good.application)).toEqual(['eligibility/checked', 'eligibility/accepted'])
    expect(await actsOf(old.application)).toEqual(['eligibility/checked'])
    expect(await planned.does()).toEqual(refused('bulk/already-done'))
    expect((await verifyAudit(held.db, small.organisation)).faults).toEqual([])
  })

  test('is refused whole when anything it rests on has changed, and says what', async () => {
    const small = await smallEdition(held.db)
    const [one, two] = [await submitted(held.db, small), await submitted(held.db, small)]
    await checked(small)
    const planned = await plan(small, 'accept')
    await recordVerdict(held.db, small.officer, placeOf(small), { application: one.application, rule: 'age', verdict: 'not-met', reason: 'x' }, NOW)
    const three = await submitted(held.db, small)
    expect(await planned.does()).toEqual(refused('bulk/changed', { came: 1, gone: 0, other: 1, numbers: [one.number, three.number] }))
    expect((await stateOf(small))?.eligible).toBe(0)
    const again = await plan(small, 'accept', { applications: [two.application] })
    expect(await again.does()).toMatchObject({ ok: true, value: { changed: 1 } })
  })

  test('is done once, though it be pressed twenty times at one instant', async () => {
    const small = await smallEdition(held.db)
    for (let n = 0; n < 3; n++) await submitted(held.db, small)
    await checked(small)
    const planned = await plan(small, 'accept')
    const done = await Promise.all(Array.from({ length: 20 }, () => planned.does()))
    expect(done.filter((one) => one.ok)).toEqual([ok({ act: 'accept', changed: 3 })])
    expect((await held.db.selectFrom('eligibility_decision').select('seq').where('organisation', '=', small.organisation).execute()).length).toBe(3)
  })

  test('stays within the regions of whoever does it; another’s plan is not there', async () => {
    const small = await smallEdition(held.db)
    const [fes, ori] = [await submitted(held.db, small, { region: 'fes' }), await submitted(held.db, small, { region: 'ori' })]
    await checked(small)
    const regional = await staffOf(held.db, small, 'officer', 'fes')
    const both: SignedIn = {
      ...regional,
      grants: [...regional.grants, { role: 'auditor', programme: small.programme, edition: small.edition, region: null }],
    }
    const planned = await plan(small, 'accept', ALL, {}, both)
    expect(planned.outcomes).toEqual({ [fes.application]: 'done', [ori.application]: 'not-yours' })
    const named = await plan(small, 'accept', { applications: [fes.application, ori.application] }, {}, regional)
    expect(named.outcomes).toEqual({ [fes.application]: 'done' })
    expect(await doAct(held.db, small.officer, placeOf(small), { plan: planned.id, fingerprint: '', zone: ZONE }, NOW)).toEqual(
      refused('bulk/unknown'),
    )
    const auditor = await staffOf(held.db, small, 'auditor')
    const asked = { act: 'accept' as const, chosen: ALL, input: NO_INPUT, zone: ZONE }
    expect(await planAct(held.db, auditor, placeOf(small), asked, NOW)).toEqual(refused('bulk/unknown'))
  })
})

test('the machine checks those chosen and no other', async () => {
  const small = await smallEdition(held.db)
  const [one, two] = [await submitted(held.db, small), await submitted(held.db, small)]
  const planned = await plan(small, 'check', { applications: [one.application] })
  expect(await planned.does()).toMatchObject({ ok: true, value: { changed: 1 } })
  expect([await actsOf(one.application), await actsOf(two.application)]).toEqual([['eligibility/checked'], []])
})

test('one verdict is written on one rule of each, with its reason, where no decision stands', async () => {
  const small = await smallEdition(held.db)
  const [one, two] = [await submitted(held.db, small, { only_creation: 'yes' }), await submitted(held.db, small)]
  await checked(small)
  await decideEligibility(held.db, small.officer, placeOf(small), { application: two.application, eligible: true, ground: null, reason: '' }, NOW)
  const input = { rule: 'creation', verdict: 'met' as const, reason: 'Atelier ouvert au public' }
  const planned = await plan(small, 'verdict', ALL, input)
  expect(planned.outcomes).toEqual({ [one.application]: 'done', [two.application]: 'decided' })
  expect(await planned.does()).toMatchObject({ ok: true, value: { changed: 1 } })
  expect((await plan(small, 'verdict', ALL, input)).outcomes[one.application]).toBe('already')
  expect((await plan(small, 'accept')).outcomes[one.application]).toBe('done')
})

test('an officer who may is given applications to check, finds them as theirs, and leaves them again', async () => {
  const small = await smallEdition(held.db)
  const regional = await staffOf(held.db, small, 'officer', 'fes')
  await held.db
    .insertInto('role_grant')
    .values({
      organisation: small.organisation,
      id: regional.person.id,
      person: regional.person.id,
      role: 'officer',
      programme: small.programme,
      edition: small.edition,
      region: 'fes',
      granted_at: NOW,
      granted_by: small.director.person.id,
    })
    .execute()
  const [fes, ori] = [await submitted(held.db, small, { region: 'fes' }), await submitted(held.db, small, { region: 'ori' })]
  const planned = await plan(small, 'assign', ALL, { person: regional.person.id })
  expect(planned.outcomes).toEqual({ [fes.application]: 'done', [ori.application]: 'out-of-reach' })
  await planned.does()
  const mine = await deskList(held.db, regional, placeOf(small), filtersOf('checker=me', ZONE))
  expect([mine?.lines.map((line) => line.number), mine?.total, mine?.checkers.map((one) => one.id)]).toEqual([[fes.number], 1, [regional.person.id]])
  const left = await plan(small, 'assign', ALL, { person: '' })
  expect(left.outcomes).toEqual({ [fes.application]: 'done', [ori.application]: 'already' })
  await left.does()
  expect((await deskList(held.db, regional, placeOf(small), filtersOf('checker=me', ZONE)))?.total).toBe(0)
  expect(await actsOf(fes.application)).toEqual(['eligibility/checker-given', 'eligibility/checker-ended'])
})

test('applicants are written to in their own language, in a batch that a second person approves', async () => {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { project_title: 'Dar Dhell' })
  await held.db
    .updateTable('person')
    .set({ language: 'fr', name_latin: 'Salma Ouhssain', name_ar: 'سلمى أوحساين' })
    .where('id', '=', one.holder.person.id)
    .execute()
  const two = await submitted(held.db, small)
  await held.db.updateTable('person').set({ email: null }).where('id', '=', two.holder.person.id).execute()
  const subject = { ar: 'ملفك {الرقم}', fr: 'Votre dossier {numéro}', en: 'Your application {number}' }
  const text = { ar: 'السلام عليكم {الاسم}', fr: 'Bonjour {nom},\n\nVotre projet {projet}', en: 'Hello {name}' }
  const planned = await plan(small, 'write', ALL, { subject, text })
  expect(planned.outcomes).toEqual({ [one.application]: 'done', [two.application]: 'no-address' })
  expect(await planned.does()).toMatchObject({ ok: true, value: { changed: 1 } })
  const message = await held.db.selectFrom('message').selectAll().where('object', '=', one.application).executeTakeFirstOrThrow()
  const plain = (words: string) => words.replace(/[\u2066-\u2069]/g, '')
  expect([message.language, message.subject, (message.content as string[]).map(plain)]).toEqual([
    'fr',
    `Votre dossier ${one.number}`,
    ['Bonjour Salma Ouhssain,', 'Votre projet Dar Dhell'],
  ])
  const batch = message.batch as string
  expect(await approveBatch(held.db, small.officer, batch, NOW)).toEqual(refused('letters/second-person'))
  expect(await approveBatch(held.db, small.director, batch, NOW)).toEqual(ok({ letters: 1 }))
  expect(await actsOf(one.application)).toEqual(['eligibility/written-to'])
})

test.each([
  ['accept', {}, { applications: [] }, 'bulk/nothing-chosen'],
  ['accept', {}, { applications: ['no-id', '01890a5d-ac96-774b-bcce-b302099a8057'] }, 'bulk/nothing-chosen'],
  ['accept', {}, { query: 'q=nobody' }, 'bulk/nothing-chosen'],
  ['verdict', { rule: 'nothing', verdict: 'met', reason: 'x' }, ALL, 'bulk/no-rule'],
  ['verdict', { rule: 'age', verdict: '', reason: 'x' }, ALL, 'bulk/no-verdict'],
  ['verdict', { rule: 'age', verdict: 'met', reason: ' ' }, ALL, 'bulk/no-reason'],
  ['assign', { person: '01890a5d-ac96-774b-bcce-b302099a8057' }, ALL, 'bulk/no-person'],
  ['write', { subject: { ar: 'x', fr: 'x', en: '' }, text: { ar: 'x', fr: 'x', en: 'x' } }, ALL, 'bulk/no-text'],
  ['write', { subject: { ar: 'x', fr: 'x', en: 'x' }, text: { ar: 'x', fr: '{inconnu}', en: 'x' } }, ALL, 'bulk/unknown-mark'],
] as const)('%s with %j is refused before there is a plan', async (act, input, chosen, code) => {
  const small = await smallEdition(held.db)
  await submitted(held.db, small)
  const asked = { act, chosen: chosen as Chosen, input: { ...NO_INPUT, ...input } as BulkInput, zone: ZONE }
  expect(await planAct(held.db, small.officer, placeOf(small), asked, NOW)).toMatchObject({ ok: false, code })
  expect(await held.db.selectFrom('bulk_act').select('id').where('organisation', '=', small.organisation).execute()).toEqual([])
})
