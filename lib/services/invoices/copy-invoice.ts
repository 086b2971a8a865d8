import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { findDraftBefore, findInvoice, insertDraft } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { parseIsoDate } from '#lib/core/dates.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { canCopy, copyDraft } from '#lib/invoice/copy.ts'
import { completeDraft } from '#lib/invoice/draft.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { newDraftDefaults, readEditorData } from './drafts.ts'

/** A copy's draft, and what the earlier invoice named that is no longer there: the usual stands in its place. */
export type InvoiceCopy = { draftId: string; gone: { customerName: string | null; accounts: number } }

/**
 * *Kopiera till ny*, *Som förra gången* (K19): a new draft of an invoice that was made ready once, with today's date
 * and the next number proposed. Nothing of the earlier one changes, and each press is a draft of its own.
 * `not-ready` for a draft and for what was voided.
 */
export async function copyInvoice(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<InvoiceCopy, 'unknown' | 'not-ready'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    if (!canCopy(found.state)) return fail('not-ready')
    const draftId = newId()
    const data = await readEditorData(ctx, tx, { invoiceId: draftId })
    const earlier = completeDraft(found.draft)
    const before =
      found.customerId === null
        ? null
        : await findDraftBefore(tx, ctx.tenantId, { customerId: found.customerId, begun: found.createdAt })
    const { draft, gone } = copyDraft({
      invoiceId,
      draft: earlier,
      before: before === null ? null : completeDraft(before),
      issueDate: parseIsoDate(found.issueDate ?? '') ?? data.today,
      today: data.today,
      customers: data.customers,
      accounts: data.accounts,
      defaults: {
        ...newDraftDefaults(ctx, data, { lineKey: newId() }),
        invoiceNumber: data.proposals[earlier.kind],
      },
    })
    const customerId = draft.customerId === '' ? null : draft.customerId
    await insertDraft(tx, ctx.tenantId, { id: draftId, draft, customerId, createdBy: ctx.userId, now })
    await insertInvoiceEvent(tx, ctx.tenantId, {
      invoiceId: draftId,
      version: 0,
      event: 'created',
      actorName: ctx.userName,
      evidence: { copyOf: found.number ?? '' },
      at: now,
    })
    const customerName = gone.customer ? found.buyerName : null
    return succeed({ draftId, gone: { customerName, accounts: gone.accounts } })
  })
}
