'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '#app/_components/button.tsx'
import { useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import { useLoaded } from './use-loaded.client.ts'

/** *Senaste ändringar*: opens the list of what can be undone. Ctrl/Cmd+Z outside text fields undoes the last of it. */
export function RecentChanges() {
  const words = useTranslations('invoice')
  const { part, isStuck, ask } = useLoaded(() => import('./recent-changes-dialog.client.tsx'))
  const [isOpen, setOpen] = useState(false)
  const undone = useUndoKey()
  const press = () => {
    ask()
    setOpen(true)
  }
  return (
    <>
      <Button look="quiet" icon={History} className="px-0" onClick={press}>
        {words('recentChanges')}
      </Button>
      {isStuck && <span role="alert">{words('notFetched')}</span>}
      <span role="status" className="sr-only">
        {undone > 0 && <span key={undone}>{words('lastUndone')}</span>}
      </span>
      {part !== null && <part.RecentChangesDialog open={isOpen} onClose={() => setOpen(false)} />}
    </>
  )
}

/** How many times the last change was undone by keys. */
function useUndoKey(): number {
  const { store } = useTools()
  const [count, setCount] = useState(0)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      if (!isUndo || event.key.toLowerCase() !== 'z' || hasUndoOfItsOwn(event.target)) return
      const step = store.undoLast()
      if (step === null) return
      event.preventDefault()
      setCount((before) => before + 1)
      document.getElementById(fieldId(step.field))?.scrollIntoView({ block: 'nearest' })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [store])
  return count
}

/** A text field undoes its own typing; what is chosen or ticked has nothing of the kind. */
function hasUndoOfItsOwn(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
