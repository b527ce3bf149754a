/** A warning about figures in its sentences; a total that is not its parts shows both by region. */
import type { Html } from '#html'
import { Region } from '../../../design/region.tsx'
import { Table } from '../../../design/table.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import { writeValue } from '../print-text.ts'
import type { FrozenFigure, Warning } from '../views.ts'
import { indicatorName, warningSentences } from '../wording.ts'
import { words } from '../words/index.ts'

export interface WarningNoteProps {
  readonly warning: Warning
  /** Figures as they were printed, or would be. */
  readonly figures: readonly FrozenFigure[]
  readonly language: Language
  readonly level?: 2 | 3
}

export function WarningNote({ warning, figures, language, level = 3 }: WarningNoteProps): Html {
  const [head = '', ...rest] = warningSentences(warning, (reference) => figures.find((one) => one.reference === reference), language)
  return (
    <div class="note stack stack--sm" data-s="wait">
      {level === 2 ? <h2 class="h3">{head}</h2> : <h3>{head}</h3>}
      {rest.length > 0 && <p>{rest.join(' ')}</p>}
      {warning.is === 'total' && <Sides warning={warning} figures={figures} language={language} />}
    </div>
  )
}

interface Side {
  readonly region: string
  readonly mark: string | null
  readonly total: string
  readonly part: string
}

/** The total and the split by region, side by side; nothing where the split is not by region. */
function Sides({ warning, figures, language }: { warning: Warning & { is: 'total' }; figures: readonly FrozenFigure[]; language: Language }): Html {
  const t = words(language)
  const total = figures.find((one) => one.reference === warning.reference)
  const [counted] = warning.partsCount
  if (total === undefined || counted === undefined || warning.parts.some(({ region }) => region === null)) return <></>
  const write = (value: string): string => writeValue({ value, unit: total.unit, currency: total.edition.currency }, language)
  const rows = total.split.map((part): Side => {
    const figure = figures.find((one) => one.parameters.region === part.region && warning.parts.some(({ reference }) => reference === one.reference))
    const name = part.name === null ? t(part.region === null ? 'figure.national' : 'figure.outside') : inLanguage(part.name, language).text
    return { region: name, mark: part.mark, total: write(part.value), part: figure === undefined ? '' : write(figure.value) }
  })
  const sum: Side = { region: t('figure.total'), mark: null, total: write(warning.value), part: write(warning.sum) }
  const other = warning.partsCount.map((code) => indicatorName(code, language)).join(', ')
  return (
    <div class="room">
      <Table
        caption={t('figure.by-region')}
        rows={[...rows, sum]}
        columns={[
          { name: t('figure.region'), head: true, cell: (row) => (row.mark === null ? row.region : <Region mark={row.mark}>{row.region}</Region>) },
          { name: indicatorName(warning.counts, language), number: true, cell: (row) => row.total },
          ...(warning.partsCount.every((code) => code === warning.counts)
            ? []
            : [{ name: other, number: true, cell: (row: Side) => (row.part === row.total || row.part === '' ? row.part : <b>{row.part}</b>) }]),
        ]}
      />
    </div>
  )
}
