/** The workbook of one reviewer's grids: a line a criterion of a file, what each step means, how to fill it in; and its reading. */
import { inLanguage, LANGUAGES, type Language } from '../../../domain/language.ts'
import { CODE_COLUMN, COMMENT_COLUMN, type PaperFault, type PaperLine, paperCode, STEP_COLUMN } from '../../../domain/paper-grid.ts'
import { cleanText, latinDigits } from '../../../platform/input/form.ts'
import { type FillableSheet, writeFillable } from '../../../platform/sheets/fillable.ts'
import type { ReadSheet } from '../../../platform/sheets/read-xlsx.ts'
import { fileTitle } from '../pages/reader-page.tsx'
import type { PaperFile } from '../queries/paper.ts'
import { words } from './words/index.ts'

const COLUMNS = ['file', 'title', 'criterion', 'steps', 'step', 'comment', 'code'] as const
const WIDTHS = [16, 30, 28, 10, 10, 60, 14] as const
export const MOST_LINES = 5000

/** For open grids; what is already kept of them stands in it. */
export function paperWorkbook(files: readonly PaperFile[], language: Language): Promise<Uint8Array> {
  const t = words(language)
  const open = files.filter(({ state }) => state === 'open')
  const lines = open.flatMap((grid) => grid.criteria.map((criterion) => ({ grid, criterion })))
  const whole = open.reduce<{ at: number; all: NonNullable<FillableSheet['whole']> }>(
    ({ at, all }, { criteria, scale }) => {
      const to = at + criteria.length - 1
      return { at: to + 1, all: [...all, { column: STEP_COLUMN, from: at, to, ...scale }] }
    },
    { at: 2, all: [] },
  ).all
  const grid: FillableSheet = {
    name: t('sheet.grid'),
    columns: COLUMNS.map((column, at) => ({
      label: t(`column.${column}`),
      width: WIDTHS[at] as number,
      open: column === 'step' || column === 'comment',
    })),
    rows: lines.map(({ grid: { assignment, file, version, scale, scores, comments }, criterion }) => [
      file.number,
      fileTitle(file, language),
      inLanguage(criterion.name, language).text,
      t('steps', { min: scale.min, max: scale.max }),
      scores[criterion.code] ?? null,
      comments[criterion.code] ?? null,
      paperCode(assignment, criterion.code, version),
    ]),
    whole,
  }
  return writeFillable([grid, anchors(open, language), help(language)], language === 'ar')
}

/** Criteria by their names: stages may share some. */
function anchors(files: readonly PaperFile[], language: Language): FillableSheet {
  const t = words(language)
  const seen = new Map(
    files.flatMap(({ criteria, scale }) =>
      criteria.flatMap((one) =>
        one.anchors.map((anchor, at): [string, (string | number)[]] => [
          `${one.code} ${scale.min + at} ${anchor.fr}`,
          [inLanguage(one.name, language).text, scale.min + at, inLanguage(anchor, language).text],
        ]),
      ),
    ),
  )
  return {
    name: t('sheet.anchors'),
    columns: [
      { label: t('column.criterion'), width: 28 },
      { label: t('column.step'), width: 10 },
      { label: t('column.means'), width: 70 },
    ],
    rows: [...seen.values()],
  }
}

function help(language: Language): FillableSheet {
  const t = words(language)
  const sentences = (['help.columns', 'help.digits', 'help.ends', 'help.code', 'help.back', 'help.secret'] as const).map((key) => [t(key)])
  return { name: t('sheet.help'), columns: [{ label: t('sheet.help'), width: 100 }], rows: sentences }
}

/** The lines of a workbook that came back; headings that are not ours are a fault, since then no column can be trusted. */
export function linesOf(sheets: readonly ReadSheet[]): { lines: PaperLine[]; faults: PaperFault[] } {
  const cells = sheets[0]?.cells ?? new Map<string, string>()
  const at = (column: string, row: number): string => cells.get(`${column}${row}`) ?? ''
  const letters = COLUMNS.map((_, place) => String.fromCharCode(65 + place))
  const labels = LANGUAGES.map((language) => COLUMNS.map((column) => words(language)(`column.${column}`)))
  const isOurs = labels.some((ours) => ours.every((label, place) => at(letters[place] as string, 1).trim() === label))
  if (!isOurs) {
    const wrong = letters.find((letter, place) => !labels.some((ours) => ours[place] === at(letter, 1).trim())) ?? 'A'
    return { lines: [], faults: [{ cell: `${wrong}1`, code: 'headings' }] }
  }
  const rows = [...new Set([...cells.keys()].map((cell) => Number(cell.replace(/\D/g, ''))))]
    .filter((row) => row > 1)
    .sort((one, other) => one - other)
  const lines = rows.map((row) => ({
    row,
    code: at(CODE_COLUMN, row).trim(),
    step: stepText(at(STEP_COLUMN, row)),
    comment: cleanText(at(COMMENT_COLUMN, row)),
  }))
  return { lines: lines.filter(({ code, step, comment }) => code + step + comment !== '').slice(0, MOST_LINES), faults: [] }
}

/** Digits of either script; spreadsheets may write a whole number as 4.0. */
function stepText(text: string): string {
  return latinDigits(text.trim()).replace(/^(-?\d+)[.,]0+$/, '$1')
}
