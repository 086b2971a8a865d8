import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toShortestText } from '#lib/core/decimal.ts'
import { formatNumber, formatPercent } from '#lib/i18n/format.ts'
import type { Invoice, InvoiceLine } from '#lib/invoice/model.ts'
import { formatOrganisationNumber } from '#lib/party/organisation-number.ts'
import { formatPeppolId } from '#lib/party/peppol-id.ts'
import { AddressLines, accountText } from './company-lines.tsx'
import { amountText, Money } from './money.tsx'

/**
 * The invoice as its reader sees it: calm paper, laid out by its own width, the only thing a printed page shows
 * (BG-4 … BG-25). `id` is the anchor that a link may lead to.
 */
export function InvoicePaper({ invoice, id }: { invoice: Invoice; id?: string }) {
  const words = useTranslations('documents.paper')
  return (
    <article
      id={id}
      className="paper @container grid gap-6"
      aria-label={`${words('heading')} ${invoice.invoiceNumber}`}
    >
      <Head invoice={invoice} />
      <div className="grid gap-6 @[34rem]:grid-cols-2">
        <Buyer invoice={invoice} />
        <References invoice={invoice} />
      </div>
      {invoice.note !== '' && <p className="whitespace-pre-line">{invoice.note}</p>}
      <Lines invoice={invoice} />
      <Sums invoice={invoice} />
      <Payment invoice={invoice} />
      <Foot invoice={invoice} />
    </article>
  )
}

function Head({ invoice }: { invoice: Invoice }) {
  const words = useTranslations('documents.paper')
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="text-h2 font-semibold">{invoice.seller.name}</p>
        {invoice.seller.tradingName !== '' && <p className="text-muted">{invoice.seller.tradingName}</p>}
        <p className="text-hint text-muted">
          <AddressLines address={invoice.seller.address} />
        </p>
      </div>
      <h2 className="figures">
        {words('heading')} {invoice.invoiceNumber}
      </h2>
    </header>
  )
}

function Buyer({ invoice: { buyer } }: { invoice: Invoice }) {
  const words = useTranslations('documents.paper')
  return (
    <section>
      <h3 className="text-hint text-muted">{words('buyer')}</h3>
      <p className="font-semibold">{buyer.name}</p>
      <p className="mb-2">
        <AddressLines address={buyer.address} />
      </p>
      <Facts
        rows={[
          [words('orgNumber'), formatOrganisationNumber(buyer.orgNumber)],
          [words('vatNumber'), buyer.vatNumber],
          [
            words('eAddress'),
            buyer.electronicAddress === null ? '' : formatPeppolId(buyer.electronicAddress),
          ],
        ]}
      />
    </section>
  )
}

function References({ invoice }: { invoice: Invoice }) {
  const words = useTranslations('documents.paper')
  const { start, end } = invoice.invoicingPeriod
  return (
    <section>
      <Facts
        rows={[
          [words('issueDate'), invoice.issueDate],
          [words('dueDate'), invoice.dueDate],
          [words('buyerReference'), invoice.buyerReference],
          [words('orderNumber'), invoice.purchaseOrderReference],
          [words('contract'), invoice.contractReference],
          [words('sellerReference'), invoice.seller.contact.name],
          [words('deliveryDate'), invoice.deliveryDate ?? ''],
          [words('period'), start || end ? `${start ?? ''} – ${end ?? ''}` : ''],
        ]}
      />
    </section>
  )
}

