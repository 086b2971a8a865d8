import { type Decimal, toShortestText } from '#lib/core/decimal.ts'
import { formatAmount } from '#lib/i18n/format.ts'

/** An exact decimal as people read it: at least two decimals, and `kr` or the currency's code when one is given. */
export function amountText(amount: Decimal | string, currency?: string): string {
  return formatAmount(typeof amount === 'string' ? amount : toShortestText(amount, 2), currency)
}

/** An amount with tabular figures that never breaks over two lines. */
export function Money({ amount, currency }: { amount: Decimal | string; currency?: string }) {
  return <span className="amount">{amountText(amount, currency)}</span>
}
