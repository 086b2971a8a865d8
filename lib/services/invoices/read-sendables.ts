import type { Transaction } from '#db/client.ts'
import { listAttachmentsOf } from '#db/queries/attachments.ts'
import { getCompany } from '#db/queries/companies.ts'
import { findCustomers } from '#db/queries/customers.ts'
import type { findInvoices } from '#db/queries/invoices.ts'
import { listProfilesInForce } from '#db/queries/requirement-profiles.ts'
import { together } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { ActingContext } from '#lib/services/context.ts'
import {
  type ChannelChoice,
  type ChannelProblem,
  type Connected,
  chooseChannel,
} from '#lib/services/delivery/channel.ts'
import { unmetDemands } from './read-demands.ts'

type Invoice = Awaited<ReturnType<typeof findInvoices>>[number]
type Customer = Awaited<ReturnType<typeof findCustomers>>[number]
type Files = Awaited<ReturnType<typeof listAttachmentsOf>>

/** Why an invoice cannot be sent as it stands. */
export type StandingProblem =
  | 'already-sent'
  | 'not-ready'
  | 'awaiting-approval'
  | 'link-ended'
  | 'demands-unmet'
  | ChannelProblem

/** An invoice that can be sent as it stands: by which way, and with which files. */
export type Sendable = { invoice: Invoice; channel: ChannelChoice; files: Files }

/** Of each invoice what is needed to send it as it stands, or why it cannot be sent; a few statements for all of them. */
export async function readSendables(
  ctx: ActingContext,
  tx: Transaction,
  invoices: readonly Invoice[],
): Promise<ReadonlyMap<string, Result<Sendable, StandingProblem>>> {
  const ready = invoices.filter(({ state }) => state === 'ready')
  const customerIds = [...new Set(ready.flatMap(({ customerId }) => customerId ?? []))]
  const invoiceIds = ready.map(({ id }) => id)
  const [found, attached] = await together(
    findCustomers(tx, ctx.tenantId, customerIds),
    listAttachmentsOf(tx, ctx.tenantId, invoiceIds),
  )
  const customers = new Map(found.map((each) => [each.id, each]))
  const files = Map.groupBy(attached, ({ invoiceId }) => invoiceId)
  // By what each recipient demands at this moment, not by what it did when the invoice was made ready (K26).
  const today = todayInStockholm(ctx.clock.now())
  const parties = [...new Set([...customers.values()].map(({ partyId }) => partyId))]
  const profiles = await listProfilesInForce(tx, parties, today)
  const company = profiles.size > 0 ? await getCompany(tx, ctx.tenantId) : null
  const read = (invoice: Invoice): Result<Sendable, StandingProblem> => {
    if (invoice.state !== 'ready') return fail(invoice.sentAt ? 'already-sent' : 'not-ready')
    const customer = customers.get(invoice.customerId ?? '')
    const channel = channelOf(customer, ctx)
    if (!channel.ok) return channel
    const own = files.get(invoice.id) ?? []
    const profile = customer && profiles.get(customer.partyId)
    if (customer && company) {
      const unmet = unmetDemands(ctx, { invoice, customer, profile, company, files: own, today })
      if (unmet.length > 0) return fail('demands-unmet')
    }
    return succeed({ invoice, channel: channel.value, files: own })
  }
  return new Map(invoices.map((invoice) => [invoice.id, read(invoice)]))
}

/** Whether the document that was written still is this invoice's, word for word and file for file. */
export function isSame(before: Sendable, now: Sendable): boolean {
  const content = ({ invoice, files }: Sendable) =>
    JSON.stringify([
      invoice.snapshot,
      invoice.version,
      files.map(({ key, fileName, description }) => [key, fileName, description]),
    ])
  return content(before) === content(now)
}

function channelOf(
  customer: Customer | undefined,
  connected: Connected,
): Result<ChannelChoice, StandingProblem> {
  if (!customer || customer.removedAt !== null) return fail('link-ended')
  if (customer.state === 'refused' || customer.state === 'withdrawn') return fail('link-ended')
  if (customer.state === 'awaiting-approval') return fail('awaiting-approval')
  return chooseChannel(customer, connected)
}
