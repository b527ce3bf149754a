import { beforeAll, describe, expect, test } from 'vitest'
import { AS_OF, type DeliveredCohort, deliveredCohort } from '../../../tests/database/delivered-cohort.ts'
import { code, codes } from '../../../tests/database/means-desk.ts'
import { otherOfficer } from '../../../tests/database/other-organisation.ts'
import { testDatabase } from '../../../tests/database/test-database.ts'
import type { CommuniqueText } from '../../domain/communique.ts'
import type { SignedIn } from '../../domain/viewer.ts'
import { verifyAudit } from '../../platform/database/audit.ts'
import {
  defineFigure,
  defineStandardFigures,
  figureHeads,
  figureOf,
  type IndicatorCode,
  publicationPlan,
  publishCommunique,
  publishedCommuniques,
  writeCommunique,
} from './index.ts'
import type { Warning } from './views.ts'
import { warningSentences } from './wording.ts'

const held = testDatabase()
const later = (minutes: number): Date => new Date(AS_OF.getTime() + minutes * 60_000)
let cohort: DeliveredCohort
let references: ReadonlyMap<string, string>

beforeAll(async () => {
  cohort = await deliveredCohort(held.db)
  const defined = await defineStandardFigures(held.db, cohort.communication, cohort.place, AS_OF)
  expect(defined.ok && defined.value.references.slice(0, 3)).toEqual(['F-001', 'F-002', 'F-003'])
  const heads = await figureHeads(held.db, cohort.organisation, cohort.edition)
  references = new Map(heads.map(({ indicator, parameters, reference }) => [`${indicator} ${parameters.region ?? ''}`.trim(), reference]))
})

const ref = (name: IndicatorCode | `${IndicatorCode} ${string}`): string => `{${references.get(name)}}`
const text = (line: string, title = 'Titre'): CommuniqueText => ({
  title: { ar: title, fr: title, en: title },
  body: { ar: [line], fr: [line], en: [line] },
})
const write = (slug: string, content: CommuniqueText, version = 0, viewer: SignedIn = cohort.communication) =>
  writeCommunique(held.db, viewer, cohort.place, { slug, text: content, version }, AS_OF)
