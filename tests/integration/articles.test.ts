import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { maxArticles } from '#lib/invoice/articles.ts'
import { type DraftLine, emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { findArticles } from '#lib/services/articles/find-articles.ts'
import { forgetArticle, recallArticle } from '#lib/services/articles/forget-article.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'
import { openDraft, saveDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  const recipient = await newCompany(platform, 'recipient', '2120009903')
  const party = { orgNumber: '2120009903', companyId: recipient.tenantId }
  partyId = await newParty(database.ownerUrl, party)
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

/** A company of its own for each test, with one customer. */
async function supplierWithCustomer(orgNumber: string): Promise<TenantContext & { customerId: string }> {
  const ctx = await newCompany(platform, 'supplier', orgNumber)
  const added = await addCustomer(ctx, { partyId, customerNumber: '', message: '' })
  return { ...ctx, customerId: expectValue(added).customerId }
}

const line = (itemName: string, unitPrice: string, change: Partial<DraftLine> = {}): DraftLine => ({
  ...emptyLine(newId(), { unit: 'HUR', vatChoice: 'rate-12' }),
  itemName,
  unitPrice,
  ...change,
})

/** An invoice of these lines that has gone on. */
async function invoiced(
  ctx: TenantContext & { customerId: string },
  lines: readonly DraftLine[],
  change: Partial<InvoiceDraft> = {},
): Promise<string> {
  const saved = await savedDraft(ctx, ctx.customerId, { lines, ...change })
  expectValue(await prepareInvoice(ctx, saved))
  return saved.invoiceId
}

const offered = (ctx: TenantContext, typed: string) => findArticles(ctx, { typed, customerId: '' })

test('a line that went on is offered with price, unit, VAT and item number; the last price stands', async () => {
  const ctx = await supplierWithCustomer('5599990008')
  await invoiced(ctx, [line('Rivning av vägg', '595', { sellerItemId: 'R-1' })])
  await invoiced(ctx, [line('RIVNING av vägg', '1 640,50', { sellerItemId: 'R-1' })])
  expect(await offered(ctx, 'vägg')).toMatchObject([
    {
      itemName: 'RIVNING av vägg',
      unitPrice: '1640.5',
      unit: 'HUR',
      vatChoice: 'rate-12',
      sellerItemId: 'R-1',
      currency: 'SEK',
      timesUsed: 2,
      lastCustomerId: ctx.customerId,
    },
  ])
})

test('a draft is not remembered before Gå vidare, nor when Gå vidare stops', async () => {
  const ctx = await supplierWithCustomer('5599991006')
  const saved = await savedDraft(ctx, ctx.customerId, {
    lines: [line('Putsning', '100')],
    buyerReference: '',
  })
  expect(await offered(ctx, 'puts')).toEqual([])
  expect(await prepareInvoice(ctx, saved)).toMatchObject({ ok: false, code: 'incomplete' })
  expect(await offered(ctx, 'puts')).toEqual([])
})

test('an invoice counts once however often it is taken back, and its last price stands', async () => {
  const ctx = await supplierWithCustomer('5599992004')
  const invoiceId = await invoiced(ctx, [line('Slipning', '100'), line('Slipning', '110')])
  expect(await offered(ctx, 'slip')).toMatchObject([{ unitPrice: '110', timesUsed: 1 }])
  expectValue(await takeBack(ctx, invoiceId))
  const { draft, revision } = expectValue(await openDraft(ctx, invoiceId))
  const lines = [line('Slipning', '120'), line('Lackning', '200')]
  const saved = expectValue(await saveDraft(ctx, { invoiceId, revision, draft: { ...draft, lines } }))
  expectValue(await prepareInvoice(ctx, { invoiceId, revision: saved.revision }))
  expect(await offered(ctx, 'slip')).toMatchObject([{ unitPrice: '120', timesUsed: 1 }])
  expect(await offered(ctx, 'lack')).toMatchObject([{ unitPrice: '200', timesUsed: 1 }])
})

test('a credit note leaves prices and counts as they are', async () => {
  const ctx = await supplierWithCustomer('5599993002')
  const invoiceId = await invoiced(ctx, [line('Hyvling', '500')])
  await sendInvoices(ctx, [invoiceId])
  const delivery = (await getInvoice(ctx, invoiceId))?.delivery
  await deliver(platform, { tenantId: ctx.tenantId, deliveryId: delivery?.id ?? '', after: 0 })
  const { draftId } = expectValue(await creditInvoice(ctx, invoiceId))
  const { draft, revision } = expectValue(await openDraft(ctx, draftId))
  const lines = draft.lines.map((each) => ({ ...each, unitPrice: '300' }))
  const saved = expectValue(
    await saveDraft(ctx, { invoiceId: draftId, revision, draft: { ...draft, lines } }),
  )
  expectValue(await prepareInvoice(ctx, { invoiceId: draftId, revision: saved.revision }))
  expect(await offered(ctx, 'hyv')).toMatchObject([{ unitPrice: '500', timesUsed: 1 }])
})

test('another company is offered nothing of it, and cannot forget it', async () => {
  const ctx = await supplierWithCustomer('5599994000')
  const stranger = await supplierWithCustomer('5599995007')
  await invoiced(ctx, [line('Hemligt arbete', '999')])
  const [own] = await offered(ctx, 'hemligt')
  const articleId = own?.id ?? ''
  expect(await offered(stranger, 'hemligt')).toEqual([])
  expect(await forgetArticle(stranger, { articleId })).toMatchObject({ ok: false, code: 'unknown-article' })
  expect(await offered(ctx, 'hemligt')).toHaveLength(1)
})

test('a forgotten article is not offered until it is brought back, or invoiced again and counted anew', async () => {
  const ctx = await supplierWithCustomer('5599996005')
  for (const price of ['100', '110']) await invoiced(ctx, [line('Oljning', price)])
  const [article] = await offered(ctx, 'olj')
  const articleId = article?.id ?? ''
  expectValue(await forgetArticle(ctx, { articleId }))
  expect(await offered(ctx, 'olj')).toEqual([])
  expectValue(await recallArticle(ctx, { articleId }))
  expect(await offered(ctx, 'olj')).toMatchObject([{ timesUsed: 2 }])
  expectValue(await forgetArticle(ctx, { articleId }))
  await invoiced(ctx, [line('Oljning', '120')])
  expect(await offered(ctx, 'olj')).toMatchObject([{ unitPrice: '120', timesUsed: 1 }])
})

test('so many are kept and no more: those not used for longest go', async () => {
  const ctx = await supplierWithCustomer('5599997003')
  await invoiced(ctx, [line('Gammal vara', '1')])
  const later = { ...ctx, clock: { now: () => new Date(Date.now() + 60_000) } }
  const batch = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => line(`Vara nummer ${from + at}`, '1'))
  // With the two of each batch that are used again as many as are kept.
  await invoiced(later, batch(0, 999))
  await invoiced(later, [...batch(999, 998), line('Gammal vara', '2')])
  await invoiced(later, batch(1997, 2))
  const count = async () => {
    const [row] = await withTenant(platform.db, ctx.tenantId, (tx) =>
      tx.execute<{ count: number }>(
        sql`select count(*)::int as count from articles where tenant_id = ${ctx.tenantId}`,
      ),
    )
    return row?.count
  }
  expect(await count()).toBe(maxArticles)
  const latest = { ...ctx, clock: { now: () => new Date(Date.now() + 120_000) } }
  await invoiced(latest, [line('Ny vara', '3'), line('Gammal vara', '3')])
  expect(await count()).toBe(maxArticles)
  expect(await offered(latest, 'ny vara')).toHaveLength(1)
  expect(await offered(latest, 'gammal')).toMatchObject([{ unitPrice: '3', timesUsed: 3 }])
}, 60_000)

test('signs that a search could mean something else by find what is written with them, and nothing else', async () => {
  const ctx = await supplierWithCustomer('5599998001')
  await invoiced(ctx, [line('Rabatt 50 % på virke', '10'), line('Under_streck', '20')])
  expect(await offered(ctx, '50 %')).toHaveLength(1)
  for (const typed of ['%', '_', "'", '\\']) expect(await offered(ctx, typed)).toEqual([])
})
