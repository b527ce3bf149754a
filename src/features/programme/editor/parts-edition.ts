/** Fields of the terms of an edition: programme, places, sectors, kinds of applicant, criteria, calendar, funding. Limits are those of the file (edition-schema.ts). */
import { inLanguage } from '../../../domain/language.ts'
import type { FieldOption, FieldSpec } from './field.ts'
import type { Around } from './parts.ts'
import { words } from './words/index.ts'

const name = (max = 200): FieldSpec => ({ at: ['name'], label: 'name', kind: 'trilingual', max })
const code: FieldSpec = { at: ['code'], label: 'code', kind: 'line', max: 40, form: 'code' }

export function programmeFields(): readonly FieldSpec[] {
  return [
    { at: ['name'], label: 'programme.name', kind: 'trilingual', max: 200 },
    { at: ['slug'], label: 'programme.slug', kind: 'line', max: 40, form: 'slug' },
    { at: ['tagline'], label: 'programme.tagline', kind: 'trilingual', max: 200 },
    { at: ['summary'], label: 'programme.summary', kind: 'trilingual', max: 600, long: true },
  ]
}

export function termFields({ language, document }: Around): readonly FieldSpec[] {
  const t = words(language)
  const currency = document.edition.currency || t('unit.currency')
  const named = (values: readonly string[], of: 'basis' | 'comments'): FieldOption[] =>
    values.map((value) => ({ value, name: t.any(`${of}.${value}`) }))
  return [
    { at: ['name'], label: 'edition.name', kind: 'trilingual', max: 200 },
    { at: ['slug'], label: 'edition.slug', kind: 'line', max: 40, form: 'slug' },
    { at: ['ordinal'], label: 'edition.ordinal', kind: 'integer', min: 1, max: 999 },
    { at: ['year'], label: 'edition.year', kind: 'integer', min: 1990, max: 2200 },
    { at: ['places'], label: 'edition.places', kind: 'integer', min: 1, max: 10_000 },
    { at: ['supportMonths'], label: 'edition.support-months', kind: 'integer', min: 0, max: 120, unit: t('unit.months') },
    { at: ['currency'], label: 'edition.currency', kind: 'line', max: 3, form: 'currency' },
    { at: ['seedCeiling'], label: 'edition.seed-ceiling', kind: 'decimal', places: 2, unit: currency },
    { at: ['scale', 'min'], label: 'edition.scale-min', kind: 'integer', min: 0, max: 20 },
    { at: ['scale', 'max'], label: 'edition.scale-max', kind: 'integer', min: 1, max: 20 },
    { at: ['passMark'], label: 'edition.pass-mark', kind: 'decimal', places: 2, unit: t('unit.of-100') },
    { at: ['divergence'], label: 'edition.divergence', kind: 'decimal', places: 2, unit: t('unit.points') },
    { at: ['interviewWeight'], label: 'edition.interview-weight', kind: 'decimal', places: 3 },
    { at: ['reviewsPerApplication'], label: 'edition.reviews', kind: 'integer', min: 1, max: 20 },
    { at: ['reservePerRegion'], label: 'edition.reserve', kind: 'integer', min: 0, max: 1000 },
    { at: ['appealDays'], label: 'edition.appeal-days', kind: 'integer', min: 1, max: 365, unit: t('unit.days'), optional: true },
    {
      at: ['scoreBasis'],
      label: 'edition.score-basis',
      kind: 'one',
      options: named(['raw', 'calibrated'], 'basis'),
      closed: true,
      nullable: true,
      optional: true,
      look: 'select',
    },
    {
      at: ['commentsTold'],
      label: 'edition.comments-told',
      kind: 'one',
      options: named(['none', 'all'], 'comments'),
      closed: true,
      nullable: true,
      optional: true,
      look: 'select',
    },
  ]
}

/** Shapes and colours a region may have (design/region.tsx). */
const MARKS = ['tta', 'ori', 'fes', 'sou'] as const
/** Emblems that can be drawn (design/funder.tsx). */
const EMBLEMS = ['eu'] as const

/** What is known, and besides it what a file brought and nobody chose here. */
function known(options: readonly FieldOption[], own: unknown): readonly FieldOption[] {
  const value = typeof own === 'string' ? own : ''
  return value === '' || options.some((option) => option.value === value) ? options : [...options, { value, name: value }]
}

