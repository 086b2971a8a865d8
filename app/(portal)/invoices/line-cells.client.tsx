'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { units } from '#lib/codelists/units.ts'
import { isVatChoice, offeredVatChoices, resolveVat } from '#lib/codelists/vat-choices.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import type { Messages } from '#lib/i18n/messages.ts'
import type { DraftLine } from '#lib/invoice/draft.ts'
import type { CellName } from './draft-edits.ts'
import { useProblemWords } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'

type SelectProps = Omit<ComponentProps<'select'>, 'children'>

/** The units: the ten common ones, then the rest. */
export function UnitSelect({ className, ...rest }: SelectProps) {
  const words = useTranslations('invoice')
  const unitName = useUnitName()
  const option = (unit: (typeof units)[number]) => (
    <option key={unit.code} value={unit.code}>
      {unitName(unit.code)}
    </option>
  )
  return (
    <select {...rest} className={`control ${className ?? ''}`}>
      {rest.value === '' && <option value="">{words('chooseUnit')}</option>}
      {units.filter((unit) => unit.common).map(option)}
      <optgroup label={unitName('more')}>{units.filter((unit) => !unit.common).map(option)}</optgroup>
    </select>
  )
}

/** The VAT that can be chosen, as percentages. */
export function VatSelect({ className, ...rest }: SelectProps) {
  const words = useTranslations('invoice')
  const isOffered = offeredVatChoices.some((choice) => choice === rest.value)
  return (
    <select {...rest} className={`control ${className ?? ''}`}>
      {!isOffered && <option value={String(rest.value ?? '')}>{words('chooseVat')}</option>}
      {offeredVatChoices.map((choice) => (
        <option key={choice} value={choice}>
          {shownVat(choice)}
        </option>
      ))}
    </select>
  )
}

/** A unit's name by its code; the code itself when it is none of ours. */
export function useUnitName(): (code: string) => string {
  const words = useTranslations('units')
  return (code) => {
    const key = code as keyof Messages['units']
    return words.has(key) ? words(key) : code
  }
}

/** A VAT choice as people read it: `25 %`; empty when its rate is not known. */
export function shownVat(choice: string): string {
  const rate = isVatChoice(choice) ? resolveVat(choice, null)?.rate : undefined
  return rate === undefined ? '' : formatPercent(rate)
}

/** The sentence that is shown at a cell of a row, if there is one. */
export function useCellErrors({ line, problems }: RowView): (cell: CellName) => string | undefined {
  const say = useProblemWords()
  return (cell) => {
    const problem = problems.find((each) => each.field === `lines.${line.key}.${cell}`)
    return problem === undefined ? undefined : say(problem)
  }
}

/** The cells of a row from left to right. */
export const cellNames = [
  'itemName',
  'quantity',
  'unit',
  'unitPrice',
  'vatChoice',
] as const satisfies readonly (keyof DraftLine)[]
