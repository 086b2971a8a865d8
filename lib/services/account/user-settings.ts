import { consumeLinksOfUser } from '#db/queries/account-links.ts'
import {
  endOtherSessions,
  findUser,
  updateMailChoice,
  updatePassword,
  updateUserLocale,
  updateUserName,
} from '#db/queries/users.ts'
import type { MailChoice } from '#db/schema/users.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext, UserContext } from '#lib/services/context.ts'
import { planDigest } from '#lib/services/delivery/plan-digest.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { hashPassword, verifyPassword } from '#lib/services/passwords.ts'
import { auditUser } from './audit-user.ts'
import { forgetPasswordTries, mayTryPassword } from './sessions.ts'

/** A signed-in user's own row. */
export type OwnUser = NonNullable<Awaited<ReturnType<typeof findUser>>>

/**
 * Asks for the current password again before something is changed. Under the same limits as at the sign-in page: a
 * stolen session must not become a stolen account. Gives the user's row.
 */
export async function checkCurrentPassword(
  ctx: UserContext,
  currentPassword: string,
): Promise<Result<OwnUser, 'wrong-password' | 'too-many'>> {
  if (!(await mayTryPassword(ctx, ctx.userEmail))) return fail('too-many')
  const user = await findUser(ctx.db, ctx.userId)
  const matches = await verifyPassword(user?.passwordHash ?? null, currentPassword)
  if (!user || !matches) return fail('wrong-password')
  await forgetPasswordTries(ctx, ctx.userEmail)
  return succeed(user)
}

/**
 * Changes the password, signs every other device out, makes links of *Glömt lösenord* void and says so in a letter
 * (S4, W11). `wrong-password` when the current one is not right, `too-many` after too many tries.
 */
export async function changePassword(
  ctx: UserContext,
  input: { currentPassword: string; password: string },
): Promise<Result<undefined, 'wrong-password' | 'too-many'>> {
  const checked = await checkCurrentPassword(ctx, input.currentPassword)
  if (!checked.ok) return checked
  const user = checked.value
  const passwordHash = await hashPassword(input.password)
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    await updatePassword(tx, user.id, passwordHash)
    await endOtherSessions(tx, user.id, ctx.sessionId, now)
    await consumeLinksOfUser(tx, 'password-reset', user.id, now)
    await queueMail(ctx, tx, { letter: 'password-changed', locale: user.locale, recipient: user.email })
    await auditUser(tx, user, 'user.password-changed', now)
  })
  return succeed(undefined)
}

/** Changes the name of the user, as colleagues and audit log see it. */
export async function changeName(
  ctx: UserContext,
  input: { name: string },
): Promise<Result<undefined, never>> {
  await updateUserName(ctx.db, ctx.userId, input.name)
  return succeed(undefined)
}

/** Which letters the user gets about invoices that are *Klar* (K30). */
export async function readMailChoice(ctx: UserContext): Promise<MailChoice> {
  return (await findUser(ctx.db, ctx.userId))?.mailChoice ?? 'none'
}

/** Chooses them. Today's letter a day holds what became *Klar* before it was chosen, too. */
export async function chooseMail(
  ctx: TenantContext,
  { mailChoice }: { mailChoice: MailChoice },
): Promise<Result<{ savedAt: string }, never>> {
  const now = ctx.clock.now()
  await ctx.db.transaction(async (tx) => {
    await updateMailChoice(tx, ctx.userId, mailChoice)
    if (mailChoice === 'daily') await planDigest(ctx, tx, ctx, now)
  })
  return succeed({ savedAt: now.toISOString() })
}

/** Remembers the language the user reads, here and in mails. */
export async function setLanguage(ctx: UserContext, locale: 'sv' | 'en'): Promise<Result<undefined, never>> {
  await updateUserLocale(ctx.db, ctx.userId, locale)
  return succeed(undefined)
}
