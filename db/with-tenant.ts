import { sql } from 'drizzle-orm'
import { isUuid } from '#lib/core/ids.ts'
import type { Database, Transaction } from './client.ts'

/**
 * Runs `work` in one transaction that sees and writes the rows of one tenant only: row-level security reads
 * the setting made here, and it ends with the transaction. Throws if `tenantId` is not a uuid.
 */
export async function withTenant<Value>(
  db: Database,
  tenantId: string,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  if (!isUuid(tenantId)) throw new Error('withTenant: not a tenant id')
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.tenant', ${tenantId}, true)`)
    return work(tx)
  })
}
