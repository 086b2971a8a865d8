import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transaction } from '#db/client.ts'
import { deleteOldestArticles, searchArticles, setArticleForgotten } from '#db/queries/articles.ts'
import {
  countAttachments,
  deleteRemovedAttachments,
  findAttachment,
  findUsedKeys,
  listAttachments,
  listAttachmentsOf,
  updateAttachment,
} from '#db/queries/attachments.ts'
import {
  deletePaymentAccount,
  findHighestNumber,
  getCompany,
  getNumberSeries,
  listPaymentAccounts,
  setDefaultPaymentAccount,
  updateCompany,
  updateNumberSeries,
  updatePaymentAccount,
  updateSeriesForm,
} from '#db/queries/companies.ts'
import {
  findCustomer,
  findCustomerOfParty,
  findCustomers,
  listCustomers,
  listInvoicesOfCustomer,
  listRegister,
  lockCustomer,
  updateCustomer,
} from '#db/queries/customers.ts'
import {
  beginAttempt,
  cancelDelivery,
  findDelivery,
  findDeliveryOfVersion,
  finishAttempt,
  hasLeft,
  listLeaving,
  lockDelivery,
  moveDelivery,
} from '#db/queries/deliveries.ts'
import { listCreditable, listCreditNotes, listCreditsOf, listReplacements } from '#db/queries/follow-ups.ts'
import {
  countUnread,
  findInboxDocument,
  listInbox,
  lockInboxDocument,
  markOpened,
  updateAnswer,
} from '#db/queries/inbox.ts'
import { findInvoiceVersion, findStanding, listInvoiceEvents } from '#db/queries/invoice-versions.ts'
import {
  countInvoices,
  findDraftBefore,
  findInvoice,
  findInvoices,
  isNumberTaken,
  listInvoicesInState,
  lockInvoice,
  lockInvoices,
  markSent,
  setDraftRemoved,
  updateDraft,
  updateInvoice,
} from '#db/queries/invoices.ts'
import {
  findRequestToRecipient,
  listRequestsOfCustomer,
  listRequestsToRecipient,
  markReminded,
  reopenOwnRequest,
  updateRequestNumber,
  withdrawOpenRequest,
} from '#db/queries/link-requests.ts'
import { findPdf } from '#db/queries/pdfs.ts'
import { countSentInvoices, listDeliveredOf, listSentInvoices } from '#db/queries/sent-invoices.ts'
import {
  bringTemplateBack,
  countTemplates,
  findTemplate,
  listTemplateNames,
  listTemplates,
  updateTemplate,
} from '#db/queries/templates.ts'
import { continueAsTenant, withTenant } from '#db/with-tenant.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyDraft } from '#lib/invoice/draft.ts'
import { addAttachment } from '#lib/services/attachments/add-attachment.ts'
import { removeAttachment } from '#lib/services/attachments/change-attachment.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer, removeCustomer } from '#lib/services/customers/customers.ts'
import { deliver } from '#lib/services/delivery/deliver.ts'
import { answerDocument } from '#lib/services/inbox/answer-document.ts'
import { listInbox as readInbox } from '#lib/services/inbox/inbox.ts'
import { creditInvoice } from '#lib/services/invoices/credit-invoice.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { getInvoice } from '#lib/services/invoices/read-invoices.ts'
import { replaceInvoice } from '#lib/services/invoices/replace-invoice.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { makePdf } from '#lib/services/pdf/make-pdf.ts'
import { removeTemplate } from '#lib/services/templates/change-template.ts'
import { saveTemplate } from '#lib/services/templates/save-template.ts'
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts'
import { newParty } from '#tests/setup/directory.ts'
import { csvOf } from '#tests/setup/files.ts'
import { readyInvoice, savedDraft, undeliveredInvoice } from '#tests/setup/invoices.ts'
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
  leaving: string
  ready: string
  customer: string
  party: string
  delivery: string
  message: string
  document: string
  rejected: string
} & Awaited<ReturnType<typeof moreBelongings>>

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
  await deliver(platform, { tenantId: victim.tenantId, deliveryId: delivery, after: 0 })
  await makePdf(platform, { tenantId: victim.tenantId, invoiceId: invoice, version: 1 })
  const customer = found?.invoice.customerId ?? ''
  // Another of the victim's invoices, whose delivery has failed.
  await undeliveredInvoice(victim, await readyInvoice(victim, party), 'failed')
  const leaving = await readyInvoice(victim, party)
  await sendInvoices({ ...victim, undoSeconds: 60 }, [leaving])
  const { invoiceId: draft } = await savedDraft(victim, customer)
  const [received] = await withTenant(platform.db, recipient.tenantId, (tx) =>
    listInbox(tx, recipient.tenantId, 1),
  )
  const more = await moreBelongings(invoice, draft)
  const message = found?.delivery?.messageId ?? ''
  const rejected = await rejectedInvoice(party)
  ids = {
    invoice,
    draft,
    leaving,
    ready: await readyInvoice(victim, party),
    customer,
    party,
    delivery,
    message,
    document: received?.id ?? '',
    rejected,
    ...more,
  }
})

