/** Figures and their records as files. */
import { inLanguage, type Language } from '../../domain/language.ts'
import type { Sheet } from '../../platform/sheets/sheet.ts'
import type { RecordLine } from './queries/figure-page.ts'
import type { FigureValue } from './views.ts'
import { figureName } from './wording.ts'
import { words } from './words/index.ts'

export function figuresSheet(figures: readonly FigureValue[], asOf: Date, language: Language): Sheet {
  const t = words(language)
  return {
    name: t('figures.title'),
    columns: [
      { label: t('figures.reference') },
      { label: t('figures.figure') },
      { label: t('figures.value'), kind: 'number' },
      { label: t('figures.unit') },
      { label: t('figures.records'), kind: 'number' },
      { label: t('figure.definition') },
      { label: t('figures.as-of'), kind: 'instant' },
    ],
    rows: figures.map((one) => [
      one.reference,
      figureName(one, language),
      one.value,
      one.unit === 'money' ? one.edition.currency : t('figures.count'),
      one.records,
      t(`indicator.${one.indicator}.counts`),
      asOf,
    ]),
  }
}

export function recordsSheet(figure: FigureValue, records: readonly RecordLine[], language: Language): Sheet {
  const t = words(language)
  return {
    name: figure.reference,
    columns: [
      { label: t('figure.record') },
      { label: t('figure.day'), kind: 'day' },
      { label: t('figure.region') },
      { label: t('figure.amount'), kind: figure.unit === 'money' ? 'money' : 'number' },
    ],
    rows: records.map((line) => [
      line.title ?? (line.name === null ? t(`record.${line.kind}`) : inLanguage(line.name, language).text),
      line.day,
      line.region === null ? t('figure.national') : inLanguage(line.region, language).text,
      line.amount,
    ]),
  }
}
