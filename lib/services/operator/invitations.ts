import {
  consumeAccountLink,
  consumeLinksToEmail,
  findAccountLink,
  insertAccountLink,
  lockAddressForLetters,
} from '#db/queries/account-links.ts'
import { findUserByEmail, insertUser } from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { LinkProblem } from '#lib/services/account/activation.ts'
import { openSession } from '#lib/services/account/sessions.ts'
import type { Platform, PublicContext } from '#lib/services/context.ts'
import { hashPassword } from '#lib/services/passwords.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'

/** An invitation is good for 72 hours. */
export const invitationHours = 72

/**
 * Invites an operator: gives the token of a single-use link, kept nowhere. An earlier invitation of the address is
 * void from then on. `email-taken` when the address has an account, which is left alone.
 */
export async function inviteOperator(
  ctx: Pick<Platform, 'db' | 'clock' | 'linkSecret'>,
  { email }: { email: string },
): Promise<Result<{ token: string }, 'email-taken'>> {
  const now = ctx.clock.now()
  const id = newId()
  const token = linkToken(ctx.linkSecret, 'operator-invitation', id)
  return ctx.db.transaction(async (tx) => {
    await lockAddressForLetters(tx, email)
    if (await findUserByEmail(tx, email)) return fail('email-taken')
    await consumeLinksToEmail(tx, 'operator-invitation', email, now)
    await insertAccountLink(tx, {
      id,
      purpose: 'operator-invitation',
      tokenHash: sha256(token),
      email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + invitationHours * 3_600_000),
    })
    return succeed({ token })
  })
}

/** Reads an operator's invitation without using it up: opening a link never acts (W18). */
export async function getInvitation(
  ctx: PublicContext,
  token: string,
): Promise<Result<{ id: string; email: string }, LinkProblem>> {
  const link = await findAccountLink(ctx.db, 'operator-invitation', sha256(token))
  if (!link) return fail('unknown-link')
  if (link.usedAt) return fail('used-link')
  if (link.expiresAt <= ctx.clock.now()) return fail('expired-link')
  return succeed({ id: link.id, email: link.email })
}

/**
 * Uses the invitation up, makes the operator and opens their session, whose secret is for the cookie only.
 * `email-taken` when the address has got an account meanwhile; that account is not touched.
 */
export async function acceptInvitation(
  ctx: PublicContext,
  input: { token: string; name: string; password: string },
): Promise<Result<{ secret: string }, LinkProblem | 'email-taken'>> {
  const invitation = await getInvitation(ctx, input.token)
  if (!invitation.ok) return invitation
  const { id, email } = invitation.value
  const passwordHash = await hashPassword(input.password)
  const now = ctx.clock.now()
  const userId = newId()
  return ctx.db.transaction(async (tx) => {
    if (!(await consumeAccountLink(tx, id, now))) return fail('used-link')
    const isNew = await insertUser(tx, {
      id: userId,
      kind: 'operator',
      companyId: null,
      email,
      name: input.name,
      locale: ctx.locale,
      passwordHash,
    })
    if (!isNew) return fail('email-taken')
    return succeed({ secret: await openSession(tx, userId, now) })
  })
}
