import { newId } from '#lib/core/ids.ts'
import { expectValue } from '#lib/core/result.ts'
import { emptyLine, type InvoiceDraft } from '#lib/invoice/draft.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { addCustomer } from '#lib/services/customers/customers.ts'
import { saveDraft, startDraft } from '#lib/services/invoices/drafts.ts'
import { prepareInvoice } from '#lib/services/invoices/prepare-invoice.ts'

/** A saved draft with lines at 25, 12 and 6 %, ready to go on with but for `change`. */
export async function savedDraft(
  ctx: TenantContext,
  customerId: string,
  change: Partial<InvoiceDraft> = {},
): Promise<{ invoiceId: string; revision: number }> {
  const invoiceId = newId()
  const { draft } = await startDraft(ctx, { invoiceId, lineKey: newId(), customerId })
  const line = (itemName: string, unitPrice: string, vatChoice: string) => ({
    ...emptyLine(newId(), { vatChoice }),
    itemName,
    quantity: '2',
    unitPrice,
  })
  const filled: InvoiceDraft = {
    ...draft,
    buyerReference: 'FM8440',
    lines: [
      line('Bänkskiva', '1 299,50', 'rate-25'),
      line('Lunch', '84,75', 'rate-12'),
      line('Bok', '149,50', 'rate-6'),
    ],
    ...change,
  }
  const { revision } = expectValue(await saveDraft(ctx, { invoiceId, revision: 0, draft: filled }))
  return { invoiceId, revision }
}

/** An invoice in *Godkänn och skicka*, to a new customer for the party. */
export async function readyInvoice(ctx: TenantContext, partyId: string): Promise<string> {
  const { customerId } = expectValue(await addCustomer(ctx, { partyId, customerNumber: '', message: '' }))
  const saved = await savedDraft(ctx, customerId)
  expectValue(await prepareInvoice(ctx, saved))
  return saved.invoiceId
}
