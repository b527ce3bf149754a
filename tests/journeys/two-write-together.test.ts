/** A team of two has the same draft open: each sees where the other is, both write, and nothing of either is lost. */
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PRESENT_SECONDS } from '../../src/domain/presence.ts'
import type { SignedIn } from '../../src/domain/viewer.ts'
import { startApplication } from '../../src/features/applications/index.ts'
import { takeOutMember } from '../../src/features/applications/team/commands/depart.ts'
import { SESSION_COOKIE, startSession } from '../../src/features/people/index.ts'
import { atomically } from '../../src/platform/database/atomically.ts'
import { DURING, type OpenCall, openCall, somebody } from '../database/open-call.ts'
import { testDatabase } from '../database/test-database.ts'
import { inspect } from './hands.ts'
import { testServer } from '../server/test-server.ts'
import { launchBrowser } from './browser.ts'

/** How long a page may take to say what is awaited, on a machine with other work. */
const PATIENCE = { timeout: 30_000 }

const held = testDatabase()
const server = testServer(held)
const islands = new Map<string, string>()
let call: OpenCall
let browser: Browser
beforeAll(async () => {
  call = await openCall(held.db)
  server.setClock(DURING)
  browser = await launchBrowser()
  for (const name of ['draft', 'presence']) {
    const built = await build({
      entryPoints: [`src/islands/${name}.ts`],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      target: ['chrome90', 'firefox90', 'safari15'],
    })
    islands.set(name, built.outputFiles[0]?.text ?? '')
  }
})
afterAll(async () => {
  await browser?.close()
})

async function named(name: string): Promise<SignedIn> {
  const viewer = await somebody(held.db, call.organisation)
  await held.db.updateTable('person').set({ name_latin: name }).where('id', '=', viewer.person.id).execute()
  return viewer
}

/** The telephone of a person, with the islands as they are now. */
async function telephone(viewer: SignedIn): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const token = await atomically(held.db, (trx) => startSession(trx, call.organisation, viewer.person.id, DURING))
  await context.addCookies([{ name: SESSION_COOKIE, value: token, url: server.origin }])
  for (const [name, body] of islands)
    await context.route(new RegExp(`/assets/${name}[^/]*\\.js$`), (route) => route.fulfill({ contentType: 'text/javascript', body }))
  return context.newPage()
}

/** Who is there at this moment. */
const present = (application: string) =>
  held.db
    .selectFrom('presence')
    .select(['person', 'question'])
    .where('application', '=', application)
    .where('seen_at', '>=', new Date(DURING.getTime() - PRESENT_SECONDS * 1000))
    .execute()

/** The page is looked at again: it says where its reader is, and asks who else is there, at once. */
async function comesBack(page: Page): Promise<void> {
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
}

test('two people write one application: each sees the other, both answers arrive, and of one that both wrote both versions are kept', async () => {
  const salma = await named('Salma Ouhssain')
  const started = await startApplication(held.db, salma, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  const { application } = started.value
  const list = `${server.origin}/fr/applications/${application}`

  // Salma makes a link; Karim opens it on his telephone and joins.
  const hers = await telephone(salma)
  await hers.goto(list)
  await hers.getByRole('link', { name: 'Inviter quelqu’un à écrire avec vous' }).click()
  await hers.getByRole('button', { name: 'Créer le lien' }).click()
  const link = await hers.getByLabel('Lien à copier').inputValue()
  await inspect(hers, true)
  const karim = await named('Karim Benali')
  const his = await telephone(karim)
  await his.goto(link.replace(/^https?:\/\/[^/]+/, server.origin))
  await inspect(his, true)
  await his.getByRole('button', { name: 'Rejoindre l’équipe' }).click()
  await his.getByText('Vous êtes maintenant dans l’équipe').waitFor(PATIENCE)

  // Both open the same part; each sees the other there, and in which field.
  await hers.goto(`${list}/sections/project`)
  await hers.focus('[name=project_title]')
  await comesBack(hers)
  await his.goto(`${list}/sections/project`)
  await his.locator('[data-here="part:project"]').getByText('Salma O. est dans cette partie').waitFor(PATIENCE)
  await his.locator('[data-here="question:project_title"]').getByText('Salma O. écrit ici').waitFor(PATIENCE)
  await inspect(his, true)
  await his.focus('[name=summary]')
  await expect.poll(async () => (await present(application)).map(({ question }) => question), PATIENCE).toContain('summary')
  await comesBack(hers)
  await hers.locator('[data-here="question:summary"]').getByText('Karim B. écrit ici').waitFor(PATIENCE)

  // Different answers: both are saved.
  await hers.fill('[name=project_title]', 'Dar Dal')
  await his.fill('[name=summary]', 'Un théâtre d’ombres')
  const kept = async () =>
    (await held.db.selectFrom('draft').select('answers').where('application', '=', application).executeTakeFirstOrThrow()).answers
  await expect.poll(kept, PATIENCE).toEqual({ project_title: 'Dar Dal', summary: 'Un théâtre d’ombres' })

  // The same answer: nothing is overwritten, and who comes second is told.
  await hers.fill('[name=summary]', 'Un théâtre itinérant')
  await hers.getByText('Une réponse a été écrite deux fois').waitFor(PATIENCE)
  expect(await kept()).toMatchObject({ summary: 'Un théâtre d’ombres' })

  // Karim's page holds the other version; taken out of the team, he is told where he types, though nothing of it is saved.
  await his.fill('[name=project_title]', 'Dar Dal, à deux')
  await his.getByText('Une réponse a été écrite deux fois').waitFor(PATIENCE)
  await takeOutMember(held.db, salma, { application, person: karim.person.id }, DURING)
  await his.fill('[name=project_title]', 'Dar Dal, à deux voix')
  await his.locator('#draft-ended').waitFor(PATIENCE)
  await hers.goto(`${list}/versions`)
  for (const version of ['Un théâtre d’ombres', 'Un théâtre itinérant']) expect(await hers.getByRole('main').textContent()).toContain(version)

  // Who closes the page is gone at once. (What stands in for the assets would hold back the last words of a closing page.)
  await his.context().unrouteAll()
  await his.goto('about:blank')
  await expect.poll(async () => (await present(application)).map(({ person }) => person), PATIENCE).not.toContain(karim.person.id)
}, 120_000)
