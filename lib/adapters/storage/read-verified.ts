import { createHash } from 'node:crypto'
import { isStoreError, type Store } from './store.ts'

/**
 * Reads an object and compares it with what the database says it is. `corrupt` when a byte differs or it is gone:
 * such bytes are never sent and never handed out. Throws `StoreError` when the store cannot say.
 */
export async function readVerified(
  store: Store,
  key: string,
  sha256: string,
  size?: number,
): Promise<Uint8Array | 'corrupt'> {
  try {
    const bytes = await store.read(key)
    if (size !== undefined && bytes.byteLength !== size) return 'corrupt'
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : 'corrupt'
  } catch (error) {
    if (isStoreError(error) && error.kind === 'missing') return 'corrupt'
    throw error
  }
}

/** Where a frozen document's bytes are: in the row itself (versions older than the store), or an object. */
export type StoredXml = { xml: Uint8Array | null; xmlKey: string | null; xmlHash: string }

/** The bytes of a sent or received document, as `readVerified`: compared with the frozen SHA-256 every time. */
export async function readXml(
  store: Store,
  { xml, xmlKey, xmlHash }: StoredXml,
): Promise<Uint8Array | 'corrupt'> {
  if (xmlKey !== null) return readVerified(store, xmlKey, xmlHash)
  if (xml === null) return 'corrupt'
  return createHash('sha256').update(xml).digest('hex') === xmlHash ? xml : 'corrupt'
}
