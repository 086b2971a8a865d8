import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { DeliveryState, InvoiceState } from '#lib/invoice/lifecycle.ts'
import type { Connection } from '../client.ts'
import { deliveries, invoices, invoiceVersions } from '../schema/invoices.ts'

/** What a list of sent invoices can be ordered by. */
export const sentSorts = ['sent', 'number', 'recipient', 'issued', 'due', 'amount'] as const

/** What a list of sent invoices can be ordered by. */
export type SentSort = (typeof sentSorts)[number]

/** Which of the sent invoices: all that left, one kind of outcome, or those that were voided. */
export const sentStatuses = ['under-way', 'delivered', 'failed', 'voided'] as const

/** Which of the sent invoices. */
export type SentStatus = (typeof sentStatuses)[number]

/** Where a page begins: after the row with this value in the sorted column, as text, and this id. */
export type SentCursor = { value: string; id: string }

/** What a list of sent invoices is asked for. */
export type SentFilter = {
  since: Date | null
  /** Folded words; every one must be found in number, customer, references or amount. */
  words: readonly string[]
  /** `null`: everything that was sent. */
  status: SentStatus | null
  /** With `status` null: the voided ones too. */
  withVoided: boolean
  sort: SentSort
  descending: boolean
  after: SentCursor | null
  limit: number
}

type SortColumn = { expression: SQL; type: SQL }

/** A voided invoice was never sent: it stands where it was voided. */
const stoodAt = sql`coalesce(${invoices.sentAt}, ${invoices.updatedAt})`

/** Numbers go by length first: 9 before 10. */
const sortColumns: Readonly<Record<SentSort, SortColumn>> = {
  sent: { expression: stoodAt, type: sql`timestamptz` },
  number: { expression: sql`lpad(${invoices.number}, 40, ' ') collate "C"`, type: sql`text` },
  recipient: { expression: sql`${invoices.buyerName} collate "sv-SE-x-icu"`, type: sql`text` },
  issued: { expression: sql`coalesce(${invoices.issueDate}, date '0001-01-01')`, type: sql`date` },
  due: {
    expression: sql`coalesce(${invoices.dueDate}, ${invoices.issueDate}, date '0001-01-01')`,
    type: sql`date`,
  },
  amount: { expression: sql`coalesce(${invoices.amountDue}, 0)`, type: sql`numeric` },
}

const left: InvoiceState[] = ['sent', 'answered', 'rejected', 'failed']
const underWay: DeliveryState[] = ['queued', 'sending', 'handed-over', 'retrying']
const hasFailed = sql`(${invoices.state} in ('rejected', 'failed') or ${deliveries.state} in ('failed', 'uncertain'))`

function isAmong(filter: Pick<SentFilter, 'status' | 'withVoided'>): SQL | undefined {
  switch (filter.status) {
    case 'voided':
      return eq(invoices.state, 'voided')
    case 'failed':
      return and(inArray(invoices.state, left), hasFailed)
    case 'delivered':
      return and(inArray(invoices.state, ['sent', 'answered']), eq(deliveries.state, 'delivered'))
    case 'under-way':
      return and(inArray(invoices.state, left), inArray(deliveries.state, underWay))
    default:
      return inArray(invoices.state, filter.withVoided ? [...left, 'voided'] : left)
  }
}

/** Number, buyer and amount besides, for what was frozen before there was a text to search. */
const searched = sql`(${invoices.searchText} || ' ' || lower(coalesce(${invoices.number}, '') || ' ' || ${invoices.buyerName}) || ' ' || coalesce(${invoices.amountDue}::text, ''))`

function hasWord(word: string): SQL {
  const literal = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`${searched} like ${literal}`
}

const ofNewestVersion = and(
  eq(deliveries.tenantId, invoices.tenantId),
  eq(deliveries.invoiceId, invoices.id),
  eq(deliveries.version, invoices.version),
)

/**
 * Sent invoices with where their delivery stands, in the order asked for, a page at a time. `sortValue` of the last
 * row is the next page's cursor.
 */
export async function listSentInvoices(db: Connection, tenantId: string, filter: SentFilter) {
  const { expression, type } = sortColumns[filter.sort]
  const direction = filter.descending ? sql`desc` : sql`asc`
  const beyond = filter.descending ? sql`<` : sql`>`
  return db
    .select({
      id: invoices.id,
      kind: invoices.kind,
      customerId: invoices.customerId,
      number: invoices.number,
      buyerName: invoices.buyerName,
      issueDate: invoices.issueDate,
      dueDate: invoices.dueDate,
      currency: invoices.currency,
      amountDue: invoices.amountDue,
      state: invoices.state,
      answer: invoices.answer,
      sentAt: invoices.sentAt,
      deliveryState: deliveries.state,
      deliveredAt: deliveries.deliveredAt,
      sortValue: sql<string>`(${expression})::text`,
    })
    .from(invoices)
    .leftJoin(deliveries, ofNewestVersion)
    .where(
      and(
        eq(invoices.tenantId, tenantId),
        isAmong(filter),
        filter.since ? sql`${stoodAt} >= ${filter.since.toISOString()}::timestamptz` : undefined,
        ...filter.words.map(hasWord),
        filter.after
          ? sql`(${expression}, ${invoices.id}) ${beyond} (${filter.after.value}::${type}, ${filter.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(sql`${expression} ${direction}, ${invoices.id} ${direction}`)
    .limit(filter.limit)
}

/**
 * How many of the tenant's sent invoices have one kind of outcome. `failed`: rejected, failed, or unclear whether they
 * arrived.
 */
export async function countSentInvoices(
  db: Connection,
  tenantId: string,
  status: SentStatus,
): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(invoices)
    .leftJoin(deliveries, ofNewestVersion)
    .where(and(eq(invoices.tenantId, tenantId), isAmong({ status, withVoided: false })))
  return row?.total ?? 0
}

/** What a user sent that became *Klar* at or after `from` and before `to`, in that order. */
export async function listDeliveredOf(
  db: Connection,
  tenantId: string,
  { sentBy, from, to }: { sentBy: string; from: Date; to: Date },
) {
  return db
    .select({
      invoiceId: invoices.id,
      version: deliveries.version,
      kind: invoices.kind,
      number: invoices.number,
      buyerName: invoices.buyerName,
      amountDue: invoices.amountDue,
      currency: invoices.currency,
    })
    .from(deliveries)
    .innerJoin(
      invoiceVersions,
      and(
        eq(invoiceVersions.tenantId, deliveries.tenantId),
        eq(invoiceVersions.invoiceId, deliveries.invoiceId),
        eq(invoiceVersions.version, deliveries.version),
      ),
    )
    .innerJoin(
      invoices,
      and(eq(invoices.tenantId, deliveries.tenantId), eq(invoices.id, deliveries.invoiceId)),
    )
    .where(
      and(
        eq(deliveries.tenantId, tenantId),
        eq(invoiceVersions.frozenBy, sentBy),
        eq(deliveries.state, 'delivered'),
        gte(deliveries.deliveredAt, from),
        lt(deliveries.deliveredAt, to),
      ),
    )
    .orderBy(deliveries.deliveredAt, deliveries.id)
}
