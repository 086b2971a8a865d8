'use client'

import { useTranslations } from 'next-intl'
import { Field, fieldWiring } from '#app/_components/field.tsx'
import { TextArea, TextField } from '#app/_components/text-field.tsx'
import { itemClassifications } from '#lib/codelists/item-classifications.ts'
import { readDateInput } from '#lib/core/dates.ts'
import { cleanLine } from '#lib/core/text.ts'
import type { DraftLine } from '#lib/invoice/draft.ts'
import { AmountInput } from './amount-input.client.tsx'
import type { DetailCellName } from './asked-cells.ts'
import type { CellName } from './draft-edits.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { useLineName } from './line-name.client.tsx'
import { fieldId } from './problems.ts'
import { useDemandedFrame } from './use-demand.client.tsx'

/** The cells of a line side by side, as many as there is room for. */
export const cellColumns = 'grid gap-4 grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))]'

/** How each cell of text is called, what it says, and how long it may be. */
const frames = {
  sellerItemId: { label: 'sellerItemId', maxLength: 50 },
  buyerItemId: { label: 'buyerItemId', maxLength: 50 },
  standardItemId: { label: 'standardItemId', hint: 'standardItemHint', maxLength: 20 },
  classificationCode: { label: 'classificationCode', maxLength: 20 },
  orderLineReference: { label: 'orderLine', hint: 'orderLineHint', maxLength: 20 },
  accountingReference: { label: 'lineAccounting', maxLength: 100 },
  objectReference: { label: 'lineObject', maxLength: 50 },
} as const

type DetailCellProps = { view: RowView; cell: DetailCellName }

/** One of the cells that a recipient may demand, wherever it stands. */
function DetailCell({ view: { line, isRequired }, cell }: DetailCellProps) {
  const words = useTranslations('invoice')
  const { countries } = useTools()
  const own = { line, isRequired }
  switch (cell) {
    case 'periodStart':
      return <DateCell {...own} cell={cell} label={words('linePeriodStart')} />
    case 'periodEnd':
      return <DateCell {...own} cell={cell} label={words('linePeriodEnd')} />
    case 'originCountry':
      return (
        <Choice
          {...own}
          cell={cell}
          label={words('originCountry')}
          options={[['', words('noCountry')], ...countries]}
        />
      )
    default: {
      const { label, maxLength, ...rest } = frames[cell]
      const hint = 'hint' in rest ? words(rest.hint) : undefined
      const text = <Cell {...own} cell={cell} label={words(label)} hint={hint} maxLength={maxLength} />
      if (cell !== 'classificationCode') return text
      return (
        <>
          <ClassificationList {...own} />
          {text}
        </>
      )
    }
  }
}

function ClassificationList(own: { line: DraftLine; isRequired: boolean }) {
  const words = useTranslations('invoice')
  const listWords = useTranslations('document.classifications')
  const lists = itemClassifications.map((list) => [list, listWords(list)] as const)
  return (
    <Choice
      {...own}
      cell="classificationList"
      label={words('classificationList')}
      options={[['', words('noScheme')], ...lists]}
    />
  )
}

/** The same behind *Mer om raden*: nothing while the recipient asks for it, for then it stands by the row. */
export function RareCell({ view, cell }: DetailCellProps) {
  const isAsked = useEditor((state) => state.asked.includes(`lines.${cell}`))
  return isAsked ? null : <DetailCell view={view} cell={cell} />
}

/** The cells of a line that the recipient asks for, in its own order: where one types the line. */
export function DemandedCells({ view, cells }: { view: RowView; cells: readonly DetailCellName[] }) {
  return (
    <div className={cellColumns}>
      {cells.map((cell) => (
        <DetailCell key={cell} view={view} cell={cell} />
      ))}
    </div>
  )
}

type CellProps = {
  line: DraftLine
  cell: CellName
  label: string
  hint?: string | undefined
  /** False while the line says nothing: then nothing is asked of it. */
  isRequired?: boolean
}

function useCell({ line, cell, label, hint, isRequired = true }: CellProps) {
  const { store } = useTools()
  const nameOf = useLineName()
  const field = `lines.${line.key}.${cell}`
  const error = useFieldError(field)
  const { demand, ...frame } = useDemandedFrame(`lines.${cell}`, { label, hint })
  return {
    frame: { ...frame, id: fieldId(field), error, required: isRequired && frame.required },
    name: nameOf(frame.label),
    set: (value: string) => store.setCell(line.key, cell, value),
    leave: () => store.leave(field),
  }
}

/** A cell of text; `rows`: of several lines. */
export function Cell({ maxLength, rows, ...props }: CellProps & { maxLength: number; rows?: boolean }) {
  const { frame, name, set, leave } = useCell(props)
  const value = props.line[props.cell]
  const own = {
    ...frame,
    'aria-label': name,
    value,
    maxLength,
    autoComplete: 'off',
    onBlur: () => {
      const clean = rows === true ? value.trim() : cleanLine(value)
      if (clean !== value) set(clean)
      leave()
    },
  }
  return rows === true ? (
    <TextArea {...own} rows={2} onChange={(event) => set(event.currentTarget.value)} />
  ) : (
    <TextField {...own} onChange={(event) => set(event.currentTarget.value)} />
  )
}

/** A cell of a number. */
export function NumberCell(props: CellProps) {
  const { frame, name, set, leave } = useCell(props)
  return (
    <Field {...frame}>
      <AmountInput
        {...fieldWiring(frame)}
        aria-label={name}
        kind={props.cell === 'baseQuantity' ? 'quantity' : 'money'}
        placeholder=" "
        value={props.line[props.cell]}
        onValue={set}
        onBlur={leave}
      />
    </Field>
  )
}

function DateCell(props: CellProps) {
  const { surroundings } = useTools()
  const { frame, name, set, leave } = useCell(props)
  const value = props.line[props.cell]
  return (
    <TextField
      {...frame}
      aria-label={name}
      value={value}
      maxLength={40}
      autoComplete="off"
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={() => {
        const read = readDateInput(value, surroundings.today)
        if (read.kind === 'value' && read.value !== value) set(read.value)
        leave()
      }}
    />
  )
}

function Choice({
  options,
  ...props
}: CellProps & { options: readonly (readonly [value: string, words: string])[] }) {
  const { frame, name, set, leave } = useCell(props)
  return (
    <Field {...frame}>
      <select
        {...fieldWiring(frame)}
        aria-label={name}
        className="control"
        value={props.line[props.cell]}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={leave}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
