'use client'

import { useTranslations } from 'next-intl'
import {
  type ChangeEvent,
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useState,
} from 'react'
import { findUnit, isUnitCode, units } from '#lib/codelists/units.ts'
import type { Messages } from '#lib/i18n/messages.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { useEditor } from './editor-context.client.tsx'

const all = 'all'

const RareUnitsContext = createContext('')

/** Tells the selects below it which of the rarer units the draft has, once for all of them: they are offered too. */
export function RareUnits({ children }: { children: ReactNode }) {
  const inUse = useEditor(({ draft }) => rareUnitsOf(draft))
  return <RareUnitsContext value={inUse}>{children}</RareUnitsContext>
}

function rareUnitsOf({ lines }: InvoiceDraft): string {
  const rare = lines.map((line) => line.unit).filter((code) => findUnit(code)?.common === false)
  return [...new Set(rare)].join(' ')
}

type UnitSelectProps = Omit<ComponentProps<'select'>, 'children' | 'value' | 'onChange'> & {
  value: string
  onValue: (code: string) => void
}

/**
 * The unit of a line: the ten common ones and those the draft has, and *Fler enheter…*, which brings the rest into
 * the same list and opens it again where the browser allows. With the keys one goes on from there.
 */
export function UnitSelect({ value, onValue, className, ...rest }: UnitSelectProps) {
  const words = useTranslations('invoice')
  const unitName = useUnitName()
  const inUse = useContext(RareUnitsContext).split(' ')
  const [hasAll, setHasAll] = useState(false)
  const option = ({ code }: (typeof units)[number]) => (
    <option key={code} value={code}>
      {unitName(code)}
    </option>
  )
  const choose = ({ currentTarget }: ChangeEvent<HTMLSelectElement>) => {
    if (currentTarget.value !== all) return onValue(currentTarget.value)
    setHasAll(true)
    requestAnimationFrame(() => openList(currentTarget))
  }
  const rare = units.filter((unit) => !unit.common)
  const isOffered = ({ code }: (typeof units)[number]) => hasAll || code === value || inUse.includes(code)
  return (
    <select {...rest} value={value} className={`control ${className ?? ''}`} onChange={choose}>
      {value === '' && <option value="">{words('chooseUnit')}</option>}
      {/* What was pasted and is no unit of ours: it is seen until another is chosen. */}
      {value !== '' && !isUnitCode(value) && <option value={value}>{value}</option>}
      {units.filter((unit) => unit.common).map(option)}
      {rare.filter(isOffered).map(option)}
      {!hasAll && <option value={all}>{unitName('more')}</option>}
    </select>
  )
}

/** Opens a select's list, for which browsers ask that somebody has just pressed something; else it stays closed. */
function openList(select: HTMLSelectElement): void {
  try {
    select.showPicker()
  } catch {
    select.focus()
  }
}

/** A unit's name by its code; the code itself when it is none of ours. */
export function useUnitName(): (code: string) => string {
  const words = useTranslations('units')
  return (code) => {
    const key = code as keyof Messages['units']
    return words.has(key) ? words(key) : code
  }
}
