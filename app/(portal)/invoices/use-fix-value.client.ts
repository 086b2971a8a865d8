'use client'

import { useTranslations } from 'next-intl'
import { isVatChoice, isZeroVatChoice } from '#lib/codelists/vat-choices.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import type { Messages } from '#lib/i18n/messages.ts'
import type { Fix } from './problems.ts'

/** What a mend writes, as people read it: a choice of VAT by its words, all else as it is. */
export function useFixValue(): (fix: Fix) => string {
  const reasons = useTranslations('invoice.zeroReasons')
  return ({ kind, value }) => {
    if (kind !== 'vat' || !isVatChoice(value)) return value
    return isZeroVatChoice(value)
      ? `”${reasons(value as keyof Messages['invoice']['zeroReasons'])}”`
      : formatPercent(value.replace('rate-', ''))
  }
}
