/**
 * A mail server that reads each letter to its end and then cuts the connection, or with `take` answers that it has it; a
 * process of its own. `node sink.ts LEDGER [take]`: prints its address; a letter whose data arrived whole is a JSON line of
 * the ledger before anything is answered. Ends with its parent.
 */
import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { openMailServer } from '#tests/setup/mail-server.ts'

/** A letter that arrived. `sha256`: of the XML with it; `link`: the first in it; '' where there is none. */
export type LetterLine = {
  readonly messageId: string
  readonly sha256: string
  readonly to: string
  readonly link: string
}

const [ledger = '', manner = 'cut'] = process.argv.slice(2)
if (ledger === '') throw new Error('sink.ts LEDGER [take]')

const server = await openMailServer((letter) => appendFileSync(ledger, `${JSON.stringify(lineOf(letter))}\n`))
server.manner = manner === 'take' ? 'take' : { cut: 'after-data' }
console.log(server.url)
process.stdin.resume().on('end', () => process.exit(0))

function lineOf(letter: string): LetterLine {
  const messageId = /^Message-ID: <([\da-f-]{36})@/im.exec(letter)?.[1] ?? ''
  const [, after = ''] = letter.split('Content-Type: application/xml')
  // Up to the line that ends the part: dashes would be read as base64, too.
  const [body = ''] = (after.split('\r\n\r\n')[1] ?? '').split('\r\n--')
  const sha256 = body === '' ? '' : createHash('sha256').update(Buffer.from(body, 'base64')).digest('hex')
  const to = /^To: (\S+)$/im.exec(letter)?.[1] ?? ''
  // Its text is quoted-printable: lines are broken by a `=` at their end.
  const link = /https?:\/\/[^\s"<]+/.exec(letter.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[0] ?? ''
  return { messageId, sha256, to, link }
}
