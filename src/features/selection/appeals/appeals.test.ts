import { expect, test } from 'vitest'
import { reviewerIn, staffOf } from '../../../../tests/database/small-edition.ts'
import { roomToSelect } from '../../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { type Mounted, mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { type SelectionRecord, sealedText, verifyRecord } from '../../../engines/record.ts'
import { solveSelection } from '../../../engines/selection/index.ts'
import { approveBatch } from '../../messages/index.ts'
import { appealSelection } from '../commands/appeal.ts'
import { prepareSelectionAppealAnswer, saySelectionAppealAnswer } from '../commands/appeal-answer.ts'
import { prepareResultLetters } from '../commands/letters.ts'
import { planSelection } from '../commands/plan.ts'
import { publishSelection } from '../commands/publish.ts'
import { sealSelection } from '../commands/seal.ts'
import { ownSelectionAppeal } from '../queries/appeals.ts'
import { reserveLine } from '../queries/reserve-line.ts'
import { reasonSheet } from '../queries/reason-sheet.ts'
import { selectionRoutes } from '../routes.tsx'

const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
const NOW = new Date('2024-04-29T10:00:00Z')
const LEFT = new Date('2024-04-30T12:00:00Z')
/** 23:59 in Morocco on the tenth day. */
const LAST = new Date('2024-05-10T22:59:00Z')

/** Four of eight selected, two in each region; published, and the letters gone. */
async function decided() {
  const made = await roomToSelect(held.db)
  const { small } = made
  const place = { programme: small.programme, edition: small.edition }
  await held.db.updateTable('edition').set({ comments_told: 'all' }).where('id', '=', small.edition).execute()
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  const chair = await staffOf(held.db, small, 'chair')
  const seal = await sealSelection(held.db, chair, plan.value.plan, plan.value.fingerprint, NOW)
  if (!seal.ok) throw new Error(seal.code)
  const rows = await held.db
    .selectFrom('decision as d')
    .innerJoin('application_member as m', 'm.application', 'd.application')
    .select(['d.application', 'd.outcome', 'd.region', 'd.rank', 'm.person'])
    .where('d.organisation', '=', small.organisation)
    .orderBy('d.rank')
    .execute()
  const holderOf = (application: string): SignedIn => ({
    organisation: small.organisation,
    person: { id: rows.find((row) => row.application === application)?.person ?? '', nameAr: '', nameLatin: '', language: 'fr' },
    grants: [],
  })
  const publish = async () => {
    await publishSelection(held.db, small.director, place, NOW)
    const letters = await prepareResultLetters(held.db, small.officer, place, ORIGIN, NOW)
    if (letters.ok) await approveBatch(held.db, small.director, letters.value.batch, LEFT)
  }
  const { record } = await held.db.selectFrom('selection_seal').select('record').where('edition', '=', small.edition).executeTakeFirstOrThrow()
  return { ...made, place, chair, rows, holderOf, publish, hash: seal.value.hash, record: JSON.parse(record) as SelectionRecord }
}

/** Added and divided in whole hundredths and millionths, by hand. */
const mean = (scores: readonly string[]): number => scores.reduce((sum, one) => sum + Math.round(Number(one) * 100), 0) / scores.length / 100

