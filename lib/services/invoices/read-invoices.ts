import { type findCustomer, listCustomers } from '#db/queries/customers.ts'
import { findDeliveryOfVersion } from '#db/queries/deliveries.ts'
import {
  countInvoices,
  findInvoice,
  findInvoiceVersion,
  listInvoiceEvents,
  listInvoicesInState,
  listSentInvoices,
  type SentCursor,
} from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { chooseChannel } from '#lib/services/delivery/channel.ts'
import type { SendProblem } from './send-invoices.ts'

const most = 200

/** Drafts, the last touched first. */
export async function listDrafts(ctx: TenantContext) {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customers = new Map(
      (await listCustomers(tx, ctx.tenantId)).map((customer) => [customer.id, customer.name]),
    )
    const drafts = await listInvoicesInState(tx, ctx.tenantId, 'draft', most)
    return drafts.map((row) => ({ ...row, buyerName: customers.get(row.customerId ?? '') ?? '' }))
  })
}

/** *Godkänn och skicka* (S35): ready invoices, each with the reason it cannot be sent now, if there is one. */
export async function listReady(ctx: TenantContext) {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customers = new Map(
      (await listCustomers(tx, ctx.tenantId)).map((customer) => [customer.id, customer]),
    )
    const ready = await listInvoicesInState(tx, ctx.tenantId, 'ready', most)
    return ready.map((row) => {
      const customer = row.customerId ? customers.get(row.customerId) : undefined
      return { ...row, problem: problemOf(customer) }
    })
  })
}

/** What keeps an invoice to this customer from being sent today; null when nothing does. */
function problemOf(
  customer: NonNullable<Awaited<ReturnType<typeof findCustomer>>> | undefined,
): SendProblem | null {
  if (!customer || customer.state === 'refused' || customer.state === 'withdrawn') return 'link-ended'
  if (customer.state === 'awaiting-approval') return 'awaiting-approval'
  const channel = chooseChannel(customer)
  return channel.ok ? null : channel.code
}

/** *Skickade dokument* (S38–S40): a page of what was sent in the last `days` days (null: ever), newest first. */
export async function listSent(
  ctx: TenantContext,
  filter: { days: number | null; text: string; after: SentCursor | null },
) {
  const limit = 50
  const since = filter.days === null ? null : new Date(ctx.clock.now().getTime() - filter.days * 86_400_000)
  const rows = await withTenant(ctx.db, ctx.tenantId, (tx) =>
    listSentInvoices(tx, ctx.tenantId, {
      since,
      text: filter.text.trim(),
      after: filter.after,
      limit: limit + 1,
    }),
  )
  return { documents: rows.slice(0, limit), more: rows.length > limit }
}

/** One invoice with its delivery and timeline. Null when it is not the company's. */
export async function getInvoice(ctx: TenantContext, invoiceId: string) {
  if (!isUuid(invoiceId)) return null
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!invoice) return null
    return {
      invoice,
      delivery: await findDeliveryOfVersion(tx, ctx.tenantId, invoiceId, invoice.version),
      events: await listInvoiceEvents(tx, ctx.tenantId, invoiceId),
    }
  })
}

/** The exact bytes that were sent, with a file name. Null when it is not the company's or was not sent. */
export async function getInvoiceXml(ctx: TenantContext, invoiceId: string) {
  if (!isUuid(invoiceId)) return null
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    const version = invoice ? await findInvoiceVersion(tx, ctx.tenantId, invoiceId, invoice.version) : null
    return version && invoice
      ? { bytes: version.xml, fileName: `faktura-${invoice.number?.replaceAll('/', '-')}.xml` }
      : null
  })
}

/** What waits: counts by state, for the navigation and the start page. */
export async function countWaiting(ctx: TenantContext) {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const counts = await countInvoices(tx, ctx.tenantId)
    const customers = await listCustomers(tx, ctx.tenantId)
    return {
      drafts: counts.get('draft') ?? 0,
      ready: counts.get('ready') ?? 0,
      sent: (counts.get('sent') ?? 0) + (counts.get('answered') ?? 0),
      customers: customers.length,
      awaitingApproval: customers.filter((customer) => customer.state === 'awaiting-approval').length,
    }
  })
}
