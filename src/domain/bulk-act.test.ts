import { expect, test } from 'vitest'
import { type BulkAct, type BulkFacts, type BulkInput, bulkLine, BULK_ACTS, MOST_AT_ONCE, mayPlanBulk, NO_INPUT, writtenTo } from './bulk-act.ts'
import { ok, refused } from './result.ts'

const NOW = new Date('2024-04-04T09:00:00Z')
const SETTING = { rules: ['age', 'region'], officers: new Map([['nadia', 'all' as const]]), marks: ['name', 'nom'] }
const read = (rule: string, verdict: 'met' | 'not-met' | 'unclear', automatic = true) => ({ rule, verdict, automatic, reason: '' })
const FACTS: BulkFacts = {
  mine: true,
  region: 'fes',
  withdrawn: false,
  publishedAt: null,
  eligible: null,
  verdicts: [read('age', 'met'), read('region', 'met')],
  correctedBy: null,
  documents: [],
  checker: null,
  reached: true,
}
const INPUT: BulkInput = { ...NO_INPUT, rule: 'age', verdict: 'not-met', reason: 'Acte lu', person: 'nadia' }
const becomes = (act: BulkAct, facts: Partial<BulkFacts>, input = INPUT) => bulkLine(act, input, { ...FACTS, ...facts }, SETTING, NOW).outcome
const each = (facts: Partial<BulkFacts>) => BULK_ACTS.map((act) => becomes(act, facts))

test('an act takes so many applications and no more', () => {
  expect([mayPlanBulk('check', NO_INPUT, MOST_AT_ONCE, SETTING), mayPlanBulk('check', NO_INPUT, MOST_AT_ONCE + 1, SETTING)]).toEqual([
    ok(null),
    refused('bulk/too-many', { most: MOST_AT_ONCE }),
  ])
})

test('every act leaves alone what is not the viewer’s, what was withdrawn, and, where it decides, what is public', () => {
  expect(each({})).toEqual(['done', 'done', 'done', 'done', 'done'])
  expect(each({ mine: false, withdrawn: true })).toEqual(BULK_ACTS.map(() => 'not-yours'))
  expect(each({ withdrawn: true })).toEqual(BULK_ACTS.map(() => 'withdrawn'))
  expect(each({ publishedAt: NOW })).toEqual(['published', 'published', 'published', 'done', 'done'])
  expect(each({ eligible: false })).toEqual(['decided', 'decided', 'decided', 'done', 'done'])
  expect(each({ eligible: true })).toEqual(['decided', 'already', 'decided', 'done', 'done'])
})

test('nobody becomes eligible among many while a required document waits, or while corrections may still come', () => {
  const document = { question: 'card', name: { ar: 'ا', fr: 'a', en: 'a' }, required: true, files: ['one'], restricted: false }
  expect(becomes('accept', { documents: [{ ...document, last: null }] })).toBe('documents')
  expect(becomes('accept', { documents: [{ ...document, last: { verdict: 'accepted', files: ['one'] } }] })).toBe('done')
  expect(becomes('accept', { documents: [{ ...document, last: { verdict: 'accepted', files: ['another'] } }] })).toBe('documents')
  expect(becomes('accept', { correctedBy: new Date(NOW.getTime() + 1) })).toBe('correcting')
  expect(becomes('accept', { correctedBy: new Date(NOW.getTime() - 1) })).toBe('done')
})

test('eligible is only what clearly meets every rule: one never read is as unclear as one that could not be', () => {
  const line = (verdicts: BulkFacts['verdicts']) => bulkLine('accept', NO_INPUT, { ...FACTS, verdicts }, SETTING, NOW)
  expect(line([read('age', 'met')])).toEqual({ outcome: 'unclear', rules: ['region'] })
  expect(line([read('age', 'met'), read('region', 'unclear')])).toEqual({ outcome: 'unclear', rules: ['region'] })
  expect(line([read('age', 'not-met'), read('region', 'unclear')])).toEqual({ outcome: 'not-met', rules: ['age'] })
})

test('a verdict that stands by an officer, for the same reason, is not written again; the machine’s is confirmed', () => {
  const stands = { rule: 'age', verdict: 'not-met' as const, automatic: false, reason: 'Acte lu' }
  expect(becomes('verdict', { verdicts: [stands] })).toBe('already')
  expect(becomes('verdict', { verdicts: [{ ...stands, automatic: true }] })).toBe('done')
  expect(becomes('verdict', { verdicts: [{ ...stands, reason: 'Autre' }] })).toBe('done')
})

test('what is written holds what the marks stand for, once, and nothing that was in them is read as a mark', () => {
  const input = {
    ...NO_INPUT,
    subject: { ar: '', fr: 'Dossier {numéro}', en: '' },
    text: { ar: '', fr: 'Bonjour {nom}, {autre}\n\n\n{nom}', en: '' },
  }
  expect(writtenTo(input, 'fr', { nom: '{numéro}', numéro: '12' })).toEqual({
    subject: 'Dossier 12',
    paragraphs: ['Bonjour {numéro}, {autre}', '{numéro}'],
  })
})

test('a mark nobody knows is named with those there are, and a reason has a length that is said', () => {
  const said = (ar: string) => ({ ...NO_INPUT, subject: { ar: 'س', fr: 's', en: 's' }, text: { ar, fr: 'Bonjour {nom}', en: 'Dear {name}' } })
  expect(mayPlanBulk('write', said('مرحبا {foo} {foo}'), 1, SETTING)).toEqual(
    refused('bulk/unknown-mark', { marks: ['{foo}'], known: ['{name}', '{nom}'] }),
  )
  expect(mayPlanBulk('write', said('مرحبا {nom}'), 1, SETTING).ok).toBe(true)
  const verdict = { ...NO_INPUT, rule: 'age', verdict: 'met' as const, reason: 'x'.repeat(2001) }
  expect(mayPlanBulk('verdict', verdict, 1, SETTING)).toEqual(refused('bulk/reason-too-long', { length: 2001, most: 2000 }))
})
