'use client'

import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#app/_components/button.tsx'

/** Opens the browser's print dialog; the page's print rules leave the paper alone on the sheet. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button icon={Printer} onClick={() => window.print()}>
      {children}
    </Button>
  )
}
