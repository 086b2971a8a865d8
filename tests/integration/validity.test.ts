import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectValue } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { createTestDatabase, rowsOfTenant, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice, savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform, type TestPlatform } from '#tests/setup/platform.ts'

let database: TestDatabase
let platform: TestPlatform
let owner: postgres.Sql
let supplier: TenantContext
let partyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  owner = postgres(database.ownerUrl, { max: 1 })
  supplier = await newCompany(platform, 'supplier', '5599990008')
  const recipient = await newCompany(platform, 'recipient', '2120009903')
  partyId = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
})

afterAll(async () => {
  await platform.close()
  await owner.end()
  await database.drop()
})

const rowsOf = (table: string, column: string, invoiceId: string) =>
  rowsOfTenant(owner, supplier.tenantId, table, { [column]: invoiceId })

const on = (day: string): TenantContext => ({
  ...supplier,
  clock: { now: () => new Date(`${day}T12:00:00Z`) },
})

test.each([
  ['2026-11-25', '3.0.21'],
  ['2027-02-23', '3.0.21'],
  ['2027-02-24', '3.0.22'],
])('what is sent on %s has its verdict by %s, stored with it and told as evidence', async (day, ruleSet) => {
  const ctx = on(day)
  const invoiceId = await readyInvoice(ctx, partyId)
  const verdict = { ruleSet, cen: '1.3.16', verdict: 'clean', warnings: [] }
  expect(await rowsOf('invoices', 'id', invoiceId)).toMatchObject([{ state: 'ready', verdict }])
  expect(await sendInvoices(ctx, [invoiceId])).toMatchObject([{ problem: null }])
  expect(await rowsOf('invoice_versions', 'invoice_id', invoiceId)).toMatchObject([{ verdict }])
  const evidence = (await getInvoice(ctx, invoiceId))?.events.map((event) => event.evidence.rules ?? null)
  const judged = `Peppol BIS Billing ${ruleSet} · EN 16931 UBL 1.3.16`
  expect(evidence).toEqual([null, judged, judged])
})

test('a recipient whose address breaks its own country’s rule stops Gå vidare, at the recipient, with nothing used up', async () => {
  const wrong = await newParty(database.ownerUrl, {
    orgNumber: '5599994000',
    peppolIds: ['0192:123456789'],
  })
  const { customerId } = expectValue(
    await addCustomer(supplier, { partyId: wrong, customerNumber: '', message: '' }),
  )
  const draft = await savedDraft(supplier, customerId)
  expect(await prepareInvoice(supplier, draft)).toMatchObject({
    ok: false,
    code: 'incomplete',
    details: [
      {
        ruleId: 'PEPPOL-COMMON-R041',
        level: 'stop',
        field: 'customerId',
        code: 'rule-broken',
        params: { rule: 'PEPPOL-COMMON-R041' },
      },
    ],
  })
  expect(await rowsOf('invoices', 'id', draft.invoiceId)).toMatchObject([
    { state: 'draft', number: null, verdict: null },
  ])
})

test('for a recipient that has no address yet one goes on, without a verdict; it waits for the sending', async () => {
  const unreachable = await newParty(database.ownerUrl, {
    orgNumber: '5599995007',
    peppolIds: ['0007:123'],
    channels: [],
  })
  const invoiceId = await readyInvoice(supplier, unreachable)
  expect(await rowsOf('invoices', 'id', invoiceId)).toMatchObject([{ state: 'ready', verdict: null }])
  expect(await sendInvoices(supplier, [invoiceId])).toMatchObject([{ problem: 'cannot-receive' }])
})

test('an invoice that breaks a rule does not leave: nothing is frozen, queued or stored, and the rules are named', async () => {
  const invoiceId = await readyInvoice(supplier, partyId)
  const good = await readyInvoice(supplier, partyId)
  await owner.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${supplier.tenantId}, true)`
    await sql`update invoices set snapshot = jsonb_set(snapshot, '{invoice,buyerReference}', '""') where id = ${invoiceId}`
  })
  const stored = await keysOfStore()
  expect(await sendInvoices(supplier, [invoiceId, good])).toMatchObject([
    { problem: 'not-valid', rules: ['PEPPOL-EN16931-R003'] },
    { problem: null },
  ])
  expect(await rowsOf('invoice_versions', 'invoice_id', invoiceId)).toEqual([])
  expect(await rowsOf('deliveries', 'invoice_id', invoiceId)).toEqual([])
  expect(await rowsOf('invoices', 'id', invoiceId)).toMatchObject([{ state: 'ready', version: 0 }])
  expect((await keysOfStore()).length).toBe(stored.length + 1)
})

async function keysOfStore(): Promise<readonly string[]> {
  const keys: string[] = []
  for await (const object of platform.store.list('xml/')) keys.push(object.key)
  return keys
}
