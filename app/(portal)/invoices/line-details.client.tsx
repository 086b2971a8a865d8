'use client'

import { ArrowDown, ArrowUp, Copy, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, IconButton } from '#app/_components/button.tsx'
import { Field, fieldWiring } from '#app/_components/field.tsx'
import { TextArea, TextField } from '#app/_components/text-field.tsx'
import { defaultReason } from '#lib/codelists/adjustment-reasons.ts'
import { itemClassifications } from '#lib/codelists/item-classifications.ts'
import { readDateInput } from '#lib/core/dates.ts'
import { cleanLine } from '#lib/core/text.ts'
import type { DraftAdjustment, DraftLine } from '#lib/invoice/draft.ts'
import { AdjustmentFields } from './adjustment-fields.client.tsx'
import { AmountInput } from './amount-input.client.tsx'
import type { CellName } from './draft-edits.ts'
import { ProblemText, useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { newLineKey } from './editor-store.ts'
import { useLineName } from './line-name.client.tsx'
import { fieldId } from './problems.ts'

const columns = 'grid gap-4 grid-cols-[repeat(auto-fill,minmax(min(100%,12rem),1fr))]'

/** Everything a line may say beyond its row: discount, item numbers, period, references … */
export function LineDetails({ view }: { view: RowView }) {
  return (
    <div className="grid gap-4">
      <LineAdjustments line={view.line} />
      <Fields line={view.line} />
      <Attributes line={view.line} />
      <Moves line={view.line} />
    </div>
  )
}

function LineAdjustments({ line }: { line: DraftLine }) {
  const words = useTranslations('invoice')
  const nameOf = useLineName()
  const { store } = useTools()
  const write = (adjustments: readonly DraftAdjustment[], part = 'adjustments') =>
    store.changeLine(line.key, { adjustments }, part)
  const add = (isCharge: boolean) => {
    const reasonCode = defaultReason(isCharge, 'line')
    const unit = isCharge ? 'amount' : 'percent'
    write([...line.adjustments, { key: newLineKey(), isCharge, reasonCode, reason: '', value: '', unit }])
  }
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 text-label font-semibold">{words('lineAdjustments')}</legend>
      {line.adjustments.map((each, index) => (
        <AdjustmentFields
          key={each.key}
          place="line"
          field={`lines.${line.key}.adjustments.${each.key}`}
          name={words('adjustmentName', { number: String(index + 1) })}
          value={each}
          onChange={(change, part) =>
            write(
              line.adjustments.map((other) => (other.key === each.key ? { ...other, ...change } : other)),
              `adjustments.${each.key}.${part}`,
            )
          }
          onRemove={() => write(line.adjustments.filter((other) => other.key !== each.key))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button icon={Plus} aria-label={nameOf(words('addDiscount'))} onClick={() => add(false)}>
          {words('addDiscount')}
        </Button>
        <Button icon={Plus} aria-label={nameOf(words('addCharge'))} onClick={() => add(true)}>
          {words('addCharge')}
        </Button>
      </div>
    </fieldset>
  )
}

function Fields({ line }: { line: DraftLine }) {
  const words = useTranslations('invoice')
  const listWords = useTranslations('document.classifications')
  const { countries } = useTools()
  const lists = itemClassifications.map((list) => [list, listWords(list)] as const)
  return (
    <>
      <Cell line={line} cell="itemDescription" label={words('itemDescription')} maxLength={500} rows />
      <div className={columns}>
        <Cell line={line} cell="sellerItemId" label={words('sellerItemId')} maxLength={50} />
        <Cell line={line} cell="buyerItemId" label={words('buyerItemId')} maxLength={50} />
        <Cell
          line={line}
          cell="standardItemId"
          label={words('standardItemId')}
          hint={words('standardItemHint')}
          maxLength={20}
        />
        <NumberCell
          line={line}
          cell="baseQuantity"
          label={words('baseQuantity')}
          hint={words('baseQuantityHint')}
        />
        <NumberCell
          line={line}
          cell="grossPrice"
          label={words('grossPrice')}
          hint={words('grossPriceHint')}
        />
        <NumberCell line={line} cell="priceDiscount" label={words('priceDiscount')} />
        <Choice
          line={line}
          cell="classificationList"
          label={words('classificationList')}
          options={[['', words('noScheme')], ...lists]}
        />
        <Cell line={line} cell="classificationCode" label={words('classificationCode')} maxLength={20} />
        <Choice
          line={line}
          cell="originCountry"
          label={words('originCountry')}
          options={[['', words('noCountry')], ...countries]}
        />
        <DateCell line={line} cell="periodStart" label={words('linePeriodStart')} />
        <DateCell line={line} cell="periodEnd" label={words('linePeriodEnd')} />
        <Cell
          line={line}
          cell="orderLineReference"
          label={words('orderLine')}
          hint={words('orderLineHint')}
          maxLength={20}
        />
        <Cell line={line} cell="accountingReference" label={words('lineAccounting')} maxLength={100} />
        <Cell line={line} cell="objectReference" label={words('lineObject')} maxLength={50} />
      </div>
    </>
  )
}

type CellProps = { line: DraftLine; cell: CellName; label: string; hint?: string }

function useCell({ line, cell, label, hint }: CellProps) {
  const { store } = useTools()
  const field = `lines.${line.key}.${cell}`
  const error = useFieldError(field)
  const name = useLineName()(label)
  return {
    frame: { id: fieldId(field), label, hint, error },
    name,
    set: (value: string) => store.setCell(line.key, cell, value),
    leave: () => store.leave(field),
  }
}

function Cell({ maxLength, rows, ...props }: CellProps & { maxLength: number; rows?: boolean }) {
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

function NumberCell(props: CellProps) {
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

function Attributes({ line }: { line: DraftLine }) {
  const words = useTranslations('invoice')
  const nameOf = useLineName()
  const { store } = useTools()
  const write = (attributes: DraftLine['attributes']) =>
    store.changeLine(line.key, { attributes }, 'attributes')
  const named = (index: number) => ({ number: String(index + 1) })
  const field = (index: number, part: string) => `lines.${line.key}.attributes.${index}.${part}`
  const shown = useEditor((state) => state.shown)
  const errorAt = (index: number, part: string) => {
    const problem = shown.get(field(index, part))
    return problem === undefined ? undefined : <ProblemText problem={problem} />
  }
  const change = (index: number, part: 'name' | 'value', text: string) =>
    write(line.attributes.map((each, at) => (at === index ? { ...each, [part]: text } : each)))
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 text-label font-semibold">{words('attributes')}</legend>
      {line.attributes.map((attribute, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a property has no key but its place
        <div key={index} className="grid grid-cols-[1fr_1fr_2.75rem] items-end gap-2 desk:max-w-text">
          {(['name', 'value'] as const).map((part) => (
            <TextField
              key={part}
              id={fieldId(field(index, part))}
              error={errorAt(index, part)}
              label={words(part === 'name' ? 'attributeName' : 'attributeValue', named(index))}
              aria-label={nameOf(words(part === 'name' ? 'attributeName' : 'attributeValue', named(index)))}
              value={attribute[part]}
              maxLength={part === 'name' ? 50 : 100}
              autoComplete="off"
              onChange={(event) => change(index, part, event.currentTarget.value)}
            />
          ))}
          <IconButton
            icon={X}
            name={words('removeAttribute', named(index))}
            aria-label={nameOf(words('removeAttribute', named(index)))}
            onClick={() => write(line.attributes.toSpliced(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={Plus}
          aria-label={nameOf(words('addAttribute'))}
          onClick={() => write([...line.attributes, { name: '', value: '' }])}
        >
          {words('addAttribute')}
        </Button>
      </div>
    </fieldset>
  )
}

function Moves({ line }: { line: DraftLine }) {
  const words = useTranslations('invoice')
  const nameOf = useLineName()
  const { store } = useTools()
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        icon={Copy}
        aria-label={nameOf(words('duplicateLine'))}
        onClick={() => store.copyLine(line.key)}
      >
        {words('duplicateLine')}
      </Button>
      <Button
        icon={ArrowUp}
        aria-label={nameOf(words('moveUp'))}
        onClick={() => store.moveLine(line.key, -1)}
      >
        {words('moveUp')}
      </Button>
      <Button
        icon={ArrowDown}
        aria-label={nameOf(words('moveDown'))}
        onClick={() => store.moveLine(line.key, 1)}
      >
        {words('moveDown')}
      </Button>
    </div>
  )
}
