import { expect, test } from 'vitest'
import { BEFORE, house } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { type UsedList, usesOf } from '../../domain/edition-uses.ts'
import { beginEditionDraft } from './commands/edition-draft.ts'
import { documentFaults } from './editor/document-faults.ts'
import { partMark } from './editor/part-mark.ts'
import type { PartCode } from './editor/parts.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

async function begun() {
  const outcome = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, BEFORE)
  if (!outcome.ok) throw new Error(outcome.code)
  const { draft } = outcome.value
  const desk = mounted(held.db, programmeRoutes(), the.officer, BEFORE)
  const base = `/fr/desk/editions/${draft}`
  const document = async () => {
    const view = await editionDraft(held.db, the.officer, draft, BEFORE)
    if (view === null) throw new Error('no draft')
    return view.document
  }
  const press = async (part: PartCode, act: string, more: Readonly<Record<string, string>> = {}) =>
    (await desk.post(`${base}/${part}`, { act, known: partMark(part, await document()), ...more })).headers.get('location')
  const page = async (path: string) => (await (await desk.get(path)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
  return { desk, base, document, press, page }
}

test('a region that is in use is taken out only once its page has said where, in words and with links, and what will follow', async () => {
  const { desk, base, document, press, page } = await begun()
  const typed = { 'regions.count': '1', 'regions.0.code': 'FM', 'regions.0.name.ar': 'فاس', 'regions.0.name.fr': 'Fès', 'regions.0.name.en': 'Fez' }
  expect(await press('regions', 'remove:regions:3', typed)).toBe(`${base}/regions/removal?code=TTA`)
  const asked = await document()
  expect(asked.regions.map(({ code, name }) => [code, name.fr])).toEqual([
    ['FM', 'Fès'],
    ['OR', 'Oriental'],
    ['SM', 'Souss-Massa'],
    ['TTA', 'Tanger-Tétouan-Al Hoceima'],
  ])
  const shown = await page(`${base}/regions/removal?code=TTA`)
  expect(shown).toContain('Retirer « Tanger-Tétouan-Al Hoceima »')
  expect(shown).toContain(`href="${base}/eligibility#eligibilityRules-1"`)
  const session = asked.call.sessions.findIndex(({ region }) => region === 'TTA')
  expect(shown).toContain(`href="${base}/sessions#call-sessions-${session}"`)
  expect(shown).toContain('Cette séance n’aura plus de région')
  expect(shown).toContain('Ses 6 places partent avec elle : les régions en auront 18, l’édition en a 24.')
  const known = /name="known" value="([0-9a-f]{16})"/.exec(shown)?.[1] ?? ''
  const done = await desk.post(`${base}/regions/removal`, { code: 'TTA', known })
  expect(done.headers.get('location')).toBe(`${base}?said=taken-out`)
  expect((await document()).regions.map(({ code }) => code)).toEqual(['FM', 'OR', 'SM'])
  const after = await page(`${base}?said=taken-out`)
  expect(after).toContain('La région TTA n’est pas dans cette édition : choisissez-en une autre, ou ajoutez-la.')
  expect((await desk.post(`${base}/regions/removal`, { code: 'TTA', known })).status).toBe(303)
})

test('a page of removal left open over what somebody else saved meanwhile is shown again, and takes nothing out', async () => {
  const { desk, base, document, press, page } = await begun()
  const known = /name="known" value="([0-9a-f]{16})"/.exec(await page(`${base}/kinds/removal?code=cso`))?.[1] ?? ''
  await press('kinds', 'save', { 'applicantKinds.count': '1', 'applicantKinds.0.code': 'one', 'applicantKinds.0.name.ar': 'واحد' })
  const late = await desk.post(`${base}/kinds/removal`, { code: 'cso', known })
  expect([late.status, (await document()).applicantKinds.some(({ code }) => code === 'cso')]).toEqual([409, true])
})

test('what nothing looks at goes at the press of its button', async () => {
  const { base, document, press } = await begun()
  expect(await press('sectors', 'remove:sectors:0')).toBe(`${base}/sectors?said=saved#sectors-0`)
  expect((await document()).sectors.some(({ code }) => code === 'music')).toBe(false)
})

test('quotas, conditions, checks, questions of one kind, rules, budget lines and grids that look at an item are all found, and each is a fault once it is gone', async () => {
  const { document } = await begun()
  const copied = await document()
  const when: Readonly<Record<string, string>> = { link: 'sector in ("music", "books")', need: 'applicant_kind != "cso"', town: 'region = "OR"' }
  const form = {
    ...copied.form,
    sections: copied.form.sections.map((section) => ({
      ...section,
      questions: section.questions.map((one) => (when[one.code] === undefined ? one : { ...one, when: when[one.code] as string })),
    })),
  }
  const [stage] = [
    { code: 'first', name: { ar: 'أ', fr: 'a', en: 'a' }, happens: 'reading', mode: 'score', readers: 2, divergence: null, passMark: null },
  ]
  const review = [{ ...stage, comments: 'never', hides: [], hidesQuestions: [], share: '1', weights: { viability: 60, team: 40 } }]
  const edition = { ...copied, form, review: review as never, edition: { ...copied.edition, interviewWeight: '0' } }
  const found = (list: UsedList, code: string) => usesOf(edition, list, code).map(({ as }) => as)
  expect({
    cso: found('applicantKinds', 'cso'),
    music: found('sectors', 'music'),
    crafts: found('sectors', 'crafts'),
    OR: found('regions', 'OR'),
    viability: found('criteria', 'viability'),
    need: found('criteria', 'need'),
    eu: found('funders', 'eu'),
  }).toEqual({
    cso: ['quota', 'only-one', 'condition'],
    music: ['condition'],
    crafts: [],
    OR: ['every', 'session', 'condition'],
    viability: ['grid'],
    need: [],
    eu: ['line'],
  })
  const gone = (list: UsedList, code: string) => {
    const without = { ...edition, [list]: (edition[list] ?? []).filter((one) => one.code !== code) }
    const told = documentFaults(without).map(({ path }) => path)
    return usesOf(edition, list, code).filter(({ steps, as }) => as !== 'every' && !told.some((path) => path.startsWith(`$.${String(steps[0])}`)))
  }
  for (const [list, code] of [
    ['applicantKinds', 'cso'],
    ['sectors', 'music'],
    ['regions', 'OR'],
    ['criteria', 'viability'],
    ['funders', 'eu'],
  ] as const)
    expect([code, gone(list, code)]).toEqual([code, []])
})
