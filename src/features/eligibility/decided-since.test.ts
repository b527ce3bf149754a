import { expect, test } from 'vitest'
import { smallEdition, staffOf, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { refused } from '../../domain/result.ts'
import { approveBatch } from '../messages/index.ts'
import { answerAppeal, lodgeAppeal } from './commands/appeal.ts'
import { decideEligibility } from './commands/decide.ts'
import { writeEligibilityLetters } from './commands/letters.ts'
import { readyingLetters } from './index.ts'
import { appealsOf } from './queries/appeals.ts'
import { eligibilityRoutes } from './routes.tsx'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const LEFT = new Date('2024-04-08T12:00:00Z')
const ORIGIN = 'https://kawaliss.example'

/** One whose every rule is read; `answers` may break some. */
async function read(answers: Record<string, string> = {}) {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, answers)
  const second = await staffOf(held.db, small, 'officer')
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const colleague = mounted(held.db, eligibilityRoutes, second, NOW)
  await desk.post('/fr/desk/2024/applications/checks', {})
  const file = `/fr/desk/2024/eligibility/${one.application}`
  const rows = async (table: 'eligibility_decision' | 'eligibility_check') =>
    (await held.db.selectFrom(table).select('seq').where('application', '=', one.application).execute()).length
  return { small, one, second, desk, colleague, file, rows, place: { programme: small.programme, edition: small.edition } }
}

test('of two who decide at once the second is told who decided and when, keeps the text, and only a page that shows the first decides again', async () => {
  const { desk, colleague, file, rows } = await read({ birth_date: '1990-01-05' })
  const no = { eligible: 'no', ground: 'age', reason: 'Trente-quatre ans', seen: '0' }
  expect((await colleague.post(`${file}/decision`, no)).status).toBe(303)
  const late = await desk.post(`${file}/decision`, { ...no, reason: 'Né en 1990' })
  const page = await late.text()
  expect([late.status, /a pris une décision sur ce dossier \(4 avril/.test(page), page.includes('Né en 1990'), await htmlFaults(page)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect(page).toMatch(/name="seen" value="1"/)
  for (const seen of ['abc', '', '-1', '01x', '999999']) expect((await desk.post(`${file}/decision`, { ...no, seen })).status, seen).toBe(422)
  expect(await rows('eligibility_decision')).toBe(1)
  expect((await desk.post(`${file}/decision`, { ...no, seen: '1' })).status).toBe(303)
})

test('a verdict with no number of what was shown is stale, one that is none is refused in words, and so is a reason too long, which stays in its field', async () => {
  const { desk, file, rows } = await read()
  const before = await rows('eligibility_check')
  for (const seen of ['abc', '', '99'])
    expect((await desk.post(`${file}/verdicts`, { 'verdict.once': 'unclear', 'reason.once': 'x', 'seen.once': seen })).status, seen).toBe(422)
  const unknown = await desk.post(`${file}/verdicts`, { 'verdict.once': 'zzz', 'reason.once': 'Une raison', 'seen.once': '1' })
  const page = await unknown.text()
  expect([unknown.status, page.includes('Choisissez l’un des avis proposés'), page.includes('value="Une raison"')]).toEqual([422, true, true])
  const text = 'm'.repeat(2001)
  const long = await desk.post(`${file}/verdicts`, { 'verdict.once': 'unclear', 'reason.once': text, 'seen.once': '1' })
  const again = await long.text()
  expect([long.status, /2.?001 caractères, la limite est 2.?000/.test(again), again.includes(text), await htmlFaults(again)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect(await rows('eligibility_check')).toBe(before)
})

test('a rule read as not met on an application found eligible is confirmed first, and its page says so from then on', async () => {
  const { desk, file, rows } = await read()
  expect((await desk.post(`${file}/decision`, { eligible: 'yes', seen: '0' })).status).toBe(303)
  const before = await rows('eligibility_check')
  const sent = { 'verdict.once': 'not-met', 'reason.once': 'Même carte', 'seen.once': '1' }
  const asked = await desk.post(`${file}/verdicts`, sent)
  const page = await asked.text()
  expect([asked.status, page.includes('name="confirmed"'), page.includes('value="Même carte"'), await htmlFaults(page)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  expect(await rows('eligibility_check')).toBe(before)
  expect((await desk.post(`${file}/verdicts`, { ...sent, confirmed: 'yes' })).status).toBe(303)
  for (const [language, mark] of [
    ['ar', 'مؤهل، وقاعدة غير مستوفاة'],
    ['fr', 'Éligible, une règle n’est pas respectée'],
    ['en', 'Eligible, a rule is not met'],
  ] as const) {
    const shown = await (await desk.get(file.replace('/fr/', `/${language}/`))).text()
    expect([shown.includes(mark), await htmlFaults(shown)], language).toEqual([true, []])
  }
})

test('a refusal told is not said twice, and nobody who ever declared it answers the appeal', async () => {
  const { small, one, second, place } = await read({ birth_date: '1990-01-05' })
  const no = { application: one.application, eligible: false, ground: 'age', reason: '34 ans' }
  expect((await decideEligibility(held.db, small.officer, place, no, NOW)).ok).toBe(true)
  expect((await decideEligibility(held.db, second, place, no, NOW)).ok).toBe(true)
  const written = await writeEligibilityLetters(held.db, second, place, { withEligible: false }, ORIGIN, NOW)
  if (!written.ok) throw new Error(written.code)
  await approveBatch(held.db, small.director, written.value.batch, LEFT, readyingLetters(ORIGIN))
  expect(await decideEligibility(held.db, small.officer, place, no, LEFT)).toEqual(refused('eligibility/refusal-left'))
  expect((await lodgeAppeal(held.db, one.holder, { application: one.application, text: 'J’ai 28 ans.' }, ORIGIN, LEFT)).ok).toBe(true)
  const answer = { application: one.application, upheld: false, answer: 'Non.' }
  for (const who of [small.officer, second]) {
    expect(await answerAppeal(held.db, who, place, answer, ORIGIN, LEFT)).toEqual(refused('appeal/same-person'))
    expect((await appealsOf(held.db, who, place, 'fr'))?.map(({ own, mayAnswer }) => [own, mayAnswer])).toEqual([[true, false]])
  }
  expect((await answerAppeal(held.db, small.director, place, answer, ORIGIN, LEFT)).ok).toBe(true)
})
