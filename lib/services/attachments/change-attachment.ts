import type { Transaction } from '#db/client.ts'
import { findAttachment, listAttachments, updateAttachment } from '#db/queries/attachments.ts'
import { lockInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { type AttachmentView, toView } from './attachment-view.ts'
import { uniqueFileName } from './file-name.ts'
import { type LimitProblem, limitProblem } from './limit-problem.ts'

/** Why an attachment is not changed: not there, or its invoice has been sent. */
export type ChangeProblem = 'unknown-attachment' | 'already-sent'

type Row = NonNullable<Awaited<ReturnType<typeof findAttachment>>>

/** Takes a file away; `restoreAttachment` brings it back for a day. Taking it away again changes nothing. */
export async function removeAttachment(
  ctx: TenantContext,
  attachmentId: string,
): Promise<Result<{ invoiceId: string; fileName: string }, ChangeProblem>> {
  return changeLocked(ctx, attachmentId, async (tx, row, invoiceId) => {
    if (row.removedAt === null)
      await updateAttachment(tx, ctx.tenantId, row.id, { removedAt: ctx.clock.now() })
    return succeed({ invoiceId, fileName: row.fileName })
  })
}

/** Undo of `removeAttachment`, in its place, if there still is room for it and no other file has got its name. */
export async function restoreAttachment(
  ctx: TenantContext,
  attachmentId: string,
): Promise<Result<AttachmentView, ChangeProblem | LimitProblem | 'attachment-name-taken'>> {
  return changeLocked(ctx, attachmentId, async (tx, row, invoiceId) => {
    if (row.removedAt === null) return succeed(toView(row))
    const others = await listAttachments(tx, ctx.tenantId, invoiceId)
    const problem = limitProblem(others, row.size)
    if (problem !== null) return fail(problem)
    const names = others.map((each) => each.fileName)
    if (uniqueFileName(row.fileName, names) !== row.fileName) return fail('attachment-name-taken')
    await updateAttachment(tx, ctx.tenantId, row.id, { removedAt: null })
    return succeed(toView(row))
  })
}

/** Writes what the file is (BT-123). Empty: the file's name without its ending. */
export async function describeAttachment(
  ctx: TenantContext,
  input: { attachmentId: string; description: string },
): Promise<Result<AttachmentView, ChangeProblem>> {
  return changeLocked(ctx, input.attachmentId, async (tx, row) => {
    await updateAttachment(tx, ctx.tenantId, row.id, { description: input.description })
    return succeed(toView({ ...row, description: input.description }))
  })
}

/** Moves a file one place up or down; at the end of the list nothing changes. Gives the files in their new order. */
export async function moveAttachment(
  ctx: TenantContext,
  input: { attachmentId: string; direction: 'up' | 'down' },
): Promise<Result<AttachmentView[], ChangeProblem>> {
  return changeLocked(ctx, input.attachmentId, async (tx, row, invoiceId) => {
    const files = await listAttachments(tx, ctx.tenantId, invoiceId)
    const at = files.findIndex((each) => each.id === row.id)
    const other = at + (input.direction === 'up' ? -1 : 1)
    const [moved, neighbour] = [files[at], files[other]]
    if (moved && neighbour)
      files.splice(Math.min(at, other), 2, ...(at < other ? [neighbour, moved] : [moved, neighbour]))
    for (const [index, each] of files.entries())
      if (each.position !== index + 1)
        await updateAttachment(tx, ctx.tenantId, each.id, { position: index + 1 })
    return succeed(files.map((each, index) => toView({ ...each, position: index + 1 })))
  })
}

/** Every change of a file is under its invoice's lock, like the sending: what is sent is a list somebody saw. */
async function changeLocked<Value, Code extends string>(
  ctx: TenantContext,
  attachmentId: string,
  change: (tx: Transaction, row: Row, invoiceId: string) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | ChangeProblem>> {
  if (!isUuid(attachmentId)) return fail('unknown-attachment')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const known = await findAttachment(tx, ctx.tenantId, attachmentId)
    if (!known?.invoiceId) return fail('unknown-attachment')
    const invoice = await lockInvoice(tx, ctx.tenantId, known.invoiceId)
    const row = await findAttachment(tx, ctx.tenantId, attachmentId)
    if (!row || !invoice) return fail('unknown-attachment')
    if (invoice.state !== 'draft' && invoice.state !== 'ready') return fail('already-sent')
    return change(tx, row, invoice.id)
  })
}
