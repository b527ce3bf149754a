/** Which of the columns asked for a viewer is shown. */
import { type DeskColumn, type DeskFilters, type DeskList, PERSONAL_COLUMNS } from '../../views.ts'

/** Those about people for officers alone; strands where the call has any. */
export function shownColumns(list: Pick<DeskList, 'officer' | 'strands'>, { columns }: DeskFilters): readonly DeskColumn[] {
  return columns.filter((column) => (list.officer || !PERSONAL_COLUMNS.includes(column)) && (column !== 'strand' || list.strands.length > 0))
}
