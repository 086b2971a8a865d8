import {
  completeDraft,
  type DraftDefaults,
  type DraftLine,
  emptyDraft,
  filledLines,
  type InvoiceDraft,
} from './draft.ts'

/** What a template keeps beside what it always keeps. */
export type TemplateOptions = { readonly keepLines: boolean }

/**
 * What a template holds of a draft: what recurs. Never a number, dates, periods, references to one delivery or
 * invoice, a paid amount, an exchange rate or the buyer's own details. Nothing is judged: a template may be half done.
 */
export function templateOf(draft: InvoiceDraft, { keepLines }: TemplateOptions): InvoiceDraft {
  return {
    ...draft,
    kind: 'invoice',
    invoiceNumber: '',
    invoiceNumberEdited: false,
    issueDate: '',
    issueDateEdited: false,
    dueDate: '',
    dueDateEdited: false,
    paymentTermsText: draft.paymentTermsTextEdited ? draft.paymentTermsText : '',
    despatchReference: '',
    receiptReference: '',
    precedingInvoices: [],
    buyerVatNumber: '',
    deliveryDate: '',
    periodStart: '',
    periodEnd: '',
    exchangeRate: '',
    exchangeRateDate: '',
    paidAmount: '',
    paymentReference: '',
    paymentReferenceEdited: false,
    lines: keepLines ? filledLines(draft).map(recurring) : [],
    templateId: '',
    copiedFrom: '',
    toConfirm: [],
  }
}

/**
 * A new draft from a stored template: what the template says first, what it is silent on from the defaults. Reads
 * templates stored before a field existed.
 */
export function draftFromTemplate(
  stored: Partial<InvoiceDraft>,
  defaults: DraftDefaults,
  templateId = '',
): InvoiceDraft {
  const template = templateOf(completeDraft(stored), { keepLines: true })
  const fresh = emptyDraft(defaults)
  const or = (kept: string, usual: string) => (kept === '' ? usual : kept)
  return {
    ...template,
    customerId: or(template.customerId, fresh.customerId),
    invoiceNumber: fresh.invoiceNumber,
    issueDate: fresh.issueDate,
    dueDate: fresh.dueDate,
    paymentTermsDays: or(template.paymentTermsDays, fresh.paymentTermsDays),
    paymentTermsText: or(template.paymentTermsText, fresh.paymentTermsText),
    buyerReference: or(template.buyerReference, fresh.buyerReference),
    sellerContactName: or(template.sellerContactName, fresh.sellerContactName),
    currency: or(template.currency, fresh.currency),
    paymentAccountIds:
      template.paymentAccountIds.length === 0 ? fresh.paymentAccountIds : template.paymentAccountIds,
    lines: template.lines.length === 0 ? fresh.lines : template.lines,
    templateId,
  }
}

function recurring(line: DraftLine): DraftLine {
  return { ...line, periodStart: '', periodEnd: '', orderLineReference: '' }
}
