import { expect, test } from 'vitest'
import {
  ask,
  ASKED,
  LAST_DAY,
  MEANWHILE,
  ORIGIN,
  OVER,
  recall as takeBack,
  send,
  sentByTwo,
  toBeRead,
} from '../../../../tests/database/correcting.ts'
import { somebody } from '../../../../tests/database/open-call.ts'
import { eligible, reviewerIn, smallEdition, staffOf, submitted, type SmallEdition } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { ok, refused } from '../../../domain/result.ts'
import { newId } from '../../../platform/database/id.ts'
import { correctionsOf } from '../queries/corrections.ts'
import { wantPhoneMessages } from '../../people/commands/phone-consent.ts'
import { putOffCorrections } from './ask-corrections.ts'
import { decideEligibility, recordVerdict } from './decide.ts'
import { runAutomaticChecks } from './run-automatic-checks.ts'

const held = testDatabase()
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })
const putOff = (small: SmallEdition, application: string, day: string, at = MEANWHILE) =>
  putOffCorrections(held.db, small.officer, placeOf(small), { application, day }, ORIGIN, at)
const recall = (small: SmallEdition, application: string, at = MEANWHILE) => takeBack(held.db, small, application, at)
const lines = async (small: SmallEdition, application: string, at = MEANWHILE, by = small.officer) =>
  (await correctionsOf(held.db, by, { ...placeOf(small), region: 'fes' }, application, 'fr', at)).lines

test('the whole team is written to in the language of the application: which answers, why, until when, where', async () => {
  const small = await smallEdition(held.db)
  const { application, number, holder, teammate } = await sentByTwo(held.db, small)
  expect(await ask(held.db, small, application, { questions: ['summary', 'phone'] })).toMatchObject({ ok: true, value: { told: 2 } })
  const mails = await held.db.selectFrom('message').selectAll().where('object', '=', application).execute()
  expect(mails.map((mail) => [mail.kind, mail.language, mail.person]).sort()).toEqual(
    [holder, teammate].map(({ person }) => ['correction-asked', 'fr', person.id]).sort(),
  )
  expect(mails[0]?.subject).toContain(number)
  const content = JSON.stringify(mails[0]?.content)
  for (const said of [
    'label summary',
    'label phone',
    'Le résumé ne dit rien du public.',
    'mercredi 10 avril 2024',
    `${ORIGIN}/fr/applications/${application}/correction`,
  ])
    expect(content).toContain(said)
})

test('who wants messages on their phone gets one that names the day, and nothing of what is to be corrected', async () => {
  const small = await smallEdition(held.db)
  const { application, teammate } = await sentByTwo(held.db, small)
  expect(await wantPhoneMessages(held.db, teammate, '+212612345678', ASKED)).toMatchObject({ ok: true })
  await ask(held.db, small, application, { questions: ['summary', 'phone'] })
  const messages = await held.db
    .selectFrom('message')
    .select(['person', 'address', 'content'])
    .where('object', '=', application)
    .where('channel', '=', 'sms')
    .execute()
  expect(messages.map(({ person, address }) => [person, address])).toEqual([[teammate.person.id, '+212612345678']])
  const [text] = (messages[0]?.content ?? []) as string[]
  expect([text?.includes('10'), text?.includes('résumé')]).toEqual([true, false])
})

test('corrections are asked of questions that were asked, with a reason, until a day to come, one request at a time', async () => {
  const small = await smallEdition(held.db)
  const { application } = await submitted(held.db, small)
  expect(await ask(held.db, small, application, { questions: [] })).toEqual(refused('correction/no-question'))
  expect(await ask(held.db, small, application, { questions: ['summary', 'of_another_form'] })).toEqual(
    refused('correction/unknown-question', { questions: ['of_another_form'] }),
  )
  expect(await ask(held.db, small, application, { reason: ' ' })).toEqual(refused('correction/reason-missing'))
  for (const day of ['2024-04-03', '2024-02-31']) expect(await ask(held.db, small, application, { day })).toEqual(refused('correction/day-past'))
  const both = await Promise.all([ask(held.db, small, application), ask(held.db, small, application)])
  expect(both.map((one) => (one.ok ? 'asked' : one.code)).sort()).toEqual(['asked', 'correction/already-open'])
})

