import { useTranslations } from 'next-intl'
import { type Decimal, negate, toShortestText } from '#lib/core/decimal.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import type { InvoiceAdjustment } from '#lib/invoice/model.ts'
import { amountText } from './money.tsx'

/** A discount or charge as a reader sees it: what it is for, and its amount, below zero when it takes away. */
export function useAdjustmentText(): (adjustment: InvoiceAdjustment) => { text: string; amount: Decimal } {
  const words = useTranslations('paper')
  return ({ isCharge, reason, reasonCode, percent, baseAmount, amount }) => {
    const name = reason === '' ? reasonCode : reason
    const text =
      percent === null || baseAmount === null
        ? name
        : words('adjustmentOf', {
            reason: name,
            percent: formatPercent(toShortestText(percent)),
            base: amountText(baseAmount),
          })
    return { text, amount: isCharge ? amount : negate(amount) }
  }
}
