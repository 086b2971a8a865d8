'use client'

import { CircleCheck, Ellipsis, StickyNote, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from '#app/_components/icon.tsx'
import { formatAmount } from '#lib/i18n/format.ts'
import { AmountInput } from './amount-input.client.tsx'
import type { CellName } from './draft-edits.ts'
import { useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { ItemName } from './item-name.client.tsx'
import { type cellNames, VatSelect } from './line-cells.client.tsx'
import { fieldId } from './problems.ts'
import { UnitSelect } from './unit-select.client.tsx'

type LineCellsProps = { view: RowView; isOpen: boolean; onToggle: () => void }

/** A row's controls, each rendered again only when something of its own has changed: a key costs one of them. */
export function LineCells({ view, isOpen, onToggle }: LineCellsProps) {
  const { line, isRequired, net, number, problems } = view
  const { key } = line
  const place = (cell: CellName) => ({
    lineKey: key,
    number,
    isRequired,
    hasError: problems.some(({ field }) => field === `lines.${key}.${cell}`),
  })
  return (
    <tr className="align-top">
      <td className="py-1 pe-2">
        <NameCell {...place('itemName')} value={line.itemName} />
      </td>
      <td className="py-1 pe-2">
        <NumberCell {...place('quantity')} cell="quantity" value={line.quantity} />
      </td>
      <td className="py-1 pe-2">
        <UnitCell {...place('unit')} value={line.unit} />
      </td>
      <td className="py-1 pe-2">
        <NumberCell {...place('unitPrice')} cell="unitPrice" value={line.unitPrice} />
      </td>
      <td className="py-1 pe-2">
        <VatCell {...place('vatChoice')} value={line.vatChoice} />
      </td>
      <td className="amount py-1 pe-1 leading-[2.75rem]">
        {net === null || !isRequired ? '' : formatAmount(net)}
      </td>
      <td className="py-1">
        <RowButtons
          lineKey={key}
          number={number}
          isComplete={view.isComplete}
          isNoteOpen={view.isNoteOpen}
          hasNote={line.lineNote !== ''}
          isOpen={isOpen}
          onToggle={onToggle}
        />
      </td>
    </tr>
  )
}

/** Where a control stands and how it fares. Plain values, so that the same ones are the same. */
type CellPlace = { lineKey: string; number: number; isRequired: boolean; hasError: boolean }

type CellProps = CellPlace & { value: string }

/** What every control of a row is told: its name, its place, and what is wrong with it. */
export function useCellWiring(cell: WiredCell, { lineKey, number, isRequired, hasError }: CellPlace) {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store } = useTools()
  const label = {
    itemName: () => fields('itemName'),
    quantity: () => fields('quantity'),
    unit: () => fields('unit'),
    unitPrice: () => fields('price'),
    vatChoice: () => fields('vat'),
    lineNote: () => words('lineNote'),
  }[cell]()
  const field = `lines.${lineKey}.${cell}`
  const id = fieldId(field)
  return {
    id,
    'data-cell': cell,
    'aria-label': words('cellName', { label, number: String(number) }),
    'aria-invalid': hasError ? true : undefined,
    'aria-describedby': hasError ? `${id}-error` : undefined,
    required: isRequired && cell !== 'lineNote',
    onBlur: () => store.leave(field),
  } as const
}

type WiredCell = (typeof cellNames)[number] | 'lineNote'

/** What stands in an empty cell that must be filled in. */
function useHole(isRequired: boolean): string {
  const common = useTranslations('common')
  return isRequired ? common('required') : ' '
}

const NameCell = memo(function NameCell({ value, ...place }: CellProps) {
  const wiring = useCellWiring('itemName', place)
  return <ItemName lineKey={place.lineKey} value={value} hole={useHole(place.isRequired)} wiring={wiring} />
})

type NumberCellProps = CellProps & { cell: 'quantity' | 'unitPrice' }

const NumberCell = memo(function NumberCell({ cell, value, ...place }: NumberCellProps) {
  const { store } = useTools()
  const wiring = useCellWiring(cell, place)
  const hole = useHole(place.isRequired)
  const isPrice = cell === 'unitPrice'
  return (
    <AmountInput
      {...wiring}
      kind={isPrice ? 'money' : 'quantity'}
      placeholder={isPrice ? hole : ' '}
      value={value}
      className={isPrice ? 'placeholder:text-hint placeholder:text-bad' : undefined}
      onValue={(text) => store.setCell(place.lineKey, cell, text)}
    />
  )
})

const UnitCell = memo(function UnitCell({ value, ...place }: CellProps) {
  const { store } = useTools()
  return (
    <UnitSelect
      {...useCellWiring('unit', place)}
      className="px-1.5"
      value={value}
      onValue={(code) => store.setCell(place.lineKey, 'unit', code)}
    />
  )
})

const VatCell = memo(function VatCell({ value, ...place }: CellProps) {
  const { store } = useTools()
  return (
    <VatSelect
      {...useCellWiring('vatChoice', place)}
      className="px-1.5"
      value={value}
      onChange={(event) => store.setCell(place.lineKey, 'vatChoice', event.currentTarget.value)}
    />
  )
})

type RowButtonsProps = {
  lineKey: string
  number: number
  isComplete: boolean
  isNoteOpen: boolean
  hasNote: boolean
  isOpen: boolean
  onToggle: () => void
}

const RowButtons = memo(function RowButtons(props: RowButtonsProps) {
  const { lineKey, number, isComplete, isNoteOpen, hasNote, isOpen, onToggle } = props
  const words = useTranslations('invoice')
  const { store } = useTools()
  const openNote = () => {
    flushSync(() => store.toggleNote(lineKey, !isNoteOpen || hasNote))
    document.getElementById(fieldId(`lines.${lineKey}.lineNote`))?.focus()
  }
  const remove = () => {
    const keys = store.getSnapshot().keys
    const at = keys.indexOf(lineKey)
    flushSync(() => store.removeLine(lineKey))
    const next = keys[at + 1] ?? keys[at - 1] ?? store.getSnapshot().keys[0]
    document.getElementById(fieldId(`lines.${next}.itemName`))?.focus()
  }
  const named = { number: String(number) }
  return (
    <div className="flex items-center justify-end">
      <span className="flex size-6 items-center justify-center text-ok">
        {isComplete && (
          <>
            <Icon of={CircleCheck} />
            <span className="sr-only">{words('lineComplete', named)}</span>
          </>
        )}
      </span>
      <button
        type="button"
        aria-expanded={isOpen}
        className="grid h-11 w-9 place-items-center rounded-button text-muted hover:bg-neutral-soft"
        title={words('lineMoreName', named)}
        onClick={onToggle}
      >
        <Icon of={Ellipsis} />
        <span className="sr-only">{words('lineMoreName', named)}</span>
      </button>
      <button
        type="button"
        aria-expanded={isNoteOpen}
        className="grid h-11 w-9 place-items-center beside:w-11 rounded-button text-wait hover:bg-wait-soft"
        title={words('openNote', named)}
        onClick={openNote}
      >
        <span className="grid size-8 place-items-center rounded-field bg-wait-soft">
          <Icon of={StickyNote} size={18} />
        </span>
        <span className="sr-only">{words('openNote', named)}</span>
      </button>
      <button
        type="button"
        className="grid h-11 w-9 place-items-center beside:w-11 rounded-button text-bad hover:bg-bad-soft"
        title={words('removeLine', named)}
        onClick={remove}
      >
        <Icon of={X} />
        <span className="sr-only">{words('removeLine', named)}</span>
      </button>
    </div>
  )
})