afterAll(async () => {
  await platform.close()
  await database.drop()
})

const failure = (now: Date) => ({
  state: 'failed' as const,
  now,
  nextAttemptAt: null,
  failureCode: 'gave-up',
})

/** Another of the victim's invoices, which the recipient has rejected, and a draft in its place. */
async function rejectedInvoice(party: string): Promise<string> {
  const invoice = await readyInvoice(victim, party)
  await sendInvoices(victim, [invoice])
  const delivery = (await getInvoice(victim, invoice))?.delivery?.id ?? ''
  await deliver(platform, { tenantId: victim.tenantId, deliveryId: delivery, after: 0 })
  const { documents } = await readInbox(recipient)
  const documentId = documents[0]?.id ?? ''
  expectValue(await answerDocument(recipient, { documentId, answer: 'rejected', text: 'Nej' }))
  expectValue(await replaceInvoice(victim, invoice))
  return invoice
}

/** Files, templates, requests and a credit note of the victim's, some of them taken away. */
async function moreBelongings(invoice: string, draft: string) {
  const file = async () =>
    expectValue(await addAttachment(victim, { invoiceId: draft, fileName: 'tabell.csv', bytes: csvOf() })).id
  const template = async (name: string) =>
    expectValue(
      await saveTemplate(victim, {
        name,
        termsDays: '',
        keepLines: true,
        draft: emptyDraft({ lineKey: '1' }),
      }),
    ).id
  const [attachment, removedAttachment] = [await file(), await file()]
  expectValue(await removeAttachment(victim, removedAttachment))
  const [kept, removedTemplate] = [await template('Hyra'), await template('Städning')]
  expectValue(await removeTemplate(victim, { templateId: removedTemplate }))
  const credit = expectValue(await creditInvoice(victim, invoice)).draftId
  expectValue(await prepareInvoice(victim, { invoiceId: credit, revision: 1 }))
  const row = await withTenant(platform.db, victim.tenantId, (tx) =>
    findAttachment(tx, victim.tenantId, attachment),
  )
  const [article] = await withTenant(platform.db, victim.tenantId, (tx) =>
    searchArticles(tx, victim.tenantId, planks),
  )
  const open = await askedCustomer('2120009911')
  const withdrawn = await askedCustomer('2120009929')
  expectValue(await removeCustomer(victim, { customerId: withdrawn.customer }))
  return {
    attachment,
    key: row?.key ?? '',
    template: kept,
    removedTemplate,
    article: article?.id ?? '',
    asked: open.customer,
    request: open.request,
    withdrawnRequest: withdrawn.request,
    account:
      (await withTenant(platform.db, victim.tenantId, (tx) => listPaymentAccounts(tx, victim.tenantId)))[0]
        ?.id ?? '',
  }
}

