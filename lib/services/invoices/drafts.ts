import type { Transaction } from '#db/client.ts'
import { insertInvoiceEvent } from '#db/queries/audit.ts'
import { getCompany, listPaymentAccounts } from '#db/queries/companies.ts'
import { findCustomer, listCustomers } from '#db/queries/customers.ts'
import { listCreditable } from '#db/queries/follow-ups.ts'
import { findInvoice, insertDraft, updateDraft } from '#db/queries/invoices.ts'
import { listProfilesInForce } from '#db/queries/requirement-profiles.ts'
import { listTemplateNames, updateTemplate } from '#db/queries/templates.ts'
import { together, withTenant } from '#db/with-tenant.ts'
import { unregisteredVatChoice } from '#lib/codelists/vat-choices.ts'
import { parseIsoDate, todayInStockholm } from '#lib/core/dates.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { type CopyReview, reviewCopy } from '#lib/invoice/copy-review.ts'
import { documentLanguageOf } from '#lib/invoice/document-words.ts'
import {
  completeDraft,
  type DraftDefaults,
  emptyDraft,
  type InvoiceDraft,
  type InvoiceKind,
} from '#lib/invoice/draft.ts'
import { withCustomer } from '#lib/invoice/with-customer.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { templateLimit } from '#lib/services/templates/list-templates.ts'
import { proposeNumber } from './invoice-number.ts'
import { toBuyerProfile, toPaymentAccount, toSellerProfile } from './profiles.ts'

/** Everything the form needs: the draft, what it is checked against, and the customers to choose among. */
export type EditorData = Awaited<ReturnType<typeof readEditorData>> & {
  id: string
  /** 0 = nothing saved yet. */
  revision: number
  draft: InvoiceDraft
  /** What the template it was opened from named and is no longer there: the usual stands in its place. */
  missing?: { customer: boolean; customerName: string; accounts: number }
  /** What there is to tell of the earlier invoice it was copied from. */
  copy?: CopyReview
  /** The rejected invoice it is made in the place of, with the recipient's words. */
  replaces?: { number: string; reason: string }
}

/** How many sent invoices the form offers for credit; an older one is named by number and date. */
const mostCreditable = 200

/**
 * What the form needs besides the draft itself. A customer that was taken out of the register is there only while
 * the draft is for it.
 */
export async function readEditorData(
  ctx: TenantContext,
  tx: Transaction,
  of: { invoiceId: string; customerId?: string },
) {
  const today = todayInStockholm(ctx.clock.now())
  const propose = (kind: InvoiceKind) =>
    proposeNumber(tx, ctx.tenantId, { invoiceId: of.invoiceId, kind, issueDate: today })
  const [customers, details, accounts, templates, invoiceNumber, creditNoteNumber, creditable] =
    await together(
      listCustomers(tx, ctx.tenantId),
      getCompany(tx, ctx.tenantId),
      listPaymentAccounts(tx, ctx.tenantId),
      listTemplateNames(tx, ctx.tenantId),
      propose('invoice'),
      propose('credit-note'),
      listCreditable(tx, ctx.tenantId, mostCreditable),
    )
  const offered = customers.filter(({ id, removedAt }) => removedAt === null || id === of.customerId)
  const parties = offered.map(({ partyId }) => partyId)
  const profiles = await listProfilesInForce(tx, parties, today)
  return {
    company: toSellerProfile(details),
    accounts: accounts.map(toPaymentAccount),
    customers: offered.map((row) => toBuyerProfile(row, ctx, profiles.get(row.partyId))),
    templates: { templates, limit: templateLimit(ctx) },
    proposals: { invoice: invoiceNumber, 'credit-note': creditNoteNumber },
    creditable,
    today,
    usual: {
      termsDays: details.defaultTermsDays,
      pricesIncludeVat: details.pricesIncludeVat,
      vatChoice: details.vatRegistered ? details.defaultVatChoice : unregisteredVatChoice,
    },
  }
}

/** A new invoice's form: nothing is stored, and no number is taken, before something is typed. */
export async function startDraft(
  ctx: TenantContext,
  ids: { invoiceId: string; lineKey: string; customerId?: string },
): Promise<EditorData> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const data = await readEditorData(ctx, tx, ids)
    const customer = data.customers.find(({ customerId }) => customerId === ids.customerId)
    const draft = emptyDraft(newDraftDefaults(ctx, data, ids))
    return {
      ...data,
      id: ids.invoiceId,
      revision: 0,
      draft: withCustomer(draft, customer, undefined),
    }
  })
}

/** What any new invoice begins with: the proposed number, today, and the company's own terms and first account. */
export function newDraftDefaults(
  ctx: TenantContext,
  data: Awaited<ReturnType<typeof readEditorData>>,
  ids: { lineKey: string },
) {
  return {
    lineKey: ids.lineKey,
    invoiceNumber: data.proposals.invoice,
    issueDate: data.today,
    paymentTermsDays: String(data.usual.termsDays),
    pricesIncludeVat: data.usual.pricesIncludeVat,
    vatChoice: data.usual.vatChoice,
    sellerContactName: ctx.userName,
    paymentAccountIds: data.accounts.slice(0, 1).map((account) => account.id),
  } satisfies DraftDefaults
}

/** A saved draft's form. Null when it is not the company's; `moved-on` when it no longer is a draft. */
export async function openDraft(
  ctx: TenantContext,
  invoiceId: string,
): Promise<Result<EditorData & { savedAt: string }, 'unknown' | 'moved-on'>> {
  if (!isUuid(invoiceId)) return fail('unknown')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!found || found.removedAt) return fail('unknown')
    if (found.state !== 'draft') return fail('moved-on')
    const draft = completeDraft(found.draft)
    const data = await readEditorData(ctx, tx, { invoiceId, customerId: draft.customerId })
    const copy = await readCopyReview(ctx, tx, draft, data)
    const savedAt = found.updatedAt.toISOString()
    const rejected = found.replacesId ? await findInvoice(tx, ctx.tenantId, found.replacesId) : null
    const replaces = rejected && { number: rejected.number ?? '', reason: rejected.answerText }
    return succeed({
      ...data,
      id: found.id,
      revision: found.revision,
      draft,
      savedAt,
      ...(copy && { copy }),
      ...(replaces && { replaces }),
    })
  })
}

async function readCopyReview(
  ctx: TenantContext,
  tx: Transaction,
  draft: InvoiceDraft,
  { customers, today }: Pick<EditorData, 'customers' | 'today'>,
): Promise<CopyReview | undefined> {
  if (!isUuid(draft.copiedFrom)) return undefined
  const earlier = await findInvoice(tx, ctx.tenantId, draft.copiedFrom)
  const issueDate = parseIsoDate(earlier?.issueDate ?? '')
  if (!earlier || issueDate === null) return undefined
  const country = customers.find(({ customerId }) => customerId === draft.customerId)?.address.country
  const language = documentLanguageOf(draft, country ?? 'SE')
  const source = {
    draft: completeDraft(earlier.draft),
    number: earlier.number ?? '',
    issueDate,
    today,
    language,
  }
  return reviewCopy(source, draft)
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
      // The template it was opened from was used, now that there is an invoice of it (S27).
      if (isUuid(input.draft.templateId))
        await updateTemplate(tx, ctx.tenantId, input.draft.templateId, { lastUsedAt: now })
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
