'use client'

import { useTranslations } from 'next-intl'
import { Spinner } from '#app/_components/spinner.tsx'
import { Talong, type TalongItem } from '#app/_invoice/talong.client.tsx'
import { isZero, toFixedText, toShortestText } from '#lib/core/decimal.ts'
import { formatAmount, formatPercent } from '#lib/i18n/format.ts'
import { chosenAccounts, draftDates, paymentReferenceOf, sharedOcrMode } from '#lib/invoice/terms.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import { shownAccount } from './shown-account.ts'

type EditorTalongProps = { onContinue: () => void; isPending: boolean }

/** The form's talong: what is to be paid, live, and the one next action, which is never disabled. */
export function EditorTalong({ onContinue, isPending }: EditorTalongProps) {
  const words = useTranslations('invoice')
  const totals = useEditor((state) => state.totals)
  const items = [...useSums(), useDue(), useAccount()]
  return (
    <Talong
      name={words('talong')}
      amountLabel={words('amountDue')}
      amount={formatAmount(toFixedText(totals.amountDue, 2), 'SEK')}
      remark={totals.isPartial ? words('partial') : undefined}
      toggleName={words('showSums')}
      items={items}
      action={
        <button
          type="button"
          aria-disabled={isPending}
          className="button button-primary w-full xs:w-auto"
          onClick={onContinue}
        >
          {isPending && <Spinner />}
          {words(isPending ? 'continuing' : 'continue')}
        </button>
      }
    />
  )
}

function useSums(): readonly TalongItem[] {
  const words = useTranslations('invoice')
  const totals = useEditor((state) => state.totals)
  return [
    { key: 'net', label: words('net'), value: formatAmount(toFixedText(totals.totalWithoutVat, 2)) },
    ...totals.vatBreakdown.map(({ rate, taxAmount }) => ({
      key: `vat-${toShortestText(rate)}`,
      label: words('vatRate', { rate: formatPercent(toShortestText(rate)) }),
      value: formatAmount(toFixedText(taxAmount, 2)),
    })),
    ...(isZero(totals.rounding)
      ? []
      : [
          { key: 'rounding', label: words('rounding'), value: formatAmount(toFixedText(totals.rounding, 2)) },
        ]),
  ]
}

function useDue(): TalongItem {
  const words = useTranslations('invoice')
  const { today } = useTools().surroundings
  const dueDate = useEditor(({ draft }) => draftDates(draft, today).dueDate)
  return { key: 'due', label: words('due'), value: dueDate ?? words('noValue') }
}

function useAccount(): TalongItem {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { accounts } = useTools().surroundings
  const ids = useEditor((state) => state.draft.paymentAccountIds)
  const number = useEditor((state) => state.draft.invoiceNumber.trim())
  const chosen = chosenAccounts(ids, accounts)
  const [first] = chosen
  const mode = sharedOcrMode(chosen)
  const account = fields(first?.kind ?? 'bankgiro')
  const parts = [
    first === undefined ? words('noValue') : shownAccount(first),
    paymentReferenceOf(number, mode),
  ]
  return {
    key: 'account',
    label: words(mode === 'none' ? 'accountAndReference' : 'accountAndOcr', { account }),
    value: parts.filter((part) => part !== '').join(' · '),
  }
}
