'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { TextField } from '#app/_components/text-field.tsx'
import { daysBetween, type IsoDate, readDateInput } from '#lib/core/dates.ts'
import { formatWeekday } from '#lib/i18n/format.ts'
import { useEditor, useFieldError, useTools } from './editor-context.client.tsx'
import { fieldId } from './problems.ts'
import { useDemandedFrame } from './use-demand.client.tsx'

type DateFieldName =
  | 'issueDate'
  | 'dueDate'
  | 'deliveryDate'
  | 'periodStart'
  | 'periodEnd'
  | 'exchangeRateDate'

type DateFieldProps = {
  name: DateFieldName
  label: ReactNode
  /** The day that holds while nothing is typed by hand. */
  computed?: IsoDate | null
  /** Instead of the weekday. */
  hint?: ReactNode
  required?: boolean
}

/** A day as text in any sane spelling; left, it is written `2026-03-09`. The hint says which weekday was understood. */
export function DateField({ name, label, computed, hint, required }: DateFieldProps) {
  const { store, surroundings } = useTools()
  const echo = useDayEcho()
  const typed = useEditor((state) => state.draft[name])
  const isComputed = useEditor(
    ({ draft }) =>
      (name === 'issueDate' && !draft.issueDateEdited) || (name === 'dueDate' && !draft.dueDateEdited),
  )
  const error = useFieldError(name)
  const { demand: _demand, ...frame } = useDemandedFrame(name, { label, hint, required })
  // Until the first key the computed day stands there; it is written to the draft only when somebody changes it.
  const [isTyping, setTyping] = useState(false)
  const value = isComputed && !isTyping ? (computed ?? '') : typed
  const read = readDateInput(value, surroundings.today)
  const leave = () => {
    setTyping(false)
    if (!isComputed && read.kind === 'value' && read.value !== typed) store.setField(name, read.value)
    store.leave(name)
  }
  return (
    <TextField
      id={fieldId(name)}
      label={frame.label}
      error={error}
      hint={frame.hint ?? (read.kind === 'value' ? echo(read.value) : undefined)}
      required={frame.required}
      value={value}
      inputMode="text"
      maxLength={40}
      autoComplete="off"
      onChange={(event) => {
        setTyping(true)
        store.setField(name, event.currentTarget.value)
      }}
      onBlur={leave}
    />
  )
}

/** Says which day a date is: `onsdag, om 30 dagar`. */
export function useDayEcho(): (date: IsoDate) => string {
  const words = useTranslations('invoice')
  const locale = useLocale()
  const { today } = useTools().surroundings
  return (date) => {
    const days = daysBetween(today, date)
    const count = String(Math.abs(days))
    return words('dayHint', {
      weekday: formatWeekday(date, locale),
      days,
      count,
      direction: days < 0 ? 'past' : 'future',
    })
  }
}
