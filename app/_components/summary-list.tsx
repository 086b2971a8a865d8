import type { ReactNode } from 'react'

/** One row of a summary: what it is, what it says, and possibly "Ändra". */
export type SummaryRow = { key: string; label: ReactNode; value: ReactNode; action?: ReactNode }

/** Names and values in rows, as a description list. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl>
      {rows.map((row) => (
        <div
          key={row.key}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-line py-2.5 first:border-t-0 sm:grid-cols-[12rem_minmax(0,1fr)_auto]"
        >
          <dt className="col-span-2 text-label font-semibold sm:col-span-1">{row.label}</dt>
          <dd className="min-w-0">{row.value}</dd>
          {row.action && <dd>{row.action}</dd>}
        </div>
      ))}
    </dl>
  )
}
