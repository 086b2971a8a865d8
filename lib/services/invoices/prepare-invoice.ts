import type { Transaction } from '#db/client.ts'
import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import {
  getCompany,
  getNumberSeries,
  listPaymentAccounts,
  updateNumberSeries,
} from '#db/queries/companies.ts'
import { findCustomer } from '#db/queries/customers.ts'
import { isNumberTaken, lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { toFixedText } from '#lib/core/decimal.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { composeInvoice } from '#lib/invoice/compose.ts'
import type { InvoiceDraft } from '#lib/invoice/draft.ts'
import { type Fault, fault } from '#lib/invoice/faults.ts'
import { invoiceToJson } from '#lib/invoice/snapshot.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { documentWords } from './document-words.ts'
import { formatNumber } from './drafts.ts'
import { toBuyerProfile, toPaymentAccount, toSellerProfile } from './profiles.ts'

/** Why a draft does not become ready. `faults` carries what is to be put right. */
export type PrepareProblem =
  | { ok: false; code: 'incomplete'; details: readonly Fault[] }
  | { ok: false; code: 'unknown' | 'moved-on' | 'conflict'; details: undefined }

/**
 * *Gå vidare med fakturan* (S33): checks the draft on the server, takes its number from the series under a lock,
 * freezes the composed invoice and puts it in *Godkänn och skicka*, all or nothing. An unedited proposal that
 * somebody else took meanwhile becomes the next free one; a number typed by hand that is taken is T-04.
 */
export async function prepareInvoice(
  ctx: TenantContext,
  input: { invoiceId: string; revision: number },
): Promise<Result<{ number: string }, never> | PrepareProblem> {
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await lockInvoice(tx, ctx.tenantId, input.invoiceId)
    if (!found) return fail('unknown')
    if (found.state !== 'draft') return fail('moved-on')
    if (found.revision !== input.revision) return fail('conflict')
    const company = toSellerProfile(await getCompany(tx, ctx.tenantId))
    const customer = found.customerId ? await findCustomer(tx, ctx.tenantId, found.customerId) : null
    const today = todayInStockholm(now)
    const number = await chooseNumber(tx, ctx.tenantId, found.id, found.number, found.draft)
    const composed = composeInvoice({
      draft: found.draft,
      company,
      customer: customer ? toBuyerProfile(customer) : null,
      accounts: (await listPaymentAccounts(tx, ctx.tenantId)).map(toPaymentAccount),
      number: number.value,
      today,
      words: documentWords(found.draft, customer?.country ?? 'SE', today),
    })
    const clash = numberFault(number, found.draft)
    if (!composed.ok) return fail('incomplete', [...clash, ...composed.details])
    if (clash.length > 0) return fail('incomplete', clash)
    const invoice = composed.value
    if (number.next !== null) await updateNumberSeries(tx, ctx.tenantId, 'invoice', number.next)
    await updateInvoice(tx, ctx.tenantId, found.id, {
      state: 'ready',
      number: number.value,
      snapshot: invoiceToJson(invoice),
      buyerName: invoice.buyer.name,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      currency: invoice.currency,
      amountDue: toFixedText(invoice.totals.amountDue, 2),
      readyAt: now,
      updatedAt: now,
    })
    await insertInvoiceEvent(tx, ctx.tenantId, {
      invoiceId: found.id,
      version: found.version,
      event: 'prepared',
      actorName: ctx.userName,
      evidence: { number: number.value },
      at: now,
    })
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'invoice.prepared',
      subjectId: found.id,
      details: { number: number.value },
      at: now,
    })
    return succeed({ number: number.value })
  })
}

/** T-04: a number typed by hand that another invoice has, or that is not the one this invoice got before. */
function numberFault({ value, taken, free, isKept }: NumberChoice, draft: InvoiceDraft): Fault[] {
  if (taken) return [fault('invoice-number-taken', 'invoiceNumber', { number: value, next: free })]
  const isChanged = isKept && draft.invoiceNumberEdited && draft.invoiceNumber.trim() !== value
  return isChanged ? [fault('invoice-number-kept', 'invoiceNumber', { number: value })] : []
}

/** The number an invoice gets, whether it is taken already, and where the series goes on if it came from there. */
type NumberChoice = { value: string; taken: boolean; free: string; isKept: boolean; next: number | null }

async function chooseNumber(
  tx: Transaction,
  tenantId: string,
  invoiceId: string,
  kept: string | null,
  draft: InvoiceDraft,
): Promise<NumberChoice> {
  // Taken back from Godkänn och skicka: it keeps the number it has.
  if (kept !== null) return { value: kept, taken: false, free: kept, isKept: true, next: null }
  const series = await getNumberSeries(tx, tenantId, 'invoice', { lock: true })
  let next = series.next
  while (await isNumberTaken(tx, tenantId, formatNumber(series, next), invoiceId)) next += 1
  const free = formatNumber(series, next)
  if (!draft.invoiceNumberEdited) return { value: free, taken: false, free, isKept: false, next: next + 1 }
  const typed = draft.invoiceNumber.trim()
  const taken = typed !== '' && (await isNumberTaken(tx, tenantId, typed, invoiceId))
  return { value: typed, taken, free, isKept: false, next: typed === free ? next + 1 : null }
}
