'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { beginLarge, textIn } from '#lib/i18n/demand-params.ts'
import { describeMasks, forExample, orList } from '#lib/i18n/mask-words.ts'
import { choicesOf } from '#lib/invoice/demands.ts'
import type { BuyerProfile } from '#lib/invoice/parties.ts'
import type { DemandableField, FieldDemand } from '#lib/invoice/requirement-profile.ts'
import type { TextFieldName } from './draft-edits.ts'
import { useDemandWords, useEditor, useTools } from './editor-context.client.tsx'

/** The customer that is chosen; undefined while none is. */
export function useChosenCustomer(): BuyerProfile | undefined {
  const { customers } = useTools().surroundings
  const customerId = useEditor((state) => state.draft.customerId)
  return customers.find((customer) => customer.customerId === customerId)
}

type OwnFrame = { label: ReactNode; hint?: ReactNode; required?: boolean | undefined }

/** What a field is called, says and needs, and what the recipient demands of it. */
export type DemandedFrame = {
  label: ReactNode
  hint: ReactNode
  required: boolean
  demand: FieldDemand | undefined
}

/** A field's frame: its own, or the recipient's where it has a say (K11): its label, help, example, and whether it must be filled in. */
export function useDemandedFrame(name: TextFieldName, own: OwnFrame): DemandedFrame {
  const locale = useLocale()
  const demands = useEditor((state) => state.demands)
  const customer = useChosenCustomer()
  const say = useHints(customer?.name ?? '')
  const demand = demands.find(({ code }) => code === name)
  const profile = customer?.profile
  const choice =
    profile && choicesOf(profile, demands).find(({ codes }) => codes.some((code) => code === name))
  const hints = [
    ...(demand === undefined ? [] : say.demand(demand, own.hint)),
    ...(choice === undefined ? [] : [choice.text ? textIn(choice.text, locale) : say.choice(choice.codes)]),
  ]
  return {
    label: demand?.label === undefined ? own.label : textIn(demand.label, locale),
    hint: hints.length === 0 ? own.hint : hints.join('. '),
    required: demand?.level === 'required' || own.required === true,
    demand,
  }
}

/** The sentences under a demanded field. */
function useHints(recipient: string) {
  const words = useTranslations('demands')
  const locale = useLocale()
  const { nameOf } = useDemandWords()
  const lookOf = ({ help, masks }: FieldDemand, own: ReactNode): string => {
    if (help !== undefined) return textIn(help, locale)
    if (masks !== undefined) return words('wantedHint', { recipient, shape: describeMasks(masks, locale) })
    return typeof own === 'string' ? own : ''
  }
  return {
    demand: (demand: FieldDemand, own: ReactNode): readonly string[] => {
      const look = lookOf(demand, own)
      const example = forExample(demand.example ?? '', locale)
      const isAdvice = demand.level === 'recommended'
      return [
        ...(look + example === '' ? [] : [beginLarge(`${look}${example}`.replace(/^, /, ''))]),
        ...(isAdvice ? [words('recommendedHint', { recipient })] : []),
      ]
    },
    choice: (codes: readonly DemandableField[]): string =>
      words('anyOfHint', { names: beginLarge(orList(codes.map(nameOf), locale)) }),
  }
}
