import { expect, test } from 'vitest'
import { ok, refused } from '../../../domain/result.ts'
import { brokenInvariants } from '../../../platform/database/invariants.ts'
import { somebody } from '../../../../tests/database/open-call.ts'
import { smallEdition, staffOf, submitted, type SmallEdition } from '../../../../tests/database/small-edition.ts'
import { pastProject } from '../../../../tests/database/past-project.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { deskList } from '../queries/desk-list.ts'
import { deskExport } from '../queries/list/export.ts'
import { eligibilityPage } from '../queries/eligibility-page.ts'
import type { DeskFilters } from '../views.ts'
import { filtersOf } from '../filters.ts'
import { decideEligibility, recordVerdict } from './decide.ts'
import { runAutomaticChecks } from './run-automatic-checks.ts'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const LATER = new Date('2024-04-05T09:00:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })
const ALL: DeskFilters = filtersOf('sort=number', 'Africa/Casablanca')

async function verdicts(small: SmallEdition, application: string): Promise<Record<string, string>> {
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), application, 'fr')
  return Object.fromEntries((view?.rules ?? []).map((rule) => [rule.code, (rule.officer ?? rule.automatic)?.verdict ?? 'none']))
}

test('automatic checks read every rule of every submission, and write only what is new', async () => {
  const small = await smallEdition(held.db)
  const whole = await submitted(held.db, small)
  const old = await submitted(held.db, small, { birth_date: '1990-01-05', region: 'MA-06', only_creation: 'yes', supported_before: '', summary: '' })
  expect(await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)).toEqual(ok({ applications: 2, changed: 2 }))
  expect(await verdicts(small, whole.application)).toEqual({
    age: 'met',
    region: 'met',
    kind: 'met',
    creation: 'met',
    past: 'met',
    whole: 'met',
    once: 'met',
  })
  expect(await verdicts(small, old.application)).toEqual({
    age: 'not-met',
    region: 'not-met',
    kind: 'met',
    creation: 'not-met',
    past: 'met',
    whole: 'not-met',
    once: 'met',
  })
  expect(await runAutomaticChecks(held.db, small.officer, placeOf(small), LATER)).toEqual(ok({ applications: 2, changed: 0 }))
})

test('the same phone, or a like name on the same birth date in another spelling, is shown as a question', async () => {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, {
    holder_name_latin: 'Mohamed Amine Cherkaoui',
    holder_name_ar: 'محمد أمين الشرقاوي',
    birth_date: '1998-02-09',
  })
  const two = await submitted(held.db, small, {
    holder_name_latin: 'Med Amin Charqaoui',
    holder_name_ar: 'محمد امين الشرقاوى',
    birth_date: '1998-02-09',
    phone: '+212611111111',
  })
  const three = await submitted(held.db, small, { phone: '+212611111111', birth_date: '1999-01-01' })
  await submitted(held.db, small, { birth_date: '1998-02-09', holder_name_latin: 'Zineb Outaleb', holder_name_ar: 'زينب أوطالب' })
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  expect((await verdicts(small, one.application)).once).toBe('unclear')
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), two.application, 'fr')
  expect(view?.likenesses.map(({ number, same }) => [number, same])).toEqual([
    [one.number, ['birth-date', 'name']],
    [three.number, ['phone']],
  ])
})

test('who held a project of an earlier edition is known from the records, whatever was declared', async () => {
  const small = await smallEdition(held.db)
  const again = await submitted(held.db, small)
  await pastProject(held.db, small, again.holder)
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  expect((await verdicts(small, again.application)).past).toBe('not-met')
})

test('an officer reads a rule otherwise with a reason, and the machine leaves it so', async () => {
  const small = await smallEdition(held.db)
  const { application } = await submitted(held.db, small, { only_creation: 'yes' })
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  const verdict = { application, rule: 'creation', verdict: 'met' as const }
  expect(await recordVerdict(held.db, small.officer, placeOf(small), { ...verdict, reason: '' }, NOW)).toEqual(
    refused('eligibility/verdict-unreasoned', { rules: ['creation'] }),
  )
  expect(await recordVerdict(held.db, small.officer, placeOf(small), { ...verdict, reason: 'Atelier ouvert au public' }, NOW)).toEqual(ok({ seq: 2 }))
  expect(await runAutomaticChecks(held.db, small.officer, placeOf(small), LATER)).toEqual(ok({ applications: 1, changed: 0 }))
  expect((await verdicts(small, application)).creation).toBe('met')
})

