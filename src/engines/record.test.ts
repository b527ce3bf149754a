import { expect, test } from 'vitest'
import { canonicalJson, sha256 } from './canonical.ts'
import { RECORD_FORMAT, type SelectionRecord, sealedText, verifyRecord } from './record.ts'
import { type ScoreSources, scoresFrom } from './scores.ts'
import { type SelectionInput, solveSelection } from './selection/index.ts'

const IDS = ['argan', 'bendir', 'cedar', 'dakka', 'enamel', 'figs', 'gnawa'] as const
const EDITION = { id: 'edition', slug: '2024', programme: 'kawaliss' }

/** Seven eligible applications: five candidates, one below the pass mark, one that came to no interview. A step is worth 20 points. */
const sources: ScoreSources = {
  scoreBasis: 'raw',
  interviewWeight: '0.500',
  passMark: '60.00',
  scaleMax: 5,
  criteria: [
    { code: 'need', weight: 30 },
    { code: 'team', weight: 70 },
  ],
  reviews: IDS.flatMap((application, place) => {
    const steps = place === 5 ? [2, 2, 2] : [5 - place / 4, 4.5 - place / 4, 5 - place / 4]
    const at = ['reading', 'reading', 'interview'].map((stage, of) => ({
      application,
      reviewer: `r${of}`,
      stage,
      score: ((steps[of] as number) * 20).toFixed(2),
    }))
    return place === 6 ? at.slice(0, 2) : at
  }),
  applications: IDS.map((id, place) => {
    const mean = place === 5 ? 2 : place === 6 ? 4.75 - place / 4 : Number(((14.5 - (3 * place) / 4) / 3).toFixed(4))
    const why = ({ 5: 'below-pass-mark', 6: 'not-interviewed' } as Record<number, string>)[place]
    return { id, steps: { need: mean, team: mean }, ...(why === undefined ? {} : { why }) }
  }),
}

/** Sealed as the software does it: whoever forges a record can do as much. */
async function resealed(record: SelectionRecord): Promise<SelectionRecord> {
  return { ...record, output: await solveSelection(record.input), fingerprint: sha256(canonicalJson(record.input)) }
}

async function sealed(of: ScoreSources = sources): Promise<SelectionRecord> {
  const scores = await scoresFrom(of)
  const candidates = of.applications.flatMap(({ id, why }, place) =>
    why === undefined ? [{ id, score: scores.get(id) as string, attributes: { region: place % 2 === 0 ? 'fes' : 'ori' } }] : [],
  )
  const input: SelectionInput = {
    places: 2,
    candidates,
    rules: [{ attribute: 'region', value: 'ori', min: 1 }],
    tie_break: { seed: EDITION.id },
    reserve: 1,
    explain: true,
  }
  const first = {
    format: RECORD_FORMAT,
    edition: EDITION,
    input,
    plan: 3,
    sealedAt: '2024-04-29T10:00:00.000Z',
    sealedBy: 'chair',
    sources: of,
  } as const
  return resealed(first as unknown as SelectionRecord)
}

// biome-ignore lint/suspicious/noExplicitAny: a forger keeps to no type.
type Forge = (record: any) => void

/** The paths of what does not hold once a copy was changed, its list made again and its fingerprint written anew. */
async function faultsAfter(forge: Forge, record: SelectionRecord): Promise<string[]> {
  const copy = structuredClone(record)
  forge(copy)
  const { faults } = await verifyRecord(sealedText(await resealed(copy)).text)
  for (const { message } of faults) expect(message).not.toBe('')
  return faults.map(({ path }) => path)
}

