import type { ReactNode } from 'react'

/** A native details element: more, for those who want it. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open === true}>
      <summary className="py-2.5 ps-4 -indent-4 font-semibold text-link">{summary}</summary>
      <div className="pb-2 ps-4">{children}</div>
    </details>
  )
}
