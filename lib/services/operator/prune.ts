import { deleteOldAccountLinks } from '#db/queries/account-links.ts'
import { deleteOldRegistrations, deleteOldSessions, deleteOldTries } from '#db/queries/prune.ts'
import type { Platform } from '#lib/services/context.ts'

const dayMilliseconds = 86_400_000

/**
 * Removes what has served its time and only holds personal data: tries to sign in after a day, sessions that are
 * long over after 60 days, and registrations that never became an account, with their letters, and other links and letters, after 30.
 */
export async function prune(ctx: Platform): Promise<void> {
  const before = (days: number) => new Date(ctx.clock.now().getTime() - days * dayMilliseconds)
  await deleteOldTries(ctx.db, before(1))
  await deleteOldSessions(ctx.db, before(60))
  await deleteOldRegistrations(ctx.db, before(30))
  await deleteOldAccountLinks(ctx.db, before(30))
}
