'use client'

import { CircleCheck, Ellipsis, StickyNote, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FocusEvent, type KeyboardEvent, memo, useState } from 'react'
import { flushSync } from 'react-dom'
import { FieldError } from '#app/_components/field.tsx'
import { Icon } from '#app/_components/icon.tsx'
import { formatAmount } from '#lib/i18n/format.ts'
import { AmbiguousAmount } from './ambiguous-amount.client.tsx'
import { AmountInput } from './amount-input.client.tsx'
import { CopiedFoodVat } from './copied.client.tsx'
import type { CellName } from './draft-edits.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { hasDetails } from './has-details.ts'
import { ItemName } from './item-name.client.tsx'
import { RareParts } from './later-parts.client.tsx'
import { cellNames, useCellErrors, VatSelect } from './line-cells.client.tsx'
import { handleLineKey } from './line-keys.ts'
import { OfLine } from './line-name.client.tsx'
import { fieldId } from './problems.ts'
import { otherReading } from './shown-amount.ts'
import { UnitSelect } from './unit-select.client.tsx'
import { isZeroRated, ZeroReason } from './zero-reason.client.tsx'

/** One row of the table; rendered again only when something of its own has changed. */
export const LineRow = memo(function LineRow({ lineKey }: { lineKey: string }) {
  const view = useEditor((state) => state.rows.get(lineKey))
  return view === undefined ? null : (
    <OfLine number={view.number}>
      <Row view={view} />
    </OfLine>
  )
})

function Row({ view }: { view: RowView }) {
  const { store, copy } = useTools()
  const errorAt = useCellErrors(view)
  const { key } = view.line
  const foodBefore = copy?.foodRates[key]
  const errors = cellNames.filter((cell) => errorAt(cell) !== undefined)
  const keys = (event: KeyboardEvent<HTMLElement>) => handleLineKey(event, store, key, flushSync)
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) store.announceSum()
  }
  const [isOpen, setOpen] = useState(() => hasDetails(view.line))
  const isWrong = view.problems.some(({ field }) => !cellNames.some((cell) => field.endsWith(`.${cell}`)))
  const isShown = isOpen || isWrong
  return (
    <tbody onKeyDown={keys} onBlur={leave}>
      <Cells view={view} isOpen={isShown} onToggle={() => setOpen(!isShown)} />
      {isZeroRated(view.line) && (
        <tr>
          <td colSpan={7} className="pb-2 ps-6">
            <ZeroReason line={view.line} />
          </td>
        </tr>
      )}
      {errors.length > 0 && (
        <tr>
          <td colSpan={7} className="pb-2">
            {errors.map((cell) => (
              <FieldError key={cell} id={fieldId(`lines.${key}.${cell}`)} error={errorAt(cell)} />
            ))}
          </td>
        </tr>
      )}
      {foodBefore !== undefined && (
        <tr>
          <td colSpan={7} className="text-end">
            <CopiedFoodVat line={view.line} before={foodBefore} />
          </td>
        </tr>
      )}
      <Questions view={view} />
      {view.isNoteOpen && <NoteRow view={view} />}
      {isShown && (
        <tr>
          <td colSpan={7} className="pb-3 ps-6">
            <div className="rounded-button border border-line bg-sunken p-4">
              <RareParts>{({ LineDetails }) => <LineDetails view={view} />}</RareParts>
            </div>
          </td>
        </tr>
      )}
    </tbody>
  )
}

const numberCells = ['quantity', 'unitPrice'] as const

/** Numbers of the row that have two readings. */
function Questions({ view: { line } }: { view: RowView }) {
  const { store } = useTools()
  const cells = numberCells.filter((cell) => otherReading(line[cell]) !== null)
  if (cells.length === 0) return null
  return (
    <tr>
      <td colSpan={7} className="text-end">
        {cells.map((cell) => (
          <AmbiguousAmount
            key={cell}
            field={`lines.${line.key}.${cell}`}
            controlId={fieldId(`lines.${line.key}.${cell}`)}
            kind={cell === 'quantity' ? 'quantity' : 'money'}
            value={line[cell]}
            onValue={(text) => store.setCell(line.key, cell, text)}
          />
        ))}
      </td>
    </tr>
  )
}

type RowParts = { view: RowView; isOpen: boolean; onToggle: () => void }

