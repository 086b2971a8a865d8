'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#app/_components/button.tsx'

const shownMs = 8_000

type UndoNoteProps = {
  /** What was done: "Faktura.pdf är borttagen". */
  children: ReactNode
  undo: string
  onUndo: () => void
  /** The time is over: the note goes away. */
  onGone: () => void
}

/**
 * Says what was just done, with the way back, for 8 s: longer while pointed at or focused. Takes the focus when the
 * button that was pressed went away with what it removed.
 */
export function UndoNote({ children, undo, onUndo, onGone }: UndoNoteProps) {
  const box = useRef<HTMLDivElement>(null)
  const gone = useRef(onGone)
  useEffect(() => {
    gone.current = onGone
  }, [onGone])
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => clearTimeout(timer)
    const start = () => {
      stop()
      timer = setTimeout(() => {
        if (element.matches(':hover, :focus-within')) start()
        else gone.current()
      }, shownMs)
    }
    start()
    if (document.activeElement === document.body) element.querySelector('button')?.focus()
    element.addEventListener('pointerleave', start)
    element.addEventListener('focusout', start)
    return () => {
      stop()
      element.removeEventListener('pointerleave', start)
      element.removeEventListener('focusout', start)
    }
  }, [])
  return (
    <div ref={box} role="status" className="flex flex-wrap items-center gap-x-3">
      <span className="min-w-0 break-words">{children}</span>
      <Button look="quiet" className="px-2" onClick={onUndo}>
        {undo}
      </Button>
    </div>
  )
}
