'use client'

import { useLocale, useTranslations } from 'next-intl'
import { toFixedText } from '#lib/core/decimal.ts'
import { formatAmount, formatDate, formatDateTime, formatTime } from '#lib/i18n/format.ts'
import { filledLines, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { draftTotals } from '#lib/invoice/totals.ts'
import { useTools } from './editor-context.client.tsx'

/** Says a moment by its time alone when it is today: `14.29`, else `2026-03-09 14.29`. */
export function useMoment(): (at: string) => string {
  const locale = useLocale()
  const { surroundings } = useTools()
  return (at) => (formatDate(at) === surroundings.today ? formatTime(at, locale) : formatDateTime(at, locale))
}

/** Says by what one tells two drafts apart: time (when known), customer, number of lines, amount. */
export function useDraftWords(): (draft: InvoiceDraft, at: string) => string {
  const words = useTranslations('invoice')
  const moment = useMoment()
  const { surroundings } = useTools()
  const { company, customers, today } = surroundings
  return (draft, at) => {
    const { amountDue } = draftTotals(draft, {
      today,
      roundToKrona: company.roundToKrona === true,
      accountingCurrency: company.accountingCurrency ?? 'SEK',
    })
    const parts = [
      at === '' ? '' : moment(at),
      customers.find((each) => each.customerId === draft.customerId)?.name ?? '',
      words('lineCount', { count: filledLines(draft).length }),
      formatAmount(toFixedText(amountDue, 2), draft.currency),
    ]
    return parts.filter((part) => part !== '').join(', ')
  }
}
