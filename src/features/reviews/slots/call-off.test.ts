import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Submitted } from '../../../../tests/database/small-edition.ts'
import { openedSlots, type SlotStage, slotStage } from '../../../../tests/database/small-slots.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { newId } from '../../../platform/database/id.ts'
import { inviteToInterview } from '../commands/interview.ts'
import { withdrawApplication } from '../../applications/commands/withdraw-application.ts'
import { decideEligibility, recordVerdicts } from '../../eligibility/commands/decide.ts'
import { reviewRoutes } from '../routes.tsx'
import { bookSlot } from './commands/book-slot.ts'
import { callOffInterview } from './commands/call-off.ts'
import { freeSlots } from './queries/choice.ts'
import { calledOffMail, panelCalledOffMail } from './mails.ts'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const ORIGIN = 'https://kawaliss.example'

/** Two files hold the two slots of one morning. */
async function booked(): Promise<{ at: SlotStage; files: readonly [Submitted, Submitted] }> {
  const at = await slotStage(held.db)
  await openedSlots(held.db, at)
  const [first, second] = at.files
  for (const file of [first, second]) {
    const [slot] = await free(at, file)
    const outcome = await bookSlot(held.db, at.small.officer, { application: file.application, slot: slot?.slot ?? '' }, ORIGIN, NOW)
    if (!outcome.ok) throw new Error(outcome.code)
  }
  return { at, files: [first, second] }
}

const free = (at: SlotStage, { application }: Submitted, now = NOW) =>
  freeSlots(held.db, at.small.organisation, { application, edition: at.small.edition, region: 'fes', language: 'fr' }, now)
const callOff = (at: SlotStage, { application }: Submitted, now = NOW) => callOffInterview(held.db, at.small.organisation, application, ORIGIN, now)
const mails = async (at: SlotStage) =>
  held.db
    .selectFrom('message')
    .select(['kind', 'person'])
    .where('organisation', '=', at.small.organisation)
    .where('kind', 'like', 'interview-called-off%')
    .orderBy('kind')
    .execute()
const jobs = async (application: string) =>
  (
    await sql`select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'interview-call-off' and j.payload->>'application' = ${application}`.execute(held.db)
  ).rows.length

const RULES = ['age', 'region', 'kind', 'creation', 'past', 'whole', 'once']

/** The panel is ended by hand, what was read is confirmed to count no more, and the file is not eligible. */
async function refuse(at: SlotStage, { application }: Submitted): Promise<void> {
  await held.db
    .updateTable('assignment')
    .set({ ended_at: NOW, ended_by: at.small.officer.person.id, end_reason: 'Non éligible' })
    .where('application', '=', application)
    .where('ended_at', 'is', null)
    .where('stage', '=', 'interview')
    .execute()
  const verdicts = RULES.map((rule) => ({ rule, verdict: rule === 'age' ? ('not-met' as const) : ('met' as const), reason: 'Pièces relues' }))
  expect(await recordVerdicts(held.db, at.small.officer, at.place, application, verdicts, NOW, true)).toMatchObject({ ok: true })
  const no = { application, eligible: false, ground: 'age', reason: 'Âge dépassé', confirmed: true }
  expect(await decideEligibility(held.db, at.small.officer, at.place, no, NOW)).toMatchObject({ ok: true })
}

test('an interview of a file found not eligible is called off: the slot is free, the team and the panel are told, once', async () => {
  const { at, files } = await booked()
  const [file, other] = files
  expect([await callOff(at, file), (await free(at, other)).length]).toEqual([false, 0])
  await refuse(at, file)
  expect(await jobs(file.application)).toBe(1)
  expect([await callOff(at, file), await callOff(at, file), await callOff(at, other)]).toEqual([true, false, false])
  expect((await free(at, other)).length).toBe(1)
  expect(await mails(at)).toEqual([
    { kind: 'interview-called-off', person: file.holder.person.id },
    ...[at.one, at.other]
      .map(({ viewer }) => ({ kind: 'interview-called-off-panel', person: viewer.person.id }))
      .sort((a, b) => (a.person < b.person ? -1 : 1)),
  ])
  const kept = await held.db.selectFrom('interview_called_off').select(['why', 'place']).where('application', '=', file.application).execute()
  const acts = await held.db
    .selectFrom('audit_entry')
    .select('actor')
    .where('act', '=', 'interview/called-off')
    .where('stream', '=', file.application)
    .execute()
  expect([kept, acts]).toEqual([[{ why: 'ineligible', place: 'Fès, salle 1' }], [{ actor: at.small.officer.person.id }]])
  const desk = await (await at.desk.get('/fr/desk/2024/interviews')).text()
  expect([desk.includes(file.number), desk.includes(other.number), await htmlFaults(desk)]).toEqual([false, true, []])
  const own = mounted(held.db, reviewRoutes, file.holder, NOW)
  expect((await own.get(`/fr/interviews/${file.application}`)).status).toBe(404)
})

test('an interview of a file its holder takes back is called off too; one that has begun stays, and one of a file that came back is arranged anew', async () => {
  const { at, files } = await booked()
  const [file, other] = files
  const own = { application: file.application, reason: '' }
  expect(await withdrawApplication(held.db, file.holder, own, NOW)).toMatchObject({ ok: true })
  expect(await jobs(file.application)).toBe(1)
  expect([await callOff(at, file, new Date('2024-04-24T08:31:00Z')), await callOff(at, file)]).toEqual([false, true])
  const ended = await held.db
    .selectFrom('assignment')
    .select('end_reason')
    .where('application', '=', file.application)
    .where('stage', '=', 'interview')
    .execute()
  expect(ended).toEqual([{ end_reason: 'withdrawn' }, { end_reason: 'withdrawn' }])

  await refuse(at, other)
  expect(await callOff(at, other)).toBe(true)
  const again = { organisation: at.small.organisation, application: other.application, eligible: true, ground: null, reason: '', decided_at: NOW }
  await held.db
    .insertInto('eligibility_decision')
    .values({ ...again, seq: 3, decided_by: at.small.officer.person.id })
    .execute()
  const hour = { from: new Date('2024-04-25T08:00:00Z'), to: new Date('2024-04-25T08:30:00Z'), place: 'Fès, salle 2' }
  const invited = { ...hour, application: other.application, panel: [at.one.reviewer, at.other.reviewer] }
  expect(await inviteToInterview(held.db, at.small.officer, at.place, invited, NOW)).toMatchObject({ ok: true })
})

test('mails about an interview give the number of the call where there is one, and promise none where there is not', () => {
  const about = { application: newId(), number: 'KW-2024-0001', title: 'T', holderName: 'H', from: NOW, place: 'Fès', zone: 'Africa/Casablanca' }
  for (const language of LANGUAGES) {
    const text = (phone: string | null) => JSON.stringify(calledOffMail({ ...about, language, phone }, 'ineligible', ORIGIN)).replaceAll('\u2060', '')
    expect([text('+212535000000').includes('0535-000000'), text(null).includes('0535')], language).toEqual([true, false])
    expect(text(null)).not.toMatch(/appelez|[Cc]all us|كلمنا/)
    expect(JSON.stringify(panelCalledOffMail({ ...about, language, phone: null }, language, ORIGIN))).not.toContain('"H"')
  }
})
