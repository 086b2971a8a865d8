import type { Transaction } from '#db/client.ts'
import { listAttachments } from '#db/queries/attachments.ts'
import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import { getCompany } from '#db/queries/companies.ts'
import { findCustomer } from '#db/queries/customers.ts'
import { insertDelivery } from '#db/queries/deliveries.ts'
import { findInvoice, insertInvoiceVersion, lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { listProfilesInForce } from '#db/queries/requirement-profiles.ts'
import { withTenant } from '#db/with-tenant.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { describeError } from '#lib/adapters/log.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { isUuid, newId, uuidV5 } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { answerKey } from '#lib/invoice/answer-key.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { formatPeppolId } from '#lib/party/peppol-id.ts'
import { dropObject } from '#lib/services/attachments/stored-file.ts'
import type { ActingContext } from '#lib/services/context.ts'
import {
  type ChannelChoice,
  type ChannelProblem,
  type Connected,
  chooseChannel,
} from '#lib/services/delivery/channel.ts'
import { watchMinutes } from '#lib/services/delivery/watch.ts'
import { planPdf } from '#lib/services/pdf/plan-pdf.ts'
import { verdictEvidence } from './judge-bytes.ts'
import { type DemandedInvoice, unmetDemands } from './read-demands.ts'
import { type DocumentProblem, type FrozenDocument, writeDocument } from './write-document.ts'

/**
 * Why an invoice is not sent; it stays where it is. `already-sent` is what the second of two presses gets; `changed`,
 * who was shown another revision of it.
 */
export type SendProblem =
  | 'broken'
  | 'unknown'
  | 'already-sent'
  | 'not-ready'
  | 'changed-since'
  | 'awaiting-approval'
  | 'link-ended'
  | 'demands-unmet'
  | DocumentProblem
  | ChannelProblem

/** What became of one invoice of a batch. `rules`: those it breaks, when it is `not-valid`. */
export type SendOutcome = {
  invoiceId: string
  number: string
  problem: SendProblem | null
  rules?: readonly string[]
}

/**
 * *Skicka* (S37): sends each invoice for itself and gives a result for each; one that cannot be sent does not
 * stop the others. Pressing again is safe: an invoice that has been sent is not sent again. `seen`: the revision of
 * each that the sender was shown, where it is known.
 */
export async function sendInvoices(
  ctx: ActingContext,
  invoiceIds: readonly string[],
  seen: ReadonlyMap<string, number> = new Map(),
): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = []
  for (const invoiceId of new Set(invoiceIds)) {
    // A store that has not answered for one invoice is not waited for again for each of the others.
    const isAway = outcomes.some((outcome) => outcome.problem === 'store-away')
    const sent = isUuid(invoiceId)
      ? await sendOrExplain(ctx, { invoiceId, seen: seen.get(invoiceId) }, isAway)
      : fail('unknown')
    outcomes.push({
      invoiceId,
      number: sent.ok ? sent.value.number : (sent.details?.number ?? ''),
      problem: sent.ok ? null : sent.code,
      ...(!sent.ok && sent.details?.rules && { rules: sent.details.rules }),
    })
  }
  return outcomes
}

/** An unexpected error is that invoice's own outcome: it rolled back, and the next one is tried. */
async function sendOrExplain(ctx: ActingContext, chosen: Chosen, isAway: boolean): Promise<SendResult> {
  try {
    return await sendInvoice(ctx, chosen, isAway)
  } catch (error) {
    const { invoiceId } = chosen
    ctx.log.error({ tenantId: ctx.tenantId, invoiceId, ...describeError(error) }, 'sending broke')
    return fail('broken')
  }
}

type Chosen = { invoiceId: string; seen: number | undefined }

type SendResult = Result<
  { number: string },
  SendProblem,
  { number: string; rules?: readonly string[] } | undefined
>

/** The invoice was changed while its document was made; more often than this in a row nobody changes one. */
const mostTries = 3

/**
 * Writes the whole document, judges its bytes and stores it, then one transaction: lock, check that it still is the same invoice with
 * the same files, freeze, the delivery with its message id fixed for ever, the job and the audit row. The store is
 * never waited for while a row is locked. What happens on the wire is the worker's, afterwards.
 */
async function sendInvoice(ctx: ActingContext, chosen: Chosen, isAway: boolean): Promise<SendResult> {
  const { invoiceId, seen: revision } = chosen
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const seen = await withTenant(ctx.db, ctx.tenantId, async (tx) =>
      readSendable(ctx, tx, await findInvoice(tx, ctx.tenantId, invoiceId)),
    )
    if (!seen.ok) return seen
    const known = { number: seen.value.invoice.number ?? '' }
    // A later one than the sender was shown; whoever changed it sends it. Below it is locked as it is here.
    if (revision !== undefined && seen.value.invoice.revision !== revision)
      return fail('changed-since', known)
    if (isAway) return fail('store-away', known)
    const document = await writeDocument(ctx, seen.value.invoice.snapshot, seen.value.files)
    if (!document.ok) {
      return fail(document.code, document.details ? { ...known, rules: document.details } : known)
    }
    const sent = await withTenant(ctx.db, ctx.tenantId, async (tx) => {
      const now = await readSendable(ctx, tx, await lockInvoice(tx, ctx.tenantId, invoiceId))
      if (!now.ok) return now
      if (!isSame(seen.value, now.value)) return fail('moved', known)
      await freezeAndQueue(ctx, tx, now.value, document.value)
      failpoint('send.before-commit')
      return succeed(known)
    })
    failpoint('send.after-commit')
    if (sent.ok) return sent
    // Nothing points to the document, and nothing will.
    await dropObject(ctx, document.value.key)
    if (sent.code !== 'moved') return fail(sent.code, sent.details)
  }
  return fail('broken')
}

