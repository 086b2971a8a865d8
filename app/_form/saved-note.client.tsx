'use client'

import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#app/_components/icon.tsx'

/** Says beside the button that a form was saved, and when; it stays. Read aloud when it comes. */
export function SavedNote({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex min-h-6 items-center gap-1.5 text-label text-ok">
      {children && <Icon of={Check} size={18} />}
      {children}
    </p>
  )
}
