import { expect, test } from 'vitest'
import { eligible, reviewerIn, type SmallEdition, type SmallReviewer, smallEdition, submitted } from '../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { ok, refused } from '../../domain/result.ts'
import { applyAssignment } from './commands/assign.ts'
import { inviteToInterview } from './commands/interview.ts'
import { applyPassage } from './commands/passage.ts'
import { submitReview } from './commands/review.ts'
import { withdrawPassage } from './commands/withdraw-passage.ts'
import { readingsOf } from './queries/desk.ts'
import { planOf } from './queries/plan.ts'
import { myReviews } from './queries/my-reviews.ts'
import { passagePlan } from './queries/passages.ts'
import { stagesIn } from './queries/stages.ts'
import { invitationMail } from './reviewer-mail.ts'
import { reviewRoutes } from './routes.tsx'
import { seenText } from './seen-text.ts'

const held = testDatabase()
const NOW = new Date('2024-04-10T09:00:00Z')
const name = (text: string) => JSON.stringify({ ar: `${text} ع`, fr: `${text} fr`, en: `${text} en` })

/** A sift where criteria are met or not, an order of those that are left, and a vote after an interview. */
async function staged(): Promise<{ small: SmallEdition; files: string[]; readers: SmallReviewer[] }> {
  const small = await smallEdition(held.db)
  const { organisation, edition } = small
  const rest = {
    organisation,
    edition,
    comments: 'ends' as const,
    hides: ['names'],
    hides_questions: [] as string[],
    divergence: null,
    pass_mark: null,
  }
  await held.db
    .insertInto('review_stage')
    .values([
      {
        ...rest,
        code: 'sift',
        position: 0,
        name: name('Tri'),
        happens: 'reading',
        mode: 'pass-fail',
        readers: 1,
        pass_mark: '100',
        share: '0',
        weights: JSON.stringify({ viability: 60, need: 40 }),
      },
      { ...rest, code: 'order', position: 1, name: name('Classement'), happens: 'reading', mode: 'rank', readers: 1, share: '0.4' },
      {
        ...rest,
        code: 'jury',
        position: 2,
        name: name('Jury'),
        happens: 'interview',
        mode: 'vote',
        readers: 2,
        quorum: 2,
        majority: 'simple',
        share: '0.6',
        hides: [],
      },
    ])
    .execute()
  const files: string[] = []
  for (let place = 0; place < 4; place += 1) files.push((await submitted(held.db, small, { region: 'fes' })).application)
  await eligible(held.db, small, ...files)
  return { small, files, readers: [await reviewerIn(held.db, small, { region: 'ori' }), await reviewerIn(held.db, small, { maxLoad: 0 })] }
}

const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

async function assign(small: SmallEdition, stage: string) {
  const plan = await planOf(held.db, small.officer, placeOf(small), 'reading', 'fr', NOW, { stage })
  return applyAssignment(held.db, small.officer, placeOf(small), plan?.fingerprint ?? '', NOW, { stage })
}

async function mineIn(stage: string, { viewer }: SmallReviewer) {
  return (await myReviews(held.db, viewer)).filter((one) => one.stage.code === stage)
}

async function goOn(small: SmallEdition, stage: string) {
  const plan = await passagePlan(held.db, small.officer, placeOf(small), 'fr', stage)
  return applyPassage(held.db, small.officer, placeOf(small), { stage, fingerprint: plan?.fingerprint ?? '' }, NOW)
}

/** Whether both criteria are met. */
const met = (need: 0 | 1, why = '') => ({ version: 0, scores: { viability: 1, need }, comments: why === '' ? {} : { need: why }, unrelated: true })

