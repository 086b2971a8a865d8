'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

const shownMs = 8000

/**
 * What stays for eight seconds: a message with *Ångra*. It takes the focus, is read aloud, and waits while the pointer
 * is on it or the focus is on something in it. Without script it stays.
 */
export function TimedNotice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [gone, setGone] = useState(false)
  const [held, setHeld] = useState(false)
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    if (held || gone) return
    const timer = setTimeout(() => {
      // Focus must not fall into nothing with the message.
      if (box.current?.contains(document.activeElement)) document.getElementById('main')?.focus()
      setGone(true)
    }, shownMs)
    return () => clearTimeout(timer)
  }, [held, gone])
  if (gone) return null
  return (
    <div
      ref={box}
      role="status"
      tabIndex={-1}
      className="mb-4"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event) => setHeld(event.target !== event.currentTarget)}
      onBlur={() => setHeld(false)}
    >
      {children}
    </div>
  )
}
