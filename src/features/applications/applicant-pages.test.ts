/** What the pages of an applicant, and of who helps or decides, say when something cannot be done, and that they say the same. */
import { beforeAll, describe, expect, test } from 'vitest'
import { DURING, OPENS, type OpenCall, openCall, somebody, TOO_LATE, WHOLE } from '../../../tests/database/open-call.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { featureApp, frameOf } from '../../../tests/server/feature-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { refused } from '../../domain/result.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { newId } from '../../platform/database/id.ts'
import { giveExtraTime } from '../calls/commands/extra-time.ts'
import { callRoutes } from '../calls/index.ts'
import { beginAssistance } from './commands/assistance.ts'
import { chooseVersions } from './commands/choose-versions.ts'
import { answerMark } from './answer-mark.ts'
import { draftView, taskListView } from './queries/draft.ts'
import { applicationRoutes, saveDraft, saveSection, startApplication, submitApplication } from './index.ts'

const held = testDatabase()
let call: OpenCall
let director: SignedIn
let officer: SignedIn
beforeAll(async () => {
  call = await openCall(held.db)
  director = { ...(await somebody(held.db, call.organisation)), grants: [{ role: 'director', programme: null, edition: null, region: null }] }
  const { programme, edition } = call
  officer = { ...(await somebody(held.db, call.organisation)), grants: [{ role: 'officer', programme, edition, region: null }] }
})

const organisation = () => call.organisation
const asked = {
  calls: featureApp(() => held.db, organisation, callRoutes()),
  applications: featureApp(() => held.db, organisation, applicationRoutes({ frame: frameOf })),
}
async function page(of: keyof typeof asked, path: string, viewer: SignedIn, now: Date): Promise<string> {
  const html = await (await asked[of].ask('GET', path, { viewer, now })).text()
  expect(await htmlFaults(html), path).toEqual([])
  return html
}
const isOffered = (html: string, path: string): boolean => html.includes(`method="post" action="${path}"`)

async function begun(): Promise<{ viewer: SignedIn; application: string; number: string }> {
  const viewer = await somebody(held.db, call.organisation)
  const started = await startApplication(held.db, viewer, { edition: '2024', language: 'fr' }, DURING)
  if (!started.ok) throw new Error(started.code)
  return { viewer, ...started.value }
}
const save = (viewer: SignedIn, application: string, answers: Record<string, string>) =>
  saveDraft(held.db, viewer, { application, answers, known: {}, page: newId(), turn: 0 }, DURING)

describe('what can only be refused is not offered, and the page says why', () => {
  test.each([
    ['calls', '/fr/desk/2024/call/extension', () => director, 'L’appel est clos'],
    ['applications', '/fr/desk/2024/assistance', () => officer, 'plus aucun dossier ne s’écrit'],
  ] as const)('%s %s after the last moment', async (of, path, who: () => SignedIn, why) => {
    expect(isOffered(await page(of, path, who(), DURING), path)).toBe(true)
    const late = await page(of, path, who(), TOO_LATE)
    expect([isOffered(late, path), late.includes(why)]).toEqual([false, true])
  })

  test('extra time before the call is public, help before it opens', async () => {
    const early = new Date(OPENS.getTime() - 1000)
    const help = await page('applications', '/fr/desk/2024/assistance', officer, early)
    expect([isOffered(help, '/fr/desk/2024/assistance'), help.includes('n’est pas encore ouvert')]).toEqual([false, true])
    const hidden = new Date('2020-01-01T00:00:00Z')
    const more = await page('calls', '/fr/desk/2024/call/extra-time', officer, hidden)
    expect([isOffered(more, '/fr/desk/2024/call/extra-time'), more.includes('n’est pas encore public')]).toEqual([false, true])
  })

  test('help with a draft ends with its time, and goes on for whoever was given more', async () => {
    const [late, longer] = [await begun(), await begun()]
    const place = { organisation: call.organisation, programme: call.programme, edition: call.edition, slug: '2024' }
    const help = (number: string) =>
      beginAssistance(held.db, officer, place, { whom: { number }, channel: 'phone', region: null }, 'https://kawaliss.example', TOO_LATE)
    const more = { whom: longer.number, until: '2024-04-03T12:00', ground: 'accident' as const, reason: 'Accident', language: 'fr' as const }
    expect(await giveExtraTime(held.db, officer, place, more, 'https://kawaliss.example', DURING)).toMatchObject({ ok: true })
    expect(await help(late.number)).toEqual(refused('assistance/closed'))
    expect(await help(longer.number)).toMatchObject({ ok: true, value: { number: longer.number } })
    expect(isOffered(await page('applications', '/fr/desk/2024/assistance', officer, TOO_LATE), '/fr/desk/2024/assistance')).toBe(true)
  })

  test('two versions after the deadline are shown, to read', async () => {
    const { viewer, application } = await begun()
    await save(viewer, application, { summary: 'une première' })
    await save(viewer, application, { summary: 'une seconde' })
    const path = `/fr/applications/${application}/versions`
    expect(isOffered(await page('applications', path, viewer, DURING), path)).toBe(true)
    const late = await page('applications', path, viewer, TOO_LATE)
    expect([late.includes('type="radio"'), late.includes('Le délai est passé'), late.includes('seconde')]).toEqual([false, true, true])
  })
})

test('once one of two versions is chosen, the list of parts and the page of all answers agree that the part is complete', async () => {
  const { viewer, application } = await begun()
  for (const section of ['who', 'kinds'])
    await saveSection(held.db, viewer, { application, section, answers: section === 'who' ? WHOLE : {}, known: {}, page: newId(), turn: 0 }, DURING)
  const torn = { application, section: 'project', answers: { summary: 'Une autre version' }, known: {}, page: newId(), turn: 0 }
  expect(await saveSection(held.db, viewer, torn, DURING)).toMatchObject({ value: { aside: ['summary'] } })
  const stateOf = async () => {
    const list = await taskListView(held.db, viewer, application)
    return list?.groups.flatMap(({ tasks }) => tasks).find(({ section }) => section.code === 'project')?.state
  }
  expect(await stateOf()).toBe('draft')
  const known = answerMark((await draftView(held.db, viewer, application))?.answers.summary)
  expect(await chooseVersions(held.db, viewer, { application, choices: { summary: { keep: torn.page, known } } }, DURING)).toMatchObject({ ok: true })
  expect(await stateOf()).toBe('done')
  const check = await page('applications', `/fr/applications/${application}/check`, viewer, DURING)
  expect(check).toContain('Toutes les réponses demandées sont là')
  expect(await submitApplication(held.db, viewer, { application, declared: true, language: 'fr' }, DURING)).toMatchObject({ ok: true })
})

test('a file question says what it takes as one would, one file or several, and how to replace the one that is there', async () => {
  const { viewer, application } = await begun()
  const section = (language: string) => page('applications', `/${language}/applications/${application}/sections/kinds`, viewer, DURING)
  expect(await section('fr')).toContain('Jusqu’à 2 fichiers\u00a0: PDF, images (JPEG, PNG, WebP), enregistrements sonores')
  expect(await section('ar')).toContain('ملفان على الأكثر: ملفات PDF أو صور (JPEG أو PNG أو WebP) أو تسجيلات صوتية')
  expect(await section('en')).toContain('Up to 2 files: PDFs, pictures (JPEG, PNG or WebP), sound recordings')
})
