import type { Transaction } from '#db/client.ts'
import { insertAudit } from '#db/queries/audit.ts'
import {
  findCustomer,
  findCustomerOfParty,
  insertCustomer,
  listInvoicesOfCustomer,
  listRegister,
  lockCustomer,
  type RegisterFilter,
  updateCustomer,
} from '#db/queries/customers.ts'
import {
  listRequestsOfCustomer,
  updateRequestNumber,
  withdrawOpenRequest,
} from '#db/queries/link-requests.ts'
import { findParty, findPartyContact } from '#db/queries/parties.ts'
import type { CustomerCard, CustomerState } from '#db/schema/customers.ts'
import { withTenant } from '#db/with-tenant.ts'
import { foldName } from '#lib/core/fold.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { CustomerDefaults } from '#lib/invoice/customer-defaults.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { chooseChannel } from '#lib/services/delivery/channel.ts'
import { askAgain, nextReminder, openRequest } from './link-requests.ts'

/** A page of *Mitt kundregister*. */
export type RegisterQuery = { filter: RegisterFilter; text: string; limit: number }

/** A customer as the register shows it. */
export type RegisterRow = Awaited<ReturnType<typeof listCustomers>>['customers'][number]

/**
 * *Mitt kundregister* (S16): customers in Swedish name order, those that were taken out left out. `text` is looked for
 * in name, customer number and organisation number; `more` tells that there are others than the first `limit`.
 */
export async function listCustomers(ctx: TenantContext, query: RegisterQuery) {
  const now = ctx.clock.now()
  const text = query.text.trim().slice(0, 100)
  const rows = await withTenant(ctx.db, ctx.tenantId, (tx) =>
    listRegister(tx, ctx.tenantId, {
      filter: query.filter,
      text,
      folded: foldName(text),
      digits: /^[\d\s-]+$/.test(text) ? text.replace(/\D/g, '') : '',
      limit: query.limit + 1,
    }),
  )
  const customers = rows.slice(0, query.limit).map(({ hasContact, ...row }) => ({
    ...row,
    isReachable: chooseChannel(row, ctx).ok,
    canRemind: hasContact && row.state === 'awaiting-approval' && row.requestedAt !== null,
    nextReminderAt: nextReminder(row.remindedAt, now),
  }))
  return { customers, more: rows.length > query.limit }
}

/** One customer of the company, also one that was taken out of the register. Null when it is not theirs. */
export async function getCustomer(ctx: TenantContext, customerId: string) {
  if (!isUuid(customerId)) return null
  return withTenant(ctx.db, ctx.tenantId, (tx) => findCustomer(tx, ctx.tenantId, customerId))
}

/** A customer's own page: its details, every request to it, and its last invoices. Null when it is not theirs. */
export async function getCustomerPage(ctx: TenantContext, customerId: string) {
  if (!isUuid(customerId)) return null
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customer = await findCustomer(tx, ctx.tenantId, customerId)
    if (!customer) return null
    const requests = await listRequestsOfCustomer(tx, ctx.tenantId, customerId)
    const open = requests.find((request) => request.state === 'open')
    return {
      customer,
      requests,
      canRemind: open !== undefined && (await findPartyContact(tx, customer.partyId)) !== null,
      nextReminderAt: nextReminder(open?.remindedAt ?? null, ctx.clock.now()),
      invoices: await listInvoicesOfCustomer(tx, ctx.tenantId, customerId, 10),
    }
  })
}

/**
 * Adds a party of the directory as a customer (S14–S17): approved at once, or awaiting approval, with a request to
 * the recipient, where the party wants to approve. Adding one that is there changes nothing; adding one that was
 * taken out brings it back.
 */
