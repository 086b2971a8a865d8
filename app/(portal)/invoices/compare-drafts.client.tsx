'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { useLoaded } from './use-loaded.client.ts'

type CompareDraftsProps = {
  theirs: InvoiceDraft
  /** The buttons of the choice; `close` closes the comparison first. */
  actions: (close: () => void) => ReactNode
}

/** *Visa skillnad*, with the comparison that it opens; fetched when it is first pressed. */
export function CompareDrafts({ theirs, actions }: CompareDraftsProps) {
  const words = useTranslations('invoice')
  const { part, isStuck, ask } = useLoaded(() => import('./compare-dialog.client.tsx'))
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const press = () => {
    ask()
    setOpen(true)
  }
  return (
    <>
      <Button onClick={press}>{words('showDifference')}</Button>
      {isStuck && <span role="alert">{words('notFetched')}</span>}
      {part !== null && (
        <part.CompareDialog open={isOpen} onClose={close} theirs={theirs} actions={actions(close)} />
      )}
    </>
  )
}
