import { createTransport } from 'nodemailer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { Letter, Mailer } from './mailer.ts'
import { postBySmtp } from './smtp-post.ts'

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Sends letters by SMTP, with time limits so that a silent server does not hold the worker. */
export function openSmtp(url: string, from: string): Mailer {
  const transport = createTransport({ url, ...limits }, { from })
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, { from })
  const server = { ...parseConnectionUrl(url), ...limits }
  return {
    async send(id, letter) {
      await transport.sendMail(messageOf(id, letter))
    },
    async post(id, letter) {
      const { envelope, message } = await writer.sendMail(messageOf(id, letter))
      if (!Buffer.isBuffer(message)) throw new Error('the letter was not written whole')
      return postBySmtp(server, { from: envelope.from, to: letter.to }, message)
    },
  }
}

function messageOf(id: string, { attachments = [], ...letter }: Letter) {
  return {
    ...letter,
    attachments: attachments.map(({ fileName, mimeType, bytes }) => ({
      filename: fileName,
      contentType: mimeType,
      content: Buffer.from(bytes),
      // Never as text of lines: the bytes arrive as they were.
      contentTransferEncoding: 'base64' as const,
    })),
    messageId: `<${id}@talong>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
