import {
  countAttachments as countFiles,
  findAttachment,
  listAttachments as listFiles,
} from '#db/queries/attachments.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { type AttachmentView, toView } from './attachment-view.ts'
import { type FileProblem, readFileOf, type StoredFile } from './stored-file.ts'

/** The files with an invoice, in the order in which they go into it; none when it is not the company's. */
export async function listAttachments(ctx: TenantContext, invoiceId: string): Promise<AttachmentView[]> {
  if (!isUuid(invoiceId)) return []
  const rows = await withTenant(ctx.db, ctx.tenantId, (tx) => listFiles(tx, ctx.tenantId, invoiceId))
  return rows.map(toView)
}

/** How many files each of the invoices has, for a list; an invoice without files is not in the map. */
export async function countAttachments(
  ctx: TenantContext,
  invoiceIds: readonly string[],
): Promise<Map<string, number>> {
  return withTenant(ctx.db, ctx.tenantId, (tx) => countFiles(tx, ctx.tenantId, invoiceIds.filter(isUuid)))
}

/** A file's bytes for the company whose invoice it is with. A file that was taken away is `unknown`. */
export async function readAttachment(
  ctx: TenantContext,
  attachmentId: string,
): Promise<Result<StoredFile, FileProblem>> {
  if (!isUuid(attachmentId)) return fail('unknown')
  const row = await withTenant(ctx.db, ctx.tenantId, (tx) => findAttachment(tx, ctx.tenantId, attachmentId))
  return row && row.removedAt === null ? readFileOf(ctx, row) : fail('unknown')
}
