import type { Transaction } from '#db/client.ts'
import type { PlannedJob } from '#db/jobs.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'

/** The version a PDF is of, as its sender knows it. */
type Version = { tenantId: string; invoiceId: string; version: number; messageId: string }

/** Has the worker make the PDF of a sent version; however often it is asked for, it is one job. */
export async function planPdf(ctx: Pick<Platform, 'jobs'>, tx: Transaction, version: Version): Promise<void> {
  await ctx.jobs.enqueueAll(tx, 'make-pdf', [pdfJob(version, undefined)])
}

/** The job that makes it, not before `startAt`. */
export function pdfJob(
  { tenantId, invoiceId, version, messageId }: Version,
  startAt: Date | undefined,
): PlannedJob<'make-pdf'> {
  return { id: uuidV5(messageId, 'make-pdf'), data: { tenantId, invoiceId, version }, startAt }
}
