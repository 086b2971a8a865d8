import { defaultUnit } from '#lib/codelists/units.ts'
import { defaultVatChoice } from '#lib/codelists/vat-choices.ts'
import { keptFor } from '#lib/core/kept.ts'

/** BT-3: a debit invoice (380) or a credit note (381). */
export type InvoiceKind = 'invoice' | 'credit-note'

/** A discount or charge as typed: kronor, or per cent of what it stands on. */
export type DraftAdjustment = {
  /** Stable, never sent. */
  readonly key: string
  readonly isCharge: boolean
  /** BT-98, BT-105, BT-140, BT-145: a code of our short lists. */
  readonly reasonCode: string
  /** BT-97, BT-104, BT-139, BT-144. Empty = the words of the code. */
  readonly reason: string
  /** The number, without its unit. */
  readonly value: string
  readonly unit: 'percent' | 'amount'
}

/** A discount or charge on the document (BG-20, BG-21). */
export type DraftDocumentAdjustment = DraftAdjustment & {
  /** The VAT choice; empty = per cent: every VAT group, amount: the choice of the largest group. */
  readonly vatChoice: string
}

/** A property of an item (BG-32): BT-160, BT-161. */
export type DraftAttribute = { readonly name: string; readonly value: string }

/** An earlier invoice this one is about (BG-3). */
export type DraftPrecedingInvoice = {
  /** The id of the company's own sent invoice; empty when number and date were typed by hand. */
  readonly invoiceId: string
  /** BT-25. */
  readonly number: string
  /** BT-26. */
  readonly issueDate: string
}

/** A line of the form, as typed. */
export type DraftLine = {
  /** Stable, never sent: links the row, its faults and undo. The number on the invoice (BT-126) follows the order. */
  readonly key: string
  /** BT-153. */
  readonly itemName: string
  /** BT-129. */
  readonly quantity: string
  /** BT-130, a code. */
  readonly unit: string
  /** BT-146 as typed: excluding VAT, or including it when the draft says so. */
  readonly unitPrice: string
  /** The VAT choice; empty = none. BT-151 and BT-152 follow at write. */
  readonly vatChoice: string
  /** BT-127. */
  readonly lineNote: string
  /** BT-120 in the person's own words, for a VAT choice that has none (`exempt-other`). */
  readonly exemptionReason: string
  /** BT-154. */
  readonly itemDescription: string
  /** BT-155. */
  readonly sellerItemId: string
  /** BT-156. */
  readonly buyerItemId: string
  /** BT-157, a GTIN. */
  readonly standardItemId: string
  /** BT-158-1: STI (CPV), TST (UNSPSC), or empty. */
  readonly classificationList: string
  /** BT-158. */
  readonly classificationCode: string
  /** BT-159. */
  readonly originCountry: string
  /** BG-32. */
  readonly attributes: readonly DraftAttribute[]
  /** BT-134. */
  readonly periodStart: string
  /** BT-135. */
  readonly periodEnd: string
  /** BT-132. */
  readonly orderLineReference: string
  /** BT-133. */
  readonly accountingReference: string
  /** BT-128. */
  readonly objectReference: string
  /** BG-27, BG-28. */
  readonly adjustments: readonly DraftAdjustment[]
  /** BT-149: the price is for so many; empty = 1. */
  readonly baseQuantity: string
  /** BT-148. */
  readonly grossPrice: string
  /** BT-147. */
  readonly priceDiscount: string
}

/**
 * The form's whole state: every value as typed, empty text = not filled in. Plain JSON, saved as it is; nothing is
 * judged before *Gå vidare*.
 */
