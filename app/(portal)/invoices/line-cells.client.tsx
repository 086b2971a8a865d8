'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import {
  isVatChoice,
  isZeroVatChoice,
  rateVatChoices,
  resolveVat,
  unregisteredVatChoice,
  type VatChoice,
  zeroVatChoices,
  zeroWithoutReason,
} from '#lib/codelists/vat-choices.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import type { Messages } from '#lib/i18n/messages.ts'
import type { DraftLine } from '#lib/invoice/draft.ts'
import type { CellName } from './draft-edits.ts'
import { ProblemText, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'

type SelectProps = Omit<ComponentProps<'select'>, 'children'>

/** The VAT that can be chosen: rates, food, and *0 %*, which then asks why. */
export function VatSelect({ className, ...rest }: SelectProps) {
  const words = useTranslations('invoice')
  const value = String(rest.value ?? '')
  const isZero = value === zeroWithoutReason || (isVatChoice(value) && isZeroVatChoice(value))
  return (
    <select {...rest} className={`control ${className ?? ''}`} value={isZero ? zeroWithoutReason : value}>
      {value === '' && <option value="">{words('chooseVat')}</option>}
      {/* What was pasted and is none of ours: it is seen until another is chosen. */}
      {value !== '' && !isZero && !isVatChoice(value) && <option value={value}>{value}</option>}
      <RateOptions />
      <option value={zeroWithoutReason}>{words('vatZero')}</option>
    </select>
  )
}

/** Why VAT is 0 %. */
export function ZeroReasonSelect({ className, ...rest }: SelectProps) {
  const words = useTranslations('invoice')
  const { company } = useTools().surroundings
  return (
    <select {...rest} className={`control ${className ?? ''}`}>
      <option value={zeroWithoutReason}>{words('chooseReason')}</option>
      <ZeroOptions reasons={company.vatRegistered ? zeroVatChoices : [unregisteredVatChoice]} />
    </select>
  )
}

/** Every VAT choice as options of one select. */
export function VatOptions() {
  const words = useTranslations('invoice')
  return (
    <>
      <RateOptions />
      <optgroup label={words('vatZero')}>
        <ZeroOptions reasons={zeroVatChoices} />
      </optgroup>
    </>
  )
}

function RateOptions() {
  const shownVat = useShownVat()
  return rateVatChoices.map((choice) => (
    <option key={choice} value={choice}>
      {shownVat(choice)}
    </option>
  ))
}

function ZeroOptions({ reasons }: { reasons: readonly VatChoice[] }) {
  const words = useTranslations('invoice.zeroReasons')
  return reasons.map((choice) => (
    <option key={choice} value={choice}>
      {words(choice as keyof Messages['invoice']['zeroReasons'])}
    </option>
  ))
}

/** A VAT choice as people read it: `25 %`, food with its rate of today; empty when it is none. */
export function useShownVat(): (choice: string) => string {
  const words = useTranslations('invoice')
  const { today } = useTools().surroundings
  return (choice) => {
    if (choice === zeroWithoutReason) return words('vatZero')
    const rate = isVatChoice(choice) ? resolveVat(choice, today).rate : undefined
    if (rate === undefined) return ''
    return choice === 'food' ? words('vatFood', { rate: formatPercent(rate) }) : formatPercent(rate)
  }
}

/** What is shown as wrong at a cell of a row, if anything is. */
export function useCellErrors({ line, problems }: RowView): (cell: CellName) => ReactNode {
  return (cell) => {
    const problem = problems.find((each) => each.field === `lines.${line.key}.${cell}`)
    return problem === undefined ? undefined : <ProblemText problem={problem} />
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
