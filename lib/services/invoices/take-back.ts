import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** Takes a ready invoice back to the form to change it. It keeps its number. `moved-on` when it has been sent. */
export async function takeBack(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<{ invoiceId: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await lockInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    if (found.state !== 'ready') return fail('moved-on')
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
