import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { InvoiceOutline } from '#lib/invoice/model.ts'
import type { OutlineGap } from '#lib/invoice/outline.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskPeppolId } from '#lib/party/peppol-id.ts'
import { Gap, PaperAddress } from './paper-facts.tsx'
import { type PaperFile, PaperFiles } from './paper-files.tsx'
import { PaperLines } from './paper-lines.tsx'
import { PaperBuyer, PaperReferences } from './paper-parties.tsx'
import { PaperPayment } from './paper-payment.tsx'
import { PaperSums } from './paper-sums.tsx'

type PaperProps = {
  invoice: InvoiceOutline
  files?: readonly PaperFile[]
  id?: string
  /** Given for a draft, which is marked as one: the places that are not filled in yet. */
  gaps?: ReadonlySet<OutlineGap>
}

const none: ReadonlySet<OutlineGap> = new Set()

/**
 * The invoice or credit note as its reader sees it: calm paper, laid out by its own width, the only thing a printed
 * page shows, with everything that is written (BG-1 … BG-32). `id` is the anchor that a link may lead to.
 */
export function InvoicePaper({ invoice, files = [], id, gaps }: PaperProps) {
  const words = useTranslations('paper')
  return (
    <article
      id={id}
      className="paper @container grid gap-6"
      aria-label={`${words(`heading.${invoice.kind}`)} ${invoice.invoiceNumber}`.trim()}
    >
      {gaps !== undefined && (
        <p className="tag tone-neutral justify-self-start print:border print:border-control">
          {words('draft')}
        </p>
      )}
      <Head invoice={invoice} gaps={gaps ?? none} />
      <div className="grid gap-6 @[34rem]:grid-cols-2">
        <PaperBuyer invoice={invoice} />
        <PaperReferences invoice={invoice} gaps={gaps ?? none} />
      </div>
      {invoice.note !== '' && <p className="whitespace-pre-line">{invoice.note}</p>}
      <PaperLines invoice={invoice} />
      <PaperSums invoice={invoice} />
      <PaperPayment invoice={invoice} gaps={gaps ?? none} />
      <PaperFiles files={files} />
      <Foot invoice={invoice} />
    </article>
  )
}

function Head({ invoice, gaps }: { invoice: InvoiceOutline; gaps: ReadonlySet<OutlineGap> }) {
  const words = useTranslations('paper')
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="text-h2 font-semibold">
          {invoice.seller.name} {gaps.has('seller') && <Gap />}
        </p>
        {invoice.seller.tradingName !== '' && <p className="text-muted">{invoice.seller.tradingName}</p>}
        <p className="text-hint text-muted">
          <PaperAddress address={invoice.seller.address} />
        </p>
      </div>
      <div className="min-w-0 @[34rem]:text-end">
        <h2 className="figures">
          {words(`heading.${invoice.kind}`)} {gaps.has('invoiceNumber') ? <Gap /> : invoice.invoiceNumber}
        </h2>
        <Preceding invoice={invoice} isLeft={gaps.has('original')} />
      </div>
    </header>
  )
}

/** What a credit note credits, or what else an invoice is about (BG-3). */
function Preceding({ invoice, isLeft }: { invoice: InvoiceOutline; isLeft: boolean }) {
  const words = useTranslations('paper')
  const { kind, precedingInvoices } = invoice
  if (isLeft) {
    return (
      <p>
        {words('credits', { list: '' })} <Gap />
      </p>
    )
  }
  if (precedingInvoices.length === 0) return null
  const list = precedingInvoices
    .map(({ number, issueDate }) =>
      issueDate === null ? words('preceding', { number }) : words('precedingOn', { number, date: issueDate }),
    )
    .join(', ')
  return <p className="figures">{words(kind === 'credit-note' ? 'credits' : 'refersTo', { list })}</p>
}

function Foot({ invoice: { seller } }: { invoice: InvoiceOutline }) {
  const words = useTranslations('paper')
  const parts = [
    `${words('orgNumber')} ${maskOrganisationNumber(seller.orgNumber)}`,
    seller.vatNumber === '' ? '' : `${words('vatNumber')} ${seller.vatNumber}`,
    seller.fTaxApproved ? words('fTax') : '',
    seller.seat === '' ? '' : `${words('seat')} ${seller.seat}`,
    seller.gln === '' ? '' : `${words('gln')} ${seller.gln}`,
    `${words('eAddress')} ${maskPeppolId(seller.electronicAddress)}`,
    seller.contact.phone,
    seller.contact.email,
  ].filter((part) => part !== '')
  return (
    <footer className="figures border-t border-line pt-3 text-hint text-muted">
      {parts.map((part, at) => (
        <Fragment key={part}>
          {at > 0 && ' · '}
          <span className="inline-block max-w-full">{part}</span>
        </Fragment>
      ))}
    </footer>
  )
}
