import type { Transaction } from '#db/client.ts'
import { insertMail } from '#db/queries/mails.ts'
import type { MailItem, MailLetter } from '#db/schema/users.ts'
import { newId } from '#lib/core/ids.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { Platform } from '#lib/services/context.ts'

/** A letter to somebody. `subjectId` is the row its link opens; `params` are the names it says, never a secret. */
export type QueuedMail = {
  /** Where the same letter may be asked for again: it is written once. */
  id?: string
  letter: MailLetter
  locale: Locale
  recipient: string
  subjectId?: string
  /** Of the letters about a registration. */
  registrationId?: string
  params?: Readonly<Record<string, string>>
  items?: readonly MailItem[]
}

/** The addresses of those who only try Talong out; nothing is ever sent there. */
export const sandboxDomain = '@sandbox.invalid'

/** Puts a letter in the post, in the caller's transaction: it goes if and only if that commits. */
export async function queueMail(
  ctx: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  mail: QueuedMail,
): Promise<void> {
  if (mail.recipient.endsWith(sandboxDomain)) return
  const mailId = mail.id ?? newId()
  await insertMail(tx, { ...mail, params: mail.params ?? {}, id: mailId, createdAt: ctx.clock.now() })
  await ctx.jobs.enqueue(tx, 'send-mail', mailId, { mailId })
}
