import { countRegistrations, insertMail, insertRegistration } from '#db/queries/registrations.ts'
import { findUserByEmail } from '#db/queries/users.ts'
import { newId } from '#lib/core/ids.ts'
import { type Result, succeed } from '#lib/core/result.ts'
import type { PublicContext } from '#lib/services/context.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'

/** Links in mails are good for 72 hours. */
export const activationHours = 72

const lettersPerHour = 3
const registrationsPerHour = 30

/**
 * Takes a registration and mails a link to the address (S1, S2). The answer is the same whether or not the
 * address already has an account; its owner then gets a letter that says so instead (W10). Beyond three letters an
 * hour to an address, or thirty registrations an hour from one place, no letter is sent, and the answer is the same.
 */
export async function registerCompany(
  ctx: PublicContext,
  input: { companyName: string; orgNumber: string; contactName: string; email: string },
): Promise<Result<{ email: string }, never>> {
  const now = ctx.clock.now()
  const registrationId = newId()
  const mailId = newId()
  await ctx.db.transaction(async (tx) => {
    const known = await findUserByEmail(tx, input.email)
    const since = new Date(now.getTime() - 3_600_000)
    const made = await countRegistrations(tx, input.email, ctx.address, since)
    const isTooMany = made.forEmail >= lettersPerHour || made.fromAddress >= registrationsPerHour
    await insertRegistration(tx, {
      ...input,
      id: registrationId,
      tokenHash: sha256(linkToken(ctx.linkSecret, 'activation', registrationId)),
      locale: ctx.locale,
      address: ctx.address,
      createdAt: now,
      expiresAt: new Date(now.getTime() + activationHours * 3_600_000),
      // A link that nobody is sent is used up from the start: both cases cost the same work.
      usedAt: known || isTooMany ? now : null,
    })
    if (isTooMany) return
    await insertMail(tx, {
      id: mailId,
      letter: known ? 'already-registered' : 'activation',
      locale: known?.locale ?? ctx.locale,
      recipient: input.email,
      registrationId,
      createdAt: now,
    })
    await ctx.jobs.enqueue(tx, 'send-mail', mailId, { mailId })
  })
  return succeed({ email: input.email })
}
