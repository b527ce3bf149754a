import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ASKED, ask, keep, MEANWHILE, send } from '../../../../tests/database/correcting.ts'
import { type SmallEdition, smallEdition, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { NO_INPUT } from '../../../domain/bulk-act.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { refused } from '../../../domain/result.ts'
import { verifyAudit } from '../../../platform/database/audit.ts'
import { eligibilityPage } from '../queries/eligibility-page.ts'
import { plannedAct } from '../queries/list/planned.ts'
import { eligibilityRoutes } from '../routes.tsx'
import { decideEligibility, recordVerdict } from './decide.ts'
import { doAct } from './do-act.ts'
import { planAct } from './plan-act.ts'
import { rereadApplication } from './reread-corrected.ts'
import { runAutomaticChecks } from './run-automatic-checks.ts'

const held = testDatabase()
const READ = new Date('2024-04-03T09:00:00Z')
const LATER = new Date('2024-04-07T09:00:00Z')
const ZONE = 'Africa/Casablanca'
const YES = { eligible: true, ground: null, reason: '' }
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

/** One whose rules the machine has read, asked to correct `questions`. */
async function read(questions: readonly string[] = ['birth_date']) {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { birth_date: '1998-01-05' })
  expect((await runAutomaticChecks(held.db, small.officer, placeOf(small), READ)).ok).toBe(true)
  const { application, holder } = one
  const corrects = async (answers: Record<string, string>) => {
    expect((await ask(held.db, small, application, { questions })).ok).toBe(true)
    expect((await keep(held.db, holder, application, answers)).ok).toBe(true)
    expect((await send(held.db, holder, application)).ok).toBe(true)
  }
  const decides = (at = LATER) => decideEligibility(held.db, small.officer, placeOf(small), { application, ...YES }, at)
  const says = (verdict: 'met' | 'not-met', at: Date, reason = 'Acte vu') =>
    recordVerdict(held.db, small.officer, placeOf(small), { application, rule: 'age', verdict, reason }, at)
  const view = async () => {
    const found = await eligibilityPage(held.db, small.officer, placeOf(small), application, 'fr')
    if (found === null) throw new Error('no page')
    return found
  }
  const age = async () => (await view()).rules.find((rule) => rule.code === 'age')
  const rows = async (rule: string) =>
    (await held.db.selectFrom('eligibility_check').select('seq').where('application', '=', application).where('rule', '=', rule).execute()).length
  return { small, application, number: one.number, corrects, decides, says, view, age, rows }
}

const readBySystem = async (application: string) =>
  (
    await held.db
      .selectFrom('audit_entry')
      .select(['act', 'actor'])
      .where('stream', '=', application)
      .where('act', '=', 'eligibility/checked')
      .orderBy('seq')
      .execute()
  ).map(({ actor }) => actor === null)

test('a birth date corrected after the rules were read is read anew at once, and the application is not eligible on what was found before', async () => {
  const { small, application, corrects, decides, age, rows } = await read()
  await corrects({ birth_date: '2010-05-05' })
  await rereadApplication(held.db, small.organisation, application, LATER)
  expect((await age())?.automatic).toMatchObject({ verdict: 'not-met', found: { code: 'age/under', details: { age: 13 } } })
  expect(await decides()).toEqual(refused('eligibility/rule-not-met', { count: 1, rules: ['age'] }))
  // What nothing was corrected of is not read again, and what was is read once.
  await rereadApplication(held.db, small.organisation, application, LATER)
  expect([await rows('age'), await rows('region'), await rows('creation')]).toEqual([2, 1, 1])
  expect(await readBySystem(application)).toEqual([false, true])
  expect((await verifyAudit(held.db, small.organisation)).faults).toEqual([])
})

test('an officer who decides before the machine has come to it decides on the answers that stand', async () => {
  const { corrects, decides, age } = await read()
  await corrects({ birth_date: '2010-05-05' })
  expect(await decides()).toEqual(refused('eligibility/rule-not-met', { count: 1, rules: ['age'] }))
  expect((await age())?.automatic?.verdict).toBe('not-met')
})

test('a decision at the very instant of the correction is no way past it', async () => {
  const { corrects, decides } = await read()
  await corrects({ birth_date: '2010-05-05' })
  expect(await decides(MEANWHILE)).toEqual(refused('eligibility/rule-not-met', { count: 1, rules: ['age'] }))
})

test('a correction that no rule looks at leaves every finding as it was', async () => {
  const { corrects, decides, rows } = await read(['project_title'])
  await corrects({ project_title: 'Un autre titre' })
  expect((await decides()).ok).toBe(true)
  expect([await rows('age'), await rows('whole'), await rows('once')]).toEqual([1, 1, 1])
})

test('what an officer said before the correction is shown as said before it, counts no longer, and counts again once confirmed', async () => {
  const { small, application, corrects, decides, says, age } = await read()
  expect((await says('met', READ)).ok).toBe(true)
  await corrects({ birth_date: '1998-05-06' })
  expect(await decides()).toEqual(refused('eligibility/verdicts-missing', { count: 1, rules: ['age'] }))
  expect(await age()).toMatchObject({
    officer: null,
    automatic: { verdict: 'unclear', reads: 'met' },
    toConfirm: { verdict: 'met', reason: 'Acte vu' },
  })
  // The automatic checks of the whole list make nothing clear that waits for an officer.
  await runAutomaticChecks(held.db, small.officer, placeOf(small), LATER)
  expect((await age())?.automatic?.verdict).toBe('unclear')
  const desk = mounted(held.db, eligibilityRoutes, small.officer, LATER)
  for (const [language, words] of [
    ['ar', 'حكم صدر قبل التصحيح'],
    ['fr', 'Donné avant la correction'],
    ['en', 'Given before the correction'],
  ] as const) {
    const page = await (await desk.get(`/${language}/desk/2024/eligibility/${application}`)).text()
    expect([page.includes(words), page.includes('Acte vu'), await htmlFaults(page)], language).toEqual([true, true, []])
  }
  expect((await says('met', LATER)).ok).toBe(true)
  expect((await decides()).ok).toBe(true)
})

