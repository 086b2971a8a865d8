import type { Transaction } from '#db/client.ts'
import { insertAudit } from '#db/queries/audit.ts'
import {
  findHighestNumber,
  getCompany,
  getNumberSeries,
  type InvoiceDefaults,
  lockCompany,
  type SeriesKind,
  updateCompany,
  updateNumberSeries,
  updateSeriesForm,
} from '#db/queries/companies.ts'
import { withTenant } from '#db/with-tenant.ts'
import { type IsoDate, todayInStockholm } from '#lib/core/dates.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { formatNumber, seriesYear } from '#lib/invoice/number-series.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** A number series as the settings fill it (BT-1). */
export type SeriesInput = { prefix: string; next: number; minDigits: number }

/** *Fakturor*: the two series and what new invoices start with. */
export type InvoicingInput = InvoiceDefaults & Record<SeriesKind, SeriesInput>

type SeriesFault = {
  field: 'invoiceNext' | 'creditNext'
  code: 'series-next-used'
  params: { number: string; next: string }
}

const kinds = [
  { kind: 'invoice', field: 'invoiceNext' },
  { kind: 'credit-note', field: 'creditNext' },
] as const

/** The series as they count this year, and the defaults, as the settings show them. */
export async function getInvoicing(ctx: TenantContext) {
  const today = todayInStockholm(ctx.clock.now())
  return withTenant(ctx.db, ctx.tenantId, async (tx) => ({
    year: yearOf(today),
    defaults: await getCompany(tx, ctx.tenantId),
    invoice: await readSeries(tx, ctx.tenantId, 'invoice', today, { lock: false }),
    creditNote: await readSeries(tx, ctx.tenantId, 'credit-note', today, { lock: false }),
  }))
}

/**
 * Saves the series and the defaults. Raised, a series goes on from there. Lowered, or written in another way, it must
 * not meet a number in use: then `incomplete` with `series-next-used` at its field, and nothing is saved.
 */
export async function saveInvoicing(
  ctx: TenantContext,
  input: InvoicingInput,
): Promise<Result<{ savedAt: string }, 'incomplete', readonly SeriesFault[]>> {
  const now = ctx.clock.now()
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await lockCompany(tx, ctx.tenantId)
    const faults: SeriesFault[] = []
    for (const { kind, field } of kinds) {
      const used = await usedNumber(ctx, tx, kind, input[kind])
      if (used !== null) faults.push({ field, code: 'series-next-used', params: used })
    }
    if (faults.length > 0) return fail('incomplete', faults)
    const { invoice, 'credit-note': creditNote, ...defaults } = input
    const changed = {
      ...(await saveSeries(ctx, tx, 'invoice', invoice)),
      ...(await saveSeries(ctx, tx, 'credit-note', creditNote)),
    }
    await updateCompany(tx, ctx.tenantId, defaults, now)
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'company.invoicing-saved',
      subjectId: ctx.tenantId,
      details: changed,
      at: now,
    })
    return succeed({ savedAt: now.toISOString() })
  })
}

/** The highest number in use that the series would come to again; null when it meets none. */
async function usedNumber(ctx: TenantContext, tx: Transaction, kind: SeriesKind, input: SeriesInput) {
  const today = todayInStockholm(ctx.clock.now())
  const stored = await readSeries(tx, ctx.tenantId, kind, today, { lock: true })
  const highest = await findHighestNumber(tx, ctx.tenantId, {
    prefix: formatNumber({ prefix: input.prefix, minDigits: 1 }, 0, yearOf(today)).slice(0, -1),
    from: input.next,
    // Numbers beyond the series' own place were typed by hand; it steps over them when it comes to them.
    below: input.prefix === stored.prefix ? stored.next : null,
  })
  if (highest === null) return null
  return { number: formatNumber(input, highest, yearOf(today)), next: String(highest + 1) }
}

/** Saves a series and says what changed, for the audit log. */
async function saveSeries(ctx: TenantContext, tx: Transaction, kind: SeriesKind, input: SeriesInput) {
  const today = todayInStockholm(ctx.clock.now())
  const stored = await readSeries(tx, ctx.tenantId, kind, today, { lock: true })
  const { prefix, next, minDigits } = input
  if (stored.prefix === prefix && stored.next === next && stored.minDigits === minDigits) return {}
  await updateSeriesForm(tx, ctx.tenantId, kind, { prefix, minDigits })
  const year = seriesYear(prefix, today) ?? 0
  // The year has no row yet when the prefix did not name the year until now.
  await getNumberSeries(tx, ctx.tenantId, kind, year, { lock: true })
  await updateNumberSeries(tx, ctx.tenantId, kind, year, next)
  return {
    [`${kind}-before`]: formatNumber(stored, stored.next, yearOf(today)),
    [`${kind}-next`]: formatNumber(input, next, yearOf(today)),
  }
}

/** A series with the number that comes next today. */
async function readSeries(
  tx: Transaction,
  tenantId: string,
  kind: SeriesKind,
  today: IsoDate,
  options: { lock: boolean },
): Promise<SeriesInput> {
  const series = await getNumberSeries(tx, tenantId, kind, 0, options)
  const year = seriesYear(series.prefix, today)
  return year === null ? series : getNumberSeries(tx, tenantId, kind, year, options)
}

const yearOf = (today: IsoDate) => Number(today.slice(0, 4))
