import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { beginAttempt, findDelivery, finishAttempt, receiveDocument } from '#db/queries/deliveries.ts'
import { lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { describeError } from '#lib/adapters/log.ts'
import { readXml } from '#lib/adapters/storage/read-verified.ts'
import { toFixedText } from '#lib/core/decimal.ts'
import { newId } from '#lib/core/ids.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import type { Platform } from '#lib/services/context.ts'

type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>

/** After so many attempts a delivery is said to have failed: none waits for ever. */
export const mostAttempts = 24

/**
 * Delivers a sent version, once. The attempt is recorded before the hand-over, the outcome after it by
 * compare-and-set; the message id is the delivery's own in every attempt, so that a repetition after a crash
 * finds what it left. Throws when the attempt failed and is to be tried again; after
 * `mostAttempts` it is `failed` instead.
 */
export async function deliver(ctx: Platform, tenantId: string, deliveryId: string): Promise<void> {
  const started = ctx.clock.now()
  const attempt = await withTenant(ctx.db, tenantId, async (tx) => {
    const number = await beginAttempt(tx, tenantId, deliveryId, started)
    const found = number === null ? null : await findDelivery(tx, tenantId, deliveryId)
    return number === null || found === null ? null : { number, ...found }
  })
  if (attempt === null) return
  try {
    // Bytes that are not those that were frozen are never sent; a store that does not answer is asked again.
    if ((await readXml(ctx.store, attempt)) === 'corrupt') {
      await finish(ctx, attempt, attempt.number, 'failed', 'bytes-changed')
      return
    }
    const receipt = await handOver(ctx, attempt)
    // The receipt's hash is the confirmation: other bytes in the inbox would be another invoice.
    if (receipt.sha256 !== attempt.xmlHash)
      await finish(ctx, attempt, attempt.number, 'failed', 'receipt-differs')
    else await confirm(ctx, attempt, attempt.number, receipt)
  } catch (error) {
    ctx.log.warn(
      { tenantId, deliveryId, attempt: attempt.number, ...describeError(error) },
      'delivery attempt failed',
    )
    if (attempt.number >= mostAttempts) {
      await finish(ctx, attempt, attempt.number, 'failed', 'gave-up')
      return
    }
    await finish(ctx, attempt, attempt.number, 'retrying', 'hand-over-failed')
    throw new Error('hand-over-failed')
  }
}

/** *Klar*: the delivery with its receipt and the line of the timeline, unless a newer attempt has taken over. */
async function confirm(
  ctx: Platform,
  { delivery }: Delivery,
  attempt: number,
  receipt: { receiptId: string; sha256: string },
): Promise<void> {
  const { tenantId, id, messageId } = delivery
  const isOurs = await withTenant(ctx.db, tenantId, async (tx) => {
    const now = ctx.clock.now()
    if (!(await finishAttempt(tx, tenantId, id, attempt, { state: 'delivered', now, receipt }))) return false
    await insertInvoiceEvent(tx, tenantId, {
      invoiceId: delivery.invoiceId,
      version: delivery.version,
      event: 'delivered',
      evidence: { messageId, receiptId: receipt.receiptId, sha256: receipt.sha256, attempt },
      at: now,
    })
    return true
  })
  if (isOurs) ctx.log.info({ tenantId, deliveryId: id, messageId, attempt }, 'delivered')
}

/** The in-portal inbox: the row in the recipient's inbox is the receipt. It points to the same objects: nothing is copied. */
async function handOver(ctx: Platform, { delivery, snapshot, xml, xmlKey, xmlHash, attachments }: Delivery) {
  const invoice = invoiceFromJson(snapshot)
  return withTenant(ctx.db, delivery.recipientCompanyId, (tx) =>
    receiveDocument(tx, delivery.recipientCompanyId, {
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
      receivedAt: ctx.clock.now(),
    }),
  )
}

/** Writes that an attempt did not deliver. A delivery that has failed takes its invoice along, for it to be mended. */
async function finish(
  ctx: Platform,
  { delivery }: Delivery,
  attempt: number,
  state: 'retrying' | 'failed',
  failureCode: string,
): Promise<void> {
  await withTenant(ctx.db, delivery.tenantId, async (tx) => {
    const now = ctx.clock.now()
    if (!(await finishAttempt(tx, delivery.tenantId, delivery.id, attempt, { state, now, failureCode })))
      return
    if (state === 'failed') {
      const invoice = await lockInvoice(tx, delivery.tenantId, delivery.invoiceId)
      if (invoice?.state === 'sent' && invoice.version === delivery.version) {
        await updateInvoice(tx, delivery.tenantId, delivery.invoiceId, { state: 'failed', updatedAt: now })
      }
    }
    await insertInvoiceEvent(tx, delivery.tenantId, {
      invoiceId: delivery.invoiceId,
      version: delivery.version,
      event: state,
      evidence: { attempt, code: failureCode },
      at: now,
    })
  })
}
