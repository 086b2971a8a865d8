import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  deletePaymentAccount,
  insertPaymentAccount,
  listPaymentAccounts,
  setDefaultPaymentAccount,
} from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer, removeCustomer } from '#lib/services/customers/customers.ts'
import { copyInvoice } from '#lib/services/invoices/copy-invoice.ts'
import { openDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { getStartOverview } from '#lib/services/invoices/start-overview.ts'
import { voidInvoice } from '#lib/services/invoices/void-invoice.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let supplier: TenantContext
let other: TenantContext
let partyId: string
let customerId: string

const november = '2026-11-27T10:00:00Z'

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  supplier = at(november, await newCompany(platform, 'supplier', '5599990008'))
  other = await newCompany(platform, 'supplier', '5599991006')
  const recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
  customerId = await customerOf(supplier)
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

function at(instant: string, ctx: TenantContext): TenantContext {
  return { ...ctx, clock: { now: () => new Date(instant) } }
}

async function customerOf(ctx: TenantContext): Promise<string> {
  return expectValue(await addCustomer(ctx, { partyId, customerNumber: '', message: '' })).customerId
}

async function readyInvoice(ctx: TenantContext, customer: string, change: Partial<InvoiceDraft> = {}) {
  const saved = await savedDraft(ctx, customer, change)
  expectValue(await prepareInvoice(ctx, saved))
  return saved.invoiceId
}

async function sentInvoice(ctx: TenantContext, customer: string, change: Partial<InvoiceDraft> = {}) {
  const invoiceId = await readyInvoice(ctx, customer, change)
  expect(await sendInvoices(ctx, [invoiceId])).toMatchObject([{ problem: null }])
  return invoiceId
}

test('a copy is a draft of the same invoice a month on, with the next number and the day it is made', async () => {
  const sent = await sentInvoice(supplier, customerId, {
    periodStart: '2026-11-01',
    periodEnd: '2026-11-30',
    deliveryDate: '2026-11-27',
    purchaseOrderReference: 'PO-1',
    despatchReference: 'FS-1',
    paymentTermsDays: '15',
  })
  const before = await getInvoice(supplier, sent)
  const later = at('2026-12-03T10:00:00Z', supplier)
  const { draftId, gone } = expectValue(await copyInvoice(later, sent))
  expect(gone).toEqual({ customerName: null, accounts: 0 })
  const copy = await getInvoice(later, draftId)
  expect(copy?.invoice).toMatchObject({
    state: 'draft',
    kind: 'invoice',
    number: null,
    customerId,
    originalId: null,
    createdBy: supplier.userId,
  })
  expect(copy?.events).toMatchObject([
    { event: 'created', actorName: 'Prov Person', evidence: { copyOf: before?.invoice.number } },
  ])
  const opened = expectValue(await openDraft(later, draftId))
  expect(opened).toMatchObject({ revision: 1 })
  expect(opened.draft).toMatchObject({
    invoiceNumber: '2',
    issueDate: '2026-12-03',
    periodStart: '2026-12-01',
    periodEnd: '2026-12-31',
    deliveryDate: '2026-12-03',
    purchaseOrderReference: 'PO-1',
    despatchReference: '',
    paymentTermsDays: '15',
  })
  expect(opened.draft.lines).toEqual(before?.invoice.draft.lines)
  expect(opened.copy).toMatchObject({ number: before?.invoice.number, period: 'moved' })
  expect(opened.draft).toMatchObject({ copiedFrom: sent, toConfirm: ['purchaseOrderReference'] })
  expect(await getInvoice(supplier, sent)).toEqual(before)

  const { number } = expectValue(await prepareInvoice(later, { invoiceId: draftId, revision: 1 }))
  const ready = await getInvoice(later, draftId)
  expect(number).toBe('2')
  expect(ready?.invoice).toMatchObject({
    state: 'ready',
    issueDate: '2026-12-03',
    dueDate: '2026-12-18',
    amountDue: before?.invoice.amountDue,
  })
  expect(await sendInvoices(later, [draftId])).toMatchObject([{ problem: null }])

  // Two invoices bear the order number now: it is no single order's. Start offers the later of them.
  const { again } = await getStartOverview(later)
  expect(again.map(({ id }) => id)).toEqual([draftId])
  const third = expectValue(await openDraft(later, expectValue(await copyInvoice(later, draftId)).draftId))
  expect(third.draft).toMatchObject({ purchaseOrderReference: 'PO-1', toConfirm: [] })
})

test('what is ready is copied too, each time as a draft of its own', async () => {
  const ready = await readyInvoice(supplier, customerId)
  const copies = await Promise.all([copyInvoice(supplier, ready), copyInvoice(supplier, ready)])
  const [one, two] = copies.map((copy) => expectValue(copy).draftId)
  expect(one).not.toBe(two)
  expect((await getInvoice(supplier, ready))?.invoice.state).toBe('ready')
})

test('a draft, what was voided, and what is another company’s is not copied', async () => {
  const draft = await savedDraft(supplier, customerId)
  expect(await copyInvoice(supplier, draft.invoiceId)).toMatchObject({ ok: false, code: 'not-ready' })
  const ready = await readyInvoice(supplier, customerId)
  expect(await copyInvoice(other, ready)).toMatchObject({ ok: false, code: 'unknown' })
  expectValue(await voidInvoice(supplier, ready))
  expect(await copyInvoice(supplier, ready)).toMatchObject({ ok: false, code: 'not-ready' })
  expect(await copyInvoice(supplier, newId())).toMatchObject({ ok: false, code: 'unknown' })
  expect(await copyInvoice(supplier, '1 or 1=1')).toMatchObject({ ok: false, code: 'unknown' })
})

test('a customer and an account that are gone since then are named, and the usual stands in their place', async () => {
  const own = at(november, await newCompany(platform, 'supplier', '5599992004'))
  const customer = await customerOf(own)
  const sent = await sentInvoice(own, customer)
  const name = (await getInvoice(own, sent))?.invoice.buyerName
  expectValue(await removeCustomer(own, { customerId: customer }))
  const plusgiro = newId()
  await withTenant(own.db, own.tenantId, async (tx) => {
    const [bankgiro] = await listPaymentAccounts(tx, own.tenantId)
    await insertPaymentAccount(tx, own.tenantId, {
      id: plusgiro,
      kind: 'plusgiro',
      number: '4002028',
      isDefault: false,
    })
    await setDefaultPaymentAccount(tx, own.tenantId, plusgiro)
    await deletePaymentAccount(tx, own.tenantId, bankgiro?.id ?? '')
  })
  const { draftId, gone } = expectValue(await copyInvoice(own, sent))
  expect(gone).toEqual({ customerName: name, accounts: 1 })
  const { draft } = expectValue(await openDraft(own, draftId))
  expect(draft).toMatchObject({ customerId: '', paymentAccountIds: [plusgiro] })
  expect((await getStartOverview(own)).again).toEqual([])
})
