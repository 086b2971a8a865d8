import { getCompany, listPaymentAccounts } from '#db/queries/companies.ts'
import { countFailedInvoices } from '#db/queries/sent-invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { checkCompany } from '#lib/invoice/check-parties.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { toSellerProfile } from './profiles.ts'
import { countWaiting } from './read-invoices.ts'
import { listSent, noSentFilter } from './sent-invoices.ts'

/**
 * What the start page shows: what waits, whether the company has told all it must to send (details and an account),
 * and the five invoices sent last, however long ago.
 */
export async function getStartOverview(ctx: TenantContext) {
  const waiting = await countWaiting(ctx)
  const { documents } = await listSent(ctx, { ...noSentFilter, range: 'all', limit: 5 })
  const own = await withTenant(ctx.db, ctx.tenantId, async (tx) => ({
    company: await getCompany(tx, ctx.tenantId),
    accounts: await listPaymentAccounts(tx, ctx.tenantId),
    failed: await countFailedInvoices(tx, ctx.tenantId),
  }))
  return {
    waiting,
    failed: own.failed,
    companyComplete: checkCompany(toSellerProfile(own.company)).length === 0 && own.accounts.length > 0,
    latest: documents,
  }
}
