import { expect, test } from 'vitest'
import { smallEdition, type SmallEdition, staffOf, submitted, type Submitted } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { mounted } from '../../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../../domain/language.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { Viewer } from '../../../domain/viewer.ts'
import { newId } from '../../../platform/database/id.ts'
import { decideEligibility, recordVerdict } from '../commands/decide.ts'
import { judgePair } from '../commands/judge-pair.ts'
import { runAutomaticChecks } from '../commands/run-automatic-checks.ts'
import { eligibilityPage } from '../queries/eligibility-page.ts'
import { pairsPage } from '../queries/pairs.ts'
import { eligibilityRoutes } from '../routes.tsx'
import type { PairState } from './views.ts'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const LATER = new Date('2024-04-05T09:00:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })
const LONG = Array.from({ length: 60 }, (_, place) => `mot${place}`).join(' ')

async function pairs(small: SmallEdition, viewer: Viewer, state: PairState = 'open') {
  const view = await pairsPage(held.db, viewer, placeOf(small), { state, number: '', page: 1 }, 'fr')
  return view?.pairs.map(({ first, second, same }) => [first.number, second.number, ...same])
}

async function once(small: SmallEdition, { application }: Submitted): Promise<string | undefined> {
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), application, 'fr')
  const rule = view?.rules.find((one) => one.kind === 'duplicate')
  return (rule?.officer ?? rule?.automatic)?.verdict
}

test('likely pairs are found across scripts and spellings, by contacts, by title and by a text that most words of which are shared; the surest first', async () => {
  const small = await smallEdition(held.db)
  const arabic = await submitted(held.db, small, { holder_name_ar: 'محمد العلوي', holder_name_latin: '', birth_date: '1999-05-01' })
  const latin = await submitted(held.db, small, { holder_name_ar: '', holder_name_latin: 'Mohammed El Alaoui', birth_date: '1999-05-01' })
  await submitted(held.db, small, { holder_name_ar: '', holder_name_latin: 'Mohamed Alami', birth_date: '1999-06-02' })
  const card = await submitted(held.db, small, { cin: 'AB123456', project_title: 'Dar Dhell' })
  const again = await submitted(held.db, small, { cin: 'ab123456', project_title: 'dar  dhell' })
  const text = await submitted(held.db, small, { summary: `${LONG} fin` })
  const copied = await submitted(held.db, small, { summary: `Début ${LONG}` })
  expect(await pairs(small, small.officer)).toEqual([
    [card.number, again.number, 'cin', 'title'],
    [arabic.number, latin.number, 'birth-date', 'name'],
    [text.number, copied.number, 'text'],
  ])
})

test('two that are told apart are no doubt any more: the rule on duplicates follows at once, and at the next run of the machine', async () => {
  const small = await smallEdition(held.db)
  const [one, other, third] = [
    await submitted(held.db, small, { phone: '+212611111111' }),
    await submitted(held.db, small, { phone: '+212611111111' }),
    await submitted(held.db, small, { phone: '+212611111111' }),
  ]
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  const judge = (a: Submitted, b: Submitted) =>
    judgePair(
      held.db,
      small.officer,
      { one: a.application, other: b.application, same: false, kept: null, reason: 'Téléphone de la maison', seen: 0 },
      LATER,
    )
  expect(await judge(one, other)).toEqual(ok({ seq: 1 }))
  expect([await once(small, one), await once(small, other)]).toEqual(['unclear', 'unclear'])
  expect(await judge(third, one)).toEqual(ok({ seq: 1 }))
  expect([await once(small, one), await once(small, other), await once(small, third)]).toEqual(['met', 'unclear', 'unclear'])
  expect(await runAutomaticChecks(held.db, small.officer, placeOf(small), LATER)).toEqual(ok({ applications: 3, changed: 0 }))
  expect(await pairs(small, small.officer)).toEqual([[other.number, third.number, 'phone']])
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), one.application, 'fr')
  expect(view?.likenesses).toEqual([])
})

