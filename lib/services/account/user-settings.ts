import { insertAudit } from '#db/queries/audit.ts'
import { endOtherSessions, findUser, updatePassword, updateUserLocale } from '#db/queries/users.ts'
import { withTenant } from '#db/with-tenant.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext, UserContext } from '#lib/services/context.ts'
import { hashPassword, verifyPassword } from '#lib/services/passwords.ts'
import { forgetPasswordTries, mayTryPassword } from './sessions.ts'

/**
 * Changes the password and signs every other device out (S4, W11). `wrong-password` when the current one is not
 * right, `too-many` after too many tries.
 */
export async function changePassword(
  ctx: TenantContext,
  input: { currentPassword: string; password: string },
): Promise<Result<undefined, 'wrong-password' | 'too-many'>> {
  // The same limits as at the sign-in page: a stolen session must not become a stolen password.
  if (!(await mayTryPassword(ctx, ctx.userEmail))) return fail('too-many')
  const user = await findUser(ctx.db, ctx.userId)
  if (!(await verifyPassword(user?.passwordHash ?? null, input.currentPassword)))
    return fail('wrong-password')
  const passwordHash = await hashPassword(input.password)
  const now = ctx.clock.now()
  await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    await updatePassword(tx, ctx.userId, passwordHash)
    await endOtherSessions(tx, ctx.userId, ctx.sessionId, now)
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'user.password-changed',
      subjectId: ctx.userId,
      details: {},
      at: now,
    })
  })
  await forgetPasswordTries(ctx, ctx.userEmail)
  return succeed(undefined)
}

/** Remembers the language the user reads, here and in mails. */
export async function setLanguage(ctx: UserContext, locale: 'sv' | 'en'): Promise<Result<undefined, never>> {
  await updateUserLocale(ctx.db, ctx.userId, locale)
  return succeed(undefined)
}
