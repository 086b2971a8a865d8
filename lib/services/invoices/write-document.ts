import type { listAttachments } from '#db/queries/attachments.ts'
import type { SentAttachment, StoredVerdict } from '#db/schema/invoices.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { attachmentLimits } from '#lib/forms/attachments.ts'
import type { EmbeddedFile } from '#lib/invoice/model.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import { nameWithoutEnding } from '#lib/services/attachments/file-name.ts'
import { newKey, readFileOf, withStore } from '#lib/services/attachments/stored-file.ts'
import type { ActingContext } from '#lib/services/context.ts'
import { sha256 } from '#lib/services/secrets.ts'
import { toXmlBytes } from '#lib/ubl/serialize.ts'
import { writeInvoice } from '#lib/ubl/write-invoice.ts'
import { judgeBytes } from './judge-bytes.ts'

/**
 * Why a document is not made: a file is damaged, the store does not answer, it is larger than recipients take, or it
 * breaks a rule in force (`details` are then the rules).
 */
export type DocumentProblem = 'attachment-corrupt' | 'store-away' | 'too-large' | 'not-valid'

/** A document that lies in the store, whole: its key, its SHA-256, what the rules say of it, and the files inside it. */
export type FrozenDocument = {
  key: string
  hash: string
  verdict: StoredVerdict
  attachments: SentAttachment[]
}

type Row = Awaited<ReturnType<typeof listAttachments>>[number]

/**
 * Writes the exact bytes of an invoice with its files embedded (BG-24), judges them by the rules in force, and puts
 * them into the store under a new key. Every file is compared with its SHA-256 first: a damaged one is never sent
 * (R15).
 */
export async function writeDocument(
  ctx: ActingContext,
  snapshot: unknown,
  rows: readonly Row[],
): Promise<Result<FrozenDocument, DocumentProblem, readonly string[] | undefined>> {
  const files: EmbeddedFile[] = []
  for (const [index, row] of rows.entries()) {
    const read = await readFileOf(ctx, row)
    if (!read.ok) return read
    files.push({
      ...headOf(row, index),
      mimeCode: row.mimeType,
      base64: Buffer.from(read.value.bytes).toString('base64'),
    })
  }
  const bytes = toXmlBytes(writeInvoice(invoiceFromJson(snapshot), files))
  if (bytes.byteLength > attachmentLimits.xmlBytes) return fail('too-large')
  const judged = judgeBytes(bytes, ctx.clock.now())
  if (!judged.ok)
    return fail(
      'not-valid',
      judged.details.map(({ rule }) => rule),
    )
  const key = newKey('xml', ctx.tenantId)
  failpoint('send.before-object')
  const stored = await withStore(ctx, () => ctx.store.put(key, bytes))
  failpoint('send.after-object')
  if (!stored.ok) return stored
  const attachments = rows.map((row, index) => ({
    ...headOf(row, index),
    mimeType: row.mimeType,
    size: row.size,
    sha256: row.sha256,
    key: row.key,
  }))
  return succeed({ key, hash: sha256(bytes), verdict: judged.value, attachments })
}

/** BT-122, BT-123 and the file's name; the number follows the shown order. */
function headOf({ description, fileName }: Row, index: number) {
  return {
    reference: `Bilaga ${index + 1}`,
    description: description || nameWithoutEnding(fileName),
    fileName,
  }
}
