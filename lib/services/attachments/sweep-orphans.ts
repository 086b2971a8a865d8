import { deleteRemovedAttachments, findUsedKeys } from '#db/queries/attachments.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'

/** Younger objects may belong to a transaction that is still running, or to a file that can be brought back. */
const ageMilliseconds = 86_400_000

const mostAtOnce = 500

/**
 * Removes objects older than a day that nothing points to: uploads and documents whose transaction came to nothing,
 * and files taken away more than a day ago. What a sent document holds stays. Returns how many were removed; throws
 * `StoreError` when the store does not answer, and the next sweep goes on.
 */
export async function sweepOrphans(ctx: Platform): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - ageMilliseconds)
  let removed = 0
  for (const prefix of ['attachments/', 'xml/', 'pdf/']) {
    let tenantId = ''
    let keys: string[] = []
    for await (const { key, storedAt } of ctx.store.list(prefix)) {
      const owner = key.split('/')[1] ?? ''
      if (owner !== tenantId || keys.length >= mostAtOnce) {
        removed += await sweepTenant(ctx, tenantId, keys, before)
        tenantId = owner
        keys = []
      }
      if (storedAt < before) keys.push(key)
    }
    removed += await sweepTenant(ctx, tenantId, keys, before)
  }
  if (removed > 0) ctx.log.info({ removed }, 'swept the attachment store')
  return removed
}

async function sweepTenant(
  ctx: Platform,
  tenantId: string,
  keys: readonly string[],
  before: Date,
): Promise<number> {
  if (keys.length === 0 || !isUuid(tenantId)) return 0
  const used = await withTenant(ctx.db, tenantId, async (tx) => {
    await deleteRemovedAttachments(tx, tenantId, before)
    return findUsedKeys(tx, tenantId, keys)
  })
  const orphans = keys.filter((key) => !used.has(key))
  for (const key of orphans) await ctx.store.remove(key)
  return orphans.length
}
