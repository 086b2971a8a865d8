// biome-ignore-all lint/a11y/noRedundantRoles: display: grid on narrow windows takes the native roles away in some browsers
import type { ReactNode } from 'react'

/** A column, and what becomes of it on the card that a narrow window shows instead of the row. */
export type Column<Row> = {
  key: string
  header: ReactNode
  /** What the card says before the value, where the header is more than a word. */
  label?: ReactNode
  cell: (row: Row) => ReactNode
  /** `end` for figures. */
  align?: 'start' | 'end'
  /** `title` top left, `corner` top right, `line` "header: value", `block` on its own line without header, `hidden`. */
  card?: 'title' | 'corner' | 'line' | 'block' | 'hidden'
  /** Keeps the header for screen readers only: a column of buttons. */
  quietHeader?: boolean
  /** A column whose header sorts: how the rows stand by it now. */
  sort?: 'ascending' | 'descending' | 'none'
}

type DataTableProps<Row> = {
  /** Says what the table holds; for screen readers. */
  caption: ReactNode
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/**
 * A table from 833 px, cards below, from one column model and one DOM. The roles stand explicitly because
 * `display: grid` would otherwise take the table's meaning away in some browsers.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className="data-table" role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              aria-sort={column.sort}
              className={column.align ?? 'start'}
            >
              {column.quietHeader ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                className={`${column.align ?? 'start'} card-${column.card ?? 'line'}`}
              >
                {(column.card ?? 'line') === 'line' && (
                  <span className="cell-label" aria-hidden="true">
                    {column.label ?? column.header}:
                  </span>
                )}
                <span className="cell-value">{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
