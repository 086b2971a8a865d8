import { connect, type Socket } from 'node:net'
// Not the global ones: a wire keeps the machine's own time, whatever clock a test has set.
import { clearTimeout, setTimeout } from 'node:timers'

/** What whoever wants TLS says first. */
const wantsTls = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/** Where a server listens: a host's port, or a socket of this machine. */
type Place = { readonly host: string; readonly port: number } | { readonly path: string }

/**
 * Opens a connection to PostgreSQL that does not wait for ever. It ends with an error when the server owes the whole answer
 * to a statement for `limitMs`: the driver has no such limit, and waits on a wire that went silent, or for an answer that
 * comes by single bytes. And it ends with an error, under PostgreSQL's code, when the server ends it or takes nobody (57P01,
 * 57P03, 53300): the driver takes that for the answer to a statement, keeps it for one that comes later, and asks again and
 * again while that waits.
 *
 * Over TLS the messages cannot be seen, and only the operating system's limits hold.
 */
export function openPatientSocket(place: Place, limitMs: number): Socket {
  // The driver looks there for the name that a certificate must have.
  const socket = Object.assign(connect(place), place)
  // The start, which has no type, is answered as every statement is.
  let owed = 1
  let isOpen = false
  let isTls = false
  let alarm: NodeJS.Timeout | undefined
  const watch = () => {
    clearTimeout(alarm)
    alarm = undefined
    if (isTls || (owed <= 0 && !isOpen)) return
    alarm = setTimeout(() => socket.destroy(new Error('the database does not answer')), limitMs)
  }
  const readSent = readTypes({ hasStart: true }, (type) => {
    if (type === 'S' || type === 'Q') owed += 1
    isOpen = !['S', 'Q', 'X', 'p'].includes(type)
  })
  const readReceived = readTypes({ hasStart: false }, (type) => {
    if (type !== 'Z') return
    owed -= 1
    watch()
  })
  // Of the connection itself, not of a class: connecting puts its own in their place.
  const { write, push } = socket
  socket.write = (bytes: Uint8Array | string, ...rest: unknown[]) => {
    if (typeof bytes !== 'string') {
      if (wantsTls.equals(bytes)) isTls = true
      readSent(bytes)
    }
    if (alarm === undefined) watch()
    return Reflect.apply(write, socket, [bytes, ...rest]) as boolean
  }
  socket.push = (bytes: Uint8Array | null, encoding) => {
    const code = bytes === null || isTls ? undefined : endCode(bytes)
    if (code !== undefined) {
      socket.destroy(Object.assign(new Error('the database ended the connection'), { code }))
      return false
    }
    if (bytes !== null && !isTls) readReceived(bytes)
    return push.call(socket, bytes, encoding)
  }
  return socket.on('close', () => clearTimeout(alarm))
}

/** The code with which a server ends a connection; undefined when these bytes are none. It comes by itself, as the last. */
function endCode(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.startsWith('E') || !/\0V(FATAL|PANIC)\0/.test(text)) return undefined
  return /\0C([\dA-Z]{5})\0/.exec(text)?.[1] ?? ''
}

/** Reads the types of PostgreSQL's messages (a letter, then the length of the rest) as they pass in any pieces. */
function readTypes(
  { hasStart }: { hasStart: boolean },
  onType: (type: string) => void,
): (bytes: Uint8Array) => void {
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
