import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import { hasLeft } from '#db/queries/deliveries.ts'
import { lockInvoice, setDraftRemoved, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

/**
 * *Ta bort* of an invoice that has its number and of which nothing ever left: it becomes *makulerad* and keeps the
 * number for ever. There is no way back. `moved-on` when it has left, or has no number (`removeDraft`).
 */
export async function voidInvoice(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ invoiceId: string; number: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await lockInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    if (found.number === null || (await hasLeft(tx, ctx.tenantId, invoiceId))) return fail('moved-on')
    if (found.state !== 'ready' && found.state !== 'draft') return fail('moved-on')
    // The life cycle has no step from ready to voided: it is taken back first.
    if (found.state === 'ready') await updateInvoice(tx, ctx.tenantId, invoiceId, { state: 'draft' })
    await updateInvoice(tx, ctx.tenantId, invoiceId, { state: 'voided', updatedAt: now })
    await insertInvoiceEvent(tx, ctx.tenantId, {
      invoiceId,
      version: found.version,
      event: 'voided',
      actorName: ctx.userName,
      evidence: { number: found.number },
      at: now,
    })
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'invoice.voided',
      subjectId: invoiceId,
      details: { number: found.number },
      at: now,
    })
    return succeed({ invoiceId, number: found.number })
  })
}

/** Takes away a draft that has no number; `restoreDraft` brings it back. `moved-on` when it is no such draft. */
export async function removeDraft(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ invoiceId: string }, 'unknown' | 'moved-on'>> {
  return setRemoved(ctx, invoiceId, ctx.clock.now())
}

/** Undo of `removeDraft`. */
export async function restoreDraft(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ invoiceId: string }, 'unknown' | 'moved-on'>> {
  return setRemoved(ctx, invoiceId, null)
}

async function setRemoved(
  ctx: TenantContext,
  invoiceId: string,
  at: Date | null,
): Promise<Result<{ invoiceId: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  const changed = await withTenant(ctx.db, ctx.tenantId, (tx) =>
    setDraftRemoved(tx, ctx.tenantId, invoiceId, at),
  )
  return changed ? succeed({ invoiceId }) : fail('moved-on')
}
