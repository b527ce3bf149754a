import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ask, ASKED, keep, LAST_INSTANT_OF_DAY, MEANWHILE, ORIGIN, OVER, recall, send, sentByTwo } from '../../../../tests/database/correcting.ts'
import { smallEdition } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { canonicalJson } from '../../../domain/application.ts'
import { ok, refused } from '../../../domain/result.ts'
import { verifyAudit } from '../../../platform/database/audit.ts'
import { newId } from '../../../platform/database/id.ts'
import { correctionView } from '../queries/correction.ts'
import { receiptView, submissionByHash } from '../queries/receipt.ts'
import { beginAssistance } from './assistance.ts'
import { remindCorrections } from './remind-corrections.ts'
import { withdrawApplication } from './withdraw-application.ts'
import { writeReceipt } from './write-receipt.ts'

const held = testDatabase()

async function asked(questions: readonly string[] = ['summary'], answers: Record<string, string> = {}) {
  const small = await smallEdition(held.db)
  const sent = await sentByTwo(held.db, small, answers)
  expect(await ask(held.db, small, sent.application, { questions })).toMatchObject({ ok: true })
  return { small, ...sent }
}

const rowOf = (application: string) => held.db.selectFrom('submission').selectAll().where('application', '=', application).executeTakeFirstOrThrow()
const beforeOf = (application: string) =>
  held.db.selectFrom('submission_before').selectAll().where('application', '=', application).orderBy('seq').execute()
const mailsOf = (application: string, kind: string) =>
  held.db.selectFrom('message').selectAll().where('object', '=', application).where('kind', '=', kind).execute()
const sha256 = (value: unknown) => createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')

