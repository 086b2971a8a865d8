import { getCompany } from '#db/queries/companies.ts'
import { countInvoices } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** What every page's frame shows: the company's name and how many invoices wait in *Godkänn och skicka*. */
export async function getShellFacts(ctx: TenantContext): Promise<{ companyName: string; toSend: number }> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const company = await getCompany(tx, ctx.tenantId)
    const counts = await countInvoices(tx, ctx.tenantId)
    return { companyName: company.name, toSend: counts.get('ready') ?? 0 }
  })
}
