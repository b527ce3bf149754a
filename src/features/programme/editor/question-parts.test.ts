import { expect, test } from 'vitest'
import type { Question } from '../../../domain/form.ts'
import { questionBlocks, tidied, written } from './question-parts.ts'

const around = { document: { edition: { currency: 'MAD' }, form: { groups: [], sections: [] }, applicantKinds: [] }, language: 'fr' } as never
const text = { ar: 'عينة', fr: 'Échantillon', en: 'Sample' }
const sample: Question = {
  code: 'sample',
  kind: 'file',
  label: text,
  required: true,
  accept: ['audio'],
  maxFiles: 2,
  maxBytes: 5_000_000,
  maxSeconds: 180,
}

test('what a question with files asks of them is kept by its editor as it was: how many, how heavy, how long', () => {
  expect(tidied(written(sample, 'project'), questionBlocks('file'), around)).toEqual(sample)
  const short = tidied({ ...written(sample, 'project'), maxSeconds: null } as never, questionBlocks('file'), around)
  expect(short).not.toHaveProperty('maxSeconds')
})
