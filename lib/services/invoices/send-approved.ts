import type { Jobs } from '#db/jobs.ts'
import { findCustomer } from '#db/queries/customers.ts'
import { findUser } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { Platform } from '#lib/services/context.ts'
import { listReady } from './read-invoices.ts'
import { sendInvoices } from './send-invoices.ts'

/**
 * Sends what was ready for a customer that has approved (K10), in the name of whoever chose that it leaves by itself.
 * Nothing is sent where the approval or the choice was taken back, or who chose is no longer with the company; what
 * cannot be sent stays in *Godkänn och skicka* and says why. Again, it sends nothing twice.
 */
export async function sendApproved(
  ctx: Platform,
  { tenantId, customerId }: Jobs['send-approved'],
): Promise<void> {
  const chosenBy = await withTenant(ctx.db, tenantId, async (tx) => {
    const customer = await findCustomer(tx, tenantId, customerId)
    if (customer?.state !== 'approved' || !customer.sendOnApprovalBy) return null
    const user = await findUser(tx, customer.sendOnApprovalBy)
    return user?.companyId === tenantId ? user : null
  })
  if (chosenBy === null) return
  const { id: userId, name: userName, isSandbox } = chosenBy
  const acting = { ...ctx, tenantId, userId, userName, isSandbox }
  const ready = (await listReady(acting)).filter((row) => row.customerId === customerId && !row.problem)
  const revisions = new Map(ready.map(({ id, revision }) => [id, revision]))
  const outcomes = await sendInvoices(acting, [...revisions.keys()], revisions)
  const sent = outcomes.filter(({ problem }) => problem === null).length
  ctx.log.info({ tenantId, customerId, sent, left: outcomes.length - sent }, 'sent on approval')
}
