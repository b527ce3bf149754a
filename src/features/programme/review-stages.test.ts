import { expect, test } from 'vitest'
import { BEFORE, house, SHIPPED } from '../../../tests/database/house.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import { mounted } from '../../../tests/server/mounted.ts'
import { htmlFaults } from '../../../tests/server/valid-html.ts'
import type { EditionFile } from '../../domain/edition.ts'
import { differences } from '../../domain/edition-difference.ts'
import { lockedDifferences } from '../../domain/edition-lock.ts'
import { LANGUAGES } from '../../domain/language.ts'
import { beginEditionDraft } from './commands/edition-draft.ts'
import { importEdition } from './commands/import-edition.ts'
import { editionFileText, readEditionFile } from './edition-file.ts'
import { faultText } from './editor/fault-text.ts'
import { editionDraft } from './queries/edition-drafts.ts'
import { exportEdition } from './queries/export-edition.ts'
import { programmeRoutes } from './routes.tsx'

const held = testDatabase()
const the = house(held)

const said = (text: string) => ({ ar: text, fr: text, en: text })
const steps = ['Non', 'Peut-être', 'Oui'].map(said)
const common = { comments: 'ends', hides: ['names', 'contact'], hidesQuestions: ['pitch'] }
const REVIEW = [
  {
    code: 'sift',
    name: said('Tri'),
    happens: 'reading',
    mode: 'score',
    readers: 2,
    divergence: '30',
    passMark: '50',
    ...common,
    share: '0.2',
    scale: { min: 0, max: 2 },
    weights: { impact: 50, need: 50 },
    anchors: { impact: steps, need: steps },
  },
  {
    code: 'order',
    name: said('Classement'),
    happens: 'reading',
    mode: 'rank',
    readers: 3,
    divergence: null,
    passMark: '40',
    ...common,
    share: '0.3',
  },
  {
    code: 'jury',
    name: said('Jury'),
    happens: 'interview',
    mode: 'vote',
    readers: 3,
    divergence: null,
    passMark: null,
    ...common,
    hides: [],
    share: '0.5',
    quorum: 2,
    majority: 'two-thirds',
    discussion: 'named',
  },
]

// biome-ignore lint/suspicious/noExplicitAny: files are written freely on purpose
type Plain = { [key: string]: any }

function withStages(change: (review: Plain, file: Plain) => void = () => undefined): string {
  const file = JSON.parse(SHIPPED) as Plain
  file.edition = { ...file.edition, slug: 'etapes', ordinal: 46 }
  file.review = structuredClone(REVIEW)
  change(file.review, file)
  return JSON.stringify(file, null, 2)
}

