import { getCompany, listPaymentAccounts } from '#db/queries/companies.ts'
import { countSentInvoices } from '#db/queries/sent-invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { checkCompany } from '#lib/invoice/check-parties.ts'
import { canCopy } from '#lib/invoice/copy.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { toSellerProfile } from './profiles.ts'
import { countWaiting } from './read-invoices.ts'
import { listSent, noSentFilter } from './sent-invoices.ts'

const mostLatest = 5
const mostAgain = 3

/** So many of the last invoices are looked through for the customers of *Som förra gången*. */
const lookedThrough = 30

/**
 * What the start page shows: what waits, whether the company has told all it must to send (details and an account),
 * the five invoices sent last, however long ago, and the last one to each of the latest customers, to copy.
 */
export async function getStartOverview(ctx: TenantContext) {
  const waiting = await countWaiting(ctx)
  const { documents } = await listSent(ctx, { ...noSentFilter, range: 'all', limit: lookedThrough })
  const own = await withTenant(ctx.db, ctx.tenantId, async (tx) => ({
    company: await getCompany(tx, ctx.tenantId),
    accounts: await listPaymentAccounts(tx, ctx.tenantId),
    failed: await countSentInvoices(tx, ctx.tenantId, 'failed'),
  }))
  return {
    waiting,
    failed: own.failed,
    companyComplete: checkCompany(toSellerProfile(own.company)).length === 0 && own.accounts.length > 0,
    latest: documents.slice(0, mostLatest),
    again: lastToEach(documents, waiting.customerIds).slice(0, mostAgain),
  }
}

type Sent = Awaited<ReturnType<typeof listSent>>['documents'][number]

/** Of the newest first, the first debit invoice to each customer that is still in the register. */
function lastToEach(documents: readonly Sent[], customerIds: ReadonlySet<string>): readonly Sent[] {
  const seen = new Set<string>()
  return documents.filter(({ kind, state, customerId }) => {
    if (kind !== 'invoice' || !canCopy(state) || customerId === null || !customerIds.has(customerId))
      return false
    if (seen.has(customerId)) return false
    seen.add(customerId)
    return true
  })
}