test('a decision waits for every verdict, gives ground and reason when negative, and may be taken again', async () => {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const { application } = await submitted(held.db, small, { birth_date: '1990-01-05' })
  const no = { application, eligible: false, ground: 'age', reason: 'Trente-quatre ans le 31 mars 2024' }
  expect(await decideEligibility(held.db, small.officer, place, no, NOW)).toMatchObject({ ok: false, code: 'eligibility/verdicts-missing' })
  await runAutomaticChecks(held.db, small.officer, place, NOW)
  expect(await decideEligibility(held.db, small.officer, place, { ...no, reason: ' ' }, NOW)).toEqual(refused('eligibility/reason-missing'))
  expect(await decideEligibility(held.db, small.officer, place, no, NOW)).toEqual(ok({ seq: 1 }))
  await recordVerdict(held.db, small.officer, place, { application, rule: 'age', verdict: 'met', reason: 'Acte de naissance lu' }, LATER)
  expect(await decideEligibility(held.db, small.officer, place, { application, eligible: true, ground: null, reason: '' }, LATER)).toEqual(
    ok({ seq: 2 }),
  )
  const view = await eligibilityPage(held.db, small.officer, place, application, 'fr')
  expect([view?.state, view?.decisions.length]).toEqual(['eligible', 2])
  const acts = await held.db
    .selectFrom('audit_entry')
    .select('act')
    .where('organisation', '=', small.organisation)
    .where('stream', '=', application)
    .orderBy('seq')
    .execute()
  expect(acts.map((one) => one.act)).toEqual(['eligibility/checked', 'eligibility/refused', 'eligibility/verdict-recorded', 'eligibility/accepted'])
})

test('nothing is decided about an application withdrawn', async () => {
  const small = await smallEdition(held.db)
  const { application, holder } = await submitted(held.db, small)
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  await held.db
    .insertInto('withdrawal')
    .values({ organisation: small.organisation, application, withdrawn_at: NOW, withdrawn_by: holder.person.id })
    .execute()
  expect(await decideEligibility(held.db, small.officer, placeOf(small), { application, eligible: true, ground: null, reason: '' }, NOW)).toEqual(
    refused('eligibility/withdrawn'),
  )
})

test('a regional officer sees, counts, exports and decides the applications of the region alone; others nothing', async () => {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const fes = await submitted(held.db, small, { region: 'fes' })
  const ori = await submitted(held.db, small, { region: 'ori' })
  const regional = await staffOf(held.db, small, 'officer', 'fes')
  const stranger = await somebody(held.db, small.organisation)
  const elsewhere = await smallEdition(held.db)
  const list = await deskList(held.db, regional, place, ALL)
  expect([list?.lines.map((line) => line.number), list?.total, list?.counts.waiting]).toEqual([[fes.number], 1, 1])
  const taken = await deskExport(held.db, regional, place, ALL, NOW)
  expect((await taken?.portions().next())?.value?.length).toBe(1)
  expect(await eligibilityPage(held.db, regional, place, ori.application, 'fr')).toBeNull()
  expect((await eligibilityPage(held.db, regional, place, fes.application, 'fr'))?.after).toBeNull()
  expect(await recordVerdict(held.db, regional, place, { application: ori.application, rule: 'age', verdict: 'met', reason: 'x' }, NOW)).toEqual(
    refused('eligibility/unknown'),
  )
  expect(await deskList(held.db, stranger, place, ALL)).toBeNull()
  expect(await eligibilityPage(held.db, stranger, place, fes.application, 'fr')).toBeNull()
  expect(await runAutomaticChecks(held.db, stranger, place, NOW)).toEqual(refused('eligibility/not-allowed'))
  expect(await eligibilityPage(held.db, elsewhere.officer, place, fes.application, 'fr')).toBeNull()
})

test('identity card numbers are read by officers, not by the rest of the desk', async () => {
  const small = await smallEdition(held.db)
  const { application } = await submitted(held.db, small, { cin: 'AB123456' })
  const auditor = await staffOf(held.db, small, 'auditor')
  const shown = async (viewer: typeof auditor) =>
    (await eligibilityPage(held.db, viewer, placeOf(small), application, 'fr'))?.sheet
      .flatMap((group) => group.rows.map((row) => row.question.code))
      .includes('cin')
  expect([await shown(small.officer), await shown(auditor)]).toEqual([true, false])
})

test('search finds a name in either script and in other spellings; filters and pages agree with the count', async () => {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const one = await submitted(held.db, small, {
    holder_name_latin: 'Amine Charqaoui',
    holder_name_ar: 'أمين الشرقاوي',
    project_title: 'Zellij Pixel',
    region: 'ori',
  })
  await submitted(held.db, small)
  await submitted(held.db, small, { region: 'MA-06' })
  const numbers = async (more: Partial<DeskFilters>) => {
    const list = await deskList(held.db, small.officer, place, { ...ALL, ...more })
    return [list?.lines.map((line) => line.number), list?.total]
  }
  for (const query of ['cherkaoui', 'الشرقاوى', 'zellij', one.number]) expect(await numbers({ query })).toEqual([[one.number], 1])
  expect(await numbers({ regions: ['ori'], states: ['waiting'] })).toEqual([[one.number], 1])
  expect((await numbers({ regions: ['other'] }))[1]).toBe(1)
  expect((await numbers({ page: 2 }))[0]).toEqual([])
  expect(await brokenInvariants(held.db)).toEqual([])
})
