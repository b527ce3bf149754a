import { expect, test } from 'vitest'
import { ask, sentByTwo } from '../../tests/database/correcting.ts'
import { smallEdition, staffOf } from '../../tests/database/small-edition.ts'
import { testDatabase } from '../../tests/database/test-database.ts'
import { frameOf } from '../../tests/server/feature-app.ts'
import { mounted } from '../../tests/server/mounted.ts'
import { htmlFaults } from '../../tests/server/valid-html.ts'
import { applicationRoutes, doorsOfApplicant } from '../features/applications/index.ts'
import { decideEligibility } from '../features/eligibility/commands/decide.ts'
import { recallCorrections } from '../features/eligibility/commands/ask-corrections.ts'
import { decisionOnReceipt, readyingLetters, runAutomaticChecks, writeEligibilityLetters } from '../features/eligibility/index.ts'
import { approveBatch } from '../features/messages/index.ts'
import { Hono } from 'hono'
import type { AppEnv } from '../platform/web/context.ts'
import { LANGUAGES } from '../domain/language.ts'
import { toldByStages } from './told-steps.ts'

const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
const NOW = new Date('2024-04-06T09:00:00Z')
/** After a date of the calendar that passed without anything being told. */
const LATER = new Date('2024-05-20T09:00:00Z')

function routes(): Hono<AppEnv> {
  const all = new Hono<AppEnv>()
  all.route('/', applicationRoutes({ frame: frameOf, told: decisionOnReceipt, steps: toldByStages }))
  all.get('/me', async (c) => c.json(await doorsOfApplicant(c, toldByStages)))
  return all
}

test('a team reads what has happened to its application, and of a decision not one byte before its letter has left', async () => {
  const small = await smallEdition(held.db)
  const { application, holder } = await sentByTwo(held.db, small, { birth_date: '1990-01-05' })
  const place = { programme: small.programme, edition: small.edition }
  for (const [code, day] of [
    ['jury', '2024-05-10'],
    ['results', '2024-06-20'],
  ] as const)
    await held.db
      .insertInto('edition_date')
      .values({
        organisation: small.organisation,
        edition: small.edition,
        code,
        name: JSON.stringify({ ar: code, fr: code, en: code }),
        starts_on: day,
        ends_on: day,
        public: true,
      })
      .execute()
  await ask(held.db, small, application)
  await recallCorrections(held.db, small.officer, place, { application }, ORIGIN, NOW)
  const seen = async (language = 'fr') => {
    const as = mounted(held.db, routes(), holder, LATER)
    const receipt = await (await as.get(`/${language}/applications/${application}/receipt`)).text()
    return { receipt, door: await (await as.get(`/${language}/me`)).text() }
  }
  const before = await seen()
  const cues = (html: string) =>
    [...html.matchAll(/<li(?: data-p="(\w+)")?>\s*<span class="cue".*?<h3>([^<]*)<\/h3>/gs)].map(([, is = '', title]) => `${title} ${is}`.trim())
  const happened = ['Candidature envoyée done', 'Des corrections vous sont demandées done']
  const planned = ['jury', 'results']
  expect(cues(before.receipt)).toEqual([...happened, 'Les corrections ne sont plus demandées live', ...planned])
  expect(before.door).toContain('Les corrections ne sont plus demandées')
  // Decided, and the letter written: nothing of it has left.
  await runAutomaticChecks(held.db, small.officer, place, NOW)
  expect(
    await decideEligibility(held.db, small.officer, place, { application, eligible: false, ground: 'age', reason: 'Hors des âges' }, NOW),
  ).toMatchObject({ ok: true })
  expect(await seen()).toEqual(before)
  const written = await writeEligibilityLetters(held.db, small.officer, place, { withEligible: true }, ORIGIN, NOW)
  if (!written.ok) throw new Error(written.code)
  expect(await seen()).toEqual(before)
  const { id } = await held.db.selectFrom('message_batch').select('id').where('edition', '=', small.edition).executeTakeFirstOrThrow()
  const director = await staffOf(held.db, small, 'director')
  expect(await approveBatch(held.db, director, id, LATER, readyingLetters(ORIGIN))).toMatchObject({ ok: true })
  const after = await seen()
  expect(cues(after.receipt)).toEqual([...happened, 'Les corrections ne sont plus demandées done', 'Votre candidature n’est pas éligible live'])
  expect(after.door).toContain('Votre candidature n’est pas éligible')
  for (const language of LANGUAGES) expect(await htmlFaults((await seen(language)).receipt), language).toEqual([])
})
