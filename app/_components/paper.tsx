import type { ReactNode } from 'react'

/** A sheet of paper: the invoice form, a document. */
export function Paper({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={`paper ${className ?? ''}`}>{children}</div>
}

/** A panel with hairline edges. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={`card ${className ?? ''}`}>{children}</div>
}

type SectionProps = { id: string; title: ReactNode; children: ReactNode; action?: ReactNode }

/** A part of a page or paper under its own h2, set off by a hairline from the part before. */
export function Section({ id, title, children, action }: SectionProps) {
  return (
    <section
      aria-labelledby={id}
      className="pb-5 last:pb-0 [section~&]:border-t [section~&]:border-line [section~&]:pt-5"
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
