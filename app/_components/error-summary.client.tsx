'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'

/**
 * One thing to fix: the id of its field and the same sentence as under it, or the page where it is put right. With
 * neither it is no link.
 */
export type ErrorSummaryItem = { fieldId?: string; href?: string; message: ReactNode }

type ErrorSummaryProps = {
  items: readonly ErrorSummaryItem[]
  heading?: ReactNode
  /** Any value that changes with each answer of the server: focus comes back even when the faults are the same. */
  attempt?: unknown
}

/** Lists what is wrong first in the page and takes the focus, at once and after each new answer. Nothing when empty. */
export function ErrorSummary({ items, heading, attempt }: ErrorSummaryProps) {
  const words = useTranslations('common')
  const box = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const present = items.length > 0
  const fieldIds = items.map((item) => item.fieldId ?? '').join(' ')

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer or other faults are what focus follows
  useEffect(() => {
    if (present) box.current?.focus()
  }, [present, fieldIds, attempt])

  if (!present) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form; this stands before it
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-labelledby={headingId}
      className="card mb-4 border-2 border-bad"
    >
      <h2 id={headingId}>{heading ?? words('errorSummary')}</h2>
      <ul className="mt-2 grid gap-1">
        {items.map((item) => (
          <li key={`${item.fieldId} ${String(item.message)}`}>
            {item.href !== undefined ? (
              // No Link: every form has this list, and most pages with one have no other use for its script.
              <a href={item.href} className="font-semibold text-bad">
                {item.message}
              </a>
            ) : item.fieldId === undefined ? (
              <span className="font-semibold text-bad">{item.message}</span>
            ) : (
              <a href={`#${item.fieldId}`} onClick={focusTarget} className="font-semibold text-bad">
                {item.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Moves focus as well as scroll: a fragment link alone leaves it behind in some browsers. */
function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  if (target === null) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}
