/** What is known of an object without reading it. */
export type StoredObject = { key: string; size: number; storedAt: Date }

/**
 * Where files are kept: bytes under a key, written once and never changed. What an object must hold (its size and
 * SHA-256) stands in the database. Every method throws `StoreError` when it fails, and answers within its time limits.
 */
export type Store = {
  /** Resolves when the bytes are safe. The same bytes again are no fault; other bytes under the same key are `refused`. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The bytes as they are stored now; `missing` when there is no such object. */
  read(key: string): Promise<Uint8Array>
  /** An object that is not there is no fault. */
  remove(key: string): Promise<void>
  /** Every object whose key begins with the prefix, which ends in `/`. */
  list(prefix: string): AsyncIterable<StoredObject>
}

/**
 * Why the store did not do it: it could not be reached in time, the object is not there, or it said no (wrong
 * credentials, no such bucket, no room, a key that is taken).
 */
export type StoreFailure = 'unreachable' | 'missing' | 'refused'

/** The one error of a store. `detail` names the cause by its code, for the log; never a secret or an address. */
export class StoreError extends Error {
  readonly kind: StoreFailure
  readonly code: string

  constructor(kind: StoreFailure, detail: string) {
    super(`store ${kind}: ${detail}`)
    this.name = 'StoreError'
    this.kind = kind
    this.code = `store-${kind}`
  }
}

/**
 * Whether it is a store's error. By its name, not its class: a build has this module in several of its bundles, and the
 * store that a web process shares was opened in any of them.
 */
export function isStoreError(error: unknown): error is StoreError {
  return error instanceof Error && error.name === 'StoreError'
}

const keyShape = /^[a-z0-9-]+(\/[a-z0-9-]+){1,5}$/

/** Throws a plain `Error` for what is no key: keys are ours alone, so a wrong one is a bug. */
export function checkKey(key: string): string {
  if (key.length > 300 || !keyShape.test(key)) throw new Error('not a key of the store')
  return key
}

/** As `checkKey`, for a prefix: one or more whole parts of a key, ending in `/`. */
export function checkPrefix(prefix: string): string {
  if (!/^([a-z0-9-]+\/){1,5}$/.test(prefix)) throw new Error('not a prefix of the store')
  return prefix
}

/** Refuses to store nothing: no file is empty, and a store that answers for an empty one proves nothing. */
export function checkBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength === 0) throw new StoreError('refused', 'empty')
  return bytes
}
