import { expect, test } from 'vitest'
import { type DocumentFacts, documentsAwaited, documentsIn, judgeDocument, standingVerdict } from './document-verdict.ts'
import type { FormDefinition, Question } from './form.ts'
import { ok, refused } from './result.ts'

const same = (text: string) => ({ ar: text, fr: text, en: text })
const file = (code: string, more: Partial<Question> = {}): Question => ({ code, kind: 'file', label: same(code), required: true, ...more })
const form: FormDefinition = {
  groups: [{ code: 'all', title: same('all') }],
  sections: [
    {
      code: 'papers',
      group: 'all',
      title: same('papers'),
      questions: [
        { code: 'applicant_kind', kind: 'applicant-kind', label: same('kind'), required: true },
        file('card', { restricted: true }),
        file('statutes', { only: ['cso'] }),
        file('sample', { required: false }),
      ],
    },
  ],
}
const document = (more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  question: 'card',
  name: same('card'),
  required: true,
  restricted: false,
  files: ['one', 'two'],
  last: { verdict: 'accepted', files: ['two', 'one'] },
  ...more,
})

test('the documents of an applicant are the file questions asked of them, given or not', () => {
  const of = (kind: string) =>
    documentsIn(form, { applicant_kind: kind, card: ['a'] }, { ageOn: '2024-03-31' }).map((one) => [one.question, one.files.length, one.restricted])
  expect(of('person')).toEqual([
    ['card', 1, true],
    ['sample', 0, false],
  ])
  expect(of('cso').map(([code]) => code)).toEqual(['card', 'statutes', 'sample'])
})

test('a verdict counts while the files are those it was about', () => {
  expect(standingVerdict(document())).toBe('accepted')
  expect(standingVerdict(document({ files: ['one'] }))).toBeNull()
  expect(standingVerdict(document({ files: ['one', 'three'] }))).toBeNull()
  expect(standingVerdict(document({ last: null }))).toBeNull()
})

test('a required document waits until it is accepted; one left out that may be, does not', () => {
  const awaited = documentsAwaited([
    document(),
    document({ question: 'changed', files: ['three'] }),
    document({ question: 'refused', last: { verdict: 'not-accepted', files: ['one', 'two'] } }),
    document({ question: 'missing', files: [], last: null }),
    document({ question: 'sample', required: false, last: null }),
  ])
  expect(awaited.map((one) => one.question)).toEqual(['changed', 'refused', 'missing'])
})

test('a verdict is given on files that are there, with its reason unless they are accepted', () => {
  expect(judgeDocument(undefined, { verdict: 'accepted', reason: '' })).toEqual(refused('document/unknown'))
  expect(judgeDocument(document({ files: [] }), { verdict: 'accepted', reason: '' })).toEqual(refused('document/not-given'))
  expect(judgeDocument(document(), { verdict: 'to-correct', reason: ' ' })).toEqual(refused('document/verdict-unreasoned'))
  expect(judgeDocument(document(), { verdict: 'accepted', reason: '' })).toEqual(ok(null))
})
