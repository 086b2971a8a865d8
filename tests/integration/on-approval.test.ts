import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { updateCustomer } from '#db/queries/customers.ts'
import { withTenant } from '#db/with-tenant.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer, chooseSendOnApproval } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice, listReady } from '#lib/services/invoices/read-invoices.ts'
import { sendApproved } from '#lib/services/invoices/send-approved.ts'
import { approveRequests, listRequests, reopenRequests } from '#lib/services/recipients/requests.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let recipient: TenantContext
let supplier: TenantContext
let party: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  recipient = await newCompany(platform, 'recipient', '2120009903')
  party = await newParty(database.ownerUrl, {
    orgNumber: '2120009903',
    approval: 'manual',
    companyId: recipient.tenantId,
  })
})

beforeEach(async () => {
  supplier = await newCompany(platform, 'supplier', '5599990008')
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

/** Two invoices that are ready and wait for the recipient's approval, the choice made or not. */
async function waiting(isChosen: boolean) {
  const asked = { partyId: party, customerNumber: '', message: '' }
  const { customerId } = expectValue(await addCustomer(supplier, asked))
  if (isChosen) expectValue(await chooseSendOnApproval(supplier, { customerId, isChosen }))
  const invoiceIds: string[] = []
  for (const _ of [1, 2]) {
    const saved = await savedDraft(supplier, customerId)
    expectValue(await prepareInvoice(supplier, saved))
    invoiceIds.push(saved.invoiceId)
  }
  const { open } = await listRequests(recipient)
  const requestId = open.find((request) => request.customerId === customerId)?.id ?? ''
  return { customerId, invoiceIds, requestId }
}

const jobsFor = (customerId: string) =>
  owner`select data, extract(epoch from start_after - created_on) as wait from pgboss.job
    where name = 'send-approved' and data->>'customerId' = ${customerId}`
const lettersToSupplier = async () =>
  (await owner`select letter from mails where recipient = ${supplier.userEmail}`).map(({ letter }) => letter)
const statesOf = (invoiceIds: readonly string[]) =>
  Promise.all(invoiceIds.map(async (id) => (await getInvoice(supplier, id))?.invoice.state))

test('K10 where it was chosen, what is ready leaves after the approval, once, in the chooser’s name', async () => {
  const { customerId, invoiceIds, requestId } = await waiting(true)
  expect((await listReady(supplier)).map(({ problem }) => problem?.leavesByItself)).toEqual([true, true])
  expectValue(await approveRequests(recipient, { requestIds: [requestId] }))
  // Not before the approval can be undone no more.
  const jobs = await jobsFor(customerId)
  expect(jobs).toHaveLength(1)
  expect(Number(jobs[0]?.wait)).toBeGreaterThan(59)
  expect(await statesOf(invoiceIds)).toEqual(['ready', 'ready'])
  expect(await lettersToSupplier()).toEqual(['link-approved-sends'])
  const job = { tenantId: supplier.tenantId, customerId }
  await Promise.all([sendApproved(platform, job), sendApproved(platform, job)])
  expect(await statesOf(invoiceIds)).toEqual(['sent', 'sent'])
  for (const invoiceId of invoiceIds) {
    const found = await getInvoice(supplier, invoiceId)
    expect(found?.invoice.version).toBe(1)
    expect(found?.events.find(({ event }) => event === 'sent')?.actorName).toBe(supplier.userName)
  }
})

test('K10 where it was not chosen nothing leaves by itself', async () => {
  const { customerId, invoiceIds, requestId } = await waiting(false)
  expect((await listReady(supplier)).map(({ problem }) => problem?.leavesByItself)).toEqual([false, false])
  expectValue(await approveRequests(recipient, { requestIds: [requestId] }))
  expect(await jobsFor(customerId)).toHaveLength(0)
  expect(await lettersToSupplier()).toEqual(['link-approved'])
  await sendApproved(platform, { tenantId: supplier.tenantId, customerId })
  expect(await statesOf(invoiceIds)).toEqual(['ready', 'ready'])
})

test('K10 nothing leaves when the approval was undone, the choice taken back, or the chooser is gone', async () => {
  const { customerId, invoiceIds, requestId } = await waiting(true)
  const job = { tenantId: supplier.tenantId, customerId }
  const approve = async () => expectValue(await approveRequests(recipient, { requestIds: [requestId] }))
  const reopen = async () => expectValue(await reopenRequests(recipient, { requestIds: [requestId] }))
  await approve()
  await reopen()
  await sendApproved(platform, job)
  expect(await statesOf(invoiceIds)).toEqual(['ready', 'ready'])
  await approve()
  // Approved anew, it is planned anew.
  expect(await jobsFor(customerId)).toHaveLength(2)
  expectValue(await chooseSendOnApproval(supplier, { customerId, isChosen: false }))
  await sendApproved(platform, job)
  expect(await statesOf(invoiceIds)).toEqual(['ready', 'ready'])
  await withTenant(platform.db, supplier.tenantId, (tx) =>
    updateCustomer(tx, supplier.tenantId, customerId, { sendOnApprovalBy: recipient.userId }),
  )
  await sendApproved(platform, job)
  expect(await statesOf(invoiceIds)).toEqual(['ready', 'ready'])
  expectValue(await chooseSendOnApproval(supplier, { customerId, isChosen: true }))
  await sendApproved(platform, job)
  expect(await statesOf(invoiceIds)).toEqual(['sent', 'sent'])
})

test('K10 nobody chooses it for another company’s customer', async () => {
  const { customerId } = await waiting(false)
  const other = await newCompany(platform, 'supplier', '5599991006')
  const chosen = { customerId, isChosen: true }
  expect(await chooseSendOnApproval(other, chosen)).toMatchObject({ code: 'unknown-customer' })
  expect(await chooseSendOnApproval(supplier, { ...chosen, customerId: newId() })).toMatchObject({
    ok: false,
  })
  expect((await listReady(supplier)).some(({ problem }) => problem?.leavesByItself)).toBe(false)
})
