import {
  countSentInvoices,
  listSentInvoices,
  type SentCursor,
  type SentSort,
  type SentStatus,
} from '#db/queries/sent-invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { todayInStockholm } from '#lib/core/dates.ts'
import { foldName } from '#lib/core/fold.ts'
import { isUuid } from '#lib/core/ids.ts'
import type { TenantContext } from '#lib/services/context.ts'

export type { SentSort, SentStatus } from '#db/queries/sent-invoices.ts'
export { sentSorts, sentStatuses } from '#db/queries/sent-invoices.ts'

/** How far back: a number of days, the calendar year, or everything. */
export const sentRanges = ['30', '90', 'year', 'all'] as const

/** How far back a list of sent invoices goes. */
export type SentRange = (typeof sentRanges)[number]

/** What *Skickade dokument* is asked for. */
export type SentQuery = {
  text: string
  range: SentRange
  status: SentStatus | null
  sort: SentSort
  descending: boolean
  /** The cursor of the page before, as it stands in the address. */
  after: string
  limit: number
}

/** The default view: the last 90 days, newest first (S39). */
export const noSentFilter: SentQuery = {
  text: '',
  range: '90',
  status: null,
  sort: 'sent',
  descending: true,
  after: '',
  limit: 50,
}

/**
 * *Skickade dokument* (S38–S40): a page of what was sent, with the cursor of the next page (null: no more). The text's
 * words must all be found in number, customer, references or amount. Voided ones show under everything.
 */
export async function listSent(ctx: TenantContext, query: SentQuery) {
  const rows = await withTenant(ctx.db, ctx.tenantId, (tx) =>
    listSentInvoices(tx, ctx.tenantId, {
      since: since(query.range, ctx.clock.now()),
      words: foldName(query.text).split(' ').filter(Boolean),
      status: query.status,
      withVoided: query.range === 'all',
      sort: query.sort,
      descending: query.descending,
      after: readCursor(query.sort, query.after),
      limit: query.limit + 1,
    }),
  )
  const documents = rows.slice(0, query.limit)
  const last = documents.at(-1)
  const next = rows.length > query.limit && last ? `${last.id}_${last.sortValue}` : null
  return { documents, next }
}

/** How many sent invoices went wrong: the number on the tab *Med fel*. */
export async function countFailed(ctx: TenantContext): Promise<number> {
  return withTenant(ctx.db, ctx.tenantId, (tx) => countSentInvoices(tx, ctx.tenantId, 'failed'))
}

function since(range: SentRange, now: Date): Date | null {
  if (range === 'all') return null
  // The year turns at midnight in Stockholm, an hour before UTC's.
  if (range === 'year') return new Date(`${todayInStockholm(now).slice(0, 4)}-01-01T00:00:00+01:00`)
  return new Date(now.getTime() - Number(range) * 86_400_000)
}

const shapes: Readonly<Record<SentSort, RegExp>> = {
  sent: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/,
  number: /^[^\0]{1,60}$/,
  recipient: /^[^\0]{0,300}$/,
  issued: /^\d{4}-\d\d-\d\d$/,
  due: /^\d{4}-\d\d-\d\d$/,
  amount: /^-?\d{1,20}(?:\.\d{1,20})?$/,
}

/** `id_value`; whatever else stands in the address begins at the top. */
function readCursor(sort: SentSort, text: string): SentCursor | null {
  const cut = text.indexOf('_')
  const [id, value] = [text.slice(0, cut), text.slice(cut + 1)]
  if (cut < 0 || !isUuid(id) || !shapes[sort].test(value)) return null
  const isDate = sort === 'sent' || sort === 'issued' || sort === 'due'
  return isDate && Number.isNaN(Date.parse(value.slice(0, 10))) ? null : { id, value }
}
