import type { Transaction } from '#db/client.ts'
import type { Jobs } from '#db/jobs.ts'
import { beginAttempt, findDelivery, finishAttempt, lockDelivery } from '#db/queries/deliveries.ts'
import type { DeliveryChannel } from '#db/schema/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { describeError } from '#lib/adapters/log.ts'
import { readXml } from '#lib/adapters/storage/read-verified.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'
import type { Attempt } from './attempt.ts'
import { followLater } from './follow.ts'
import { handOverToAccessPoint } from './hand-over-access-point.ts'
import { handOverToInbox } from './hand-over-inbox.ts'
import { handOverByMail } from './hand-over-mail.ts'
import { noteOutcome } from './note-outcome.ts'
import type { Outcome } from './outcome.ts'
import { mostAttempts, nextAttempt } from './schedule.ts'
import { simulate } from './simulate.ts'

/**
 * Makes one attempt to deliver a sent version. The attempt is recorded before the hand-over, the outcome after it by
 * compare-and-set; the message id is the delivery's own in every attempt, so that a repetition after a crash finds
 * what it left. The next attempt is a job in the transaction that records this one. `after`: the attempt that asked
 * for this one; where another has been made since, nothing happens. Throws only when the database does not answer.
 */
export async function deliver(
  ctx: Platform,
  { tenantId, deliveryId, after }: Jobs['deliver'],
): Promise<void> {
  const started = ctx.clock.now()
  failpoint('deliver.before-attempt')
  const attempt = await withTenant(ctx.db, tenantId, async (tx): Promise<Attempt | null> => {
    const from = await lockDelivery(tx, tenantId, deliveryId)
    const number = await beginAttempt(tx, tenantId, deliveryId, { after, now: started })
    const found = number === null ? null : await findDelivery(tx, tenantId, deliveryId)
    return number === null || from === null || found === null ? null : { number, from, ...found }
  })
  if (attempt === null) return
  failpoint('deliver.after-attempt')
  const outcome = await handOver(ctx, attempt)
  await withTenant(ctx.db, tenantId, (tx) => record(ctx, tx, attempt, outcome))
  failpoint('deliver.after-outcome')
  ctx.log.info({ tenantId, deliveryId, attempt: attempt.number, state: outcome.state }, 'delivery attempted')
}

type HandOver = (ctx: Platform, attempt: Attempt, xml: Uint8Array) => Promise<Outcome>

const handOverBy: Readonly<Record<DeliveryChannel, HandOver>> = {
  inbox: handOverToInbox,
  'access-point': handOverToAccessPoint,
  email: handOverByMail,
  simulator: simulate,
}

async function handOver(ctx: Platform, attempt: Attempt): Promise<Outcome> {
  try {
    // Bytes that are not those that were frozen are never sent; a store that does not answer is asked again.
    const xml = await readXml(ctx.store, attempt)
    if (xml === 'corrupt') return { state: 'failed', code: 'bytes-changed', reason: '' }
    const outcome = await handOverBy[attempt.delivery.channel](ctx, attempt, xml)
    failpoint('deliver.after-hand-over')
    return outcome
  } catch (error) {
    const { tenantId, id } = attempt.delivery
    ctx.log.warn(
      { tenantId, deliveryId: id, attempt: attempt.number, ...describeError(error) },
      'delivery attempt failed',
    )
    return { state: 'retrying', code: 'hand-over-failed', afterSeconds: null }
  }
}

/** Writes what came of an attempt, with the job that goes on from there, unless a newer attempt has taken over. */
async function record(ctx: Platform, tx: Transaction, attempt: Attempt, outcome: Outcome): Promise<void> {
  const { delivery, number } = attempt
  const { tenantId, id: deliveryId, messageId } = delivery
  const now = ctx.clock.now()
  const isLast = outcome.state === 'retrying' && number >= mostAttempts
  const nextAt =
    outcome.state === 'retrying' && !isLast
      ? nextAttempt(now, number, outcome.afterSeconds, ctx.retryPauses)
      : null
  const code = 'code' in outcome ? outcome.code : null
  // An access point that never answered may have sent it all the same. An inbox here has it or has not, and a letter is
  // tried again only where it certainly was not taken.
  const givenUp = delivery.channel === 'access-point' ? 'uncertain' : 'failed'
  const state = isLast ? givenUp : outcome.state
  const isOurs = await finishAttempt(tx, tenantId, deliveryId, number, {
    state,
    now,
    nextAttemptAt: nextAt,
    failureCode: isLast ? 'gave-up' : code,
    ...(outcome.state === 'delivered' ? { receipt: outcome.receipt } : {}),
  })
  if (!isOurs) return
  await noteOutcome(ctx, tx, delivery, state, {
    attempt: number,
    ...(delivery.recipientEmail === null ? {} : { address: delivery.recipientEmail }),
    ...(isLast ? { code: 'gave-up' } : evidenceOf(outcome)),
  })
  if (nextAt !== null) {
    const job = { tenantId, deliveryId, after: number }
    await ctx.jobs.enqueue(tx, 'deliver', uuidV5(messageId, `deliver after ${number}`), job, nextAt)
  }
  if (state === 'handed-over') await followLater(ctx, tx, delivery, 0, null)
}

function evidenceOf(outcome: Outcome): Record<string, string> {
  switch (outcome.state) {
    case 'delivered':
      return outcome.receipt
    case 'handed-over':
    case 'mailed':
      return {}
    case 'failed':
      return { code: outcome.code, ...(outcome.reason === '' ? {} : { reason: outcome.reason }) }
    case 'retrying':
    case 'uncertain':
      return { code: outcome.code }
  }
}