test('a day put off reopens what had lapsed, never brings it forward; a request answered or taken back stays so', async () => {
  const small = await smallEdition(held.db)
  const { application, holder } = await submitted(held.db, small)
  await ask(held.db, small, application)
  expect(await putOff(small, application, LAST_DAY)).toEqual(refused('correction/day-not-later'))
  expect((await lines(small, application, OVER))[0]?.state).toBe('lapsed')
  expect(await putOff(small, application, '2024-04-20', OVER)).toEqual(ok(null))
  expect((await lines(small, application, OVER))[0]).toMatchObject({ state: 'open', day: '2024-04-20', putOff: 1 })
  expect(await send(held.db, holder, application, OVER, { note: 'Tout y est.' })).toMatchObject({ ok: true })
  expect(await putOff(small, application, '2024-04-25', OVER)).toEqual(refused('correction/already-sent'))
  expect(await recall(small, application, OVER)).toEqual(refused('correction/already-sent'))
  await ask(held.db, small, application, { day: '2024-04-25' }, OVER)
  expect(await recall(small, application, OVER)).toEqual(ok(null))
  expect(await recall(small, application, OVER)).toEqual(refused('correction/recalled'))
  expect((await lines(small, application, OVER)).map((line) => line.state)).toEqual(['recalled', 'sent'])
})

test('what reviewers read does not change under them: none is asked for while they hold it, none is given it while corrections are awaited', async () => {
  const small = await smallEdition(held.db)
  const [read, asked] = [await submitted(held.db, small), await submitted(held.db, small)]
  await eligible(held.db, small, read.application, asked.application)
  const { reviewer } = await reviewerIn(held.db, small)
  const { organisation, edition } = small
  await held.db
    .insertInto('assignment')
    .values({
      organisation,
      id: newId(),
      edition,
      stage: 'reading',
      application: read.application,
      reviewer,
      third: false,
      assigned_at: ASKED,
      assigned_by: small.officer.person.id,
    })
    .execute()
  expect(await ask(held.db, small, read.application)).toEqual(refused('correction/under-review', { count: 1 }))
  await ask(held.db, small, asked.application)
  const toRead = (at: Date) => toBeRead(held.db, small, at)
  expect([(await toRead(MEANWHILE)).includes(asked.application), (await toRead(OVER)).includes(asked.application)]).toEqual([false, true])
})

test('the decision waits while a team has time to correct; results and withdrawals close everything', async () => {
  const small = await smallEdition(held.db)
  const [one, two] = [await submitted(held.db, small, { birth_date: '1990-01-05' }), await submitted(held.db, small)]
  await runAutomaticChecks(held.db, small.officer, placeOf(small), ASKED)
  await recordVerdict(held.db, small.officer, placeOf(small), { application: one.application, rule: 'once', verdict: 'met', reason: 'Lu' }, ASKED)
  await ask(held.db, small, one.application)
  const refusal = { application: one.application, eligible: false, ground: 'age', reason: 'Trente-quatre ans' }
  expect(await decideEligibility(held.db, small.officer, placeOf(small), refusal, MEANWHILE)).toEqual(refused('eligibility/corrections-expected'))
  expect(await decideEligibility(held.db, small.officer, placeOf(small), refusal, OVER)).toMatchObject({ ok: true })
  await held.db
    .insertInto('withdrawal')
    .values({ organisation: small.organisation, application: two.application, withdrawn_at: ASKED, withdrawn_by: two.holder.person.id })
    .execute()
  expect(await ask(held.db, small, two.application)).toEqual(refused('correction/withdrawn'))
})

test('an officer of the region asks, nobody else; restricted answers differ before and after for those who may read them', async () => {
  const small = await smallEdition(held.db)
  const { application, holder } = await submitted(held.db, small, { region: 'fes', cin: 'AB123456' })
  const [elsewhere, regional, auditor] = [
    await staffOf(held.db, small, 'officer', 'ori'),
    await staffOf(held.db, small, 'officer', 'fes'),
    await staffOf(held.db, small, 'auditor'),
  ]
  for (const by of [elsewhere, auditor, holder, await somebody(held.db, small.organisation)])
    expect(await ask(held.db, small, application, {}, ASKED, by)).toEqual(refused('eligibility/unknown'))
  expect(await ask(held.db, small, application, { questions: ['cin'] }, ASKED, regional)).toMatchObject({ ok: true })
  expect([(await lines(small, application))[0]?.labels, (await lines(small, application, MEANWHILE, auditor))[0]?.labels]).toEqual([
    ['label cin'],
    [],
  ])
})

test('the last day comes after today and within sixty days, when it is set and when it is put off', async () => {
  const small = await smallEdition(held.db)
  const { application } = await submitted(held.db, small)
  const far = refused('correction/day-too-far', { days: 60 })
  for (const day of ['2024-06-04', '2099-01-01']) expect(await ask(held.db, small, application, { day }), day).toEqual(far)
  expect(await ask(held.db, small, application, { day: '2024-04-04' })).toEqual(refused('correction/day-past'))
  expect((await ask(held.db, small, application, { day: '2024-06-03' })).ok).toBe(true)
  expect(
    await putOffCorrections(held.db, small.officer, placeOf(small), { application, day: '2099-01-01' }, 'https://kawaliss.example', ASKED),
  ).toEqual(far)
})
