import { expect, test } from 'vitest'
import { smallEdition, type SmallEdition, staffOf, submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { approveBatch } from '../../messages/index.ts'
import { applicationRoutes } from '../../applications/index.ts'
import { frameOf } from '../../../../tests/server/feature-app.ts'
import { askCorrections } from '../commands/ask-corrections.ts'
import { decideEligibility, recordVerdict } from '../commands/decide.ts'
import { setAppealTerm, writeEligibilityLetters } from '../commands/letters.ts'
import { runAutomaticChecks } from '../commands/run-automatic-checks.ts'
import { ownDecision } from '../queries/appeals.ts'
import { correctionsOf } from '../queries/corrections.ts'
import { lettersToWrite } from '../queries/eligibility-letters.ts'
import { decisionOnReceipt, eligibilityRoutes, readyingLetters } from '../index.ts'

const held = testDatabase()
const ORIGIN = 'https://kawaliss.example'
const NOW = new Date('2024-04-04T09:00:00Z')
/** Half past midnight in Morocco, on the 16th. */
const LEFT = new Date('2024-04-15T23:30:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

/** One too old, who wrote in Arabic, and one eligible; both decided by the officer. */
async function decided() {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const old = await submitted(held.db, small, { birth_date: '1990-01-05' }, 'ar')
  const young = await submitted(held.db, small)
  await runAutomaticChecks(held.db, small.officer, place, NOW)
  const decide = (application: string, reason: string) =>
    decideEligibility(held.db, small.officer, place, { application, eligible: reason === '', ground: reason === '' ? null : 'age', reason }, NOW)
  await decide(old.application, 'بلغت 34 سنة يوم 31 مارس 2024.')
  await decide(young.application, '')
  const write = (withEligible: boolean, viewer: SignedIn = small.officer) =>
    writeEligibilityLetters(held.db, viewer, place, { withEligible }, ORIGIN, NOW)
  const approve = (batch: string, viewer: SignedIn = small.director) => approveBatch(held.db, viewer, batch, LEFT, readyingLetters(ORIGIN))
  const messages = () =>
    held.db
      .selectFrom('message')
      .select(['kind', 'language', 'content', 'object'])
      .where('organisation', '=', small.organisation)
      .orderBy('kind')
      .execute()
  return { small, place, old, young, decide, write, approve, messages }
}

async function batchOf(written: Awaited<ReturnType<typeof writeEligibilityLetters>>): Promise<string> {
  if (!written.ok) throw new Error(written.code)
  return written.value.batch
}

test('a letter is written once for a decision, in the language of its application, and leaves by the word of a second person', async () => {
  const { small, old, young, write, approve, messages } = await decided()
  const batch = await batchOf(await write(false))
  expect((await messages()).map(({ kind, language, object }) => [kind, language, object])).toEqual([['eligibility-refused', 'ar', old.application]])
  expect(await write(false)).toEqual(refused('letters/none-to-write'))
  expect(await approve(batch, small.officer)).toEqual(refused('letters/second-person'))
  expect(await approve(batch)).toEqual(ok({ letters: 1 }))
  expect(await write(true)).toMatchObject({ ok: true, value: { letters: 1, without: 0 } })
  expect((await messages()).map(({ kind, object }) => [kind, object])).toEqual([
    ['eligibility-accepted', young.application],
    ['eligibility-refused', old.application],
  ])
  const desk = mounted(held.db, eligibilityRoutes, small.officer, LEFT)
  expect((await desk.get('/fr/desk/2024/eligibility-letters?page=7')).headers.get('location')).toBe('/fr/desk/2024/eligibility-letters')
  expect(await (await desk.get('/fr/desk/2024/eligibility-letters')).text()).not.toContain('Écrire les lettres')
})

test('the letter says the ground, the reason and the way to appeal; as it leaves it gets the last day, ten days after it by the clock of the call', async () => {
  const { old, write, approve, messages } = await decided()
  const batch = await batchOf(await write(false))
  const before = JSON.stringify((await messages())[0]?.content)
  for (const said of ['rule age', 'بلغت 34 سنة', 'reason age', 'خلال 10 أيام', `/ar/applications/${old.application}/decision`])
    expect(before).toContain(said)
  await approve(batch)
  const after = JSON.stringify((await messages())[0]?.content)
  expect([after.includes('إلى غاية الجمعة 26 أبريل 2024'), after.includes('خلال 10 أيام')]).toEqual([true, false])
})

test('a file refused because it is not whole is told which answers it had left empty when it was decided, on paper and on the page', async () => {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const { application, holder } = await submitted(held.db, small, { summary: ' ' })
  await runAutomaticChecks(held.db, small.officer, place, NOW)
  const decision = { application, eligible: false, ground: 'whole', reason: 'Il manque une réponse.' }
  expect((await decideEligibility(held.db, small.officer, place, decision, NOW)).ok).toBe(true)
  const batch = await batchOf(await writeEligibilityLetters(held.db, small.officer, place, { withEligible: false }, ORIGIN, NOW))
  await approveBatch(held.db, small.director, batch, LEFT, readyingLetters(ORIGIN))
  const mail = await held.db.selectFrom('message').select('content').where('object', '=', application).executeTakeFirstOrThrow()
  const page = await (await mounted(held.db, eligibilityRoutes, holder, LEFT).get(`/fr/applications/${application}/decision`)).text()
  for (const told of [JSON.stringify(mail.content), page]) {
    expect(told).toContain('cette réponse était vide')
    expect(told).toContain('label summary')
    expect(told).not.toContain('label phone')
  }
})

test('the applicant sees nothing of a decision before its letter has left; then the team reads it, its reason and its PDF, and nobody else', async () => {
  const { small, old, young, write, approve } = await decided()
  const routes = [eligibilityRoutes, applicationRoutes({ frame: frameOf, told: decisionOnReceipt })] as const
  const asked = async (path: string, viewer: SignedIn = old.holder, now = LEFT) => {
    for (const one of routes) {
      const answer = await mounted(held.db, one, viewer, now).get(path)
      if (answer.status !== 404) return answer
    }
    return new Response('', { status: 404 })
  }
  const page = `/fr/applications/${old.application}/decision`
  const receipt = `/fr/applications/${old.application}/receipt`
  const silent = async () => {
    expect([
      (await asked(page)).status,
      (await asked(`${page}.pdf`)).status,
      (await asked(`/fr/applications/${old.application}/appeal`)).status,
    ]).toEqual([404, 404, 404])
    const waiting = await (await asked(receipt)).text()
    expect(waiting).not.toMatch(/éligib/i)
    expect(waiting).toContain('Et maintenant')
  }
  await silent()
  const batch = await batchOf(await write(true))
  await silent()
  await approve(batch)
  const read = await asked(page)
  const text = await read.text()
  expect([read.status, text.includes('بلغت 34 سنة'), text.includes('26 avril 2024'), await htmlFaults(text)]).toEqual([200, true, true, []])
  // What was decided, until when it can be appealed, and none of the steps that will not come.
  const told = await (await asked(receipt)).text()
  for (const sentence of ['Décision d’éligibilité', '26 avril 2024']) expect(told).toContain(sentence)
  expect(told).not.toMatch(/Et maintenant|\/withdrawal/)
  const pdf = await asked(`${page}.pdf`)
  expect([
    pdf.headers.get('content-type'),
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ]).toEqual(['application/pdf', '%PDF-'])
  expect((await asked(page, young.holder)).status).toBe(404)
  for (const language of LANGUAGES) {
    const eligible = await asked(`/${language}/applications/${young.application}/decision`, young.holder)
    expect([eligible.status, await htmlFaults(await eligible.text())], language).toEqual([200, []])
  }
  expect((await ownDecision(held.db, small.officer, old.application))?.told).toBeUndefined()
}, 30_000)

test('a letter whose decision changed, or whose application was withdrawn, never leaves', async () => {
  const { small, place, old, young, decide, write, approve, messages } = await decided()
  const third = await submitted(held.db, small, { birth_date: '1990-01-05' })
  await runAutomaticChecks(held.db, small.officer, place, NOW)
  await decide(third.application, 'Trop âgé')
  const batch = await batchOf(await write(true))
  expect((await messages()).length).toBe(3)
  await recordVerdict(
    held.db,
    small.officer,
    place,
    { application: old.application, rule: 'age', verdict: 'met', reason: 'Acte de naissance lu' },
    NOW,
  )
  await decide(old.application, '')
  await held.db
    .insertInto('withdrawal')
    .values({ organisation: small.organisation, application: third.application, withdrawn_at: NOW, withdrawn_by: third.holder.person.id })
    .execute()
  expect(await approve(batch)).toEqual(ok({ letters: 1 }))
  expect((await messages()).map(({ object }) => object)).toEqual([young.application])
  expect([await ownDecision(held.db, old.holder, old.application), await ownDecision(held.db, third.holder, third.application)]).toEqual([null, null])
  expect(await write(true)).toMatchObject({ ok: true, value: { letters: 1 } })
  expect((await messages()).map(({ kind, object }) => [kind, object])).toContainEqual(['eligibility-accepted', old.application])
})

test('a decision taken anew is not seen before its own letter has left: what was told is what is shown, and nothing tells that it changed', async () => {
  const { small, place, old, decide, write, approve } = await decided()
  await approve(await batchOf(await write(false)))
  const before = await ownDecision(held.db, old.holder, old.application)
  await recordVerdict(
    held.db,
    small.officer,
    place,
    { application: old.application, rule: 'age', verdict: 'met', reason: 'Acte de naissance lu' },
    NOW,
  )
  await decide(old.application, '')
  expect(await ownDecision(held.db, old.holder, old.application)).toEqual(before)
  await approve(await batchOf(await write(true)))
  expect((await ownDecision(held.db, old.holder, old.application))?.told.eligible).toBe(true)
})

test('the days to appeal are set for the edition until its first letter is written', async () => {
  const { small, place, write, messages } = await decided()
  const set = (days: number, viewer = small.officer) => setAppealTerm(held.db, viewer, place, days, NOW)
  expect(await set(15, await staffOf(held.db, small, 'officer', 'fes'))).toEqual(refused('page/not-allowed'))
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const wrong = await desk.post('/fr/desk/2024/eligibility-letters/term', { days: 'dix' })
  const text = await wrong.text()
  expect([wrong.status, text.includes('value="dix"'), await htmlFaults(text)]).toEqual([422, true, []])
  expect((await desk.post('/fr/desk/2024/eligibility-letters/term', { days: '15' })).headers.get('location')).toContain('said=term-set')
  await write(false)
  expect(JSON.stringify((await messages())[0]?.content)).toContain('خلال 15 يوماً')
  expect(await set(20)).toEqual(refused('appeal/term-in-use'))
})

test('days that the edition promised may be lengthened at the desk, never shortened', async () => {
  const { small, place } = await decided()
  await held.db.updateTable('edition').set({ appeal_days: 12, appeal_days_promised: 12 }).where('id', '=', small.edition).execute()
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  expect(await (await desk.get('/fr/desk/2024/eligibility-letters')).text()).toContain('Les règles de l’édition promettent 12 jours')
  expect(await setAppealTerm(held.db, small.officer, place, 11, NOW)).toEqual(refused('appeal/term-below-promise', { days: 12 }))
  const short = await desk.post('/fr/desk/2024/eligibility-letters/term', { days: '5' })
  expect([short.status, (await short.text()).includes('écrivez ce nombre ou davantage')]).toEqual([422, true])
  expect(await setAppealTerm(held.db, small.officer, place, 20, NOW)).toMatchObject({ ok: true })
})

test('letters are written by officers of the whole edition; others at the desk read what would be written where they may see it', async () => {
  const { small, place, old, write } = await decided()
  const [regional, auditor] = [await staffOf(held.db, small, 'officer', 'ori'), await staffOf(held.db, small, 'auditor')]
  for (const viewer of [regional, auditor]) expect(await write(true, viewer)).toEqual(refused('page/not-allowed'))
  const seen = async (viewer: SignedIn) => (await lettersToWrite(held.db, viewer, place, 1, ORIGIN))?.drafts.map(({ number }) => number)
  expect([(await seen(auditor))?.length, await seen(regional), await seen({ ...regional, grants: [] })]).toEqual([2, [], undefined])
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  for (const language of LANGUAGES)
    expect(await htmlFaults(await (await desk.get(`/${language}/desk/2024/eligibility-letters`)).text()), language).toEqual([])
  expect((await desk.get(`/fr/desk/2024/eligibility-letters/${old.application}.pdf`)).headers.get('content-type')).toBe('application/pdf')
  const reader = mounted(held.db, eligibilityRoutes, auditor, NOW)
  expect([
    (await (await reader.get('/fr/desk/2024/eligibility-letters')).text()).includes('<form'),
    (await reader.post('/fr/desk/2024/eligibility-letters', {})).status,
  ]).toEqual([false, 404])
  expect((await desk.post('/fr/desk/2024/eligibility-letters', { with: 'eligible' })).headers.get('location')).toBe(
    '/fr/desk/2024/eligibility-letters?said=letters-written',
  )
  const again = await desk.post('/fr/desk/2024/eligibility-letters', {})
  expect([again.status, (await again.text()).includes('Chaque décision a déjà sa lettre')]).toEqual([422, true])
})

test('once a letter says "not eligible", no corrections are asked: the page says why, and the request is refused in words', async () => {
  const { small, place, old, write } = await decided()
  const day = { application: old.application, questions: ['summary'], reason: 'À compléter', day: '2024-04-20' }
  expect((await correctionsOf(held.db, small.officer, { ...place, region: 'fes' }, old.application, 'fr', NOW)).asking.ok).toBe(true)
  await write(false)
  expect(await askCorrections(held.db, small.officer, place, day, ORIGIN, NOW)).toEqual(refused('correction/refusal-told'))
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  const page = await (await desk.get(`/fr/desk/2024/eligibility/${old.application}`)).text()
  expect([page.includes('on ne lui demande plus de corrections'), page.includes(`${old.application}/correction"`), await htmlFaults(page)]).toEqual([
    true,
    false,
    [],
  ])
})
