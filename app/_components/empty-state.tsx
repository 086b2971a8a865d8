import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from './drawing.tsx'

type EmptyStateProps = {
  drawing: DrawingName
  /** The action, as a heading: "Lägg till din första kund". */
  title: ReactNode
  /** One sentence on what comes of it. */
  children: ReactNode
  action?: ReactNode
}

/** What a list shows before there is anything in it. */
export function EmptyState({ drawing, title, children, action }: EmptyStateProps) {
  return (
    <div className="card grid justify-items-center gap-3 px-4 py-8 text-center">
      <Drawing name={drawing} />
      <h2>{title}</h2>
      <div className="max-w-column text-muted">{children}</div>
      {action}
    </div>
  )
}
