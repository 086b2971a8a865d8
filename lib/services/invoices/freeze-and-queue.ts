import type { Transaction } from '#db/client.ts'
import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import { insertDelivery } from '#db/queries/deliveries.ts'
import { insertInvoiceVersion } from '#db/queries/invoice-versions.ts'
import { markSent } from '#db/queries/invoices.ts'
import { together } from '#db/with-tenant.ts'
import { newId, uuidV5 } from '#lib/core/ids.ts'
import { answerKey } from '#lib/invoice/answer-key.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { formatPeppolId } from '#lib/party/peppol-id.ts'
import type { ActingContext } from '#lib/services/context.ts'
import { watchMinutes } from '#lib/services/delivery/watch.ts'
import { pdfJob } from '#lib/services/pdf/plan-pdf.ts'
import { verdictEvidence } from './judge-bytes.ts'
import type { Sendable } from './read-sendables.ts'
import type { FrozenDocument } from './write-document.ts'

/** A locked invoice, and the document that lies in the store for it. */
export type Written = { sendable: Sendable; document: FrozenDocument }

/**
 * Freezes what leaves, in the caller's transaction and with one statement a table for all of it: the version, the
 * delivery with its message id fixed for ever, the timeline, the audit log and the jobs. The invoices are locked.
 */
export async function freezeAndQueue(
  ctx: ActingContext,
  tx: Transaction,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return
  const { tenantId } = ctx
  const now = ctx.clock.now()
  // Until then it can be undone; the queue gives it to no worker before.
  const leavesAt = ctx.undoSeconds ? new Date(now.getTime() + ctx.undoSeconds * 1_000) : null
  const all = written.map((each) => named(tenantId, each))
  await insertInvoiceVersion(
    tx,
    tenantId,
    all.map(({ invoice, version, document }) => ({
      invoiceId: invoice.id,
      version,
      snapshot: invoice.snapshot,
      xmlKey: document.key,
      xmlHash: document.hash,
      verdict: document.verdict,
      attachments: document.attachments,
      frozenAt: now,
      frozenBy: ctx.userId,
    })),
  )
  await insertDelivery(
    tx,
    tenantId,
    all.map(({ deliveryId, invoice, version, messageId, channel }) => ({
      id: deliveryId,
      invoiceId: invoice.id,
      version,
      messageId,
      channel: channel.channel,
      answerKey: channel.channel === 'access-point' ? answerKeyOf(invoice.snapshot) : null,
      recipientCompanyId: channel.recipientCompanyId,
      recipientEmail: channel.recipientEmail,
      state: 'queued' as const,
      createdAt: now,
      updatedAt: now,
      nextAttemptAt: leavesAt,
    })),
  )
  const events = all.map(({ invoice, version, messageId, channel, document }) => ({
    invoiceId: invoice.id,
    version,
    event: 'sent' as const,
    actorName: ctx.userName,
    evidence: {
      messageId,
      sha256: document.hash,
      channel: channel.channel,
      ...verdictEvidence(document.verdict),
    },
    at: now,
  }))
  await together(
    markSent(
      tx,
      tenantId,
      all.map(({ invoice }) => invoice.id),
      now,
    ),
    insertInvoiceEvent(tx, tenantId, events),
    ...enqueue(ctx, tx, all, { now, leavesAt: leavesAt ?? undefined }),
  )
  // Last: from here on the company's other presses wait, for each row's hash covers the one before it.
  await insertAudit(
    tx,
    tenantId,
    all.map(({ invoice, version, messageId, document }) => ({
      userId: ctx.userId,
      action: 'invoice.sent',
      subjectId: invoice.id,
      details: {
        number: invoice.number ?? '',
        version,
        messageId,
        sha256: document.hash,
        attachments: document.attachments.length,
      },
      at: now,
    })),
  )
}

type Named = ReturnType<typeof named>

/** The ids that follow from what it is: the same however often it is asked for. */
function named(tenantId: string, { sendable: { invoice, channel }, document }: Written) {
  const version = invoice.version + 1
  const messageId = uuidV5(tenantId, `${invoice.id}:${version}`)
  return { invoice, channel, document, version, messageId, deliveryId: newId() }
}

function enqueue(
  ctx: ActingContext,
  tx: Transaction,
  all: readonly Named[],
  { now, leavesAt }: { now: Date; leavesAt: Date | undefined },
): Promise<void>[] {
  const { tenantId } = ctx
  const watchAt = new Date(now.getTime() + watchMinutes * 60_000)
  return [
    ctx.jobs.enqueueAll(
      tx,
      'deliver',
      all.map(({ messageId, deliveryId }) => ({
        id: uuidV5(messageId, 'deliver'),
        data: { tenantId, deliveryId, after: 0 },
        startAt: leavesAt,
      })),
    ),
    ctx.jobs.enqueueAll(
      tx,
      'watch-delivery',
      all.map(({ messageId, deliveryId }) => ({
        id: uuidV5(messageId, 'watch'),
        data: { tenantId, deliveryId },
        startAt: watchAt,
      })),
    ),
    ctx.jobs.enqueueAll(
      tx,
      'make-pdf',
      all.map(({ invoice, version, messageId }) =>
        pdfJob({ tenantId, invoiceId: invoice.id, version, messageId }, leavesAt),
      ),
    ),
  ]
}

/** How an answer out of the network will name it; null where the buyer has no address there. */
function answerKeyOf(snapshot: unknown): string | null {
  const { seller, buyer, invoiceNumber: number } = invoiceFromJson(snapshot)
  return buyer.electronicAddress === null
    ? null
    : answerKey({
        seller: formatPeppolId(seller.electronicAddress),
        buyer: formatPeppolId(buyer.electronicAddress),
        number,
      })
}