function Cells({ view, isOpen, onToggle }: RowParts) {
  const common = useTranslations('common')
  const { store } = useTools()
  const cell = useCellProps(view)
  const { line, isRequired, net } = view
  const hole = isRequired ? common('required') : ' '
  return (
    <tr className="align-top">
      <td className="py-1 pe-2">
        <ItemName line={line} hole={hole} wiring={cell('itemName')} />
      </td>
      <td className="py-1 pe-2">
        <AmountInput
          {...cell('quantity')}
          kind="quantity"
          placeholder=" "
          value={line.quantity}
          onValue={(text) => store.setCell(line.key, 'quantity', text)}
        />
      </td>
      <td className="py-1 pe-2">
        <UnitSelect
          {...cell('unit')}
          className="px-1.5"
          value={line.unit}
          onValue={(code) => store.setCell(line.key, 'unit', code)}
        />
      </td>
      <td className="py-1 pe-2">
        <AmountInput
          {...cell('unitPrice')}
          kind="money"
          placeholder={hole}
          value={line.unitPrice}
          className="placeholder:text-hint placeholder:text-bad"
          onValue={(text) => store.setCell(line.key, 'unitPrice', text)}
        />
      </td>
      <td className="py-1 pe-2">
        <VatSelect
          {...cell('vatChoice')}
          className="px-1.5"
          value={line.vatChoice}
          onChange={(event) => store.setCell(line.key, 'vatChoice', event.currentTarget.value)}
        />
      </td>
      <td className="amount py-1 pe-1 leading-[2.75rem]">
        {net === null || !isRequired ? '' : formatAmount(net)}
      </td>
      <td className="py-1">
        <RowButtons view={view} isOpen={isOpen} onToggle={onToggle} />
      </td>
    </tr>
  )
}

/** What every control of a row is told: its name, its place, and what is wrong with it. */
function useCellProps(view: RowView) {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { store } = useTools()
  const errorAt = useCellErrors(view)
  const labels = {
    itemName: fields('itemName'),
    quantity: fields('quantity'),
    unit: fields('unit'),
    unitPrice: fields('price'),
    vatChoice: fields('vat'),
    lineNote: words('lineNote'),
  } satisfies Partial<Record<CellName, string>>
  return (cell: keyof typeof labels) => {
    const field = `lines.${view.line.key}.${cell}`
    const id = fieldId(field)
    const hasError = errorAt(cell) !== undefined
    return {
      id,
      'data-cell': cell,
      'aria-label': words('cellName', { label: labels[cell], number: String(view.number) }),
      'aria-invalid': hasError ? true : undefined,
      'aria-describedby': hasError ? `${id}-error` : undefined,
      required: view.isRequired && cell !== 'lineNote',
      onBlur: () => store.leave(field),
    } as const
  }
}

function RowButtons({ view: { line, number, isComplete, isNoteOpen }, isOpen, onToggle }: RowParts) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const openNote = () => {
    flushSync(() => store.toggleNote(line.key, !isNoteOpen || line.lineNote !== ''))
    document.getElementById(fieldId(`lines.${line.key}.lineNote`))?.focus()
  }
  const remove = () => {
    const keys = store.getSnapshot().keys
    const at = keys.indexOf(line.key)
    flushSync(() => store.removeLine(line.key))
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
        className="grid h-11 w-9 place-items-center wide:w-11 rounded-button text-wait hover:bg-wait-soft"
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
        className="grid h-11 w-9 place-items-center wide:w-11 rounded-button text-bad hover:bg-bad-soft"
        title={words('removeLine', named)}
        onClick={remove}
      >
        <Icon of={X} />
        <span className="sr-only">{words('removeLine', named)}</span>
      </button>
    </div>
  )
}

function NoteRow({ view }: { view: RowView }) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const cell = useCellProps(view)
  const { key, lineNote } = view.line
  return (
    <tr>
      <td colSpan={7} className="pb-2 ps-6">
        <div className="rounded-field bg-wait-soft p-2">
          <p aria-hidden="true" className="px-1 pb-1 text-hint font-semibold text-wait">
            {words('lineNote')} · <span className="font-normal text-ink">{words('noteHint')}</span>
          </p>
          <textarea
            {...cell('lineNote')}
            rows={1}
            maxLength={500}
            placeholder=" "
            value={lineNote}
            className="control min-h-11"
            onChange={(event) => store.setCell(key, 'lineNote', event.currentTarget.value)}
          />
        </div>
      </td>
    </tr>
  )
}
