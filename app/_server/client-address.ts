import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const mark = Symbol.for('talong.socket-addresses')
const held = globalThis as { [mark]?: boolean }

/**
 * From now on X-Forwarded-For of every request ends with the address its socket comes from. Next fills the header in
 * only when the client has left it out, and keeps whatever the client invents; this is written after that, by Node,
 * before Next sees the request.
 */
export function noteSocketAddresses(): void {
  if (held[mark]) return
  held[mark] = true
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    const given = request.headers['x-forwarded-for']
    const socket = request.socket.remoteAddress ?? 'unknown'
    request.headers['x-forwarded-for'] = given === undefined ? socket : `${given}, ${socket}`
  })
}

/**
 * The address a request came from: the socket's, or with proxies of our own in front the one that the outermost of
 * them saw. Entries further to the left are the client's to invent and are never read. `unknown` when there is none.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string {
  // Without the socket's address at its end nothing in the header can be told from an invention.
  if (!held[mark]) return 'unknown'
  const addresses = (forwardedFor ?? '').split(',').map((address) => address.trim())
  const address = addresses.at(-1 - trustedProxies) ?? addresses.at(-1) ?? ''
  return address.replace(/^::ffff:/, '').slice(0, 64) || 'unknown'
}
