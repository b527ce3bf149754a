import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORM } from '../../../tests/database/open-call.ts'
import type { Answers, Question, QuestionKind } from '../../domain/form.ts'
import { readAnswer, readAnswers, sectionFaults, sectionWarnings } from './answers.ts'
import { tidyAnswer } from './tidy-answer.ts'
import type { EditionLists } from './views.ts'

const same = (text: string) => ({ ar: text, fr: text, en: text })
const lists: EditionLists = {
  currency: 'MAD',
  ageOn: '2024-03-31',
  regions: [{ code: 'fes', iso: 'MA-03', name: same('Fès-Meknès'), mark: 'fes' }],
  sectors: [{ code: 'music', name: same('music') }],
  kinds: [
    { code: 'person', name: same('person'), structure: false },
    { code: 'cso', name: same('cso'), structure: true },
  ],
  strands: [],
}
const questions = FORM.sections[2]?.questions ?? []
const question = (kind: QuestionKind) => questions.find((one) => one.kind === kind) as Question
const outcome = (kind: QuestionKind, typed: string | string[], answers: Answers = {}) => {
  const reading = readAnswer(question(kind), tidyAnswer(question(kind), typed), answers, lists)
  return reading.ok ? reading.value : reading.faults[0]?.code
}

describe('an answer', () => {
  test.each<[QuestionKind, string | string[], string | string[]]>([
    ['line', '  دار\u200f الظل ', 'دار الظل'],
    ['text', 'a\r\n\r\nb  ', 'a\n\nb'],
    ['choice', 'b', 'b'],
    ['choice', 'z', 'choice'],
    ['choices', ['c', 'a', 'c'], ['a', 'c']],
    ['choices', 'a', ['a']],
    ['choices', ['a', 'z'], 'choice'],
    ['integer', '٢٠٢٤', '2024'],
    ['integer', '25', 'min'],
    ['integer', '2024,5', 'integer'],
    ['money', '١٢ ٥٠٠ درهم', '12500.00'],
    ['money', '60 001', 'max'],
    ['money', 'beaucoup', 'money'],
    ['date', '14/6/2000', '2000-06-14'],
    ['date', '31/2/2000', 'date'],
    ['phone', '06 12 34 56 78', '+212612345678'],
    ['phone', '12', 'phone'],
    ['email', 'salma@example.org', 'salma@example.org'],
    ['url', 'example.org/dar', 'https://example.org/dar'],
    ['url', 'javascript:alert(1)', 'url'],
    ['cin', 'z 61-2345', 'Z612345'],
    ['cin', '؟', 'cin'],
    ['region', 'fes', 'fes'],
    ['region', 'MA-06', 'MA-06'],
    ['region', 'MA-03', 'choice'],
    ['province', 'MA-TAZ', 'MA-TAZ'],
    ['province', 'MA-XXX', 'choice'],
    ['sector', 'music', 'music'],
    ['applicant-kind', 'cso', 'cso'],
    ['yes-no', 'no', 'no'],
    ['consent', 'yes', 'yes'],
    ['consent', '', 'no'],
  ])('to a question of kind %s, typed %j, is read as %j', (kind, typed, read) => {
    expect(outcome(kind, typed)).toEqual(read)
  })

  test('with the sums of a project: each above zero, and no more asked for than it costs', () => {
    const sums = ['budget_total', 'funding_requested'].map((code): Question => ({ code, kind: 'money', label: same(code), required: true, min: 0 }))
    const form = { groups: FORM.groups, sections: [{ code: 'sums', group: 'project', title: same('sums'), questions: sums }] }
    const faults = (budget_total: string, funding_requested: string) =>
      readAnswers(form, { budget_total, funding_requested }, lists).faults.map((fault) => [fault.question, fault.code])
    expect(faults('40 000', '40 000')).toEqual([])
    expect(faults('40 000', '40 000,01')).toEqual([['funding_requested', 'more-than-total']])
    expect(faults('0', '20 000')).toEqual([['budget_total', 'no-amount']])
    expect(faults('40 000', '0')).toEqual([['funding_requested', 'no-amount']])
    expect(faults('40 000', '')).toEqual([])
  })

  test('that is a name holds no emoji; marks of direction pasted along are taken out', () => {
    const named = (code: string, typed: string) => {
      const asked: Question = { code, kind: 'line', label: same(code), required: true }
      const reading = readAnswer(asked, tidyAnswer(asked, typed), {}, lists)
      return reading.ok ? reading.value : reading.faults[0]?.code
    }
    for (const [code, name] of [
      ['holder_name_latin', 'Salma 🌸'],
      ['holder_name_ar', 'سلمى 🇲🇦'],
      ['town', 'Fès ❤️'],
    ] as const)
      expect(named(code, name)).toBe('picture-in-name')
    expect([named('holder_name_latin', 'Salma 2'), named('town', 'Km 12')]).toEqual(['odd-in-name', 'Km 12'])
    const people: Question = { code: 'team', kind: 'people', label: same('team'), required: true }
    const table = (name: string) => readAnswer(people, [{ name }], {}, lists)
    expect([table('Salma 🌸'), table('Salma Aït-Ouhssain').ok]).toEqual([
      { ok: false, faults: [{ field: 'team.0.name', code: 'odd-in-name', details: {} }] },
      true,
    ])
    expect(named('holder_name_ar', '\u202eسلمى\u200f أوحساين')).toBe('سلمى أوحساين')
    expect(named('project_title', 'Dar Dal 🌙')).toBe('Dar Dal 🌙')
  })

  test('that names a province lies in the region chosen, inside the edition or outside it', () => {
    expect(outcome('province', 'MA-TAZ', { region: 'fes' })).toBe('MA-TAZ')
    expect(outcome('province', 'MA-TAZ', { region: 'MA-06' })).toBe('province-elsewhere')
    expect(outcome('province', 'MA-CAS', { region: 'MA-06' })).toBe('MA-CAS')
  })

  test('tidied or read twice is the same, whatever was typed', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }))
    fc.assert(
      fc.property(fc.constantFrom(...questions), typed, (asked, raw) => {
        const once = tidyAnswer(asked, raw)
        expect(tidyAnswer(asked, once)).toEqual(once)
        const read = readAnswer(asked, once, {}, lists)
        if (read.ok && read.value !== '') expect(readAnswer(asked, read.value, {}, lists)).toEqual(read)
      }),
      { numRuns: 1500 },
    )
  })

  test('to a question of another kind of applicant is neither asked nor sent', () => {
    const answers = { applicant_kind: 'person', structure_name: 'Association' }
    expect(readAnswers(FORM, answers, lists).answers).toEqual({ applicant_kind: 'person', of_consent: 'no' })
    expect(readAnswers(FORM, { ...answers, applicant_kind: 'cso' }, lists).answers).toMatchObject({ structure_name: 'Association' })
  })

  test('to a question for one kind of applicant is asked for once they have said which they are', () => {
    const [who] = FORM.sections
    if (who === undefined) throw new Error('the form begins with who applies')
    const lacks = (answers: Record<string, string>) => sectionFaults(who, answers, readAnswers(FORM, answers, lists)).map((fault) => fault.question)
    expect(lacks({})).toEqual(['holder_name_ar', 'holder_name_latin', 'birth_date', 'applicant_kind'])
    expect(lacks({ applicant_kind: 'person' })).toEqual(['holder_name_ar', 'holder_name_latin', 'birth_date'])
    expect(lacks({ applicant_kind: 'cso' })).toEqual(['holder_name_ar', 'holder_name_latin', 'birth_date', 'structure_name'])
  })
})