export type InvoiceDraft = {
  readonly version: 1
  readonly kind: InvoiceKind
  /** The customer, an id; its details are read when the invoice is composed. */
  readonly customerId: string
  /** BT-1. A proposal until edited. */
  readonly invoiceNumber: string
  readonly invoiceNumberEdited: boolean
  /** BT-2. Unedited, it is today at *Gå vidare*. */
  readonly issueDate: string
  readonly issueDateEdited: boolean
  /** Days from issue to due date, 0–365. */
  readonly paymentTermsDays: string
  /** Days are counted from the issue date, or from the end of its month. */
  readonly paymentTermsMode: 'net' | 'end-of-month'
  /** BT-9. Unedited, it follows from issue date and days. */
  readonly dueDate: string
  readonly dueDateEdited: boolean
  /** BT-20. Unedited, it follows from the days. */
  readonly paymentTermsText: string
  readonly paymentTermsTextEdited: boolean
  /** BT-10. */
  readonly buyerReference: string
  /** BT-13. */
  readonly purchaseOrderReference: string
  /** BT-12. */
  readonly contractReference: string
  /** BT-14. */
  readonly salesOrderReference: string
  /** BT-18. */
  readonly invoicedObjectReference: string
  /** BT-18-1: AVE, ABZ, AWV, IT, or empty. */
  readonly invoicedObjectScheme: string
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
  /** BG-3. A credit note names what it credits. */
  readonly precedingInvoices: readonly DraftPrecedingInvoice[]
  /** BT-46. */
  readonly buyerIdentifier: string
  /** BT-48, when the customer's card has none. */
  readonly buyerVatNumber: string
  /** BT-49 as `0007:…`; empty = the customer's first. */
  readonly electronicAddress: string
  /** BT-56. */
  readonly buyerContactName: string
  /** BT-57. */
  readonly buyerContactPhone: string
  /** BT-58. */
  readonly buyerContactEmail: string
  /** BT-41. Empty = the company's contact. */
  readonly sellerContactName: string
  /** BT-72. */
  readonly deliveryDate: string
  /** BT-73. */
  readonly periodStart: string
  /** BT-74. */
  readonly periodEnd: string
  /** BT-70. */
  readonly deliverToName: string
  /** BT-71, a GLN. */
  readonly deliverToLocationId: string
  /** BT-75. */
  readonly deliverToStreet: string
  /** BT-76. */
  readonly deliverToStreet2: string
  /** BT-165. */
  readonly deliverToLine3: string
  /** BT-78. */
  readonly deliverToPostalCode: string
  /** BT-77. */
  readonly deliverToCity: string
  /** BT-79. */
  readonly deliverToSubdivision: string
  /** BT-80; empty = Sweden as soon as another part of the address is filled. */
  readonly deliverToCountry: string
  /** BT-22. */
  readonly note: string
  /** BT-5. */
  readonly currency: string
  /** Kronor (the accounting currency) per one of `currency`; a sentence in BT-22 and what BT-111 is made by. */
  readonly exchangeRate: string
  readonly exchangeRateDate: string
  /** Steers the texts an invoice itself carries; empty = Swedish for a buyer in Sweden, else English. */
  readonly documentLanguage: '' | 'sv' | 'en'
  /** What prices and kronor of lines mean. */
  readonly pricesIncludeVat: boolean
  /** BG-20, BG-21. */
  readonly adjustments: readonly DraftDocumentAdjustment[]
  /** BT-113. */
  readonly paidAmount: string
  /** BT-83. Unedited, it follows from the number and the account's OCR. */
  readonly paymentReference: string
  readonly paymentReferenceEdited: boolean
  /** BG-17, ids of the company's accounts; the first one is named first. */
  readonly paymentAccountIds: readonly string[]
  /** BG-25. */
  readonly lines: readonly DraftLine[]
  /** The template it was opened from, an id; empty = none. Never sent. */
  readonly templateId: string
  /** The earlier invoice it was copied from, an id, as long as that is told; empty = none. Never sent. */
  readonly copiedFrom: string
  /** Fields brought from the earlier invoice that may be out of date, until confirmed or edited. Never sent. */
  readonly toConfirm: readonly string[]
}

/** What a new draft starts with: from the company, the customer and the number series. */
export type DraftDefaults = {
  readonly lineKey: string
  readonly customerId?: string
  readonly invoiceNumber?: string
  readonly issueDate?: string
  readonly paymentTermsDays?: string
  readonly paymentTermsMode?: 'net' | 'end-of-month'
  readonly dueDate?: string
  readonly paymentTermsText?: string
  readonly sellerContactName?: string
  readonly buyerReference?: string
  readonly currency?: string
  readonly paymentAccountIds?: readonly string[]
  readonly pricesIncludeVat?: boolean
  readonly unit?: string
  readonly vatChoice?: string
}

/** The most lines an invoice may have. */
export const maxLines = 999

