/** A table with a caption and scoped heads. `fold` folds rows in narrow places, `list` scrolls in its own room, `desk` does both: it scrolls, and folds on a phone. */
import type { Child, Html } from '#html'

export interface Column<Row> {
  readonly name: string
  /** The name is read aloud but not shown: the column of ticks, of actions. */
  readonly silent?: boolean
  /** Where rows fold, the cell takes the whole line and does not say the column's name. */
  readonly ownLine?: boolean
  readonly cell: (row: Row) => Child
  /** Numbers stand at the end, in figures of one width. */
  readonly number?: boolean
  /** The cell that names the row. */
  readonly head?: boolean
  /** Address that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' }
}

export interface TableProps<Row> {
  readonly caption: string
  readonly captionShown?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly look?: 'fold' | 'rank' | 'list' | 'desk' | 'plain'
  /** Rows of their own between others (a funding line): what stands before the row at this place. */
  readonly before?: (row: Row, place: number) => Child
  readonly foot?: Child
}

export function Table<Row>({ caption, captionShown = false, columns, rows, look = 'fold', before, foot }: TableProps<Row>): Html {
  // Folded, a cell says its column; in a ranking those before the head of the row (the rank) stand on its line and say nothing.
  const head = look === 'rank' || look === 'desk' ? columns.findIndex((column) => column.head) : 0
  const table = (
    <table class={look === 'plain' ? 'table' : look === 'desk' ? 'table table--list table--rank' : `table table--${look}`}>
      <caption class={captionShown ? undefined : 'vh'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.number ? 'n' : undefined} aria-sort={column.sort?.now}>
              <ColumnName {...column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <>
            {before?.(row, place)}
            <tr>
              {columns.map((column, at) =>
                column.head ? (
                  <th scope="row">{column.cell(row)}</th>
                ) : (
                  <td class={column.number ? 'n' : undefined} data-l={column.silent || column.ownLine || at < head ? undefined : column.name}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          </>
        ))}
        {foot}
      </tbody>
    </table>
  )
  if (look !== 'list' && look !== 'desk') return table
  return (
    <div class="scroll" role="region" aria-label={caption} tabindex={0}>
      {table}
    </div>
  )
}

function ColumnName({ name, silent, sort }: Pick<Column<never>, 'name' | 'silent' | 'sort'>): Html {
  if (sort !== undefined) return <a href={sort.href}>{name}</a>
  return silent ? <span class="vh">{name}</span> : <>{name}</>
}

/** A row that is a line in a ranking (the funding line, the end of the reserve). */
export function LineRow({ columns, soft = false, children }: { columns: number; soft?: boolean; children?: Child }): Html {
  return (
    <tr class="line">
      <td colspan={columns}>
        <div class={soft ? 'line__in line__in--soft' : 'line__in'}>{children}</div>
      </td>
    </tr>
  )
}
