import type { Transaction } from '#db/client.ts'
import { lockAddressForLetters } from '#db/queries/account-links.ts'
import {
  countRegistrations,
  findRegistration,
  findRegistrationById,
  insertRegistration,
  lockRegistration,
  updateRegistrationResent,
} from '#db/queries/registrations.ts'
import { findUserByEmail } from '#db/queries/users.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { PublicContext } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'
import { linkToken, sha256 } from '#lib/services/secrets.ts'

/** Links in mails are good for 72 hours. */
export const activationHours = 72

/** After a letter, so many seconds until the next one can be asked for. */
export const resendSeconds = 30

const lettersPerHour = 3
const registrationsPerHour = 30

/** What a company is registered with. */
export type Registration = { companyName: string; orgNumber: string; contactName: string; email: string }

/** A registration that was taken; its id lets whoever made it ask for the letter again. */
export type Registered = { registrationId: string; email: string }

/** What asking for the letter again comes to: a new link, or how many seconds are left to wait. */
export type Resent = (Registered & { sent: true }) | { sent: false; seconds: number }

/**
 * Takes a registration and mails a link to the address (S1, S2). The answer is the same whether or not the
 * address already has an account; its owner then gets a letter that says so instead (W10). Beyond three letters an
 * hour to an address, or thirty registrations an hour from one place, no letter is sent, and the answer is the same.
 */
export async function registerCompany(
  ctx: PublicContext,
  input: Registration,
): Promise<Result<Registered, never>> {
  const registered = await ctx.db.transaction((tx) => takeRegistration(ctx, tx, input))
  failpoint('register.after-commit')
  return succeed(registered)
}

/**
 * *Skicka igen*: makes a new registration with a new link of the one that was made, under the same limits and with
 * the same answer for every address. Within 30 seconds of the last one it only says how long to wait.
 * `unknown-link` when there is no such registration.
 */
export async function resendActivation(
  ctx: PublicContext,
  registrationId: string,
): Promise<Result<Resent, 'unknown-link'>> {
  if (!isUuid(registrationId)) return fail('unknown-link')
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const made = await lockRegistration(tx, registrationId)
    if (!made) return fail('unknown-link')
    const seconds = secondsToWait(made, now)
    if (seconds > 0) return succeed({ sent: false, seconds } as const)
    await updateRegistrationResent(tx, made.id, now)
    const { companyName, orgNumber, contactName, email } = made
    const taken = await takeRegistration(ctx, tx, { companyName, orgNumber, contactName, email })
    return succeed({ ...taken, sent: true } as const)
  })
}

/**
 * *Skicka en ny länk* on the page of a link that has gone out (K1): the same as asking again. `used-link` when it
 * was used, `unknown-link` when there is no such link.
 */
export async function renewActivation(
  ctx: PublicContext,
  token: string,
): Promise<Result<Resent, 'unknown-link' | 'used-link'>> {
  const found = await findRegistration(ctx.db, sha256(token))
  if (!found) return fail('unknown-link')
  return found.usedAt ? fail('used-link') : resendActivation(ctx, found.id)
}

/** What whoever made a registration typed, with the seconds until they can ask for the letter again. Null when it is gone. */
export async function getRegistration(
  ctx: PublicContext,
  registrationId: string,
): Promise<(Registration & { seconds: number }) | null> {
  const made = isUuid(registrationId) ? await findRegistrationById(ctx.db, registrationId) : null
  if (!made) return null
  const { companyName, orgNumber, contactName, email } = made
  return { companyName, orgNumber, contactName, email, seconds: secondsToWait(made, ctx.clock.now()) }
}

function secondsToWait(made: { createdAt: Date; resentAt: Date | null }, now: Date): number {
  const last = (made.resentAt ?? made.createdAt).getTime()
  return Math.min(resendSeconds, Math.max(0, Math.ceil(resendSeconds - (now.getTime() - last) / 1000)))
}

async function takeRegistration(
  ctx: PublicContext,
  tx: Transaction,
  input: Registration,
): Promise<Registered> {
  const now = ctx.clock.now()
  const registrationId = newId()
  await lockAddressForLetters(tx, input.email)
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
  if (!isTooMany) {
    await queueMail(ctx, tx, {
      letter: known ? 'already-registered' : 'activation',
      locale: known?.locale ?? ctx.locale,
      recipient: input.email,
      registrationId,
    })
  }
  failpoint('register.before-commit')
  return { registrationId, email: input.email }
}
