import type { Transaction } from '#db/client.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'

/** The version a PDF is of, as its sender knows it. */
type Version = { tenantId: string; invoiceId: string; version: number; messageId: string }

/**
 * Has the worker make the PDF of a sent version, not before `startAt`; however often it is asked for, it is one job.
 */
export async function planPdf(
  ctx: Pick<Platform, 'jobs'>,
  tx: Transaction,
  { tenantId, invoiceId, version, messageId }: Version,
  startAt?: Date,
): Promise<void> {
  const job = { tenantId, invoiceId, version }
  await ctx.jobs.enqueue(tx, 'make-pdf', uuidV5(messageId, 'make-pdf'), job, startAt)
}
