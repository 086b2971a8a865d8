import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** Sends letters by SMTP, with time limits so that a silent server does not hold the worker. */
export function openSmtp(url: string, from: string): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from },
  )
  return {
    async send(id, letter) {
      await transport.sendMail({
        ...letter,
        messageId: `<${id}@talong>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}
