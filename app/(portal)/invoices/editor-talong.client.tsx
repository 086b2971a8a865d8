'use client'

import { useTranslations } from 'next-intl'
import { Spinner } from '#app/_components/spinner.tsx'
import { Talong, type TalongItem } from '#app/_invoice/talong.client.tsx'
import { formatAmount, formatPercent } from '#lib/i18n/format.ts'
import { useEditor } from './editor-context.client.tsx'
import { lowerPart } from './lower.client.tsx'
import { shownAccount } from './shown-account.ts'
import { useLineLayout } from './use-layout.client.ts'

type EditorTalongProps = { onContinue: () => void; isPending: boolean }

/** The form's talong: what is to be paid, live, and the one next action, which is never disabled. */
export function EditorTalong({ onContinue, isPending }: EditorTalongProps) {
  const words = useTranslations('invoice')
  const { amountDue, isPartial } = useEditor((state) => state.figures)
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
      amount={formatAmount(amountDue, currency)}
      remark={isPartial ? words('partial') : undefined}
      toggleName={words('showSums')}
      items={items}
      action={
        <div className="flex flex-wrap items-center justify-end gap-2">
          {layout !== 'phone' && <div className="hidden desk:block">{lowerPart.template}</div>}
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
  const { net, vat, vatAccounting, ...rest } = useEditor((state) => state.figures)
  const some = (key: 'allowances' | 'charges' | 'paid' | 'rounding') => {
    const value = rest[key]
    return value === null ? [] : [{ key, label: words(key), value: formatAmount(value) }]
  }
  return [
    ...some('allowances'),
    ...some('charges'),
    { key: 'net', label: words('net'), value: formatAmount(net) },
    ...vat.map(({ category, rate, amount }) => ({
      key: `vat-${category}-${rate}`,
      label: words('vatRate', { rate: formatPercent(rate) }),
      value: formatAmount(amount),
    })),
    ...(vatAccounting === null
      ? []
      : [
          {
            key: 'vat-accounting',
            label: words('vatInAccounting', { currency: vatAccounting.currency }),
            value: vatAccounting.amount === null ? words('noValue') : formatAmount(vatAccounting.amount),
          },
        ]),
    ...some('paid'),
    ...some('rounding'),
  ]
}

function useDue(): TalongItem {
  const words = useTranslations('invoice')
  const dueDate = useEditor(({ figures }) => figures.dueDate)
  return { key: 'due', label: words('due'), value: dueDate ?? words('noValue') }
}

function useAccount(): TalongItem {
  const words = useTranslations('invoice')
  const fields = useTranslations('fields')
  const { account, isOcr, paymentReference } = useEditor((state) => state.figures)
  const parts = [account === null ? words('noValue') : shownAccount(account), paymentReference]
  return {
    key: 'account',
    label: words(isOcr ? 'accountAndOcr' : 'accountAndReference', {
      account: fields(account?.kind ?? 'bankgiro'),
    }),
    value: parts.filter((part) => part !== '').join(' · '),
  }
}
