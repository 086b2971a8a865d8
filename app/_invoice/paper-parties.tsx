import { useTranslations } from 'next-intl'
import { objectSchemes } from '#lib/codelists/object-schemes.ts'
import type { Buyer, InvoiceOutline } from '#lib/invoice/model.ts'
import type { OutlineGap } from '#lib/invoice/outline.ts'
import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'
import { maskPeppolId } from '#lib/party/peppol-id.ts'
import { Facts, Gap, PaperAddress, periodText } from './paper-facts.tsx'

/** The buyer (BG-7, BG-9) and, when it is told, where it was delivered (BG-13, BG-15). */
export function PaperBuyer({ invoice: { buyer, deliverTo } }: { invoice: InvoiceOutline }) {
  const words = useTranslations('paper')
  return (
    <div className="grid content-start gap-4">
      <section>
        <h3 className="text-hint text-muted">{words('buyer')}</h3>
        {buyer === null ? <Gap /> : <BuyerText buyer={buyer} />}
      </section>
      <DeliveredTo deliverTo={deliverTo} />
    </div>
  )
}

function BuyerText({ buyer }: { buyer: Buyer }) {
  const words = useTranslations('paper')
  const { electronicAddress, identifier, contact } = buyer
  return (
    <>
      <p className="font-semibold">{buyer.name}</p>
      {buyer.tradingName !== '' && <p className="text-muted">{buyer.tradingName}</p>}
      <p className="mb-2">
        <PaperAddress address={buyer.address} />
      </p>
      <Facts
        rows={[
          [words('orgNumber'), maskOrganisationNumber(buyer.orgNumber)],
          [words('vatNumber'), buyer.vatNumber],
          [words('buyerId'), identifier.id],
          [words('eAddress'), electronicAddress === null ? '' : maskPeppolId(electronicAddress)],
          [words('contact'), contact.name],
          [words('phone'), contact.phone],
          [words('email'), contact.email],
        ]}
      />
    </>
  )
}

function DeliveredTo({ deliverTo: { name, locationId, address } }: Pick<InvoiceOutline, 'deliverTo'>) {
  const words = useTranslations('paper')
  if (name === '' && locationId === '' && address === null) return null
  return (
    <section>
      <h3 className="text-hint text-muted">{words('deliveredTo')}</h3>
      {name !== '' && <p>{name}</p>}
      {address !== null && (
        <p>
          <PaperAddress address={address} />
        </p>
      )}
      <Facts rows={[[words('gln'), locationId]]} />
    </section>
  )
}

type ReferencesProps = { invoice: InvoiceOutline; gaps: ReadonlySet<OutlineGap> }

/** Dates and references (BT-9 … BT-19), those a reader looks for first on top. */
export function PaperReferences({ invoice, gaps }: ReferencesProps) {
  const words = useTranslations('paper')
  const { scheme, id } = invoice.invoicedObject
  const known = objectSchemes.find((each) => each === scheme)
  return (
    <section>
      <Facts
        rows={[
          [words(`issueDate.${invoice.kind}`), invoice.issueDate],
          [words('dueDate'), gaps.has('dueDate') ? null : (invoice.dueDate ?? '')],
          [words('buyerReference'), gaps.has('reference') ? null : invoice.buyerReference],
          [words('orderNumber'), invoice.purchaseOrderReference],
          [words('salesOrder'), invoice.salesOrderReference],
          [words('contract'), invoice.contractReference],
          [words('project'), invoice.projectReference],
          [words(known === undefined ? 'object' : `objectOf.${known}`), id],
          [words('accounting'), invoice.buyerAccountingReference],
          [words('despatch'), invoice.despatchReference],
          [words('receipt'), invoice.receiptReference],
          [words('tender'), invoice.tenderReference],
          [words('sellerReference'), invoice.seller.contact.name],
          [words('deliveryDate'), invoice.deliveryDate ?? ''],
          [words('period'), periodText(invoice.invoicingPeriod)],
          [words('currency'), invoice.currency === 'SEK' ? '' : invoice.currency],
        ]}
      />
    </section>
  )
}
