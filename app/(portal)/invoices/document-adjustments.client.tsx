'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/_components/button.tsx'
import { Field, fieldWiring } from '#app/_components/field.tsx'
import { defaultReason } from '#lib/codelists/adjustment-reasons.ts'
import type { DraftDocumentAdjustment } from '#lib/invoice/draft.ts'
import { AdjustmentFields } from './adjustment-fields.client.tsx'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { newLineKey } from './editor-store.ts'
import { VatOptions } from './line-cells.client.tsx'
import { fieldId } from './problems.ts'

const add = 'document-adjustment-add'

/** *Avdrag och tillägg* on the whole invoice (BG-20, BG-21). */
export function DocumentAdjustments() {
  const words = useTranslations('invoice')
  const { store } = useTools()
  const rows = useEditor((state) => state.draft.adjustments)
  const [removed, setRemoved] = useState<{ row: DraftDocumentAdjustment; index: number } | null>(null)
  const write = (adjustments: readonly DraftDocumentAdjustment[]) =>
    flushSync(() => store.change({ adjustments }, 'adjustments'))
  const addRow = () => {
    const key = newLineKey()
    const row = { key, isCharge: false, reasonCode: defaultReason(false, 'document'), reason: '' }
    write([...rows, { ...row, value: '', unit: 'amount', vatChoice: '' }])
    document.getElementById(fieldId(`adjustments.${key}.value`))?.focus()
  }
  const removeRow = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setRemoved({ row, index })
    write(rows.toSpliced(index, 1))
    document.getElementById(add)?.focus()
  }
  const undo = () => {
    if (removed === null) return
    write(rows.toSpliced(removed.index, 0, removed.row))
    setRemoved(null)
    document.getElementById(fieldId(`adjustments.${removed.row.key}.value`))?.focus()
  }
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 text-label font-semibold">{words('adjustments')}</legend>
      {rows.map((row, index) => (
        <AdjustmentFields
          key={row.key}
          place="document"
          field={`adjustments.${row.key}`}
          name={words('adjustmentName', { number: String(index + 1) })}
          value={row}
          onChange={(change, part) =>
            store.change(
              { adjustments: rows.map((each) => (each.key === row.key ? { ...each, ...change } : each)) },
              `adjustments.${row.key}.${part}`,
            )
          }
          onRemove={() => removeRow(index)}
        >
          <AdjustmentVat
            row={row}
            onChange={(vatChoice) =>
              store.change(
                { adjustments: rows.map((each) => (each.key === row.key ? { ...each, vatChoice } : each)) },
                `adjustments.${row.key}.vatChoice`,
              )
            }
          />
        </AdjustmentFields>
      ))}
      <div role="status">
        {removed !== null && (
          <p className="flex flex-wrap items-center gap-3 rounded-button bg-neutral-soft px-3 py-1">
            {words('adjustmentRemoved')}
            <Button look="quiet" onClick={undo}>
              {words('undo')}
            </Button>
          </p>
        )}
      </div>
      <div>
        <Button id={add} icon={Plus} onClick={addRow}>
          {words('addAdjustment')}
        </Button>
      </div>
    </fieldset>
  )
}

function AdjustmentVat({
  row,
  onChange,
}: {
  row: DraftDocumentAdjustment
  onChange: (vatChoice: string) => void
}) {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const field = `adjustments.${row.key}.vatChoice`
  const frame = { id: fieldId(field), label: fields('vat'), error: useFieldError(field) }
  return (
    <Field {...frame}>
      <select
        {...fieldWiring(frame)}
        className="control"
        value={row.vatChoice}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{words(row.unit === 'percent' ? 'vatAllGroups' : 'vatLargestGroup')}</option>
        <VatOptions />
      </select>
    </Field>
  )
}
