/** Fields of a call: its texts, its dates, what is offered, questions and answers, information sessions. */
import { inLanguage } from '../../../domain/language.ts'
import type { FieldOption, FieldSpec } from './field.ts'
import type { Around } from './parts.ts'
import { words } from './words/index.ts'

export function callFields({ language }: Around): readonly FieldSpec[] {
  const t = words(language)
  return [
    { at: ['title'], label: 'call.title', kind: 'trilingual', max: 200 },
    { at: ['summary'], label: 'call.summary', kind: 'trilingual', max: 600, long: true },
    { at: ['opens'], label: 'call.opens', kind: 'wall' },
    { at: ['deadline'], label: 'call.deadline', kind: 'wall', none: true },
    { at: ['zone'], label: 'call.zone', kind: 'line', max: 60, form: 'zone' },
    { at: ['graceSeconds'], label: 'call.grace', kind: 'integer', min: 0, max: 86_400, unit: t('unit.seconds') },
    { at: ['ageOn'], label: 'call.age-on', kind: 'day', none: true },
    { at: ['minutes'], label: 'call.minutes', kind: 'integer', min: 1, max: 1000, unit: t('unit.minutes') },
  ]
}

export function helpFields(): readonly FieldSpec[] {
  return [
    { at: ['phone'], label: 'help.phone', kind: 'phone', optional: true },
    { at: ['hours'], label: 'help.hours', kind: 'trilingual', max: 200 },
  ]
}

export function offerFields(): readonly FieldSpec[] {
  return [
    { at: ['title'], label: 'offer.title', kind: 'trilingual', max: 200 },
    { at: ['text'], label: 'offer.text', kind: 'trilingual', max: 600, long: true },
  ]
}

export function prepareFields(): readonly FieldSpec[] {
  return [{ at: ['title'], label: 'prepare.title', kind: 'trilingual', max: 200 }]
}

export function questionFields(): readonly FieldSpec[] {
  return [
    { at: ['question'], label: 'faq.question', kind: 'trilingual', max: 300 },
    { at: ['answer'], label: 'faq.answer', kind: 'trilingual', max: 2000, long: true },
  ]
}

export function sessionFields({ document, language }: Around): readonly FieldSpec[] {
  const regions = document.regions.map(({ code, name }): FieldOption => ({ value: code, name: inLanguage(name, language).text || code }))
  return [
    { at: ['place'], label: 'session.place', kind: 'trilingual', max: 200 },
    { at: ['region'], label: 'session.region', kind: 'one', options: regions },
    { at: ['at'], label: 'session.at', kind: 'wall' },
  ]
}
