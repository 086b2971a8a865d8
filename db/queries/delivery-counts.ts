import { and, count, eq } from 'drizzle-orm'
import type { Connection } from '../client.ts'
import { deliveries, invoices } from '../schema/invoices.ts'

/** How many of the tenant's invoices stand as sent while the delivery of their newest version has failed. */
export async function countFailedDeliveries(db: Connection, tenantId: string): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(invoices)
    .innerJoin(
      deliveries,
      and(
        eq(deliveries.tenantId, invoices.tenantId),
        eq(deliveries.invoiceId, invoices.id),
        eq(deliveries.version, invoices.version),
      ),
    )
    .where(and(eq(invoices.tenantId, tenantId), eq(deliveries.state, 'failed')))
  return row?.total ?? 0
}