const idOf = async (slug: string): Promise<string> =>
  (await held.db.selectFrom('communique').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
const planOf = async (slug: string, content: CommuniqueText, now = AS_OF) =>
  publicationPlan(held.db, { organisation: cohort.organisation, zone: 'Africa/Casablanca', communique: await idOf(slug), text: content, now })
const publish = (slug: string, fingerprint: string, accepted: readonly string[], now = AS_OF, viewer: SignedIn = cohort.director) =>
  publishCommunique(held.db, viewer, cohort.place, { slug, fingerprint, accepted }, now)

const REGIONS = ['SM', 'FM', 'OR', 'TTA'] as const
/** The published sentence on a small scale: the total of those admitted, the split of those active at the end. */
const split = () => text(`${ref('admitted')} : ${REGIONS.map((region) => ref(`active-at-end ${region}`)).join(' ')}`)

describe('figures', () => {
  test('are defined once, with the next reference, and only with parameters that the indicator takes and the edition has', async () => {
    const define = (indicator: string, parameters: object, viewer: SignedIn = cohort.communication) =>
      defineFigure(held.db, viewer, cohort.place, { indicator, parameters }, AS_OF)
    const last = [...references.values()].length
    expect(await define('admitted', { sector: 'books' })).toEqual({ ok: true, value: { reference: `F-0${last + 1}` } })
    expect(code(await define('admitted', { sector: 'books' }))).toBe('figure/exists')
    expect(code(await define('admitted', { region: 'XX' }))).toBe('figure/unknown-parameter')
    expect(code(await define('tours', { sector: 'books' }))).toBe('figure/not-split-so')
    expect(code(await define('toString', {}))).toBe('figure/unknown-indicator')
    for (const viewer of [cohort.donor, cohort.auditor, cohort.accountant]) expect(code(await define('talks', {}, viewer))).toBe('page/not-allowed')
    const twice = await Promise.all([1, 2, 3].map(() => define('talks', {})))
    expect(codes(twice)).toEqual(['done', 'figure/exists', 'figure/exists'])
    const all = await held.db.selectFrom('figure').select('reference').execute()
    expect(new Set(all.map(({ reference }) => reference)).size).toBe(all.length)
  })

  test('the usual list is defined once however often one asks', async () => {
    expect(await defineStandardFigures(held.db, cohort.director, cohort.place, AS_OF)).toEqual({ ok: true, value: { references: [] } })
  })

  test('are known by their reference in their own organisation only', async () => {
    const other = await otherOfficer(held.db)
    expect((await figureOf(held.db, cohort.organisation, 'F-001', AS_OF))?.value).toBe('4')
    expect(await figureOf(held.db, other.organisation, 'F-001', AS_OF)).toBe(null)
    expect(code(await defineFigure(held.db, other, cohort.place, { indicator: 'visits', parameters: {} }, AS_OF))).toBe('page/not-found')
    expect(code(await writeCommunique(held.db, other, cohort.place, { slug: 'theirs', text: text('x'), version: 0 }, AS_OF))).toBe('page/not-found')
  })
})

describe('writing', () => {
  test('a text is kept in three languages or not at all, and never over a version one has not read', async () => {
    expect(await write('one', text(`${ref('tours')} tours`))).toEqual({ ok: true, value: { version: 1 } })
    expect(code(await write('one', text('x')))).toBe('communique/slug-taken')
    expect(await write('one', text('Second'), 1)).toEqual({ ok: true, value: { version: 2 } })
    expect(code(await write('one', text('From the first'), 1))).toBe('communique/changed-since')
    const both = await Promise.all([write('one', text('A'), 2), write('one', text('B'), 2)])
    expect(codes(both)).toEqual(['communique/changed-since', 'done'])
    expect(code(await write('two', { ...text('x'), title: { ar: '', fr: 'T', en: 'T' } }))).toBe('communique/missing-language')
    expect(code(await write('two', text('{F-999}')))).toBe('communique/unknown-figure')
    expect(code(await write('two', text('{F-001')))).toBe('communique/bad-syntax')
    expect(code(await write('two', text('{F-001, plural, one {#} other {#}}')))).toBe('communique/missing-plural')
    expect(code(await write('two', text('{name}')))).toBe('communique/not-a-figure')
    for (const slug of ['new', '', 'Été', '../x', 'x'.repeat(61)]) expect(code(await write(slug, text('x')))).toBe('communique/bad-slug')
    const slugs = await held.db.selectFrom('communique').select('slug').execute()
    expect(slugs).toEqual([{ slug: 'one' }])
  })

  test('is for those who write, publishing for the director alone', async () => {
    for (const viewer of [cohort.donor, cohort.auditor, cohort.accountant, cohort.approver]) {
      expect(code(await write('refused', text('x'), 0, viewer))).toBe('page/not-allowed')
    }
    for (const viewer of [cohort.communication, cohort.officer, cohort.donor]) {
      expect(code(await publish('one', '', [], AS_OF, viewer))).toBe('page/not-allowed')
    }
  })
})

describe('what a reader could misread is said before it is published', () => {
  const warningsOf = async (slug: string, content: CommuniqueText, now = AS_OF): Promise<Warning[]> =>
    (await planOf(slug, content, now)).warnings.map(({ warning }) => warning)

  test('a total that is not the sum of its parts, with the project that explains it', async () => {
    const [warning, ...rest] = await warningsOf('one', split())
    expect(rest).toEqual([])
    expect(warning).toMatchObject({
      is: 'total',
      value: '4',
      sum: '3',
      counts: 'admitted',
      partsCount: ['active-at-end'],
      causes: [{ is: 'left', count: 1, on: '2024-06-10' }],
    })
    const sentences = warningSentences(warning as Warning, () => undefined, 'fr')
    expect(sentences.map((one) => one.replaceAll('\u00a0', ' '))).toEqual([
      '4 n’est pas la somme de ses parties : 0 + 2 + 1 + 0 = 3.',
      'Le total compte « Projets admis », la répartition compte « Projets actifs au terme ». Les deux sont vrais et répondent à deux questions.',
      'Un projet de la région Oriental est parti le 10 juin 2024.',
    ])
    expect(JSON.stringify(warning)).not.toContain('private reason')
  })

  test('none when the split has its own total beside it, when it leaves a region out, or when it adds up', async () => {
    const parts = REGIONS.map((region) => ref(`active-at-end ${region}`))
    expect(await warningsOf('one', text(`${ref('admitted')} ${ref('active-at-end')} ${parts.join(' ')}`))).toEqual([])
    expect(await warningsOf('one', text(`${ref('admitted')} ${parts.slice(1).join(' ')}`))).toEqual([])
    const admitted = REGIONS.map((region) => ref(`admitted ${region}`)).join(' ')
    expect(await warningsOf('one', text(`${ref('admitted')} ${admitted} ${ref('admitted-people')} ${ref('admitted-structures')}`))).toEqual([])
  })

  test('a national activity that no region counts', async () => {
    for (const region of REGIONS) {
      const defined = await defineFigure(held.db, cohort.officer, cohort.place, { indicator: 'group-trainings', parameters: { region } }, AS_OF)
      references = new Map([...references, [`group-trainings ${region}`, defined.ok ? defined.value.reference : '']])
    }
    const line = `${ref('group-trainings')} ${REGIONS.map((region) => ref(`group-trainings ${region}`)).join(' ')}`
    expect(await warningsOf('one', text(line))).toMatchObject([{ is: 'total', value: '4', sum: '3', causes: [{ is: 'national', count: 1 }] }])
  })

  test('a figure that one of the languages leaves out', async () => {
    const lame = { ...text(ref('tours')), body: { ar: [ref('tours')], fr: ['x'], en: [ref('tours')] } }
    expect(await warningsOf('one', lame)).toEqual([{ is: 'languages', reference: references.get('tours'), missing: ['fr'] }])
  })
})

describe('a publication', () => {
  test('is of what was shown, with every warning accepted by itself, and freezes it', async () => {
    const content = split()
    await write('frozen', content)
    const plan = await planOf('frozen', content)
    const keys = plan.warnings.map(({ key }) => key)
    expect(keys.length).toBe(1)
    expect(code(await publish('frozen', plan.fingerprint, []))).toBe('communique/warnings-left')
    expect(code(await publish('frozen', plan.fingerprint, ['another']))).toBe('communique/warnings-left')
    expect(code(await publish('frozen', 'f'.repeat(64), keys))).toBe('communique/shown-otherwise')
    const pressed = await Promise.all([1, 2, 3].map(() => publish('frozen', plan.fingerprint, keys)))
    expect(codes(pressed)).toEqual(['communique/already-published', 'communique/already-published', 'done'])
    const [published] = await publishedCommuniques(held.db, cohort.organisation)
    expect(published?.figures.map(({ value, records }) => [value, records])).toEqual([
      ['4', 4],
      ['0', 0],
      ['2', 2],
      ['1', 1],
      ['0', 0],
    ])
    expect(published?.warnings.map(({ key }) => key)).toEqual(keys)
  })

  test('does not move when records or the text change later, and the desk is told', async () => {
    const line = `${ref('group-trainings')} ${ref('tours')}`
    await write('moving', text(line))
    const first = await planOf('moving', text(line))
    expect((await publish('moving', first.fingerprint, [])).ok).toBe(true)
    await cohort.hold('group-training', 'SM', { at: new Date('2024-07-01T09:00:00Z') })
    await write('moving', text('Another text'), 1)
    const printed = (await publishedCommuniques(held.db, cohort.organisation)).find(({ slug }) => slug === 'moving')
    expect([printed?.figures.map(({ value }) => value), printed?.text.body.fr, printed?.version]).toEqual([['4', '1'], [line], 1])
    await write('moving', text(line), 2)
    const now = await planOf('moving', text(line), later(10))
    const reference = references.get('group-trainings')
    expect(now.warnings.map(({ warning }) => warning)).toEqual([{ is: 'changed', reference, was: '4', now: '5', records: false, on: '2024-07-01' }])
    expect(code(await publish('moving', first.fingerprint, [], later(10)))).toBe('communique/shown-otherwise')
    expect(code(await publish('moving', now.fingerprint, [], later(10)))).toBe('communique/warnings-left')
    expect((await publish('moving', now.fingerprint, [now.warnings[0]?.key ?? ''], later(10))).ok).toBe(true)
    const again = (await publishedCommuniques(held.db, cohort.organisation)).filter(({ slug }) => slug === 'moving')
    expect(again.map(({ seq, figures }) => [seq, figures[0]?.value])).toEqual([[2, '5']])
    const rows = await held.db
      .selectFrom('communique_publication')
      .select(['seq', 'figures'])
      .where('communique', '=', await idOf('moving'))
      .orderBy('seq')
      .execute()
    expect(rows.map(({ figures }) => (figures as { value: string }[])[0]?.value)).toEqual(['4', '5'])
  })

  test('nothing that was kept past the rules is published: a figure taken away since is a fault', async () => {
    const talks = (await figureHeads(held.db, cohort.organisation, cohort.edition)).find(({ indicator }) => indicator === 'talks')
    const content = text(`{${talks?.reference}}`)
    expect(code(await write('gone', content))).toBe('done')
    const plan = await planOf('gone', content)
    await held.db.deleteFrom('figure').where('indicator', '=', 'talks').execute()
    expect(code(await publish('gone', plan.fingerprint, []))).toBe('communique/unknown-figure')
  })

  test('each act is in the trail of its record, whose chain holds', async () => {
    const id = await idOf('moving')
    const acts = await held.db.selectFrom('audit_entry').select('act').where('stream', '=', id).orderBy('seq').execute()
    expect(acts.map(({ act }) => act)).toEqual([
      'communique/written',
      'communique/published',
      'communique/written',
      'communique/written',
      'communique/published',
    ])
    expect(await verifyAudit(held.db, cohort.organisation)).toMatchObject({ faults: [] })
  })
})
