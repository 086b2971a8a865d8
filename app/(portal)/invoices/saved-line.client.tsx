'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '#app/_components/button.tsx'
import { SavedState } from '#app/_components/saved-state.tsx'
import { formatTime } from '#lib/i18n/format.ts'
import type { SaveState } from './autosave.ts'
import { useTools } from './editor-context.client.tsx'

const looks = {
  idle: 'saving',
  dirty: 'saving',
  saving: 'saving',
  saved: 'saved',
  failed: 'failed',
  'signed-out': 'failed',
  conflict: 'failed',
  'moved-on': 'failed',
} as const satisfies Record<SaveState['kind'], 'saving' | 'saved' | 'failed'>

/** Says, always, whether what was typed is kept, and what to do when it is not. */
export function SavedLine() {
  const { autosave } = useTools()
  const words = useTranslations('invoice')
  const locale = useLocale()
  const state = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot, autosave.getSnapshot)
  // Nothing typed since the form was opened: no wheel turns for that.
  if (state.kind === 'idle') {
    return (
      <p role="status" className="text-label text-muted">
        {autosave.revision === 0 ? words('unsaved') : ''}
      </p>
    )
  }
  const sentence = {
    dirty: words('dirty'),
    saving: words('saving'),
    saved: state.kind === 'saved' ? words('saved', { time: formatTime(state.at, locale) }) : '',
    failed: words('saveFailed'),
    'signed-out': words('signedOut'),
    conflict: `${words('conflict')}. ${words('conflictText')}`,
    'moved-on': words('movedOn'),
  }[state.kind]
  return (
    <SavedState state={looks[state.kind]} action={<SavedAction kind={state.kind} />}>
      {sentence}
    </SavedState>
  )
}

function SavedAction({ kind }: { kind: SaveState['kind'] }) {
  const { autosave, invoiceId } = useTools()
  const words = useTranslations('invoice')
  const common = useTranslations('common')
  const [isBusy, setBusy] = useState(false)
  const run = async (work: () => Promise<boolean>) => {
    if (isBusy) return
    setBusy(true)
    await work()
    setBusy(false)
  }
  switch (kind) {
    case 'failed':
      return <Button onClick={() => run(() => autosave.retry())}>{common('retry')}</Button>
    case 'signed-out':
      return (
        <span className="flex flex-wrap items-center gap-3">
          <a href="/sign-in" target="_blank" rel="noopener">
            {words('signIn')}
          </a>
          <Button onClick={() => run(() => autosave.retry())}>{common('retry')}</Button>
        </span>
      )
    case 'conflict':
      return (
        <span className="flex flex-wrap gap-3">
          <Button onClick={() => window.location.assign(`/invoices/${invoiceId}`)}>
            {words('takeTheirs')}
          </Button>
          <Button onClick={() => run(() => autosave.keepMine())}>{words('keepMine')}</Button>
        </span>
      )
    case 'moved-on':
      return <Link href={`/documents/${invoiceId}`}>{words('showDocument')}</Link>
    default:
      return null
  }
}
