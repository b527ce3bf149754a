import { beforeAll, expect, test } from 'vitest'
import { eligible, reviewerIn, smallEdition, submitted, type SmallEdition, type SmallReviewer } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { newId } from '../../../platform/database/id.ts'
import { type FillableSheet, writeFillable } from '../../../platform/sheets/fillable.ts'
import { type ReadSheet, readXlsx } from '../../../platform/sheets/read-xlsx.ts'
import { saveReview } from '../commands/review.ts'
import { myReviews, reviewPage } from '../queries/my-reviews.ts'
import { reviewRoutes } from '../routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const HIDDEN = 'secret@example.org'
let small: SmallEdition
let applications: { application: string; number: string }[]

beforeAll(async () => {
  small = await smallEdition(held.db)
  applications = [
    await submitted(held.db, small, { region: 'fes', email: HIDDEN }),
    await submitted(held.db, small, { region: 'ori', email: HIDDEN }),
  ]
  await eligible(held.db, small, ...applications.map(({ application }) => application))
})

/** A reader of both files. */
async function reading(): Promise<SmallReviewer & { files: string[]; room: ReturnType<typeof mounted> }> {
  const reader = await reviewerIn(held.db, small)
  const { organisation, edition } = small
  const by = { assigned_at: NOW, assigned_by: small.officer.person.id, third: false, reviewer: reader.reviewer }
  for (const { application } of applications)
    await held.db
      .insertInto('assignment')
      .values({ organisation, id: newId(), edition, stage: 'reading', application, ...by })
      .execute()
  const files = (await myReviews(held.db, reader.viewer)).map(({ assignment }) => assignment)
  return { ...reader, files, room: mounted(held.db, reviewRoutes, reader.viewer, NOW) }
}

async function workbook(room: ReturnType<typeof mounted>, path = '/fr/reviews/paper/2024'): Promise<ReadSheet> {
  const sheets = readXlsx(new Uint8Array(await (await room.get(`${path}/grids.xlsx`)).arrayBuffer()))
  return sheets?.[0] as ReadSheet
}

/** The workbook as a spreadsheet would send it back, with these cells written in. */
async function filled({ cells }: ReadSheet, written: Record<string, string>): Promise<Uint8Array> {
  const all = new Map([...cells, ...Object.entries(written)])
  const rows = Math.max(...[...all.keys()].map((cell) => Number(cell.slice(1))))
  const sheet: FillableSheet = {
    name: 'S',
    columns: [...'ABCDEFG'].map((column) => ({ label: all.get(`${column}1`) ?? '', width: 9 })),
    rows: Array.from({ length: rows - 1 }, (_, at) => [...'ABCDEFG'].map((column) => all.get(`${column}${at + 2}`) ?? null)),
  }
  return writeFillable([sheet], false)
}

async function bring(room: ReturnType<typeof mounted>, bytes: Uint8Array, path = '/fr/reviews/paper/2024'): Promise<[number, string]> {
  const boundary = 'b0undary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="g.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const answer = await room.post(path, new Uint8Array(body), { 'content-type': `multipart/form-data; boundary=${boundary}` })
  return [answer.status, await answer.text()]
}

function shownIn(markup: string): { fingerprint: string; lines: string } {
  const value = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(markup)?.[1] ?? ''
  return { fingerprint: value('fingerprint'), lines: value('lines').replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&') }
}

/** Two files of four criteria: rows 2 to 9. */
const WHOLE = Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9].map((row) => [`E${row}`, row % 2 === 0 ? '٤' : '3']))

test('grids taken away say nothing of who applied, in three languages, on paper and in a workbook', async () => {
  const { room } = await reading()
  for (const language of LANGUAGES) {
    const page = await room.get(`/${language}/reviews/paper/2024`)
    expect([page.status, await htmlFaults(await page.text())]).toEqual([200, []])
    const sheet = await workbook(room, `/${language}/reviews/paper/2024`)
    const text = [...sheet.cells.values()].join('\n')
    expect([text.includes(HIDDEN), text.includes(applications[0]?.number ?? '?'), sheet.cells.size > 40]).toEqual([false, true, true])
    const pdf = Buffer.from(await (await room.get(`/${language}/reviews/paper/2024/grids.pdf`)).arrayBuffer())
    expect([pdf.subarray(0, 5).toString(), pdf.includes(HIDDEN)]).toEqual(['%PDF-', false])
  }
})

