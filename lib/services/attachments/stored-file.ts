import { describeError } from '#lib/adapters/log.ts'
import { readVerified, readXml, type StoredXml } from '#lib/adapters/storage/read-verified.ts'
import { isStoreError } from '#lib/adapters/storage/store.ts'
import { newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { Platform } from '#lib/services/context.ts'

/** A file as it is handed to a person: its bytes are those that were stored, by SHA-256. */
export type StoredFile = { bytes: Uint8Array; fileName: string; mimeType: string }

/** Why a file is not handed out: not theirs or not there; its bytes have changed; the store does not answer. */
export type FileProblem = 'unknown' | 'attachment-corrupt' | 'store-away'

/** What the database says of a file's bytes. */
export type FileRow = { key: string; sha256: string; size: number; fileName: string; mimeType: string }

type Storing = Pick<Platform, 'store' | 'log'>

/** The key of a new object: random, below its kind and the company, so that it is found again without the row. */
export function newKey(kind: 'attachments' | 'xml', tenantId: string): string {
  return `${kind}/${tenantId}/${newId()}`
}

/** Does something with the store. `store-away` when the store cannot: nothing of ours is lost by that. */
export async function withStore<Value>(
  ctx: Storing,
  work: () => Promise<Value>,
): Promise<Result<Value, 'store-away'>> {
  try {
    return succeed(await work())
  } catch (error) {
    if (!isStoreError(error)) throw error
    ctx.log.error({ ...describeError(error) }, 'the attachment store failed')
    return fail('store-away')
  }
}

/** Removes an object that no row points to. What cannot be removed now is swept later. */
export async function dropObject(ctx: Storing, key: string): Promise<void> {
  await withStore(ctx, () => ctx.store.remove(key))
}

/** Reads a file whose row is known, compared with its size and SHA-256. */
export async function readFileOf(
  ctx: Storing,
  row: FileRow,
): Promise<Result<StoredFile, Exclude<FileProblem, 'unknown'>>> {
  const read = await withStore(ctx, () => readVerified(ctx.store, row.key, row.sha256, row.size))
  if (!read.ok) return read
  if (read.value !== 'corrupt')
    return succeed({ bytes: read.value, fileName: row.fileName, mimeType: row.mimeType })
  ctx.log.error({ key: row.key }, 'a stored file is corrupt or missing')
  return fail('attachment-corrupt')
}

/** Reads a sent or received document whose row is known, compared with its SHA-256. */
export async function readDocument(
  ctx: Storing,
  row: StoredXml & { number: string },
): Promise<Result<StoredFile, Exclude<FileProblem, 'unknown'>>> {
  const read = await withStore(ctx, () => readXml(ctx.store, row))
  if (!read.ok) return read
  if (read.value !== 'corrupt')
    return succeed({
      bytes: read.value,
      fileName: `faktura-${row.number.replaceAll('/', '-')}.xml`,
      mimeType: 'application/xml',
    })
  ctx.log.error({ key: row.xmlKey ?? '' }, 'a stored document is corrupt or missing')
  return fail('attachment-corrupt')
}
