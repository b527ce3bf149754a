/** The six months end; the figures are read from the records, and the communiqué prints them in three languages. */
import { expect } from 'vitest'
import { referencesOf, withReferences } from '../../../src/demo/load/impact.ts'
import { COMMUNIQUES } from '../../../src/demo/world/communiques.ts'
import { SCENARIO } from '../../../src/demo/world/scenario.ts'
import { type Language, LANGUAGES } from '../../../src/domain/language.ts'
import { dateBoxes, fill, inspect, send } from '../hands.ts'
import type { Told } from './telling.ts'

const SLUG = 'deuxieme-promotion'
const PUBLIC = `/communiques/2024/${SLUG}`

/** What was published of the second edition: admitted; group and individual trainings; tours and what they held. */
const PRINTED = {
  admitted: 24,
  'group-trainings': 12,
  'individual-trainings': 97,
  tours: 4,
  'tour-trainings': 4,
  'tour-visits': 32,
  'tour-workshops': 3,
  'tour-round-tables': 2,
}

export async function isCounted(told: Told): Promise<void> {
  const { db, language, loading } = told
  const officer = await told.as('nadia')
  told.at(`${SCENARIO.e2.calendar.end}T18:00`)
  await told.open(officer, '/desk/2024/cohort')
  const graduation = `form[action="/${language}/desk/2024/cohort/graduation"]`
  await officer.locator(`details:has(${graduation}) summary`).click()
  await fill(officer, dateBoxes('on', SCENARIO.e2.calendar.end), graduation)
  await send(officer, `${graduation} button`)
  told.at('2025-03-06T11:05')
  const writer = await told.as('communication')
  await told.open(writer, '/desk/2024/figures')
  await send(writer, `form[action="/${language}/desk/2024/figures/standard"] button`)
  const references = await referencesOf(db, loading.ids.edition)
  await isWritten(told, references)
  await isPublished(told)
  await isRead(told, references)
}

async function isWritten(told: Told, references: ReadonlyMap<string, string>): Promise<void> {
  const { language } = told
  const writer = await told.as('communication')
  const communique = COMMUNIQUES.find((one) => one.slug === SLUG)
  if (communique === undefined) throw new Error('The world has no communiqué of its second edition.')
  const text = withReferences(communique.text, references)
  await told.open(writer, '/desk/2024/communiques/new')
  const typed = LANGUAGES.flatMap((one) => [
    [`title_${one}`, text.title[one]],
    [`body_${one}`, text.body[one].join('\n\n')],
  ])
  const form = `form[action="/${language}/desk/2024/communiques"]`
  await fill(writer, { slug: SLUG, ...Object.fromEntries(typed) }, form)
  await send(writer, `${form} button`)
  await inspect(writer, told.looks)
  // Who writes does not publish, and nothing is public before somebody does.
  await told.open(writer, `/desk/2024/communiques/${SLUG}/publication`)
  expect(await writer.locator('form[action$="/publication"] button').count()).toBe(0)
  expect((await writer.request.get(`${told.server.origin}/${language}${PUBLIC}`)).status()).toBe(404)
}

async function isPublished(told: Told): Promise<void> {
  told.at('2025-03-07T09:40')
  const director = await told.as('director')
  await told.open(director, `/desk/2024/communiques/${SLUG}/publication`)
  const form = `form[action="/${told.language}/desk/2024/communiques/${SLUG}/publication"]`
  for (const warning of await director.locator(`${form} [name="accepted"]`).all()) await warning.check({ force: true })
  await send(director, `${form} button`)
}

/** Anyone reads the eight figures in any language; the donor opens one to the records it was counted from. */
async function isRead(told: Told, references: ReadonlyMap<string, string>): Promise<void> {
  const donor = await told.as('donor')
  for (const language of LANGUAGES) {
    const answer = await donor.goto(`${told.server.origin}/${language}${PUBLIC}`)
    expect(answer?.status()).toBe(200)
    await inspect(donor, told.looks)
    const printed = new Map<string, string>()
    for (const link of await donor.locator('.paper a[href*="/figures/"]').all())
      printed.set((await link.getAttribute('href'))?.split('/').at(-1) ?? '', await link.innerText())
    const read = Object.keys(PRINTED).map((indicator) => [indicator, printed.get(references.get(indicator) ?? '') ?? ''])
    expect(Object.fromEntries(read)).toEqual(
      Object.fromEntries(Object.entries(PRINTED).map(([indicator, value]) => [indicator, said(value, language)])),
    )
  }
  await told.open(donor, `/figures/${references.get('individual-trainings')}`)
  expect(await donor.locator('main').innerText()).toMatch(/\b97\b/)
}

/** A number stands in the text, but for two in Arabic, which is said by the noun. */
function said(value: number, language: Language): unknown {
  return language === 'ar' && value === 2
    ? expect.stringContaining('مائدتين مستديرتين')
    : expect.stringMatching(new RegExp(`(?<!\\d)${value}(?!\\d)`))
}