test('an identity card number that looks odd is a doubt and no fault', () => {
  const section = { code: 'x', group: 'x', title: same('x'), questions: [question('cin')] }
  expect(sectionWarnings(section, { of_cin: '12345678' })).toMatchObject([{ question: 'of_cin', code: 'cin-doubtful' }])
  expect(sectionFaults(section, { of_cin: '12345678' }, readAnswers({ groups: [], sections: [section] }, { of_cin: '12345678' }, lists))).toEqual([])
  expect(sectionWarnings(section, { of_cin: 'AB123456' })).toEqual([])
})

test('the names of the holder are in the letters their question asks for, and nobody is born after the day ages are counted', () => {
  const fault = (code: string, kind: QuestionKind, answer: string) => {
    const reading = readAnswer({ code, kind, label: same(code), required: true }, answer, {}, lists)
    return reading.ok ? null : reading.faults[0]?.code
  }
  expect([fault('holder_name_ar', 'line', 'Salma'), fault('holder_name_ar', 'line', 'سلمى O.')]).toEqual(['not-in-arabic', null])
  expect([fault('holder_name_latin', 'line', 'سلمى'), fault('holder_name_latin', 'line', 'Salma')]).toEqual(['not-in-latin', null])
  expect([fault('birth_date', 'date', '2030-01-01'), fault('birth_date', 'date', '2003-01-01')]).toEqual(['birth-to-come', null])
})
