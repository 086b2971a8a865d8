'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '#app/_components/button.tsx'
import { Field, FieldError, type FieldFrame, fieldWiring } from '#app/_components/field.tsx'
import { chargeReasons, defaultReason, discountReasons } from '#lib/codelists/adjustment-reasons.ts'
import type { DraftAdjustment } from '#lib/invoice/draft.ts'
import { AmountInput } from './amount-input.client.tsx'
import { useFieldError, useTools } from './editor-context.client.tsx'
import { useLineName } from './line-name.client.tsx'
import { fieldId } from './problems.ts'

type AdjustmentFieldsProps = {
  place: 'document' | 'line'
  /** Its path: `adjustments.<key>` or `lines.<key>.adjustments.<key>`. */
  field: string
  name: string
  value: DraftAdjustment
  onChange: (change: Partial<DraftAdjustment>, part: string) => void
  onRemove: () => void
  children?: ReactNode
}

/** One discount or charge: what kind, what for, how much (kronor or per cent). */
export function AdjustmentFields(props: AdjustmentFieldsProps) {
  const { place, field, name, value, onChange, onRemove, children } = props
  const words = useTranslations('invoice')
  const reasons = useTranslations('document.reasons')
  const { store } = useTools()
  const nameOf = useLineName()
  const at = (part: string) => fieldId(`${field}.${part}`)
  const [amountError, reasonError] = [useFieldError(`${field}.value`), useFieldError(`${field}.reason`)]
  const kind = { id: at('kind'), label: words('adjustmentKind') }
  const code = { id: at('reasonCode'), label: words('adjustmentReason') }
  const amount = { id: at('value'), label: words('adjustmentAmount'), error: amountError, required: true }
  const text = { id: at('reason'), label: words('adjustmentText'), error: reasonError, optional: true }
  const wiring = (of: FieldFrame & { label: string }) => ({
    ...fieldWiring(of),
    'aria-label': nameOf(of.label),
  })
  const setKind = (isCharge: boolean) =>
    onChange({ isCharge, reasonCode: defaultReason(isCharge, place) }, 'reasonCode')
  return (
    <fieldset className="@container min-w-0 rounded-button border border-line p-3">
      <legend className="sr-only">{name}</legend>
      <div className="grid grid-cols-2 items-start gap-3 @2xl:grid-cols-[7rem_minmax(0,1fr)_12rem_minmax(0,1fr)]">
        <Field {...kind}>
          <select
            {...wiring(kind)}
            className="control"
            value={value.isCharge ? 'charge' : 'discount'}
            onChange={(event) => setKind(event.currentTarget.value === 'charge')}
          >
            <option value="discount">{words('discount')}</option>
            <option value="charge">{words('charge')}</option>
          </select>
        </Field>
        <Field {...code}>
          <select
            {...wiring(code)}
            className="control"
            value={value.reasonCode}
            onChange={(event) => onChange({ reasonCode: event.currentTarget.value }, 'reasonCode')}
          >
            {(value.isCharge ? chargeReasons : discountReasons).map((each) => (
              <option key={each} value={each}>
                {reasons(each)}
              </option>
            ))}
          </select>
        </Field>
        <div className="col-span-2 @2xl:col-span-1">
          <Field {...amount}>
            <div className="grid grid-cols-[1fr_4.5rem] gap-2">
              <AmountInput
                {...wiring(amount)}
                kind="money"
                placeholder=" "
                value={value.value}
                onValue={(typed) => onChange({ value: typed }, 'value')}
                onBlur={() => store.leave(`${field}.value`)}
              />
              <select
                aria-label={nameOf(words('adjustmentUnit')) ?? words('adjustmentUnit')}
                className="control"
                value={value.unit}
                onChange={(event) =>
                  onChange({ unit: event.currentTarget.value === 'percent' ? 'percent' : 'amount' }, 'value')
                }
              >
                <option value="amount">kr</option>
                <option value="percent">%</option>
              </select>
            </div>
          </Field>
        </div>
        {children !== undefined && <div className="col-span-2 @2xl:col-span-1">{children}</div>}
        <div className="col-span-full grid grid-cols-[minmax(0,1fr)_2.75rem] items-start gap-2">
          <Field {...text}>
            <input
              {...wiring(text)}
              type="text"
              maxLength={100}
              autoComplete="off"
              className="control"
              placeholder=" "
              value={value.reason}
              onChange={(event) => onChange({ reason: event.currentTarget.value }, 'reason')}
              onBlur={() => store.leave(`${field}.reason`)}
            />
          </Field>
          <div className="pt-6">
            <IconButton
              icon={X}
              name={nameOf(words('removeAdjustment', { name })) ?? words('removeAdjustment', { name })}
              onClick={onRemove}
            />
          </div>
        </div>
      </div>
      <FieldError id={at('all')} error={useFieldError(field)} />
    </fieldset>
  )
}
