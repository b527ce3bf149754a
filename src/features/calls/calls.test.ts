import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { editionSource, referenceEditions, staffMember } from '../../../tests/database/reference-editions.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { featureApp } from '../../../tests/server/feature-app.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { callRoutes } from './routes.tsx'

const held = testDatabase()
let organisation = ''
beforeAll(async () => {
  organisation = await referenceEditions(held.db)
})
const app = featureApp(
  () => held.db,
  () => organisation,
  callRoutes(),
)

const BEFORE = new Date('2024-02-20T12:00:00Z')
const DURING = new Date('2024-03-15T12:00:00Z')
const DEADLINE = new Date('2024-03-31T23:59:00Z')
const AFTER = new Date('2024-06-01T12:00:00Z')
const get = (path: string, now = DURING, viewer: Viewer | null = null) => app.ask('GET', path, { viewer, now })
const text = async (path: string, now = DURING) => (await get(path, now)).text()

const GOOD = { 'birth_date.day': '14', 'birth_date.month': '6', 'birth_date.year': '2001', region: 'MA-02', pure_creation: 'no', past_support: 'no' }
const checked = (language: string, changes: Record<string, string> = {}, now = DURING) =>
  app.ask('POST', `/${language}/calls/2024`, { viewer: null, now }, { ...GOOD, ...changes })
const START = '/calls/2024/applications"'

describe('the page of a call', () => {
  test('is valid HTML in three languages: before it opens, open, in grace, closed; checked well, badly, and with errors; and its rules', async () => {
    for (const language of LANGUAGES) {
      const page = `/${language}/calls/2024`
      const pages: [string, Date][] = [
        [page, BEFORE],
        [page, DURING],
        [page, new Date(DEADLINE.getTime() + 1)],
        [page, AFTER],
        [`${page}/rules`, DURING],
      ]
      for (const [path, now] of pages) expect(await htmlFaults(await text(path, now)), path).toEqual([])
      for (const changes of [{}, { region: 'MA-06', pure_creation: 'yes' }, { 'birth_date.year': '', region: '' }])
        expect(await htmlFaults(await (await checked(language, changes)).text()), language).toEqual([])
    }
  })

  test('shows the deadline with its weekday, its promised local time and its distance from UTC', async () => {
    expect(await text('/ar/calls/2024')).toContain('الأحد 31 مارس 2024، الساعة 23:59')
    const french = (await text('/fr/calls/2024')).replaceAll('\u00a0', ' ')
    expect(french).toContain('Dimanche 31 mars 2024 à 23 h 59')
    expect(french).toContain('heure du Maroc')
    expect(french).toContain('il reste 16 jours')
    expect(await text('/en/calls/2025', new Date('2025-03-15T12:00:00Z'))).toContain('Sunday 6 April 2025, 23:59')
    expect(await text('/en/calls/2025', new Date('2025-03-15T12:00:00Z'))).toContain('Morocco time')
  })

  test('lets one start from the opening to the announced deadline, to the millisecond, and not before or after', async () => {
    const opens = new Date('2024-03-01T08:00:00Z')
    const startable = async (now: Date) => (await text('/fr/calls/2024', now)).includes(START)
    expect([await startable(new Date(opens.getTime() - 1)), await startable(opens)]).toEqual([false, true])
    expect([await startable(DEADLINE), await startable(new Date(DEADLINE.getTime() + 1))]).toEqual([true, false])
  })

  test('says that it has passed, and offers no check any more', async () => {
    const page = await text('/en/calls/2024', AFTER)
    expect(page).toContain('This call closed Sunday 31 March 2024, 23:59 (Morocco time).')
    expect(page).not.toContain('id="check"')
    expect(await text('/en/calls/2024', new Date(DEADLINE.getTime() + 1000))).toContain('may still send it')
  })

  test('does not exist before the call is public, no more than one that was never made', async () => {
    const other = await referenceEditions(held.db, [2024, 2025], [2025])
    const hidden = featureApp(
      () => held.db,
      () => other,
      callRoutes(),
    )
    const of = async (path: string, now: Date) => {
      const answer = await hidden.ask('GET', path, { viewer: null, now })
      return [answer.status, (await answer.text()).replaceAll(/20\d\d/g, '')]
    }
    expect((await of('/fr/calls/2024', DURING))[0]).toBe(200)
    expect(await of('/fr/calls/2025', DURING)).toEqual(await of('/fr/calls/2099', DURING))
    expect((await of('/fr/calls/2025', DURING))[0]).toBe(404)
    expect((await of('/fr/calls/2024', new Date('2024-02-15T09:59:59.999Z')))[0]).toBe(404)
  })

  test('gives search engines the whole address of its translations', async () => {
    const links = [...(await text('/fr/calls/2024')).matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)">/g)]
    expect(links.map(([, language, href]) => [language, href])).toEqual(
      LANGUAGES.map((language) => [language, `https://kawaliss.example/${language}/calls/2024`]),
    )
  })

  test('weighs little: page and style are far under 60 KB on the way to a phone', async () => {
    for (const path of ['/ar/calls/2024', '/ar/calls/2024/rules']) {
      // The style has its own limit of 14 KB (tests/architecture/css.test.ts).
      expect(gzipSync(await text(path)).length, path).toBeLessThan(12 * 1024)
    }
  })
})