export async function addCustomer(
  ctx: TenantContext,
  input: { partyId: string; customerNumber: string; message: string },
): Promise<Result<{ customerId: string; state: CustomerState }, 'unknown-party'>> {
  const party = isUuid(input.partyId) ? await findParty(ctx.db, input.partyId) : null
  if (!party) return fail('unknown-party')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customerId = newId()
    // Nobody is asked for somebody who only tries Talong out.
    const state = ctx.isSandbox || party.approval === 'auto' ? 'approved' : 'awaiting-approval'
    const { customerNumber, message } = input
    const isNew = await insertCustomer(tx, {
      tenantId: ctx.tenantId,
      id: customerId,
      partyId: party.id,
      customerNumber,
      message,
      state,
      createdAt: now,
      decidedAt: state === 'approved' ? now : null,
    })
    if (isNew) {
      if (state === 'awaiting-approval') {
        await openRequest(ctx, tx, { customerId, partyId: party.id, customerNumber, message })
      }
      await note(ctx, tx, 'customer.added', customerId, { state })
      return succeed({ customerId, state })
    }
    const existing = await findCustomerOfParty(tx, ctx.tenantId, party.id)
    if (!existing) throw new Error('addCustomer: neither added nor there')
    const brought = existing.removedAt ? await bringBack(ctx, tx, existing.id, input) : null
    return succeed({ customerId: existing.id, state: brought ?? existing.state })
  })
}

/** Gives a customer another number of ours, in an open request too. `unknown-customer` when it is not theirs. */
export async function changeCustomerNumber(
  ctx: TenantContext,
  input: { customerId: string; customerNumber: string },
): Promise<Result<{ savedAt: string }, 'unknown-customer'>> {
  return change(ctx, input.customerId, 'customer.number-changed', async (tx) => {
    await updateCustomer(tx, ctx.tenantId, input.customerId, { customerNumber: input.customerNumber })
    await updateRequestNumber(tx, ctx.tenantId, input.customerId, input.customerNumber)
  })
}

/**
 * Chooses whether ready invoices to a customer leave by themselves when it approves (K10), in the name of whoever chose
 * it. `unknown-customer` when it is not theirs.
 */
export async function chooseSendOnApproval(
  ctx: TenantContext,
  input: { customerId: string; isChosen: boolean },
): Promise<Result<{ savedAt: string }, 'unknown-customer'>> {
  const action = input.isChosen ? 'customer.send-on-approval' : 'customer.send-by-hand'
  return change(ctx, input.customerId, action, async (tx) => {
    const sendOnApprovalBy = input.isChosen ? ctx.userId : null
    await updateCustomer(tx, ctx.tenantId, input.customerId, { sendOnApprovalBy })
  })
}

/** Keeps what the supplier knows of a customer beyond the directory; invoices from now on use it. */
export async function saveCustomerCard(
  ctx: TenantContext,
  input: {
    customerId: string
    vatNumber: string
    address: CustomerCard['address']
    defaults: CustomerDefaults
  },
): Promise<Result<{ savedAt: string }, 'unknown-customer'>> {
  return change(ctx, input.customerId, 'customer.card-changed', async (tx, { card }) => {
    const { vatNumber: _vatNumber, address: _address, ...noted } = card
    // An empty field says that there is no usual value only where one was asked for before.
    const defaults = Object.entries(input.defaults).filter(([field, value]) => value !== '' || field in noted)
    await updateCustomer(tx, ctx.tenantId, input.customerId, {
      card: {
        ...noted,
        ...Object.fromEntries(defaults),
        ...(input.vatNumber === '' ? {} : { vatNumber: input.vatNumber }),
        ...(input.address ? { address: input.address } : {}),
      },
    })
  })
}

/**
 * *Spara som standard*: what the next invoice to a customer begins with. An empty value says that a field has none, so
 * that it is not asked about again; fields that are not given stay as they were.
 */
export async function saveCustomerDefaults(
  ctx: TenantContext,
  input: { customerId: string; defaults: CustomerDefaults },
): Promise<Result<{ savedAt: string }, 'unknown-customer'>> {
  return change(ctx, input.customerId, 'customer.defaults-changed', async (tx, { card }) => {
    await updateCustomer(tx, ctx.tenantId, input.customerId, { card: { ...card, ...input.defaults } })
  })
}