test('of two that are one, the one left has the rule not met with its reason; judged again otherwise, it is open again', async () => {
  const small = await smallEdition(held.db)
  const [one, other] = [await submitted(held.db, small, { cin: 'AB1' }), await submitted(held.db, small, { cin: 'AB1' })]
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  const pair = { one: other.application, other: one.application }
  const same = (kept: string | null, reason = 'Même carte') =>
    judgePair(held.db, small.officer, { ...pair, same: true, kept, reason, seen: 0 }, LATER)
  expect(await same(null)).toEqual(refused('likeness/kept-missing'))
  expect(await same(one.application, ' ')).toEqual(refused('likeness/verdict-unreasoned'))
  expect(await same(one.application)).toEqual(ok({ seq: 1 }))
  expect([await once(small, one), await once(small, other)]).toEqual(['met', 'not-met'])
  const view = await eligibilityPage(held.db, small.officer, placeOf(small), other.application, 'fr')
  expect([view?.rules.find((rule) => rule.kind === 'duplicate')?.officer?.reason, view?.likenesses[0]?.judged?.same]).toEqual(['Même carte', true])
  expect(await judgePair(held.db, small.officer, { ...pair, same: false, kept: null, reason: 'Carte mal recopiée', seen: 1 }, LATER)).toEqual(
    ok({ seq: 2 }),
  )
  expect([await once(small, one), await once(small, other)]).toEqual(['met', 'met'])
  const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', other.application).orderBy('seq').execute()
  expect(acts.map(({ act }) => act)).toEqual(['eligibility/checked', 'likeness/judged', 'likeness/judged'])
})

test('what an officer wrote on the rule itself is left to them', async () => {
  const small = await smallEdition(held.db)
  const [one, other] = [await submitted(held.db, small, { cin: 'AB1' }), await submitted(held.db, small, { cin: 'AB1' })]
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  await recordVerdict(
    held.db,
    small.officer,
    placeOf(small),
    { application: one.application, rule: 'once', verdict: 'not-met', reason: 'Troisième essai' },
    NOW,
  )
  await judgePair(
    held.db,
    small.officer,
    { one: one.application, other: other.application, same: false, kept: null, reason: 'Deux sœurs', seen: 0 },
    LATER,
  )
  expect([await once(small, one), await once(small, other)]).toEqual(['not-met', 'met'])
})

/** An earlier edition of the same organisation, with one application of somebody. */
async function earlier(small: SmallEdition, answers: Record<string, string>, holder?: Submitted['holder']): Promise<string> {
  const { organisation } = small
  const [edition, call] = [newId(), newId()]
  const copy = async (table: 'edition' | 'call', id: string, more: object) => {
    const row = await held.db.selectFrom(table).selectAll().where('organisation', '=', organisation).where('id', '=', id).executeTakeFirstOrThrow()
    const json = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value?.constructor === Object ? JSON.stringify(value) : value]))
    await held.db
      .insertInto(table)
      .values({ ...json, ...more } as never)
      .execute()
  }
  await copy('edition', small.edition, { id: edition, slug: '2023', ordinal: 1 })
  await copy('call', small.call, { id: call, edition, opens_at: new Date('2023-03-01T09:00:00Z') })
  await held.db
    .insertInto('edition_region')
    .values({ organisation, edition, code: 'fes', iso: 'MA-03', name: '{"ar":"f","fr":"f","en":"f"}', places: 12, position: 1 })
    .execute()
  const form = newId()
  const { definition } = await held.db.selectFrom('form_version').select('definition').where('id', '=', small.formVersion).executeTakeFirstOrThrow()
  await held.db
    .insertInto('form_version')
    .values({ organisation, id: form, call, version: 1, definition: JSON.stringify(definition), frozen_at: NOW })
    .execute()
  const sent = await submitted(held.db, { ...small, edition, call, formVersion: form }, answers)
  if (holder !== undefined)
    await held.db.updateTable('application_member').set({ person: holder.person.id }).where('application', '=', sent.application).execute()
  return sent.number
}

test('who applied in an earlier edition of the organisation is shown as such, and it is no doubt', async () => {
  const small = await smallEdition(held.db)
  const one = await submitted(held.db, small, { project_title: 'Dar Dhell' })
  const before = await earlier(small, { project_title: 'Dar Dhell' }, one.holder)
  expect([await pairs(small, small.officer), await pairs(small, small.officer, 'before')]).toEqual([[], [[before, one.number, 'account', 'title']]])
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  expect(await once(small, one)).toBe('met')
  const elsewhere = await smallEdition(held.db)
  expect(await pairs(elsewhere, elsewhere.officer, 'before')).toEqual([])
})

