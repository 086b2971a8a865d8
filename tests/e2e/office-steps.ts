import { join } from 'node:path'
import { type BrowserContext, expect } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { connect } from '#db/client.ts'
import { openJobQueue } from '#db/jobs.ts'
import { insertAgreementAcceptance } from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { readAgreement } from '#lib/adapters/agreement.ts'
import { systemClock } from '#lib/adapters/clock.ts'
import { openFolderStore } from '#lib/adapters/storage/folder-store.ts'
import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import { luhnDigit } from '#lib/party/luhn.ts'
import { openSession } from '#lib/services/account/sessions.ts'
import type { Platform, TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { listInbox } from '#lib/services/inbox/inbox.ts'
import { saveDraft, startDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'
import { sendInvoices } from '#lib/services/invoices/send-invoices.ts'
import { approveRequests, listRequests, withdrawApproval } from '#lib/services/recipients/requests.ts'
import { authSecret } from '#scripts/environment.ts'
import { openPostgres } from '#scripts/postgres.ts'
import { newParty } from '#tests/setup/directory.ts'
import { newCompany } from '#tests/setup/platform.ts'
import { test as base } from './fixtures.ts'

/** Who signs in: the supplier, or its one recipient. */
type Side = 'supplier' | 'recipient'

/** A supplier with a customer of its own in the running instance, put there by the services, not by pressing. */
export type Office = {
  readonly supplier: TenantContext
  readonly recipient: TenantContext
  readonly partyId: string
  readonly partyName: string
  readonly customerId: string
  /** A cookie of a new session, as `name=value`. */
  cookie(side?: Side): Promise<string>
  /** The browser is signed in from the next page on. */
  signIn(context: BrowserContext, side?: Side): Promise<void>
  /** Saves a complete draft, of 812,50 kr with VAT but for `change`. */
  draft(change?: Partial<InvoiceDraft>): Promise<{ invoiceId: string; revision: number; draft: InvoiceDraft }>
  /** Puts an invoice in *Godkänn och skicka*. */
  ready(change?: Partial<InvoiceDraft>): Promise<{ invoiceId: string; number: string }>
  /** Sends one; the instance's worker delivers it, at once or after so many seconds. */
  sent(change?: Partial<InvoiceDraft>, undoSeconds?: number): Promise<{ invoiceId: string; number: string }>
}

/** The DATA_DIR of the instance under test. */
export function instanceFolder(): string {
  const dataDir = process.env.TALONG_DATA_DIR
  if (!dataDir) throw new Error('Set TALONG_DATA_DIR to the DATA_DIR of the instance under test')
  return dataDir
}

/** Playwright's test with an office of the test's own. */
export const test = base.extend<{ office: Office }>({
  office: async ({ baseURL }, use) => {
    const { platform, close } = await openPlatform()
    await use(await openOffice(platform, baseURL ?? ''))
    await close()
  },
})

/** What the services run on, beside the instance's own processes: its database, queue, store and secret. */
async function openPlatform(): Promise<{ platform: Platform; close: () => Promise<void> }> {
  const { db, close } = connect(openPostgres(instanceFolder()).appUrl(), { max: 4, name: 'test' })
  const jobs = await openJobQueue(db, (error) => {
    throw error
  })
  const silent = () => undefined
  const platform = {
    db,
    jobs,
    clock: systemClock,
    log: { info: silent, warn: silent, error: silent },
    store: openFolderStore(join(instanceFolder(), 'attachments')),
    accessPoint: null,
    linkSecret: authSecret(instanceFolder()),
  }
  return {
    platform,
    close: async () => {
      await jobs.stop()
      await close()
    },
  }
}

async function openOffice(platform: Platform, origin: string): Promise<Office> {
  const supplier = await newCompany(platform, 'supplier', newOrgNumber())
  const recipient = await newCompany(platform, 'recipient', newOrgNumber())
  for (const ctx of [supplier, recipient]) await acceptAgreement(ctx)
  const orgNumber = newOrgNumber()
  const partyName = `Mottagaren ${orgNumber}`
  const ownerUrl = openPostgres(instanceFolder()).ownerUrl()
  const partyId = await newParty(ownerUrl, { orgNumber, name: partyName, companyId: recipient.tenantId })
  const added = await addCustomer(supplier, { partyId, customerNumber: '', message: '' })
  const { customerId } = expectValue(added)
  const cookie = async (side: Side = 'supplier') => {
    const { userId } = side === 'supplier' ? supplier : recipient
    const secret = await openSession(platform.db, userId, new Date())
    const token = await encode({ token: { sub: secret }, secret: platform.linkSecret })
    return `talong-session=${token}`
  }
  const draft = (change: Partial<InvoiceDraft> = {}) => savedDraft(supplier, customerId, change)
  const ready = async (change: Partial<InvoiceDraft> = {}) => {
    const saved = await draft(change)
    return { invoiceId: saved.invoiceId, ...expectValue(await prepareInvoice(supplier, saved)) }
  }
  return {
    supplier,
    recipient,
    partyId,
    partyName,
    customerId,
    cookie,
    signIn: async (context, side) => {
      await context.clearCookies()
      const [name = '', value = ''] = (await cookie(side)).split('=')
      await context.addCookies([{ name, value, url: origin }])
    },
    draft,
    ready,
    sent: async (change, undoSeconds = 0) => {
      const prepared = await ready(change)
      const [outcome] = await sendInvoices({ ...supplier, undoSeconds }, [prepared.invoiceId])
      if (outcome?.problem !== null) throw new Error(`not sent: ${outcome?.problem}`)
      return prepared
    },
  }
}

/** A second recipient, who approves suppliers by hand: as a customer that awaits it, with the recipient's acts. */
export async function manualParty({ supplier, recipient }: Office) {
  const ownerUrl = openPostgres(instanceFolder()).ownerUrl()
  const orgNumber = newOrgNumber()
  const party = { orgNumber, companyId: recipient.tenantId, approval: 'manual' as const }
  const partyId = await newParty(ownerUrl, party)
  const added = await addCustomer(supplier, { partyId, customerNumber: '', message: '' })
  const requestOf = async (state: 'open' | 'approved') => (await listRequests(recipient))[state][0]?.id ?? ''
  return {
    customerId: expectValue(added).customerId,
    approve: async () =>
      expectValue(await approveRequests(recipient, { requestIds: [await requestOf('open')] })),
    withdraw: async (reason: string) =>
      expectValue(await withdrawApproval(recipient, { requestId: await requestOf('approved'), reason })),
  }
}

/** How many deliveries an invoice has. */
export async function deliveriesOf({ supplier }: Office, invoiceId: string): Promise<number> {
  const rows = await withTenant(supplier.db, supplier.tenantId, (tx) =>
    tx.execute(sql`select 1 from deliveries where invoice_id = ${invoiceId}`),
  )
  return rows.length
}

/** Waits until the invoice is in the recipient's inbox; gives its id there. */
export async function deliveredTo({ recipient }: Office, number: string): Promise<string> {
  const find = async () => {
    const { documents } = await listInbox(recipient)
    return documents.find((document) => document.number === number)?.id
  }
  await expect.poll(find, { timeout: 20_000 }).toBeDefined()
  return (await find()) ?? ''
}

/** A number with a right check digit that no demo company has. */
export function newOrgNumber(): string {
  const digits = `5598${String(Math.floor(Math.random() * 100_000)).padStart(5, '0')}`
  return `${digits}${luhnDigit(digits)}`
}

async function acceptAgreement(ctx: TenantContext): Promise<void> {
  const { version, locale, hash } = await readAgreement('sv')
  await withTenant(ctx.db, ctx.tenantId, (tx) =>
    insertAgreementAcceptance(tx, {
      tenantId: ctx.tenantId,
      id: newId(),
      userId: ctx.userId,
      version,
      locale,
      textHash: hash,
      acceptedAt: new Date(),
      address: ctx.address,
    }),
  )
}

async function savedDraft(ctx: TenantContext, customerId: string, change: Partial<InvoiceDraft>) {
  const invoiceId = newId()
  const { draft } = await startDraft(ctx, { invoiceId, lineKey: newId(), customerId })
  const line = { ...emptyLine(newId(), { vatChoice: 'rate-25' }), itemName: 'Hyvlade lister' }
  const filled: InvoiceDraft = {
    ...draft,
    buyerReference: 'FM8440',
    lines: [{ ...line, quantity: '1', unitPrice: '650' }],
    ...change,
  }
  const { revision } = expectValue(await saveDraft(ctx, { invoiceId, revision: 0, draft: filled }))
  return { invoiceId, revision, draft: filled }
}
