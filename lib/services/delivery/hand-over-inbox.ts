import { receiveDocument } from '#db/queries/deliveries.ts'
import { withTenant } from '#db/with-tenant.ts'
import { toFixedText } from '#lib/core/decimal.ts'
import { newId } from '#lib/core/ids.ts'
import { accountNames } from '#lib/invoice/paid-accounts.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import type { Platform } from '#lib/services/context.ts'
import type { Attempt } from './attempt.ts'
import type { Outcome } from './outcome.ts'

/**
 * Puts a version into the recipient's inbox here; the row in it is the receipt. It points to the same objects: nothing
 * is copied. The same message again changes nothing.
 */
export async function handOverToInbox(ctx: Platform, attempt: Attempt): Promise<Outcome> {
  const { delivery, snapshot, xml, xmlKey, xmlHash, attachments } = attempt
  const { recipientCompanyId } = delivery
  if (recipientCompanyId === null) throw new Error('a delivery to an inbox has no recipient')
  const invoice = invoiceFromJson(snapshot)
  const receipt = await withTenant(ctx.db, recipientCompanyId, (tx) =>
    receiveDocument(tx, recipientCompanyId, {
      id: newId(),
      messageId: delivery.messageId,
      senderTenantId: delivery.tenantId,
      senderInvoiceId: delivery.invoiceId,
      senderVersion: delivery.version,
      senderName: invoice.seller.name,
      number: invoice.invoiceNumber,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      currency: invoice.currency,
      amountDue: toFixedText(invoice.totals.amountDue, 2),
      kind: invoice.kind,
      snapshot,
      xml,
      xmlKey,
      xmlHash,
      attachments,
      accounts: accountNames(invoice.paymentAccounts),
      receivedAt: ctx.clock.now(),
    }),
  )
  // The receipt's hash is the confirmation: other bytes in the inbox would be another invoice.
  return receipt.sha256 === xmlHash
    ? { state: 'delivered', receipt }
    : { state: 'failed', code: 'receipt-differs', reason: '' }
}
