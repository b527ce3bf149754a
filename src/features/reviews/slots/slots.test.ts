import { expect, test } from 'vitest'
import { staffOf, type Submitted } from '../../../../tests/database/small-edition.ts'
import { day, openedSlots, type SlotStage, slotStage } from '../../../../tests/database/small-slots.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { recordAttendance } from '../commands/interview.ts'
import { declareConflict } from '../commands/review.ts'
import { interviewsOf } from '../queries/interviews.ts'
import { reviewRoutes } from '../routes.tsx'
import { bookSlot } from './commands/book-slot.ts'
import type { SlotTerms } from './commands/open-slots.ts'
import { remindInterviews } from './commands/remind-interviews.ts'
import { slotsLeft } from './left.ts'
import { choiceOf } from './queries/choice.ts'
import { panelOf } from './queries/panel.ts'
import { slotsOf } from './queries/slots.ts'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const ORIGIN = 'https://kawaliss.example'

const stage = () => slotStage(held.db)
const opened = (at: SlotStage, more: Partial<SlotTerms> = {}) => openedSlots(held.db, at, more)

async function asked(at: SlotStage): Promise<void> {
  const view = await slotsOf(held.db, at.small.officer, at.place, 'fr', NOW)
  const fields = { fingerprint: view?.fingerprint ?? '', application: at.files.map((one) => one.application), anyway: 'yes' }
  expect((await at.desk.post('/fr/desk/2024/interviews/requests', fields)).headers.get('location')).toBe('/fr/desk/2024/interviews/slots?said=asked')
}

const freeFor = async (file: Submitted, now = NOW) => (await choiceOf(held.db, file.holder, file.application, now))?.free ?? []
const book = (file: Submitted, slot: string | undefined, viewer = file.holder, now = NOW) =>
  bookSlot(held.db, viewer, { application: file.application, slot: slot ?? '' }, ORIGIN, now)
const code = (outcome: { ok: boolean; code?: string }): string => (outcome.ok ? 'ok' : (outcome.code ?? ''))

test('of two who choose the same hour at once one has it, and the other reads what is still free', async () => {
  const at = await stage()
  expect(await opened(at)).toEqual({ ok: true, value: { opened: 2 } })
  await asked(at)
  const [first, second, third] = at.files
  const [early, late] = await freeFor(first)
  const outcomes = await Promise.all([book(first, early?.slot), book(second, early?.slot)])
  expect(outcomes.map(code).sort()).toEqual(['ok', 'slot/taken'])
  const loser = outcomes[0]?.ok ? second : first
  const room = mounted(held.db, reviewRoutes, loser.holder, NOW)
  const shown = await room.post(`/ar/interviews/${loser.application}/booking`, { slot: early?.slot ?? '' })
  const markup = await shown.text()
  expect([shown.status, markup.includes(late?.slot ?? '-'), markup.includes(`value="${early?.slot}"`)]).toEqual([409, true, false])
  const none = await room.post(`/ar/interviews/${loser.application}/booking`, {})
  expect([none.status, await htmlFaults(await none.text())]).toEqual([422, []])
  expect((await room.post(`/ar/interviews/${loser.application}/booking`, { slot: late?.slot ?? '' })).status).toBe(303)
  expect(await freeFor(third)).toEqual([])
  const calendar = await (await room.get(`/ar/interviews/${loser.application}/calendar.ics`)).text()
  expect(calendar.match(/^DT(START|END):.*$/gm)).toEqual(['DTSTART:20240424T083000Z', 'DTEND:20240424T085500Z'])
  expect((await mounted(held.db, reviewRoutes, third.holder, NOW).get(`/fr/interviews/${loser.application}`)).status).toBe(404)
  const phoned = async (): Promise<boolean> => (await (await room.get(`/fr/interviews/${loser.application}`)).text()).includes('ppelez-nous')
  const help = (phone: string) =>
    held.db
      .updateTable('call')
      .set({ texts: JSON.stringify({ help: { phone, hours: { ar: '', fr: '', en: '' } } }) })
      .where('organisation', '=', at.small.organisation)
      .execute()
  await help('')
  expect(await phoned()).toBe(false)
  await help('+212535000000')
  expect(await phoned()).toBe(true)
})

