import { insertAudit } from '#db/queries/audit.ts'
import {
  findCustomer,
  findCustomerOfParty,
  listCustomers as findCustomers,
  insertCustomer,
} from '#db/queries/customers.ts'
import { findParty } from '#db/queries/parties.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** *Mitt kundregister* (S16): the company's customers in Swedish name order. */
export async function listCustomers(ctx: TenantContext) {
  return withTenant(ctx.db, ctx.tenantId, (tx) => findCustomers(tx, ctx.tenantId))
}

/** One customer of the company. Null when it is not theirs. */
export async function getCustomer(ctx: TenantContext, customerId: string) {
  if (!isUuid(customerId)) return null
  return withTenant(ctx.db, ctx.tenantId, (tx) => findCustomer(tx, ctx.tenantId, customerId))
}

/**
 * Adds a party of the directory as a customer (S14–S17): approved at once, or awaiting approval where the party
 * wants to approve. Adding it again changes nothing and returns the customer there is.
 */
export async function addCustomer(
  ctx: TenantContext,
  input: { partyId: string; customerNumber: string; message: string },
): Promise<
  Result<
    { customerId: string; state: 'approved' | 'awaiting-approval' | 'refused' | 'withdrawn' },
    'unknown-party'
  >
> {
  const party = isUuid(input.partyId) ? await findParty(ctx.db, input.partyId) : null
  if (!party) return fail('unknown-party')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customerId = newId()
    const state = party.approval === 'auto' ? 'approved' : 'awaiting-approval'
    const isNew = await insertCustomer(tx, {
      tenantId: ctx.tenantId,
      id: customerId,
      partyId: party.id,
      customerNumber: input.customerNumber,
      message: input.message,
      state,
      createdAt: now,
      decidedAt: state === 'approved' ? now : null,
    })
    if (isNew) {
      await insertAudit(tx, ctx.tenantId, {
        userId: ctx.userId,
        action: 'customer.added',
        subjectId: customerId,
        details: { state },
        at: now,
      })
      return succeed({ customerId, state })
    }
    const existing = await findCustomerOfParty(tx, ctx.tenantId, party.id)
    if (!existing) throw new Error('addCustomer: neither added nor there')
    return succeed({ customerId: existing.id, state: existing.state })
  })
}
