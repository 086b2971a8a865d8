'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { StatusTag } from '#app/_components/status-tag.tsx'
import { confirmed } from './draft-edits.ts'
import { useEditor, useTools } from './editor-context.client.tsx'

const Strip = lazy(async () => ({ default: (await import('./copy-strip.client.tsx')).CopyStrip }))

/** What was brought from the earlier invoice (K19), above the form, until it is hidden; nothing for other drafts. */
export function Copied() {
  const { copy } = useTools()
  const isTold = useEditor(({ draft }) => draft.copiedFrom !== '')
  if (copy === undefined || !isTold) return null
  return (
    <Suspense>
      <Strip copy={copy} />
    </Suspense>
  )
}

/** *Kontrollera* at a field that was brought along and may be out of date; stops nothing. */
export function CopiedMark({ field }: { field: string }) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-2">
      <StatusTag tone="wait">{words('copyCheck')}</StatusTag>
      <span>{words('copyCheckText')}</span>
      <button
        type="button"
        className="inline-flex min-h-6 items-center text-link underline"
        onClick={() => store.change(confirmed(store.getSnapshot().draft, field), field)}
      >
        {words('copyConfirm')}
      </button>
    </span>
  )
}
