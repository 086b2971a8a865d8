import { countParties } from '#db/queries/parties.ts'
import type { UserContext } from '#lib/services/context.ts'
import { readDeliveries } from './deliveries.ts'

/** What the operator sees at a glance: the queues, what has not arrived, and the size of the directory. */
export async function getOverview(ctx: UserContext) {
  const [queues, deliveries, parties] = await Promise.all([
    ctx.jobs.stats(),
    readDeliveries(ctx),
    countParties(ctx.db),
  ])
  return { queues, deliveries, parties }
}
