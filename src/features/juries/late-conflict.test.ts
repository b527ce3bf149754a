/** A conflict that is told late: after a vote, after a decision, or elsewhere than in the room. */
import { expect, test } from 'vitest'
import { everybodyIn, JURY_DAY as NOW, juryStage, pageOf } from '../../../tests/database/jury-stage.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { formatTime } from '../../platform/time/time.ts'
import { closeSession, decide, openFile } from './commands/lead.ts'
import { markPresence, recuse, say } from './commands/room.ts'
import { minutesBody } from './minutes.ts'
import { sealedMinutes } from './queries/record.ts'
import { juryView } from './queries/session.ts'

const held = testDatabase()

test('once a member who has voted tells a conflict, their vote and remark count for nothing, and the minutes say at what hour they left', async () => {
  const at = await juryStage(held.db)
  const { db } = held
  const { session, second: application } = at
  await everybodyIn(at)
  const clock = (time: string) => new Date(`2024-04-28T${time}:00Z`)
  const [leaver, stayer] = [at.other.person.id, at.one.person.id]
  expect((await openFile(db, at.chair, { session, application, language: 'fr' }, clock('09:10'))).ok).toBe(true)
  expect((await say(db, at.other, { session, application, vote: 'for', note: 'Ma cousine' }, clock('09:12'))).ok).toBe(true)
  expect((await say(db, at.one, { session, application, vote: 'against', note: 'Fragile' }, clock('09:13'))).ok).toBe(true)
  expect(await pageOf(at, at.chair)).toContain('Ma cousine')
  expect(await at.act(at.other, 'recusals', { application })).toBe(303)
  await db
    .updateTable('jury_recusal')
    .set({ declared_at: clock('09:15') })
    .where('session', '=', session)
    .execute()
  for (const viewer of [at.chair, at.one]) {
    const shown = await pageOf(at, viewer)
    expect([
      shown.includes('Ma cousine'),
      shown.includes('mis de côté'),
      shown.includes('Pour\u00a0: 0, contre\u00a0: 1'),
      await htmlFaults(shown),
    ]).toEqual([false, true, true, []])
  }
  expect((await juryView(db, at.chair, session, 'fr'))?.counted).toBe(1)
  expect((await decide(db, at.chair, { session, application, outcome: 'keep', note: '' }, clock('09:20'))).ok).toBe(true)
  expect((await closeSession(db, at.chair, { session, leaving: true }, clock('10:00'))).ok).toBe(true)
  const sealed = await sealedMinutes(db, at.small.organisation, session)
  const [file] = sealed?.record.files ?? []
  expect([file?.present, file?.recused, file?.votes, file?.setAside]).toEqual([[stayer], [leaver], { for: 0, against: 1, abstain: 0 }, [leaver]])
  const said = { ar: 'منذ', fr: 'depuis', en: 'from' }
  for (const language of LANGUAGES) {
    const told = sealed === null ? '' : JSON.stringify(minutesBody({ ...sealed, organisation: '', edition: '', zone: 'Etc/UTC' }, language))
    const name = (await juryView(db, at.chair, session, language))?.members.find(({ person }) => person === leaver)?.name ?? '-'
    expect(told.replace(/[\u2066-\u2069]/g, ''), language).toContain(`${name} (${said[language]} ${formatTime(clock('09:15'), language, 'Etc/UTC')})`)
    expect((await at.room(at.chair).get(`/${language}/juries/${session}/minutes.pdf`)).status).toBe(200)
  }
  const trail = (await pageOf(at, at.chair)).replace(/[\u2066-\u2069]/g, '')
  const number = at.files[1].number
  for (const act of ['ouvert la séance', `ouvert le dossier ${number}`, 'noté son entrée', `vote ou une remarque sur le dossier ${number}`])
    expect(trail).toContain(act)
  for (const act of [`déclaré un conflit avec le dossier ${number}`, `décision du dossier ${number}`, 'a clos la séance'])
    expect(trail).toContain(act)
  // What was said stays where it was written.
  const kept = await db.selectFrom('jury_note').select('note').where('person', '=', leaver).execute()
  expect(kept).toEqual([{ note: 'Ma cousine' }])
})

test('a conflict told after the decision marks it in the minutes, also when the file is opened again', async () => {
  const at = await juryStage(held.db)
  const { db } = held
  const { session, second: application } = at
  await everybodyIn(at)
  const clock = (time: string) => new Date(`2024-04-28T${time}:00Z`)
  const [leaver, stayer] = [at.other.person.id, at.one.person.id]
  await openFile(db, at.chair, { session, application, language: 'fr' }, clock('09:10'))
  await say(db, at.other, { session, application, vote: 'for', note: '' }, clock('09:12'))
  await decide(db, at.chair, { session, application, outcome: 'again', note: '' }, clock('09:20'))
  await recuse(db, at.other, { session, person: leaver, application }, clock('09:25'))
  await markPresence(db, at.other, { session, person: leaver, present: false }, clock('09:26'))
  await openFile(db, at.chair, { session, application, language: 'fr' }, clock('09:30'))
  await decide(db, at.chair, { session, application, outcome: 'keep', note: '' }, clock('09:40'))
  expect((await closeSession(db, at.chair, { session, leaving: true }, clock('10:00'))).ok).toBe(true)
  const sealed = await sealedMinutes(db, at.small.organisation, session)
  const [first, second] = sealed?.record.files ?? []
  expect([first?.present.toSorted(), first?.recused, first?.votes.for, first?.declared]).toEqual([
    [stayer, leaver].sort(),
    [],
    0,
    [{ person: leaver, at: clock('09:25').toISOString(), after: true }],
  ])
  expect([second?.present, second?.recused, second?.declared]).toEqual([[stayer], [leaver], []])
  const said = { ar: 'صرّح عضو بتضارب بعد ذلك،', fr: 'Un membre a déclaré un conflit ensuite, à', en: 'A member declared a conflict afterwards, at' }
  for (const language of LANGUAGES)
    expect(
      JSON.stringify(sealed === null ? '' : minutesBody({ ...sealed, organisation: '', edition: '', zone: 'Etc/UTC' }, language)),
      language,
    ).toContain(`${said[language]} ${formatTime(clock('09:25'), language, 'Etc/UTC')}`)
})

test('somebody whose conflict is told elsewhere while a file is open is counted no longer and says nothing more of it', async () => {
  const at = await juryStage(held.db)
  const { db } = held
  const { session, second: application } = at
  await everybodyIn(at)
  await openFile(db, at.chair, { session, application, language: 'fr' }, NOW)
  const reviewer = await db.selectFrom('reviewer').select('id').where('person', '=', at.other.person.id).executeTakeFirstOrThrow()
  const conflict = {
    organisation: at.small.organisation,
    edition: at.small.edition,
    reviewer: reviewer.id,
    application,
    kind: 'declared' as const,
    note: '',
  }
  await db
    .insertInto('conflict')
    .values({ ...conflict, declared_at: NOW, declared_by: at.other.person.id })
    .execute()
  expect(await say(db, at.other, { session, application, vote: 'for', note: '' }, NOW)).toEqual({ ok: false, code: 'jury/not-in-room', details: {} })
  expect((await juryView(db, at.chair, session, 'fr'))?.counted).toBe(1)
})
