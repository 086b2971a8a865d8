import { todayInStockholm } from '#lib/core/dates.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { type DraftLine, emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { saveDraft, startDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import type { Demo } from './companies.ts'

const dayMilliseconds = 86_400_000

/** Adds customers and invoices in several states: drafts, ready, sent and delivered, the oldest beyond 90 days. */
export async function seedInvoices(platform: Platform, { suppliers, partyIds }: Demo): Promise<void> {
  const [workshop, carpenters] = suppliers
  if (!workshop || !carpenters) throw new Error('seed: two suppliers are needed')
  const customer = (ctx: TenantContext, orgNumber: string, customerNumber: string) =>
    seedCustomer(ctx, partyIds.get(orgNumber) ?? '', customerNumber)

  const region = await customer(workshop, '2399990015', '1001')
  const town = await customer(workshop, '2120009903', '1002')
  const authority = await customer(workshop, '2021999905', '1003')
  const builder = await customer(workshop, '5599991006', '1004')
  await customer(workshop, '5599993002', '1005')

  for (const [daysAgo, to, reference] of [
    [160, region, 'FM8440'],
    [74, town, '0123ANNA'],
    [41, region, 'FM8440'],
    [12, town, '0123ANNA'],
    [3, region, 'FM8441'],
  ] as const) {
    await seedSent(platform, at(workshop, daysAgo), to, reference, [
      line('Snickeriarbete kök', '12,5', 'HUR', '595', 'rate-25'),
      line('Virke och beslag', '1', 'C62', '12 340', 'rate-25'),
    ])
  }
  await seedReady(at(workshop, 1), region, 'FM8442', [
    line('Målning av sal 12', '16', 'HUR', '520', 'rate-25'),
  ])
  const shelves = [line('Hyllor, måttbeställda', '4', 'C62', '1 899', 'rate-25')]
  await seedReady(at(workshop, 1), authority, '123ABCD', shelves, {
    deliveryDate: isoDay(2),
    contractReference: 'AVT-2026-114',
  })
  const stairs = [line('Montering av trappa', '1', 'C62', '5 120', 'rate-25')]
  await seedReady(at(workshop, 0), builder, '', stairs, {
    purchaseOrderReference: 'PO-77812',
    projectReference: 'P2041',
  })
  await seedDraft(at(workshop, 2), town, '0123ANNA', [line('Lagning av bänkar', '3', 'HUR', '', 'rate-25')])

  const other = await customer(carpenters, '2120009903', 'K-7')
  await seedSent(platform, at(carpenters, 9), other, '0456BERT', [
    line('Lunchpaket', '28', 'C62', '84,75', 'rate-12'),
    line('Arbetsbok', '30', 'C62', '149,50', 'rate-6'),
  ])
}

/** The day so many days ago, as it is typed. */
function isoDay(daysAgo: number): string {
  return todayInStockholm(new Date(Date.now() - daysAgo * dayMilliseconds))
}

/** The same user, at an earlier time. */
function at(ctx: TenantContext, daysAgo: number): TenantContext {
  const then = new Date(Date.now() - daysAgo * dayMilliseconds)
  return { ...ctx, clock: { now: () => then } }
}

function line(
  itemName: string,
  quantity: string,
  unit: string,
  unitPrice: string,
  vatChoice: string,
): DraftLine {
  return { ...emptyLine(newId()), itemName, quantity, unit, unitPrice, vatChoice }
}

async function seedCustomer(ctx: TenantContext, partyId: string, customerNumber: string): Promise<string> {
  return expectValue(await addCustomer(ctx, { partyId, customerNumber, message: '' })).customerId
}

async function seedDraft(
  ctx: TenantContext,
  customerId: string,
  buyerReference: string,
  lines: DraftLine[],
  change: Partial<InvoiceDraft> = {},
) {
  const invoiceId = newId()
  const { draft } = await startDraft(ctx, { invoiceId, lineKey: newId(), customerId })
  const filled: InvoiceDraft = { ...draft, buyerReference, lines, ...change }
  const { revision } = expectValue(await saveDraft(ctx, { invoiceId, revision: 0, draft: filled }))
  return { invoiceId, revision }
}

async function seedReady(
  ctx: TenantContext,
  customerId: string,
  buyerReference: string,
  lines: DraftLine[],
  change: Partial<InvoiceDraft> = {},
): Promise<string> {
  const saved = await seedDraft(ctx, customerId, buyerReference, lines, change)
  expectValue(await prepareInvoice(ctx, saved))
  return saved.invoiceId
}

async function seedSent(
  platform: Platform,
  ctx: TenantContext,
  customerId: string,
  buyerReference: string,
  lines: DraftLine[],
): Promise<void> {
  const invoiceId = await seedReady(ctx, customerId, buyerReference, lines)
  await sendInvoices(ctx, [invoiceId])
  const found = await getInvoice(ctx, invoiceId)
  if (!found?.delivery) throw new Error('seed: an invoice was not sent')
  await deliver(
    { ...platform, clock: ctx.clock },
    { tenantId: ctx.tenantId, deliveryId: found.delivery.id, after: 0 },
  )
}
