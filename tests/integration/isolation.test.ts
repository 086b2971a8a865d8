import { readdirSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transaction } from '#db/client.ts'
import { getCompany, getNumberSeries, listPaymentAccounts } from '#db/queries/companies.ts'
import { findCustomer, findCustomerOfParty, listCustomers } from '#db/queries/customers.ts'
import { beginAttempt, findDelivery, findDeliveryOfVersion, finishAttempt } from '#db/queries/deliveries.ts'
import { countFailedDeliveries } from '#db/queries/delivery-counts.ts'
import { countUnread, findInboxDocument, listInbox, markOpened } from '#db/queries/inbox.ts'
import {
  countInvoices,
  findInvoice,
  findInvoiceVersion,
  isNumberTaken,
  listInvoiceEvents,
  listInvoicesInState,
  listSentInvoices,
  lockInvoice,
  updateDraft,
} from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { readyInvoice, savedDraft } from '#tests/setup/invoices.ts'
import { newCompany, openPlatform } from '#tests/setup/platform.ts'

// Two walls keep companies apart: each query's filter and row-level security. Each is shown to hold alone.

let database: TestDatabase
let platform: Awaited<ReturnType<typeof openPlatform>>
let intruder: TenantContext
let victim: TenantContext
let recipient: TenantContext
let ids: {
  invoice: string
  draft: string
  customer: string
  party: string
  delivery: string
  document: string
}

