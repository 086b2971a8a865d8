'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, type KeyboardEvent, memo, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { FieldError } from '#app/_components/field.tsx'
import type { FieldCode } from '#lib/invoice/requirement-profile.ts'
import { AmbiguousAmount } from './ambiguous-amount.client.tsx'
import { askedCells } from './asked-cells.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { hasDetails } from './has-details.ts'
import { QuietParts, RareParts } from './later-parts.client.tsx'
import { cellNames, useCellErrors } from './line-cells.client.tsx'
import { handleLineKey } from './line-keys.ts'
import { OfLine } from './line-name.client.tsx'
import { LineCells, useCellWiring } from './line-row-cells.client.tsx'
import { fieldId } from './problems.ts'
import { otherReading } from './shown-amount.ts'
import { useDemandedFrame } from './use-demand.client.tsx'
import { isZeroRated, ZeroReason } from './zero-reason.client.tsx'

type LineRowProps = {
  lineKey: string
  /** What the recipient asks for. */
  asked: readonly FieldCode[]
}

/** One row of the table; rendered again only when something of its own has changed. */
export const LineRow = memo(function LineRow({ lineKey, asked }: LineRowProps) {
  const view = useEditor((state) => state.rows.get(lineKey))
  return view === undefined ? null : (
    <OfLine number={view.number}>
      <Row view={view} asked={asked} />
    </OfLine>
  )
})

function Row({ view, asked }: { view: RowView; asked: readonly FieldCode[] }) {
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
  const demanded = askedCells(asked)
  const placed = [...cellNames, 'lineNote', ...demanded].map((cell) => `lines.${key}.${cell}`)
  const isWrong = view.problems.some(({ field }) => !placed.includes(field))
  const hasNote = view.isNoteOpen || (view.isRequired && asked.includes('lines.lineNote'))
  const isShown = isOpen || isWrong
  const toggle = useCallback(() => setOpen(!isShown), [isShown])
  return (
    <tbody onKeyDown={keys} onBlur={leave}>
      <LineCells view={view} isOpen={isShown} onToggle={toggle} />
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
            <QuietParts>
              {({ CopiedFoodVat }) => <CopiedFoodVat line={view.line} before={foodBefore} />}
            </QuietParts>
          </td>
        </tr>
      )}
      <Questions view={view} />
      {hasNote && <NoteRow view={view} />}
      {demanded.length > 0 && view.isRequired && (
        <tr>
          <td colSpan={7} className="pb-3 ps-6">
            <RareParts>{({ DemandedCells }) => <DemandedCells view={view} cells={demanded} />}</RareParts>
          </td>
        </tr>
      )}
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

function NoteRow({ view }: { view: RowView }) {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const { key, lineNote } = view.line
  const error = useCellErrors(view)('lineNote')
  const { label, hint, required } = useDemandedFrame('lines.lineNote', {
    label: words('lineNote'),
    hint: words('noteHint'),
  })
  const place = {
    lineKey: key,
    number: view.number,
    isRequired: view.isRequired,
    hasError: error !== undefined,
  }
  const wiring = useCellWiring('lineNote', place)
  return (
    <tr>
      <td colSpan={7} className="pb-2 ps-6">
        <div className="rounded-field bg-wait-soft p-2">
          <p aria-hidden="true" className="px-1 pb-1 text-hint font-semibold text-wait">
            {label} · <span className="font-normal text-ink">{hint}</span>
          </p>
          <textarea
            {...wiring}
            required={required && view.isRequired}
            rows={1}
            maxLength={500}
            placeholder=" "
            value={lineNote}
            className="control min-h-11"
            onChange={(event) => store.setCell(key, 'lineNote', event.currentTarget.value)}
          />
          <FieldError id={fieldId(`lines.${key}.lineNote`)} error={error} />
        </div>
      </td>
    </tr>
  )
}
