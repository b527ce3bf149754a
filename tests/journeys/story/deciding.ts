/** The exact list is planned, sealed by the chair, published by the direction; places are offered and taken. */
import { expect } from 'vitest'
import { acceptPlaces, leaveAndReplace } from '../../../src/demo/load/cohorts.ts'
import { makeWorld } from '../../../src/demo/world/world.ts'
import { dateBoxes, fill, inspect, send } from '../hands.ts'
import type { Told } from './telling.ts'

/** The exact 24 of 179, six from each region, and nobody else. */
export async function isSelected(told: Told): Promise<void> {
  const { db, language } = told
  const desk = `/${language}/desk/2024`
  told.at('2024-04-29T10:00')
  const officer = await told.as('nadia')
  await told.open(officer, '/desk/2024/selection')
  await send(officer, `form[action="${desk}/selection/plans"] button`)
  await inspect(officer, told.looks)
  told.at('2024-05-05T17:00')
  const chair = await told.as('chair')
  await told.open(chair, '/desk/2024/selection')
  await chair.locator(`a[href="${desk}/selection/seal"]`).click()
  await chair.waitForURL(/selection\/seal/)
  await inspect(chair, told.looks)
  await send(chair, `form[action="${desk}/selection/seal"] button`)
  expect((await told.server.services.db.selectFrom('publication').selectAll().execute()).length).toBe(0)
  told.at('2024-05-06T10:00')
  const director = await told.as('director')
  await told.open(director, '/desk/2024/publication')
  await send(director, `form[action="${desk}/publication"] button`)
  const selected = await db.selectFrom('decision').select(['application', 'region']).where('outcome', '=', 'selected').execute()
  const application = await told.application()
  const expected = makeWorld()
    .applications.e2.filter((one) => one.fate === 'admitted')
    .map((one) => (one.key === told.newcomer ? application : one.id))
  expect(selected.map((row) => row.application).sort()).toEqual(expected.sort())
  const perRegion = Object.entries(Object.groupBy(selected, (row) => row.region)).map(([region, rows]) => [region, rows?.length])
  expect(Object.fromEntries(perRegion)).toEqual({ FM: 6, OR: 6, SM: 6, TTA: 6 })
}

/** Each letter in the language of its reader, prepared by one person and approved by another. */
export async function isTold(told: Told): Promise<void> {
  const { db, language, one } = told
  const officer = await told.as('nadia')
  await told.open(officer, '/desk/2024/letters')
  await send(officer, `form[action="/${language}/desk/2024/letters"] button`)
  const batch = await db.selectFrom('message_batch').select('id').where('approved_at', 'is', null).executeTakeFirstOrThrow()
  const director = await told.as('director')
  await told.open(director, `/desk/2024/letters/${batch.id}`)
  await told.open(director, '/desk/2024/letters')
  await send(director, `form[action$="/letters/${batch.id}/approval"] button`)
  const letters = await db.selectFrom('message').select(['kind', 'language', 'address']).where('batch', '=', batch.id).execute()
  expect(letters.length).toBe(179)
  expect(letters.find((letter) => letter.address === one.holder.email)).toMatchObject({ kind: 'result-selected', language })
}

/** The newcomer takes the place that is offered; so does everybody else; one leaves and the reserve follows. */
export async function isAdmitted(told: Told): Promise<void> {
  const { db, language, loading, one } = told
  told.at('2024-05-06T12:00')
  const officer = await told.as('nadia')
  await told.open(officer, '/desk/2024/cohort')
  const form = `form[action="/${language}/desk/2024/cohort/offers"]`
  await fill(officer, dateBoxes('reply_by', '2024-05-17'), form)
  await send(officer, `${form} button`)
  await acceptPlaces(loading, new Date('2024-05-06T11:00:00Z'))
  const holder = await told.as(await told.holder())
  await told.open(holder, '/me')
  await holder.locator('main a[href*="/offers/"]').first().click()
  await holder.waitForURL(/offers/)
  await inspect(holder, told.looks)
  const offer = `form[action^="/${language}/offers/"]`
  await fill(holder, { answer: 'accept' }, offer)
  await holder.locator(`${offer} [name="showcased"]`).check({ force: true })
  await send(holder, `${offer} button`)
  await leaveAndReplace(loading)
  const accepted = await db.selectFrom('offer').select(['accepted', 'replaces']).execute()
  expect([accepted.filter((row) => row.accepted).length, accepted.filter((row) => row.replaces !== null).length]).toEqual([25, 1])
  told.at('2024-06-10T10:00')
  await told.open(officer, '/desk/2024/cohort')
  const project = await db
    .selectFrom('project')
    .select('slug')
    .where('application', '=', await told.application())
    .executeTakeFirstOrThrow()
  await told.open(holder, `/projects/2024/${project.slug}`)
  expect(await holder.locator('h1').innerText()).toContain(String(one.answers.project_title))
}
