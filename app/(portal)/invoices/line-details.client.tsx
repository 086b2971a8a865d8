'use client'

import { ArrowDown, ArrowUp, Copy, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, IconButton } from '#app/_components/button.tsx'
import { TextField } from '#app/_components/text-field.tsx'
import { defaultReason } from '#lib/codelists/adjustment-reasons.ts'
import type { DraftAdjustment, DraftLine } from '#lib/invoice/draft.ts'
import { AdjustmentFields } from './adjustment-fields.client.tsx'
import { Cell, cellColumns, NumberCell, RareCell } from './detail-cells.client.tsx'
import { ProblemText, useEditor, useTools } from './editor-context.client.tsx'
import type { RowView } from './editor-state.ts'
import { newLineKey } from './editor-store.ts'
import { useLineName } from './line-name.client.tsx'
import { fieldId } from './problems.ts'

/** Everything a line may say beyond its row: discount, item numbers, period, references … */
export function LineDetails({ view }: { view: RowView }) {
  return (
    <div className="grid gap-4">
      <LineAdjustments line={view.line} />
      <Fields view={view} />
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

function Fields({ view }: { view: RowView }) {
  const { line } = view
  const words = useTranslations('invoice')
  return (
    <>
      <Cell line={line} cell="itemDescription" label={words('itemDescription')} maxLength={500} rows />
      <div className={cellColumns}>
        <RareCell view={view} cell="sellerItemId" />
        <RareCell view={view} cell="buyerItemId" />
        <RareCell view={view} cell="standardItemId" />
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
        <RareCell view={view} cell="classificationCode" />
        <RareCell view={view} cell="originCountry" />
        <RareCell view={view} cell="periodStart" />
        <RareCell view={view} cell="periodEnd" />
        <RareCell view={view} cell="orderLineReference" />
        <RareCell view={view} cell="accountingReference" />
        <RareCell view={view} cell="objectReference" />
      </div>
    </>
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
