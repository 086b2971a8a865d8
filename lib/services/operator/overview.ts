import { countParties } from '#db/queries/parties.ts'
import type { UserContext } from '#lib/services/context.ts'

/** What the operator sees at a glance: the queues and the size of the directory. Nothing of any tenant. */
export async function getOverview(ctx: UserContext) {
  const [queues, parties] = await Promise.all([ctx.jobs.stats(), countParties(ctx.db)])
  return { queues, parties }
}
