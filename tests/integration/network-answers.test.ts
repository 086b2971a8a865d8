import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { luhnDigit } from '#lib/party/luhn.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { receiveResponse } from '#lib/services/delivery/receive-response.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { invoiceResponse, type ResponseFacts } from '#tests/setup/invoice-response.ts'
import { readyInvoice } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let supplier: TenantContext
let seller: string
let partyId: string
let serial = 0

/** Nothing is handed over here: that it is connected decides the channel. */
const accessPoint = {
  submit: async () => ({ answer: 'taken' as const }),
  status: async () => ({ answer: 'unknown' as const }),
}

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', channels: ['peppol'] })
})

beforeEach(async () => {
  serial += 1
  const digits = `559999${String(serial).padStart(3, '0')}`
  seller = `${digits}${luhnDigit(digits)}`
  supplier = { ...(await newCompany(platform, 'supplier', seller)), accessPoint }
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

async function sentInvoice(): Promise<string> {
  const invoiceId = await readyInvoice(supplier, partyId)
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: null }])
  return invoiceId
}

const arrives = async (facts: ResponseFacts = {}) => {
  const received = await receiveResponse(platform, invoiceResponse({ to: `0007:${seller}`, ...facts }))
  return received.ok ? received.value : received.code
}

test('K28 an answer out of the network is on the supplier’s timeline, with the recipient’s words, and once', async () => {
  const invoiceId = await sentInvoice()
  const asked = { id: 'first', code: 'UQ', reasons: ['Vilket projekt?'] }
  const presses = await Promise.all(Array.from({ length: 5 }, () => arrives(asked)))
  expect(presses.toSorted()).toEqual(['ignored', 'ignored', 'ignored', 'ignored', 'recorded'])
  expect(await arrives(asked)).toBe('ignored')
  expect(await arrives({ id: 'second', code: 'AP' })).toBe('recorded')
  expect(await arrives({ id: 'third', code: 'PD' })).toBe('recorded')
  const found = await getInvoice(supplier, invoiceId)
  expect(found?.invoice).toMatchObject({ state: 'answered', answer: 'paid' })
  expect(found?.events.slice(-3)).toMatchObject([
    {
      event: 'under-query',
      actorName: 'Mottagaren 2120009903',
      evidence: { text: 'Vilket projekt?', responseId: 'first', responseCode: 'UQ' },
    },
    { event: 'accepted' },
    { event: 'paid' },
  ])
})

test('K28 a rejection out of the network lets the supplier make a new invoice', async () => {
  const invoiceId = await sentInvoice()
  expect(await arrives({ code: 'RE', reasons: ['Fel referens'] })).toBe('recorded')
  expect((await getInvoice(supplier, invoiceId))?.invoice).toMatchObject({
    state: 'rejected',
    answerText: 'Fel referens',
  })
})

test('K28 an answer that names nothing here, comes from somebody else or says nothing new changes nothing', async () => {
  const invoiceId = await sentInvoice()
  const before = await getInvoice(supplier, invoiceId)
  for (const facts of [
    { number: '2' },
    { from: '0007:5599990008' },
    { to: '0007:5599999991' },
    { code: 'AB' },
    { code: 'IP' },
    { customization: 'urn:peppol:edec:mls:1.0' },
  ])
    expect(await arrives(facts)).toBe('ignored')
  expect(await receiveResponse(platform, new Uint8Array([60, 97]))).toMatchObject({ code: 'unreadable' })
  expect(await getInvoice(supplier, invoiceId)).toEqual(before)
})

test('K28 whoever answers has the invoice: one that nobody had confirmed is Klar', async () => {
  const invoiceId = await sentInvoice()
  const deliveryId = (await getInvoice(supplier, invoiceId))?.delivery?.id ?? ''
  await deliver({ ...platform, accessPoint }, { tenantId: supplier.tenantId, deliveryId, after: 0 })
  expect((await getInvoice(supplier, invoiceId))?.delivery?.state).toBe('handed-over')
  expect(await arrives({ id: 'answer' })).toBe('recorded')
  const found = await getInvoice(supplier, invoiceId)
  expect(found?.delivery).toMatchObject({
    state: 'delivered',
    nextAttemptAt: null,
    receipt: { receiptId: 'answer', delivery: 'confirmed' },
  })
  expect(found?.events.map(({ event }) => event).slice(-3)).toEqual(['handed-over', 'delivered', 'accepted'])
})

test('K28 participants are named with their scheme, in any case', async () => {
  await sentInvoice()
  const facts = { from: 'ISO6523-ACTORID-UPIS::0007:2120009903', to: `iso6523-actorid-upis::0007:${seller}` }
  expect(await arrives(facts)).toBe('recorded')
})