test('hours are those of the clock on each day, also across the end of Ramadan; clashes are told by name and never opened', async () => {
  const at = await stage()
  const typed = { 'first.day': '13', 'first.month': '4', 'first.year': '2024', 'last.day': '15', 'last.month': '4', 'last.year': '2024' }
  const fields = { ...typed, from: '09:00', to: '10:00', minutes: '25', pause: '5', change_hours: '24', place: 'Fès', region: 'fes', languages: 'fr' }
  const query = new URLSearchParams({ ...fields, panel: at.one.reviewer }).toString()
  const shown = await (await at.desk.get(`/fr/desk/2024/interviews/slots/plan?${query}`)).text()
  const starts = [...shown.matchAll(/name="start" value="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(starts.filter((_, place) => place % 2 === 0)).toEqual(['2024-04-13T09:00:00.000Z', '2024-04-14T08:00:00.000Z', '2024-04-15T08:00:00.000Z'])
  const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(shown)?.[1] ?? ''
  const chosen = { ...fields, panel: at.one.reviewer, fingerprint, start: starts.slice(0, 3) }
  expect((await at.desk.post('/fr/desk/2024/interviews/slots', chosen)).headers.get('location')).toBe('/fr/desk/2024/interviews/slots?said=opened')
  const again = await at.desk.post('/fr/desk/2024/interviews/slots', chosen)
  expect([again.status, (await again.text()).includes('name="fingerprint"')]).toEqual([409, true])
  expect(code(await opened(at, { place: 'Fès', days: [day('2024-04-13', '09:00', '10:00')], panel: [at.other.reviewer] }))).toBe('slot/clash')
  const elsewhere = await opened(at, { place: 'Taza', days: [day('2024-04-13', '09:10', '10:10')] })
  const reader = (await slotsOf(held.db, at.small.officer, at.place, 'fr', NOW))?.reviewers.find((one) => one.reviewer === at.one.reviewer)
  expect(elsewhere).toEqual({ ok: false, code: 'slot/clash', details: { names: reader?.name } })
  expect(code(await opened(at, { days: [day('2024-04-24'), day('2024-04-24', '08:30', '09:30')] }))).toBe('slot/overlap')
  expect(code(await opened(at, { days: [day('2024-04-09')] }))).toBe('slot/past')
})

test('who is in conflict with a file is not on its panel and stays on the others; a slot with nobody left is not offered', async () => {
  const at = await stage()
  const [first, second] = at.files
  const { organisation, edition, officer } = at.small
  await held.db
    .insertInto('conflict')
    .values({
      organisation,
      edition,
      reviewer: at.one.reviewer,
      application: first.application,
      kind: 'declared',
      note: '',
      declared_at: NOW,
      declared_by: officer.person.id,
    })
    .execute()
  await opened(at)
  await opened(at, { place: 'Fès, salle 2', days: [day('2024-04-25')], panel: [at.one.reviewer] })
  await asked(at)
  expect([(await freeFor(first)).length, (await freeFor(second)).length]).toEqual([2, 4])
  const [early, late] = await freeFor(first)
  expect([code(await book(first, early?.slot)), code(await book(second, late?.slot))]).toEqual(['ok', 'ok'])
  const numbers = async (who: SlotStage['one']) => (await panelOf(held.db, who.viewer, 'fr')).map((line) => line.number)
  expect([await numbers(at.one), await numbers(at.other)]).toEqual([[second.number], [first.number, second.number]])
  const sheet = JSON.stringify(await panelOf(held.db, at.other.viewer, 'fr'))
  expect(sheet).not.toContain((await interviewsOf(held.db, officer, at.place, 'fr'))?.lines[0]?.holderName)
  const [, mine] = await panelOf(held.db, at.other.viewer, 'fr')
  expect(code(await declareConflict(held.db, at.other.viewer, { assignment: mine?.assignment ?? '', note: '' }, NOW))).toBe('ok')
  expect([await numbers(at.one), await numbers(at.other)]).toEqual([[second.number], [first.number]])
})

test('an hour is changed until the hour that was told; then the office books, and again for whoever missed it', async () => {
  const at = await stage()
  const [first, second, third] = at.files
  await opened(at, { days: [day('2024-04-24'), day('2024-04-26')] })
  expect(code(await book(first, (await slotsOf(held.db, at.small.officer, at.place, 'fr', NOW))?.slots[0]?.slot))).toBe('slot/not-asked')
  await asked(at)
  const [one, two, three, four] = (await freeFor(first)).map((slot) => slot.slot)
  expect([code(await book(first, one)), code(await book(first, two)), code(await book(second, one))]).toEqual(['ok', 'ok', 'ok'])
  const late = new Date('2024-04-23T08:31:00Z')
  expect(code(await book(first, three, first.holder, late))).toBe('slot/too-late')
  expect([code(await book(third, three, second.holder)), code(await book(third, three, at.small.officer))]).toEqual(['slot/unknown', 'ok'])
  const after = new Date('2024-04-24T10:00:00Z')
  const interview =
    (await interviewsOf(held.db, at.small.officer, at.place, 'fr'))?.lines.find((line) => line.number === first.number)?.interview ?? ''
  await recordAttendance(held.db, at.small.officer, at.place, { interview, attended: false }, after)
  expect([code(await book(first, four, first.holder, after)), code(await book(first, four, at.small.officer, after))]).toEqual([
    'slot/by-office',
    'ok',
  ])
  expect((await choiceOf(held.db, first.holder, first.application, after))?.held?.from).toEqual(new Date('2024-04-26T08:30:00Z'))
})

test('a reminder leaves once the day before, and once to whoever has not chosen', async () => {
  const at = await stage()
  await opened(at, { days: [day('2024-04-24'), day('2024-04-25')] })
  await asked(at)
  const [slot] = await freeFor(at.files[0])
  await book(at.files[0], slot?.slot)
  const sent = async () => {
    const rows = await held.db
      .selectFrom('message')
      .select('kind')
      .where('organisation', '=', at.small.organisation)
      .where('kind', 'like', 'interview%')
      .execute()
    return Object.fromEntries(Object.entries(Object.groupBy(rows, (row) => row.kind)).map(([kind, all]) => [kind, all?.length]))
  }
  expect(await sent()).toEqual({ 'interview-choice': 3, 'interview-booked': 1 })
  for (const moment of ['2024-04-12T08:10:00Z', '2024-04-14T08:10:00Z', '2024-04-22T08:10:00Z', '2024-04-23T08:10:00Z', '2024-04-24T07:10:00Z'])
    await remindInterviews(held.db, ORIGIN, new Date(moment))
  expect(await sent()).toEqual({ 'interview-choice': 3, 'interview-booked': 1, 'interview-choice-reminder': 2, 'interview-reminder': 1 })
})

test('every page is valid in three languages, and opens for those it is for', async () => {
  const at = await stage()
  await opened(at)
  await asked(at)
  const [slot] = await freeFor(at.files[0])
  await book(at.files[0], slot?.slot)
  const desk = ['/desk/2024/interviews', '/desk/2024/interviews/slots', '/desk/2024/interviews/slots/new', '/desk/2024/interviews/days']
  const status = async (viewer: SlotStage['small']['officer'], paths: readonly string[]) => {
    const room = mounted(held.db, reviewRoutes, viewer, NOW)
    return Promise.all(paths.map(async (path) => (await room.get(`/fr${path}`)).status))
  }
  const [auditor, donor] = [await staffOf(held.db, at.small, 'auditor'), await staffOf(held.db, at.small, 'donor')]
  expect(await status(auditor, desk)).toEqual([200, 200, 404, 200])
  expect(await status(donor, desk)).toEqual([404, 404, 404, 404])
  expect(await status(auditor, ['/panel', `/interviews/${at.files[0].application}`])).toEqual([404, 404])
  for (const [viewer, paths] of [
    [at.small.officer, desk],
    [at.one.viewer, ['/panel']],
    [at.files[0].holder, [`/interviews/${at.files[0].application}`]],
    [at.files[1].holder, [`/interviews/${at.files[1].application}`]],
  ] as const)
    for (const language of LANGUAGES)
      for (const path of paths) {
        const answer = await mounted(held.db, reviewRoutes, viewer, NOW).get(`/${language}${path}`)
        expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
      }
  const stale = await at.desk.post('/fr/desk/2024/interviews/requests', { fingerprint: '0'.repeat(64), application: at.files[1].application })
  expect([stale.status, await htmlFaults(await stale.text())]).toEqual([409, []])
  const unknown = await at.desk.post('/fr/desk/2024/interviews/bookings', { for: 'x', slot: '' })
  expect(unknown.status).toBe(422)
})

test('slots of all regions count once; asking more than slots are left is done only when it is meant', async () => {
  const at = await stage()
  expect(await opened(at, { region: null })).toEqual({ ok: true, value: { opened: 2 } })
  const view = async () => slotsOf(held.db, at.small.officer, at.place, 'fr', NOW)
  const all = new Set(at.files.map((one) => one.application))
  const shown = await view()
  if (shown === null) throw new Error('The officer sees the slots.')
  const none = { slots: 0, free: 0 }
  const heldIn = (language: 'ar' | 'fr') => ({ language, free: 2, waiting: 0 })
  expect(slotsLeft(shown, ['fes', 'ori'], NOW, all)).toEqual({
    regions: [
      { region: 'fes', ...none, waiting: 3, lacks: 3, languages: [{ language: 'fr', free: 0, waiting: 3 }] },
      { region: 'ori', ...none, waiting: 0, lacks: 0, languages: [] },
    ],
    shared: { slots: 2, free: 2, languages: [heldIn('ar'), heldIn('fr')] },
    missing: 1,
  })
  const path = '/fr/desk/2024/interviews/requests'
  const fields = { fingerprint: shown.fingerprint, application: [...all] }
  const refused = await at.desk.post(path, fields)
  const markup = await refused.text()
  expect([refused.status, markup.includes('name="anyway"'), markup.includes('1 dossier n’aurait pas de créneau'), await htmlFaults(markup)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect((await view())?.candidates.every((one) => one.askedAt === null)).toBe(true)
  expect((await at.desk.post(path, { ...fields, application: [...all].slice(0, 2) })).status).toBe(303)
  expect((await at.desk.post(path, { application: [...all].slice(2), fingerprint: (await view())?.fingerprint ?? '', anyway: 'yes' })).status).toBe(
    303,
  )
})