test('the act on many shows the new verdict in its plan, and a plan made before the correction is refused', async () => {
  const { small, application, number, corrects } = await read()
  const place = placeOf(small)
  const plan = async (at: Date) => {
    const planned = await planAct(held.db, small.officer, place, { act: 'accept', chosen: { query: '' }, input: NO_INPUT, zone: ZONE }, at)
    if (!planned.ok) throw new Error(planned.code)
    const made = await plannedAct(held.db, small.officer, place, planned.value.plan)
    if (made === null) throw new Error('no plan')
    return made
  }
  const before = await plan(READ)
  expect(before.lines[application]?.[0]).toBe('done')
  await corrects({ birth_date: '2010-05-05' })
  const does = await doAct(held.db, small.officer, place, { plan: before.id, fingerprint: before.fingerprint, zone: ZONE }, LATER)
  expect(does).toEqual(refused('bulk/changed', { came: 0, gone: 0, other: 1, numbers: [number] }))
  expect((await plan(LATER)).lines[application]?.slice(0, 2)).toEqual(['not-met', ['age']])
  expect(await held.db.selectFrom('eligibility_decision').select('seq').where('application', '=', application).execute()).toEqual([])
})

test('the plan of many made right after a correction reads it anew by itself', async () => {
  const { small, application, corrects } = await read()
  await corrects({ birth_date: '2010-05-05' })
  const input = { act: 'accept', chosen: { applications: [application] }, input: NO_INPUT, zone: ZONE } as const
  expect(await planAct(held.db, small.officer, placeOf(small), input, LATER)).toMatchObject({ ok: true, value: { applications: 1, changed: 0 } })
})

test('an application decided before the correction stays as decided, and its page and the list say to look again until an officer does', async () => {
  const { small, application, corrects, decides, view } = await read()
  expect((await decides(ASKED)).ok).toBe(true)
  await corrects({ birth_date: '2010-05-05' })
  await rereadApplication(held.db, small.organisation, application, LATER)
  expect(await view()).toMatchObject({ state: 'eligible', lookAgain: true })
  const desk = mounted(held.db, eligibilityRoutes, small.officer, LATER)
  const listed = async (again: string) =>
    (await (await desk.get(`/fr/desk/2024/applications?again=${again}`)).text()).includes(`/eligibility/${application}`)
  const exported = async (again: string) =>
    (await (await desk.get(`/fr/desk/2024/applications.csv?again=${again}`)).text()).includes('Réponses corrigées')
  expect([await listed('yes'), await listed('no'), await exported('yes'), await exported('no')]).toEqual([true, false, true, false])
  const marks = { ar: 'صُحِّح بعد القرار', fr: 'Corrigée depuis la décision', en: 'Corrected since the decision' }
  for (const language of LANGUAGES)
    for (const path of ['applications?view=all', `eligibility/${application}`]) {
      const page = await (await desk.get(`/${language}/desk/2024/${path}`)).text()
      expect([page.includes(marks[language]), await htmlFaults(page)], `${language} ${path}`).toEqual([true, []])
    }
  const confirmed = await recordVerdict(
    held.db,
    small.officer,
    placeOf(small),
    { application, rule: 'age', verdict: 'met', reason: 'Faute de frappe, acte vu' },
    LATER,
  )
  expect(confirmed.ok).toBe(true)
  expect((await view()).lookAgain).toBe(false)
  expect([await listed('yes'), await listed('no'), await exported('')]).toEqual([false, true, false])
  expect(await (await desk.get('/fr/desk/2024/applications?view=all')).text()).not.toContain(marks.fr)
})

test('a correction that changes no verdict asks nobody to look again', async () => {
  const { small, application, corrects, decides, view } = await read()
  expect((await decides(ASKED)).ok).toBe(true)
  await corrects({ birth_date: '1997-05-05' })
  await rereadApplication(held.db, small.organisation, application, LATER)
  expect(await view()).toMatchObject({ state: 'eligible', lookAgain: false })
})

test('the automatic checks of the list read anew what was corrected, of applications already decided too', async () => {
  const { small, corrects, decides, view } = await read()
  expect((await decides(ASKED)).ok).toBe(true)
  await corrects({ birth_date: '2010-05-05' })
  expect((await runAutomaticChecks(held.db, small.officer, placeOf(small), LATER)).ok).toBe(true)
  expect(await view()).toMatchObject({ state: 'eligible', lookAgain: true })
})

test('sending a correction leaves the reading of its rules to be done at once', async () => {
  const { application, corrects } = await read()
  await corrects({ birth_date: '2010-05-05' })
  const jobs = await sql<{ payload: { application: string } }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'correction-reread' and j.payload->>'application' = ${application}`.execute(held.db)
  expect(jobs.rows).toHaveLength(1)
})
