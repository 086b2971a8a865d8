import type { Transaction } from '#db/client.ts'
import { findAttachment, insertAttachment, listAttachments } from '#db/queries/attachments.ts'
import { findInvoice, lockInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { failpoint } from '#lib/adapters/failpoint.ts'
import { isUuid, newId } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { attachmentLimits } from '#lib/forms/attachments.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { sha256 } from '#lib/services/secrets.ts'
import { type AttachmentView, toView } from './attachment-view.ts'
import { cleanFileName, nameWithoutEnding, uniqueFileName } from './file-name.ts'
import { type ContentProblem, inspectFile } from './inspect-file.ts'
import { type LimitProblem, limitProblem, limitsInMegabytes } from './limit-problem.ts'
import { dropObject, newKey, withStore } from './stored-file.ts'

/** Why a file is not added; the invoice and its other files stay as they were. */
export type AddProblem =
  | 'unknown'
  | 'already-sent'
  | 'attachment-empty'
  | 'store-away'
  | ContentProblem
  | LimitProblem

/** What the sentence about a refused file says: its name, and the limits in megabytes and files. */
export type AddFaultParams = { name: string; fileMb: number; invoiceMb: number; files: number }

type Refusal = Result<never, AddProblem, AddFaultParams>

/**
 * Adds a file to an invoice that is not sent yet (S36, K24). The bytes go into the store first and the row after, under
 * the invoice's lock with the limits counted again: two uploads at once never exceed them. A refusal leaves nothing.
 * `uploadId`: the file's id, chosen by whoever uploads; the same upload again, after an answer that was lost, is the file
 * that is there already.
 */
export async function addAttachment(
  ctx: TenantContext,
  input: { invoiceId: string; fileName: string; bytes: Uint8Array; uploadId?: string | undefined },
): Promise<Result<AttachmentView, AddProblem, AddFaultParams>> {
  const { invoiceId, bytes, uploadId: id = newId() } = input
  const refuse = (code: AddProblem): Refusal =>
    fail(code, { name: shownName(input.fileName), ...limitsInMegabytes })
  if (!isUuid(invoiceId) || !isUuid(id)) return refuse('unknown')
  if (bytes.byteLength === 0) return refuse('attachment-empty')
  if (bytes.byteLength > attachmentLimits.fileBytes) return refuse('attachment-too-large')
  const type = inspectFile(input.fileName, bytes)
  if (!type.ok) return refuse(type.code)
  const early = await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    return (
      (await findUploaded(tx, ctx.tenantId, id, invoiceId)) ??
      problemOf(tx, ctx.tenantId, invoice, bytes.byteLength)
    )
  })
  if (typeof early === 'string') return refuse(early)
  if (early !== null) return succeed(toView(early))
  const key = newKey('attachments', ctx.tenantId)
  failpoint('upload.before-object')
  const stored = await withStore(ctx, () => ctx.store.put(key, bytes))
  failpoint('upload.after-object')
  if (!stored.ok) return refuse(stored.code)
  const added = await withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await lockInvoice(tx, ctx.tenantId, invoiceId)
    const uploaded = await findUploaded(tx, ctx.tenantId, id, invoiceId)
    if (uploaded === 'unknown') return fail(uploaded)
    if (uploaded !== null) return succeed(uploaded)
    const problem = await problemOf(tx, ctx.tenantId, invoice, bytes.byteLength)
    if (problem !== null) return fail(problem)
    const others = await listAttachments(tx, ctx.tenantId, invoiceId)
    const fileName = uniqueFileName(
      cleanFileName(input.fileName, type.value),
      others.map((each) => each.fileName),
    )
    const row = {
      id,
      invoiceId,
      key,
      fileName,
      mimeType: type.value.mimeCode,
      size: bytes.byteLength,
      sha256: sha256(bytes),
      description: nameWithoutEnding(fileName),
      position: Math.max(0, ...others.map((each) => each.position)) + 1,
      createdBy: ctx.userId,
      createdAt: ctx.clock.now(),
    }
    await insertAttachment(tx, ctx.tenantId, row)
    failpoint('upload.before-commit')
    return succeed(row)
  })
  failpoint('upload.after-commit')
  // Of the same upload twice at once, only one's bytes are pointed to.
  if (!added.ok || added.value.key !== key) await dropObject(ctx, key)
  return added.ok ? succeed(toView(added.value)) : refuse(added.code)
}

/** The file that the same upload has made already. `unknown` where the id is another file's, or of one taken away since. */
async function findUploaded(tx: Transaction, tenantId: string, id: string, invoiceId: string) {
  const row = await findAttachment(tx, tenantId, id)
  if (row === null) return null
  return row.invoiceId === invoiceId && row.removedAt === null ? row : ('unknown' as const)
}

async function problemOf(
  tx: Transaction,
  tenantId: string,
  invoice: Awaited<ReturnType<typeof findInvoice>>,
  size: number,
): Promise<'unknown' | 'already-sent' | LimitProblem | null> {
  if (!invoice || invoice.removedAt) return 'unknown'
  if (invoice.state !== 'draft' && invoice.state !== 'ready') return 'already-sent'
  return limitProblem(await listAttachments(tx, tenantId, invoice.id), size)
}

/** The name as it is said in a fault: without path and invisible characters, short. */
function shownName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? ''
  return [...last.replace(/\p{C}/gu, '')].slice(0, 100).join('')
}
