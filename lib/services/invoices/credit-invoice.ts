import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { listCreditNotes } from '#db/queries/follow-ups.ts'
import { insertDraft, lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { creditDraft } from '#lib/invoice/credit.ts'
import { documentLanguageOf } from '#lib/invoice/document-words.ts'
import { completeDraft } from '#lib/invoice/draft.ts'
import type { InvoiceState } from '#lib/invoice/lifecycle.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { creditingText } from './document-words.ts'
import { newDraftDefaults, readEditorData } from './drafts.ts'

const creditable: readonly InvoiceState[] = ['sent', 'answered', 'rejected', 'failed']

/**
 * *Kreditera* (K20): a draft of a credit note of all that stands on a sent invoice, which it names (BG-3). Pressed
 * again while that draft is still a draft, it is the same one. `moved-on` for what was never sent and for a credit
 * note.
 */
export async function creditInvoice(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ draftId: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    // Locked: two presses at once make one draft.
    const found = await lockInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    if (found.kind !== 'invoice' || !creditable.includes(found.state)) return fail('moved-on')
    const notes = await listCreditNotes(tx, ctx.tenantId, invoiceId)
    const begun = notes.find((note) => note.state === 'draft')
    if (begun) return succeed({ draftId: begun.id })
    const draftId = newId()
    const original = invoiceFromJson(found.snapshot)
    const originalDraft = completeDraft(found.draft)
    const data = await readEditorData(ctx, tx, {
      invoiceId: draftId,
      ...(found.customerId ? { customerId: found.customerId } : {}),
    })
    const language = documentLanguageOf(originalDraft, original.buyer.address.country)
    const draft = creditDraft({
      original,
      originalInvoiceId: invoiceId,
      originalDraft,
      note: creditingText(original.invoiceNumber, language),
      defaults: {
        ...newDraftDefaults(ctx, data, { lineKey: newId() }),
        invoiceNumber: data.proposals['credit-note'],
        ...(found.customerId ? { customerId: found.customerId } : {}),
      },
    })
    const row = { id: draftId, draft, customerId: found.customerId, createdBy: ctx.userId, now }
    await insertDraft(tx, ctx.tenantId, row)
    await updateInvoice(tx, ctx.tenantId, draftId, { originalId: invoiceId })
    const event = { actorName: ctx.userName, at: now }
    await insertInvoiceEvent(tx, ctx.tenantId, {
      ...event,
      invoiceId: draftId,
      version: 0,
      event: 'created',
      evidence: {},
    })
    await insertInvoiceEvent(tx, ctx.tenantId, {
      ...event,
      invoiceId,
      version: found.version,
      event: 'credited',
      evidence: {},
    })
    return succeed({ draftId })
  })
}