describe('corrections that were sent', () => {
  test('count from then on, with their lists; what was sent first stays, and each fingerprint vouches for the one before it', async () => {
    const { small, application, number, holder } = await asked(['project_title', 'region'])
    const first = await rowOf(application)
    await keep(held.db, holder, application, { project_title: 'Zellij vivant', region: 'ori' })
    expect((await rowOf(application)).title).toBe(first.title)
    const sent = await send(held.db, holder, application)
    const now = await rowOf(application)
    const answers = { ...(first.answers as object), project_title: 'Zellij vivant', region: 'ori' }
    const record = {
      number,
      edition: small.edition,
      formVersion: small.formVersion,
      language: 'fr',
      answers,
      submittedAt: first.submitted_at.toISOString(),
    }
    const hash = sha256({ ...record, previous: first.hash, correctedAt: MEANWHILE.toISOString() })
    expect(sent).toEqual(ok({ number, correctedAt: MEANWHILE, hash, previous: first.hash }))
    expect(now).toMatchObject({ answers, title: 'Zellij vivant', region: 'ori', hash, previous: first.hash, corrected_at: MEANWHILE })
    expect([now.submitted_at, now.submitted_by, now.search.includes('zellij vivant')]).toEqual([first.submitted_at, first.submitted_by, true])
    expect(await beforeOf(application)).toMatchObject([
      { seq: 1, answers: first.answers, hash: first.hash, previous: null, sent_at: first.submitted_at },
    ])
    expect(await submissionByHash(held.db, small.organisation, first.hash)).toMatchObject({ number, replacedAt: MEANWHILE, correctedAt: null })
    expect(await submissionByHash(held.db, small.organisation, hash)).toMatchObject({
      replacedAt: null,
      correctedAt: MEANWHILE,
      previous: first.hash,
    })
  })

  test('may be asked for and sent again: the chain grows, and the receipt is mailed anew each time, once', async () => {
    const { small, application, holder } = await asked()
    await writeReceipt(held.db, small.organisation, application, ORIGIN, ASKED)
    const hashes = [(await rowOf(application)).hash]
    for (const [summary, at] of [
      ['Un atelier ouvert', MEANWHILE],
      ['Un atelier ouvert aux écoles', new Date('2024-04-08T09:00:00Z')],
    ] as const) {
      await keep(held.db, holder, application, { summary }, at)
      await send(held.db, holder, application, at)
      for (let run = 0; run < 2; run++) await writeReceipt(held.db, small.organisation, application, ORIGIN, at)
      hashes.push((await rowOf(application)).hash)
      await ask(held.db, small, application, {}, new Date(at.getTime() + 60_000))
    }
    expect((await beforeOf(application)).map((one) => [one.hash, one.previous])).toEqual([
      [hashes[0], null],
      [hashes[1], hashes[0]],
    ])
    expect((await rowOf(application)).previous).toBe(hashes[1])
    const mails = await mailsOf(application, 'application-receipt')
    expect(hashes.map((hash) => mails.filter((mail) => JSON.stringify(mail.content).includes(hash)).length)).toEqual([1, 1, 1])
  })

  test('are sent once: ten clicks at the same instant make one version and one entry in the trail', async () => {
    const { small, application, holder } = await asked()
    await keep(held.db, holder, application, { summary: 'Public des écoles' })
    const sent = await Promise.all(Array.from({ length: 10 }, () => send(held.db, holder, application)))
    expect(sent.filter((one) => one.ok)).toHaveLength(1)
    expect(new Set(sent.flatMap((one) => (one.ok ? [] : [one.code])))).toEqual(new Set(['correction/already-sent']))
    expect(await beforeOf(application)).toHaveLength(1)
    expect((await verifyAudit(held.db, small.organisation)).faults).toEqual([])
  })

  test('count until the last instant of the last day, and not a millisecond later', async () => {
    const [early, late] = [await asked(), await asked()]
    for (const one of [early, late]) await keep(held.db, one.holder, one.application, { summary: 'Public des écoles' })
    expect(await send(held.db, early.holder, early.application, LAST_INSTANT_OF_DAY)).toMatchObject({ ok: true })
    expect(await send(held.db, late.holder, late.application, OVER)).toEqual(refused('correction/late'))
    expect(await keep(held.db, late.holder, late.application, { summary: 'x' }, OVER)).toEqual(refused('correction/late'))
    expect((await correctionView(held.db, late.holder, late.application, OVER))?.open.shown.summary).toBe('Public des écoles')
  })

  test('and the request taken back at that instant: one of the two happens, whole', async () => {
    for (let run = 0; run < 5; run++) {
      const { small, application, holder } = await asked()
      await keep(held.db, holder, application, { summary: 'Public des écoles' })
      const [sent, recalled] = await Promise.all([send(held.db, holder, application), recall(held.db, small, application)])
      expect([sent.ok, recalled.ok].filter(Boolean)).toHaveLength(1)
      if (sent.ok) expect(recalled).toEqual(refused('correction/already-sent'))
      else expect(sent).toEqual(refused('correction/recalled'))
      expect((await rowOf(application)).corrected_at === null).toBe(recalled.ok)
    }
  })
})

describe('corrections for somebody who cannot write them', () => {
  test('are written and sent by an officer who says how the holder declared; help begins after sending only while they are awaited', async () => {
    const small = await smallEdition(held.db)
    const { application, number, holder } = await sentByTwo(held.db, small)
    const { organisation, officer } = small
    const grant = { role: 'officer' as const, programme: null, edition: null, region: null }
    await held.db
      .insertInto('role_grant')
      .values({ organisation, id: newId(), person: officer.person.id, ...grant, granted_at: ASKED })
      .execute()
    const help = () => beginAssistance(held.db, officer, small, { whom: { number }, channel: 'phone', region: null }, ORIGIN, MEANWHILE)
    expect(await help()).toEqual(refused('assistance/already-sent'))
    await ask(held.db, small, application)
    expect(await help()).toMatchObject({ ok: true })
    await keep(held.db, officer, application, { summary: 'Public des écoles' })
    expect(await send(held.db, officer, application)).toEqual(refused('assistance/undeclared'))
    const sent = await send(held.db, officer, application, MEANWHILE, { how: 'phone' })
    const row = await rowOf(application)
    const record = { number, edition: small.edition, formVersion: small.formVersion, language: 'fr', answers: row.answers }
    const moments = { submittedAt: row.submitted_at.toISOString(), previous: row.previous, correctedAt: MEANWHILE.toISOString() }
    expect(sent).toMatchObject({ value: { hash: sha256({ ...record, ...moments, declared: { how: 'phone', recordedBy: officer.person.id } }) } })
    expect((await receiptView(held.db, holder, application))?.correction?.declared).toBe('phone')
  })
})