/** A customer that the recipient is asked for, and has not answered. */
async function askedCustomer(orgNumber: string) {
  const partyId = await newParty(database.ownerUrl, {
    orgNumber,
    approval: 'manual',
    companyId: recipient.tenantId,
    contactEmail: 'ekonomi@mottagaren.example',
  })
  const asked = { partyId, customerNumber: '17', message: 'Hej' }
  const { customerId: customer } = expectValue(await addCustomer(victim, asked))
  const [request] = await withTenant(platform.db, victim.tenantId, (tx) =>
    listRequestsOfCustomer(tx, victim.tenantId, customer),
  )
  return { customer, request: request?.id ?? '' }
}

const planks = { words: ['bankskiva'], whole: 'bankskiva', customerId: null, limit: 10 }

type Query = (tx: Transaction, tenantId: string) => Promise<unknown>

/** Every query that reads or changes a row by a tenant and an id; what it gives when it finds nothing. */
const queries: Record<string, { query: Query; nothing: unknown; ofRecipient?: true }> = {
  findDraftBefore: {
    query: (tx, t) => findDraftBefore(tx, t, { customerId: ids.customer, begun: new Date('2999-01-01') }),
    nothing: null,
  },
  findInvoice: { query: (tx, t) => findInvoice(tx, t, ids.invoice), nothing: null },
  findInvoices: { query: (tx, t) => findInvoices(tx, t, [ids.invoice]), nothing: [] },
  lockInvoices: { query: (tx, t) => lockInvoices(tx, t, [ids.invoice]), nothing: [] },
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
    query: (tx, t) =>
      listSentInvoices(tx, t, {
        since: null,
        words: [],
        status: null,
        withVoided: true,
        sort: 'sent',
        descending: true,
        after: null,
        limit: 10,
      }),
    nothing: [],
  },
  countSentInvoices: { query: (tx, t) => countSentInvoices(tx, t, 'failed'), nothing: 0 },
  listDeliveredOf: {
    query: (tx, t) =>
      listDeliveredOf(tx, t, { sentBy: victim.userId, from: new Date(0), to: new Date('2999-01-01') }),
    nothing: [],
  },
  listInvoiceEvents: { query: (tx, t) => listInvoiceEvents(tx, t, ids.invoice), nothing: [] },
  findStanding: { query: (tx, t) => findStanding(tx, t, ids.invoice), nothing: null },
  findInvoiceVersion: { query: (tx, t) => findInvoiceVersion(tx, t, ids.invoice, 1), nothing: null },
  lockDelivery: { query: (tx, t) => lockDelivery(tx, t, ids.delivery), nothing: null },
  findDelivery: { query: (tx, t) => findDelivery(tx, t, ids.delivery), nothing: null },
  findDeliveryOfVersion: { query: (tx, t) => findDeliveryOfVersion(tx, t, ids.invoice, 1), nothing: null },
  cancelDelivery: {
    query: (tx, t) => cancelDelivery(tx, t, { invoiceId: ids.leaving, version: 1, now: new Date() }),
    nothing: null,
  },
  hasLeft: { query: (tx, t) => hasLeft(tx, t, ids.invoice), nothing: false },
  listLeaving: { query: (tx, t) => listLeaving(tx, t, 10), nothing: [] },
  findPdf: { query: (tx, t) => findPdf(tx, t, ids.message), nothing: null },
  listCustomers: { query: (tx, t) => listCustomers(tx, t), nothing: [] },
  findCustomer: { query: (tx, t) => findCustomer(tx, t, ids.customer), nothing: null },
  findCustomers: { query: (tx, t) => findCustomers(tx, t, [ids.customer]), nothing: [] },
  findCustomerOfParty: { query: (tx, t) => findCustomerOfParty(tx, t, ids.party), nothing: null },
  lockCustomer: { query: (tx, t) => lockCustomer(tx, t, ids.customer), nothing: null },
  updateCustomer: {
    query: (tx, t) => updateCustomer(tx, t, ids.customer, { customerNumber: '99' }),
    nothing: false,
  },
  listRegister: {
    query: (tx, t) => listRegister(tx, t, { filter: 'all', folded: '', text: '', digits: '', limit: 10 }),
    nothing: [],
  },
  listInvoicesOfCustomer: { query: (tx, t) => listInvoicesOfCustomer(tx, t, ids.customer, 10), nothing: [] },
  listRequestsOfCustomer: { query: (tx, t) => listRequestsOfCustomer(tx, t, ids.asked), nothing: [] },
  withdrawOpenRequest: {
    query: (tx, t) => withdrawOpenRequest(tx, t, ids.asked, new Date()),
    nothing: false,
  },
  markReminded: {
    query: (tx, t) =>
      markReminded(tx, t, ids.asked, { now: new Date(), notAfter: new Date(), tokenExpiresAt: new Date() }),
    nothing: null,
  },
  listRequestsToRecipient: {
    query: (tx, t) => listRequestsToRecipient(tx, t, ['open'], 10),
    nothing: [],
    ofRecipient: true,
  },
  findRequestToRecipient: {
    query: (tx, t) => findRequestToRecipient(tx, t, ids.request),
    nothing: null,
    ofRecipient: true,
  },
  setDraftRemoved: { query: (tx, t) => setDraftRemoved(tx, t, ids.draft, new Date()), nothing: false },
  listCreditNotes: { query: (tx, t) => listCreditNotes(tx, t, ids.invoice), nothing: [] },
  listReplacements: { query: (tx, t) => listReplacements(tx, t, ids.rejected), nothing: [] },
  listCreditable: { query: (tx, t) => listCreditable(tx, t, 10), nothing: [] },
  listCreditsOf: { query: (tx, t) => listCreditsOf(tx, t, ids.invoice, ids.draft), nothing: [] },
  listAttachments: { query: (tx, t) => listAttachments(tx, t, ids.draft), nothing: [] },
  countAttachments: { query: (tx, t) => countAttachments(tx, t, [ids.draft]), nothing: new Map() },
  listAttachmentsOf: { query: (tx, t) => listAttachmentsOf(tx, t, [ids.draft]), nothing: [] },
  findAttachment: { query: (tx, t) => findAttachment(tx, t, ids.attachment), nothing: null },
  findUsedKeys: { query: (tx, t) => findUsedKeys(tx, t, [ids.key]), nothing: new Set() },
  countTemplates: { query: (tx, t) => countTemplates(tx, t), nothing: 0 },
  listTemplates: { query: (tx, t) => listTemplates(tx, t), nothing: [] },
  listTemplateNames: { query: (tx, t) => listTemplateNames(tx, t), nothing: [] },
  findTemplate: { query: (tx, t) => findTemplate(tx, t, ids.template), nothing: null },
  updateTemplate: {
    query: (tx, t) => updateTemplate(tx, t, ids.template, { name: 'Något annat' }),
    nothing: false,
  },
  searchArticles: { query: (tx, t) => searchArticles(tx, t, planks), nothing: [] },
  setArticleForgotten: {
    query: (tx, t) => setArticleForgotten(tx, t, ids.article, new Date()),
    nothing: false,
  },
  bringTemplateBack: { query: (tx, t) => bringTemplateBack(tx, t, ids.removedTemplate), nothing: null },
  getCompany: { query: (tx, t) => getCompany(tx, t).catch(() => null), nothing: null },
  listPaymentAccounts: { query: (tx, t) => listPaymentAccounts(tx, t), nothing: [] },
  getNumberSeries: {
    query: (tx, t) => getNumberSeries(tx, t, 'invoice', 0, { lock: false }).catch(() => null),
    nothing: null,
  },
  findHighestNumber: {
    query: (tx, t) => findHighestNumber(tx, t, { prefix: '', from: 1, below: null }),
    nothing: null,
  },
  listInbox: { query: (tx, t) => listInbox(tx, t, 10), nothing: [], ofRecipient: true },
  findInboxDocument: {
    query: (tx, t) => findInboxDocument(tx, t, ids.document),
    nothing: null,
    ofRecipient: true,
  },
  lockInboxDocument: {
    query: (tx, t) => lockInboxDocument(tx, t, ids.document),
    nothing: null,
    ofRecipient: true,
  },
  countUnread: { query: (tx, t) => countUnread(tx, t), nothing: 0, ofRecipient: true },
  markOpened: {
    query: (tx, t) => markOpened(tx, t, ids.document, new Date()),
    nothing: false,
    ofRecipient: true,
  },
}

