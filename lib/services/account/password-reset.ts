import type { Transaction } from '#db/client.ts'
import {
  consumeAccountLink,
  consumeLinksOfUser,
  countAccountLinks,
  findAccountLink,
  insertAccountLink,
  lockAddressForLetters,
} from '#db/queries/account-links.ts'
import { endAllSessions, findUser, findUserByEmail, lockUser, updatePassword } from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { PublicContext } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'
import type { LinkProblem } from './activation.ts'
import { auditUser } from './audit-user.ts'
import { forgetAllPasswordTries, openSession } from './sessions.ts'

const resetHours = 1
const lettersPerHour = 3
const requestsPerHour = 30

/**
 * Mails a link that lets a forgotten password be replaced (K3). The answer, and the work, are the same whether or
 * not the address has an account (W10); without one nobody is sent anything. Beyond three letters an hour to an
 * address, or thirty requests an hour from one place, no letter is sent.
 */
export async function requestPasswordReset(
  ctx: PublicContext,
  input: { email: string },
): Promise<Result<{ email: string }, never>> {
  const now = ctx.clock.now()
  const id = newId()
  await ctx.db.transaction(async (tx) => {
    await lockAddressForLetters(tx, input.email)
    const known = await findUserByEmail(tx, input.email)
    const place = { email: input.email, address: ctx.address }
    const made = await countAccountLinks(
      tx,
      'password-reset',
      place,
      new Date(now.getTime() - resetHours * 3_600_000),
    )
    const isSent = known !== null && made.forEmail < lettersPerHour && made.fromAddress < requestsPerHour
    await insertAccountLink(tx, {
      ...place,
      id,
      purpose: 'password-reset',
      tokenHash: sha256(linkToken(ctx.linkSecret, 'password-reset', id)),
      userId: known?.id ?? null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + resetHours * 3_600_000),
      // A link that nobody is sent is used up from the start.
      usedAt: isSent ? null : now,
    })
    await queueOrUndo(ctx, tx, { id, email: input.email, locale: known?.locale ?? ctx.locale, isSent })
  })
  return succeed({ email: input.email })
}

/** Writes the letter; when nobody is to be sent one it is written all the same, and undone: both take as long. */
async function queueOrUndo(
  ctx: PublicContext,
  tx: Transaction,
  { id, email, locale, isSent }: { id: string; email: string; locale: 'sv' | 'en'; isSent: boolean },
): Promise<void> {
  const undo = new Error('queueOrUndo: nobody is sent this')
  await tx
    .transaction(async (inner) => {
      await queueMail(ctx, inner, { letter: 'password-reset', locale, recipient: email, subjectId: id })
      if (!isSent) throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
}

/** Reads a link of *Glömt lösenord* without using it up: opening a link never acts (W18). */
export async function getPasswordReset(
  ctx: PublicContext,
  token: string,
): Promise<Result<{ id: string; email: string; userId: string }, LinkProblem>> {
  const link = await findAccountLink(ctx.db, 'password-reset', sha256(token))
  if (!link?.userId) return fail('unknown-link')
  if (link.usedAt) return fail('used-link')
  if (link.expiresAt <= ctx.clock.now()) return fail('expired-link')
  return succeed({ id: link.id, email: link.email, userId: link.userId })
}

/**
 * Uses the link up, replaces the password, ends every session of the user, says so in a letter, and opens a new
 * session: its secret is for the cookie only (K3, W11). The link works once: of several tries at once one wins.
 */
export async function resetPassword(
  ctx: PublicContext,
  input: { token: string; password: string },
): Promise<Result<{ secret: string; locale: 'sv' | 'en' }, LinkProblem>> {
  const link = await getPasswordReset(ctx, input.token)
  if (!link.ok) return link
  const { id, userId, email } = link.value
  const passwordHash = await hashPassword(input.password)
  const now = ctx.clock.now()
  const done = await ctx.db.transaction(async (tx) => {
    if (!(await consumeAccountLink(tx, id, now))) return null
    // A sign-in with the old password that is under way waits here, and then finds another hash.
    await lockUser(tx, userId)
    const user = await findUser(tx, userId)
    // The account has another address since: whoever reads the old one has no say any more.
    if (!user || user.email !== email) return null
    await updatePassword(tx, userId, passwordHash)
    await endAllSessions(tx, userId, now)
    await consumeLinksOfUser(tx, 'password-reset', userId, now)
    await queueMail(ctx, tx, { letter: 'password-changed', locale: user.locale, recipient: user.email })
    await auditUser(tx, user, 'user.password-reset', now)
    return { secret: await openSession(tx, userId, now), locale: user.locale }
  })
  if (!done) return fail('used-link')
  await forgetAllPasswordTries(ctx, email)
  return succeed(done)
}
