'use client'

import { useTranslations } from 'next-intl'
import { Spinner } from '#app/_components/spinner.tsx'
import { Talong, type TalongItem } from '#app/_invoice/talong.client.tsx'
import { type Decimal, isZero, toFixedText, toShortestText } from '#lib/core/decimal.ts'
import { formatAmount, formatPercent } from '#lib/i18n/format.ts'
import { chosenAccounts, draftDates, draftPaymentReference, sharedOcrMode } from '#lib/invoice/terms.ts'
import { useEditor, useTools } from './editor-context.client.tsx'
import { SaveTemplate } from './save-template.client.tsx'
import { shownAccount } from './shown-account.ts'
import { useLineLayout } from './use-layout.client.ts'

type EditorTalongProps = { onContinue: () => void; isPending: boolean }

/** The form's talong: what is to be paid, live, and the one next action, which is never disabled. */
export function EditorTalong({ onContinue, isPending }: EditorTalongProps) {
  const words = useTranslations('invoice')
  const totals = useEditor((state) => state.totals)
  const isCredit = useEditor((state) => state.draft.kind === 'credit-note')
  const currency = useEditor((state) => state.draft.currency)
  const sums = useSums()
  const due = useDue()
  const account = useAccount()
  const layout = useLineLayout()
  const items = isCredit ? sums : [...sums, due, account]
  return (
    <Talong
      name={words('talong')}
      amountLabel={words(isCredit ? 'amountToCredit' : 'amountDue')}
      amount={formatAmount(toFixedText(totals.amountDue, 2), currency)}
      remark={totals.isPartial ? words('partial') : undefined}
      toggleName={words('showSums')}
      items={items}
      action={
        <div className="flex flex-wrap items-center justify-end gap-2">
          {layout !== 'phone' && (
            <div className="hidden desk:block">
              <SaveTemplate />
            </div>
          )}
          <button
            type="button"
            aria-disabled={isPending}
            className="button button-primary w-full xs:w-auto"
            onClick={onContinue}
          >
            {isPending && <Spinner />}
            {words(isPending ? 'continuing' : 'continue')}
          </button>
        </div>
      }
    />
  )
}

function useSums(): readonly TalongItem[] {
  const words = useTranslations('invoice')
  const totals = useEditor((state) => state.totals)
  const { vatAccounting } = totals
  const some = (key: 'allowances' | 'charges' | 'paid', value: Decimal) =>
    isZero(value) ? [] : [{ key, label: words(key), value: formatAmount(toFixedText(value, 2)) }]
  return [
    ...some('allowances', totals.sumOfAllowances),
    ...some('charges', totals.sumOfCharges),
    { key: 'net', label: words('net'), value: formatAmount(toFixedText(totals.totalWithoutVat, 2)) },
    ...totals.vatBreakdown.map(({ category, rate, taxAmount }) => ({
      key: `vat-${category}-${toShortestText(rate)}`,
      label: words('vatRate', { rate: formatPercent(toShortestText(rate)) }),
      value: formatAmount(toFixedText(taxAmount, 2)),
    })),
    ...(vatAccounting === null
      ? []
      : [
          {
            key: 'vat-accounting',
            label: words('vatInAccounting', { currency: vatAccounting.currency }),
            value:
              vatAccounting.totalVat === null
                ? words('noValue')
                : formatAmount(toFixedText(vatAccounting.totalVat, 2)),
          },
        ]),
    ...some('paid', totals.paidAmount),
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
  const reference = useEditor(({ draft }) => draftPaymentReference(draft, number, chosen))
  const parts = [first === undefined ? words('noValue') : shownAccount(first), reference]
  return {
    key: 'account',
    label: words(mode === 'none' ? 'accountAndReference' : 'accountAndOcr', { account }),
    value: parts.filter((part) => part !== '').join(' · '),
  }
}
