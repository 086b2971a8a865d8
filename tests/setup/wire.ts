import { connect, createServer, type Server, type Socket } from 'node:net'

/** What is spoken over a wire. */
export type Protocol = 'http' | 'smtp' | 'postgres'

/** The ways in which what is behind a wire can be away. */
export const faults = [
  'refused',
  'black-hole',
  'error',
  'too-many',
  'answer-lost',
  'slow',
  'garbage',
] as const

/**
 * `refused`: nobody listens, and open connections are reset. `black-hole`: connections are taken, what is said is swallowed.
 * `error`, `too-many`: the server says that it is out of order, or that this is too much (of a letter: not now). `answer-lost`:
 * what is asked arrives, and the connection breaks instead of the answer. `slow`: of an answer one byte comes a second.
 * `garbage`: what comes back is no answer, and goes on being none.
 */
export type Fault = (typeof faults)[number]

/** A wire to another server that can be told to break. */
export type Wire = {
  readonly port: number
  /**
   * From now on, on open connections too; null: from now on no more. A connection that has met a fault never gets well
   * again: whoever is on it must find out alone, and the server behind is told only a while after that.
   */
  break(fault: Fault | null): Promise<void>
  /** How many connections have met a fault; not those to a port where nobody listens. */
  hits(): number
  stop(): Promise<void>
}

/** How long after its other side has gone a server finds out, as by its keepalive. */
const unnoticedMs = 45_000

type Manners = {
  /** Whether the server speaks first. */
  readonly greets: boolean
  readonly error: Buffer
  readonly tooMany: Buffer
  /** To which question the server says that it is too much; others are passed on. */
  readonly tooManyAt: RegExp
  /** After which question the answer is lost; others are answered. */
  readonly lostAfter: RegExp
}

const manners: Readonly<Record<Protocol, Manners>> = {
  http: {
    greets: false,
    error: httpAnswer('500 Internal Server Error', ''),
    tooMany: httpAnswer('429 Too Many Requests', 'Retry-After: 3\r\n'),
    tooManyAt: /^/,
    // Whoever asks whether a thing is there is answered, and puts it.
    lostAfter: /^(?!HEAD)/,
  },
  smtp: {
    greets: true,
    error: Buffer.from('421 4.3.2 out of order\r\n'),
    tooMany: Buffer.from('450 4.7.1 too many letters, come back\r\n'),
    tooManyAt: /^RCPT/i,
    lostAfter: /(^|\r\n)\.\r\n$/,
  },
  postgres: {
    greets: false,
    error: fatal('57P03', 'the database system is shutting down'),
    tooMany: fatal('53300', 'sorry, too many clients already'),
    tooManyAt: /^/,
    // Its loss leaves work that was done and of which nobody has heard.
    lostAfter: /\bcommit\b/i,
  },
}

function httpAnswer(status: string, header: string): Buffer {
  const body = '<html><body>out of order</body></html>'
  const head = `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n${header}`
  return Buffer.from(`${head}Connection: close\r\n\r\n${body}`)
}

/** PostgreSQL's ErrorResponse. */
function fatal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4])
  return Buffer.concat([head, fields])
}

/** Neither HTTP nor SMTP nor PostgreSQL, with line ends in it. */
const garbage = Buffer.from(
  Array.from({ length: 96 }, (_, at) =>
    at % 24 === 23 ? '\r\n' : String.fromCharCode(128 + ((at * 37) % 96)),
  ).join(''),
  'latin1',
)

/** Opens a wire on a free port of loopback to the server at `target`. */
export async function openWire(target: number, protocol: Protocol): Promise<Wire> {
  const open = new Set<Socket>()
  let fault: Fault | null = null
  let hits = 0
  const serve = (near: Socket) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
    }
    const onHit = () => {
      hits += 1
    }
    joinSockets({ near, far }, manners[protocol], () => fault, onHit)
  }
  let server = await listen(0, serve)
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    port,
    hits: () => hits,
    break: async (next) => {
      const wasRefused = fault === 'refused'
      fault = next
      if (next === 'refused' && !wasRefused) {
        const gone = closed(server)
        for (const socket of open) {
          hits += 1
          socket.resetAndDestroy()
        }
        await gone
      }
      if (wasRefused && next !== 'refused') server = await listen(port, serve)
    },
    stop: async () => {
      const gone = closed(server)
      for (const socket of open) socket.destroy()
      await gone
    },
  }
}

function listen(port: number, serve: (near: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(serve).on('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Passes bytes both ways until a fault is met; from then on the connection is as that fault makes it, for ever. */
function joinSockets(
  { near, far }: { near: Socket; far: Socket },
  { greets, error, tooMany, tooManyAt, lostAfter }: Manners,
  now: () => Fault | null,
  onHit: () => void,
): void {
  let met: Fault | null = null
  let isAnswerLost = false
  const slowly = drip(near)
  const meet = (fault: Fault): boolean => {
    const isFirst = met === null
    if (isFirst) onHit()
    met = fault
    return isFirst
  }
  /** What is said instead of what the server would; false where the server is asked all the same. */
  const standsIn = (fault: Fault, asked: string): boolean => {
    if (fault === 'answer-lost' || fault === 'slow') return false
    if (fault === 'too-many' && !tooManyAt.test(asked)) return false
    const isFirst = meet(fault)
    if (fault === 'too-many' && greets) near.write(tooMany)
    else if (fault === 'too-many' && isFirst) near.end(tooMany)
    else if (fault === 'error' && isFirst) near.end(error)
    else if (fault === 'garbage' && isFirst) near.write(garbage)
    return true
  }
  if (greets && (now() === 'error' || now() === 'garbage')) standsIn(now() ?? 'error', '')
  near.on('data', (bytes) => {
    const fault = met ?? now()
    const asked = bytes.toString('latin1')
    if (fault !== null && standsIn(fault, asked)) return
    if (fault === 'answer-lost' && lostAfter.test(asked)) isAnswerLost = true
    far.write(bytes)
  })
  far.on('data', (bytes) => {
    const fault = met ?? now()
    if (fault === 'slow') {
      meet(fault)
      slowly(bytes)
    } else if (fault === 'answer-lost' && isAnswerLost) {
      meet(fault)
      near.destroy()
      far.destroy()
    } else if (fault === null || fault === 'answer-lost' || fault === 'too-many') near.write(bytes)
    else standsIn(fault, '')
  })
  far.on('close', () => met === null && near.destroy())
  near.on('close', () => {
    if (met === null) far.destroy()
    else setTimeout(() => far.destroy(), unnoticedMs).unref()
  })
}

/** Gives bytes on, one a second. */
function drip(to: Socket): (bytes: Buffer) => void {
  let waiting = Buffer.alloc(0)
  let clock: NodeJS.Timeout | undefined
  const next = () => {
    if (waiting.length === 0 || to.destroyed) {
      clearInterval(clock)
      clock = undefined
      return
    }
    to.write(waiting.subarray(0, 1))
    waiting = waiting.subarray(1)
  }
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes])
    clock ??= setInterval(next, 1_000)
  }
}
