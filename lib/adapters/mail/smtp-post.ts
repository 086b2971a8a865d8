import { Readable } from 'node:stream'
import SmtpConnection from 'nodemailer/lib/smtp-connection'
import type { Posted } from './mailer.ts'

/** Where a mail server is, how long it is waited for, and who asks. */
type MailServer = SmtpConnection.Options & { auth?: { user: string; pass: string } | undefined }

/** Whom a letter is from and to, as the mail server is told. */
type Envelope = { from: string | false; to: string }

/**
 * Gives a whole message to a mail server and tells what became of it. The server has taken it once it has read the
 * line that ends the data (RFC 5321 4.1.1.4): before that line was written, whatever breaks has delivered nothing;
 * after it, only an answer tells. Never rejects.
 */
export function postBySmtp(server: MailServer, envelope: Envelope, message: Uint8Array): Promise<Posted> {
  // The connection reads it only after the server's 354, as fast as the wire takes it, and writes the ending line when it
  // has read all of it.
  const data = Readable.from(piecesOf(message), { objectMode: false })
  const connection = new SmtpConnection(server)
  return new Promise<Posted>((resolve) => {
    const settle = (posted: Posted) => {
      resolve(posted)
      connection.close()
    }
    const fall = (error: SmtpConnection.SMTPError) => settle(meaningOf(error, data.readableEnded))
    const send = () =>
      connection.send({ ...envelope, size: message.byteLength }, data, (error) =>
        error ? fall(error) : settle({ answer: 'taken' }),
      )
    connection.on('error', fall)
    // Closed in good order, by us or by the server: no answer will come any more.
    connection.on('end', () => fall(new Error('the connection ended')))
    connection.connect((error) => {
      if (error) fall(error)
      else if (server.auth && connection.allowsAuth)
        connection.login({ ...server.auth }, (refusal) => (refusal ? fall(refusal) : send()))
      else send()
    })
  })
}

const pieceBytes = 65_536

function* piecesOf(message: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < message.byteLength; at += pieceBytes) yield message.subarray(at, at + pieceBytes)
}

/** What the server does not take whoever sends it and when: 552 is said of the size before the letter, too. */
function isOfTheLetter({ command, responseCode }: SmtpConnection.SMTPError): boolean {
  return command === 'RCPT TO' || command === 'DATA' || responseCode === 552
}

function meaningOf(error: SmtpConnection.SMTPError, isWhole: boolean): Posted {
  const { code, responseCode, response } = error
  if (responseCode !== undefined && responseCode >= 500 && isOfTheLetter(error)) {
    const isAddress = error.command === 'RCPT TO'
    return {
      answer: 'refused',
      code: isAddress ? 'address-refused' : 'letter-refused',
      reason: response ?? '',
    }
  }
  if (responseCode === undefined && code === 'EMESSAGE')
    return { answer: 'refused', code: 'letter-refused', reason: '' }
  if (responseCode === undefined && code === 'EENVELOPE')
    return { answer: 'refused', code: 'address-refused', reason: '' }
  // A 4xx after the data is an answer, too: it has not taken it.
  if (responseCode !== undefined && responseCode >= 400) return { answer: 'again', code: 'mail-not-now' }
  return isWhole ? { answer: 'unclear' } : { answer: 'again', code: 'mail-no-answer' }
}
