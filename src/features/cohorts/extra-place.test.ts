import { expect, test } from 'vitest'
import { reviewerIn, staffOf } from '../../../tests/database/small-edition.ts'
import { roomToSelect } from '../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { ok, refused } from '../../domain/result.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { approveBatch } from '../messages/index.ts'
import {
  appealSelection,
  chooseAppealPlace,
  planSelection,
  prepareResultLetters,
  prepareSelectionAppealAnswer,
  publishSelection,
  reserveLine,
  saySelectionAppealAnswer,
  sealSelection,
  selectionRoutes,
} from '../selection/index.ts'
import { makeOffer } from './commands/make-offer.ts'
import { cohortOf, reserveOf } from './queries/cohort.ts'

const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
const NOW = new Date('2024-04-29T10:00:00Z')
const LEFT = new Date('2024-04-30T12:00:00Z')
const LAST = new Date('2024-05-10T22:59:00Z')

/** Four of eight published, two in each region; the last of Fès, who was not selected. */
async function published() {
  const { small, applications } = await roomToSelect(held.db)
  const place = { programme: small.programme, edition: small.edition }
  const plan = await planSelection(held.db, small.officer, place, NOW)
  if (!plan.ok) throw new Error(plan.code)
  await sealSelection(held.db, await staffOf(held.db, small, 'chair'), plan.value.plan, plan.value.fingerprint, NOW)
  await publishSelection(held.db, small.director, place, NOW)
  const letters = await prepareResultLetters(held.db, small.officer, place, ORIGIN, NOW)
  if (letters.ok) await approveBatch(held.db, small.director, letters.value.batch, LEFT)
  const application = applications[3] as string
  const { person } = await held.db.selectFrom('application_member').select('person').where('application', '=', application).executeTakeFirstOrThrow()
  const holder: SignedIn = { organisation: small.organisation, person: { id: person, nameAr: '', nameLatin: '', language: 'fr' }, grants: [] }
  const selected = await held.db
    .selectFrom('decision')
    .select('application')
    .where('edition', '=', small.edition)
    .where('outcome', '=', 'selected')
    .execute()
  return { small, place, application, holder, listed: selected.map((one) => one.application) }
}

test('where no place is free the officer reads what the choices are; the direction alone opens one more, with its reason, and it is offered without taking any', async () => {
  const { small, place, application, holder, listed } = await published()
  expect((await appealSelection(held.db, holder, { application, text: 'Le budget a été mal lu.' }, ORIGIN, LEFT)).ok).toBe(true)
  const readers = [(await reviewerIn(held.db, small)).viewer, (await reviewerIn(held.db, small)).viewer]
  const choose = (viewer: SignedIn, choice: 'wait' | 'extra', reason = '') =>
    chooseAppealPlace(held.db, viewer, place, { application, choice, reason }, LAST)
  expect(await choose(small.officer, 'wait')).toEqual(refused('selection-appeal/no-place-earned'))
  const answer = { application, panel: readers.map((one) => one.person.id), upheld: true, score: '99.00', answer: 'Relu.', seen: 0 }
  await prepareSelectionAppealAnswer(held.db, small.officer, place, answer, ORIGIN, LAST)
  const said = { application, says: 'confirmed', seen: 1, read: true, word: '' } as const
  for (const [at, reader] of readers.entries())
    expect(await saySelectionAppealAnswer(held.db, reader, said, ORIGIN, LAST)).toEqual(ok({ answered: at === 1, next: at === 1 }))
  const offer = () =>
    makeOffer(held.db, small.officer, { edition: small.edition, application, replyBy: new Date('2024-05-20') }, 'https://kawaliss.example', LAST)
  expect(await offer()).toEqual(refused('offer/no-free-place'))
  const desk = mounted(held.db, selectionRoutes, small.officer, LAST)
  const page = async (language: string) => (await desk.get(`/${language}/desk/2024/selection/appeals`)).text()
  expect((await page('fr')).includes('Seule la direction peut ouvrir une place de plus.')).toBe(true)
  for (const language of LANGUAGES) expect(await htmlFaults(await page(language)), language).toEqual([])
  expect(await choose(await staffOf(held.db, small, 'auditor'), 'wait')).toEqual(refused('appeal/unknown'))
  expect(await choose(small.officer, 'extra', 'Oui')).toEqual(refused('selection-appeal/direction-only'))
  expect(await choose(small.officer, 'wait')).toEqual(ok({ choice: 'wait' }))
  expect(await choose(small.officer, 'wait')).toEqual(refused('selection-appeal/place-chosen'))
  const direction = mounted(held.db, selectionRoutes, small.director, LAST)
  const fields = { application, [`choice-${application}`]: 'extra', [`reason-${application}`]: ' ' }
  const lacking = await direction.post('/fr/desk/2024/selection/appeals/places', fields)
  expect([lacking.status, await htmlFaults(await lacking.text())]).toEqual([422, []])
  const long = `${'mot '.repeat(300)}fin`
  const tooLong = await direction.post('/fr/desk/2024/selection/appeals/places', { ...fields, [`reason-${application}`]: long })
  expect([tooLong.status, (await tooLong.text()).includes(long)]).toEqual([422, true])
  const done = await direction.post('/fr/desk/2024/selection/appeals/places', { ...fields, [`reason-${application}`]: 'Budget de la réserve' })
  expect(done.headers.get('location')).toBe('/fr/desk/2024/selection/appeals?said=place-chosen')
  expect([(await page('fr')).includes('Budget de la réserve'), await htmlFaults(await page('ar'))]).toEqual([true, []])
  expect((await reserveOf(held.db, small.officer, place, 'fr')).find((one) => one.application === application)?.extra).toBe(true)
  expect((await offer()).ok).toBe(true)
  expect((await cohortOf(held.db, small.officer, place, 'fr', LAST)).map((one) => one.extra)).toEqual([true])
  expect(await offer()).toEqual(refused('offer/already-made'))
  // Accepted beside the four of the list it is one more than the edition has places: the invariants after this file know why.
  for (const one of listed)
    expect(
      (
        await makeOffer(
          held.db,
          small.officer,
          { edition: small.edition, application: one, replyBy: new Date('2024-05-20') },
          'https://kawaliss.example',
          LAST,
        )
      ).ok,
    ).toBe(true)
  await held.db
    .updateTable('offer')
    .set({ accepted: true, answered_at: LAST, answered_by: holder.person.id })
    .where('edition', '=', small.edition)
    .execute()
  expect(await choose(small.director, 'wait')).toEqual(refused('selection-appeal/place-settled'))
  const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', application).orderBy('seq').execute()
  expect(acts.filter(({ act }) => act === 'selection-appeal/place-chosen').length).toBe(2)
  // Nobody of the published list lost anything, and the reserve of the region is as it was.
  const line = (await reserveLine(held.db, small.organisation, small.edition, 'fr')).filter((one) => one.region === 'fes')
  expect(line.map(({ rank }) => rank)).toEqual([1])
})
