import { sql } from 'drizzle-orm'
import { isUuid } from '#lib/core/ids.ts'
import { type Database, sendAhead, type Transaction } from './client.ts'

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
  return within(db, { name: 'app.tenant', value: tenantId }, work)
}

/**
 * Runs `work` in one transaction that sees the one link request whose letter carried the token with this hash, and
 * nothing else of any tenant. For whoever holds the link and has no account.
 */
export async function withLink<Value>(
  db: Database,
  tokenHash: string,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  if (!/^[0-9a-f]{64}$/.test(tokenHash)) throw new Error('withLink: not a hash')
  return within(db, { name: 'app.link', value: tokenHash }, work)
}

/**
 * Runs `work` in one transaction that reads where the deliveries of all companies stand, and nothing else of any of
 * them. For the operator and the metrics alone.
 */
export async function withOperator<Value>(
  db: Database,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return within(db, { name: 'app.operator', value: 'on' }, work)
}

/**
 * Runs `work` in one transaction that sees the deliveries that an answer out of the network names, and nothing else of
 * any tenant.
 */
export async function withAnswer<Value>(
  db: Database,
  answerKey: string,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return within(db, { name: 'app.answer', value: answerKey }, work)
}

/**
 * Goes on in the same transaction as another tenant. Only for a use case that has found its right to in the rows it
 * could see: an answer to a link request is the recipient's to give and the supplier's to keep, and what the operator
 * does to a delivery is written where its company sees it.
 */
export async function continueAsTenant(tx: Transaction, tenantId: string): Promise<void> {
  if (!isUuid(tenantId)) throw new Error('continueAsTenant: not a tenant id')
  await tx.execute(
    sql`select set_config('app.tenant', ${tenantId}, true), set_config('app.link', '', true), set_config('app.operator', '', true),
      set_config('app.answer', '', true)`,
  )
}

async function within<Value>(
  db: Database,
  { name, value }: { name: string; value: string },
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return db.transaction(async (tx) => {
    const set = sendAhead(tx, 'select set_config($1, $2, true)', [name, value])
    const [, done] = await Promise.allSettled([set, work(tx)])
    await set
    if (done.status === 'rejected') throw done.reason
    return done.value
  })
}

/**
 * Waits for reads of one transaction that need nothing of each other: they travel together, and are answered in their
 * order. When one fails, the first failure is thrown after all have ended: none goes on once its transaction is over.
 */
export async function together<const Asked extends readonly Promise<unknown>[]>(
  ...asked: Asked
): Promise<{ -readonly [Index in keyof Asked]: Awaited<Asked[Index]> }> {
  const ended = await Promise.allSettled(asked)
  const failed = ended.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
  return ended.map((each) => (each.status === 'fulfilled' ? each.value : undefined)) as {
    -readonly [Index in keyof Asked]: Awaited<Asked[Index]>
  }
}
