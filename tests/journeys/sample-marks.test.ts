/** What only a browser shows of a sample file: its marks are kept while they are given, and are there when the page is opened again. */
import { expect, test } from 'vitest'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { chooseSample, openRound } from '../../src/features/reviews/samples/commands/round.ts'
import { mySamples, samplePage } from '../../src/features/reviews/samples/queries/reading.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { nextEdition, published } from '../database/next-edition.ts'
import { eligible, reviewerIn, smallEdition, submitted } from '../database/small-edition.ts'
import { reviewed } from '../database/small-selection.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { scrollsSideways, testBrowser } from './browser.ts'

const held = testDatabase()
const server = testServer(held)
const browser = testBrowser()
const NOW = new Date('2025-04-10T09:00:00Z')
const PATIENCE = { timeout: 15_000 }

test('the marks of a sample are kept while they are given, with the score so far, and are there when it is opened again', {
  timeout: 60_000,
}, async () => {
  const before = await smallEdition(held.db)
  const past = [await submitted(held.db, before), await submitted(held.db, before)]
  await eligible(held.db, before, ...past.map(({ application }) => application))
  await reviewed(held.db, before, past[0]?.application ?? '', await reviewerIn(held.db, before), 'reading', '61.00')
  const small = await nextEdition(held.db, before)
  await published(held.db, before)
  const { viewer } = await reviewerIn(held.db, small)
  const place = { programme: small.programme, edition: small.edition }
  for (const { application } of past) expect((await chooseSample(held.db, small.officer, place, { application }, NOW)).ok).toBe(true)
  expect((await openRound(held.db, small.officer, place, {}, server.origin, NOW)).ok).toBe(true)
  const sample = (await mySamples(held.db, viewer))[0]?.sample ?? ''
  const marks = async () => {
    const view = await samplePage(held.db, viewer, sample, 'fr')
    return [view?.state, view?.scores, view?.comments]
  }
  server.setClock(NOW)
  const token = await atomically(held.db, (trx) => startSession(trx, small.organisation, viewer.person.id, NOW))
  const page = await browser.device({ width: 390 })
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  await page.goto(`${server.origin}/ar/reviews/samples/${sample}`)
  await page.locator('[name="score.viability"][value="3"]').check({ force: true })
  await page.locator('[name="comment.team"]').fill('Soudée')
  await expect.poll(marks, PATIENCE).toEqual(['draft', { viability: 3 }, { team: 'Soudée' }])
  await page.reload()
  expect(await page.locator('[name="comment.team"]').inputValue()).toBe('Soudée')
  expect([await page.locator('[data-total]').innerText(), await scrollsSideways(page)]).toEqual([expect.stringMatching(/\d/), false])
})
