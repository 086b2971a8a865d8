import { createServer, type Socket } from 'node:net'

/**
 * Where a mail server breaks, in the order a letter comes to it. `data`: in the middle of the letter's data; `after-data`: it
 * has all of it and does not answer.
 */
export type Breakage = 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'before-data' | 'data' | 'after-data'

/** What it does with the next letters: takes them, cuts the connection at a stage, or answers there with a line. */
export type Manner = 'take' | { cut: Breakage } | { at: Breakage; say: string }

/** A mail server on loopback that behaves as it is told, with its own ledger. */
export type MailServer = {
  readonly url: string
  manner: Manner
  /** Letters whose data arrived whole, as they came. */
  readonly arrived: string[]
  close(): Promise<void>
}

/** Opens one on a free port. `keep` is called with each letter whose data arrived whole, before anything is answered. */
export function openMailServer(keep: (letter: string) => void = () => undefined): Promise<MailServer> {
  const open = new Set<Socket>()
  const mail: { manner: Manner; arrived: string[] } = { manner: 'take', arrived: [] }
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    serve(socket, mail, (letter) => {
      mail.arrived.push(letter)
      keep(letter)
    })
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      const close = () => {
        for (const socket of open) socket.destroy()
        return new Promise<void>((done) => server.close(() => done()))
      }
      resolve(Object.assign(mail, { url: `smtp://127.0.0.1:${port}`, close }))
    })
  })
}

const commands: readonly [RegExp, Breakage, string][] = [
  [/^(EHLO|HELO)/i, 'ehlo', '250 ready'],
  [/^MAIL/i, 'mail', '250 ok'],
  [/^RCPT/i, 'rcpt', '250 ok'],
  [/^DATA$/i, 'before-data', '354 go on'],
]

function serve(socket: Socket, mail: { readonly manner: Manner }, arrive: (letter: string) => void): void {
  const { manner } = mail
  let rest = ''
  let letter: string[] | null = null
  /** Answers at a stage as it is told to; false where it does not go on from there. */
  const answer = (stage: Breakage, usual: string): boolean => {
    if (typeof manner === 'object' && 'cut' in manner && manner.cut === stage) {
      socket.destroy()
      return false
    }
    const isTold = typeof manner === 'object' && 'at' in manner && manner.at === stage
    socket.write(`${isTold ? manner.say : usual}\r\n`)
    return !isTold
  }
  answer('greeting', '220 here')
  socket.on('data', (bytes) => {
    if (letter !== null && typeof manner === 'object' && 'cut' in manner && manner.cut === 'data') {
      socket.destroy()
      return
    }
    const lines = (rest + bytes.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (letter === null) {
        const [, stage, usual] = commands.find(([pattern]) => pattern.test(line)) ?? []
        if (stage === undefined || usual === undefined) socket.write('250 ok\r\n')
        else if (answer(stage, usual) && stage === 'before-data') letter = []
      } else if (line === '.') {
        arrive(letter.map((each) => each.replace(/^\.\./, '.')).join('\r\n'))
        letter = null
        answer('after-data', '250 taken')
      } else letter.push(line)
    }
  })
}