const FORGED: readonly (readonly [what: string, forge: Forge, path: string])[] = [
  ['the best candidate removed, its reviews kept', (r) => void r.input.candidates.shift(), '$.input.candidates'],
  [
    'the best candidate removed and said to be below the pass mark',
    (r) => {
      r.input.candidates.shift()
      r.sources.applications[0].why = 'below-pass-mark'
    },
    '$.sources.applications[0].why',
  ],
  [
    'a candidate nobody reviewed',
    (r) => void r.input.candidates.push({ id: 'cousin', score: '99.000000', attributes: {} }),
    '$.input.candidates[5].id',
  ],
  [
    'a file below the pass mark among the candidates',
    (r) => {
      r.input.candidates.push({ id: 'figs', score: '40.000000', attributes: {} })
      delete r.sources.applications[5].why
    },
    '$.input.candidates[5]',
  ],
  ['another score', (r) => void (r.input.candidates[4].score = '99.000000'), '$.input.candidates[4].score'],
  ['another review', (r) => void (r.sources.reviews[0].score = '99.00'), '$.input.candidates[0].score'],
  ['a higher pass mark', (r) => void (r.sources.passMark = '99.00'), '$.input.candidates[0]'],
  ['a lower pass mark', (r) => void (r.sources.passMark = '10.00'), '$.sources.applications[5].why'],
  ['another share of the interview', (r) => void (r.sources.interviewWeight = '0.600'), '$.input.candidates[0].score'],
  ['the weight of a criterion', (r) => void (r.sources.criteria[0].weight = 90), '$.sources.criteria'],
  ['the mean steps a sheet of reasons prints', (r) => void (r.sources.applications[0].steps.need = 1), '$.sources.applications[0].steps'],
  ['a step of a criterion that is none', (r) => void (r.sources.applications[0].steps.charm = 5), '$.sources.applications[0].steps.charm'],
  ['the highest step of the scale', (r) => void (r.sources.scaleMax = 10), '$.sources.applications[0].steps'],
  ['an application taken out, its reviews left', (r) => void r.sources.applications.splice(6, 1), '$.sources.reviews[18].application'],
  ['an application twice', (r) => void r.sources.applications.push(r.sources.applications[6]), '$.sources.applications[7].id'],
  ['a review twice', (r) => void r.sources.reviews.push(r.sources.reviews[19]), '$.sources.reviews[20]'],
  ['a stage that is none', (r) => void (r.sources.reviews[19].stage = 'supper'), '$.sources.reviews[19].stage'],
  [
    'a change of marks that does not count',
    (r) => void (r.sources.changed = [{ ...r.sources.reviews[0], before: '10.00', after: '20.00', score: undefined }]),
    '$.sources.changed[0].after',
  ],
  ['another draw between equals', (r) => void (r.input.tie_break.seed = 'luck'), '$.input.tie_break.seed'],
  ['a day that is none', (r) => void (r.sealedAt = 'tomorrow'), '$.sealedAt'],
  ['nobody who sealed', (r) => void (r.sealedBy = ''), '$.sealedBy'],
  ['a key more', (r) => void (r.note = 'see annex'), '$.note'],
  ['a key more further in', (r) => void (r.sources.reviews[3].by = 'a friend'), '$.sources.reviews[3].by'],
  ['a key less', (r) => void delete r.sources.scaleMax, '$.sources.scaleMax'],
]

test('a record made by its rules holds; changed, solved again and given a new fingerprint it does not, and says where', async () => {
  const record = await sealed()
  expect(await verifyRecord(sealedText(record).text)).toEqual({ hash: sealedText(record).hash, faults: [], notes: [] })
  for (const [what, forge, path] of FORGED) expect(await faultsAfter(forge, record), what).toContain(path)
})

test('a list, a proof, a reason or a key of the result that solving again does not give is named by its path', async () => {
  const record = await sealed()
  const after = async (forge: Forge): Promise<string[]> => {
    const copy = structuredClone(record)
    forge(copy)
    return (await verifyRecord(sealedText(copy).text)).faults.map(({ path }) => path)
  }
  expect(await after((r) => void (r.output.selected[1] = 'enamel'))).toContain('$.output.selected[1]')
  expect(await after((r) => void (r.output.explanations[0].margin = '0.000001'))).toEqual(['$.output.explanations[0].margin'])
  expect(await after((r) => void (r.output.remark = 'fair'))).toEqual(['$.output.remark'])
  expect(await after((r) => void (r.output.certificate.proof.remark = 'fair'))).toEqual(['$.output.certificate.proof.remark'])
  expect(await after((r) => void (r.input.places = 3))).toContain('$.fingerprint')
})

test('what was recorded beside the reviews is told apart from what they prove', async () => {
  const record = await sealed()
  const absent = await resealed({
    ...record,
    input: { ...record.input, candidates: record.input.candidates.slice(1) },
    sources: { ...sources, applications: sources.applications.map((one, place) => (place === 0 ? { ...one, why: 'not-interviewed' } : one)) },
  })
  const { faults, notes } = await verifyRecord(sealedText(absent).text)
  expect([faults, notes.map(({ path }) => path)]).toEqual([[], ['$.sources.applications[0].why']])
})

test('records of every shape that was sealed verify: without reviews, of calibrated scores, of stages of their own, of an appeal', async () => {
  const record = await sealed()
  const { sources: _, ...older } = record
  const calibrated = await sealed({ ...sources, scoreBasis: 'calibrated' })
  const stages = [
    { code: 'reading', happens: 'reading', share: '0.500', scored: true },
    { code: 'interview', happens: 'interview', share: '0.500', scored: true },
  ] as const
  const staged = await sealed({ ...sources, stages })
  const panel = { id: 'figs', score: '95.000000', attributes: { region: 'ori' } }
  const appealed = await resealed({
    ...record,
    input: { ...record.input, candidates: [...record.input.candidates, panel] },
    appeal: { seal: sealedText(record).hash, application: 'figs', score: panel.score },
  })
  for (const one of [older, calibrated, staged, appealed]) expect((await verifyRecord(sealedText(one).text)).faults).toEqual([])
  expect((await verifyRecord(sealedText(older).text)).notes.map(({ path }) => path)).toEqual(['$.sources'])
  expect(await faultsAfter((r) => void (r.appeal.score = '50.000000'), appealed)).toContain('$.appeal.score')
  expect(await faultsAfter((r) => void r.input.candidates.splice(1, 1), appealed)).toContain('$.input.candidates')
  expect(await faultsAfter((r) => void r.input.candidates.shift(), calibrated)).toContain('$.input.candidates')
  expect(await faultsAfter((r) => void (r.sources.stages[0].share = '0.400'), staged)).toContain('$.sources.stages')
})
