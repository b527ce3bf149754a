import { expect, test } from 'vitest'
import { nextEdition } from '../../../tests/database/next-edition.ts'
import { eligible, reviewerIn, smallEdition, submitted } from '../../../tests/database/small-edition.ts'
import { reviewed } from '../../../tests/database/small-selection.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { standing } from '../../domain/selection.ts'
import { type SelectionRecord, verifyRecord } from '../../engines/record.ts'
import { scoresFrom } from '../../engines/scores.ts'
import type { SelectionOutput } from '../../engines/selection/index.ts'
import { newId } from '../../platform/database/id.ts'
import { planSelection } from './commands/plan.ts'
import { sealSelection } from './commands/seal.ts'
import { decisionsOf } from './decisions.ts'
import { notCandidateSentences } from './not-candidate.ts'
import { scoreSources } from './score-sources.ts'
import { selectionFacts } from './queries/selection-facts.ts'

const held = testDatabase()
const AT = new Date('2024-04-22T09:00:00Z')

test('where an edition writes its stages, the final score is the sum of their shares, and what did not go on is no candidate', async () => {
  const small = await smallEdition(held.db)
  const { organisation, edition, officer } = small
  const name = JSON.stringify({ ar: 'مرحلة', fr: 'Étape', en: 'Stage' })
  const one = {
    organisation,
    edition,
    name,
    mode: 'score' as const,
    readers: 1,
    comments: 'ends' as const,
    hides: ['names'],
    hides_questions: [] as string[],
  }
  await held.db
    .insertInto('review_stage')
    .values([
      { ...one, code: 'first', position: 0, happens: 'reading', share: '0.2', pass_mark: '50' },
      { ...one, code: 'second', position: 1, happens: 'reading', share: '0.3' },
      { ...one, code: 'jury', position: 2, happens: 'interview', share: '0.5' },
    ])
    .execute()
  const reader = await reviewerIn(held.db, small)
  const files: string[] = []
  for (let place = 0; place < 3; place += 1) files.push((await submitted(held.db, small)).application)
  const [whole, stopped, halfway] = files as [string, string, string]
  await eligible(held.db, small, ...files)
  const passage = (stage: string, application: string, goes_on: boolean) => ({
    organisation,
    edition,
    stage,
    application,
    goes_on,
    decided_at: AT,
    decided_by: officer.person.id,
  })
  await held.db
    .insertInto('stage_passage')
    .values([
      passage('first', whole, true),
      passage('first', stopped, false),
      passage('first', halfway, true),
      passage('second', whole, true),
      passage('second', halfway, true),
    ])
    .execute()
  const scores: [string, string, string][] = [
    [whole, 'first', '60.00'],
    [whole, 'second', '80.00'],
    [whole, 'jury', '90.00'],
    [stopped, 'first', '40.00'],
    [halfway, 'first', '90.00'],
    [halfway, 'second', '90.00'],
  ]
  for (const [application, stage, score] of scores) await reviewed(held.db, small, application, reader, stage, score)
  const facts = await selectionFacts(held.db, organisation, edition)
  const standings = facts?.applications.map((file) => standing(file, { interviewWeight: '0.500', passMark: '60.00' }))
  expect(standings).toEqual([
    // 0.2 × 60 + 0.3 × 80 + 0.5 × 90
    { candidate: true, score: '81.000000' },
    { candidate: false, score: null, why: 'below-pass-mark' },
    { candidate: false, score: null, why: 'not-interviewed' },
  ])
  // What is sealed says enough to reckon the score again.
  if (facts === null) throw new Error('The edition has facts.')
  expect([...(await scoresFrom(scoreSources(facts)))]).toEqual([[whole, '81.000000']])
})

test('the sealed record takes the marks as they were changed, and names each change', async () => {
  const small = await smallEdition(held.db)
  const { organisation, edition } = small
  const readers = [await reviewerIn(held.db, small), await reviewerIn(held.db, small)] as const
  const { application } = await submitted(held.db, small)
  await eligible(held.db, small, application)
  for (const reader of readers) await reviewed(held.db, small, application, reader, 'reading', '60.00')
  const { id } = await held.db.selectFrom('assignment').select('id').where('reviewer', '=', readers[0].reviewer).executeTakeFirstOrThrow()
  const sources = async () => {
    const facts = await selectionFacts(held.db, organisation, edition)
    if (facts === null) throw new Error('The edition has facts.')
    return scoreSources(facts)
  }
  expect((await sources()).changed).toBeUndefined()
  await held.db.updateTable('review').set({ score: '80.00' }).where('assignment', '=', id).execute()
  await held.db
    .insertInto('review_revision')
    .values({
      organisation,
      assignment: id,
      reason: 'Après discussion',
      scores_before: '{}',
      comments_before: '{}',
      score_before: '60.00',
      revised_at: AT,
      revised_by: readers[0].viewer.person.id,
    })
    .execute()
  const { changed, reviews } = await sources()
  expect(changed).toEqual([{ application, reviewer: readers[0].reviewer, stage: 'reading', before: '60.00', after: '80.00' }])
  expect(reviews.map(({ score }) => score).sort()).toEqual(['60.00', '80.00'])
})

