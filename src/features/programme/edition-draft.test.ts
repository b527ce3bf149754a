import { beforeAll, describe, expect, test } from 'vitest'
import { BEFORE, house, OPEN, SHIPPED } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { EditionFile } from '../../domain/edition.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { applyEditionDraft, planFingerprint } from './commands/apply-edition-draft.ts'
import { beginEditionDraft, saveEditionPart } from './commands/edition-draft.ts'
import { publishCall } from './commands/publish-call.ts'
import { putBackLateChanges } from './commands/put-back.ts'
import { partMark, partValues } from './editor/part-mark.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { exportEdition } from './queries/export-edition.ts'

const held = testDatabase()
const the = house(held)

async function begun(viewer: SignedIn, now = BEFORE): Promise<string> {
  const outcome = await beginEditionDraft(held.db, viewer, { from: 'edition', edition: '2024' }, now)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.draft
}

/** Changes the document of a draft as its pages would: part by part, over what is there. */
async function changed(
  viewer: SignedIn,
  draft: string,
  part: 'texts' | 'criteria' | 'sectors' | 'edition',
  change: (document: EditionFile) => object,
  now = BEFORE,
) {
  const view = await editionDraft(held.db, viewer, draft, now)
  if (view === null) throw new Error('no draft')
  const document = { ...view.document, ...change(view.document as EditionFile) } as EditionFile
  return saveEditionPart(held.db, viewer, { draft, part, known: partMark(part, view.document), values: partValues(part, document as never) }, now)
}

async function applied(viewer: SignedIn, draft: string, now = BEFORE) {
  const view = await editionDraft(held.db, the.director, draft, now)
  return applyEditionDraft(held.db, viewer, { draft, fingerprint: view === null ? '' : planFingerprint(view.document, view.current) }, now)
}

const criteriaOf = (document: EditionFile, weights: readonly number[]) => ({
  criteria: document.criteria.map((criterion, place) => ({ ...criterion, weight: weights[place] as number })),
})

describe('a draft of an edition', () => {
  test('changes nothing until it is applied, then all of it, and is written in the trail', async () => {
    const draft = await begun(the.officer)
    await changed(the.officer, draft, 'criteria', (document) => criteriaOf(document, [40, 30, 10, 20]))
    expect(await exportEdition(held.db, the.director, '2024')).toBe(SHIPPED)
    expect(await applied(the.officer, draft)).toEqual({ ok: false, code: 'page/not-allowed', details: {} })
    expect(await applied(the.director, draft)).toMatchObject({ ok: true, value: { slug: '2024' } })
    const now = JSON.parse((await exportEdition(held.db, the.director, '2024')) as string) as EditionFile
    expect(now.criteria.map(({ weight }) => weight)).toEqual([40, 30, 10, 20])
    expect({ ...now, criteria: [] }).toEqual({ ...JSON.parse(SHIPPED), criteria: [] })
    const acts = await held.db
      .selectFrom('audit_entry')
      .select('act')
      .where('organisation', '=', the.organisation)
      .where('stream', '=', draft)
      .orderBy('seq')
      .execute()
    expect(acts.map(({ act }) => act)).toEqual(['edition-draft/begun', 'edition-draft/saved', 'edition-draft/applied'])
  })

  test('is one for each edition, whoever opens it, and is found again', async () => {
    const [one, other] = await Promise.all([begun(the.officer), begun(the.director)])
    expect(one).toBe(other)
  })

  test('that two people write at once keeps the first and refuses the second, unless both wrote the same', async () => {
    const draft = await begun(the.officer)
    const view = await editionDraft(held.db, the.officer, draft, BEFORE)
    if (view === null) throw new Error('no draft')
    const save = (name: string) => {
      const [first, ...rest] = view.document.sectors
      const document = { ...view.document, sectors: [{ ...first, name: { ar: 'أ', fr: name, en: 'a' } }, ...rest] }
      return saveEditionPart(
        held.db,
        the.officer,
        { draft, part: 'sectors', known: partMark('sectors', view.document), values: partValues('sectors', document as never) },
        BEFORE,
      )
    }
    expect(await save('premier')).toMatchObject({ ok: true })
    expect(await save('second')).toEqual({ ok: false, code: 'edition-draft/changed-meanwhile', details: {} })
    expect(await save('premier')).toMatchObject({ ok: true })
    const after = await editionDraft(held.db, the.officer, draft, BEFORE)
    expect(after?.document.sectors[0]?.name.fr).toBe('premier')
  })

  test('that is not what was shown any more is not applied', async () => {
    const draft = await begun(the.officer)
    const before = await editionDraft(held.db, the.director, draft, BEFORE)
    await changed(the.officer, draft, 'sectors', (document) => ({ sectors: document.sectors.slice(0, 6) }))
    const fingerprint = planFingerprint(before?.document, before?.current ?? null)
    expect(await applyEditionDraft(held.db, the.director, { draft, fingerprint }, BEFORE)).toEqual({
      ok: false,
      code: 'edition-draft/plan-changed',
      details: {},
    })
  })

  test('in which something is missing is not applied, and says how much', async () => {
    const draft = await begun(the.officer)
    await changed(the.officer, draft, 'edition', (document) => ({ edition: { ...document.edition, places: null } }))
    expect(await applied(the.director, draft)).toEqual({ ok: false, code: 'edition-draft/incomplete', details: { faults: 1 } })
    await changed(the.officer, draft, 'edition', (document) => ({ edition: { ...document.edition, places: 24 } }))
  })
})

