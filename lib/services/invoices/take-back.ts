import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

/**
 * Takes an invoice back to the form to change it: one that is ready, or one that was sent and did not arrive. It keeps
 * its number and its files; sent again it is a version of its own. `moved-on` when it is on its way or there.
 */
export async function takeBack(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ invoiceId: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await lockInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    if (found.state !== 'ready' && found.state !== 'failed') return fail('moved-on')
    const draft = { ...found.draft, invoiceNumber: found.number ?? '', invoiceNumberEdited: true }
    await updateInvoice(tx, ctx.tenantId, invoiceId, {
      state: 'draft',
      draft,
      revision: found.revision + 1,
      updatedAt: now,
    })
    await insertInvoiceEvent(tx, ctx.tenantId, {
      invoiceId,
      version: found.version,
      event: 'taken-back',
      actorName: ctx.userName,
      evidence: {},
      at: now,
    })
    return succeed({ invoiceId })
  })
}