/** A new debit invoice with one empty line. */
export function emptyDraft(defaults: DraftDefaults): InvoiceDraft {
  return {
    version: 1,
    kind: 'invoice',
    customerId: defaults.customerId ?? '',
    invoiceNumber: defaults.invoiceNumber ?? '',
    invoiceNumberEdited: false,
    issueDate: defaults.issueDate ?? '',
    issueDateEdited: false,
    paymentTermsDays: defaults.paymentTermsDays ?? '30',
    paymentTermsMode: defaults.paymentTermsMode ?? 'net',
    dueDate: defaults.dueDate ?? '',
    dueDateEdited: false,
    paymentTermsText: defaults.paymentTermsText ?? '',
    paymentTermsTextEdited: false,
    buyerReference: defaults.buyerReference ?? '',
    purchaseOrderReference: '',
    contractReference: '',
    salesOrderReference: '',
    invoicedObjectReference: '',
    invoicedObjectScheme: '',
    projectReference: '',
    buyerAccountingReference: '',
    despatchReference: '',
    receiptReference: '',
    tenderReference: '',
    precedingInvoices: [],
    buyerIdentifier: '',
    buyerVatNumber: '',
    electronicAddress: '',
    buyerContactName: '',
    buyerContactPhone: '',
    buyerContactEmail: '',
    sellerContactName: defaults.sellerContactName ?? '',
    deliveryDate: '',
    periodStart: '',
    periodEnd: '',
    deliverToName: '',
    deliverToLocationId: '',
    deliverToStreet: '',
    deliverToStreet2: '',
    deliverToLine3: '',
    deliverToPostalCode: '',
    deliverToCity: '',
    deliverToSubdivision: '',
    deliverToCountry: '',
    note: '',
    currency: defaults.currency ?? 'SEK',
    exchangeRate: '',
    exchangeRateDate: '',
    documentLanguage: '',
    pricesIncludeVat: defaults.pricesIncludeVat ?? false,
    adjustments: [],
    paidAmount: '',
    paymentReference: '',
    paymentReferenceEdited: false,
    paymentAccountIds: defaults.paymentAccountIds ?? [],
    lines: [emptyLine(defaults.lineKey, defaults)],
    templateId: '',
    copiedFrom: '',
    toConfirm: [],
  }
}

/**
 * A stored draft with what has been added to the form since it was stored: a field it lacks is as in an empty form.
 * Nothing that was typed is changed.
 */
export function completeDraft(stored: Partial<InvoiceDraft>): InvoiceDraft {
  const lines = stored.lines?.map((line) => ({ ...emptyLine(line.key), ...line }))
  return { ...emptyDraft({ lineKey: 'first' }), ...stored, ...(lines === undefined ? {} : { lines }) }
}

/** A new line: quantity 1, the unit and VAT given or the usual ones. */
export function emptyLine(
  key: string,
  defaults: { readonly unit?: string; readonly vatChoice?: string } = {},
): DraftLine {
  return {
    key,
    itemName: '',
    quantity: '1',
    unit: defaults.unit ?? defaultUnit,
    unitPrice: '',
    vatChoice: defaults.vatChoice ?? defaultVatChoice,
    lineNote: '',
    exemptionReason: '',
    itemDescription: '',
    sellerItemId: '',
    buyerItemId: '',
    standardItemId: '',
    classificationList: '',
    classificationCode: '',
    originCountry: '',
    attributes: [],
    periodStart: '',
    periodEnd: '',
    orderLineReference: '',
    accountingReference: '',
    objectReference: '',
    adjustments: [],
    baseQuantity: '',
    grossPrice: '',
    priceDiscount: '',
  }
}

/**
 * Tells whether a line says nothing yet: no cell but unit and VAT has text, and the quantity is none or the 1 that
 * every line starts with. Empty lines are not judged and not sent.
 */
export function isEmptyLine(line: DraftLine): boolean {
  return emptiness(line, '', () => saysNothing(line))
}

const emptiness = keptFor<DraftLine, boolean>()

function saysNothing(line: DraftLine): boolean {
  const { key: _key, unit: _unit, vatChoice: _vat, quantity, adjustments, attributes, ...cells } = line
  return (
    Object.values(cells).every((cell) => cell.trim() === '') &&
    adjustments.length === 0 &&
    attributes.length === 0 &&
    ['', '1'].includes(quantity.trim())
  )
}

/** The lines that count, in shown order. */
export function filledLines(draft: InvoiceDraft): readonly DraftLine[] {
  return draft.lines.filter((line) => !isEmptyLine(line))
}