describe('what is open while corrections are written', () => {
  test('is what was asked for, and nothing beside it, whatever a page sends', async () => {
    const { application, holder } = await asked(['summary'])
    await keep(held.db, holder, application, { summary: 'Public des écoles', project_title: 'Autre titre', holder_name_latin: 'Autre nom' })
    await send(held.db, holder, application)
    const row = await rowOf(application)
    const before = (await beforeOf(application))[0]?.answers as Record<string, string>
    expect(row.answers).toEqual({ ...before, summary: 'Public des écoles' })
  })

  test('must be whole and right before it is sent, declared true, by the holder', async () => {
    const { application, holder, teammate } = await asked(['phone', 'summary'])
    await keep(held.db, holder, application, { phone: 'douze', summary: '' })
    expect(await send(held.db, teammate, application)).toEqual(refused('application/not-holder'))
    expect(await send(held.db, holder, application)).toEqual(refused('correction/incomplete', { questions: ['phone', 'summary'], count: 2 }))
    await keep(held.db, holder, application, { phone: '06 12 34 56 78', summary: 'Public des écoles' })
    expect(await send(held.db, holder, application, MEANWHILE, { declared: false })).toEqual(refused('correction/undeclared'))
    expect(await send(held.db, holder, application)).toMatchObject({ ok: true })
    expect((await rowOf(application)).answers).toMatchObject({ phone: '+212612345678' })
  })

  test('may stay as it is with a word why, not without one', async () => {
    const { application, holder } = await asked()
    expect(await send(held.db, holder, application)).toEqual(refused('correction/unchanged'))
    expect(await send(held.db, holder, application, MEANWHILE, { note: 'Le public est nommé à la deuxième phrase.' })).toMatchObject({ ok: true })
  })

  test('is nobody else’s: a stranger finds no request, a page opened before somebody else wrote overwrites nothing', async () => {
    const [{ application, holder, teammate }, other] = [await asked(), await asked()]
    expect(await correctionView(held.db, other.holder, application, MEANWHILE)).toBeNull()
    expect(await keep(held.db, other.holder, application, { summary: 'x' })).toEqual(refused('application/unknown'))
    expect(await send(held.db, other.holder, application)).toEqual(refused('application/unknown'))
    const view = await correctionView(held.db, holder, application, MEANWHILE)
    const stale = { known: {} }
    await keep(held.db, teammate, application, { summary: 'De sa main' })
    expect(await keep(held.db, holder, application, { summary: 'De la mienne' }, MEANWHILE, stale)).toMatchObject({ value: { aside: ['summary'] } })
    expect(view?.savedAt).toBeNull()
    expect((await correctionView(held.db, holder, application, MEANWHILE))?.open.shown.summary).toBe('De sa main')
  })

  test('closes with a withdrawal', async () => {
    const { application, holder } = await asked()
    await keep(held.db, holder, application, { summary: 'Public des écoles' })
    await withdrawApplication(held.db, holder, { application, reason: '' }, MEANWHILE)
    expect(await send(held.db, holder, application)).toEqual(refused('correction/withdrawn'))
  })
})

test('a team is reminded once, two days before the last day, in the morning; who has answered is not', async () => {
  const [waiting, answered] = [await asked(), await asked()]
  await send(held.db, answered.holder, answered.application, MEANWHILE, { note: 'Rien à changer.' })
  const at = (day: string) => remindCorrections(held.db, ORIGIN, new Date(`2024-04-${day}T08:00:00Z`))
  await at('07')
  expect(await mailsOf(waiting.application, 'correction-reminder')).toHaveLength(0)
  await at('08')
  await at('08')
  await at('09')
  expect((await mailsOf(waiting.application, 'correction-reminder')).map((mail) => mail.person).sort()).toEqual(
    [waiting.holder.person.id, waiting.teammate.person.id].sort(),
  )
  expect(await mailsOf(answered.application, 'correction-reminder')).toHaveLength(0)
})