beforeAll(async () => {
  database = await createTestDatabase()
  platform = await openPlatform(database.appUrl)
  victim = await newCompany(platform, 'supplier', '5599990008')
  intruder = await newCompany(platform, 'supplier', '5599991006')
  recipient = await newCompany(platform, 'recipient', '2120009903')
  const party = await newParty(database.ownerUrl, { orgNumber: '2120009903', companyId: recipient.tenantId })
  const invoice = await readyInvoice(victim, party)
  await sendInvoices(victim, [invoice])
  const found = await getInvoice(victim, invoice)
  const delivery = found?.delivery?.id ?? ''
  await deliver(platform, victim.tenantId, delivery)
  const customer = found?.invoice.customerId ?? ''
  await failDelivery(party)
  const { invoiceId: draft } = await savedDraft(victim, customer)
  const [received] = await withTenant(platform.db, recipient.tenantId, (tx) =>
    listInbox(tx, recipient.tenantId, 1),
  )
  ids = { invoice, draft, customer, party, delivery, document: received?.id ?? '' }
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

/** Another of the victim's invoices, whose delivery has failed. */
async function failDelivery(party: string): Promise<void> {
  const invoice = await readyInvoice(victim, party)
  await sendInvoices(victim, [invoice])
  const delivery = (await getInvoice(victim, invoice))?.delivery?.id ?? ''
  await withTenant(platform.db, victim.tenantId, async (tx) => {
    const attempt = await beginAttempt(tx, victim.tenantId, delivery, new Date())
    await finishAttempt(tx, victim.tenantId, delivery, attempt ?? 0, { state: 'failed', now: new Date() })
  })
}

type Query = (tx: Transaction, tenantId: string) => Promise<unknown>

/** Every query that reads or changes a row by a tenant and an id; what it gives when it finds nothing. */
const queries: Record<string, { query: Query; nothing: unknown; ofRecipient?: true }> = {
  findInvoice: { query: (tx, t) => findInvoice(tx, t, ids.invoice), nothing: null },
  lockInvoice: { query: (tx, t) => lockInvoice(tx, t, ids.invoice), nothing: null },
  updateDraft: {
    query: async (tx, t) => {
      const draft = (await findInvoice(tx, t, ids.draft))?.draft
      return draft
        ? updateDraft(tx, t, ids.draft, { revision: 1, draft, customerId: null, now: new Date() })
        : null
    },
    nothing: null,
  },
  isNumberTaken: { query: (tx, t) => isNumberTaken(tx, t, '1', ids.draft), nothing: false },
  countInvoices: { query: async (tx, t) => (await countInvoices(tx, t)).size, nothing: 0 },
  listInvoicesInState: { query: (tx, t) => listInvoicesInState(tx, t, 'draft', 10), nothing: [] },
  listSentInvoices: {
    query: (tx, t) => listSentInvoices(tx, t, { since: null, text: '', after: null, limit: 10 }),
    nothing: [],
  },
  listInvoiceEvents: { query: (tx, t) => listInvoiceEvents(tx, t, ids.invoice), nothing: [] },
  findInvoiceVersion: { query: (tx, t) => findInvoiceVersion(tx, t, ids.invoice, 1), nothing: null },
  findDelivery: { query: (tx, t) => findDelivery(tx, t, ids.delivery), nothing: null },
  findDeliveryOfVersion: { query: (tx, t) => findDeliveryOfVersion(tx, t, ids.invoice, 1), nothing: null },
  countFailedDeliveries: { query: (tx, t) => countFailedDeliveries(tx, t), nothing: 0 },
  listCustomers: { query: (tx, t) => listCustomers(tx, t), nothing: [] },
  findCustomer: { query: (tx, t) => findCustomer(tx, t, ids.customer), nothing: null },
  findCustomerOfParty: { query: (tx, t) => findCustomerOfParty(tx, t, ids.party), nothing: null },
  getCompany: { query: (tx, t) => getCompany(tx, t).catch(() => null), nothing: null },
  listPaymentAccounts: { query: (tx, t) => listPaymentAccounts(tx, t), nothing: [] },
  getNumberSeries: {
    query: (tx, t) => getNumberSeries(tx, t, 'invoice', { lock: false }).catch(() => null),
    nothing: null,
  },
  listInbox: { query: (tx, t) => listInbox(tx, t, 10), nothing: [], ofRecipient: true },
  findInboxDocument: {
    query: (tx, t) => findInboxDocument(tx, t, ids.document),
    nothing: null,
    ofRecipient: true,
  },
  // Before markOpened, whose positive control opens the only document.
  countUnread: { query: (tx, t) => countUnread(tx, t), nothing: 0, ofRecipient: true },
  markOpened: {
    query: (tx, t) => markOpened(tx, t, ids.document, new Date()),
    nothing: false,
    ofRecipient: true,
  },
}

/** Queries of a tenant that only add rows or are shown through the ones above: where the tenant is written, not sought. */
const writersOnly = [
  'insertDraft',
  'updateInvoice',
  'insertInvoiceVersion',
  'insertDelivery',
  'beginAttempt',
  'finishAttempt',
  'receiveDocument',
  'replacePaymentAccount',
  'insertNumberSeries',
  'updateNumberSeries',
  'updateCompany',
  'insertAudit',
  'insertInvoiceEvent',
]

test('every query that takes a tenant is in the table', () => {
  const folder = new URL('../../db/queries/', import.meta.url)
  const names = readdirSync(folder).flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8')
    return [...source.matchAll(/export async function (\w+)\(\s*(?:db|tx): \w+,\s*tenantId: string/g)].map(
      (match) => match[1],
    )
  })
  expect(names.length).toBeGreaterThan(25)
  expect(names.sort()).toEqual([...Object.keys(queries), ...writersOnly].sort())
})

describe('row-level security alone: a query that asks for the victim’s rows in the intruder’s transaction', () => {
  for (const name of Object.keys(queries)) {
    test(name, async () => {
      const { query, nothing, ofRecipient } = queries[name] ?? expect.unreachable()
      const owner = ofRecipient ? recipient : victim
      // The positive control: the owner finds it.
      expect(await withTenant(platform.db, owner.tenantId, (tx) => query(tx, owner.tenantId))).not.toEqual(
        nothing,
      )
      expect(await withTenant(platform.db, intruder.tenantId, (tx) => query(tx, owner.tenantId))).toEqual(
        nothing,
      )
    })
  }

  test('beginAttempt and finishAttempt change nothing', async () => {
    const now = new Date()
    await withTenant(platform.db, intruder.tenantId, async (tx) => {
      expect(await beginAttempt(tx, victim.tenantId, ids.delivery, now)).toBeNull()
      expect(await finishAttempt(tx, victim.tenantId, ids.delivery, 1, { state: 'failed', now })).toBe(false)
    })
    expect((await getInvoice(victim, ids.invoice))?.delivery?.state).toBe('delivered')
  })
})

describe('the query’s filter alone: row-level security taken away, the intruder’s own queries with the victim’s ids', () => {
  let bare: TestDatabase
  beforeAll(async () => {
    bare = database
    const owner = postgres(bare.ownerUrl, { max: 1 })
    const tables = await owner<{ name: string }[]>`select distinct tablename as name from pg_policies`
    for (const { name } of tables) {
      await owner`alter table ${owner(name)} no force row level security`
      await owner`alter table ${owner(name)} disable row level security`
    }
    await owner.end()
  })

  for (const name of Object.keys(queries)) {
    if (['getCompany', 'listPaymentAccounts', 'getNumberSeries'].includes(name)) continue
    test(name, async () => {
      const { query, nothing } = queries[name] ?? expect.unreachable()
      expect(await platform.db.transaction((tx) => query(tx, intruder.tenantId))).toEqual(nothing)
    })
  }

  test('what every company has one of is the intruder’s own', async () => {
    const [company, accounts] = await platform.db.transaction(async (tx) => [
      await getCompany(tx, intruder.tenantId),
      await listPaymentAccounts(tx, intruder.tenantId),
    ])
    expect(company.orgNumber).toBe('5599991006')
    expect(accounts).toHaveLength(1)
  })
})
