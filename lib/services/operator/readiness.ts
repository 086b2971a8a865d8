import { hasSchema } from '#db/queries/health.ts'
import type { Platform } from '#lib/services/context.ts'

/** Says whether the database answers and holds our schema. */
export async function isReachable(ctx: Pick<Platform, 'db'>): Promise<boolean> {
  return hasSchema(ctx.db)
}
