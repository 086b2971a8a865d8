import { deleteOldAccountLinks } from '#db/queries/account-links.ts'
import {
  deleteOldRegistrations,
  deleteOldSessions,
  deleteOldTries,
  listOldSandboxes,
  removeSandbox,
} from '#db/queries/prune.ts'
import { withTenant } from '#db/with-tenant.ts'
import type { Platform } from '#lib/services/context.ts'

const dayMilliseconds = 86_400_000

/** A session ends after eight hours of rest: after them nobody can reach it again. */
const sandboxDays = 7

/**
 * Removes what has served its time and only holds personal data: tries to sign in after a day, sessions that are
 * long over after 60 days, and registrations that never became an account, with their letters, and other links and
 * letters, after 30. A company that somebody tried Talong out with goes whole when nobody has been seen in it for seven
 * days; its files, which nothing points to then, are swept.
 */
export async function prune(ctx: Platform): Promise<void> {
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * dayMilliseconds)
  await deleteOldTries(ctx.db, before(1))
  await deleteOldSessions(ctx.db, before(60))
  await deleteOldRegistrations(ctx.db, before(30))
  await deleteOldAccountLinks(ctx.db, before(30))
  for (const tenantId of await listOldSandboxes(ctx.db, before(sandboxDays))) {
    await withTenant(ctx.db, tenantId, (tx) => removeSandbox(tx, tenantId))
  }
}
