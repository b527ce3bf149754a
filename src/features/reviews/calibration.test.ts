import { expect, test } from 'vitest'
import { eligible, reviewerIn, type SmallEdition, smallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { reviewed } from '../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { calibrationOf } from './queries/calibration.ts'
import { reviewRoutes } from './routes.tsx'

const held = testDatabase()
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition, region: null })
const NOW = new Date('2024-04-25T09:00:00Z')

/** Twelve files of growing quality, each read by three of four readers; the last reader takes `strict` points off. */
async function panel(strict: number) {
  const small = await smallEdition(held.db)
  const readers = [
    await reviewerIn(held.db, small),
    await reviewerIn(held.db, small),
    await reviewerIn(held.db, small),
    await reviewerIn(held.db, small),
  ]
  const files: string[] = []
  for (let place = 0; place < 12; place++) {
    const { application } = await submitted(held.db, small, { region: 'fes' })
    await eligible(held.db, small, application)
    files.push(application)
    for (const [at, reader] of readers.entries()) {
      if (at === place % 4) continue
      // What readers of one mind still differ by.
      const opinion = ((place * 7 + at * 5) % 9) - 4
      await reviewed(held.db, small, application, reader, 'reading', String(55 + 2 * place + opinion - (at === 3 ? strict : 0)))
    }
  }
  return { small, readers, files }
}

test('a strict reader is named with how far apart, and files that drew them gain ranks; no score is changed by looking', async () => {
  const { small, readers, files } = await panel(15)
  const scores = () =>
    held.db
      .selectFrom('review')
      .select(['assignment', 'score', 'version'])
      .where('organisation', '=', small.organisation)
      .orderBy('assignment')
      .execute()
  const before = await scores()
  const view = await calibrationOf(held.db, small.officer, placeOf(small), 'fr')
  expect([view?.readings, view?.advice]).toEqual([36, 'calibrate'])
  const [strictest, ...others] = view?.readers ?? []
  expect([strictest?.reviewer, strictest?.apart, others.every((one) => one.severity > 0)]).toEqual([readers[3]?.reviewer, true, true])
  expect(strictest?.severity).toBeGreaterThan(-15)
  expect(strictest?.severity).toBeLessThan(-8)
  // The fourth, eighth and twelfth were spared the strict reader.
  const moved = new Map(view?.files.map((one) => [one.application, one.moved]))
  expect(files.filter((_, place) => place % 4 === 3).every((one) => (moved.get(one) as number) <= 0)).toBe(true)
  expect(await scores()).toEqual(before)
})

test('readers of one mind are left alone: the page says that the raw scores are enough', async () => {
  const { small } = await panel(0)
  const view = await calibrationOf(held.db, small.officer, placeOf(small), 'fr')
  expect(view?.advice).toBe('not-needed')
  const page = await (await mounted(held.db, reviewRoutes, small.officer, NOW).get('/fr/desk/2024/calibration')).text()
  expect(page).toContain('Rien à corriger')
})

test('it is read by those who read reviews in the whole edition, and by nobody else', async () => {
  const { small } = await panel(0)
  const status = async (viewer: Parameters<typeof mounted>[2]) =>
    (await mounted(held.db, reviewRoutes, viewer, NOW).get('/fr/desk/2024/calibration')).status
  const finance = await staffOf(held.db, small, 'finance')
  const regional = await staffOf(held.db, small, 'officer', 'fes')
  expect([await status(small.officer), await status(finance), await status(regional)]).toEqual([200, 404, 404])
})

test('while severity cannot be told from quality, no reader and no rank is listed as if all were alike', async () => {
  const small = await smallEdition(held.db)
  for (const score of ['40', '60', '80']) {
    const { application } = await submitted(held.db, small, { region: 'fes' })
    await eligible(held.db, small, application)
    await reviewed(held.db, small, application, await reviewerIn(held.db, small), 'reading', score)
  }
  const page = await (await mounted(held.db, reviewRoutes, small.officer, NOW).get('/fr/desk/2024/calibration')).text()
  expect([page.includes('On ne peut pas encore séparer'), page.includes('comme les autres'), page.includes('Rang attendu')]).toEqual([
    true,
    false,
    false,
  ])
})
