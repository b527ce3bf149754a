import { expect, test } from 'vitest'
import { smallEdition, staffOf, type SmallEdition } from '../../../../tests/database/small-edition.ts'
import { testDatabase } from '../../../../tests/database/test-database.ts'
import { MOST_VIEWS } from '../../../domain/list-view.ts'
import { ok, refused } from '../../../domain/result.ts'
import type { SignedIn } from '../../../domain/viewer.ts'
import { keptViews } from '../queries/list/views.ts'
import { keepView, removeView, renameView, showViewFirst } from './list-view.ts'

const held = testDatabase()
const NOW = new Date('2024-04-04T09:00:00Z')
const placeOf = ({ programme, edition }: SmallEdition) => ({ programme, edition })

async function kept(small: SmallEdition, viewer: SignedIn, name: string, shared = false): Promise<string> {
  const outcome = await keepView(held.db, viewer, placeOf(small), 'applications', { name, query: 'state=waiting', shared }, NOW)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.view
}

async function seen(small: SmallEdition, viewer: SignedIn): Promise<[string, boolean, boolean][] | null> {
  const views = await keptViews(held.db, viewer, placeOf(small), 'applications')
  return views?.map((view) => [view.name, view.mayChange, view.first]) ?? null
}

test('a view is its keeper’s until it is shared, then the whole desk of the edition has it and nobody else', async () => {
  const small = await smallEdition(held.db)
  const auditor = await staffOf(held.db, small, 'auditor')
  await kept(small, small.officer, 'Mienne')
  await kept(small, small.officer, 'À tous', true)
  expect(await seen(small, small.officer)).toEqual([
    ['Mienne', true, false],
    ['À tous', true, false],
  ])
  expect(await seen(small, auditor)).toEqual([['À tous', false, false]])
  expect(await seen(small, small.director)).toEqual([['À tous', true, false]])
  const elsewhere = await smallEdition(held.db)
  expect(await seen(small, { ...auditor, grants: [] })).toBeNull()
  expect(await seen(elsewhere, elsewhere.officer)).toEqual([])
})

test('it is renamed and taken away by its keeper, or by a director once it is shared', async () => {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const auditor = await staffOf(held.db, small, 'auditor')
  const own = await kept(small, small.officer, 'Mienne')
  const all = await kept(small, small.officer, 'À tous', true)
  expect(await renameView(held.db, auditor, place, all, 'x', NOW)).toEqual(refused('view/unknown'))
  expect(await removeView(held.db, small.director, place, own, NOW)).toEqual(refused('view/unknown'))
  expect(await renameView(held.db, small.director, place, all, 'Pour tous', NOW)).toEqual(ok(null))
  expect(await renameView(held.db, small.officer, place, own, 'Pour tous', NOW)).toEqual(refused('view/name-taken'))
  expect(await removeView(held.db, small.officer, place, own, NOW)).toEqual(ok(null))
  expect(await removeView(held.db, small.officer, place, own, NOW)).toEqual(refused('view/unknown'))
  expect(await seen(small, small.officer)).toEqual([['Pour tous', true, false]])
})

test('a list opens on one view at most, each person’s own, and on none once the view is gone', async () => {
  const small = await smallEdition(held.db)
  const place = placeOf(small)
  const [one, two] = [await kept(small, small.officer, 'Un'), await kept(small, small.officer, 'Deux', true)]
  await showViewFirst(held.db, small.officer, place, one, true, NOW)
  await showViewFirst(held.db, small.officer, place, two, true, NOW)
  await showViewFirst(held.db, small.director, place, two, true, NOW)
  expect(await seen(small, small.officer)).toEqual([
    ['Deux', true, true],
    ['Un', true, false],
  ])
  await showViewFirst(held.db, small.officer, place, two, false, NOW)
  expect((await seen(small, small.director))?.[0]?.[2]).toBe(true)
  await removeView(held.db, small.officer, place, two, NOW)
  expect(await seen(small, small.director)).toEqual([])
})

test('names are given, short, and told apart; views kept at one instant do not pass the most there may be', async () => {
  const small = await smallEdition(held.db)
  const keep = (name: string, shared = false, viewer = small.officer) =>
    keepView(held.db, viewer, placeOf(small), 'applications', { name, query: '', shared }, NOW)
  expect(await keep('  ')).toEqual(refused('view/nameless'))
  expect(await keep('x'.repeat(61))).toMatchObject({ ok: false, code: 'view/name-too-long' })
  expect(await keep('Tous', true, await staffOf(held.db, small, 'auditor'))).toEqual(refused('view/not-shared'))
  expect((await Promise.all([keep('Même'), keep('Même')])).map((one) => one.ok).sort()).toEqual([false, true])
  const many = await Promise.all(Array.from({ length: MOST_VIEWS + 2 }, (_, n) => keep(`Vue ${n}`)))
  expect(many.filter((one) => one.ok)).toHaveLength(MOST_VIEWS - 1)
})
