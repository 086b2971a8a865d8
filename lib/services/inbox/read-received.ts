import { fail, type Result } from '#lib/core/result.ts'
import {
  type FileProblem,
  readDocument,
  readFileOf,
  type StoredFile,
} from '#lib/services/attachments/stored-file.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { openInboxDocument } from './inbox.ts'

/** The exact bytes that were received; opening them counts as opening the document. `unknown` when it is not the organisation's. */
export async function readReceivedXml(
  ctx: TenantContext,
  documentId: string,
): Promise<Result<StoredFile, FileProblem>> {
  const found = await openInboxDocument(ctx, documentId)
  return found ? readDocument(ctx, found) : fail('unknown')
}

/** One of the files inside a received document, counted from 0 in shown order. `unknown` when it has no such file. */
export async function readReceivedAttachment(
  ctx: TenantContext,
  documentId: string,
  index: number,
): Promise<Result<StoredFile, FileProblem>> {
  const found = await openInboxDocument(ctx, documentId)
  const file = found?.attachments[index]
  return file ? readFileOf(ctx, file) : fail('unknown')
}
