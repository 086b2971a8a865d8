import type { Transaction } from '#db/client.ts'
import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { getCompany, getNumberSeries, listPaymentAccounts } from '#db/queries/companies.ts'
import { findCustomer, listCustomers } from '#db/queries/customers.ts'
import { findInvoice, insertDraft, isNumberTaken, updateDraft } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { emptyDraft, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { toBuyerProfile, toPaymentAccount, toSellerProfile } from './profiles.ts'

/** Everything the form needs: the draft, what it is checked against, and the customers to choose among. */
export type EditorData = Awaited<ReturnType<typeof readEditorData>> & {
  id: string
  /** 0 = nothing saved yet. */
  revision: number
  draft: InvoiceDraft
}

/** What the form needs besides the draft itself. */
async function readEditorData(ctx: TenantContext, tx: Transaction) {
  const [company, accounts, customers] = [
    toSellerProfile(await getCompany(tx, ctx.tenantId)),
    (await listPaymentAccounts(tx, ctx.tenantId)).map(toPaymentAccount),
    (await listCustomers(tx, ctx.tenantId)).map(toBuyerProfile),
  ]
  return { company, accounts, customers, today: todayInStockholm(ctx.clock.now()) }
}

/** A new invoice's form: nothing is stored, and no number is taken, before something is typed. */
export async function startDraft(
  ctx: TenantContext,
  ids: { invoiceId: string; lineKey: string; customerId?: string },
): Promise<EditorData> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const data = await readEditorData(ctx, tx)
    const details = await getCompany(tx, ctx.tenantId)
    const known = data.customers.some((customer) => customer.customerId === ids.customerId)
    const draft = emptyDraft({
      lineKey: ids.lineKey,
      ...(known && ids.customerId ? { customerId: ids.customerId } : {}),
      invoiceNumber: await proposeNumber(tx, ctx.tenantId, ids.invoiceId),
      issueDate: data.today,
      paymentTermsDays: String(details.defaultTermsDays),
      sellerContactName: ctx.userName,
      paymentAccountIds: data.accounts.slice(0, 1).map((account) => account.id),
    })
    return { ...data, id: ids.invoiceId, revision: 0, draft }
  })
}

/** A saved draft's form. Null when it is not the company's; `moved-on` when it no longer is a draft. */
export async function openDraft(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<EditorData, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!found) return fail('unknown')
    if (found.state !== 'draft') return fail('moved-on')
    const data = await readEditorData(ctx, tx)
    return succeed({ ...data, id: found.id, revision: found.revision, draft: found.draft })
  })
}

/** The next number of the series that no invoice has. A proposal: it is taken at *Gå vidare*. */
export async function proposeNumber(tx: Transaction, tenantId: string, invoiceId: string): Promise<string> {
  const series = await getNumberSeries(tx, tenantId, 'invoice', { lock: false })
  for (let next = series.next; ; next += 1) {
    const number = formatNumber(series, next)
    if (!(await isNumberTaken(tx, tenantId, number, invoiceId))) return number
  }
}

/** A number of a series as it is written (BT-1). */
export function formatNumber(series: { prefix: string; minDigits: number }, next: number): string {
  return `${series.prefix}${String(next).padStart(series.minDigits, '0')}`
}

/**
 * Saves a draft as typed, however incomplete (K15). `revision` is the one the form last knew, 0 for a new one;
 * `conflict` when another window saved in between, and nothing is overwritten.
 */
export async function saveDraft(
  ctx: TenantContext,
  input: { invoiceId: string; revision: number; draft: InvoiceDraft },
): Promise<Result<{ revision: number; savedAt: string }, 'conflict' | 'moved-on'>> {
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const customerId = await ownCustomerId(ctx, tx, input.draft.customerId)
    const saved = (revision: number) => succeed({ revision, savedAt: now.toISOString() })
    if (input.revision === 0) {
      const row = { id: input.invoiceId, draft: input.draft, customerId, createdBy: ctx.userId, now }
      if (!(await insertDraft(tx, ctx.tenantId, row))) return fail('conflict')
      await insertInvoiceEvent(tx, ctx.tenantId, {
        invoiceId: input.invoiceId,
        version: 0,
        event: 'created',
        actorName: ctx.userName,
        evidence: {},
        at: now,
      })
      return saved(1)
    }
    const revision = await updateDraft(tx, ctx.tenantId, input.invoiceId, {
      revision: input.revision,
      draft: input.draft,
      customerId,
      now,
    })
    if (revision !== null) return saved(revision)
    const current = await findInvoice(tx, ctx.tenantId, input.invoiceId)
    return fail(current?.state === 'draft' ? 'conflict' : 'moved-on')
  })
}

async function ownCustomerId(
  ctx: TenantContext,
  tx: Transaction,
  customerId: string,
): Promise<string | null> {
  if (!isUuid(customerId)) return null
  return (await findCustomer(tx, ctx.tenantId, customerId)) ? customerId : null
}
