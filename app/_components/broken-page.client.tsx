'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'

/** Says that the fault is ours and nothing is lost, with the reference that the log knows, and a way to try again. */
export function BrokenPage({ reference }: { reference: string | undefined }) {
  const words = useTranslations('errors')
  const common = useTranslations('common')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="mx-auto grid max-w-column gap-4 px-4 py-8">
      <h1 ref={heading} tabIndex={-1}>
        {words('brokenTitle')}
      </h1>
      <p>{words('brokenKept')}</p>
      <p className="text-muted">{words('brokenAdvice')}</p>
      {reference !== undefined && <p className="figures">{words('reference', { reference })}</p>}
      <p className="flex flex-wrap gap-3">
        {/* The page anew: what the server could not read before is asked for again. */}
        <Button look="primary" onClick={() => window.location.reload()}>
          {common('retry')}
        </Button>
        {/* A full load, not a client navigation: whatever broke is left behind. */}
        <a href="/" className="button">
          {words('toStart')}
        </a>
      </p>
    </div>
  )
}
