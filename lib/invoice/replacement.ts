import type { InvoiceDraft } from './draft.ts'

/**
 * A draft to be sent in the place of a rejected invoice: everything as it was typed, but for the number, today's date
 * and what follows from the two. A due date follows from the terms again, also one that was typed: it stood beside
 * another date.
 */
export function replacementDraft(
  rejected: InvoiceDraft,
  fresh: Pick<InvoiceDraft, 'invoiceNumber' | 'issueDate'>,
): InvoiceDraft {
  return {
    ...rejected,
    ...fresh,
    invoiceNumberEdited: false,
    issueDateEdited: false,
    dueDate: '',
    dueDateEdited: false,
    paymentReference: rejected.paymentReferenceEdited ? rejected.paymentReference : '',
    templateId: '',
    copiedFrom: '',
    toConfirm: [],
  }
}
