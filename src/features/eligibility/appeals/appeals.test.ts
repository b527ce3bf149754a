import { expect, test } from 'vitest'
import { somebody } from '../../../../tests/database/open-call.ts'
import { DURING } from '../../../../tests/database/open-call.ts'
import { smallEdition, type SmallEdition, staffOf, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { approveBatch } from '../../messages/index.ts'
import { decideEligibility } from '../commands/decide.ts'
import { answerAppeal, lodgeAppeal } from '../commands/appeal.ts'
import { writeEligibilityLetters } from '../commands/letters.ts'
import { runAutomaticChecks } from '../commands/run-automatic-checks.ts'
import { eligibilityRoutes, readyingLetters } from '../index.ts'
import { appealsOf, ownDecision } from '../queries/appeals.ts'
import { toldStepsOf } from '../queries/told-steps.ts'
import { eligibilityPage } from '../queries/eligibility-page.ts'

const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
const NOW = new Date('2024-04-04T09:00:00Z')
const LEFT = new Date('2024-04-08T12:00:00Z')
/** 23:59 in Morocco, where clocks are an hour ahead of UTC again since 14 April. */
const LAST = new Date('2024-04-18T22:59:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

/** One declared too old by the officer, and told so. */
async function told(answers: Record<string, string> = {}) {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const old = await submitted(held.db, small, { birth_date: '1990-01-05', ...answers })
  const { application, holder } = old
  await runAutomaticChecks(held.db, small.officer, place, NOW)
  await decideEligibility(held.db, small.officer, place, { application, eligible: false, ground: 'age', reason: '34 ans le 31 mars 2024' }, NOW)
  const written = await writeEligibilityLetters(held.db, small.officer, place, { withEligible: false }, ORIGIN, NOW)
  if (!written.ok) throw new Error(written.code)
  await approveBatch(held.db, small.director, written.value.batch, LEFT, readyingLetters(ORIGIN))
  const lodge = (text = 'Mon acte de naissance dit 1996.', viewer: SignedIn = holder, at = LAST) =>
    lodgeAppeal(held.db, viewer, { application, text }, ORIGIN, at)
  const answer = (upheld: boolean, viewer: SignedIn = small.director, text = 'L’acte est lu : 28 ans.') =>
    answerAppeal(held.db, viewer, place, { application, upheld, answer: text }, ORIGIN, LAST)
  const mails = async () =>
    (
      await held.db
        .selectFrom('message')
        .select(['kind', 'language', 'batch'])
        .where('organisation', '=', small.organisation)
        .orderBy('written_at')
        .orderBy('id')
        .execute()
    ).map(({ kind, batch }) => [kind, batch === null])
  return { small, place, application, holder, lodge, answer, mails }
}

test('the holder appeals until the last minute of the tenth day, once, and gets a receipt; later is refused with the date', async () => {
  const { small, application, holder, lodge, mails } = await told()
  expect(await lodge('x', holder, new Date(LAST.getTime() + 1))).toEqual(refused('appeal/too-late', { until: LAST.toISOString() }))
  expect(await lodge(' ')).toEqual(refused('appeal/text-missing'))
  const member = await somebody(held.db, small.organisation)
  await held.db
    .insertInto('application_member')
    .values({ organisation: small.organisation, application, person: member.person.id, part: 'member', joined_at: DURING })
    .execute()
  expect(await lodge('x', member)).toEqual(refused('appeal/not-holder'))
  expect(await lodge('x', small.officer)).toEqual(refused('appeal/unknown'))
  const [one, other] = await Promise.all([lodge(), lodge()])
  expect([one.ok, other.ok].sort()).toEqual([false, true])
  expect([one, other].find((outcome) => !outcome.ok)).toEqual(refused('appeal/already-lodged'))
  expect(await mails()).toEqual([
    ['eligibility-refused', false],
    ['appeal-receipt', true],
  ])
})

test('the term is that of the edition when the letter was written, whatever becomes of it later', async () => {
  const { small, application, holder } = await told()
  await held.db.updateTable('edition').set({ appeal_days: 3 }).where('organisation', '=', small.organisation).execute()
  expect((await ownDecision(held.db, holder, application))?.until).toEqual(LAST)
})

test('upheld, the application is eligible by the same act: the rule is met by the word of who answers, and the letter leaves at once', async () => {
  const { small, place, application, holder, lodge, answer, mails } = await told()
  expect(await answer(true)).toEqual(refused('appeal/unknown'))
  await lodge()
  expect(await answer(true, small.officer)).toEqual(refused('appeal/same-person'))
  expect(await answer(true, small.director, ' ')).toEqual(refused('appeal/answer-missing'))
  expect(await answer(true)).toEqual(ok({ upheld: true }))
  expect(await answer(false)).toEqual(refused('appeal/already-answered'))
  const view = await eligibilityPage(held.db, small.officer, place, application, 'fr')
  expect([view?.state, view?.decisions.length, view?.rules.find((rule) => rule.code === 'age')?.officer?.reason]).toEqual([
    'eligible',
    2,
    'L’acte est lu : 28 ans.',
  ])
  const own = await ownDecision(held.db, holder, application)
  expect([own?.told.eligible, own?.appeal?.answer?.upheld, own?.until]).toEqual([true, true, null])
  expect(await mails()).toContainEqual(['appeal-answer', true])
  const steps = await toldStepsOf(held.db, small.organisation, [application])
  expect(steps.map(({ what }) => what)).toEqual(['ineligible', 'appealed', 'upheld', 'eligible'])
  expect(await writeEligibilityLetters(held.db, small.officer, place, { withEligible: true }, ORIGIN, LAST)).toEqual(refused('letters/none-to-write'))
  const acts = await held.db.selectFrom('audit_entry').select(['act', 'payload']).where('stream', '=', application).orderBy('seq').execute()
  expect(acts.map(({ act }) => act)).toEqual([
    'eligibility/checked',
    'eligibility/refused',
    'appeal/lodged',
    'appeal/answered',
    'eligibility/accepted',
  ])
  expect(JSON.stringify(acts)).not.toContain('naissance')
})

test('upheld, what else stands against the application still does: nothing is written', async () => {
  const { small, place, application, lodge, answer } = await told({ only_creation: 'yes' })
  await lodge()
  expect(await answer(true)).toEqual(refused('eligibility/rule-not-met', { count: 1, rules: ['creation'] }))
  const view = await eligibilityPage(held.db, small.officer, place, application, 'fr')
  expect([view?.state, view?.rules.find((rule) => rule.code === 'age')?.officer]).toEqual(['ineligible', null])
  expect(await answer(false)).toEqual(ok({ upheld: false }))
})

test('rejected, the decision stands and its reason is told', async () => {
  const { application, holder, lodge, answer } = await told()
  await lodge()
  expect(await answer(false, undefined, 'L’acte dit 1990.')).toEqual(ok({ upheld: false }))
  const own = await ownDecision(held.db, holder, application)
  expect([own?.told.eligible, own?.appeal?.answer?.text]).toEqual([false, 'L’acte dit 1990.'])
  expect(await lodge()).toEqual(refused('appeal/already-lodged'))
})

test('a reader of one region sees the appeals of that region alone, and officers elsewhere answer none', async () => {
  const { small, place, lodge, answer } = await told({ region: 'fes' })
  await lodge()
  const numbers = async (viewer: SignedIn) => (await appealsOf(held.db, viewer, place, 'fr'))?.length
  const [here, there] = [await staffOf(held.db, small, 'officer', 'fes'), await staffOf(held.db, small, 'officer', 'ori')]
  expect([await numbers(here), await numbers(there), await numbers({ ...there, grants: [] })]).toEqual([1, 0, undefined])
  expect(await answer(false, there)).toEqual(refused('appeal/unknown'))
  expect(await answer(false, await staffOf(held.db, small, 'auditor'))).toEqual(refused('appeal/unknown'))
  expect(await answer(false, here)).toEqual(ok({ upheld: false }))
})

test('the pages of the applicant need no script, keep what was written when it cannot stand, and say when it is too late', async () => {
  const { application, holder } = await told()
  const page = `/applications/${application}/appeal`
  const at = (now: Date) => mounted(held.db, eligibilityRoutes, holder, now)
  for (const language of LANGUAGES)
    for (const path of [page, `/applications/${application}/decision`])
      expect(await htmlFaults(await (await at(LEFT).get(`/${language}${path}`)).text()), `${language} ${path}`).toEqual([])
  const empty = await at(LEFT).post(`/fr${page}`, { text: ' ' })
  expect([empty.status, await htmlFaults(await empty.text())]).toEqual([422, []])
  const late = await at(new Date(LAST.getTime() + 60_000)).post(`/fr${page}`, { text: 'Écrit trop tard' })
  const text = await late.text()
  expect([late.status, /a pris fin le jeudi 18 avril 2024 à 23\sh\s59\./.test(text), text.includes('Écrit trop tard')]).toEqual([422, true, true])
  const sent = await at(LAST).post(`/fr${page}`, { text: 'Mon acte de naissance dit 1996.' })
  expect(sent.headers.get('location')).toBe(`/fr/applications/${application}/decision?said=appeal-lodged`)
  expect((await at(LAST).get(`/fr${page}`)).headers.get('location')).toBe(`/fr/applications/${application}/decision`)
  const own = await (await at(LAST).get(`/fr/applications/${application}/decision?said=appeal-lodged`)).text()
  expect([own.includes('En attente de réponse'), own.includes('Un accusé de réception vous a été envoyé.'), await htmlFaults(own)]).toEqual([
    true,
    true,
    [],
  ])
})

test('at the desk who decided finds no form; another keeps what was typed, and answers', async () => {
  const { small, application, lodge } = await told()
  await lodge()
  const page = (viewer: SignedIn) => mounted(held.db, eligibilityRoutes, viewer, LAST)
  const own = await (await page(small.officer).get('/fr/desk/2024/appeals')).text()
  expect([own.includes('<form'), own.includes('Vous avez vous-même déclaré ce dossier')]).toEqual([false, true])
  for (const language of LANGUAGES)
    expect(await htmlFaults(await (await page(small.director).get(`/${language}/desk/2024/appeals`)).text()), language).toEqual([])
  const fields = { application, [`answer-${application}`]: 'L’acte dit 1990.' }
  const unsaid = await page(small.director).post('/fr/desk/2024/appeals', fields)
  const again = await unsaid.text()
  expect([unsaid.status, again.includes('L’acte dit 1990.'), again.includes('Choisissez d’accepter ou de rejeter'), await htmlFaults(again)]).toEqual(
    [422, true, true, []],
  )
  const long = 'm'.repeat(5001)
  const cut = await page(small.director).post('/fr/desk/2024/appeals', {
    ...fields,
    [`answer-${application}`]: long,
    [`upheld-${application}`]: 'no',
  })
  const kept = await cut.text()
  expect([cut.status, kept.includes(long), /Raccourcissez\u00a0: 5.000 signes au plus/.test(kept)]).toEqual([422, true, true])
  const done = await page(small.director).post('/fr/desk/2024/appeals', { ...fields, [`upheld-${application}`]: 'no' })
  expect(done.headers.get('location')).toBe('/fr/desk/2024/appeals?said=appeal-answered')
  expect(await htmlFaults(await (await page(small.director).get('/fr/desk/2024/appeals')).text())).toEqual([])
})

test('of two who answer at once the second reads who answered and when, and finds the text they had written', async () => {
  const { small, application, lodge, answer } = await told()
  await lodge()
  expect(await answer(false, await staffOf(held.db, small, 'officer'))).toEqual(ok({ upheld: false }))
  const fields = { application, [`answer-${application}`]: 'L’acte dit bien 1996.', [`upheld-${application}`]: 'yes' }
  const late = await mounted(held.db, eligibilityRoutes, small.director, LAST).post('/fr/desk/2024/appeals', fields)
  const page = await late.text()
  expect([late.status, /a répondu à ce recours le/.test(page), page.includes('L’acte dit bien 1996.'), await htmlFaults(page)]).toEqual([
    422,
    true,
    true,
    [],
  ])
})
