import { findMail, updateMailSent } from '#db/queries/mails.ts'
import type { MailLetter } from '#db/schema/users.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import type { Mailer } from '#lib/adapters/mail/mailer.ts'
import { writeLetter } from '#lib/mail/letters.ts'
import type { Platform } from '#lib/services/context.ts'
import { type LinkPurpose, linkToken } from '#lib/services/secrets.ts'

/** Where a letter's button leads: a page, the page of what it is about, or a link of its own whose token opens it. */
const places: Record<MailLetter, { path: string; purpose?: LinkPurpose; isOfSubject?: true }> = {
  activation: { path: '/activate', purpose: 'activation' },
  'already-registered': { path: '/sign-in' },
  'password-reset': { path: '/reset', purpose: 'password-reset' },
  'password-changed': { path: '/sign-in' },
  'email-change': { path: '/confirm-email', purpose: 'email-change' },
  'email-changed': { path: '/sign-in' },
  'payment-changed': { path: '/settings/payment' },
  'link-request': { path: '/link', purpose: 'link-request' },
  'link-reminder': { path: '/link', purpose: 'link-request' },
  'link-approved': { path: '/customers' },
  'link-approved-sends': { path: '/send' },
  'link-refused': { path: '/customers' },
  'link-withdrawn': { path: '/customers' },
  'party-claim': { path: '/claim', purpose: 'party-claim' },
  'invoice-delivered': { path: '/documents', isOfSubject: true },
  'invoices-delivered': { path: '/documents' },
  'invoice-failed': { path: '/documents', isOfSubject: true },
  'invoice-rejected': { path: '/documents', isOfSubject: true },
  'invoice-no-receipt': { path: '/documents', isOfSubject: true },
}

/** Writes and sends a letter that waits, in its receiver's language. A letter already sent is left alone. */
export async function sendMail(
  ctx: Platform & { mailer: Mailer; publicOrigin: string },
  mailId: string,
): Promise<void> {
  const mail = await findMail(ctx.db, mailId)
  if (!mail || mail.sentAt) return
  const { path, purpose, isOfSubject } = places[mail.letter]
  const subjectId = mail.subjectId ?? mail.registrationId
  if (purpose !== undefined && subjectId === null) throw new Error('sendMail: a letter without what it opens')
  const page = `${ctx.publicOrigin}${path}${isOfSubject && mail.subjectId ? `/${mail.subjectId}` : ''}`
  const link =
    purpose === undefined || subjectId === null
      ? page
      : `${page}/${linkToken(ctx.linkSecret, purpose, subjectId)}`
  const letter = writeLetter(mail.letter, mail.locale, {
    link,
    words: { name: mail.contactName ?? '', company: mail.companyName ?? '', ...mail.params },
    items: mail.items,
  })
  failpoint('letter.before-hand-over')
  await ctx.mailer.send(mail.id, { to: mail.recipient, ...letter })
  failpoint('letter.after-hand-over')
  await updateMailSent(ctx.db, mail.id, ctx.clock.now())
  ctx.log.info({ mailId, letter: mail.letter }, 'letter sent')
}