describe('the check before the form', () => {
  const answer = async (changes: Record<string, string> = {}, now = DURING) => {
    const page = await (await checked('en', changes, now)).text()
    return (
      /id="answer">([\s\S]*?)<\/div><\/div>/
        .exec(page)?.[1]
        ?.replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim() ?? ''
    )
  }

  test('says yes with its reasons, and leads on', async () => {
    const said = await answer()
    expect(said).toMatch(
      /^Yes, you may apply\. 22 years old on 31 March 2024 Oriental is a region of the programme .* First time Start my application/,
    )
    expect(await answer({}, BEFORE)).toMatch(/^Yes, you may apply once the call is open\./)
    expect(await answer({}, BEFORE)).not.toContain('Start')
  })

  test('says no with every reason, and where to ask', async () => {
    const said = await answer({ 'birth_date.year': '1990', region: 'MA-06', pure_creation: 'yes', past_support: 'yes' })
    expect(said).toMatch(/^Not for this edition\./)
    expect(said).toContain('33 years old on 31 March 2024: the call is for ages 18 to 29')
    expect(said).toContain('Casablanca-Settat is not a region of this edition')
    expect(said).toContain('A residency, a work or an exhibition alone belongs to other kinds of aid.')
    expect(said).toContain('Already supported by the programme')
    expect(said).not.toContain('Start my application')
  })

  test('says of a birth date still to come that it is one, and no verdict', async () => {
    const said = await (await checked('en', { 'birth_date.year': '2090' }, DURING)).text()
    expect(said).toContain('This day is still to come: check the year of birth')
    expect(said).not.toContain('id="answer"')
  })

  test('counts the age on the day of the deadline', async () => {
    expect(await answer({ 'birth_date.day': '31', 'birth_date.month': '3', 'birth_date.year': '2006' })).toContain('18 years old')
    expect(await answer({ 'birth_date.day': '1', 'birth_date.month': '4', 'birth_date.year': '2006' })).toContain('Not for this edition')
    expect(await answer({ 'birth_date.day': '1', 'birth_date.month': '4', 'birth_date.year': '1994' })).toContain('29 years old')
    expect(await answer({ 'birth_date.day': '31', 'birth_date.month': '3', 'birth_date.year': '1994' })).toContain('30 years old')
  })

  test('names what is missing or cannot be read, keeps the rest, and does not guess', async () => {
    const reply = await checked('fr', { 'birth_date.month': '2', 'birth_date.day': '31', region: 'XX', past_support: '' })
    expect(reply.status).toBe(422)
    const page = await reply.text()
    expect(page).toMatch(/<title>Erreur\s: /)
    const summary = [...page.matchAll(/<li><a href="#([\w-]+)">([^<]*)<\/a><\/li>/g)].map(([, field, sentence]) => [field, sentence])
    expect(summary).toEqual([
      ['birth_date', 'Votre date de naissance\u00a0: Écrivez une date qui existe, comme 27 3 2003'],
      ['region', 'Dans quelle région habitez-vous\u202f? Choisissez une réponse de la liste'],
      ['past_support', 'Avez-vous déjà été accompagné par ce programme\u202f? Répondez à cette question'],
    ])
    expect(page).toContain('value="31"')
    expect(page).toMatch(/name="pure_creation" value="no" checked/)
    expect(page).not.toContain('id="answer"')
  })

  test('stores nothing, is kept by nobody and stands in no address', async () => {
    const count = async () =>
      (
        await sql<{
          n: string
        }>`select sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', tablename), false, true, '')))[1]::text::bigint) as n
          from pg_tables where schemaname = 'public'`.execute(held.db)
      ).rows[0]?.n
    const before = await count()
    const reply = await checked('fr')
    expect(reply.headers.get('cache-control')).toBe('private, no-store')
    expect(await count()).toBe(before)
    expect(await text('/fr/calls/2024')).toMatch(/<form method="post"[^>]*action="\/fr\/calls\/2024#verdict"/)
  })

  test('shows typed markup as text', async () => {
    const page = await (await checked('fr', { 'birth_date.day': '"><script>alert(1)</script>' })).text()
    expect(page).not.toContain('<script>alert')
  })
})

