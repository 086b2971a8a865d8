import type { Transaction } from '#db/client.ts'
import { insertAttachment, listAttachments } from '#db/queries/attachments.ts'
import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { listReplacements } from '#db/queries/follow-ups.ts'
import { insertDraft, lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { completeDraft } from '#lib/invoice/draft.ts'
import { replacementDraft } from '#lib/invoice/replacement.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { readEditorData } from './drafts.ts'

/**
 * *Gör en ny faktura* of one that the recipient rejected: a draft with a new number and everything else as it was
 * typed, its files too. The rejected one stays as it was sent. Pressed again while that draft is still there, it is the
 * same one; `moved-on` when it has been made ready, and for what was not rejected.
 */
export async function replaceInvoice(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ draftId: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    // Locked: two presses at once make one draft.
    const found = await lockInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    if (found.state !== 'rejected') return fail('moved-on')
    const [made] = await listReplacements(tx, ctx.tenantId, invoiceId)
    if (made) return made.state === 'draft' ? succeed({ draftId: made.id }) : fail('moved-on')
    const now = ctx.clock.now()
    const draftId = newId()
    const { customerId, originalId } = found
    const data = await readEditorData(ctx, tx, { invoiceId: draftId, ...(customerId && { customerId }) })
    const draft = replacementDraft(completeDraft(found.draft), {
      invoiceNumber: data.proposals[found.kind],
      issueDate: data.today,
    })
    await insertDraft(tx, ctx.tenantId, { id: draftId, draft, customerId, createdBy: ctx.userId, now })
    await updateInvoice(tx, ctx.tenantId, draftId, { replacesId: invoiceId, originalId })
    await copyFiles(ctx, tx, { from: invoiceId, to: draftId })
    const by = { actorName: ctx.userName, at: now }
    await insertInvoiceEvent(tx, ctx.tenantId, {
      ...by,
      invoiceId: draftId,
      version: 0,
      event: 'created',
      evidence: { replaces: found.number ?? '' },
    })
    await insertInvoiceEvent(tx, ctx.tenantId, {
      ...by,
      invoiceId,
      version: found.version,
      event: 'replaced',
      evidence: {},
    })
    return succeed({ draftId })
  })
}

/** The rows are new, the objects they point to the same: an object stays as long as any row points to it. */
async function copyFiles(
  ctx: TenantContext,
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  for (const file of await listAttachments(tx, ctx.tenantId, from)) {
    const { key, fileName, mimeType, size, sha256, description, position } = file
    const bytes = { key, fileName, mimeType, size, sha256 }
    const row = { ...bytes, id: newId(), invoiceId: to, description, position }
    await insertAttachment(tx, ctx.tenantId, { ...row, createdBy: ctx.userId, createdAt: ctx.clock.now() })
  }
}