type Sendable = {
  invoice: NonNullable<Awaited<ReturnType<typeof lockInvoice>>>
  channel: ChannelChoice
  files: Awaited<ReturnType<typeof listAttachments>>
}

/** What is needed to send an invoice as it stands, or why it cannot be sent. */
async function readSendable(
  ctx: ActingContext,
  tx: Transaction,
  invoice: Awaited<ReturnType<typeof findInvoice>>,
): Promise<Result<Sendable, SendProblem, { number: string } | undefined>> {
  if (!invoice) return fail('unknown', undefined)
  const known = { number: invoice.number ?? '' }
  if (invoice.state !== 'ready') return fail(invoice.sentAt ? 'already-sent' : 'not-ready', known)
  const customer = invoice.customerId ? await findCustomer(tx, ctx.tenantId, invoice.customerId) : null
  const channel = channelOf(customer, ctx)
  if (!channel.ok) return fail(channel.code, known)
  const files = await listAttachments(tx, ctx.tenantId, invoice.id)
  if (customer && (await isDemandUnmet(ctx, tx, { invoice, customer, files })))
    return fail('demands-unmet', known)
  return succeed({ invoice, channel: channel.value, files })
}

/** By what the recipient demands at this moment, not by what it did when the invoice was made ready (K26). */
async function isDemandUnmet(
  ctx: ActingContext,
  tx: Transaction,
  of: Pick<DemandedInvoice, 'invoice' | 'customer' | 'files'>,
): Promise<boolean> {
  const today = todayInStockholm(ctx.clock.now())
  const { partyId } = of.customer
  const profile = (await listProfilesInForce(tx, [partyId], today)).get(partyId)
  const company = await getCompany(tx, ctx.tenantId)
  return unmetDemands(ctx, { ...of, profile, company, today }).length > 0
}

/** Whether the document that was written still is this invoice's, word for word and file for file. */
function isSame(before: Sendable, now: Sendable): boolean {
  const content = ({ invoice, files }: Sendable) =>
    JSON.stringify([
      invoice.snapshot,
      invoice.version,
      files.map(({ key, fileName, description }) => [key, fileName, description]),
    ])
  return content(before) === content(now)
}

function channelOf(
  customer: Awaited<ReturnType<typeof findCustomer>>,
  connected: Connected,
): Result<ChannelChoice, SendProblem> {
  if (!customer || customer.removedAt !== null) return fail('link-ended')
  if (customer.state === 'refused' || customer.state === 'withdrawn') return fail('link-ended')
  if (customer.state === 'awaiting-approval') return fail('awaiting-approval')
  return chooseChannel(customer, connected)
}

async function freezeAndQueue(
  ctx: ActingContext,
  tx: Transaction,
  { invoice: found, channel }: Sendable,
  document: FrozenDocument,
): Promise<void> {
  const now = ctx.clock.now()
  const version = found.version + 1
  const { hash: xmlHash } = document
  const messageId = uuidV5(ctx.tenantId, `${found.id}:${version}`)
  const deliveryId = newId()
  const leavesAt = ctx.undoSeconds ? new Date(now.getTime() + ctx.undoSeconds * 1_000) : null
  await insertInvoiceVersion(tx, ctx.tenantId, {
    invoiceId: found.id,
    version,
    snapshot: found.snapshot,
    xmlKey: document.key,
    xmlHash,
    verdict: document.verdict,
    attachments: document.attachments,
    frozenAt: now,
    frozenBy: ctx.userId,
  })
  await insertDelivery(tx, ctx.tenantId, {
    id: deliveryId,
    invoiceId: found.id,
    version,
    messageId,
    channel: channel.channel,
    answerKey: channel.channel === 'access-point' ? answerKeyOf(found.snapshot) : null,
    recipientCompanyId: channel.recipientCompanyId,
    recipientEmail: channel.recipientEmail,
    state: 'queued',
    createdAt: now,
    updatedAt: now,
    nextAttemptAt: leavesAt,
  })
  await updateInvoice(tx, ctx.tenantId, found.id, { state: 'sent', version, sentAt: now, updatedAt: now })
  await insertInvoiceEvent(tx, ctx.tenantId, {
    invoiceId: found.id,
    version,
    event: 'sent',
    actorName: ctx.userName,
    evidence: {
      messageId,
      sha256: xmlHash,
      channel: channel.channel,
      ...verdictEvidence(document.verdict),
    },
    at: now,
  })
  await insertAudit(tx, ctx.tenantId, {
    userId: ctx.userId,
    action: 'invoice.sent',
    subjectId: found.id,
    details: {
      number: found.number ?? '',
      version,
      messageId,
      sha256: xmlHash,
      attachments: document.attachments.length,
    },
    at: now,
  })
  const job = { tenantId: ctx.tenantId, deliveryId, after: 0 }
  // Until then it can be undone; the queue gives it to no worker before.
  await ctx.jobs.enqueue(tx, 'deliver', uuidV5(messageId, 'deliver'), job, leavesAt ?? undefined)
  const watchAt = new Date(now.getTime() + watchMinutes * 60_000)
  const watch = { tenantId: ctx.tenantId, deliveryId }
  await ctx.jobs.enqueue(tx, 'watch-delivery', uuidV5(messageId, 'watch'), watch, watchAt)
  const pdf = { tenantId: ctx.tenantId, invoiceId: found.id, version, messageId }
  await planPdf(ctx, tx, pdf, leavesAt ?? undefined)
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
