import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Database, Transaction } from './client.ts'

/** The jobs there are, and what each carries: ids only, never content. */
export type Jobs = {
  /** `after`: the attempt that asked for this one, 0 for the first. */
  deliver: { tenantId: string; deliveryId: string; after: number }
  /** `asked`: how often it has been asked about already. */
  'follow-delivery': { tenantId: string; deliveryId: string; asked: number }
  'send-mail': { mailId: string }
  'note-fetched': { tenantId: string; invoiceId: string; version: number; messageId: string; at: string }
}

/** A job's name; also the name of its queue. */
export type JobName = keyof Jobs

/**
 * Every queue with its settings. A worker that dies is noticed within 20 seconds by its missing heartbeat. Jobs do
 * not run out of tries: what has gone on too long is decided by the services, in rows that people see.
 */
export const queues: Readonly<
  Record<JobName, { retryLimit: number; retryDelay: number; retryBackoff: boolean; retryDelayMax?: number }>
> = {
  deliver: { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: false },
  'follow-delivery': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  'send-mail': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  'note-fetched': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
}

/** Puts jobs on the queues, always inside the caller's transaction. */
export type JobQueue = {
  /**
   * Enqueues within `tx`: the job exists if and only if the transaction commits. The same `id` twice is one
   * job; the second call changes nothing. `startAt`: not before then.
   */
  enqueue<Name extends JobName>(
    tx: Transaction,
    name: Name,
    id: string,
    data: Jobs[Name],
    startAt?: Date,
  ): Promise<void>
  /** Waiting, running and given-up jobs by queue, for the operator. */
  stats(): Promise<{ name: string; waiting: number; active: number; failed: number }[]>
  stop(): Promise<void>
}

/** Opens the queue for a process that only enqueues: no pool and no workers of its own. */
export async function openJobQueue(db: Database, onError: (error: unknown) => void): Promise<JobQueue> {
  const boss = new PgBoss({
    db: fromDrizzle(db, sql),
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    reindex: false,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    async enqueue(tx, name, id, data, startAt) {
      const when = startAt === undefined ? {} : { startAfter: startAt }
      await boss.send(name, data, { id, db: fromDrizzle(tx, sql), ...when })
    },
    async stats() {
      const found = await boss.getQueues(Object.keys(queues))
      return found.map((queue) => ({
        name: queue.name,
        waiting: queue.queuedCount,
        active: queue.activeCount,
        failed: queue.failedCount,
      }))
    },
    stop: () => boss.stop({ graceful: false, close: false }),
  }
}
