import type { Transaction } from '#db/client.ts'
import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import { findCustomer } from '#db/queries/customers.ts'
import { insertDelivery } from '#db/queries/deliveries.ts'
import { insertInvoiceVersion, lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { describeError } from '#lib/adapters/log.ts'
import { isUuid, newId, uuidV5 } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { type ChannelChoice, type ChannelProblem, chooseChannel } from '#lib/services/delivery/channel.ts'
import { sha256 } from '#lib/services/secrets.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'

/** Why an invoice is not sent; it stays where it is. `already-sent` is what the second of two presses gets. */
export type SendProblem =
  | 'broken'
  | 'unknown'
  | 'already-sent'
  | 'not-ready'
  | 'awaiting-approval'
  | 'link-ended'
  | ChannelProblem

/** What became of one invoice of a batch. */
export type SendOutcome = { invoiceId: string; number: string; problem: SendProblem | null }

/**
 * *Skicka* (S37): sends each invoice for itself and gives a result for each; one that cannot be sent does not
 * stop the others. Pressing again is safe: an invoice that has been sent is not sent again.
 */
export async function sendInvoices(
  ctx: TenantContext,
  invoiceIds: readonly string[],
): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = []
  for (const invoiceId of new Set(invoiceIds)) {
    const sent = isUuid(invoiceId) ? await sendOrExplain(ctx, invoiceId) : fail('unknown')
    outcomes.push({
      invoiceId,
      number: sent.ok ? sent.value.number : (sent.details?.number ?? ''),
      problem: sent.ok ? null : sent.code,
    })
  }
  return outcomes
}

/** An unexpected error is that invoice's own outcome: it rolled back, and the next one is tried. */
async function sendOrExplain(ctx: TenantContext, invoiceId: string): Promise<SendResult> {
  try {
    return await sendInvoice(ctx, invoiceId)
  } catch (error) {
    ctx.log.error({ tenantId: ctx.tenantId, invoiceId, ...describeError(error) }, 'sending broke')
    return fail('broken')
  }
}

type SendResult = Result<{ number: string }, SendProblem, { number: string } | undefined>

/**
 * One transaction: lock, check, freeze the bytes, the delivery with its message id fixed for ever, the job and the
 * audit row. What happens on the wire is the worker's, afterwards.
 */
async function sendInvoice(ctx: TenantContext, invoiceId: string): Promise<SendResult> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await lockInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    const known = { number: found.number ?? '' }
    if (found.state !== 'ready') return fail(found.sentAt ? 'already-sent' : 'not-ready', known)
    const channel = await channelOf(ctx, tx, found.customerId)
    if (!channel.ok) return fail(channel.code, known)
    await freezeAndQueue(ctx, tx, found, channel.value)
    return succeed(known)
  })
}

async function channelOf(
  ctx: TenantContext,
  tx: Transaction,
  customerId: string | null,
): Promise<Result<ChannelChoice, SendProblem>> {
  const customer = customerId ? await findCustomer(tx, ctx.tenantId, customerId) : null
  if (!customer || customer.state === 'refused' || customer.state === 'withdrawn') return fail('link-ended')
  if (customer.state === 'awaiting-approval') return fail('awaiting-approval')
  return chooseChannel(customer)
}

type ReadyInvoice = NonNullable<Awaited<ReturnType<typeof lockInvoice>>>

async function freezeAndQueue(
  ctx: TenantContext,
  tx: Transaction,
  found: ReadyInvoice,
  channel: ChannelChoice,
): Promise<void> {
  const now = ctx.clock.now()
  const version = found.version + 1
  const xml = toXmlBytes(writeInvoice(invoiceFromJson(found.snapshot)))
  const xmlHash = sha256(xml)
  const messageId = uuidV5(ctx.tenantId, `${found.id}:${version}`)
  const deliveryId = newId()
  await insertInvoiceVersion(tx, ctx.tenantId, {
    invoiceId: found.id,
    version,
    snapshot: found.snapshot,
    xml,
    xmlHash,
    frozenAt: now,
    frozenBy: ctx.userId,
  })
  await insertDelivery(tx, ctx.tenantId, {
    id: deliveryId,
    invoiceId: found.id,
    version,
    messageId,
    channel: channel.channel,
    recipientCompanyId: channel.recipientCompanyId,
    state: 'queued',
    createdAt: now,
    updatedAt: now,
  })
  await updateInvoice(tx, ctx.tenantId, found.id, { state: 'sent', version, sentAt: now, updatedAt: now })
  await insertInvoiceEvent(tx, ctx.tenantId, {
    invoiceId: found.id,
    version,
    event: 'sent',
    actorName: ctx.userName,
    evidence: { messageId, sha256: xmlHash, channel: channel.channel },
    at: now,
  })
  await insertAudit(tx, ctx.tenantId, {
    userId: ctx.userId,
    action: 'invoice.sent',
    subjectId: found.id,
    details: { number: found.number ?? '', version, messageId, sha256: xmlHash },
    at: now,
  })
  await ctx.jobs.enqueue(tx, 'deliver', uuidV5(messageId, 'deliver'), { tenantId: ctx.tenantId, deliveryId })
}