test('every applicant reads why, and each figure of the sheet is found again from the sealed record alone', async () => {
  const { rows, holderOf, publish, record, hash, small } = await decided()
  const one = rows.find((row) => row.outcome === 'not-selected')?.application as string
  expect(await reasonSheet(held.db, holderOf(one), one, 'fr')).toBeNull()
  await publish()
  const stranger = { ...small.officer, grants: [] }
  expect(await reasonSheet(held.db, stranger, one, 'fr')).toBeNull()
  for (const { application, outcome } of rows) {
    const sheet = await reasonSheet(held.db, holderOf(application), application, 'fr')
    if (sheet === null) throw new Error('no sheet')
    const { figures } = sheet
    const scores = (stage: string) =>
      (record.sources?.reviews ?? []).filter((r) => r.application === application && r.stage === stage).map((r) => r.score)
    const weight = Number(record.sources?.interviewWeight)
    const score = (1 - weight) * mean(scores('reading')) + weight * mean(scores('interview'))
    expect([sheet.hash, sheet.outcome, figures.readings.count, figures.interviews.count]).toEqual([hash, outcome, 2, 1])
    expect(Number(figures.score)).toBeCloseTo(score, 5)
    const better = record.input.candidates.filter((c) => Number(c.score) > score + 1e-9).length
    expect(figures.rank).toBe(better + 1)
    // What the total would be with the opposite decision, solved again.
    const choice = outcome === 'selected' ? { forced_out: [application] } : { forced_in: [application] }
    const { total } = await solveSelection({ ...record.input, ...choice, explain: false, stability: undefined, reserve: 0 } as never)
    expect(Number(figures.points)).toBeCloseTo(Number(record.output.total) - Number(total), 5)
    if (outcome !== 'selected') expect(Number(figures.sufficient)).toBeCloseTo(score + Number(figures.points), 5)
  }
  expect(await verifyRecord(sealedText(record).text)).toEqual({ hash, faults: [], notes: [] })
  const [first, ...others] = record.sources?.reviews ?? []
  if (first === undefined || record.sources === undefined) throw new Error('no sources')
  const forged = { ...record, sources: { ...record.sources, reviews: [{ ...first, score: '10.00' }, ...others] } }
  expect((await verifyRecord(sealedText(forged).text)).faults.map(({ kind }) => kind)).toEqual(['sources', 'candidates'])
})

test('the sheet is a page and a document in three languages, linked from the letter; comments are told without a name where the edition says so', async () => {
  const { rows, holderOf, publish, small } = await decided()
  const { application } = rows.find((row) => row.outcome === 'reserve') as (typeof rows)[number]
  await held.db
    .updateTable('review')
    .set({ comments: JSON.stringify({ team: 'Une équipe solide.' }) })
    .where('organisation', '=', small.organisation)
    .execute()
  await publish()
  const desk = mounted(held.db, selectionRoutes, holderOf(application), LEFT)
  for (const language of LANGUAGES) {
    const html = await (await desk.get(`/${language}/applications/${application}/reasons`)).text()
    expect([html.includes('Une équipe solide.'), await htmlFaults(html)], language).toEqual([true, []])
    const pdf = new Uint8Array(await (await desk.get(`/${language}/applications/${application}/reasons.pdf`)).arrayBuffer())
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
  }
  const letter = await held.db.selectFrom('message').select('content').where('object', '=', application).executeTakeFirstOrThrow()
  expect(JSON.stringify(letter.content)).toContain(`/applications/${application}/reasons`)
})

