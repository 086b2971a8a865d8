import type { Transaction } from '#db/client.ts'
import { insertAudit } from '#db/queries/audit.ts'
import type { DeliveryChannel } from '#db/schema/invoices.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { Platform } from '#lib/services/context.ts'

/** What must be known of a delivery to take it up. */
type Standing = {
  id: string
  invoiceId: string
  messageId: string
  state: DeliveryState
  channel: DeliveryChannel
  attempts: number
  nextAttemptAt: Date | null
}

/**
 * Says whether a delivery can be taken up by a person: nobody knows whether it arrived, it waits for its next attempt,
 * or its time to leave has passed and no worker has begun. One that can still be undone is left its time. A letter of
 * which nobody knows is never taken up: there is no one to ask, and it would go twice.
 */
export function canTakeUp(
  { state, channel, nextAttemptAt }: Pick<Standing, 'state' | 'channel' | 'nextAttemptAt'>,
  now: Date,
): boolean {
  if (state === 'queued') return nextAttemptAt === null || nextAttemptAt <= now
  return (state === 'uncertain' && channel !== 'email') || state === 'retrying'
}

/**
 * Lets the worker take a delivery up at once, in the caller's transaction, with the audit row of who asked. The bytes
 * and the message id are the same, and where an attempt was made before it asks before it sends. Asked for twice
 * after the same attempt, it is one job.
 */
export async function takeUp(
  ctx: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  tenantId: string,
  delivery: Standing,
  by: { userId: string; action: string },
): Promise<void> {
  const { id: deliveryId, attempts, messageId, invoiceId } = delivery
  await insertAudit(tx, tenantId, {
    ...by,
    subjectId: invoiceId,
    details: { messageId, attempts },
    at: ctx.clock.now(),
  })
  const job = { tenantId, deliveryId, after: attempts }
  await ctx.jobs.enqueue(tx, 'deliver', uuidV5(messageId, `again after ${attempts}`), job)
}
