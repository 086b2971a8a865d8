import type { IsoDate } from '#lib/core/dates.ts'
import type { InvoiceKind } from '#lib/invoice/draft.ts'
import type { BuyerProfile, PaymentAccount, SellerProfile } from '#lib/invoice/parties.ts'

/** What a draft is judged and summed against; does not change while the form is open. */
export type EditorSurroundings = {
  readonly company: SellerProfile
  readonly accounts: readonly PaymentAccount[]
  readonly customers: readonly BuyerProfile[]
  readonly today: IsoDate
  /** The next free number of each series; taken at *Gå vidare*. */
  readonly proposals: Readonly<Record<InvoiceKind, string>>
  /** Sent invoices that a credit note can be about, the newest first. */
  readonly creditable: readonly CreditableInvoice[]
}

/** A sent invoice as the form offers it for credit. */
export type CreditableInvoice = {
  readonly invoiceId: string
  readonly customerId: string
  readonly number: string
  readonly issueDate: string
  readonly buyerName: string
  /** Canonical text. */
  readonly amountDue: string
  readonly currency: string
}
