import { connect, type Socket } from 'node:net'
// Not the global ones: a wire keeps the machine's own time, whatever clock a test has set.
import { clearTimeout, setTimeout } from 'node:timers'

/** Where a server listens: a host's port, or a socket of this machine. */
type Place = { readonly host: string; readonly port: number; readonly path?: string | false }

/** What whoever wants TLS says first. */
const wantsTls = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/**
 * Opens a connection to PostgreSQL that ends itself when the server owes an answer for `limitMs`: the driver has no such
 * limit, and waits for ever on a wire that went silent, or on an answer that comes by single bytes. Each statement has its
 * own time. Over TLS the messages cannot be seen, and only the operating system's limits hold.
 */
export function openPatientSocket({ host, port, path }: Place, limitMs: number): Socket {
  const socket = path ? connect(path) : connect(port, host)
  // The driver looks there for the name that a certificate must have.
  Object.assign(socket, { host, port })
  // The start, which has no type, is answered as every statement is.
  let owed = 1
  let isOpen = false
  let isTls = false
  let alarm: NodeJS.Timeout | undefined
  const watch = () => {
    clearTimeout(alarm)
    alarm = undefined
    if (!isTls && (owed > 0 || isOpen))
      alarm = setTimeout(() => socket.destroy(new Error('the database does not answer')), limitMs)
  }
  const readSent = readTypes(
    (type) => {
      if (type === 'S' || type === 'Q') owed += 1
      isOpen = !['S', 'Q', 'X', 'p'].includes(type)
    },
    { hasStart: true },
  )
  const readReceived = readTypes(
    (type) => {
      if (type !== 'Z') return
      owed -= 1
      watch()
    },
    { hasStart: false },
  )
  const write = socket.write.bind(socket) as (bytes: Buffer, done?: () => void) => boolean
  socket.write = (bytes: unknown, done?: unknown) => {
    if (wantsTls.equals(bytes as Buffer)) isTls = true
    readSent(bytes as Buffer)
    if (alarm === undefined) watch()
    return write(bytes as Buffer, done as () => void)
  }
  socket.on('data', readReceived).on('close', () => clearTimeout(alarm))
  return socket
}

/** Reads the types of PostgreSQL's messages (a letter, then the length of the rest) as they pass in any pieces. */
function readTypes(
  onType: (type: string) => void,
  { hasStart }: { hasStart: boolean },
): (bytes: Buffer) => void {
  let isStart = hasStart
  let head: number[] = []
  let rest = 0
  return (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      if (rest > 0) {
        const passed = Math.min(rest, bytes.length - at)
        rest -= passed
        at += passed
        continue
      }
      head.push(bytes[at] ?? 0)
      at += 1
      if (head.length < (isStart ? 4 : 5)) continue
      const length = Buffer.from(head.slice(-4)).readUInt32BE()
      if (!isStart) onType(String.fromCharCode(head[0] ?? 0))
      rest = Math.max(0, length - 4)
      isStart = false
      head = []
    }
  }
}