describe('the rules page', () => {
  test('says what the settings say, and not what is kept inside', async () => {
    const page = (await text('/fr/calls/2024/rules')).replaceAll('\u00a0', ' ')
    for (const said of [
      'De 18 à 29 ans le 31 mars 2024.',
      'Chaque région : 6 projets',
      'Projets portés par une femme : 9 projets au moins',
      'Chaque secteur : 4 projets au plus',
      'un évaluateur de plus',
      '20 points sur 100',
      'L’entretien compte pour 50 % de la note finale.',
      'moins de 60 sur 100',
      'Deux projets par région restent en liste d’attente.',
      'au plus 30 000 MAD',
    ])
      expect(page).toContain(said)
    expect(page).not.toContain('Fin des lectures')
    expect(page).not.toContain('720 000')
    const first = (await text('/fr/calls/2023/rules')).replaceAll('\u00a0', ' ')
    expect(first).toContain('Chaque région : 6 projets au plus')
    expect(first).toContain('Il n’y a pas de liste d’attente.')
  })
})

describe('the settings at the desk', () => {
  const PARTS = ['calendar', 'rules', 'criteria', 'form', 'texts', 'means']

  test('are valid HTML in three languages, part by part', async () => {
    const viewer = staffMember(organisation, 'director')
    for (const language of LANGUAGES)
      for (const part of PARTS)
        expect(await htmlFaults(await (await get(`/${language}/desk/2024/call?part=${part}`, DURING, viewer)).text()), `${language} ${part}`).toEqual(
          [],
        )
  })

  test('tell the promise, the instant it stands for, and how far each language is written', async () => {
    const page = await (await get('/en/desk/2024/call', DURING, staffMember(organisation, 'donor'))).text()
    expect(page).toContain('Sunday 31 March 2024, 23:59 · Africa/Casablanca')
    expect(page).toContain('31 March 2024, 23:59 UTC')
    expect(page.match(/All 181 texts are written/g)).toHaveLength(3)
  })

  test('can be taken away as the file they came from', async () => {
    const reply = await get('/fr/desk/2024/call/file', DURING, staffMember(organisation, 'officer'))
    expect(reply.headers.get('content-disposition')).toContain('attachment')
    expect(await reply.text()).toBe(editionSource(2024))
  })

  test('are for those at the desk alone; who serves one region reads them without the money', async () => {
    const status = async (path: string, viewer: Viewer | null) => (await get(path, DURING, viewer)).status
    expect(await status('/fr/desk/2024/call', null)).toBe(303)
    for (const path of ['/fr/desk/2024/call', '/fr/desk/2024/call/file']) {
      expect(await status(path, staffMember(organisation, 'reviewer'))).toBe(404)
      expect(await status(path.replace('2024', '2099'), staffMember(organisation, 'director'))).toBe(404)
    }
    const edition = (
      await held.db.selectFrom('edition').select('id').where('organisation', '=', organisation).where('slug', '=', '2024').executeTakeFirstOrThrow()
    ).id
    const regional = staffMember(organisation, 'officer', { edition, region: 'FM' })
    expect(await status('/fr/desk/2024/call/file', regional)).toBe(404)
    const page = await (await get('/fr/desk/2024/call?part=means', DURING, regional)).text()
    expect(page).not.toContain('720')
    expect(page).not.toContain('part=means')
  })
})

describe('the card of a call', () => {
  test('may stand in a page of another site, leads out of it, and no other page of ours may', async () => {
    const card = await get('/fr/calls/2024/card')
    const html = await card.text()
    expect([card.status, card.headers.get('content-security-policy')]).toEqual([200, expect.stringContaining('frame-ancestors *')])
    expect(html).toContain('target="_top"')
    expect(html.replaceAll('\u00a0', ' ')).toContain('Date limite : dimanche 31 mars 2024 à 23 h 59')
    expect(await htmlFaults(html)).toEqual([])
    expect((await get('/fr/calls/2024')).headers.get('content-security-policy') ?? '').not.toContain('frame-ancestors *')
  })

  test('is not there before the call is public', async () => {
    expect((await get('/fr/calls/2024/card', new Date('2024-02-01T00:00:00Z'))).status).toBe(404)
  })
})

describe('information sessions', () => {
  test('are listed while they are ahead, each to be put in one’s own calendar, without a sign-up', async () => {
    const early = new Date('2024-03-02T12:00:00Z')
    const html = await text('/en/calls/2024', early)
    const links = [...html.matchAll(/href="(\/en\/calls\/2024\/sessions\/\d+\.ics)"/g)].map(([, href]) => href as string)
    expect(links.length).toBeGreaterThan(1)
    const answer = await get(links[0] as string, early)
    const file = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(file.match(/^DTSTART:202403\d\dT\d{6}Z\r$/gm)?.length).toBe(1)
    const all = await text('/en/calls/2024/sessions.ics', early)
    expect(all.match(/BEGIN:VEVENT/g)?.length).toBe(JSON.parse(editionSource(2024)).call.sessions.length)
    expect(await text('/en/calls/2024', AFTER)).not.toContain('.ics')
    expect((await get('/en/calls/2024/sessions/99.ics', early)).status).toBe(404)
  })
})
