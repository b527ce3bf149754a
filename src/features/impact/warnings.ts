/** What a reader could misread in the figures of a text, found before it is published. Pure: values and facts in, warnings out. */
import { createHash } from 'node:crypto'
import { LANGUAGES, type Language } from '../../domain/language.ts'
import { hundredths } from '../../domain/money.ts'
import { type IndicatorCode, indicator } from './indicators/indicators.ts'
import type { FigureHead, FrozenFigure, KeyedWarning, Warning } from './views.ts'

/** The same facts make the same key. */
export function keyed(warning: Warning): KeyedWarning {
  return { key: createHash('sha256').update(JSON.stringify(warning)).digest('hex').slice(0, 16), warning }
}

/** Codes of an edition that a split must all name to be a whole. */
export interface EditionParts {
  readonly regions: readonly string[]
  readonly sectors: readonly string[]
}

/** A split that stands in a text: its parts, and what they are parts of. */
export interface Split {
  readonly edition: string
  /** Noun of the total it belongs to. */
  readonly noun: string
  /** Parameters of that total, as text. */
  readonly rest: string
  readonly parts: readonly FrozenFigure[]
}

const DIMENSIONS = ['region', 'sector'] as const

function restOf(head: FigureHead, without?: 'region' | 'sector'): string {
  const { region, sector, market } = head.parameters
  return JSON.stringify({ region: without === 'region' ? undefined : region, sector: without === 'sector' ? undefined : sector, market })
}

/** Splits whose parts are all there: by region, by sector, by kind of applicant. */
export function splitsOf(figures: readonly FrozenFigure[], partsOf: (edition: string) => EditionParts): Split[] {
  const groups = new Map<string, { split: Omit<Split, 'parts'>; whole: readonly string[] | number; parts: Map<string, FrozenFigure[]> }>()
  const add = (figure: FrozenFigure, by: string, noun: string, rest: string, part: string, whole: readonly string[] | number): void => {
    const key = [figure.edition.id, by, noun, rest].join('|')
    const group = groups.get(key) ?? { split: { edition: figure.edition.id, noun, rest }, whole, parts: new Map<string, FrozenFigure[]>() }
    group.parts.set(part, [...(group.parts.get(part) ?? []), figure])
    groups.set(key, group)
  }
  for (const figure of figures) {
    const { noun, split } = indicator(figure.indicator)
    for (const by of DIMENSIONS) {
      const part = figure.parameters[by]
      if (part !== undefined) add(figure, by, noun, restOf(figure, by), part, partsOf(figure.edition.id)[`${by}s`])
    }
    if (split !== undefined) add(figure, 'kind', split.of, restOf(figure), figure.indicator, split.parts)
  }
  return [...groups.values()].flatMap(({ split, whole, parts }) => {
    const complete = typeof whole === 'number' ? parts.size === whole : whole.length > 1 && whole.every((part) => parts.has(part))
    return complete ? [{ ...split, parts: [...parts.values()].map((choice) => oneOf(choice, parts)) }] : []
  })
}

/** Where a part is printed twice, counted in two ways, the way that most parts are counted. */
function oneOf(choice: readonly FrozenFigure[], parts: ReadonlyMap<string, readonly FrozenFigure[]>): FrozenFigure {
  const often = (code: IndicatorCode): number => [...parts.values()].filter((one) => one.some((figure) => figure.indicator === code)).length
  return [...choice].sort((a, b) => often(b.indicator) - often(a.indicator))[0] as FrozenFigure
}

export function sumOf(values: readonly string[]): bigint {
  return values.reduce((sum, value) => sum + hundredths(value), 0n)
}

/** Totals that a split stands beside and does not add up to. None when the split has its own total in the text. */
export function brokenTotals(figures: readonly FrozenFigure[], splits: readonly Split[]): { total: FrozenFigure; split: Split }[] {
  return splits.flatMap((split) => {
    const totals = figures.filter(
      (figure) => figure.edition.id === split.edition && indicator(figure.indicator).noun === split.noun && restOf(figure) === split.rest,
    )
    const sum = sumOf(split.parts.map(({ value }) => value))
    const own = totals.some((total) => hundredths(total.value) === sum)
    return own ? [] : totals.map((total) => ({ total, split }))
  })
}

/** Figures of another edition that count the same noun only in another way. */
export function countedOtherwise(figures: readonly FrozenFigure[], printedElsewhere: readonly FigureHead[]): Warning[] {
  const totals = (all: readonly FigureHead[]): readonly FigureHead[] => all.filter(({ parameters }) => Object.keys(parameters).length === 0)
  const ours = totals(figures)
  const others = totals([...figures, ...printedElsewhere])
  const seen = new Set<string>()
  return ours.flatMap((figure): Warning[] => {
    const { noun } = indicator(figure.indicator)
    const same = (one: FigureHead): boolean => indicator(one.indicator).noun === noun
    const here = new Set(ours.filter((one) => one.edition.id === figure.edition.id && same(one)).map((one) => one.indicator))
    const there = others.filter((one) => one.edition.id !== figure.edition.id && same(one))
    return [...Map.groupBy(there, (one) => one.edition.id).values()].flatMap((group): Warning[] => {
      const [other] = group
      const pair = [figure.edition.id, other?.edition.id].sort().join(noun)
      if (other === undefined || group.some((one) => here.has(one.indicator)) || seen.has(pair)) return []
      seen.add(pair)
      const counts = { reference: other.reference, counts: other.indicator, edition: other.edition.name }
      return [{ is: 'counted-otherwise', reference: figure.reference, counts: figure.indicator, edition: figure.edition.name, other: counts }]
    })
  })
}

/** Figures that are no longer what the last publication printed. */
export function changedSince(figures: readonly FrozenFigure[], printed: readonly FrozenFigure[], on: string): Warning[] {
  return figures.flatMap((figure): Warning[] => {
    const before = printed.find(({ reference }) => reference === figure.reference)
    if (before === undefined || before.fingerprint === figure.fingerprint) return []
    const records = hundredths(before.value) === hundredths(figure.value)
    return [{ is: 'changed', reference: figure.reference, was: before.value, now: figure.value, records, on }]
  })
}

/** Figures that some of the languages leave out. */
export function languagesDiffer(references: ReadonlyMap<string, ReadonlySet<Language>>): Warning[] {
  return [...references].flatMap(([reference, used]): Warning[] => {
    const missing = LANGUAGES.filter((language) => !used.has(language))
    return missing.length === 0 ? [] : [{ is: 'languages', reference, missing }]
  })
}
