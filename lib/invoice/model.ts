import type { VatCategory } from '#lib/codelists/vat-choices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import type { Decimal } from '#lib/core/decimal.ts'
import type { PeppolId } from '#lib/party/peppol-id.ts'
import type { Address, Contact, PaymentAccountKind } from './parties.ts'
import type { VatGroup } from './totals.ts'

/** The seller as written (BG-4). Empty text = not written. */
export type Seller = {
  /** BT-27 Legal name. */
  readonly name: string
  /** BT-28 Trading name, when it differs. */
  readonly tradingName: string
  /** BT-29 Seller identifier: a GLN, when the company goes by it. */
  readonly gln: string
  /** BT-30 Ten digits. */
  readonly orgNumber: string
  /** BT-31. */
  readonly vatNumber: string
  /** BT-32 Written as "Godkänd för F-skatt". SE-R-005. */
  readonly fTaxApproved: boolean
  /** BT-33 The seat's town. */
  readonly seat: string
  /** BT-34. PEPPOL-EN16931-R020. */
  readonly electronicAddress: PeppolId
  /** BG-5. */
  readonly address: Address
  /** BG-6. */
  readonly contact: Contact
}

/** The buyer as written (BG-7). Empty text = not written. */
export type Buyer = {
  /** BT-44 Official name. */
  readonly name: string
  /** BT-45 Trading name, when it differs. */
  readonly tradingName: string
  /** BT-47. */
  readonly orgNumber: string
  /** BT-48. */
  readonly vatNumber: string
  /** BT-49. Null = no address in the network. PEPPOL-EN16931-R010. */
  readonly electronicAddress: PeppolId | null
  /** BG-8. */
  readonly address: Address
}

/** An account to pay to (BG-17). */
export type InvoiceAccount = {
  readonly kind: PaymentAccountKind
  /** BT-84. */
  readonly number: string
  /** BT-85 Written for an IBAN: the seller's legal name. */
  readonly holder: string
  /** BT-86 of an IBAN; a giro writes SE:BANKGIRO or SE:PLUSGIRO instead. */
  readonly bic: string
}

/** A line as written (BG-25). */
export type InvoiceLine = {
  /** BT-126: 1, 2, 3 … in shown order. */
  readonly id: string
  /** BT-127. */
  readonly lineNote: string
  /** BT-129. */
  readonly quantity: Decimal
  /** BT-130. */
  readonly unit: string
  /** BT-131. */
  readonly lineNetAmount: Decimal
  /** BT-146. */
  readonly netPrice: Decimal
  /** BT-151. */
  readonly vatCategory: VatCategory
  /** BT-152. */
  readonly vatRate: Decimal
  /** BT-153. */
  readonly itemName: string
}

/** A line of the VAT breakdown (BG-23). */
export type InvoiceVatGroup = VatGroup

/** The sums of the document (BG-22). */
export type InvoiceTotals = {
  /** BT-106. */
  readonly sumOfLines: Decimal
  /** BT-107. */
  readonly sumOfAllowances: Decimal
  /** BT-108. */
  readonly sumOfCharges: Decimal
  /** BT-109. */
  readonly totalWithoutVat: Decimal
  /** BT-110. */
  readonly totalVat: Decimal
  /** BT-112. */
  readonly totalWithVat: Decimal
  /** BT-113. */
  readonly paidAmount: Decimal
  /** BT-114. */
  readonly rounding: Decimal
  /** BT-115. */
  readonly amountDue: Decimal
}

/**
 * An invoice in meaning: parsed values only, everything that is written and nothing else. Made by `composeInvoice`
 * at *Gå vidare* and never changed after. Empty text or null = not there.
 */
export type Invoice = {
  /** BT-3. Only debit invoices (380) yet. */
  readonly kind: 'invoice'
  /** BT-1. */
  readonly invoiceNumber: string
  /** BT-2. */
  readonly issueDate: IsoDate
  /** BT-9. */
  readonly dueDate: IsoDate
  /** BT-5. */
  readonly currency: string
  /** BT-22. */
  readonly note: string
  /** BT-10. PEPPOL-EN16931-R003: this or BT-13. */
  readonly buyerReference: string
  /** BT-13. */
  readonly purchaseOrderReference: string
  /** BT-12. */
  readonly contractReference: string
  /** BG-4. */
  readonly seller: Seller
  /** BG-7. */
  readonly buyer: Buyer
  /** BT-72. */
  readonly deliveryDate: IsoDate | null
  /** BG-14: BT-73, BT-74. */
  readonly invoicingPeriod: { readonly start: IsoDate | null; readonly end: IsoDate | null }
  /** BT-20. */
  readonly paymentTermsText: string
  /** BT-83, the same for every account. UBL-SR-44. */
  readonly paymentReference: string
  /** BG-17. */
  readonly paymentAccounts: readonly InvoiceAccount[]
  /** BG-25. */
  readonly lines: readonly InvoiceLine[]
  /** BG-23: S by rising rate, then the rest. */
  readonly vatBreakdown: readonly InvoiceVatGroup[]
  /** BG-22. */
  readonly totals: InvoiceTotals
}
