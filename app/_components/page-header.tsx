import type { ReactNode } from 'react'

/** The page's one h1, with room to the right of it for the saved state or the main button. */
export function PageHeader({
  title,
  children,
  lead,
}: {
  title: ReactNode
  children?: ReactNode
  lead?: ReactNode
}) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        <h1>{title}</h1>
        {lead && <p className="text-muted">{lead}</p>}
      </div>
      {children}
    </div>
  )
}