test('a reader of one region sees only the pairs of which they may see both, on the page, in counts and beside an application', async () => {
  const small = await smallEdition(held.db)
  const phone = '+212611111111'
  const [one, two] = [await submitted(held.db, small, { phone, region: 'fes' }), await submitted(held.db, small, { phone, region: 'fes' })]
  const far = await submitted(held.db, small, { phone, region: 'ori' })
  const regional = await staffOf(held.db, small, 'officer', 'fes')
  expect(await pairs(small, regional)).toEqual([[one.number, two.number, 'phone']])
  const view = await pairsPage(held.db, regional, placeOf(small), { state: 'open', number: far.number, page: 1 }, 'fr')
  expect([view?.total, view?.counts.open]).toEqual([0, 1])
  const page = await eligibilityPage(held.db, regional, placeOf(small), one.application, 'fr')
  expect(page?.likenesses.map(({ number }) => number)).toEqual([two.number])
  const input = { one: one.application, other: far.application, same: false, kept: null, reason: 'x', seen: 0 }
  expect(await judgePair(held.db, regional, input, NOW)).toEqual(refused('likeness/unknown'))
  expect(await judgePair(held.db, await staffOf(held.db, small, 'auditor'), { ...input, other: two.application }, NOW)).toEqual(
    refused('likeness/unknown'),
  )
  expect(await pairs(small, { ...regional, grants: [] })).toBeUndefined()
})

test('the page is valid in three languages, keeps what was typed, and is read without a form by who may not answer', async () => {
  const small = await smallEdition(held.db)
  const [one, other] = [
    await submitted(held.db, small, { cin: 'AB1', phone: '+212611111111' }),
    await submitted(held.db, small, { cin: 'AB1' }, 'ar'),
  ]
  await earlier(small, {}, one.holder)
  const desk = mounted(held.db, eligibilityRoutes, small.officer, NOW)
  for (const language of LANGUAGES)
    for (const query of ['', '?state=decided', '?state=before', `?number=${one.number}`])
      expect(await htmlFaults(await (await desk.get(`/${language}/desk/2024/duplicates${query}`)).text()), `${language}${query}`).toEqual([])
  const field = (name: string) => `${name}-${one.application}-${other.application}`
  const sent = { first: one.application, second: other.application, seen: '0' }
  const empty = await desk.post('/fr/desk/2024/duplicates', { ...sent, [field('reason')]: 'Deux cousins' })
  const again = await empty.text()
  expect([empty.status, again.includes('Choisissez une réponse.'), again.includes('value="Deux cousins"'), await htmlFaults(again)]).toEqual([
    422,
    true,
    true,
    [],
  ])
  const nonsense = await desk.post('/fr/desk/2024/duplicates', { ...sent, [field('verdict')]: 'perhaps', [field('reason')]: 'x' })
  expect([nonsense.status, (await nonsense.text()).includes('Choisissez une réponse.')]).toEqual([422, true])
  const unreasoned = await desk.post('/fr/desk/2024/duplicates', { ...sent, [field('verdict')]: 'different', [field('reason')]: ' ' })
  expect(await unreasoned.text()).toMatch(/value="different" checked/)
  const kept = await desk.post('/fr/desk/2024/duplicates', { ...sent, [field('verdict')]: one.application, [field('reason')]: 'Même carte' })
  expect(kept.headers.get('location')).toBe('/fr/desk/2024/duplicates?said=pair-judged')
  const decided = await (await desk.get('/fr/desk/2024/duplicates?state=decided')).text()
  expect([decided.includes('Même carte'), decided.includes(`${one.number} continue`), await htmlFaults(decided)]).toEqual([true, true, []])
  const auditor = mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'auditor'), NOW)
  const read = await (await auditor.get('/fr/desk/2024/duplicates?state=decided')).text()
  expect([read.includes('Même carte'), read.includes('<form')]).toEqual([true, false])
  expect((await auditor.post('/fr/desk/2024/duplicates', { ...sent, [field('verdict')]: 'different', [field('reason')]: 'x' })).status).toBe(404)
})

