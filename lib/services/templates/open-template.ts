import { findCustomer } from '#db/queries/customers.ts'
import { findTemplate } from '#db/queries/templates.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { completeDraft } from '#lib/invoice/draft.ts'
import { draftFromTemplate } from '#lib/invoice/template.ts'
import { withCustomer } from '#lib/invoice/with-customer.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { type EditorData, newDraftDefaults, readEditorData } from '#lib/services/invoices/drafts.ts'

/**
 * *Öppna* (S27): the form of a new invoice, filled in from a template, with the number and dates of any new one;
 * nothing is stored before something is typed. A customer or account that is gone falls back to the usual, and is in
 * `missing`. `unknown-template` when it is not the company's or was removed.
 */
export async function openTemplate(
  ctx: TenantContext,
  ids: { invoiceId: string; lineKey: string; templateId: string },
): Promise<Result<EditorData, 'unknown-template'>> {
  if (!isUuid(ids.templateId)) return fail('unknown-template')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await findTemplate(tx, ctx.tenantId, ids.templateId)
    if (!found) return fail('unknown-template')
    const data = await readEditorData(ctx, tx, ids)
    const stored = completeDraft(found.draft)
    const customer = data.customers.find(({ customerId }) => customerId === stored.customerId)
    const accounts = stored.paymentAccountIds.filter((id) => data.accounts.some((each) => each.id === id))
    const kept = { ...stored, paymentAccountIds: accounts }
    const fresh = draftFromTemplate(kept, newDraftDefaults(ctx, data, ids), found.id)
    const draft = withCustomer(fresh, customer, undefined)
    const isCustomerGone = stored.customerId !== '' && customer === undefined
    const gone = isCustomerGone ? await findCustomer(tx, ctx.tenantId, stored.customerId) : null
    const missing = {
      customer: isCustomerGone,
      customerName: gone?.name ?? '',
      accounts: stored.paymentAccountIds.length - accounts.length,
    }
    return succeed({ ...data, id: ids.invoiceId, revision: 0, draft, missing })
  })
}