/**
 * Takes a customer out of the register. Its invoices stay; an open request is withdrawn. Taking out one that is out
 * already changes nothing. Undone by `restoreCustomer`.
 */
export async function removeCustomer(
  ctx: TenantContext,
  input: { customerId: string },
): Promise<Result<{ customerId: string }, 'unknown-customer'>> {
  if (!isUuid(input.customerId)) return fail('unknown-customer')
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    // The request first, as an answer does: two that take both rows in different order would wait for each other.
    await withdrawOpenRequest(tx, ctx.tenantId, input.customerId, now)
    const customer = await lockCustomer(tx, ctx.tenantId, input.customerId)
    if (!customer) return fail('unknown-customer')
    if (customer.removedAt === null) {
      await updateCustomer(tx, ctx.tenantId, customer.id, { removedAt: now })
      await note(ctx, tx, 'customer.removed', customer.id)
    }
    return succeed({ customerId: customer.id })
  })
}

/** Brings a customer back into the register, with the request that was withdrawn when it was taken out. */
export async function restoreCustomer(
  ctx: TenantContext,
  input: { customerId: string },
): Promise<Result<{ customerId: string; state: CustomerState }, 'unknown-customer'>> {
  if (!isUuid(input.customerId)) return fail('unknown-customer')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const state = await bringBack(ctx, tx, input.customerId, null)
    return state === null ? fail('unknown-customer') : succeed({ customerId: input.customerId, state })
  })
}

/** Undoes a removal, with new words where the customer is added again. The state it has now; null when not theirs. */
async function bringBack(
  ctx: TenantContext,
  tx: Transaction,
  customerId: string,
  words: { customerNumber: string; message: string } | null,
): Promise<CustomerState | null> {
  const customer = await lockCustomer(tx, ctx.tenantId, customerId)
  if (!customer) return null
  if (customer.removedAt === null) return customer.state
  const customerNumber = words?.customerNumber || customer.customerNumber
  const message = words?.message || customer.message
  await updateCustomer(tx, ctx.tenantId, customerId, { removedAt: null, customerNumber, message })
  await note(ctx, tx, 'customer.restored', customerId)
  if (customer.state === 'approved') return customer.state
  const party = await findParty(tx, customer.partyId)
  if (party?.approval === 'auto' && customer.state === 'awaiting-approval') {
    // The party has stopped asking to approve while the customer was away.
    await updateCustomer(tx, ctx.tenantId, customerId, { state: 'approved', decidedAt: ctx.clock.now() })
    return 'approved'
  }
  const asked = { customerId, partyId: customer.partyId, customerNumber, message }
  if (!(await askAgain(ctx, tx, asked))) return customer.state
  await updateRequestNumber(tx, ctx.tenantId, customerId, customerNumber)
  await updateCustomer(tx, ctx.tenantId, customerId, {
    state: 'awaiting-approval',
    reason: '',
    decidedAt: null,
  })
  return 'awaiting-approval'
}

/** A change of a customer that is theirs, and who made it. */
async function change(
  ctx: TenantContext,
  customerId: string,
  action: string,
  work: (tx: Transaction, customer: { card: CustomerCard }) => Promise<void>,
): Promise<Result<{ savedAt: string }, 'unknown-customer'>> {
  if (!isUuid(customerId)) return fail('unknown-customer')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customer = await findCustomer(tx, ctx.tenantId, customerId)
    if (!customer) return fail('unknown-customer')
    await work(tx, customer)
    await note(ctx, tx, action, customerId)
    return succeed({ savedAt: ctx.clock.now().toISOString() })
  })
}

async function note(
  ctx: TenantContext,
  tx: Transaction,
  action: string,
  customerId: string,
  details: Record<string, string> = {},
): Promise<void> {
  const at = ctx.clock.now()
  await insertAudit(tx, ctx.tenantId, { userId: ctx.userId, action, subjectId: customerId, details, at })
}
