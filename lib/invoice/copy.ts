import { formatPeppolId } from '#lib/party/peppol-id.ts'
import { referencesToConfirm } from './copy-review.ts'
import { type DraftDefaults, type DraftLine, emptyDraft, filledLines, type InvoiceDraft } from './draft.ts'
import type { InvoiceState } from './lifecycle.ts'
import type { BuyerProfile, PaymentAccount } from './parties.ts'
import { type RollingSource, rollForward } from './roll-forward.ts'

const copyable: readonly InvoiceState[] = ['ready', 'sent', 'answered', 'rejected', 'failed']

/** Tells whether an invoice can be copied: it was made ready once, and was not voided. */
export function canCopy(state: InvoiceState): boolean {
  return copyable.includes(state)
}

/** What a copy is made of: the earlier invoice as it was typed, and what is there to choose now. */
export type CopySource = RollingSource & {
  /** The earlier invoice's id. */
  readonly invoiceId: string
  /** The invoice to the same customer before that one; null = none. */
  readonly before: InvoiceDraft | null
  /** The company's customers and accounts of today; one that is gone falls back to the usual. */
  readonly customers: readonly BuyerProfile[]
  readonly accounts: readonly PaymentAccount[]
  readonly defaults: DraftDefaults
}

/** A copy, with what the earlier invoice named and that is no longer there. */
export type CopiedDraft = {
  readonly draft: InvoiceDraft
  readonly gone: { readonly customer: boolean; readonly accounts: number }
}

/**
 * *Som förra gången* (K19): a new draft of an earlier invoice, its periods rolled forward. Never its number or dates,
 * references to its own deliveries or to other invoices, paid amount, rate of exchange or payment reference. A dated
 * VAT rate follows from the choice, so it is evaluated again for the new day.
 */
export function copyDraft(source: CopySource): CopiedDraft {
  const { draft: earlier, accounts, defaults } = source
  const fresh = emptyDraft(defaults)
  const { rollLine, ...rolled } = rollForward(source)
  const customer = source.customers.find(({ customerId }) => customerId === earlier.customerId)
  const kept = earlier.paymentAccountIds.filter((id) => accounts.some((account) => account.id === id))
  const lines = filledLines(earlier).map((line) => copyLine(line, rollLine(line)))
  const draft = {
    ...earlier,
    ...rolled,
    customerId: customer?.customerId ?? fresh.customerId,
    invoiceNumber: fresh.invoiceNumber,
    invoiceNumberEdited: false,
    issueDate: fresh.issueDate,
    issueDateEdited: false,
    paymentTermsDays: or(earlier.paymentTermsDays, fresh.paymentTermsDays),
    paymentTermsText: earlier.paymentTermsTextEdited ? earlier.paymentTermsText : fresh.paymentTermsText,
    dueDate: fresh.dueDate,
    dueDateEdited: false,
    despatchReference: '',
    receiptReference: '',
    precedingInvoices: [],
    buyerReference: or(earlier.buyerReference, fresh.buyerReference),
    buyerVatNumber: '',
    electronicAddress: hasAddress(customer, earlier.electronicAddress) ? earlier.electronicAddress : '',
    sellerContactName: or(earlier.sellerContactName, fresh.sellerContactName),
    currency: or(earlier.currency, fresh.currency),
    exchangeRate: '',
    exchangeRateDate: '',
    paidAmount: '',
    paymentReference: '',
    paymentReferenceEdited: false,
    paymentAccountIds: kept.length === 0 ? fresh.paymentAccountIds : kept,
    lines: lines.length === 0 ? fresh.lines : lines,
    templateId: '',
    copiedFrom: source.invoiceId,
    toConfirm: referencesToConfirm(earlier, source.before),
  }
  const gone = {
    customer: earlier.customerId !== '' && customer === undefined,
    accounts: earlier.paymentAccountIds.length - kept.length,
  }
  return { draft, gone }
}

function copyLine(line: DraftLine, period: Pick<DraftLine, 'periodStart' | 'periodEnd'>): DraftLine {
  return { ...line, ...period, orderLineReference: '' }
}

/** What stood on the earlier invoice goes before the usual, which goes before nothing. */
function or(earlier: string, usual: string): string {
  return earlier.trim() === '' ? usual : earlier
}

function hasAddress(customer: BuyerProfile | undefined, address: string): boolean {
  return customer?.electronicAddresses?.some((each) => formatPeppolId(each) === address) ?? false
}