/** Changes that give nothing back: what is in `table` of the victim's must be as it was. */
const changes: Record<string, { table: string; change: Query; ofRecipient?: true }> = {
  updateInvoice: {
    table: 'invoices',
    change: (tx, t) => updateInvoice(tx, t, ids.draft, { buyerName: 'Någon annan' }),
  },
  markSent: { table: 'invoices', change: (tx, t) => markSent(tx, t, [ids.ready], new Date()) },
  updateAnswer: {
    table: 'inbox_documents',
    ofRecipient: true,
    change: (tx, t) => updateAnswer(tx, t, ids.document, accepted()),
  },
  updateAttachment: {
    table: 'attachments',
    change: (tx, t) => updateAttachment(tx, t, ids.attachment, { description: 'Något annat' }),
  },
  deleteOldestArticles: { table: 'articles', change: (tx, t) => deleteOldestArticles(tx, t, 1) },
  deleteRemovedAttachments: {
    table: 'attachments',
    change: (tx, t) => deleteRemovedAttachments(tx, t, new Date(Date.now() + 60_000)),
  },
  updateRequestNumber: {
    table: 'link_requests',
    change: (tx, t) => updateRequestNumber(tx, t, ids.asked, '99'),
  },
  reopenOwnRequest: {
    table: 'link_requests',
    change: (tx, t) => reopenOwnRequest(tx, t, ids.withdrawnRequest, null),
  },
  updateCompany: {
    table: 'companies',
    change: (tx, t) => updateCompany(tx, t, { ...invoiceDefaults, footer: 'Något annat' }, new Date()),
  },
  updatePaymentAccount: {
    table: 'payment_accounts',
    change: (tx, t) =>
      updatePaymentAccount(tx, t, ids.account, { number: '9912346', bic: '', ocrMode: 'none' }),
  },
  setDefaultPaymentAccount: {
    table: 'payment_accounts',
    change: (tx, t) => setDefaultPaymentAccount(tx, t, '00000000-0000-4000-8000-000000000000'),
  },
  deletePaymentAccount: {
    table: 'payment_accounts',
    change: (tx, t) => deletePaymentAccount(tx, t, ids.account),
  },
  updateNumberSeries: {
    table: 'number_series',
    change: (tx, t) => updateNumberSeries(tx, t, 'invoice', 0, 500),
  },
  updateSeriesForm: {
    table: 'number_series',
    change: (tx, t) => updateSeriesForm(tx, t, 'invoice', { prefix: 'X', minDigits: 4 }),
  },
}

