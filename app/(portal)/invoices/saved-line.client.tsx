'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { Button } from '#app/_components/button.tsx'
import { SavedState } from '#app/_components/saved-state.tsx'
import { formatTime } from '#lib/i18n/format.ts'
import type { SaveState } from './autosave.ts'
import { downloadDraft } from './draft-file.ts'
import { useTools } from './editor-context.client.tsx'
import { useDeviceKeeps } from './use-device.client.ts'
import { useOnline } from './use-online.client.ts'

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

const waiting: readonly SaveState['kind'][] = ['dirty', 'saving', 'failed']

/** Says, always, whether what was typed is kept, and where; and what to do when it is not. */
export function SavedLine() {
  const { autosave } = useTools()
  const words = useTranslations('invoice')
  const locale = useLocale()
  const state = useSyncExternalStore(autosave.subscribe, autosave.getSnapshot, autosave.getSnapshot)
  const isKept = useDeviceKeeps()
  const isOnline = useOnline()
  // Nothing typed since the form was opened: no wheel turns for that.
  if (state.kind === 'idle') {
    return (
      <p role="status" className="text-label text-muted">
        {autosave.revision === 0 ? words('unsaved') : ''}
      </p>
    )
  }
  if (!isOnline && waiting.includes(state.kind)) {
    return (
      <SavedState state="offline" action={<DownloadButton />}>
        {words('waitsOnline')}
      </SavedState>
    )
  }
  const sentence = {
    dirty: words('dirty'),
    saving: words('saving'),
    saved: state.kind === 'saved' ? words('saved', { time: formatTime(state.at, locale) }) : '',
    failed: words(isKept ? 'saveFailed' : 'saveFailedHere'),
    'signed-out': words('signedOut'),
    conflict: words('conflictText'),
    'moved-on': words('movedOn'),
  }[state.kind]
  return (
    <SavedState state={looks[state.kind]} action={<SavedAction kind={state.kind} />}>
      {sentence}
    </SavedState>
  )
}

function SavedAction({ kind }: { kind: SaveState['kind'] }) {
  const { invoiceId } = useTools()
  const words = useTranslations('invoice')
  switch (kind) {
    case 'failed':
      return (
        <span className="flex flex-wrap gap-3">
          <RetryButton />
          <DownloadButton />
        </span>
      )
    case 'signed-out':
      return (
        <span className="flex flex-wrap items-center gap-3">
          <a href="/sign-in" target="_blank" rel="noopener">
            {words('signIn')}
          </a>
          <RetryButton />
        </span>
      )
    case 'moved-on':
      return <Link href={`/documents/${invoiceId}`}>{words('showDocument')}</Link>
    default:
      return null
  }
}

function RetryButton() {
  const { autosave } = useTools()
  const words = useTranslations('invoice')
  const common = useTranslations('common')
  const [isBusy, setBusy] = useState(false)
  const retry = async () => {
    if (isBusy) return
    setBusy(true)
    await autosave.retry()
    setBusy(false)
  }
  return <Button onClick={retry}>{isBusy ? words('saving') : common('retry')}</Button>
}

/** *Ladda ner som fil*: a copy that needs neither the network nor this browser. */
function DownloadButton() {
  const { store } = useTools()
  const words = useTranslations('invoice')
  return (
    <Button look="quiet" onClick={() => downloadDraft(store.getSnapshot().draft)}>
      {words('downloadDraft')}
    </Button>
  )
}