export function regionFields({ language }: Around, item: unknown): readonly FieldSpec[] {
  const t = words(language)
  const marks = MARKS.map((value): FieldOption => ({ value, name: t(`mark.${value}`) }))
  return [
    name(),
    code,
    { at: ['iso'], label: 'region.iso', kind: 'line', max: 6, form: 'iso' },
    { at: ['places'], label: 'region.places', kind: 'integer', min: 0, max: 10_000 },
    { at: ['mark'], label: 'region.mark', kind: 'one', options: known(marks, (item as { mark?: unknown }).mark), look: 'select', optional: true },
  ]
}

export function sectorFields(): readonly FieldSpec[] {
  return [name(), code]
}

export function kindFields(): readonly FieldSpec[] {
  return [name(), code, { at: ['structure'], label: 'kind.structure', kind: 'flag' }]
}

/** Places and money are said where they are kept for the strand alone. */
export function strandFields({ document, language }: Around): readonly FieldSpec[] {
  const unit = document.edition.currency || words(language)('unit.currency')
  return [
    name(),
    code,
    { at: ['summary'], label: 'strand.summary', kind: 'trilingual', max: 600, long: true },
    { at: ['places'], label: 'strand.places', kind: 'integer', min: 0, max: 10_000, optional: true },
    { at: ['ceiling'], label: 'strand.ceiling', kind: 'decimal', places: 2, unit, optional: true, nullable: true },
    { at: ['envelope'], label: 'strand.envelope', kind: 'decimal', places: 2, unit, optional: true, nullable: true },
  ]
}

/** As many sentences as the scale has steps, from the lowest up. */
export function criterionFields({ document: { edition } }: Around, item: unknown): readonly FieldSpec[] {
  const { min, max } = edition.scale
  const written = ((item as { anchors?: readonly unknown[] } | undefined)?.anchors ?? []).length
  const steps = min === null || max === null || max <= min || max > 20 ? written : max - min + 1
  return [
    name(),
    code,
    { at: ['weight'], label: 'criterion.weight', kind: 'integer', min: 1, max: 100, unit: '%' },
    { at: ['question'], label: 'criterion.question', kind: 'trilingual', max: 400 },
    ...Array.from(
      { length: Math.max(steps, 2) },
      (_, step): FieldSpec => ({ at: ['anchors', step], label: 'criterion.anchor', kind: 'trilingual', max: 400 }),
    ),
  ]
}

export function calendarFields(): readonly FieldSpec[] {
  return [
    name(),
    { ...code, label: 'date.code' },
    { at: ['from'], label: 'date.from', kind: 'day' },
    { at: ['to'], label: 'date.to', kind: 'day' },
    { at: ['public'], label: 'date.public', kind: 'flag' },
  ]
}

/** A date whose end is left empty ends on the day it begins. */
export function oneDay(item: unknown): unknown {
  const { from, to } = item as { from?: unknown; to?: unknown }
  return to === '' && typeof from === 'string' && from !== '' ? { ...(item as object), to: from } : item
}

export function funderFields({ language }: Around, item: unknown): readonly FieldSpec[] {
  const t = words(language)
  const emblems = EMBLEMS.map((value): FieldOption => ({ value, name: t(`emblem.${value}`) }))
  return [
    name(),
    code,
    { at: ['sentence'], label: 'funder.sentence', kind: 'trilingual', max: 400 },
    {
      at: ['emblem'],
      label: 'funder.emblem',
      kind: 'one',
      options: known(emblems, (item as { emblem?: unknown }).emblem),
      look: 'select',
      optional: true,
      nullable: true,
    },
  ]
}

export function budgetLineFields({ document, language }: Around): readonly FieldSpec[] {
  const funders = document.funders.map(({ code: value, name: says }): FieldOption => ({ value, name: inLanguage(says, language).text || value }))
  return [
    name(),
    code,
    { at: ['funder'], label: 'line.funder', kind: 'one', options: funders },
    { at: ['amount'], label: 'line.amount', kind: 'decimal', places: 2 },
    { at: ['currency'], label: 'line.currency', kind: 'line', max: 3, form: 'currency' },
  ]
}
