'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext } from 'react'

const LineContext = createContext<string | null>(null)

/** Tells the controls within which line they belong to, as it is counted on the page. */
export function OfLine({ number, children }: { number: number; children: ReactNode }) {
  return <LineContext value={String(number)}>{children}</LineContext>
}

/**
 * A control's whole name for those who hear the page: its label and its line, `Artikelnummer, rad 2`. Undefined
 * outside a line: the label is the name.
 */
export function useLineName(): (label: string) => string | undefined {
  const words = useTranslations('invoice')
  const number = useContext(LineContext)
  return (label) => (number === null ? undefined : words('cellName', { label, number }))
}
