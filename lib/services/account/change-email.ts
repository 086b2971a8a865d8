import {
  consumeAccountLink,
  consumeLinksOfUser,
  countAccountLinks,
  findAccountLink,
  findWaitingEmail,
  insertAccountLink,
  lockAddressForLetters,
} from '#db/queries/account-links.ts'
import { findUser, lockUser, updateUserEmail } from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { PublicContext, UserContext } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'
import type { LinkProblem } from './activation.ts'
import { auditUser } from './audit-user.ts'
import { checkCurrentPassword } from './user-settings.ts'

const changeHours = 72
const lettersPerHour = 3
const requestsPerHour = 30

/** Why an address is not changed. */
export type EmailProblem = 'wrong-password' | 'too-many' | 'email-same'

/**
 * Mails a link to the new address; nothing changes until it is confirmed there. An address with an account is mailed
 * as well: only who reads its mail is told that it is taken (W10). Beyond three letters an hour to an address no
 * letter is sent, and the answer is the same.
 */
export async function requestEmailChange(
  ctx: UserContext,
  input: { email: string; currentPassword: string },
): Promise<Result<{ email: string }, EmailProblem>> {
  if (input.email === ctx.userEmail) return fail('email-same')
  const checked = await checkCurrentPassword(ctx, input.currentPassword)
  if (!checked.ok) return checked
  const user = checked.value
  const now = ctx.clock.now()
  const id = newId()
  await ctx.db.transaction(async (tx) => {
    await lockAddressForLetters(tx, input.email)
    const place = { email: input.email, address: ctx.address }
    const made = await countAccountLinks(tx, 'email-change', place, new Date(now.getTime() - 3_600_000))
    const isTooMany = made.forEmail >= lettersPerHour || made.fromAddress >= requestsPerHour
    await insertAccountLink(tx, {
      ...place,
      id,
      purpose: 'email-change',
      tokenHash: sha256(linkToken(ctx.linkSecret, 'email-change', id)),
      userId: user.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + changeHours * 3_600_000),
      usedAt: isTooMany ? now : null,
    })
    if (isTooMany) return
    await queueMail(ctx, tx, {
      letter: 'email-change',
      locale: user.locale,
      recipient: input.email,
      subjectId: id,
    })
    await auditUser(tx, user, 'user.email-change-requested', now)
  })
  return succeed({ email: input.email })
}

/** The new address that waits to be confirmed. Null when none does. */
export async function getWaitingEmail(ctx: UserContext): Promise<string | null> {
  return findWaitingEmail(ctx.db, ctx.userId, ctx.clock.now())
}

/** Reads a link of an address to be confirmed without using it up: opening a link never acts (W18). */
export async function getEmailChange(
  ctx: PublicContext,
  token: string,
): Promise<Result<{ id: string; email: string; userId: string }, LinkProblem>> {
  const link = await findAccountLink(ctx.db, 'email-change', sha256(token))
  if (!link?.userId) return fail('unknown-link')
  if (link.usedAt) return fail('used-link')
  if (link.expiresAt <= ctx.clock.now()) return fail('expired-link')
  return succeed({ id: link.id, email: link.email, userId: link.userId })
}

/**
 * Uses the link up and makes the new address the one to sign in with; the old one is told in a letter. Links that
 * were mailed to the old address are void. `email-taken` when the address has got an account meanwhile: nothing is
 * changed then, the other account least of all.
 */
export async function confirmEmailChange(
  ctx: PublicContext,
  input: { token: string },
): Promise<Result<{ email: string }, LinkProblem | 'email-taken'>> {
  const link = await getEmailChange(ctx, input.token)
  if (!link.ok) return link
  const { id, userId, email } = link.value
  const now = ctx.clock.now()
  try {
    return await ctx.db.transaction(async (tx) => {
      if (!(await consumeAccountLink(tx, id, now))) return fail('used-link')
      await lockUser(tx, userId)
      const user = await findUser(tx, userId)
      if (!user || !(await updateUserEmail(tx, userId, email))) throw new EmailTaken()
      await consumeLinksOfUser(tx, 'email-change', userId, now)
      await consumeLinksOfUser(tx, 'password-reset', userId, now)
      await queueMail(ctx, tx, { letter: 'email-changed', locale: user.locale, recipient: user.email })
      await auditUser(tx, user, 'user.email-changed', now)
      return succeed({ email })
    })
  } catch (error) {
    if (error instanceof EmailTaken || isUniqueViolation(error)) return fail('email-taken')
    throw error
  }
}

/** Rolls the transaction back, the link's use with it. */
class EmailTaken extends Error {}

/** Two for one address at once: PostgreSQL's 23505, in the error or in what caused it. */
function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '23505') || isUniqueViolation(error.cause)
}
