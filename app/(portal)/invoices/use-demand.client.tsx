'use client'

import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { textIn } from '#lib/i18n/own-words.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import type { FieldDemand } from '#lib/invoice/requirement-profile.ts'
import type { CellName, TextFieldName } from './draft-edits.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import { DemandedHint } from './lazy-hint.client.tsx'

/** The customer that is chosen; undefined while none is. */
export function useChosenCustomer(): BuyerProfile | undefined {
  const { customers } = useTools().surroundings
  const customerId = useEditor((state) => state.draft.customerId)
  return customers.find((customer) => customer.customerId === customerId)
}

type OwnFrame<Label> = { label: Label; hint?: ReactNode; required?: boolean | undefined }

/** What a field is called, says and needs, and what the recipient demands of it. */
export type DemandedFrame<Label> = {
  label: Label | string
  hint: ReactNode
  required: boolean
  demand: FieldDemand | undefined
}

/** A field's frame: its own, or the recipient's where it has a say (K11): its label, help, example, and whether it must be filled in. */
export function useDemandedFrame<Label extends ReactNode>(
  name: TextFieldName | `lines.${CellName}`,
  own: OwnFrame<Label>,
): DemandedFrame<Label> {
  const locale = useLocale()
  const demand = useEditor((state) => state.demands.find(({ code }) => code === name))
  const choice = useEditor((state) => state.choices.find(({ codes }) => codes.some((code) => code === name)))
  return {
    label: demand?.label === undefined ? own.label : textIn(demand.label, locale),
    hint:
      demand === undefined && choice === undefined ? (
        own.hint
      ) : (
        <DemandedHint demand={demand} choice={choice} own={own.hint} />
      ),
    required: demand?.level === 'required' || own.required === true,
    demand,
  }
}
