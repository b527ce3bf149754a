/** Figures, warnings and faults in sentences of the reader's language. */
import type { TextFault } from '../../domain/communique.ts'
import { inLanguage, type Language, type Trilingual } from '../../domain/language.ts'
import { formatDate } from '../../platform/time/time.ts'
import { formatList } from '../../platform/words/format.ts'
import type { IndicatorCode } from './indicators/indicators.ts'
import { writeValue } from './print-text.ts'
import type { Cause, FigureHead, FigureValue, Warning } from './views.ts'
import { words } from './words/index.ts'

export function indicatorName(code: IndicatorCode, language: Language): string {
  return words(language)(`indicator.${code}.name`)
}

/** 'Projets admis, Souss-Massa'. */
export function figureName(head: FigureHead, language: Language): string {
  const parts = [head.market, head.region, head.sector].flatMap((part) => (part === null ? [] : [inLanguage(part, language).text]))
  const t = words(language)
  return parts.reduce((name, part) => t('figure.part', { name, part }), indicatorName(head.indicator, language))
}

export function figureText(figure: FigureValue, language: Language): string {
  return writeValue({ value: figure.value, unit: figure.unit, currency: figure.edition.currency }, language)
}

/** Values of a figure that changed, or of the parts of a total, are written as that figure is. */
export type FigureByReference = (reference: string) => Pick<FigureValue, 'unit' | 'edition'> | undefined

function writer(figures: FigureByReference, language: Language) {
  return (reference: string, value: string): string => {
    const figure = figures(reference)
    return writeValue({ value, unit: figure?.unit ?? 'count', currency: figure?.edition.currency ?? '' }, language)
  }
}

/** The sentences of a warning, the first its heading. */
export function warningSentences(warning: Warning, figures: FigureByReference, language: Language): string[] {
  const t = words(language)
  const write = writer(figures, language)
  const text = (name: Trilingual): string => inLanguage(name, language).text
  switch (warning.is) {
    case 'total':
      return totalSentences(warning, write, language)
    case 'counted-otherwise': {
      const { reference, edition, other } = warning
      const [one, two] = [indicatorName(warning.counts, language), indicatorName(other.counts, language)]
      const elsewhere = { elsewhere: text(other.edition), other_reference: other.reference, other: two }
      return [t('warning.counted-otherwise', { edition: text(edition), reference, one, ...elsewhere })]
    }
    case 'changed': {
      const { reference } = warning
      const at = { reference, now: write(reference, warning.now), on: formatDate(warning.on, language, 'long') }
      return [warning.records ? t('warning.records', at) : t('warning.changed', { ...at, was: write(reference, warning.was) })]
    }
    case 'languages':
      return [
        t('warning.languages', {
          reference: warning.reference,
          missing: formatList(
            warning.missing.map((one) => t(`language.${one}`)),
            language,
          ),
        }),
      ]
  }
}

function totalSentences(warning: Warning & { is: 'total' }, write: (reference: string, value: string) => string, language: Language): string[] {
  const t = words(language)
  const parts = warning.parts.map((part) => write(part.reference, part.value)).join(' + ')
  const head = t('warning.total', { total: write(warning.reference, warning.value), parts, sum: write(warning.reference, warning.sum) })
  const ways = warning.partsCount.filter((code) => code !== warning.counts)
  const other = formatList(
    ways.map((code) => indicatorName(code, language)),
    language,
  )
  const why = ways.length === 0 ? [] : [t('warning.ways', { one: indicatorName(warning.counts, language), other })]
  return [head, ...why, ...warning.causes.map((cause) => `${causeSentence(cause, language)}.`)]
}

function causeSentence(cause: Cause, language: Language): string {
  const t = words(language)
  const region = (name: Trilingual | null): string => (name === null ? t('figure.national') : inLanguage(name, language).text)
  const { count } = cause
  switch (cause.is) {
    case 'left':
      return t('cause.left', { count, region: region(cause.region), on: formatDate(cause.on, language, 'long') })
    case 'national':
      return t('cause.national', { count })
    case 'outside':
      return t('cause.outside', { count })
    case 'missing':
      return t('cause.missing', { count, region: region(cause.region) })
    case 'added':
      return t('cause.added', { count, region: region(cause.region) })
  }
}

/** What to mend, and where. */
export function faultSentence({ code, paragraph, position, about }: TextFault, language: Language): string {
  const t = words(language)
  const where = paragraph === 0 ? t('fault.title') : t('fault.paragraph', { number: String(paragraph) })
  switch (code) {
    case 'missing-language':
      return t('fault.missing-language')
    case 'too-long':
      return t('fault.too-long', { where, about })
    case 'too-many-paragraphs':
      return t('fault.too-many-paragraphs', { about })
    case 'bad-syntax':
      return t('fault.bad-syntax', { where, position: String(position) })
    default:
      return t(`fault.${code}`, { where, position: String(position), about })
  }
}