/** Names and values side by side; rows without a value are left out. */
function Facts({ rows }: { rows: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className="figures grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-label">
      {rows
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const numeric = 'text-hint text-muted @[34rem]:px-2 @[34rem]:text-end @[34rem]:text-base @[34rem]:text-ink'
const header = 'px-2 pb-1 text-hint font-semibold text-muted first:ps-0 last:pe-0'

// The roles stand explicitly: on narrow paper the rows are grids, which takes the table's meaning away in some browsers.
// biome-ignore-start lint/a11y/noRedundantRoles: see above
function Lines({ invoice }: { invoice: Invoice }) {
  const words = useTranslations('documents.paper')
  return (
    <table role="table" className="block w-full @[34rem]:table">
      <caption className="sr-only">{words('lines')}</caption>
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
        {invoice.lines.map((line) => (
          <LineRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function LineRow({ line }: { line: InvoiceLine }) {
  const units = useTranslations('units')
  const key = line.unit as Parameters<typeof units>[0]
  const unit = units.has(key) ? units(key) : line.unit
  return (
    <tr
      role="row"
      className="grid grid-cols-[auto_auto_minmax(0,1fr)_auto] gap-x-1 border-t border-line py-2 align-top @[34rem]:table-row"
    >
      <td role="cell" className="col-span-3 min-w-0 pe-2 @[34rem]:py-1.5">
        {line.itemName}
        {line.lineNote !== '' && (
          <span className="block whitespace-pre-line text-hint text-muted">{line.lineNote}</span>
        )}
      </td>
      <td role="cell" className={`${numeric} order-1 whitespace-nowrap @[34rem]:py-1.5`}>
        {formatNumber(toShortestText(line.quantity))} {unit}
      </td>
      <td role="cell" className={`${numeric} order-2 @[34rem]:py-1.5`}>
        <span aria-hidden="true" className="@[34rem]:hidden">
          {'× '}
        </span>
        <Money amount={line.netPrice} />
      </td>
      <td role="cell" className={`${numeric} order-3 col-span-2 whitespace-nowrap @[34rem]:py-1.5`}>
        <span aria-hidden="true" className="@[34rem]:hidden">
          {'· '}
        </span>
        {formatPercent(toShortestText(line.vatRate))}
      </td>
      <td role="cell" className="text-end @[34rem]:py-1.5 @[34rem]:ps-2">
        <Money amount={line.lineNetAmount} />
      </td>
    </tr>
  )
}
// biome-ignore-end lint/a11y/noRedundantRoles: see above

function Sums({ invoice: { totals, vatBreakdown, currency } }: { invoice: Invoice }) {
  const words = useTranslations('documents.paper')
  const rounded = toShortestText(totals.rounding) !== '0'
  return (
    <dl className="grid gap-1 border-t border-line pt-3 @[34rem]:ms-auto @[34rem]:w-2/3">
      <Sum name={words('net')}>
        <Money amount={totals.totalWithoutVat} />
      </Sum>
      {vatBreakdown.map((group) => {
        const rate = formatPercent(toShortestText(group.rate))
        return (
          <Sum
            key={`${group.category}${rate}`}
            name={words('vatOf', { rate, base: amountText(group.taxableAmount) })}
          >
            <Money amount={group.taxAmount} />
          </Sum>
        )
      })}
      {rounded && (
        <Sum name={words('rounding')}>
          <Money amount={totals.rounding} />
        </Sum>
      )}
      <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line pt-2">
        <dt className="font-semibold">{words('due')}</dt>
        <dd className="text-amount font-bold">
          <Money amount={totals.amountDue} currency={currency} />
        </dd>
      </div>
    </dl>
  )
}

function Sum({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="figures text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Payment({ invoice }: { invoice: Invoice }) {
  const words = useTranslations('documents.paper')
  return (
    <section className="perforation grid gap-2 pt-4">
      <h3>{words('payment')}</h3>
      <ul className="figures">
        {invoice.paymentAccounts.map((account) => (
          <li key={account.number} className="font-semibold">
            {accountText(account)}
            {account.bic !== '' && (
              <span className="font-normal text-muted">
                {' '}
                · {words('bic')} {account.bic}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Facts
        rows={[
          [words('reference'), invoice.paymentReference],
          [words('dueDate'), invoice.dueDate],
          [words('terms'), invoice.paymentTermsText],
        ]}
      />
    </section>
  )
}

function Foot({ invoice: { seller } }: { invoice: Invoice }) {
  const words = useTranslations('documents.paper')
  const parts = [
    `${words('orgNumber')} ${formatOrganisationNumber(seller.orgNumber)}`,
    seller.vatNumber === '' ? '' : `${words('vatNumber')} ${seller.vatNumber}`,
    seller.fTaxApproved ? words('fTax') : '',
    seller.seat === '' ? '' : `${words('seat')} ${seller.seat}`,
    seller.contact.phone,
    seller.contact.email,
  ].filter((part) => part !== '')
  return (
    <footer className="figures border-t border-line pt-3 text-hint text-muted">{parts.join(' · ')}</footer>
  )
}