test('files pass from stage to stage by the rule of each: met or not met, put in order, voted after an interview', async () => {
  const { small, files, readers } = await staged()
  const [reader, beside] = readers as [SmallReviewer, SmallReviewer]
  const place = placeOf(small)
  expect(await assign(small, 'order')).toEqual(refused('assignment/nothing-to-do'))
  expect(await assign(small, 'sift')).toEqual(ok({ pairs: 4 }))
  const sifted = await mineIn('sift', reader)
  expect(await submitReview(held.db, reader.viewer, { assignment: sifted[0]?.assignment ?? '', ...met(0) }, NOW)).toEqual(
    refused('review/incomplete', { count: 1, criteria: ['need'] }),
  )
  for (const [index, { assignment }] of sifted.entries())
    expect(await submitReview(held.db, reader.viewer, { assignment, ...(index === 0 ? met(0, 'Déjà financé') : met(1)) }, NOW)).toEqual(
      ok({ score: index === 0 ? '60.00' : '100.00' }),
    )

  const plan = await passagePlan(held.db, small.officer, place, 'fr', 'sift')
  expect(plan?.rows.map(({ goesOn }) => goesOn)).toEqual([false, true, true, true])
  expect(await applyPassage(held.db, small.officer, place, { stage: 'sift', fingerprint: '0'.repeat(64) }, NOW)).toEqual(
    refused('passage/inputs-changed'),
  )
  expect(await applyPassage(held.db, reader.viewer, place, { stage: 'sift', fingerprint: plan?.fingerprint ?? '' }, NOW)).toEqual(
    refused('passage/not-allowed'),
  )
  expect(await goOn(small, 'sift')).toEqual(ok({ on: 3, out: 1 }))
  expect(await goOn(small, 'sift')).toEqual(refused('passage/nothing-to-do'))

  // What was decided of one is taken back with a reason, and decided anew.
  const stopped = { stage: 'sift', application: plan?.rows[0]?.application ?? '' }
  const office = mounted(held.db, reviewRoutes, small.officer, NOW)
  const takeBack = (reason: string) =>
    office.post('/fr/desk/2024/stages/sift/passage/withdrawal', { 'application-sift': stopped.application, 'reason-sift': reason })
  const unsaid = await takeBack(' ')
  expect([unsaid.status, await htmlFaults(await unsaid.text())]).toEqual([422, []])
  expect((await takeBack('Pièce retrouvée')).headers.get('location')).toBe('/fr/desk/2024/stages?said=passage-taken-back')
  expect(await (await office.get('/fr/desk/2024/stages')).text()).toContain('Pièce retrouvée')
  expect(await withdrawPassage(held.db, small.officer, place, { ...stopped, reason: 'Encore' }, NOW)).toEqual(refused('passage/unknown-file'))
  expect(await goOn(small, 'sift')).toEqual(ok({ on: 0, out: 1 }))

  // The one that stopped is read by nobody any more; the others are put in order by buttons, without script.
  expect(await assign(small, 'order')).toEqual(ok({ pairs: 3 }))
  const begun = { stage: 'sift', application: files[3] as string, reason: 'Trop tard' }
  expect(await withdrawPassage(held.db, small.officer, place, begun, NOW)).toEqual(refused('passage/begun', { count: 1 }))
  const order = (await mineIn('order', reader)).map(({ assignment }) => assignment)
  const [first, second, third] = order as [string, string, string]
  const room = mounted(held.db, reviewRoutes, reader.viewer, NOW)
  const path = '/fr/reviews/ranking/2024/order'
  const markIn = async () => /name="mark" value="(\w+)"/.exec(await (await room.get(path)).text())?.[1] ?? ''
  const mark = await markIn()
  const moved = await room.post(path, { mark, order, act: `up:${third}` })
  expect(moved.headers.get('location')).toBe(`${path}?said=ranking-saved#file-${third}`)
  const stale = await room.post(path, { mark, order, act: `up:${second}` })
  expect([stale.status, await htmlFaults(await stale.text())]).toEqual([409, []])
  expect((await room.post(`/fr/reviews/${first}/submission`, { version: '1', 'score.place': '1', unrelated: 'yes' })).status).toBe(422)
  expect((await room.post(path, { mark: await markIn(), order: [third, first], act: 'keep' })).status).toBe(422)
  expect((await room.post(path, { mark: await markIn(), order: [third, first, second], act: 'submit' })).status).toBe(422)
  const sent = await room.post(path, { mark: await markIn(), order: [third, first, second], act: 'submit', unrelated: 'yes' })
  expect(sent.headers.get('location')).toBe(`${path}?said=ranking-submitted`)
  const line = async (stage: string) => (await readingsOf(held.db, small.officer, place, 'fr', stage))?.map(({ mean }) => mean)
  expect(await line('order')).toEqual(['50.000000', '0.000000', '100.000000'])

  // An interview is for those that went on to it.
  const input = { from: NOW, to: new Date('2024-04-10T09:30:00Z'), place: 'Dar Batha', panel: [reader.reviewer, beside.reviewer] }
  const invite = (application: string) => inviteToInterview(held.db, small.officer, place, { ...input, application }, NOW)
  expect(await invite(files[3] as string)).toEqual(refused('interview/not-eligible'))
  expect(await goOn(small, 'order')).toEqual(ok({ on: 3, out: 0 }))
  const alone = { ...input, application: files[3] as string, panel: [reader.reviewer] }
  expect(await inviteToInterview(held.db, small.officer, place, alone, NOW)).toEqual(refused('interview/panel-too-small', { least: 2 }))
  expect((await invite(files[3] as string)).ok).toBe(true)
  const seat = (await mineIn('jury', reader))[0]?.assignment ?? ''
  const vote = (cast: number) => ({ assignment: seat, version: 0, scores: { vote: cast }, comments: {}, unrelated: true })
  expect(await submitReview(held.db, reader.viewer, vote(-1), NOW)).toEqual(refused('review/incomplete', { count: 1, criteria: ['vote'] }))
  expect(await submitReview(held.db, reader.viewer, vote(1), NOW)).toEqual(ok({ score: '100.00' }))

  // One voice is no quorum of two; with the other, the file enters the selection.
  expect(await goOn(small, 'jury')).toEqual(refused('passage/nothing-to-do'))
  const other = (await mineIn('jury', beside))[0]?.assignment ?? ''
  expect((await submitReview(held.db, beside.viewer, { ...vote(0), assignment: other }, NOW)).ok).toBe(true)
  expect(await goOn(small, 'jury')).toEqual(ok({ on: 1, out: 0 }))

  const desk = mounted(held.db, reviewRoutes, small.officer, NOW)
  for (const language of LANGUAGES) {
    for (const [who, paths] of [
      [desk, ['/desk/2024/stages', '/desk/2024/reviews?stage=order', '/desk/2024/assignment?stage=sift', '/desk/2024/interviews']],
      [room, ['/reviews', `/reviews/${seat}`, `/reviews/${first}`, `/reviews/${sifted[0]?.assignment}`, '/reviews/ranking/2024/order']],
    ] as const)
      for (const one of paths) {
        const answer = await who.get(`/${language}${one}`)
        const markup = await answer.text()
        expect([answer.status, await htmlFaults(markup)], `${language} ${one}`).toEqual([200, []])
        // At the desk the cue of the review is lit on each of its pages.
        if (who === desk) expect(markup, one).toMatch(/href="[^"]*\/desk\/2024\/reviewers" aria-current="page"/)
      }
  }
  for (const gone of ['/fr/desk/2024/reviews?stage=nothing', '/fr/desk/2024/assignment?stage=jury', '/fr/reviews/ranking/2024/sift'])
    expect((await (gone.includes('desk') ? desk : room).get(gone)).status).toBe(404)
})

test('whoever is asked to read is told truly what they will see, stage by stage', async () => {
  const { small } = await staged()
  const stages = await stagesIn(held.db, small.organisation, small.edition)
  const told = [
    'Étape «\u00a0Tri fr\u00a0», vous ne voyez pas\u00a0: qui candidate.',
    'Étape «\u00a0Classement fr\u00a0», vous ne voyez pas\u00a0: qui candidate.',
    'Étape «\u00a0Jury fr\u00a0»\u00a0: rien n’est caché.',
  ]
  expect(seenText(stages, 'fr')).toEqual(told)
  expect(seenText(stages.slice(2), 'en')).toEqual(['You see applications as they were sent, names included.'])
  const names = { ar: '', fr: 'Essai', en: '' }
  const facts = { programme: names, edition: names, inviter: { nameAr: '', nameLatin: 'Nadia' }, maxLoad: 3, stages, until: null, email: 'a@b.ma' }
  const { paragraphs } = invitationMail(facts, 'fr', 'https://kawaliss.test')
  expect(paragraphs).toEqual(expect.arrayContaining(told))
})
