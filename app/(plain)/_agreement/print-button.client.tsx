'use client'

import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#app/_components/button.tsx'

/** Prints the page as it is. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button icon={Printer} className="no-print" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
