import type { Transaction } from '#db/client.ts'
import { findUser, lockUserWithPassword } from '#db/queries/users.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { forgetPasswordTries, mayTryPassword } from '#lib/services/account/sessions.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { verifyPassword } from '#lib/services/passwords.ts'

/** Why a password that was asked for again does not do. */
export type PasswordRefusal = 'wrong-password' | 'too-many'

/** That a user has just typed the right password; `holds` tells in a transaction whether it still is the right one. */
export type ConfirmedPassword = { holds: (tx: Transaction) => Promise<boolean> }

/**
 * Asks a signed-in user for the password again before a change that a stolen session must not make. The same limits
 * as at the sign-in page, counted before the password is looked at.
 */
export async function confirmPassword(
  ctx: TenantContext,
  password: string,
): Promise<Result<ConfirmedPassword, PasswordRefusal>> {
  // Whoever only tries Talong out has none.
  if (ctx.isSandbox) return succeed({ holds: async () => true })
  if (!(await mayTryPassword(ctx, ctx.userEmail))) return fail('too-many')
  const user = await findUser(ctx.db, ctx.userId)
  if (!user || !(await verifyPassword(user.passwordHash, password))) return fail('wrong-password')
  await forgetPasswordTries(ctx, ctx.userEmail)
  return succeed({ holds: (tx) => lockUserWithPassword(tx, user.id, user.passwordHash) })
}
