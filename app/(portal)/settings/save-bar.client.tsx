'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { SavedNote } from '#app/_form/saved-note.client.tsx'
import type { ActionState } from '#app/_server/action-state.ts'
import { formatTime } from '#lib/i18n/format.ts'

type SaveBarProps = {
  state: ActionState<{ savedAt: string }>
  /** Puts back what is stored; *Ångra* is offered while something has been typed. */
  onUndo?: () => void
  /** A way out beside the button. */
  children?: ReactNode
}

/**
 * The foot of a form in the settings: *Spara ändringar*, and when it was saved, which stays. Stands in its form:
 * while something in it has been typed and not saved, the browser asks before the page is left.
 */
export function SaveBar({ state, onUndo, children }: SaveBarProps) {
  const common = useTranslations('common')
  const locale = useLocale()
  const bar = useRef<HTMLDivElement>(null)
  const isChanged = useUnsaved(bar, state)
  return (
    <div ref={bar} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-5">
      <SubmitButton pendingText={common('saving')}>{common('saveChanges')}</SubmitButton>
      {onUndo && isChanged && (
        <Button look="quiet" onClick={onUndo}>
          {common('undo')}
        </Button>
      )}
      {children}
      <SavedNote>
        {state.status === 'ok' && common('savedAt', { time: formatTime(state.value.savedAt, locale) })}
      </SavedNote>
    </div>
  )
}

/** Whether the form round an element holds what has not been saved; meanwhile leaving the page is asked about. */
function useUnsaved(inside: { current: HTMLElement | null }, state: ActionState): boolean {
  // What the last answer was when something was typed: a newer answer that says saved makes it stored.
  const [typedAfter, setTypedAfter] = useState<ActionState | null>(null)
  const isChanged = typedAfter !== null && (typedAfter === state || state.status !== 'ok')
  useEffect(() => {
    const form = inside.current?.closest('form')
    const note = () => setTypedAfter(state)
    form?.addEventListener('input', note)
    form?.addEventListener('change', note)
    return () => {
      form?.removeEventListener('input', note)
      form?.removeEventListener('change', note)
    }
  }, [inside, state])
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
  return isChanged
}
