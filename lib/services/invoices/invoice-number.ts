import type { Transaction } from '#db/client.ts'
import { getNumberSeries, updateNumberSeries } from '#db/queries/companies.ts'
import { isNumberTaken } from '#db/queries/invoices.ts'
import type { IsoDate } from '#lib/core/dates.ts'
import type { InvoiceDraft, InvoiceKind } from '#lib/invoice/draft.ts'
import { formatNumber, seriesYear } from '#lib/invoice/number-series.ts'

/** Whose number it is: an invoice of a tenant, of a kind, with its date of issue (a series may count by year). */
export type NumberedInvoice = { invoiceId: string; kind: InvoiceKind; issueDate: IsoDate }

/** The next number of the series that no invoice has. A proposal: it is taken at *Gå vidare*. */
export async function proposeNumber(
  tx: Transaction,
  tenantId: string,
  invoice: NumberedInvoice,
): Promise<string> {
  return (await findFree(tx, tenantId, invoice, { lock: false })).number
}

/**
 * The number an invoice gets at *Gå vidare*: `taken` = it was typed by hand and another invoice has it; `free` is the
 * next free one of the series. `take` moves the series on, and does nothing when the number is not from there.
 */
export type NumberChoice = {
  value: string
  taken: boolean
  free: string
  /** It got its number before, and keeps it. */
  isKept: boolean
  take: () => Promise<void>
}

/** Chooses the number with the series locked until the transaction ends: two at once get two (R5). */
export async function chooseNumber(
  tx: Transaction,
  tenantId: string,
  invoice: NumberedInvoice,
  kept: string | null,
  draft: Pick<InvoiceDraft, 'invoiceNumber' | 'invoiceNumberEdited'>,
): Promise<NumberChoice> {
  const nothing = async () => undefined
  // Taken back from Godkänn och skicka: it keeps the number it has.
  if (kept !== null) return { value: kept, taken: false, free: kept, isKept: true, take: nothing }
  const { number: free, next, year } = await findFree(tx, tenantId, invoice, { lock: true })
  const take = (after: number) => () => updateNumberSeries(tx, tenantId, invoice.kind, year, after)
  if (!draft.invoiceNumberEdited)
    return { value: free, taken: false, free, isKept: false, take: take(next + 1) }
  const typed = draft.invoiceNumber.trim()
  const taken = typed !== '' && (await isNumberTaken(tx, tenantId, typed, invoice.invoiceId))
  return { value: typed, taken, free, isKept: false, take: typed === free ? take(next + 1) : nothing }
}

async function findFree(
  tx: Transaction,
  tenantId: string,
  { invoiceId, kind, issueDate }: NumberedInvoice,
  options: { lock: boolean },
) {
  const series = await getNumberSeries(tx, tenantId, kind, 0, options)
  const year = seriesYear(series.prefix, issueDate) ?? 0
  const counted = year === 0 ? series : await getNumberSeries(tx, tenantId, kind, year, options)
  for (let next = counted.next; ; next += 1) {
    const number = formatNumber(series, next, Number(issueDate.slice(0, 4)))
    if (!(await isNumberTaken(tx, tenantId, number, invoiceId))) return { number, next, year }
  }
}