test('an appeal is lodged once, by the holder, until the last minute of the term, and answered by people who had no part in the decision', async () => {
  const { rows, holderOf, publish, place, small, chair, reviewer } = await decided()
  const last = [...rows].reverse().find((row) => row.outcome === 'not-selected' && row.region === 'fes') as (typeof rows)[number]
  const { application } = last
  const lodge = (viewer = holderOf(application), at = LAST, text = 'Le budget a été mal lu.') =>
    appealSelection(held.db, viewer, { application, text }, ORIGIN, at)
  expect(await lodge()).toEqual(refused('appeal/unknown'))
  await publish()
  expect(await lodge(undefined, new Date(LAST.getTime() + 1))).toEqual(refused('appeal/too-late', { until: LAST.toISOString() }))
  expect(await lodge(small.officer)).toEqual(refused('appeal/unknown'))
  const [one, other] = await Promise.all([lodge(), lodge()])
  expect([one.ok, other.ok].sort()).toEqual([false, true])
  const first = rows[0] as (typeof rows)[number]
  expect(await appealSelection(held.db, holderOf(first.application), { application: first.application, text: 'x' }, ORIGIN, LEFT)).toEqual(
    refused('appeal/nothing-to-appeal'),
  )
  const readers = [(await reviewerIn(held.db, small)).viewer, (await reviewerIn(held.db, small)).viewer] as const
  const panel = readers.map((one) => one.person.id)
  const input = { application, panel, upheld: true, score: '99.00', answer: 'Relu : le budget est complet.', seen: 0 }
  const prepare = (more: Partial<typeof input> = {}, viewer: SignedIn = small.officer) =>
    prepareSelectionAppealAnswer(held.db, viewer, place, { ...input, ...more }, ORIGIN, LAST)
  expect(await prepare({}, chair)).toEqual(refused('selection-appeal/answerer-took-part'))
  expect(await prepare({ panel: panel.slice(0, 1) })).toEqual(refused('selection-appeal/panel-too-small', { count: 2 }))
  expect(await prepare({ panel: [...panel, reviewer.viewer.person.id] })).toEqual(refused('selection-appeal/panel-took-part'))
  expect(await prepare({ panel: [...panel, small.officer.person.id] })).toEqual(refused('selection-appeal/preparer-on-panel'))
  // A tie that leaves no doubt keeps them out as a conflict they told does.
  const tied = await reviewerIn(held.db, small)
  const tie = { organisation: small.organisation, edition: small.edition, reviewer: tied.reviewer, application }
  await held.db
    .insertInto('conflict_found')
    .values({ ...tie, kind: 'organisation', sign: 'domain', certain: true, shared: 'atelier.example', found_at: NOW })
    .execute()
  expect(await prepare({ panel: [...panel, tied.viewer.person.id] })).toEqual(refused('selection-appeal/panel-took-part'))
  expect(await prepare({ score: null as never })).toEqual(refused('selection-appeal/score-missing'))
  expect(await prepare({}, await staffOf(held.db, small, 'auditor'))).toEqual(refused('appeal/unknown'))
  expect(await prepare()).toEqual(ok({ version: 1 }))
  expect(await prepare({ answer: 'Une autre.' })).toEqual(refused('selection-appeal/answer-changed'))
  const says = (viewer: SignedIn, more: object = {}) =>
    saySelectionAppealAnswer(held.db, viewer, { application, says: 'confirmed', seen: 1, read: true, word: '', ...more }, ORIGIN, LAST)
  expect(await says(small.officer)).toEqual(refused('appeal/unknown'))
  expect(await says(readers[0], { read: false })).toEqual(refused('selection-appeal/not-read'))
  expect(await says(readers[0], { says: 'sent-back' })).toEqual(refused('selection-appeal/word-missing'))
  expect(await says(readers[0])).toEqual(ok({ answered: false, next: false }))
  expect(await says(readers[0])).toEqual(refused('selection-appeal/said-already'))
  expect(await says(readers[1], { says: 'sent-back', word: 'La note est trop haute.' })).toEqual(ok({ answered: false, next: false }))
  const { answered_at } = await held.db
    .selectFrom('selection_appeal')
    .select('answered_at')
    .where('application', '=', application)
    .executeTakeFirstOrThrow()
  const told = await held.db
    .selectFrom('message')
    .select('id')
    .where('kind', '=', 'selection-appeal-answer')
    .where('object', '=', application)
    .execute()
  expect([answered_at, told]).toEqual([null, []])
  // Whoever prepared it reads at once why it came back, and where to prepare another.
  const back = await held.db
    .selectFrom('message')
    .select(['person', 'language', 'subject', 'content'])
    .where('kind', '=', 'selection-appeal-sent-back')
    .where('object', '=', application)
    .execute()
  expect(back.map(({ person }) => person)).toEqual([small.officer.person.id])
  expect(JSON.stringify(back)).toContain('La note est trop haute.')
  expect(JSON.stringify(back)).toContain(`${ORIGIN}/${small.officer.person.language}/desk/2024/selection/appeals`)
  // Prepared again, everybody is asked again; two who confirm at the same moment answer it once.
  expect(await prepare({ seen: 1 })).toEqual(ok({ version: 2 }))
  expect(await says(readers[0])).toEqual(refused('selection-appeal/answer-changed'))
  const both = await Promise.all(readers.map((one) => says(one, { seen: 2 })))
  expect(both).toEqual(expect.arrayContaining([ok({ answered: true, next: true }), ok({ answered: false, next: false })]))
  expect(await prepare({ seen: 2 })).toEqual(refused('appeal/already-answered'))
  expect(await says(readers[0], { seen: 2 })).toEqual(refused('appeal/already-answered'))
  const row = await held.db.selectFrom('selection_appeal').selectAll().where('application', '=', application).executeTakeFirstOrThrow()
  expect(await verifyRecord(row.record ?? '')).toEqual({ hash: row.hash, faults: [], notes: [] })
  const before = await held.db
    .selectFrom('decision')
    .select(['application', 'outcome'])
    .where('edition', '=', small.edition)
    .orderBy('rank')
    .execute()
  expect(before.map(({ application: id, outcome }) => [id, outcome])).toEqual(rows.map((r) => [r.application, r.outcome]))
  expect((await ownSelectionAppeal(held.db, holderOf(application), application))?.appeal?.answer?.next).toBe(true)
  const line = (await reserveLine(held.db, small.organisation, small.edition, 'fr')).filter((one) => one.region === 'fes')
  expect(line.map(({ application: id, rank }) => [id === application, rank])).toEqual([
    [true, null],
    [false, 1],
  ])
  const acts = await held.db.selectFrom('audit_entry').select(['act', 'payload']).where('stream', '=', application).orderBy('seq').execute()
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['selection-appeal/lodged', 'selection-appeal/answered']))
  expect(JSON.stringify(acts)).not.toContain('budget')
})

