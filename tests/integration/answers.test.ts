import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertPaymentAccount } from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import type { Answer } from '#lib/invoice/answers.ts'
import { newAccounts } from '#lib/invoice/paid-accounts.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { listAttachments } from '#lib/services/attachments/read-attachments.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { answerDocument } from '#lib/services/inbox/answer-document.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'
import { openDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice, getInvoiceXml } from '#lib/services/invoices/read-invoices.ts'
import { replaceInvoice } from '#lib/services/invoices/replace-invoice.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { takeBack } from '#lib/services/invoices/take-back.ts'
import { createTestDatabase, rowsOfTenant, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { csvOf } from '#tests/setup/files.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let supplier: TenantContext
let recipient: TenantContext
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

let serial = 0

beforeEach(async () => {
  serial += 1
  const digits = `559999${String(serial).padStart(3, '0')}`
  supplier = await newCompany(platform, 'supplier', `${digits}${luhnDigit(digits)}`)
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

type Change = Parameters<typeof savedDraft>[2]

/** An invoice that has reached the recipient's inbox, with a file; and the document there. */
async function received(change: Change = {}) {
  const { customerId } = expectValue(
    await addCustomer(supplier, { partyId, customerNumber: '', message: '' }),
  )
  const { invoiceId, revision } = await savedDraft(supplier, customerId, change)
  expectValue(await addAttachment(supplier, { invoiceId, fileName: 'tabell.csv', bytes: csvOf() }))
  expectValue(await prepareInvoice(supplier, { invoiceId, revision }))
  await sendInvoices(supplier, [invoiceId])
  await delivered(invoiceId)
  return { invoiceId, documentId: await documentOf(invoiceId) }
}

async function delivered(invoiceId: string): Promise<void> {
  const deliveryId = (await getInvoice(supplier, invoiceId))?.delivery?.id ?? ''
  await deliver(platform, { tenantId: supplier.tenantId, deliveryId, after: 0 })
}

async function documentOf(invoiceId: string): Promise<string> {
  const rows = await rowsOfTenant(owner, recipient.tenantId, 'inbox_documents', {
    sender_invoice_id: invoiceId,
  })
  return String(rows.at(-1)?.id)
}

const answer = (documentId: string, given: Answer, text = '') =>
  answerDocument(recipient, { documentId, answer: given, text })

test('an answer is on the supplier’s timeline at once, with who gave it, and in the audit log of both', async () => {
  const { invoiceId, documentId } = await received()
  expectValue(await answer(documentId, 'under-query', 'Vilken avdelning gäller det?'))
  const queried = await getInvoice(supplier, invoiceId)
  expect(queried?.invoice).toMatchObject({
    state: 'answered',
    answer: 'under-query',
    answerText: 'Vilken avdelning gäller det?',
  })
  expect(queried?.events.at(-1)).toMatchObject({
    event: 'under-query',
    actorName: 'Prov Person, Provbolaget 2120009903 AB',
    evidence: { text: 'Vilken avdelning gäller det?', receiptId: documentId },
  })
  expectValue(await answer(documentId, 'accepted'))
  expectValue(await answer(documentId, 'paid'))
  const found = await getInvoice(supplier, invoiceId)
  expect(found?.events.map(({ event }) => event).slice(-3)).toEqual(['under-query', 'accepted', 'paid'])
  expect(found?.invoice).toMatchObject({ state: 'answered', answer: 'paid', answerText: '' })
  const audited = async (tenantId: string, subject: string) =>
    (await rowsOfTenant(owner, tenantId, 'audit_log', { subject_id: subject })).map((row) => [
      row.action,
      row.details.answer,
    ])
  const given = ['under-query', 'accepted', 'paid']
  expect(await audited(recipient.tenantId, documentId)).toEqual(
    given.map((each) => ['document.answered', each]),
  )
  expect((await audited(supplier.tenantId, invoiceId)).slice(-3)).toEqual(
    given.map((each) => ['invoice.answered', each]),
  )
  const [document] = (await listInbox(recipient)).documents
  expect(document).toMatchObject({ id: documentId, answer: 'paid' })
})

test('of many answers at once one is given; a rejection and a payment are the last word', async () => {
  const { invoiceId, documentId } = await received()
  const presses = await Promise.all(
    Array.from({ length: 10 }, () => answer(documentId, 'rejected', 'Inget vi har beställt.')),
  )
  expect(presses.filter((press) => press.ok)).toHaveLength(1)
  expect(await answer(documentId, 'accepted')).toMatchObject({ ok: false, code: 'answered-already' })
  const found = await getInvoice(supplier, invoiceId)
  expect(found?.invoice.state).toBe('rejected')
  expect(found?.events.filter(({ event }) => event === 'rejected')).toHaveLength(1)
})

test('what is not the organisation’s cannot be answered, and nothing is said to be paid at once', async () => {
  const { documentId, invoiceId } = await received()
  const other = await newCompany(platform, 'recipient', '2120009911')
  const input = { documentId, answer: 'rejected', text: 'Nej' } as const
  expect(await answerDocument(other, input)).toMatchObject({ ok: false, code: 'unknown' })
  expect(await answer(newId(), 'accepted')).toMatchObject({ ok: false, code: 'unknown' })
  expect(await answer(documentId, 'paid')).toMatchObject({ ok: false, code: 'answered-already' })
  expect((await getInvoice(supplier, invoiceId))?.invoice.state).toBe('sent')
})

test('a rejected invoice stays as it was sent; the new draft has a new number, its files and everything typed', async () => {
  const typed = { note: 'Enligt avtal', deliverToCity: 'Umeå', deliverToPostalCode: '90326' }
  const { invoiceId, documentId } = await received(typed)
  const before = await getInvoice(supplier, invoiceId)
  const bytes = expectValue(await getInvoiceXml(supplier, invoiceId)).bytes
  expectValue(await answer(documentId, 'rejected', 'Fel referens.'))
  const presses = await Promise.all(Array.from({ length: 5 }, () => replaceInvoice(supplier, invoiceId)))
  const drafts = new Set(presses.map((press) => expectValue(press).draftId))
  expect(drafts.size).toBe(1)
  const [draftId = ''] = drafts
  const opened = expectValue(await openDraft(supplier, draftId))
  expect(opened.draft).toMatchObject({ ...typed, invoiceNumber: '2', lines: before?.invoice.draft.lines })
  expect(opened.replaces).toEqual({ number: '1', reason: 'Fel referens.' })
  expect((await listAttachments(supplier, draftId)).map(({ fileName }) => fileName)).toEqual(['tabell.csv'])
  const { number } = expectValue(
    await prepareInvoice(supplier, { invoiceId: draftId, revision: opened.revision }),
  )
  expect(number).toBe('2')
  expect(await sendInvoices(supplier, [draftId])).toMatchObject([{ problem: null }])
  await delivered(draftId)
  expect((await getInvoice(supplier, draftId))?.delivery?.state).toBe('delivered')
  const rows = await rowsOfTenant(owner, recipient.tenantId, 'inbox_documents', {
    sender_invoice_id: draftId,
  })
  expect(rows[0]?.attachments).toMatchObject([{ fileName: 'tabell.csv' }])
  // The old one: as sent, refused a second replacement, and open for credit.
  const after = await getInvoice(supplier, invoiceId)
  expect(after?.invoice).toMatchObject({ state: 'rejected', number: '1', draft: before?.invoice.draft })
  expect(expectValue(await getInvoiceXml(supplier, invoiceId)).bytes).toEqual(bytes)
  expect(after?.replacements).toMatchObject([{ id: draftId, number: '2', state: 'sent' }])
  expect(await replaceInvoice(supplier, invoiceId)).toMatchObject({ ok: false, code: 'moved-on' })
  expect(await takeBack(supplier, invoiceId)).toMatchObject({ ok: false, code: 'moved-on' })
  expect(await creditInvoice(supplier, invoiceId)).toMatchObject({ ok: true })
})

test('an invoice that was not rejected is not replaced', async () => {
  const { invoiceId, documentId } = await received()
  expect(await replaceInvoice(supplier, invoiceId)).toMatchObject({ ok: false, code: 'moved-on' })
  expectValue(await answer(documentId, 'accepted'))
  expect(await replaceInvoice(supplier, invoiceId)).toMatchObject({ ok: false, code: 'moved-on' })
})

test('an account that did not stand on this supplier’s last invoice is seen, and no other supplier’s counts', async () => {
  const changedOf = async (documentId: string) => {
    const found = (await listInbox(recipient)).documents.find(({ id }) => id === documentId)
    return newAccounts(found?.accounts ?? [], found?.accountsBefore ?? null)
  }
  const first = await received()
  const second = await received()
  expect(await changedOf(first.documentId)).toEqual([])
  expect(await changedOf(second.documentId)).toEqual([])
  const id = newId()
  const account = { id, kind: 'bankgiro', number: '9912346', isDefault: false } as const
  await withTenant(platform.db, supplier.tenantId, (tx) =>
    insertPaymentAccount(tx, supplier.tenantId, account),
  )
  const third = await received({ paymentAccountIds: [id] })
  expect(await changedOf(third.documentId)).toEqual(['bankgiro 9912346'])
  const fourth = await received({ paymentAccountIds: [id] })
  expect(await changedOf(fourth.documentId)).toEqual([])
  supplier = await newCompany(platform, 'supplier', '5599990008')
  expect(await changedOf((await received()).documentId)).toEqual([])
})
