'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { SubmitButton } from '#app/_components/submit-button.client.tsx'
import { SavedNote } from './saved-note.client.tsx'

type SaveBarProps = {
  /** What the button says; *Spara ändringar* when left out. */
  label?: ReactNode
  /** "Sparat kl. 14.32": stays. */
  saved?: ReactNode
}

/**
 * The foot of a form that is saved explicitly: the button, *Ångra* once something was changed, and when it was saved.
 * Whoever leaves with changes is asked first. Fields are uncontrolled: changed means other than their default.
 */
export function SaveBar({ label, saved }: SaveBarProps) {
  const common = useTranslations('common')
  const bar = useRef<HTMLDivElement>(null)
  const [isChanged, setIsChanged] = useState(false)
  const look = useCallback(() => setIsChanged(hasChanges(bar.current?.closest('form'))), [])
  // After a save the defaults are new.
  useEffect(look)
  useEffect(() => {
    const form = bar.current?.closest('form')
    form?.addEventListener('input', look)
    return () => form?.removeEventListener('input', look)
  }, [look])
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isChanged])
  const undo = () => {
    bar.current?.closest('form')?.reset()
    look()
  }
  return (
    <div ref={bar} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SubmitButton pendingText={common('saving')}>{label ?? common('saveChanges')}</SubmitButton>
      {isChanged && (
        <Button look="quiet" onClick={undo}>
          {common('undo')}
        </Button>
      )}
      <SavedNote>{!isChanged && saved}</SavedNote>
    </div>
  )
}

function hasChanges(form: HTMLFormElement | null | undefined): boolean {
  return [...(form?.elements ?? [])].some(
    (element) =>
      element instanceof HTMLInputElement &&
      element.type !== 'hidden' &&
      (element.type === 'checkbox'
        ? element.checked !== element.defaultChecked
        : element.value !== element.defaultValue),
  )
}
