import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectValue } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'
import { openDraft, saveDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { countWaiting, getInvoice, listDrafts, listReady } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { listSent, noSentFilter, type SentQuery } from '#lib/services/invoices/sent-invoices.ts'
import { removeDraft, restoreDraft, voidInvoice } from '#lib/services/invoices/void-invoice.ts'
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

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  supplier = await newCompany(platform, 'supplier', '5599990008')
  other = await newCompany(platform, 'supplier', '5599991006')
  const recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
  customerId = await customerOf(supplier)
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

async function customerOf(ctx: TenantContext): Promise<string> {
  return expectValue(await addCustomer(ctx, { partyId, customerNumber: '', message: '' })).customerId
}

/** An invoice with this number, sent, with one line of this price. */
async function sentInvoice(ctx: TenantContext, customer: string, number: string, unitPrice: string) {
  const draft = await savedDraft(ctx, customer, {
    invoiceNumber: number,
    invoiceNumberEdited: true,
    purchaseOrderReference: `Order Åäö-${number}`,
  })
  // Only the first line, at the price.
  const opened = expectValue(await openDraft(ctx, draft.invoiceId))
  const [line] = opened.draft.lines
  if (!line) throw new Error('a draft of three lines has none')
  const { revision } = expectValue(
    await saveDraft(ctx, {
      ...draft,
      draft: { ...opened.draft, lines: [{ ...line, quantity: '1', unitPrice }] },
    }),
  )
  expectValue(await prepareInvoice(ctx, { invoiceId: draft.invoiceId, revision }))
  expect(await sendInvoices(ctx, [draft.invoiceId])).toMatchObject([{ problem: null }])
  return draft.invoiceId
}

async function found(ctx: TenantContext, query: Partial<SentQuery>): Promise<(string | null)[]> {
  const { documents } = await listSent(ctx, { ...noSentFilter, ...query })
  return documents.map((row) => row.number)
}

test('a search finds by number, reference, customer and amount, all words at once, and never another company’s', async () => {
  await sentInvoice(supplier, customerId, 'F-2041', '9876')
  await sentInvoice(supplier, customerId, 'F-2042', '1')
  await sentInvoice(other, await customerOf(other), 'F-2043', '9876')
  const { documents } = await listSent(supplier, noSentFilter)
  const name = documents[0]?.buyerName ?? ''
  expect(await found(supplier, { text: 'f-2041' })).toEqual(['F-2041'])
  expect(await found(supplier, { text: 'order ÅÄÖ-F-2042' })).toEqual(['F-2042'])
  expect(await found(supplier, { text: '12 345,00' })).toEqual(['F-2041'])
  expect((await found(supplier, { text: name.toUpperCase() })).sort()).toEqual(['F-2041', 'F-2042'])
  expect(await found(supplier, { text: `${name} 12345` })).toEqual(['F-2041'])
  expect(await found(supplier, { text: '2043' })).toEqual([])
  expect(await found(other, { text: 'f-204' })).toEqual(['F-2043'])
  expect(await found(supplier, { text: '%' })).toHaveLength(2)
})

test('every order is followed over the pages, none twice and none left out', async () => {
  const own = await newCompany(platform, 'supplier', '5599992004')
  const customer = await customerOf(own)
  for (const number of ['9', '10', '11'])
    await sentInvoice(own, customer, number, number === '10' ? '5' : '7')
  for (const sort of ['sent', 'number', 'recipient', 'issued', 'due', 'amount'] as const) {
    for (const descending of [true, false]) {
      const whole = await found(own, { sort, descending })
      const paged: (string | null)[] = []
      let after: string | null = ''
      while (after !== null) {
        const page: Awaited<ReturnType<typeof listSent>> = await listSent(own, {
          ...noSentFilter,
          sort,
          descending,
          after,
          limit: 1,
        })
        paged.push(...page.documents.map((row) => row.number))
        after = page.next
      }
      expect(paged, `${sort} ${descending}`).toEqual(whole)
      expect(paged).toHaveLength(3)
    }
  }
  expect(await found(own, { sort: 'number', descending: false })).toEqual(['9', '10', '11'])
  expect((await found(own, { sort: 'amount', descending: false }))[0]).toBe('10')
  expect(await found(own, { after: `${own.tenantId}_2026-99-99 nonsense` })).toHaveLength(3)
})

test('a ready invoice that is removed is voided: its number stays taken and shows under everything', async () => {
  const own = await newCompany(platform, 'supplier', '5599993002')
  const customer = await customerOf(own)
  const draft = await savedDraft(own, customer)
  expect(expectValue(await prepareInvoice(own, draft)).number).toBe('1')
  expectValue(await voidInvoice(own, draft.invoiceId))
  const voided = await getInvoice(own, draft.invoiceId)
  expect(voided?.invoice).toMatchObject({ state: 'voided', number: '1' })
  expect(voided?.events.at(-1)).toMatchObject({ event: 'voided', actorName: 'Prov Person' })
  expect(await listReady(own)).toEqual([])
  expect(await found(own, {})).toEqual([])
  expect(await found(own, { range: 'all' })).toEqual(['1'])
  expect(await found(own, { status: 'voided' })).toEqual(['1'])
  expect(expectValue(await prepareInvoice(own, await savedDraft(own, customer))).number).toBe('2')
  expect(await sendInvoices(own, [draft.invoiceId])).toMatchObject([{ problem: 'not-ready' }])
  expect(await voidInvoice(own, draft.invoiceId)).toMatchObject({ ok: false, code: 'moved-on' })
})

test('a sent invoice is not voided, and nobody voids or removes what is another company’s', async () => {
  const sent = await sentInvoice(supplier, customerId, '3001', '10')
  expect(await voidInvoice(supplier, sent)).toMatchObject({ ok: false, code: 'moved-on' })
  const draft = await savedDraft(supplier, customerId)
  expect(await voidInvoice(other, sent)).toMatchObject({ ok: false, code: 'unknown' })
  expect(await removeDraft(other, draft.invoiceId)).toMatchObject({ ok: false })
  expect(await creditInvoice(other, sent)).toMatchObject({ ok: false, code: 'unknown' })
  expect((await listDrafts(supplier)).map((row) => row.id)).toContain(draft.invoiceId)
})

test('a removed draft is gone from list, count and form until it is brought back', async () => {
  const own = await newCompany(platform, 'supplier', '5599994000')
  const { invoiceId } = await savedDraft(own, await customerOf(own))
  expectValue(await removeDraft(own, invoiceId))
  expect(await listDrafts(own)).toEqual([])
  expect((await countWaiting(own)).drafts).toBe(0)
  expect(await openDraft(own, invoiceId)).toMatchObject({ ok: false, code: 'unknown' })
  expectValue(await restoreDraft(own, invoiceId))
  expect((await listDrafts(own)).map((row) => row.id)).toEqual([invoiceId])
  expect((await countWaiting(own)).drafts).toBe(1)
})

test('a credit draft references its original and mirrors its sums; pressed again it is the same one', async () => {
  const own = await newCompany(platform, 'supplier', '5599995007')
  const customer = await customerOf(own)
  const sent = await sentInvoice(own, customer, '77', '1 299,50')
  const presses = await Promise.all([creditInvoice(own, sent), creditInvoice(own, sent)])
  const [draftId, again] = presses.map((press) => expectValue(press).draftId)
  expect(again).toBe(draftId)
  const credit = await getInvoice(own, draftId ?? '')
  expect(credit?.invoice).toMatchObject({
    state: 'draft',
    kind: 'credit-note',
    originalId: sent,
    number: null,
  })
  expect(credit?.invoice.draft.precedingInvoices).toMatchObject([{ invoiceId: sent, number: '77' }])
  const original = await getInvoice(own, sent)
  expect(original?.creditNotes).toMatchObject([{ id: draftId, state: 'draft' }])
  expect(original?.events.filter((event) => event.event === 'credited')).toHaveLength(1)
  expectValue(
    await prepareInvoice(own, { invoiceId: draftId ?? '', revision: credit?.invoice.revision ?? 0 }),
  )
  const ready = await getInvoice(own, draftId ?? '')
  expect(ready?.invoice.amountDue).toBe(original?.invoice.amountDue)
  expect(ready?.original?.number).toBe('77')
  expect(await creditInvoice(own, draftId ?? '')).toMatchObject({ ok: false, code: 'moved-on' })
})

test('a ready invoice that cannot be sent yet stands in the list with its reason', async () => {
  const own = await newCompany(platform, 'supplier', '5599996005')
  const manual = await newParty(database.ownerUrl, { orgNumber: '5599997003', approval: 'manual' })
  const { customerId: waiting } = expectValue(
    await addCustomer(own, { partyId: manual, customerNumber: '', message: '' }),
  )
  expectValue(await prepareInvoice(own, await savedDraft(own, waiting)))
  expect(await listReady(own)).toMatchObject([{ files: 0, problem: { code: 'awaiting-approval' } }])
})
