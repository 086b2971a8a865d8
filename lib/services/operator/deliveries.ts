import type { Transaction } from '#db/client.ts'
import { countUnsettled, findOfAnyCompany, listInStates } from '#db/queries/operator-deliveries.ts'
import { continueAsTenant, withOperator } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { DeliveryState } from '#lib/invoice/lifecycle.ts'
import type { UserContext } from '#lib/services/context.ts'
import { canTakeUp, takeUp } from '#lib/services/delivery/take-up.ts'
import { cancelBeforeFirstAttempt } from '#lib/services/delivery/undo-send.ts'

/** How the operator sees deliveries: on their way, unclear, or given up. */
export const deliveryGroups = {
  underWay: ['queued', 'sending', 'retrying', 'handed-over'],
  uncertain: ['uncertain'],
  dead: ['failed'],
} as const satisfies Readonly<Record<string, readonly DeliveryState[]>>

/** How the operator sees deliveries. */
export type DeliveryGroup = keyof typeof deliveryGroups

const most = 50

/**
 * Where the deliveries of all companies stand that have not arrived: how many, since when, and those that have stood
 * longest (of the dead, the latest), each with what can be done with it. Whose they are and what they carry is not said.
 */
export async function readDeliveries(ctx: UserContext) {
  const now = ctx.clock.now()
  return withOperator(ctx.db, async (tx) => {
    const counts = await countUnsettled(tx)
    const read = async (group: DeliveryGroup) => {
      const states: readonly DeliveryState[] = deliveryGroups[group]
      const own = counts.filter(({ state }) => states.includes(state))
      const first = group === 'dead' ? 'newest' : 'oldest'
      const rows = await listInStates(tx, { states, first, limit: most })
      return {
        group,
        count: own.reduce((sum, { count }) => sum + count, 0),
        oldest: own.reduce<Date | null>(
          (found, { oldest }) => (found && found < oldest ? found : oldest),
          null,
        ),
        rows: rows.map((row) => ({
          ...row,
          canRetry: canTakeUp(row, now),
          canStop: row.state === 'queued' && row.attempts === 0,
        })),
      }
    }
    return [await read('underWay'), await read('uncertain'), await read('dead')]
  })
}

/** `name`: what the operator's lists call it. */
type Acted = Result<{ name: string }, 'unknown-delivery' | 'delivery-moved-on'>

/** Lets the worker take up a delivery at once (`canTakeUp`); it asks before it sends anything again. */
export async function retryDelivery(ctx: UserContext, deliveryId: string): Promise<Acted> {
  return actOn(ctx, deliveryId, async (tx, found) => {
    if (!canTakeUp(found, ctx.clock.now())) return false
    await takeUp(ctx, tx, found.tenantId, found, {
      userId: ctx.userId,
      action: 'delivery.retried-by-operator',
    })
    return true
  })
}

/** Stops a delivery that no attempt has begun: its invoice is ready to be sent again, and its company sees who did it. */
export async function stopDelivery(ctx: UserContext, deliveryId: string): Promise<Acted> {
  return actOn(ctx, deliveryId, (tx, { tenantId, invoiceId, version }) =>
    cancelBeforeFirstAttempt(tx, tenantId, {
      invoiceId,
      version,
      now: ctx.clock.now(),
      event: 'stopped',
      by: { userId: ctx.userId, name: '', action: 'delivery.stopped-by-operator' },
    }),
  )
}

type Found = NonNullable<Awaited<ReturnType<typeof findOfAnyCompany>>>

/** Finds a delivery as the operator and acts on it as its company: what is done is written there. */
async function actOn(
  ctx: UserContext,
  deliveryId: string,
  act: (tx: Transaction, found: Found) => Promise<boolean>,
): Promise<Acted> {
  if (!isUuid(deliveryId)) return fail('unknown-delivery')
  return withOperator(ctx.db, async (tx) => {
    const found = await findOfAnyCompany(tx, deliveryId)
    if (!found) return fail('unknown-delivery')
    await continueAsTenant(tx, found.tenantId)
    return (await act(tx, found)) ? succeed({ name: found.messageId.slice(0, 8) }) : fail('delivery-moved-on')
  })
}
