'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What one has to read now takes the focus when it appears: it is in view, read aloud, and Tab goes on below it. */
export function TakesFocus({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="mb-4 scroll-mt-4">
      {children}
    </div>
  )
}
