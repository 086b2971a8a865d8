import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Database, Transaction } from './client.ts'

/** The jobs there are, and what each carries: ids only, never content. */
export type Jobs = {
  /** `after`: the attempt that asked for this one, 0 for the first. */
  deliver: { tenantId: string; deliveryId: string; after: number }
  /** `asked`: how often it has been asked about already. */
  'follow-delivery': { tenantId: string; deliveryId: string; asked: number }
  /** A while after sending: has it arrived? */
  'watch-delivery': { tenantId: string; deliveryId: string }
  /** Whom a recipient has approved: what waited for it leaves. */
  'send-approved': { tenantId: string; customerId: string }
  'send-mail': { mailId: string }
  /** Once a day, of what became *Klar*: `day`, as `2026-03-09`, is the one it ends on. */
  'send-digest': { tenantId: string; userId: string; day: string }
  'note-fetched': { tenantId: string; invoiceId: string; version: number; messageId: string; at: string }
  /** `tenantId`: the sender's. */
  'make-pdf': { tenantId: string; invoiceId: string; version: number }
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
  'watch-delivery': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  'send-approved': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  'send-digest': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  'send-mail': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  'note-fetched': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
  'make-pdf': { retryLimit: 1_000_000, retryDelay: 5, retryBackoff: true, retryDelayMax: 900 },
}

/** How full a queue is. */
export type QueueStats = {
  name: string
  waiting: number
  planned: number
  active: number
  failed: number
  oldest: Date | null
}

/** A job as it is enqueued: the same `id` is the same job; `startAt`: not before then. */
export type PlannedJob<Name extends JobName> = { id: string; data: Jobs[Name]; startAt: Date | undefined }

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
  /** As `enqueue`, for several jobs of one queue in one statement. None may be there twice. */
  enqueueAll<Name extends JobName>(
    tx: Transaction,
    name: Name,
    jobs: readonly PlannedJob<Name>[],
  ): Promise<void>
  /**
   * For the operator, of each queue: jobs that are due and wait, that are planned for later, that run, and that were
   * given up, and since when the oldest that waits is due; null when none does.
   */
  stats(): Promise<QueueStats[]>
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
    async enqueueAll(tx, name, jobs) {
      if (jobs.length === 0) return
      const rows = jobs.map(({ id, data, startAt }) => ({
        id,
        data,
        ...(startAt === undefined ? {} : { startAfter: startAt }),
      }))
      await boss.insert(name, rows, { db: fromDrizzle(tx, sql) })
    },
    async stats() {
      // Counted now: the queue's own counts are as old as its last round.
      const found = await db.execute<Omit<QueueStats, 'oldest'> & { oldest: string | null }>(sql`
        select name,
          count(*) filter (where state < 'active' and start_after <= now())::int as waiting,
          count(*) filter (where state < 'active' and start_after > now())::int as planned,
          count(*) filter (where state = 'active')::int as active,
          count(*) filter (where state = 'failed')::int as failed,
          min(start_after) filter (where state < 'active' and start_after <= now()) as oldest
        from pgboss.job where state <= 'active' or state = 'failed' group by name`)
      return Object.keys(queues).map((name) => {
        const queue = found.find((row) => row.name === name)
        const { waiting = 0, planned = 0, active = 0, failed = 0, oldest = null } = queue ?? {}
        return { name, waiting, planned, active, failed, oldest: oldest === null ? null : new Date(oldest) }
      })
    },
    stop: () => boss.stop({ graceful: false, close: false }),
  }
}
