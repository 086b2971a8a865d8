import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** Sends letters by SMTP, with time limits so that a silent server does not hold the worker. */
export function openSmtp(url: string, from: string): Mailer {
  const transport = createTransport(url, { from })
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
