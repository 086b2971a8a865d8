import { defaultUnit } from '#lib/codelists/units.ts'
import { defaultVatChoice } from '#lib/codelists/vat-choices.ts'

/** BT-3: a debit invoice (380) or a credit note (381). */
export type InvoiceKind = 'invoice' | 'credit-note'

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
  /** BT-146 as typed, excluding VAT. */
  readonly unitPrice: string
  /** The VAT choice; empty = none. BT-151 and BT-152 follow at write. */
  readonly vatChoice: string
  /** BT-127. */
  readonly lineNote: string
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
  /** BT-41. Empty = the company's contact. */
  readonly sellerContactName: string
  /** BT-72. */
  readonly deliveryDate: string
  /** BT-73. */
  readonly periodStart: string
  /** BT-74. */
  readonly periodEnd: string
  /** BT-22. */
  readonly note: string
  /** BT-5. */
  readonly currency: string
  /** BG-17, ids of the company's accounts; the first one is named first. */
  readonly paymentAccountIds: readonly string[]
  /** BG-25. */
  readonly lines: readonly DraftLine[]
}

/** What a new draft starts with: from the company, the customer and the number series. */
export type DraftDefaults = {
  readonly lineKey: string
  readonly customerId?: string
  readonly invoiceNumber?: string
  readonly issueDate?: string
  readonly paymentTermsDays?: string
  readonly dueDate?: string
  readonly paymentTermsText?: string
  readonly sellerContactName?: string
  readonly buyerReference?: string
  readonly currency?: string
  readonly paymentAccountIds?: readonly string[]
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
    dueDate: defaults.dueDate ?? '',
    dueDateEdited: false,
    paymentTermsText: defaults.paymentTermsText ?? '',
    paymentTermsTextEdited: false,
    buyerReference: defaults.buyerReference ?? '',
    purchaseOrderReference: '',
    contractReference: '',
    sellerContactName: defaults.sellerContactName ?? '',
    deliveryDate: '',
    periodStart: '',
    periodEnd: '',
    note: '',
    currency: defaults.currency ?? 'SEK',
    paymentAccountIds: defaults.paymentAccountIds ?? [],
    lines: [emptyLine(defaults.lineKey, defaults)],
  }
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
  }
}

/**
 * Tells whether a line says nothing yet: no cell but unit and VAT has text, and the quantity is none or the 1 that
 * every line starts with. Empty lines are not judged and not sent.
 */
export function isEmptyLine(line: DraftLine): boolean {
  const quantity = line.quantity.trim()
  return (
    [line.itemName, line.unitPrice, line.lineNote].every((cell) => cell.trim() === '') &&
    ['', '1'].includes(quantity)
  )
}

/** The lines that count, in shown order. */
export function filledLines(draft: InvoiceDraft): readonly DraftLine[] {
  return draft.lines.filter((line) => !isEmptyLine(line))
}
