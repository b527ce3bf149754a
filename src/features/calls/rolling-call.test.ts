import { beforeAll, describe, expect, test } from 'vitest'
import { BEFORE, house, SHIPPED } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { visitor } from '../../domain/viewer.ts'
import { beginEditionDraft } from '../programme/commands/edition-draft.ts'
import { exportEdition, importEdition, programmeRoutes, publishCall, readEditionFile } from '../programme/index.ts'
import { callRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)
const LATER = new Date('2026-02-10T12:00:00Z')

/** The shipped edition of 2024 under another name, without a deadline, with two days on which what has arrived is read. */
function rolling(change: (file: { calendar: { code: string }[] }) => void = () => undefined): string {
  const file = JSON.parse(SHIPPED)
  Object.assign(file.edition, { slug: 'rolling', ordinal: 9 })
  Object.assign(file.call, { deadline: null, ageOn: null, opens: '2026-01-05T09:00' })
  const name = { ar: 'قراءة', fr: 'Lecture', en: 'Reading' }
  file.calendar = ['2026-03-12', '2026-06-11'].map((day, place) => ({ code: `reading-${place + 1}`, name, from: day, to: day, public: true }))
  change(file)
  return `${JSON.stringify(file, null, 2)}\n`
}

beforeAll(async () => {
  const reading = readEditionFile(rolling())
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  const by = { system: true, organisation: the.organisation } as const
  await importEdition(held.db, by, reading.file, BEFORE)
  await publishCall(held.db, by, 'rolling', new Date('2026-01-02T10:00:00Z'))
})

const page = async (path: string, now = LATER) => (await mounted(held.db, callRoutes(), visitor(the.organisation), now).get(path)).text()

describe('the file of an edition without a deadline', () => {
  test('comes out as it went in, byte for byte', async () => {
    expect(await exportEdition(held.db, { system: true, organisation: the.organisation }, 'rolling')).toBe(rolling())
  })

  test('may not have a date called deadline in its calendar', () => {
    const reading = readEditionFile(rolling((file) => Object.assign(file.calendar[0] ?? {}, { code: 'deadline' })))
    expect(reading.ok ? [] : reading.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(['$.calendar[0].code no-deadline'])
  })
})

describe('the pages of a call without a deadline', () => {
  test('say so in three languages, with the next day of reading, and are valid', async () => {
    const said = { ar: 'بدون آخر أجل', fr: 'les dossiers sont lus à mesure', en: 'applications are read as they arrive' }
    const next = { ar: '12 مارس', fr: '12 mars', en: '12 March' }
    for (const language of LANGUAGES) {
      const html = await page(`/${language}/calls/rolling`)
      expect(html).toContain(said[language])
      expect(html.replaceAll('\u00a0', ' ')).toContain(next[language])
      for (const rest of ['', '/rules', '/card'])
        expect(await htmlFaults(await page(`/${language}/calls/rolling${rest}`)), `${language}${rest}`).toEqual([])
    }
    expect(await page('/en/calls/rolling/rules')).toContain('From 18 to 29 years old on the day the application is sent.')
    expect(await page('/en/calls/rolling/card')).toContain('Open, without a deadline.')
  })

  test('count the age in the first check on the day it is asked', async () => {
    const answers = {
      'birth_date.day': '11',
      'birth_date.month': '2',
      'birth_date.year': '1996',
      region: 'MA-02',
      pure_creation: 'no',
      past_support: 'no',
    }
    const checked = async (now: Date) =>
      (await mounted(held.db, callRoutes(), visitor(the.organisation), now).post('/en/calls/rolling', answers)).text()
    expect(await checked(LATER)).toContain('29 years old on 10 February 2026')
    expect(await checked(new Date('2026-02-11T12:00:00Z'))).toContain('30 years old on 11 February 2026')
  })
})

describe('the desk of a call without a deadline', () => {
  const WORDS = { reason_ar: 'اكتملت المقاعد', reason_fr: 'Les places sont prises', reason_en: 'The places are taken' }
  const date = (day: string) => ({ 'deadline.day': day, 'deadline.month': '3', 'deadline.year': '2026', 'deadline.time': '23:59' })

  test('shows what the closing does, then announces it; the page tells everybody', async () => {
    const desk = mounted(held.db, callRoutes(), the.director, LATER)
    const path = '/en/desk/rolling/call/closing'
    expect((await desk.get('/en/desk/rolling/call/extension')).headers.get('location')).toBe(path)
    expect(await htmlFaults(await (await desk.get(path)).text())).toEqual([])
    const planned = async (fields: Record<string, string>) =>
      /name="fingerprint" value="([0-9a-f]{64})"/.exec(await (await desk.post(path, fields)).text())?.[1] ?? ''
    const soon = { ...date('20'), 'deadline.month': '2', ...WORDS }
    const short = await desk.post(path, soon)
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('Choose a moment at least 14 days from now')])
    const fingerprint = await planned({ ...date('31'), ...WORDS })
    const done = await desk.post(path, { ...date('31'), ...WORDS, fingerprint })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/en/desk/rolling/call?said=call-closing'])
    const html = await page('/en/calls/rolling')
    expect(html).toContain('its closing has been announced. The places are taken')
    expect(html).toContain('Tuesday 31 March 2026, 23:59')
    const file = JSON.parse((await exportEdition(held.db, { system: true, organisation: the.organisation }, 'rolling')) ?? '{}')
    expect([file.call.deadline, file.call.ageOn]).toEqual(['2026-03-31T23:59', null])
  })

  test('a part of the editor keeps that there is no deadline, and takes one again', async () => {
    const begun = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, LATER)
    const draft = begun.ok ? begun.value.draft : ''
    const editor = mounted(held.db, programmeRoutes(), the.officer, LATER)
    const form = await (await editor.get(`/en/desk/editions/${draft}/call`)).text()
    const known = /name="known" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const none = { 'call.deadline.day': '', 'call.deadline.month': '', 'call.deadline.year': '', 'call.deadline.time': '' }
    const saved = await editor.post(`/en/desk/editions/${draft}/call`, { act: 'save', known, ...none, 'call.deadline.none': 'yes' })
    expect(saved.status).toBe(303)
    expect(await (await editor.get(`/en/desk/editions/${draft}/call`)).text()).toMatch(/name="call\.deadline\.none"[^>]* checked/)
  })
})