describe('once the call is open', () => {
  beforeAll(async () => {
    const published = await publishCall(held.db, the.director, '2024', BEFORE)
    if (!published.ok) throw new Error(published.code)
  })

  test('rules and criteria are refused, and nothing of the draft is applied', async () => {
    const draft = await begun(the.officer, OPEN)
    await changed(the.officer, draft, 'texts', (document) => ({ call: { ...document.call, questions: document.call.questions.slice(1) } }), OPEN)
    await changed(the.officer, draft, 'criteria', (document) => criteriaOf(document, [10, 10, 10, 70]), OPEN)
    const before = await exportEdition(held.db, the.director, '2024')
    expect(await applied(the.director, draft, OPEN)).toMatchObject({ ok: false, code: 'edition/locked' })
    expect(await exportEdition(held.db, the.director, '2024')).toBe(before)
  })

  test('what was written before it opened is put back on demand, and only that', async () => {
    const draft = await begun(the.officer, OPEN)
    const written = await editionDraft(held.db, the.officer, draft, OPEN)
    expect(await putBackLateChanges(held.db, the.officer, draft, OPEN)).toEqual({ ok: true, value: null })
    const after = await editionDraft(held.db, the.officer, draft, OPEN)
    const { current } = after ?? {}
    const sectors = [{ ...current?.sectors[0], name: written?.document.sectors[0]?.name }, ...(current?.sectors.slice(1) ?? [])]
    expect(after?.document).toEqual({ ...current, sectors, call: { ...current?.call, questions: written?.document.call.questions } })
    expect(written?.document.criteria).not.toEqual(after?.document.criteria)
  })

  test('public texts still change', async () => {
    const draft = await begun(the.officer, OPEN)
    const current = JSON.parse((await exportEdition(held.db, the.director, '2024')) as string) as EditionFile
    expect(await applied(the.director, draft, OPEN)).toMatchObject({ ok: true })
    const now = JSON.parse((await exportEdition(held.db, the.director, '2024')) as string) as EditionFile
    const sectors = [{ ...current.sectors[0], name: { ar: 'أ', fr: 'premier', en: 'a' } }, ...current.sectors.slice(1)]
    expect(now).toEqual({ ...current, sectors, call: { ...current.call, questions: current.call.questions.slice(1) } })
  })
})
