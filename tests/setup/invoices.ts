import type { JobQueue } from '#db/jobs.ts'
import { beginAttempt, finishAttempt } from '#db/queries/deliveries.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { noteOutcome } from '#lib/services/delivery/note-outcome.ts'
import { saveDraft, startDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'

/** A saved draft with lines at 25, 12 and 6 %, ready to go on with but for `change`. */
export async function savedDraft(
  ctx: TenantContext,
  customerId: string,
  change: Partial<InvoiceDraft> = {},
): Promise<{ invoiceId: string; revision: number }> {
  const invoiceId = newId()
  const { draft } = await startDraft(ctx, { invoiceId, lineKey: newId(), customerId })
  const line = (itemName: string, unitPrice: string, vatChoice: string) => ({
    ...emptyLine(newId(), { vatChoice }),
    itemName,
    quantity: '2',
    unitPrice,
  })
  const filled: InvoiceDraft = {
    ...draft,
    buyerReference: 'FM8440',
    lines: [
      line('Bänkskiva', '1 299,50', 'rate-25'),
      line('Lunch', '84,75', 'rate-12'),
      line('Bok', '149,50', 'rate-6'),
    ],
    ...change,
  }
  const { revision } = expectValue(await saveDraft(ctx, { invoiceId, revision: 0, draft: filled }))
  return { invoiceId, revision }
}

/** An invoice in *Godkänn och skicka*, to a new customer for the party. */
export async function readyInvoice(ctx: TenantContext, partyId: string): Promise<string> {
  const { customerId } = expectValue(await addCustomer(ctx, { partyId, customerNumber: '', message: '' }))
  const saved = await savedDraft(ctx, customerId)
  expectValue(await prepareInvoice(ctx, saved))
  return saved.invoiceId
}

/**
 * Sends an invoice without its first attempt's job, with one attempt that came to this. What else there is to do, the
 * next attempt of one that is *retrying* too, is an hour away: no worker touches it. Gives its delivery's id.
 */
export async function undeliveredInvoice(
  ctx: TenantContext,
  invoiceId: string,
  state: 'failed' | 'uncertain' | 'retrying',
): Promise<string> {
  const { tenantId } = ctx
  const now = new Date()
  const inAnHour = new Date(now.getTime() + 3_600_000)
  const enqueueAll: JobQueue['enqueueAll'] = async (tx, name, jobs) => {
    if (name === 'deliver') return
    await ctx.jobs.enqueueAll(
      tx,
      name,
      jobs.map((job) => ({ ...job, startAt: inAnHour })),
    )
  }
  await sendInvoices({ ...ctx, jobs: { ...ctx.jobs, enqueueAll } }, [invoiceId])
  const delivery = (await getInvoice(ctx, invoiceId))?.delivery
  if (!delivery) throw new Error('the invoice was not sent')
  await withTenant(ctx.db, tenantId, async (tx) => {
    const attempt = await beginAttempt(tx, tenantId, delivery.id, { after: 0, now })
    const isRetrying = state === 'retrying'
    const nextAttemptAt = isRetrying ? inAnHour : null
    const outcome = { state, now, nextAttemptAt, failureCode: isRetrying ? 'no-answer' : 'gave-up' }
    await finishAttempt(tx, tenantId, delivery.id, attempt ?? 0, outcome)
    await noteOutcome(ctx, tx, delivery, state, {})
    if (nextAttemptAt === null) return
    const job = { tenantId, deliveryId: delivery.id, after: 1 }
    await ctx.jobs.enqueue(tx, 'deliver', newId(), job, nextAttemptAt)
  })
  return delivery.id
}
