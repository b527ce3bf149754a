/** The 2024 call is rebuilt from nothing in the editor, by hand and without script, and is the shipped file to the last byte. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { EditionFile } from '../../src/domain/edition.ts'
import type { Question } from '../../src/domain/form.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { foundOrganisation } from '../../src/features/programme/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { newId } from '../../src/platform/database/id.ts'
import { root } from '../../src/platform/root.ts'
import { testDatabase } from '../database/test-database.ts'
import { testServer } from '../server/test-server.ts'
import { testBrowser } from './browser.ts'
import { type Editor, open, press, write, writeList, writePart } from './rebuilt-edition.ts'

const held = testDatabase()
const server = testServer(held)
const browser = testBrowser()
const NOW = new Date('2024-02-20T10:00:00Z')
const shipped = readFileSync(join(root, 'editions/kawaliss-2024.json'), 'utf8')
const edition = JSON.parse(shipped) as EditionFile

/** A director of a foundation that has nothing yet, at a laptop without script. */
async function director(): Promise<Page> {
  server.setClock(NOW)
  const founded = await foundOrganisation(
    held.db,
    { slug: 'house', name: { ar: 'دار', fr: 'Maison', en: 'House' }, host: null, zone: 'Africa/Casablanca' },
    NOW,
  )
  if (!founded.ok) throw new Error(founded.code)
  const [organisation, person] = [founded.value, newId(NOW)]
  await held.db
    .insertInto('person')
    .values({ organisation, id: person, name_ar: 'نادية', name_latin: 'Nadia', email: 'nadia@house.example', language: 'fr', created_at: NOW })
    .execute()
  await held.db
    .insertInto('role_grant')
    .values({ organisation, id: newId(NOW), person, role: 'director', granted_by: person, granted_at: NOW })
    .execute()
  const token = await atomically(held.db, (trx) => startSession(trx, organisation, person, NOW))
  const page = await browser.device({ width: 1280, script: false })
  await page.context().addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  return page
}

/** Settings that a question may have, written once its kind is known. */
async function writeQuestion(editor: Editor, section: string, question: Question): Promise<void> {
  const { page } = editor
  await open(editor, `/form/new/${section}`)
  const { kind, label, code, options, ...settings } = question
  await write(page, 'question.kind', kind)
  await write(page, 'question.label', label)
  await write(page, 'question.code', code)
  await write(page, 'question.required', settings.required)
  await press(page, 'button[name=act][value=save]:not(.vh)')
  const { required: _, ...rest } = settings
  await write(page, 'question', rest)
  if (options !== undefined) await writeList(editor, 'question.options', options)
  else if (Object.keys(rest).length > 0) await press(page, 'button[name=act][value=save]:not(.vh)')
}

async function writeForm(editor: Editor): Promise<void> {
  const { page } = editor
  // The form begins with two parts of its own.
  for (const section of ['you', 'project']) {
    await open(editor, `/form/removal?section=${section}`)
    await press(page, `button[value="remove-section:${section}"]`)
  }
  for (const [place, group] of edition.form.groups.entries())
    for (const [key, value] of Object.entries(group)) {
      await page.locator('details:has(button[value="add:form.groups"])').evaluate((details) => details.setAttribute('open', ''))
      await write(page, `form.groups.${place}.${key}`, value)
    }
  await press(page, 'button[name=act][value=save]:not(.vh)')
  for (const { questions, ...section } of edition.form.sections) {
    await open(editor, '/form/new')
    for (const [key, value] of Object.entries(section)) await write(page, `section.${key}`, value)
    await press(page, 'button[name=act][value=save]:not(.vh)')
    for (const question of questions) await writeQuestion(editor, section.code, question)
  }
}

test('somebody with nothing but the paper writes the edition of 2024 in the editor, and it is the shipped file', { timeout: 240_000 }, async () => {
  const page = await director()
  await page.goto(`${server.origin}/fr/desk/editions/new`)
  await page.selectOption('select[name=programme]', '+')
  await press(page, 'button[name=from][value=nothing]')
  const editor: Editor = { page, base: page.url().replace(/\?.*$/, '') }
  await writePart(editor, 'programme', 'programme', edition.programme as never)
  await writePart(editor, 'edition', 'edition', edition.edition as never)
  const { offers, prepare, questions, sessions, help, ...terms } = edition.call
  const list = async (part: string, at: string, items: readonly object[], leading?: string): Promise<void> => {
    await open(editor, `/${part}`)
    await writeList(editor, at, items, leading)
  }
  await list('regions', 'regions', edition.regions)
  await list('sectors', 'sectors', edition.sectors)
  await list('kinds', 'applicantKinds', edition.applicantKinds)
  await list('criteria', 'criteria', edition.criteria)
  await list('funding', 'funders', edition.funders)
  await list('funding', 'budgetLines', edition.budgetLines)
  await list('calendar', 'calendar', edition.calendar)
  await list('selection', 'selectionRules', edition.selectionRules, 'attribute')
  await writePart(editor, 'call', 'call', { ...terms, help })
  await list('texts', 'call.offers', offers)
  await list('texts', 'call.prepare', prepare)
  await list('texts', 'call.questions', questions)
  await list('sessions', 'call.sessions', sessions)
  await writeForm(editor)
  await list('eligibility', 'eligibilityRules', edition.eligibilityRules, 'kind')
  await page.goto(`${editor.base}/plan`)
  await press(page, 'form[action$="/plan"] button')
  expect(new URL(page.url()).pathname).toBe('/fr/desk/2024/call')
  const exported = await page.request.get(`${server.origin}/fr/desk/2024/call/file`)
  expect(await exported.text()).toBe(shipped)
})
