import { and, eq, inArray, not, sql } from 'drizzle-orm'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { Transaction } from '../client.ts'
import { type DeliveryChannel, deliveries } from '../schema/invoices.ts'

// Of all companies: for a transaction that `withOperator` opened. In any other they find nothing.

const settled: DeliveryState[] = ['delivered', 'mailed', 'cancelled']

/** How many deliveries stand in each state that is no happy end, by channel, and since when the oldest does. */
export async function countUnsettled(
  tx: Transaction,
): Promise<{ state: DeliveryState; channel: DeliveryChannel; count: number; oldest: Date }[]> {
  const rows = await tx
    .select({
      state: deliveries.state,
      channel: deliveries.channel,
      count: sql<number>`count(*)::int`,
      oldest: sql<string>`min(${deliveries.createdAt})`,
    })
    .from(deliveries)
    .where(not(inArray(deliveries.state, settled)))
    .groupBy(deliveries.state, deliveries.channel)
  return rows.map((row) => ({ ...row, oldest: new Date(row.oldest) }))
}

/** How many deliveries should have been taken up before `since` and were not: no worker does, or their job is lost. */
export async function countOverdue(tx: Transaction, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.state, ['queued', 'retrying']),
        sql`coalesce(${deliveries.nextAttemptAt}, ${deliveries.updatedAt}) < ${since.toISOString()}::timestamptz`,
      ),
    )
  return row?.count ?? 0
}

const facts = {
  id: deliveries.id,
  messageId: deliveries.messageId,
  channel: deliveries.channel,
  state: deliveries.state,
  attempts: deliveries.attempts,
  failureCode: deliveries.failureCode,
  createdAt: deliveries.createdAt,
  updatedAt: deliveries.updatedAt,
  nextAttemptAt: deliveries.nextAttemptAt,
}

/** Deliveries in some states, without whose they are: those that have stood there longest, or `newest`, first. */
export async function listInStates(
  tx: Transaction,
  { states, first, limit }: { states: readonly DeliveryState[]; first: 'oldest' | 'newest'; limit: number },
) {
  const direction = first === 'oldest' ? sql`asc` : sql`desc`
  return tx
    .select(facts)
    .from(deliveries)
    .where(inArray(deliveries.state, [...states]))
    .orderBy(sql`${deliveries.updatedAt} ${direction}, ${deliveries.id} ${direction}`)
    .limit(limit)
}

/** A delivery of any company, with whose it is. Null when there is none. */
export async function findOfAnyCompany(tx: Transaction, deliveryId: string) {
  const [row] = await tx
    .select({
      ...facts,
      tenantId: deliveries.tenantId,
      invoiceId: deliveries.invoiceId,
      version: deliveries.version,
    })
    .from(deliveries)
    .where(eq(deliveries.id, deliveryId))
  return row ?? null
}