const fileOf = (text: string): EditionFile => {
  const reading = readEditionFile(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  return reading.file
}

test('an edition with its own stages comes in from its file and leaves as the same bytes; one without says nothing of them', async () => {
  const text = editionFileText(fileOf(withStages()))
  expect(await importEdition(held.db, the.director, fileOf(text), BEFORE)).toMatchObject({ ok: true })
  expect(await exportEdition(held.db, the.director, 'etapes')).toBe(text)
  expect(await exportEdition(held.db, the.director, '2024')).toBe(SHIPPED)
})

test('what is wrong with stages is named by its path, and worded in three languages', () => {
  const cases: [(review: Plain, file: Plain) => void, string[]][] = [
    [(r) => (r[1].code = 'sift'), ['$.review[1].code repeated']],
    [(r) => (r[0].share = '0.3'), ['$.review shares-sum']],
    [(r) => (r[0].passMark = '100.5'), ['$.review[0].passMark too-large']],
    [(r) => (r[0].weights = { impact: 60, need: 50 }), ['$.review[0].weights weights-sum']],
    [
      (r) => (r[0].weights = { impact: 50, beauty: 50 }),
      ['$.review[0].weights.beauty unknown-criterion', '$.review[0].anchors.need unknown-criterion', '$.review[0].anchors.beauty anchors-count'],
    ],
    [(r) => (r[0].anchors.need = steps.slice(1)), ['$.review[0].anchors.need anchors-count']],
    [(r) => (r[0].scale = { min: 2, max: 2 }), ['$.review[0].scale.min above-maximum']],
    [(r) => (r[0].hidesQuestions = ['palmares']), ['$.review[0].hidesQuestions[0] unknown-question']],
    [(r) => (r[0].hides = ['shoe-size']), ['$.review[0].hides[0] value']],
    [(r) => (r[1].divergence = '10'), ['$.review[1].divergence not-for-mode']],
    [(r) => (r[1].weights = { impact: 100 }), ['$.review[1].weights not-for-mode']],
    [(r) => (r[2].hides = ['region']), ['$.review[2].hides[0] not-in-interview']],
    [(r) => delete r[2].quorum, ['$.review[2].quorum missing']],
    [(r) => (r[1].happens = 'interview'), ['$.review[2].happens second-interview', '$.edition.interviewWeight not-the-stages']],
    [(r, file) => (file.edition.interviewWeight = '0.4') && r, ['$.edition.interviewWeight not-the-stages']],
  ]
  for (const [change, expected] of cases) {
    const reading = readEditionFile(withStages(change))
    const faults = reading.ok ? [] : reading.faults
    expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual(expected)
    for (const one of faults) for (const language of LANGUAGES) expect(faultText(one, language)).toMatch(/\p{L}.*[.?]$/u)
  }
})

test('once the call is open, what a stage promises stays; its name may be mended', () => {
  const late = (change: (review: Plain) => void) =>
    lockedDifferences(differences(fileOf(withStages()), fileOf(withStages(change))), 'open').map(({ steps: at }) => at.join('.'))
  expect(late((r) => (r[0].name = said('Premier tri')))).toEqual([])
  expect(late((r) => (r[0].passMark = '60'))).toEqual(['review.0.passMark'])
  expect(late((r) => (r[0].hides = ['names']))).toEqual(['review.0.hides.1'])
})

test('stages are written by hand, without script: what is asked follows from how a stage decides', async () => {
  const begun = await beginEditionDraft(held.db, the.officer, { from: 'copy', edition: '2024' }, BEFORE)
  const draft = begun.ok ? begun.value.draft : ''
  const routes = mounted(held.db, programmeRoutes(), the.officer, BEFORE)
  const path = `/fr/desk/editions/${draft}/review`
  const page = async () => (await routes.get(path)).text()
  const send = async (body: Record<string, string | string[]>) =>
    routes.post(path, { act: 'save', known: /name="known" value="([0-9a-f]{16})"/.exec(await page())?.[1] ?? '', ...body })
  expect((await send({ act: 'add:review', 'review.count': '0' })).status).toBe(303)
  const one = {
    'review.count': '1',
    'review.0.name.ar': 'الفرز',
    'review.0.name.fr': 'Tri',
    'review.0.name.en': 'Sift',
    'review.0.code': '',
    'review.0.happens': 'reading',
    'review.0.mode': 'score',
    'review.0.readers': '2',
    'review.0.share': '0,5',
    'review.0.comments': 'always',
    'review.0.hides.shown': '1',
    'review.0.hides': ['names', 'region'],
    'review.0.hidesQuestions.shown': '1',
    'review.0.passMark': '50',
    'review.0.divergence': '',
  }
  await send(one)
  await send({ ...one, 'review.0.weights.impact': '60', 'review.0.weights.need': '40', 'review.0.scale.min': '0', 'review.0.scale.max': '1' })
  const described = await page()
  expect([
    described.includes('name="review.0.anchors.impact.1.fr"'),
    described.includes('review.0.anchors.team'),
    await htmlFaults(described),
  ]).toEqual([true, false, []])
  const stage = async () => (await editionDraft(held.db, the.officer, draft, BEFORE))?.document.review?.[0]
  expect(await stage()).toMatchObject({
    code: 'tri',
    passMark: '50',
    divergence: null,
    hides: ['names', 'region'],
    scale: { min: 0, max: 1 },
    weights: { impact: 60, need: 40 },
  })
  await send({ ...one, 'review.0.code': 'tri', 'review.0.mode': 'vote', 'review.0.quorum': '2', 'review.0.majority': 'simple' })
  const voted = await stage()
  expect([voted?.quorum, voted?.passMark, voted?.weights, voted?.scale]).toEqual([2, null, undefined, undefined])
  await send({ act: 'remove:review:0', 'review.count': '1' })
  expect(Object.hasOwn((await editionDraft(held.db, the.officer, draft, BEFORE))?.document ?? {}, 'review')).toBe(false)
})
