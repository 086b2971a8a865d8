'use client'

import { useTranslations } from 'next-intl'
import type { Messages } from '#lib/i18n/messages.ts'
import type { DraftAdjustment, DraftAttribute, DraftLine, DraftPrecedingInvoice } from '#lib/invoice/draft.ts'
import { fieldLabels, partLabels } from './difference-labels.ts'
import type { Difference } from './draft-differences.ts'
import { useTools } from './editor-context.client.tsx'
import { useShownVat } from './line-cells.client.tsx'
import { useUnitName } from './unit-select.client.tsx'

/** A difference in words: what it is about, and what it is here and in the other draft. */
export type SaidDifference = { readonly label: string; readonly mine: string; readonly theirs: string }

/**
 * Puts differences into words. Left out is what nobody could tell apart by them: that a field counts as edited where the
 * field is said too, and what reads the same on both sides.
 */
export function useDifferenceWords(): (differences: readonly Difference[]) => readonly SaidDifference[] {
  const all = useTranslations()
  const words = useTranslations('invoice')
  const sayField = useFieldValue()
  const sayPart = usePartValue()
  const sayLine = useLineWords()
  return (differences) => {
    const fields = new Set(differences.flatMap((each) => (each.kind === 'field' ? [each.field] : [])))
    const isSaidBy = (field: string) => [...fields].some((other) => field === `${other}Edited`)
    const said = differences.flatMap((each): readonly SaidDifference[] => {
      if (each.kind === 'order') {
        return [{ label: words('lines'), mine: words('orderMine'), theirs: words('orderOther') }]
      }
      if (each.kind === 'field') {
        const key = fieldLabels[each.field]
        if (isSaidBy(each.field) || key === null) return []
        const [mine, theirs] = [sayField(each.field, each.mine), sayField(each.field, each.theirs)]
        return [{ label: all(key), mine, theirs }]
      }
      const number = String(each.number)
      if (each.kind === 'part') {
        const label = words('cellName', { label: all(partLabels[each.part]), number })
        return [{ label, mine: sayPart(each.part, each.mine), theirs: sayPart(each.part, each.theirs) }]
      }
      const [here, missing] = [sayLine(each.line), words('lineMissing')]
      const isMine = each.kind === 'only-mine'
      return [
        {
          label: words('lineTitle', { number }),
          mine: isMine ? here : missing,
          theirs: isMine ? missing : here,
        },
      ]
    })
    return said.filter(({ mine, theirs }) => mine !== theirs)
  }
}

/** A line by what one knows it by: `Hyvling, 2 st × 500`. */
function useLineWords(): (line: DraftLine) => string {
  const words = useTranslations('invoice')
  const unitName = useUnitName()
  return ({ itemName, quantity, unit, unitPrice }) => {
    const sum = unitPrice === '' ? '' : `${quantity} ${unitName(unit)} × ${unitPrice}`
    return [itemName, sum].filter((part) => part.trim() !== '').join(', ') || words('lineEmpty')
  }
}

/** Text that somebody wrote, yes or no, and lists; empty is said. */
function useSaidValue(): (value: unknown) => string {
  const words = useTranslations('invoice')
  const common = useTranslations('common')
  const reasons = useTranslations('document.reasons')
  const adjustment = ({ isCharge, reasonCode, reason, value, unit }: DraftAdjustment) => {
    const code = reasonCode as keyof Messages['document']['reasons']
    const why = reason || (reasons.has(code) ? reasons(code) : '')
    return `${words(isCharge ? 'charge' : 'discount')} ${why} ${value}${unit === 'percent' ? ' %' : ''}`
  }
  const item = (each: unknown): string => {
    if (typeof each !== 'object' || each === null) return String(each)
    if ('reasonCode' in each) return adjustment(each as DraftAdjustment)
    if ('issueDate' in each) {
      const { number, issueDate } = each as DraftPrecedingInvoice
      return [number, issueDate].filter(Boolean).join(' ')
    }
    const { name = '', value = '' } = each as Partial<DraftAttribute>
    return `${name}: ${value}`
  }
  return (value) => {
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
    const said = Array.isArray(value) ? value.map(item).join('; ') : String(value ?? '')
    return said.trim() === '' ? words('valueEmpty') : said
  }
}

function useFieldValue(): (field: keyof typeof fieldLabels, value: unknown) => string {
  const words = useTranslations('invoice')
  const schemes = useTranslations('document.objectSchemes')
  const { surroundings, countries } = useTools()
  const say = useSaidValue()
  return (field, value) => {
    const text = String(value)
    if (field.endsWith('Edited')) return words(value === true ? 'valueByHand' : 'valueComputed')
    if (text === '') return say('')
    switch (field) {
      case 'kind':
        return words(value === 'credit-note' ? 'kindCreditNote' : 'kindInvoice')
      case 'customerId':
        return say(surroundings.customers.find((each) => each.customerId === value)?.name ?? '')
      case 'paymentTermsDays':
        return words('daysOption', { days: text })
      case 'paymentTermsMode':
        return words(value === 'net' ? 'termsFromDate' : 'termsFromMonthEnd')
      case 'invoicedObjectScheme': {
        const scheme = text as keyof Messages['document']['objectSchemes']
        return schemes.has(scheme) ? schemes(scheme) : text
      }
      case 'deliverToCountry':
        return countries.find(([code]) => code === value)?.[1] ?? text
      case 'documentLanguage':
        return value === 'sv' ? 'Svenska' : 'English'
      case 'paymentAccountIds':
        return say(
          Array.isArray(value)
            ? value.map((id) => surroundings.accounts.find((each) => each.id === id)?.number ?? '')
            : '',
        )
      default:
        return say(value)
    }
  }
}

function usePartValue(): (part: keyof typeof partLabels, value: unknown) => string {
  const unitName = useUnitName()
  const shownVat = useShownVat()
  const reasons = useTranslations('invoice.zeroReasons')
  const { countries } = useTools()
  const say = useSaidValue()
  return (part, value) => {
    const text = String(value)
    if (part === 'unit') return say(unitName(text))
    if (part === 'originCountry') return say(countries.find(([code]) => code === value)?.[1] ?? text)
    if (part === 'vatChoice') {
      const reason = text as keyof Messages['invoice']['zeroReasons']
      return say(reasons.has(reason) ? `${shownVat(text)}, ${reasons(reason)}` : shownVat(text) || text)
    }
    return say(value)
  }
}
