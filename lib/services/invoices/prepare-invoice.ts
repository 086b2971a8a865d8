import type { Transaction } from '#db/client.ts'
import { listAttachments } from '#db/queries/attachments.ts'
import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import { getCompany, listPaymentAccounts } from '#db/queries/companies.ts'
import { findCustomer, updateCustomer } from '#db/queries/customers.ts'
import { listCreditsOf } from '#db/queries/follow-ups.ts'
import { lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { together, withTenant } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { toFixedText } from '#lib/core/decimal.ts'
import { foldName } from '#lib/core/fold.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { composeInvoice } from '#lib/invoice/compose.ts'
import { customerAsOn, remainingOf } from '#lib/invoice/credit.ts'
import { completeDraft, type InvoiceDraft, isEmptyLine } from '#lib/invoice/draft.ts'
import { type Fault, fault, ruleFault } from '#lib/invoice/faults.ts'
import type { Invoice } from '#lib/invoice/model.ts'
import { invoiceFromJson, invoiceToJson } from '#lib/invoice/snapshot.ts'
import { draftDates } from '#lib/invoice/terms.ts'
import { parseVatNumber } from '#lib/party/vat-number.ts'
import { holdsOnlySending } from '#lib/rules/form-field.ts'
import { rememberArticles } from '#lib/services/articles/remember-articles.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { documentWords } from './document-words.ts'
import { chooseNumber, type NumberChoice } from './invoice-number.ts'
import { type BrokenRule, judgeBytes, verdictEvidence } from './judge-bytes.ts'
import { toPaymentAccount, toSellerProfile } from './profiles.ts'
import { readBuyer } from './read-demands.ts'

/** Why a draft does not become ready. `faults` carries what is to be put right. */
export type PrepareProblem =
  | { ok: false; code: 'incomplete'; details: readonly Fault[] }
  | { ok: false; code: 'unknown' | 'moved-on' | 'conflict'; details: undefined }

/**
 * *Gå vidare med fakturan* (S33): checks the draft on the server, by what its recipient demands too (K11), judges the bytes it becomes by the rules in force,
 * takes its number from the series under a lock, freezes the composed invoice and puts it in *Godkänn och skicka*,
 * all or nothing. An unedited proposal that
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
    const draft = completeDraft(found.draft)
    const [details, customer, accounts, files] = await together(
      getCompany(tx, ctx.tenantId),
      found.customerId ? findCustomer(tx, ctx.tenantId, found.customerId) : Promise.resolve(null),
      listPaymentAccounts(tx, ctx.tenantId),
      listAttachments(tx, ctx.tenantId, found.id),
    )
    const company = toSellerProfile(details)
    const today = todayInStockholm(now)
    const buyer = customer ? await readBuyer(tx, ctx, customer, today) : null
    const issueDate = draftDates(draft, today).issueDate ?? today
    const numbered = { invoiceId: found.id, kind: draft.kind, issueDate }
    const number = await chooseNumber(tx, ctx.tenantId, numbered, found.number, draft)
    const original = await findOriginal(tx, ctx.tenantId, found.id, draft)
    const composed = composeInvoice({
      draft,
      company,
      customer: buyer && original ? customerAsOn(original.invoice, buyer) : buyer,
      accounts: accounts.map(toPaymentAccount),
      number: number.value,
      today,
      files,
      words: documentWords(
        draft,
        customer?.card.address?.country ?? customer?.country ?? 'SE',
        today,
        company,
      ),
      ...(original === null ? {} : { remaining: original.remaining }),
    })
    const clash = numberFault(number, draft)
    if (!composed.ok) return fail('incomplete', [...clash, ...composed.details])
    if (clash.length > 0) return fail('incomplete', clash)
    const invoice = composed.value
    const judged = judgeBytes(toXmlBytes(writeInvoice(invoice)), now)
    const stops = judged.ok ? [] : judged.details.filter(({ rule }) => !holdsOnlySending(rule))
    if (stops.length > 0)
      return fail(
        'incomplete',
        stops.map((each) => toFault(each, draft)),
      )
    const verdict = judged.ok ? judged.value : null
    const counts = found.number === null
    await rememberArticles(tx, ctx.tenantId, draft, { at: now, customerId: found.customerId, counts })
    const ready = {
      state: 'ready' as const,
      number: number.value,
      snapshot: invoiceToJson(invoice),
      verdict,
      buyerName: invoice.buyer.name,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      currency: invoice.currency,
      originalId: original?.id ?? null,
      searchText: searchTextOf(invoice),
      amountDue: toFixedText(invoice.totals.amountDue, 2),
      readyAt: now,
      updatedAt: now,
    }
    const event = {
      invoiceId: found.id,
      version: found.version,
      event: 'prepared' as const,
      actorName: ctx.userName,
      evidence: { number: number.value, ...(verdict && verdictEvidence(verdict)) },
      at: now,
    }
    await together(
      number.take(),
      rememberOnCard(tx, ctx.tenantId, customer, draft),
      updateInvoice(tx, ctx.tenantId, found.id, ready),
      insertInvoiceEvent(tx, ctx.tenantId, event),
    )
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

/** A broken rule at its field of the form. The writer leaves out the empty lines: they have no number to count. */
function toFault(broken: BrokenRule, draft: InvoiceDraft): Fault {
  const keys = draft.lines.filter((line) => !isEmptyLine(line)).map((line) => line.key)
  return ruleFault(broken.rule, broken.fieldOf(keys))
}

/** T-04: a number typed by hand that another invoice has, or that is not the one this invoice got before. */
function numberFault({ value, taken, free, isKept }: NumberChoice, draft: InvoiceDraft): Fault[] {
  if (taken) return [fault('invoice-number-taken', 'invoiceNumber', { number: value, next: free })]
  const isChanged = isKept && draft.invoiceNumberEdited && draft.invoiceNumber.trim() !== value
  return isChanged ? [fault('invoice-number-kept', 'invoiceNumber', { number: value })] : []
}

/** The invoice a credit note names, when it was sent from here, and what is left of it to credit (T-12). */
async function findOriginal(tx: Transaction, tenantId: string, creditId: string, draft: InvoiceDraft) {
  const id = draft.kind === 'credit-note' ? draft.precedingInvoices[0]?.invoiceId : undefined
  if (id === undefined || !isUuid(id)) return null
  // Locked: two credit notes at once must not both find the whole of it left.
  const found = await lockInvoice(tx, tenantId, id)
  if (found?.kind !== 'invoice' || !found.snapshot || !found.sentAt) return null
  const credits = await listCreditsOf(tx, tenantId, id, creditId)
  const invoice = invoiceFromJson(found.snapshot)
  const remaining = remainingOf(
    invoice,
    credits.map((credit) => invoiceFromJson(credit.snapshot)),
  )
  return { id, invoice, remaining }
}

/** A VAT number that the register lacked is kept on the customer's card for the next invoice. */
async function rememberOnCard(
  tx: Transaction,
  tenantId: string,
  customer: Awaited<ReturnType<typeof findCustomer>>,
  draft: InvoiceDraft,
): Promise<void> {
  const typed = parseVatNumber(draft.buyerVatNumber)
  if (customer === null || !typed.ok || customer.card.vatNumber === typed.value) return
  await updateCustomer(tx, tenantId, customer.id, { card: { ...customer.card, vatNumber: typed.value } })
}

/** What a search for a sent document reads: number, buyer, references and amount, folded (S39). */
function searchTextOf(invoice: Invoice): string {
  const amount = toFixedText(invoice.totals.amountDue, 2)
  return foldName(
    [
      invoice.invoiceNumber,
      invoice.buyer.name,
      invoice.buyerReference,
      invoice.purchaseOrderReference,
      invoice.salesOrderReference,
      invoice.contractReference,
      invoice.projectReference,
      invoice.paymentReference,
      amount,
      amount.replace('.', ','),
      ...invoice.lines.map((line) => line.itemName),
    ]
      .join(' ')
      .slice(0, 10_000),
  )
}
