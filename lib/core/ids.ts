import { sha1 } from './sha1.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A new random id (UUIDv4). */
export function newId(): string {
  return globalThis.crypto.randomUUID()
}

/** Tells whether a text is a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/**
 * The id that always follows from a namespace and a name (UUIDv5, RFC 9562 5.5): the same input gives the same
 * id for ever, so that a message sent again is recognised. Throws when the namespace is no UUID.
 */
export function uuidV5(namespace: string, name: string): string {
  if (!isUuid(namespace)) throw new Error('uuidV5 needs a UUID as its namespace')
  const space = (namespace.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  const digest = sha1(Uint8Array.from([...space, ...new TextEncoder().encode(name)])).slice(0, 16)
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
