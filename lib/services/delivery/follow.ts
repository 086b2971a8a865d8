import type { Transaction } from '#db/client.ts'
import type { Jobs } from '#db/jobs.ts'
import { findDelivery, moveDelivery, planQuestion } from '#db/queries/deliveries.ts'
import { withTenant } from '#db/with-tenant.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'
import { askAccessPoint } from './hand-over-access-point.ts'
import { noteOutcome } from './note-outcome.ts'
import { nextQuestion } from './schedule.ts'

type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>['delivery']

/**
 * Asks the access point about a version that was handed over: *Klar*, refused, or asked again later. Where it will
 * never say (`not_applicable`) the version stays handed over and is asked about no more. Nothing happens where the
 * delivery has moved on. Throws only when the database does not answer.
 */
export async function followDelivery(
  ctx: Platform,
  { tenantId, deliveryId, asked }: Jobs['follow-delivery'],
): Promise<void> {
  const { accessPoint } = ctx
  const found = await withTenant(ctx.db, tenantId, (tx) => findDelivery(tx, tenantId, deliveryId))
  if (found === null || found.delivery.state !== 'handed-over' || accessPoint === null) return
  const { delivery, xmlHash } = found
  const outcome = await askAccessPoint(ctx, accessPoint, delivery.messageId, xmlHash)
  failpoint('follow.after-answer')
  await withTenant(ctx.db, tenantId, async (tx) => {
    if (outcome === 'unknown' || outcome.state === 'retrying') {
      const afterSeconds = outcome === 'unknown' ? null : outcome.afterSeconds
      await followLater(ctx, tx, delivery, asked + 1, afterSeconds)
    } else if (outcome.state === 'handed-over') {
      if (outcome.isFinal) await planQuestion(tx, tenantId, deliveryId, null)
      else await followLater(ctx, tx, delivery, asked + 1, null)
    } else {
      const now = ctx.clock.now()
      if (!(await moveDelivery(tx, tenantId, deliveryId, { from: 'handed-over', outcome, now }))) return
      const evidence =
        outcome.state === 'delivered' ? outcome.receipt : { code: outcome.code, reason: outcome.reason }
      await noteOutcome(ctx, tx, delivery, outcome.state, evidence)
    }
  })
}

/** Plans the question about what was handed over, in the caller's transaction. */
export async function followLater(
  ctx: Platform,
  tx: Transaction,
  { tenantId, id: deliveryId, messageId }: Delivery,
  asked: number,
  afterSeconds: number | null,
): Promise<void> {
  const at = nextQuestion(ctx.clock.now(), asked, afterSeconds)
  if (!(await planQuestion(tx, tenantId, deliveryId, at))) return
  const job = { tenantId, deliveryId, asked }
  await ctx.jobs.enqueue(tx, 'follow-delivery', uuidV5(messageId, `follow ${asked}`), job, at)
}
