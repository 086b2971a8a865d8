import { getCompany } from '#db/queries/companies.ts'
import { countInvoices } from '#db/queries/invoices.ts'
import { countTemplates } from '#db/queries/templates.ts'
import { together, withTenant } from '#db/with-tenant.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { templateLimit } from '#lib/services/templates/list-templates.ts'

/** What every page's frame shows. */
export type ShellFacts = {
  companyName: string
  /** Made to try Talong out: nothing leaves. */
  isSandbox: boolean
  /** How many invoices wait in *Godkänn och skicka*. */
  toSend: number
  /** How many templates there are, of how many one may have (S26). */
  templates: { used: number; limit: number }
}

/** Reads what the frame shows of the company. */
export async function getShellFacts(ctx: TenantContext): Promise<ShellFacts> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const [company, counts, used] = await together(
      getCompany(tx, ctx.tenantId),
      countInvoices(tx, ctx.tenantId),
      countTemplates(tx, ctx.tenantId),
    )
    return {
      companyName: company.name,
      isSandbox: company.isSandbox,
      toSend: counts.get('ready') ?? 0,
      templates: { used, limit: templateLimit(ctx) },
    }
  })
}
