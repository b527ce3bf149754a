import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { referenceEditions, staffMember } from '../../../tests/database/reference-editions.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { featureApp } from '../../../tests/server/feature-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { newId } from '../../platform/database/id.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { type Viewer, visitor } from '../../domain/viewer.ts'
import { foundOrganisation } from './commands/found-organisation.ts'
import { editionBySlug, organisationByHost, stagesOf } from './editions.ts'
import { publicFrame, staffFrame } from './frame.ts'
import { currentCall } from './queries/current-call.ts'
import { publicEdition } from './queries/public-edition.ts'
import { programmeRoutes } from './routes.tsx'
import type { ShowcaseItem } from './views.ts'

const held = testDatabase()
let organisation = ''
beforeAll(async () => {
  organisation = await referenceEditions(held.db)
})

const DURING = new Date('2024-03-05T12:00:00Z')
const shown: ShowcaseItem[] = [
  { title: 'دار <الظل>', language: 'ar', hint: 'فنون العرض · تازة', href: '/ar/projects/2023/dar', region: 'fes', seed: 'a', motif: 'shadow' },
  { title: 'Rif Story', language: 'fr', hint: 'Livre · Al Hoceima', href: '/fr/projects/2023/rif', region: 'tta', seed: 'b', motif: 'comics' },
]
const routes = programmeRoutes({
  showcase: async () => shown,
  figures: async () => [{ value: '18', says: 'projets', reference: 'F-101', href: '/fr/figures/F-101' }],
})
const app = featureApp(
  () => held.db,
  () => organisation,
  routes,
)
const home = async (language: string, now = DURING) => (await app.ask('GET', `/${language}`, { viewer: null, now })).text()
const plain = (markup: string) => markup.replaceAll('\u00a0', ' ')

describe('the public home', () => {
  test('is valid HTML in three languages, whatever the call is doing', async () => {
    for (const language of LANGUAGES)
      for (const now of ['2023-02-20', '2024-03-05', '2024-06-01', '2025-02-20'])
        expect(await htmlFaults(await home(language, new Date(now))), `${language} ${now}`).toEqual([])
  })

  test('leads to the check while the call can still be answered', async () => {
    const page = plain(await home('fr'))
    expect(page).toContain('L’appel est ouvert')
    expect(page).toContain('href="/fr/calls/2024#check"')
    expect(page).toContain('Date limite · heure du Maroc')
    expect(page).toContain('Dimanche 31 mars 2024, 23 h 59')
    expect(page).toContain('24 projets, 6 par région')
    expect(page).toContain('de mai à novembre 2024')
    expect(plain(await home('fr', new Date('2024-06-01')))).not.toContain('#check')
    expect(plain(await home('en', new Date('2025-02-20')))).toContain('The call opens Monday 10 March 2025, 09:00')
  })

  test('announces the information sessions that are still to come', async () => {
    const page = await home('fr')
    expect(page).not.toContain('Tétouan, centre culturel')
    expect(page).toContain('Oujda, maison de la culture')
    expect(await home('fr', new Date('2024-03-15'))).not.toContain('Oujda')
  })

  test('shows the blocks that later stages bring, in their own language and as text', async () => {
    const page = await home('fr')
    expect(page).toContain('<a href="/ar/projects/2023/dar" lang="ar"><bdi>دار &lt;الظل&gt;</bdi></a>')
    expect(page).toContain('F-101')
  })

  test('weighs little', async () => {
    for (const language of LANGUAGES) expect(gzipSync(await home(language)).length).toBeLessThan(12 * 1024)
  })

  test('says so when nothing is announced yet', async () => {
    const founded = await foundOrganisation(
      held.db,
      { slug: 'empty', name: { ar: 'دار', fr: 'Maison', en: 'House' }, host: 'empty.example', zone: 'Africa/Casablanca' },
      DURING,
    )
    const empty = featureApp(
      () => held.db,
      () => (founded.ok ? founded.value : ''),
      programmeRoutes(),
    )
    const page = await (await empty.ask('GET', '/ar', { viewer: null, now: DURING })).text()
    expect(page).toContain('لا توجد دعوة معلنة الآن')
    expect(await htmlFaults(page)).toEqual([])
  })
})

describe('the current call', () => {
  test('is the open one, else the next, else the last', async () => {
    const slugs = await Promise.all(
      ['2023-02-20', '2023-04-01', '2023-06-01', '2024-02-20', '2024-04-10', '2025-02-20', '2026-01-01'].map(
        async (day) => (await currentCall(held.db, organisation, new Date(day)))?.edition.slug,
      ),
    )
    expect(slugs).toEqual(['2023', '2023', '2023', '2024', '2024', '2025', '2025'])
    expect(await currentCall(held.db, organisation, new Date('2023-02-01'))).toBeNull()
  })

  test('is read by anyone without its budget lines and its inner dates', async () => {
    const found = await publicEdition(held.db, organisation, '2023', DURING)
    expect(found?.content).not.toHaveProperty('budgetLines')
    expect(found?.content.calendar.map((entry) => entry.code)).not.toContain('scoring')
    expect(found?.results).toBe(false)
    expect(await publicEdition(held.db, organisation, '2025', DURING)).toBeNull()
  })
})