test('a workbook filled in comes back whole: shown first, then kept and handed in, in digits of either script', async () => {
  const { room, viewer, files } = await reading()
  const [status, plan] = await bring(room, await filled(await workbook(room), { ...WHOLE, F2: 'Naît du lieu' }))
  expect([status, await htmlFaults(plan), (await reviewPage(held.db, viewer, files[0] as string, 'fr'))?.scores]).toEqual([200, [], {}])
  const sent = { ...shownIn(plan), hand_in: 'yes' }
  expect((await room.post('/fr/reviews/paper/2024/applied', sent)).headers.get('location')).toBe('/fr/reviews/paper/2024?said=paper-handed-in')
  const views = await Promise.all(files.map((file) => reviewPage(held.db, viewer, file, 'fr')))
  expect(views.map((view) => [view?.state, view?.scores, view?.score])).toEqual(
    files.map(() => ['done', { viability: 4, impact: 3, team: 4, need: 3 }, '71.00']),
  )
  expect(views[0]?.comments).toEqual({ viability: 'Naît du lieu' })
  const again = await room.post('/fr/reviews/paper/2024/applied', sent)
  expect([again.status, await htmlFaults(await again.text())]).toEqual([409, []])
})

test('one cell at fault keeps all of it out, and each is named: a foreign line, a step off the scale, a comment that lacks', async () => {
  const [mine, other] = [await reading(), await reading()]
  const sheet = await workbook(mine.room)
  const foreign = (await workbook(other.room)).cells.get('G2') as string
  const [status, page] = await bring(mine.room, await filled(sheet, { ...WHOLE, G2: foreign, E3: '7', E4: '5', F4: '' }))
  const cells = [...page.matchAll(/<bdi class="num">([A-G]\d+)<\/bdi>/g)].map(([, cell]) => cell)
  expect([status, cells, await htmlFaults(page)]).toEqual([422, ['G2', 'E3', 'F4'], []])
  expect((await reviewPage(held.db, mine.viewer, mine.files[0] as string, 'fr'))?.version).toBe(0)
  for (const bytes of [new Uint8Array(), Buffer.from('no workbook'), await filled(sheet, { E1: 'x' })]) {
    expect((await bring(mine.room, bytes))[0]).toBe(422)
  }
})

test('the office brings in what a reader without a network has filled in, and the trail says who and for whom; nobody else may', async () => {
  const { reviewer, viewer, files, room: own } = await reading()
  const path = `/fr/desk/2024/reviewers/${reviewer}/paper`
  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  const [, plan] = await bring(desk, await filled(await workbook(own), { E2: '3' }), path)
  expect((await desk.post(`${path}/applied`, shownIn(plan))).headers.get('location')).toBe(`${path}?said=paper-kept`)
  expect((await reviewPage(held.db, viewer, files[0] as string, 'fr'))?.scores).toEqual({ viability: 3 })
  const row = await held.db.selectFrom('review_import').selectAll().where('reviewer', '=', reviewer).executeTakeFirstOrThrow()
  expect([row.imported_by, row.kept, row.handed_in]).toEqual([small.officer.person.id, 1, 0])
  const stranger = mounted(held.db, reviewRoutes, (await reading()).viewer, NOW)
  expect([(await stranger.get(path)).status, (await stranger.post(`${path}/applied`, shownIn(plan))).status]).toEqual([404, 404])
})

test('a file written in the page since the workbook is set aside by its number, and the others are kept', async () => {
  const { room, viewer, files } = await reading()
  const sheet = await workbook(room)
  expect((await saveReview(held.db, viewer, { assignment: files[1] as string, version: 0, scores: { team: 2 }, comments: {} }, NOW)).ok).toBe(true)
  const [status, page] = await bring(room, await filled(sheet, WHOLE))
  const number = (await reviewPage(held.db, viewer, files[1] as string, 'fr'))?.number ?? '?'
  expect([status, page.includes(`Dossier ${number}\u00a0: la grille a changé depuis ce classeur`), await htmlFaults(page)]).toEqual([200, true, []])
  const sent = { ...shownIn(page), hand_in: 'yes' }
  expect((await room.post('/fr/reviews/paper/2024/applied', sent)).headers.get('location')).toBe('/fr/reviews/paper/2024?said=paper-handed-in')
  const views = await Promise.all(files.map((file) => reviewPage(held.db, viewer, file, 'fr')))
  expect(views.map((view) => [view?.state, view?.scores])).toEqual([
    ['done', { viability: 4, impact: 3, team: 4, need: 3 }],
    ['draft', { team: 2 }],
  ])
})
