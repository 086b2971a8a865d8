import { listAttachmentsOf } from '#db/queries/attachments.ts'
import { getCompany } from '#db/queries/companies.ts'
import { type findCustomer, findCustomers, listCustomers } from '#db/queries/customers.ts'
import { findDeliveryOfVersion } from '#db/queries/deliveries.ts'
import { listCreditNotes, listReplacements } from '#db/queries/follow-ups.ts'
import { findInvoiceVersion, findStanding, listInvoiceEvents } from '#db/queries/invoice-versions.ts'
import { countInvoices, findInvoice, listInvoicesInState } from '#db/queries/invoices.ts'
import { listProfilesInForce } from '#db/queries/requirement-profiles.ts'
import { together, withTenant } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result } from '#lib/core/result.ts'
import type { Fault } from '#lib/invoice/faults.ts'
import { type FileProblem, readDocument, type StoredFile } from '#lib/services/attachments/stored-file.ts'
import type { ActingContext, TenantContext } from '#lib/services/context.ts'
import { type ChannelProblem, type Connected, chooseChannel } from '#lib/services/delivery/channel.ts'
import { unmetDemands } from './read-demands.ts'

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

/**
 * Why a ready invoice cannot be sent now (K26). `reason`: what the recipient wrote when it refused; `faults`: what it
 * demands and the invoice lacks.
 */
export type ReadyProblem = {
  code: 'awaiting-approval' | 'refused' | 'withdrawn' | 'customer-removed' | 'demands-unmet' | ChannelProblem
  reason: string
  faults?: readonly Fault[]
  /** It leaves by itself as soon as the recipient approves (K10). */
  leavesByItself?: boolean
}

/**
 * *Godkänn och skicka* (S35): ready invoices with the number of their files, each with the way it would leave, and the
 * reason it cannot be sent now, if there is one.
 */
export async function listReady(ctx: ActingContext) {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const ready = await listInvoicesInState(tx, ctx.tenantId, 'ready', most)
    if (ready.length === 0) return []
    const customerIds = [...new Set(ready.flatMap(({ customerId }) => customerId ?? []))]
    const invoiceIds = ready.map(({ id }) => id)
    const [found, attached, company] = await together(
      findCustomers(tx, ctx.tenantId, customerIds),
      listAttachmentsOf(tx, ctx.tenantId, invoiceIds),
      getCompany(tx, ctx.tenantId),
    )
    const customers = new Map(found.map((customer) => [customer.id, customer]))
    const files = Map.groupBy(attached, (file) => file.invoiceId)
    const today = todayInStockholm(ctx.clock.now())
    const parties = [...new Set(found.map(({ partyId }) => partyId))]
    const profiles = await listProfilesInForce(tx, parties, today)
    return ready.map((row) => {
      const customer = row.customerId ? customers.get(row.customerId) : undefined
      const own = files.get(row.id) ?? []
      const profile = customer && profiles.get(customer.partyId)
      const faults = customer
        ? unmetDemands(ctx, { invoice: row, customer, profile, company, files: own, today })
        : []
      const unmet: ReadyProblem | null =
        faults.length > 0 ? { code: 'demands-unmet', reason: '', faults } : null
      const way = customer && chooseChannel(customer, ctx)
      return {
        ...row,
        files: own.length,
        channel: way?.ok ? way.value : null,
        problem: problemOf(customer, ctx) ?? unmet,
      }
    })
  })
}

/** What keeps an invoice to this customer from being sent today; null when nothing does. */
function problemOf(
  customer: NonNullable<Awaited<ReturnType<typeof findCustomer>>> | undefined,
  connected: Connected,
): ReadyProblem | null {
  if (!customer || customer.removedAt !== null) return { code: 'customer-removed', reason: '' }
  if (customer.state !== 'approved') {
    const leavesByItself = customer.state === 'awaiting-approval' && customer.sendOnApprovalBy !== null
    return { code: customer.state, reason: customer.reason, leavesByItself }
  }
  const channel = chooseChannel(customer, connected)
  return channel.ok ? null : { code: channel.code, reason: '' }
}

/**
 * One invoice with its delivery and timeline, the credit notes made from it, what was made in its place and, the other
 * way round, the invoice it credits or replaces. Null when it is not the company's.
 */
export async function getInvoice(ctx: TenantContext, invoiceId: string) {
  if (!isUuid(invoiceId)) return null
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!invoice) return null
    return {
      invoice,
      standing: (await findStanding(tx, ctx.tenantId, invoiceId)) ?? '',
      delivery: await findDeliveryOfVersion(tx, ctx.tenantId, invoiceId, invoice.version),
      events: await listInvoiceEvents(tx, ctx.tenantId, invoiceId),
      creditNotes: await listCreditNotes(tx, ctx.tenantId, invoiceId),
      original: invoice.originalId ? await findInvoice(tx, ctx.tenantId, invoice.originalId) : null,
      replacements: await listReplacements(tx, ctx.tenantId, invoiceId),
      replaced: invoice.replacesId ? await findInvoice(tx, ctx.tenantId, invoice.replacesId) : null,
    }
  })
}

/** Where an invoice stands, as a text to compare with what a page was made of. Null when it is not the company's. */
export async function getStanding(ctx: TenantContext, invoiceId: string): Promise<string | null> {
  if (!isUuid(invoiceId)) return null
  return withTenant(ctx.db, ctx.tenantId, (tx) => findStanding(tx, ctx.tenantId, invoiceId))
}

/** The exact bytes that were sent. `unknown` when it is not the company's or was not sent. */
export async function getInvoiceXml(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<StoredFile, FileProblem>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  const found = await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    const version = invoice ? await findInvoiceVersion(tx, ctx.tenantId, invoiceId, invoice.version) : null
    return version && invoice ? { ...version, number: invoice.number ?? '' } : null
  })
  return found ? readDocument(ctx, found) : fail('unknown')
}

/** What waits: counts by state, and which customers there are, for the start page. */
export async function countWaiting(ctx: TenantContext) {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const counts = await countInvoices(tx, ctx.tenantId)
    const inRegister = (await listCustomers(tx, ctx.tenantId)).filter((each) => each.removedAt === null)
    return {
      drafts: counts.get('draft') ?? 0,
      ready: counts.get('ready') ?? 0,
      sent: (counts.get('sent') ?? 0) + (counts.get('answered') ?? 0),
      customers: inRegister.length,
      awaitingApproval: inRegister.filter((customer) => customer.state === 'awaiting-approval').length,
      customerIds: new Set(inRegister.map((customer) => customer.id)),
    }
  })
}