describe('the frame of public pages', () => {
  const frame = (viewer: Viewer, path: string) => publicFrame(held.db, { organisation, viewer, language: 'fr', path, now: DURING })

  test('names the programme, its places, its funders and who is reading', async () => {
    const of = await frame(visitor(organisation), '/calls/2024/rules')
    expect(of.programme).toBe('Kawaliss')
    expect(of.navigation.slice(0, 2).map(({ href, current }) => [href, current])).toEqual([
      ['/fr', false],
      ['/fr/calls/2024', true],
    ])
    expect(of.navigation.filter((item) => item.current)).toHaveLength(1)
    expect(of.funders).toEqual([{ name: 'Union européenne', sentence: 'Cofinancé par l’Union européenne', emblem: 'eu' }])
    expect(of.person).toBeNull()
    expect((await frame(staffMember(organisation, 'donor'), '/')).person).toEqual({ name: 'Nadia R.', href: '/fr/me' })
    expect((await frame(visitor(organisation), '/')).navigation[0]?.current).toBe(true)
  })
})

describe('the desk', () => {
  const ask = (viewer: Viewer | null) => app.ask('GET', '/fr/desk', { viewer, now: DURING })

  test('lists the editions one works in, leads straight to the only one, and asks a visitor to sign in', async () => {
    const all = await (await ask(staffMember(organisation, 'director'))).text()
    expect([2023, 2024, 2025].map((year) => all.includes(`href="/fr/desk/${year}"`))).toEqual([true, true, true])
    expect(await htmlFaults(all)).toEqual([])
    const edition = (
      await held.db.selectFrom('edition').select('id').where('organisation', '=', organisation).where('slug', '=', '2024').executeTakeFirstOrThrow()
    ).id
    const one = await ask(staffMember(organisation, 'officer', { edition, region: 'FM' }))
    expect([one.status, one.headers.get('location')]).toEqual([302, '/fr/desk/2024'])
    const none = await (await ask(staffMember(organisation, 'reviewer'))).text()
    expect(none).not.toContain('/fr/desk/2024')
    expect((await ask(null)).headers.get('location')).toContain('/fr/sign-in')
  })

  test('lights the stage an edition is in', async () => {
    const viewer = staffMember(organisation, 'director')
    const stages = async (day: string) =>
      (await staffFrame(held.db, viewer, '2024', 'en', '/desk/2024/call', new Date(day)))?.frame.cues.map(({ progress }) => progress)
    expect(await stages('2024-03-15')).toEqual(['live', ...Array(7).fill('next')])
    expect(await stages('2024-04-15')).toEqual(['done', ...Array(7).fill('next')])
    const room = await staffFrame(held.db, viewer, '2024', 'en', '/desk/2024/call', DURING)
    expect(room?.frame.cues.filter((cue) => cue.current).map((cue) => cue.href)).toEqual(['/en/desk/2024/call'])
    expect(await staffFrame(held.db, staffMember(organisation, 'reviewer'), '2024', 'en', '/desk/2024', DURING)).toBeNull()
  })
})

describe('the support of an edition', () => {
  test('has not ended with what was held before anyone was offered a place', async () => {
    const edition = await editionBySlug(held.db, organisation, '2024')
    const person = newId()
    const id = newId()
    await held.db
      .insertInto('person')
      .values({ organisation, id: person, name_ar: '', name_latin: 'Nadia Rafik', language: 'fr', created_at: DURING })
      .execute()
    await held.db
      .insertInto('activity')
      .values({
        organisation,
        id,
        edition: edition?.id ?? '',
        kind: 'talk',
        title: JSON.stringify({ ar: 'لقاء حول الدعوة', fr: 'Séance d’information', en: 'Information session' }),
        during: '[2024-03-04T18:00:00Z,2024-03-04T19:00:00Z)',
        planned_at: DURING,
        planned_by: person,
        held_at: DURING,
        held_by: person,
      })
      .execute()
    const support = async () => (await stagesOf(held.db, organisation, edition?.id ?? '', DURING)).support
    expect(await support()).toBe('next')
    await held.db.updateTable('activity').set({ held_at: null, held_by: null }).where('id', '=', id).execute()
    expect(await support()).toBe('live')
    await held.db.deleteFrom('activity').where('id', '=', id).execute()
  })
})

describe('an organisation', () => {
  test('is found by its host, else the one that has none serves every host', async () => {
    expect(await organisationByHost(held.db, 'nowhere.example')).toBeNull()
    const founded = await foundOrganisation(
      held.db,
      { slug: 'everywhere', name: { ar: 'دار', fr: 'Maison', en: 'House' }, host: null, zone: 'Africa/Casablanca' },
      DURING,
    )
    const everywhere = founded.ok ? founded.value : ''
    expect(await organisationByHost(held.db, 'nowhere.example')).toBe(everywhere)
    const { host } = await held.db.selectFrom('organisation').select('host').where('id', '=', organisation).executeTakeFirstOrThrow()
    expect(await organisationByHost(held.db, host ?? '')).toBe(organisation)
  })
})