test('a new score that does not reach the list changes no decision, and the pages keep what was typed', async () => {
  const { rows, holderOf, publish, small } = await decided()
  const { application } = rows.at(-1) as (typeof rows)[number]
  await publish()
  const own = mounted(held.db, selectionRoutes, holderOf(application), LEFT)
  const page = `/applications/${application}/selection-appeal`
  for (const language of LANGUAGES) expect(await htmlFaults(await (await own.get(`/${language}${page}`)).text()), language).toEqual([])
  const empty = await own.post(`/fr${page}`, { text: ' ' })
  expect([empty.status, await htmlFaults(await empty.text())]).toEqual([422, []])
  const name = (await held.db.selectFrom('submission').select('holder_name').where('application', '=', application).executeTakeFirstOrThrow())
    .holder_name
  expect((await own.post(`/fr${page}`, { text: `Je suis ${name}. Merci de relire.` })).headers.get('location')).toBe(
    `/fr/applications/${application}/reasons?said=appeal-lodged`,
  )
  expect(await (await own.get(`/fr/applications/${application}/reasons`)).text()).toContain('En attente de réponse')
  const desk = mounted(held.db, selectionRoutes, small.officer, LEFT)
  const fields = { application, [`upheld-${application}`]: 'yes', [`score-${application}`]: '70,5', [`answer-${application}`]: 'Relu avec soin.' }
  const alone = await desk.post('/fr/desk/2024/selection/appeals', fields)
  const again = await alone.text()
  expect([alone.status, again.includes('Relu avec soin.'), again.includes('au moins 2 personnes'), await htmlFaults(again)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  const readers = [(await reviewerIn(held.db, small)).viewer, (await reviewerIn(held.db, small)).viewer]
  const panel = { [`panel-${application}`]: readers.map((one) => one.person.id), [`seen-${application}`]: '0' }
  const done = await desk.post('/fr/desk/2024/selection/appeals', { ...fields, ...panel })
  expect(done.headers.get('location')).toBe('/fr/desk/2024/selection/appeals?said=appeal-prepared')
  expect(await (await desk.get('/fr/desk/2024/selection/appeals')).text()).toContain('En attente de confirmation')
  expect(await (await own.get(`/fr/applications/${application}/reasons`)).text()).toContain('En attente de réponse')
  // Each of the panel reads the file on a page of their own, and nobody else does.
  const reading = `/selection-appeals/${application}`
  expect((await desk.get(`/fr${reading}`)).status).toBe(404)
  for (const [place, viewer] of readers.entries()) {
    const reader = mounted(held.db, selectionRoutes, viewer, LEFT)
    for (const language of LANGUAGES) expect(await htmlFaults(await (await reader.get(`/${language}${reading}`)).text()), language).toEqual([])
    const read = await (await reader.get(`/fr${reading}`)).text()
    expect([read.includes('Merci de relire.'), read.includes(name)]).toEqual([true, false])
    const unread = await reader.post(`/fr${reading}`, { says: 'confirmed', word: 'Bien relu.', seen: '1' })
    const kept = await unread.text()
    expect([unread.status, kept.includes('Bien relu.'), kept.includes('Dites que vous avez relu'), await htmlFaults(kept)]).toEqual([
      422,
      true,
      true,
      [],
    ])
    const said = await reader.post(`/fr${reading}`, { says: 'confirmed', read: 'yes', word: 'Bien relu.', seen: '1' })
    expect(said.headers.get('location')).toBe(`/fr${reading}?said=reading-${place === 0 ? 'confirmed' : 'answered'}`)
    expect(await htmlFaults(await (await reader.get(`/fr${reading}`)).text())).toEqual([])
  }
  for (const language of LANGUAGES)
    expect(await htmlFaults(await (await desk.get(`/${language}/desk/2024/selection/appeals`)).text()), language).toEqual([])
  expect(await (await own.get(`/fr/applications/${application}/reasons`)).text()).toContain('le projet n’entre pas dans la liste')
})

test('a new score that cannot change the decision says so before it counts, and a word on sending back is read by whom it is for', async () => {
  const { rows, holderOf, publish, small } = await decided()
  const { application } = rows.at(-1) as (typeof rows)[number]
  await publish()
  expect((await appealSelection(held.db, holderOf(application), { application, text: 'Relisez.' }, ORIGIN, LEFT)).ok).toBe(true)
  const readers = [(await reviewerIn(held.db, small)).viewer, (await reviewerIn(held.db, small)).viewer]
  const rooms = [small.officer, small.director, ...readers, holderOf(application)].map((one) => mounted(held.db, selectionRoutes, one, LEFT))
  const [desk, direction, first, second, own] = rooms as [Mounted, Mounted, Mounted, Mounted, Mounted]
  const prepare = (seen: string) =>
    desk.post('/fr/desk/2024/selection/appeals', {
      application,
      [`upheld-${application}`]: 'yes',
      [`score-${application}`]: '40',
      [`answer-${application}`]: 'Relu.',
      [`panel-${application}`]: readers.map((one) => one.person.id),
      [`seen-${application}`]: seen,
    })
  expect((await prepare('0')).status).toBe(303)
  const [appeals, reading] = ['/fr/desk/2024/selection/appeals', `/fr/selection-appeals/${application}`]
  const text = async (room: Mounted, path: string): Promise<string> => (await room.get(path)).text()
  const below = 'reste sous le seuil de 60'
  expect([(await text(desk, appeals)).includes(below), (await text(first, reading)).includes(below)]).toEqual([true, true])
  const word = 'La note me semble trop basse.'
  expect((await first.post(reading, { says: 'sent-back', read: 'yes', word, seen: '1' })).status).toBe(303)
  const read = await Promise.all([text(desk, appeals), text(first, reading), text(second, reading), text(direction, appeals)])
  expect(read.map((page) => page.includes(word))).toEqual([true, true, false, false])
  expect((await prepare('1')).status).toBe(303)
  for (const room of [first, second]) expect((await room.post(reading, { says: 'confirmed', read: 'yes', word: '', seen: '2' })).status).toBe(303)
  expect(await text(own, `/fr/applications/${application}/reasons`)).toContain('Le seuil est de 60')
})
