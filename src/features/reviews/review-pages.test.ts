import { expect, test } from 'vitest'
import { eligible, reviewerIn, smallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { myReviews } from './queries/my-reviews.ts'
import { reviewRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')

async function stage() {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { region: 'fes' })
  await eligible(held.db, small, one.application)
  const readers = [
    await reviewerIn(held.db, small, { region: 'ori' }),
    await reviewerIn(held.db, small, { region: 'fes' }),
    await reviewerIn(held.db, small),
  ]
  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  return { small, one, readers, desk }
}

const fingerprintIn = (markup: string): string => /name="fingerprint" value="([0-9a-f]{64})"/.exec(markup)?.[1] ?? ''
const WHOLE = {
  'score.viability': '3',
  'score.impact': '5',
  'comment.impact': 'Naît du lieu',
  'score.team': '4',
  'score.need': '2',
  unrelated: 'yes',
}

test('from the plan to the score, every page is valid in three languages', async () => {
  const { small, one, readers, desk } = await stage()
  const valid = async (room: typeof desk, ...paths: string[]) => {
    for (const language of LANGUAGES) {
      for (const path of paths) {
        const answer = await room.get(`/${language}${path}`)
        expect([answer.status, await htmlFaults(await answer.text())], `${language} ${path}`).toEqual([200, []])
      }
    }
  }
  const all = ['/desk/2024/reviewers', '/desk/2024/assignment', '/desk/2024/reviews', '/desk/2024/calibration', '/desk/2024/interviews']
  await valid(desk, ...all)
  const stale = await desk.post('/fr/desk/2024/assignment', { fingerprint: '0'.repeat(64) })
  const shown = await stale.text()
  expect([stale.status, await htmlFaults(shown)]).toEqual([409, []])
  expect((await desk.post('/fr/desk/2024/assignment', { fingerprint: fingerprintIn(shown) })).headers.get('location')).toBe(
    '/fr/desk/2024/reviewers?said=plan-applied',
  )
  for (const [place, { viewer }] of readers.entries()) {
    const room = mounted(held.db, reviewRoutes, viewer, NOW)
    await valid(room, '/reviews')
    const file = (await myReviews(held.db, viewer))[0]?.assignment
    if (file === undefined) continue
    await valid(room, `/reviews/${file}`)
    const sent = await room.post(`/fr/reviews/${file}/submission`, {
      version: '0',
      ...WHOLE,
      'score.viability': place === 0 ? '1' : '4',
      'comment.viability': 'Pas de revenus',
    })
    expect(sent.headers.get('location')).toBe(`/fr/reviews/${file}?said=review-submitted`)
    await valid(room, `/reviews/${file}`)
  }
  await valid(desk, ...all)
  const invitation = {
    application: one.application,
    'day.day': '22',
    'day.month': '4',
    'day.year': '2024',
    from: '9 h 30',
    to: '10:00',
    place: 'Dar Batha',
  }
  const lacking = await desk.post('/ar/desk/2024/interviews', { ...invitation, from: 'matin' })
  expect([lacking.status, await htmlFaults(await lacking.text())]).toEqual([422, []])
  const panel = readers.map((reader) => reader.reviewer)
  expect((await desk.post('/fr/desk/2024/interviews', { ...invitation, panel })).headers.get('location')).toBe(
    '/fr/desk/2024/interviews?said=invited',
  )
  await valid(desk, ...all)
  const auditor = mounted(held.db, reviewRoutes, await staffOf(held.db, small, 'auditor'), NOW)
  expect((await auditor.get('/fr/desk/2024/assignment')).status).toBe(404)
  await valid(auditor, '/desk/2024/reviewers', '/desk/2024/reviews', '/desk/2024/interviews')
})

test('a grid that lacks something comes back with everything typed; one saved elsewhere meanwhile is shown beside it', async () => {
  const { readers, desk } = await stage()
  await desk.post('/fr/desk/2024/assignment', { fingerprint: fingerprintIn(await (await desk.get('/fr/desk/2024/assignment')).text()) })
  const files = await Promise.all(readers.map(({ viewer }) => myReviews(held.db, viewer)))
  const at = files.findIndex((list) => list.length > 0)
  const { viewer } = readers[at] as (typeof readers)[number]
  const file = files[at]?.[0]?.assignment as string
  const room = mounted(held.db, reviewRoutes, viewer, NOW)
  const lacking = await room.post(`/fr/reviews/${file}/submission`, {
    version: '0',
    ...WHOLE,
    'comment.impact': '',
    'comment.team': 'Une équipe rodée',
  })
  const page = await lacking.text()
  expect([lacking.status, page.includes('Une équipe rodée'), page.includes('la note est à un bout de l’échelle'), await htmlFaults(page)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect((await room.post(`/fr/reviews/${file}/draft`, { version: '0', 'score.team': '2', 'comment.team': 'Première version' })).status).toBe(303)
  const stale = await room.post(`/fr/reviews/${file}/draft`, { version: '0', 'score.team': '4', 'comment.team': 'Seconde version' })
  const both = await stale.text()
  expect([
    stale.status,
    both.includes('Première version'),
    both.includes('Seconde version'),
    both.includes('name="version" value="1"'),
    await htmlFaults(both),
  ]).toEqual([409, true, true, true, []])
  expect((await room.post(`/fr/reviews/${file}/conflict`, { note: '' })).headers.get('location')).toBe('/fr/reviews?said=stepped-back')
  expect((await room.get(`/fr/reviews/${file}`)).status).toBe(404)
})

test('where there is no file nobody is said to have readers, and an edition that writes no stages says how they are written', async () => {
  const small = await smallEdition(held.db)
  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  const page = async (path: string) => (await desk.get(path)).text()
  const plan = await page('/fr/desk/2024/assignment')
  expect([plan.includes('Aucun dossier à lire'), plan.includes('a ses lecteurs')]).toEqual([true, false])
  expect((await page('/fr/desk/2024/reviewers')).includes('/fr/desk/2024/stages')).toBe(true)
  for (const language of LANGUAGES) {
    const stages = await page(`/${language}/desk/2024/stages`)
    expect([stages.includes(`/${language}/desk/editions`), await htmlFaults(stages)], language).toEqual([true, []])
  }
})

test('an empty invitation of a reviewer names the address and the name at once', async () => {
  const small = await smallEdition(held.db)
  const answer = await mounted(held.db, reviewRoutes, small.officer, NOW).post('/fr/desk/2024/reviewers', {
    language: 'fr',
    min_load: '0',
    max_load: '20',
  })
  const markup = await answer.text()
  expect([answer.status, markup.includes('href="#email"'), markup.includes('href="#name_ar"'), await htmlFaults(markup)]).toEqual([
    422,
    true,
    true,
    [],
  ])
})
