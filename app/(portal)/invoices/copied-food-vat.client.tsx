'use client'

import { useTranslations } from 'next-intl'
import { formatPercent } from '#lib/i18n/format.ts'
import type { DraftLine } from '#lib/invoice/draft.ts'
import { vatRateOf } from '#lib/invoice/read-vat.ts'
import { useEditor, useTools } from './editor-context.client.tsx'

/** That the VAT of food is another now than on the earlier invoice, at its line; nothing while it is the same. */
export function CopiedFoodVat({ line, before }: { line: DraftLine; before: string }) {
  const words = useTranslations('invoice')
  const { today } = useTools().surroundings
  const now = useEditor(({ draft }) => vatRateOf(draft, line, today))
  if (line.vatChoice !== 'food' || now === null || now === before) return null
  return (
    <p className="py-1 text-hint text-info">
      {words('copyFoodVat', { now: formatPercent(now), before: formatPercent(before) })}
    </p>
  )
}
