import type { VatCategory } from '#lib/codelists/vat-choices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import type { Decimal } from '#lib/core/decimal.ts'
import type { PeppolId } from '#lib/party/peppol-id.ts'
import type { VatGroup } from './calculate.ts'
import type { InvoiceKind } from './draft.ts'
import type { Address, Contact, PaymentAccountKind } from './parties.ts'

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
  /** BT-46: the buyer's own id for itself; `scheme` 0088 when a GLN, else empty. */
  readonly identifier: { readonly scheme: string; readonly id: string }
  /** BG-9. */
  readonly contact: Contact
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

/** A discount or charge as written (BG-20, BG-21, BG-27, BG-28). */
export type InvoiceAdjustment = {
  readonly isCharge: boolean
  /** BT-98, BT-105, BT-140, BT-145. */
  readonly reasonCode: string
  /** BT-97, BT-104, BT-139, BT-144. Always written. */
  readonly reason: string
  /** BT-94, BT-101, BT-138, BT-143. With `baseAmount`, or neither: R041, R042. */
  readonly percent: Decimal | null
  /** BT-93, BT-100, BT-137, BT-142. */
  readonly baseAmount: Decimal | null
  /** BT-92, BT-99, BT-136, BT-141. */
  readonly amount: Decimal
}

/** A discount or charge on the document, in one VAT group. */
export type InvoiceDocumentAdjustment = InvoiceAdjustment & {
  /** BT-95, BT-102. */
  readonly vatCategory: VatCategory
  /** BT-96, BT-103. */
  readonly vatRate: Decimal
}

/** Days from and to, both in; null = not there. */
export type InvoicePeriod = { readonly start: IsoDate | null; readonly end: IsoDate | null }

/** Where it was delivered (BG-13, BG-15). Empty text = not written. */
export type InvoiceDelivery = {
  /** BT-70. */
  readonly name: string
  /** BT-71, a GLN. */
  readonly locationId: string
  /** BG-15; null = no address. */
  readonly address: Address | null
}

/** An earlier invoice (BG-3). */
export type PrecedingInvoice = {
  /** BT-25. */
  readonly number: string
  /** BT-26. */
  readonly issueDate: IsoDate | null
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
  /** BT-154. */
  readonly itemDescription: string
  /** BT-155. */
  readonly sellerItemId: string
  /** BT-156. */
  readonly buyerItemId: string
  /** BT-157, a GTIN (scheme 0160). */
  readonly standardItemId: string
  /** BT-158 with its list (STI, TST). */
  readonly classification: { readonly list: string; readonly code: string }
  /** BT-159. */
  readonly originCountry: string
  /** BG-32. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  /** BG-26. */
  readonly period: InvoicePeriod
  /** BT-132. */
  readonly orderLineReference: string
  /** BT-133. */
  readonly accountingReference: string
  /** BT-128. */
  readonly objectReference: string
  /** BG-27, BG-28. */
  readonly adjustments: readonly InvoiceAdjustment[]
  /** BT-149; null = 1, not written. */
  readonly baseQuantity: Decimal | null
  /** BT-148 and BT-147; null = not written. `netPrice` is their exact difference. R046. */
  readonly listPrice: { readonly grossPrice: Decimal; readonly priceDiscount: Decimal } | null
}

/** A line of the VAT breakdown (BG-23). */
export type InvoiceVatGroup = VatGroup & {
  /** BT-121. Empty = not written. */
  readonly reasonCode: string
  /** BT-120. Empty = not written. */
  readonly reason: string
}

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
  /** BT-3: 380 or 381. */
  readonly kind: InvoiceKind
  /** BT-1. */
  readonly invoiceNumber: string
  /** BT-2. */
  readonly issueDate: IsoDate
  /** BT-9. A credit note may lack it, and has none without an account. */
  readonly dueDate: IsoDate | null
  /** BT-5. */
  readonly currency: string
  /** BT-6 and BT-111: VAT in the accounting currency; null = not written. */
  readonly vatAccounting: { readonly currency: string; readonly totalVatAccounting: Decimal } | null
  /** BT-22. */
  readonly note: string
  /** BT-10. PEPPOL-EN16931-R003: this or BT-13. */
  readonly buyerReference: string
  /** BT-13. */
  readonly purchaseOrderReference: string
  /** BT-12. */
  readonly contractReference: string
  /** BT-14. */
  readonly salesOrderReference: string
  /** BT-18 with its scheme (AVE, ABZ, AWV, IT or empty). */
  readonly invoicedObject: { readonly scheme: string; readonly id: string }
  /** BT-11. */
  readonly projectReference: string
  /** BT-19. */
  readonly buyerAccountingReference: string
  /** BT-16. */
  readonly despatchReference: string
  /** BT-15. */
  readonly receiptReference: string
  /** BT-17. */
  readonly tenderReference: string
  /** BG-3. */
  readonly precedingInvoices: readonly PrecedingInvoice[]
  /** BG-4. */
  readonly seller: Seller
  /** BG-7. */
  readonly buyer: Buyer
  /** BT-72. */
  readonly deliveryDate: IsoDate | null
  /** BG-14: BT-73, BT-74. */
  readonly invoicingPeriod: InvoicePeriod
  /** BT-70, BT-71, BG-15. */
  readonly deliverTo: InvoiceDelivery
  /** BT-20. */
  readonly paymentTermsText: string
  /** BT-83, the same for every account (UBL-SR-44); empty without one. */
  readonly paymentReference: string
  /** BG-17. */
  readonly paymentAccounts: readonly InvoiceAccount[]
  /** BG-20, BG-21. */
  readonly adjustments: readonly InvoiceDocumentAdjustment[]
  /** BG-25. */
  readonly lines: readonly InvoiceLine[]
  /** BG-23: S by rising rate, then the rest. */
  readonly vatBreakdown: readonly InvoiceVatGroup[]
  /** BG-22. */
  readonly totals: InvoiceTotals
}

type Nullable<Whole> = { readonly [Key in keyof Whole]: Whole[Key] | null }

type LineFigures = 'quantity' | 'netPrice' | 'lineNetAmount' | 'vatCategory' | 'vatRate'

/** A line as far as it can be read; null = not yet. */
export type LineOutline = Omit<InvoiceLine, LineFigures> & Nullable<Pick<InvoiceLine, LineFigures>>

/** An invoice as far as a draft tells it (a preview); null = not yet. Every `Invoice` is one. */
export type InvoiceOutline = Omit<Invoice, 'issueDate' | 'buyer' | 'lines'> &
  Nullable<Pick<Invoice, 'issueDate' | 'buyer'>> & { readonly lines: readonly LineOutline[] }

/** A file that goes inside the document (BG-24); not part of the frozen invoice, which is older than its files. */
export type EmbeddedFile = {
  /** BT-122: `Bilaga 1`, `Bilaga 2` … in shown order. */
  readonly reference: string
  /** BT-123. */
  readonly description: string
  /** BT-125-2. */
  readonly fileName: string
  /** BT-125-1: one of the types the standard allows (CL001). */
  readonly mimeCode: string
  /** BT-125: the bytes in base64. */
  readonly base64: string
}