test('what readers mark on sample files is nothing to the selection', async () => {
  const past = await smallEdition(held.db)
  const old = await submitted(held.db, past)
  const small = await nextEdition(held.db, past)
  const { organisation, edition, officer } = small
  const reader = await reviewerIn(held.db, small)
  const { application } = await submitted(held.db, small)
  await eligible(held.db, small, application)
  await reviewed(held.db, small, application, reader, 'reading', '60.00')
  const before = await selectionFacts(held.db, organisation, edition)
  const sample = newId()
  const chosen = { application: old.application, source_edition: past.edition, chosen_at: AT, chosen_by: officer.person.id }
  await held.db
    .insertInto('sample')
    .values({ organisation, id: sample, edition, stage: 'reading', position: 1, ...chosen })
    .execute()
  await held.db.insertInto('sample_round').values({ organisation, edition, stage: 'reading', opened_at: AT, opened_by: officer.person.id }).execute()
  const marks = { scores: '{"team":5}', comments: '{}', version: 1, saved_at: AT, submitted_at: AT, score: '99.00' }
  await held.db
    .insertInto('sample_review')
    .values({ organisation, edition, sample, reviewer: reader.reviewer, ...marks })
    .execute()
  expect([before?.given.length, await selectionFacts(held.db, organisation, edition)]).toEqual([1, before])
})

test('whoever was not invited reads the mean of its readings and who was invited; whoever was invited and not heard reads that', async () => {
  const small = await smallEdition(held.db)
  const { organisation, edition, officer } = small
  const reader = await reviewerIn(held.db, small)
  const file = async (region: string, score: string) => {
    const { application } = await submitted(held.db, small, { region })
    await eligible(held.db, small, application)
    await reviewed(held.db, small, application, reader, 'reading', score)
    return application
  }
  const [heard, asked, left, far] = [await file('fes', '80.00'), await file('fes', '70.00'), await file('fes', '38.00'), await file('ori', '75.00')]
  await reviewed(held.db, small, heard, reader, 'interview', '90.00')
  await held.db
    .insertInto('interview_request')
    .values({ organisation, edition, application: asked, asked_at: AT, asked_by: officer.person.id })
    .execute()
  const facts = await selectionFacts(held.db, organisation, edition)
  if (facts === null) throw new Error('The edition has facts.')
  const decisions = decisionsOf(facts, { selected: [heard], reserve: [], explanations: [] } as unknown as SelectionOutput)
  const said = (application: string, language: 'fr' | 'en' | 'ar') =>
    notCandidateSentences(decisions.find((one) => one.application === application)?.explanation ?? {}, language)
  expect(said(heard, 'en')).toBeNull()
  expect(said(asked, 'fr')?.[0]).toContain('était invité à l’entretien')
  expect(said(left, 'en')).toEqual([
    'The mean of the readings of this application is 38.00 of 100.',
    '2 applications were invited to the interview, of 3 that were read in your region. The lowest mean among them is 70.00 of 100. Yours was not one of them.',
  ])
  expect(said(far, 'fr')?.[1]).toContain('sur 4 dossiers lus dans cette édition. La moyenne la plus basse parmi eux est 70,00 sur 100.')
  expect(said(left, 'ar')?.[1]).toBe('دُعي إلى المقابلة ملفان من أصل 3 ملفات قُرئت في جهتكم. أدنى معدل بين المدعوين 70,00 من 100، ولم يكن ملفكم بينهم.')
})

test.each(['raw', 'calibrated'] as const)(
  'where an edition writes its stages, the precision of its %s scores is reckoned again from the record',
  async (basis) => {
    const small = await smallEdition(held.db)
    const { organisation, edition } = small
    const name = JSON.stringify({ ar: 'مرحلة', fr: 'Étape', en: 'Stage' })
    const one = {
      organisation,
      edition,
      name,
      mode: 'score' as const,
      readers: 2,
      comments: 'ends' as const,
      hides: ['names'],
      hides_questions: [] as string[],
    }
    await held.db
      .insertInto('review_stage')
      .values([
        { ...one, code: 'first', position: 0, happens: 'reading', share: '0.4' },
        { ...one, code: 'jury', position: 1, happens: 'interview', share: '0.6' },
      ])
      .execute()
    await held.db.updateTable('edition').set({ score_basis: basis, places: 2, interview_weight: '0.600' }).where('id', '=', edition).execute()
    await held.db.updateTable('edition_region').set({ places: 1 }).where('edition', '=', edition).execute()
    const readers = [await reviewerIn(held.db, small), await reviewerIn(held.db, small), await reviewerIn(held.db, small)]
    for (let place = 0; place < 5; place += 1) {
      const { application } = await submitted(held.db, small)
      await eligible(held.db, small, application)
      for (const [at, reader] of readers.entries()) {
        if (at === place % 3) continue
        await reviewed(held.db, small, application, reader, 'first', (92 - place * 3 - at * 4 - ((place * at) % 3)).toFixed(2))
        await reviewed(held.db, small, application, reader, 'jury', (90 - place * 2 - at * 5 - ((place + at) % 2)).toFixed(2))
      }
      const goesOn = { organisation, edition, stage: 'first', application, goes_on: true, decided_at: AT, decided_by: small.officer.person.id }
      await held.db.insertInto('stage_passage').values(goesOn).execute()
      const withdrawal = { organisation, application, reason: '', withdrawn_at: AT, withdrawn_by: small.officer.person.id }
      if (place === 4) await held.db.insertInto('withdrawal').values(withdrawal).execute()
    }
    const plan = await planSelection(held.db, small.officer, { programme: small.programme, edition }, AT)
    if (!plan.ok) throw new Error(plan.code)
    expect((await sealSelection(held.db, small.director, plan.value.plan, plan.value.fingerprint, AT)).ok).toBe(true)
    const { record } = await held.db.selectFrom('selection_seal').select('record').where('edition', '=', edition).executeTakeFirstOrThrow()
    const errors = Object.values((JSON.parse(record) as SelectionRecord).input.stability?.standard_errors ?? {})
    expect([errors.length, errors.every((error) => error > 0)]).toEqual([4, true])
    expect(await verifyRecord(record)).toMatchObject({ faults: [], notes: [] })
  },
)
