import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Decimal, isEqual, isZero, negate, toShortestText } from '#lib/core/decimal.ts'
import { formatPercent } from '#lib/i18n/format.ts'
import type { InvoiceOutline, InvoiceVatGroup } from '#lib/invoice/model.ts'
import { amountText, Money } from './money.tsx'
import { useAdjustmentText } from './paper-adjustments.ts'

/** From the lines to what is due (BG-20 … BG-23): each step is shown when it is one. */
export function PaperSums({ invoice }: { invoice: InvoiceOutline }) {
  const words = useTranslations('paper')
  const { totals, vatBreakdown, currency, vatAccounting } = invoice
  const isWhole = isEqual(totals.totalWithVat, totals.amountDue)
  return (
    <dl className="grid break-inside-avoid gap-1 border-t border-line pt-3 @[34rem]:ms-auto @[34rem]:w-2/3">
      <Adjustments invoice={invoice} />
      <Sum name={words('net')} amount={totals.totalWithoutVat} />
      {vatBreakdown.map((group) => (
        <VatGroup key={`${group.category}${toShortestText(group.rate)}${group.reasonCode}`} group={group} />
      ))}
      {vatBreakdown.length > 1 && <Sum name={words('totalVat')} amount={totals.totalVat} />}
      {!isWhole && <Sum name={words('withVat')} amount={totals.totalWithVat} />}
      {!isZero(totals.paidAmount) && <Sum name={words('paid')} amount={negate(totals.paidAmount)} />}
      {!isZero(totals.rounding) && <Sum name={words('rounding')} amount={totals.rounding} />}
      <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line pt-2">
        <dt className="font-semibold">{words(`due.${invoice.kind}`)}</dt>
        <dd className="ms-auto text-amount font-bold">
          <Money amount={totals.amountDue} currency={currency} />
        </dd>
      </div>
      {vatAccounting !== null && (
        <Sum
          name={words('vatIn', { currency: vatAccounting.currency })}
          amount={vatAccounting.totalVatAccounting}
          currency={vatAccounting.currency}
        />
      )}
    </dl>
  )
}

/** Discounts and charges on the document, after the sum they change; the VAT of each when there are several. */
function Adjustments({ invoice: { adjustments, totals, vatBreakdown } }: { invoice: InvoiceOutline }) {
  const words = useTranslations('paper')
  const adjustmentText = useAdjustmentText()
  if (adjustments.length === 0) return null
  return (
    <>
      <Sum name={words('sumOfLines')} amount={totals.sumOfLines} />
      {adjustments.map((adjustment, at) => {
        const { text, amount } = adjustmentText(adjustment)
        const { vatCategory, vatRate } = adjustment
        const rate = formatPercent(toShortestText(vatRate))
        const vat = vatCategory === 'O' ? words('noVat') : words('adjustmentVat', { rate })
        return (
          <Sum
            // biome-ignore lint/suspicious/noArrayIndexKey: paper never changes, and two discounts may be alike
            key={at}
            name={text}
            hint={vatBreakdown.length > 1 ? vat : ''}
            amount={amount}
          />
        )
      })}
    </>
  )
}

/** A VAT group with the reason why it is not taxed (BT-120, BT-121). */
function VatGroup({ group }: { group: InvoiceVatGroup }) {
  const words = useTranslations('paper')
  const base = amountText(group.taxableAmount)
  const name =
    group.category === 'O'
      ? words('noVatOf', { base })
      : words('vatOf', { rate: formatPercent(toShortestText(group.rate)), base })
  const { reason, reasonCode } = group
  const hint = reason !== '' && reasonCode !== '' ? `${reason} (${reasonCode})` : reason || reasonCode
  return <Sum name={name} hint={hint} amount={group.taxAmount} />
}

type SumProps = { name: ReactNode; hint?: string; amount: Decimal; currency?: string }

function Sum({ name, hint = '', amount, currency }: SumProps) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="figures min-w-0 text-muted">
        {name}
        {hint !== '' && <span className="block text-hint">{hint}</span>}
      </dt>
      <dd>
        <Money amount={amount} {...(currency === undefined ? {} : { currency })} />
      </dd>
    </div>
  )
}