const invoiceDefaults = {
  defaultTermsDays: 10,
  interestText: '',
  roundToKrona: true,
  defaultVatChoice: 'rate-6',
  pricesIncludeVat: true,
  accountingCurrency: 'SEK' as const,
}

const accepted = () => ({
  answer: 'accepted' as const,
  answerText: '',
  answeredAt: new Date(),
  answeredByName: 'Någon Annan',
})

/** Everything somebody has in a table, as one hash. */
async function hashOf(tx: Transaction, table: string, tenantId: string): Promise<string> {
  const key = sql.identifier(table === 'companies' ? 'id' : 'tenant_id')
  const [row] = await tx.execute<{ hash: string }>(
    sql`select md5(string_agg(to_jsonb(t)::text, '' order by to_jsonb(t)::text)) as hash
      from ${sql.identifier(table)} t where ${key} = ${tenantId}`,
  )
  return row?.hash ?? ''
}

/** Does something and undoes it all: no test sees what another did. */
async function undone<Value>(
  run: (work: (tx: Transaction) => Promise<void>) => Promise<void>,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const undo = new Error('undone')
  const done: Value[] = []
  await run(async (tx) => {
    done.push(await work(tx))
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return done[0] ?? expect.unreachable()
}

const withoutTenant = (work: (tx: Transaction) => Promise<void>) => platform.db.transaction(work)

const asTenant = (tenantId: string) => (work: (tx: Transaction) => Promise<void>) =>
  withTenant(platform.db, tenantId, work)

/** Queries of a tenant that only add rows, wait, or are shown in tests of their own: the tenant is written, not sought. */
const writersOnly = [
  'insertDraft',
  'insertAttachment',
  'insertTemplate',
  'lockTemplates',
  'lockArticles',
  'upsertArticles',
  'insertInvoiceVersion',
  'insertDelivery',
  'beginAttempt',
  'finishAttempt',
  'moveDelivery',
  'planQuestion',
  'receiveDocument',
  'lockCompany',
  'insertPaymentAccount',
  'insertNumberSeries',
  'insertAudit',
  'insertInvoiceEvent',
  'insertPdf',
]

/** The database refuses it of the victim, who owns it, and of everybody else: sandbox.test.ts. */
const refusedToAll = ['removeSandbox']

test('every query that takes a tenant is in the table', () => {
  const folder = new URL('../../db/queries/', import.meta.url)
  const names = readdirSync(folder).flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8')
    return [...source.matchAll(/export async function (\w+)\(\s*(?:db|tx): \w+,\s*tenantId: string/g)].map(
      (match) => match[1],
    )
  })
  expect(names.length).toBeGreaterThan(25)
  const known = [...Object.keys(queries), ...Object.keys(changes), ...writersOnly, ...refusedToAll]
  expect(names.sort()).toEqual(known.sort())
})

describe('row-level security alone: a query that asks for the victim’s rows in the intruder’s transaction', () => {
  for (const name of Object.keys(queries)) {
    test(name, async () => {
      const { query, nothing, ofRecipient } = queries[name] ?? expect.unreachable()
      const owner = ofRecipient ? recipient : victim
      // The positive control: the owner finds it.
      const found = await undone(asTenant(owner.tenantId), async (tx) => ({
        value: await query(tx, owner.tenantId),
      }))
      expect(found.value).not.toEqual(nothing)
      const seen = await undone(asTenant(intruder.tenantId), async (tx) => ({
        value: await query(tx, owner.tenantId),
      }))
      expect(seen.value).toEqual(nothing)
    })
  }

  for (const [name, { table, change, ofRecipient }] of Object.entries(changes)) {
    test(name, async () => {
      const { tenantId } = ofRecipient ? recipient : victim
      // The positive control: the owner's own change is one.
      const [before, after] = await undone(asTenant(tenantId), async (tx) => {
        const hash = await hashOf(tx, table, tenantId)
        await change(tx, tenantId)
        return [hash, await hashOf(tx, table, tenantId)]
      })
      expect(after).not.toBe(before)
      const left = await undone(asTenant(intruder.tenantId), async (tx) => {
        await change(tx, tenantId)
        await continueAsTenant(tx, tenantId)
        return hashOf(tx, table, tenantId)
      })
      expect(left).toBe(before)
    })
  }

  test('beginAttempt, finishAttempt and moveDelivery change nothing', async () => {
    const now = new Date()
    await withTenant(platform.db, intruder.tenantId, async (tx) => {
      expect(await beginAttempt(tx, victim.tenantId, ids.delivery, { after: 0, now })).toBeNull()
      expect(await finishAttempt(tx, victim.tenantId, ids.delivery, 1, failure(now))).toBe(false)
      const move = { from: 'delivered', outcome: { state: 'failed', code: 'gave-up' }, now } as const
      expect(await moveDelivery(tx, victim.tenantId, ids.delivery, move)).toBe(false)
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
      const seen = await undone(withoutTenant, async (tx) => ({ value: await query(tx, intruder.tenantId) }))
      expect(seen.value).toEqual(nothing)
    })
  }

  for (const [name, { table, change, ofRecipient }] of Object.entries(changes)) {
    test(name, async () => {
      const { tenantId } = ofRecipient ? recipient : victim
      const [before, after] = await undone(withoutTenant, async (tx) => {
        const hash = await hashOf(tx, table, tenantId)
        await change(tx, intruder.tenantId)
        return [hash, await hashOf(tx, table, tenantId)]
      })
      expect(after).toBe(before)
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
