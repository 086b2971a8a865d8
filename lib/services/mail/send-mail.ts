import { findMail, updateMailSent } from '#db/queries/registrations.ts'
import type { Mailer } from '#lib/adapters/mail/mailer.ts'
import { writeLetter } from '#lib/mail/letters.ts'
import type { Platform } from '#lib/services/context.ts'
import { linkToken } from '#lib/services/secrets.ts'

/** Writes and sends a letter that waits, in its receiver's language. A letter already sent is left alone. */
export async function sendMail(
  ctx: Platform & { mailer: Mailer; publicOrigin: string },
  mailId: string,
): Promise<void> {
  const mail = await findMail(ctx.db, mailId)
  if (!mail || mail.sentAt || !mail.registrationId) return
  const link =
    mail.letter === 'activation'
      ? `${ctx.publicOrigin}/activate/${linkToken(ctx.linkSecret, 'activation', mail.registrationId)}`
      : `${ctx.publicOrigin}/sign-in`
  const letter = writeLetter(mail.letter, mail.locale, {
    link,
    name: mail.contactName ?? '',
    company: mail.companyName ?? '',
  })
  await ctx.mailer.send(mail.id, { to: mail.recipient, ...letter })
  await updateMailSent(ctx.db, mail.id, ctx.clock.now())
  ctx.log.info({ mailId, letter: mail.letter }, 'letter sent')
}
