import { useLocale, useTranslations } from 'next-intl'
import { itemClassifications } from '#lib/codelists/item-classifications.ts'
import { toShortestText } from '#lib/core/decimal.ts'
import { formatNumber, formatPercent } from '#lib/i18n/format.ts'
import type { InvoiceOutline, LineOutline } from '#lib/invoice/model.ts'
import { countryName } from './company-lines.tsx'
import { amountText, Money } from './money.tsx'
import { useAdjustmentText } from './paper-adjustments.ts'
import { type Fact, Gap, periodText, useUnitName } from './paper-facts.tsx'

const numeric = 'text-hint text-muted @[34rem]:px-2 @[34rem]:text-end @[34rem]:text-base @[34rem]:text-ink'
const header = 'px-2 pb-1 text-hint font-semibold text-muted first:ps-0 last:pe-0'

// The roles stand explicitly: on narrow paper the rows are grids, which takes the table's meaning away in some browsers.
// biome-ignore-start lint/a11y/noRedundantRoles: see above
/** The lines (BG-25): a table on wide paper, a block for each line on narrow. */
export function PaperLines({ invoice }: { invoice: InvoiceOutline }) {
  const words = useTranslations('paper')
  return (
    <table role="table" className="block w-full @[34rem]:table">
      <caption className="sr-only">{words(`lines.${invoice.kind}`)}</caption>
      <thead role="rowgroup" className="sr-only @[34rem]:not-sr-only @[34rem]:table-header-group">
        <tr role="row">
          <th scope="col" role="columnheader" className={`${header} text-start`}>
            {words('item')}
          </th>
          {(['quantity', 'price', 'vat', 'sum'] as const).map((name) => (
            <th key={name} scope="col" role="columnheader" className={`${header} text-end`}>
              {words(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block @[34rem]:table-row-group">
        {invoice.lines.length === 0 && (
          <tr role="row" className="grid border-t border-line @[34rem]:table-row">
            <td role="cell" colSpan={5} className="py-2">
              <Gap />
            </td>
          </tr>
        )}
        {invoice.lines.map((line) => (
          <LineRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function LineRow({ line }: { line: LineOutline }) {
  const words = useTranslations('paper')
  const unitName = useUnitName()
  const unit = unitName(line.unit)
  const base = line.baseQuantity === null ? '' : formatNumber(toShortestText(line.baseQuantity))
  return (
    <tr
      role="row"
      className="grid break-inside-avoid grid-cols-[auto_auto_minmax(0,1fr)_auto] gap-x-1 border-t border-line py-2 align-top @[34rem]:table-row"
    >
      <td role="cell" className="col-span-3 min-w-0 pe-2 @[34rem]:py-1.5">
        {line.itemName === '' ? <Gap /> : line.itemName}
        <LineDetails line={line} />
      </td>
      <td role="cell" className={`${numeric} order-1 whitespace-nowrap @[34rem]:py-1.5`}>
        {line.quantity === null ? <Gap /> : `${formatNumber(toShortestText(line.quantity))} ${unit}`}
      </td>
      <td role="cell" className={`${numeric} order-2 @[34rem]:py-1.5`}>
        <span aria-hidden="true" className="@[34rem]:hidden">
          {'× '}
        </span>
        {line.netPrice === null ? <Gap /> : <Money amount={line.netPrice} />}
        {base !== '' && (
          <span className="whitespace-nowrap @[34rem]:block @[34rem]:text-hint @[34rem]:text-muted">
            {' '}
            {words('per', { quantity: base, unit })}
          </span>
        )}
      </td>
      <td role="cell" className={`${numeric} order-3 col-span-2 whitespace-nowrap @[34rem]:py-1.5`}>
        <span aria-hidden="true" className="@[34rem]:hidden">
          {'· '}
        </span>
        <LineVat line={line} />
      </td>
      <td role="cell" className="text-end @[34rem]:py-1.5 @[34rem]:ps-2">
        {line.lineNetAmount !== null && <Money amount={line.lineNetAmount} />}
      </td>
    </tr>
  )
}
// biome-ignore-end lint/a11y/noRedundantRoles: see above

function LineVat({ line: { vatCategory, vatRate } }: { line: LineOutline }) {
  const words = useTranslations('paper')
  if (vatCategory === 'O') return words('noVat')
  return vatRate === null ? <Gap /> : formatPercent(toShortestText(vatRate))
}

/** What stands under a line's name: text first, then what the sum comes of, then numbers and codes. */
function LineDetails({ line }: { line: LineOutline }) {
  const words = useTranslations('paper')
  const adjustmentText = useAdjustmentText()
  const facts = useLineFacts(line)
  const { listPrice } = line
  return (
    <>
      {[line.itemDescription, line.lineNote]
        .filter((text) => text !== '')
        .map((text) => (
          <span key={text} className="block whitespace-pre-line text-hint text-muted">
            {text}
          </span>
        ))}
      {listPrice !== null && (
        <span className="figures block text-hint text-muted">
          {words('listPrice', {
            gross: amountText(listPrice.grossPrice),
            discount: amountText(listPrice.priceDiscount),
          })}
        </span>
      )}
      {line.adjustments.map((adjustment, at) => {
        const { text, amount } = adjustmentText(adjustment)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: paper never changes, and two discounts may be alike
          <span key={at} className="figures block text-hint text-muted">
            {text}: <Money amount={amount} />
          </span>
        )
      })}
      {facts.length > 0 && (
        <ul className="figures flex flex-wrap gap-x-3 text-hint text-muted">
          {facts.map(([label, value]) => (
            <li key={`${label}${value}`} className="min-w-0">
              {label}: {value}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What a line tells besides its sums (BG-26, BG-32, BT-128, BT-132, BT-133, BT-155 … BT-159). */
function useLineFacts(line: LineOutline): readonly Fact[] {
  const words = useTranslations('paper')
  const locale = useLocale()
  const { list, code } = line.classification
  const known = itemClassifications.find((each) => each === list)
  const listName = known === undefined ? list : words(`commodityOf.${known}`)
  const facts: readonly Fact[] = [
    [words('sellerItem'), line.sellerItemId],
    [words('buyerItem'), line.buyerItemId],
    [words('gtin'), line.standardItemId],
    [words('commodity', { list: listName }), code],
    [words('origin'), line.originCountry === '' ? '' : countryName(line.originCountry, locale)],
    ...line.attributes.map(({ name, value }) => [name, value] as const),
    [words('period'), periodText(line.period)],
    [words('orderLine'), line.orderLineReference],
    [words('accounting'), line.accountingReference],
    [words('object'), line.objectReference],
  ]
  return facts.filter(([, value]) => value !== '')
}
