'use client'

import { useEffect, useRef } from 'react'
import type { Locale } from '#lib/i18n/locale.ts'
import { broken as en } from '#lib/i18n/messages/en/broken.ts'
import { broken as sv } from '#lib/i18n/messages/sv/broken.ts'

/** The page's words, which it brings itself: whatever would give them may be what broke. */
export const brokenWords = { sv, en } as const

/**
 * Says that the fault is ours and nothing is lost, with the reference that the log knows, and a way to try again.
 * Every page loads it beforehand, so it draws its own buttons and imports next to nothing.
 */
export function BrokenPage({ locale, reference }: { locale: Locale; reference: string | undefined }) {
  const words = brokenWords[locale]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="mx-auto grid max-w-column gap-4 px-4 py-8">
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p>{words.kept}</p>
      <p className="text-muted">{words.advice}</p>
      {reference !== undefined && (
        <p className="figures">
          {words.reference} {reference}
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        {/* The page anew: what the server could not read before is asked for again. */}
        <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
          {words.retry}
        </button>
        {/* A full load, not a client navigation: whatever broke is left behind. */}
        <a href="/" className="button">
          {words.toStart}
        </a>
      </p>
    </div>
  )
}
