import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { ask, sentByTwo } from '../../tests/database/correcting.ts'
import { eligible, smallEdition, staffOf } from '../../tests/database/small-edition.ts'
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
import { newId } from '../platform/database/id.ts'
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

test('what a result makes past is planned no more, even before its day; an interview is told, and that it is not held', async () => {
  const small = await smallEdition(held.db)
  const { application, holder } = await sentByTwo(held.db, small, { birth_date: '1998-01-05' })
  const { organisation, edition } = small
  const dates = [
    ['interviews', '2024-06-10'],
    ['results', '2024-06-20'],
    ['kickoff', '2024-07-01'],
  ] as const
  for (const [code, day] of dates) {
    const name = JSON.stringify({ ar: code, fr: code, en: code })
    await held.db.insertInto('edition_date').values({ organisation, edition, code, name, starts_on: day, ends_on: day, public: true }).execute()
  }
  const cues = async () => {
    const html = await (await mounted(held.db, routes(), holder, LATER).get(`/fr/applications/${application}/receipt`)).text()
    expect(await htmlFaults(html)).toEqual([])
    return [...html.matchAll(/<li(?: data-p="\w+")?>\s*<span class="cue".*?<h3>([^<]*)<\/h3>/gs)].map(([, title]) => title?.replace(/\s/gu, ' '))
  }
  const by = small.officer.person.id
  const hour = { organisation, id: newId(), edition, application, place: 'Fès', invited_at: NOW, invited_by: by }
  await held.db
    .insertInto('interview')
    .values({ ...hour, during: '[2024-05-15T08:00:00Z,2024-05-15T08:30:00Z)' })
    .execute()
  const told = ['Candidature envoyée', 'Votre entretien : mercredi 15 mai à 9 h']
  expect(await cues()).toEqual([...told, 'interviews', 'results', 'kickoff'])
  await held.db.updateTable('interview').set({ attended: true, recorded_at: LATER, recorded_by: by }).where('id', '=', hour.id).execute()
  expect(await cues()).toEqual([...told, 'Votre entretien a eu lieu', 'results', 'kickoff'])
  await eligible(held.db, small, application)
  const plan = { organisation, id: newId(), edition, number: 1, fingerprint: 'f', input: '{}', output: '{}', planned_at: LATER, planned_by: by }
  await held.db.insertInto('selection_plan').values(plan).execute()
  const seal = {
    organisation,
    id: newId(),
    edition,
    plan: plan.id,
    record: '{}',
    hash: createHash('sha256').update('{}').digest('hex'),
    sealed_at: LATER,
    sealed_by: by,
  }
  await held.db.insertInto('selection_seal').values(seal).execute()
  const decision = { organisation, edition, application, seal: seal.id, outcome: 'selected', region: 'fes', rank: 1, score: '80.00' }
  await held.db
    .insertInto('decision')
    .values({ ...decision, explanation: '{}' })
    .execute()
  await held.db
    .insertInto('publication')
    .values({ organisation, edition, seal: seal.id, published_at: LATER, published_by: small.director.person.id })
    .execute()
  expect((await cues()).slice(3)).toEqual(['Votre projet est retenu', 'kickoff'])
})