test('of two officers who answer one pair at once the second is told who answered and when, keeps the text, and changes nothing', async () => {
  const small = await smallEdition(held.db)
  const [one, other] = [await submitted(held.db, small, { cin: 'AB1' }), await submitted(held.db, small, { cin: 'AB1' })]
  const colleague = await staffOf(held.db, small, 'officer')
  const sent = { first: one.application, second: other.application, seen: '0' }
  const field = (name: string) => `${name}-${one.application}-${other.application}`
  const answer = (viewer: Viewer, verdict: string, reason: string, seen = '0') =>
    mounted(held.db, eligibilityRoutes, viewer, NOW).post('/fr/desk/2024/duplicates', {
      ...sent,
      seen,
      [field('verdict')]: verdict,
      [field('reason')]: reason,
    })
  expect((await answer(colleague, 'different', 'Deux cousines')).status).toBe(303)
  const late = await answer(small.officer, one.application, 'Même carte')
  const page = await late.text()
  const told = page.includes('a répondu le 4 avril') && page.includes('Deux cousines') && page.includes('value="Même carte"')
  expect([late.status, told, await htmlFaults(page)]).toEqual([422, true, []])
  expect(page).toMatch(/name="seen" value="1"/)
  expect(await pairs(small, small.officer, 'decided')).toHaveLength(1)
  expect(
    await held.db.selectFrom('likeness_verdict').select('reason').where('one', 'in', [one.application, other.application]).execute(),
  ).toHaveLength(1)
  expect((await answer(small.officer, one.application, 'Même carte', '1')).status).toBe(303)
})

test('a text that two share is shown to who answers, on both sides, with what is the same marked', async () => {
  const small = await smallEdition(held.db)
  const [text, copied] = [await submitted(held.db, small, { summary: `${LONG} fin` }), await submitted(held.db, small, { summary: `Début ${LONG}` })]
  const page = await (await mounted(held.db, eligibilityRoutes, small.officer, NOW).get('/fr/desk/2024/duplicates')).text()
  expect([page.includes(text.number), page.includes(copied.number), page.includes('Le texte en commun'), await htmlFaults(page)]).toEqual([
    true,
    true,
    true,
    [],
  ])
  expect([...page.matchAll(/<mark class="dif">([^<]+)<\/mark>/g)].map(([, marked]) => marked?.trim())).toEqual([LONG, LONG])
  const read = await (await mounted(held.db, eligibilityRoutes, await staffOf(held.db, small, 'auditor'), NOW).get('/fr/desk/2024/duplicates')).text()
  expect(read).not.toContain('<mark')
})

test('an application found eligible is left out only when that is confirmed, and a reason too long is refused with its length', async () => {
  const small = await smallEdition(held.db)
  const [one, other] = [await submitted(held.db, small, { cin: 'AB1' }), await submitted(held.db, small, { cin: 'CD2' })]
  await runAutomaticChecks(held.db, small.officer, placeOf(small), NOW)
  const yes = { application: other.application, eligible: true, ground: null, reason: '' }
  expect((await decideEligibility(held.db, small.officer, placeOf(small), yes, NOW)).ok).toBe(true)
  const input = { one: one.application, other: other.application, same: true, kept: one.application, reason: 'Même projet', seen: 0 }
  expect(await judgePair(held.db, small.officer, input, LATER)).toEqual(refused('likeness/already-eligible', { number: other.number }))
  expect(await once(small, other)).toBe('met')
  const desk = mounted(held.db, eligibilityRoutes, small.officer, LATER)
  const fields = (reason: string) => ({
    first: one.application,
    second: other.application,
    seen: '0',
    [`verdict-${one.application}-${other.application}`]: one.application,
    [`reason-${one.application}-${other.application}`]: reason,
  })
  const long = await (await desk.post('/fr/desk/2024/duplicates', fields('m'.repeat(2003)))).text()
  expect(long).toMatch(/La raison compte 2.003 caractères, la limite est 2.000/)
  const answer = await desk.post('/fr/desk/2024/duplicates', fields('Même projet'))
  expect([answer.status, await once(small, other)]).toEqual([422, 'met'])
  expect((await desk.post('/fr/desk/2024/duplicates', { ...fields('Même projet'), confirmed: 'yes' })).status).toBe(303)
  expect(await once(small, other)).toBe('not-met')
})
