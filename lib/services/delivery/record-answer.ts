import type { Transaction } from '#db/client.ts'
import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import { lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { type Answer, stateAfter } from '#lib/invoice/answers.ts'
import { canMove, invoiceTransitions } from '#lib/invoice/lifecycle.ts'
import type { Platform } from '#lib/services/context.ts'
import { tellSender } from './tell-sender.ts'

/** An answer of a recipient: `text` in its own words, `by` who gave it, `evidence` where it came from. */
export type GivenAnswer = {
  answer: Answer
  text: string
  by: string
  evidence: Readonly<Record<string, string>>
}

/**
 * Writes a recipient's answer to the supplier's side: the invoice, its timeline, the audit log, and of a rejection a
 * letter to whoever sent it. In the supplier's
 * transaction. An answer to a version that was sent again since, or after a rejection, stands in the timeline alone.
 */
export async function recordAnswer(
  ctx: Pick<Platform, 'clock' | 'jobs'>,
  tx: Transaction,
  of: { tenantId: string; invoiceId: string; version: number },
  { answer, text, by, evidence }: GivenAnswer,
): Promise<void> {
  const { tenantId, invoiceId, version } = of
  const now = ctx.clock.now()
  const invoice = await lockInvoice(tx, tenantId, invoiceId)
  if (!invoice) return
  const state = stateAfter(answer)
  if (invoice.version === version && canMove(invoiceTransitions, invoice.state, state)) {
    const answered = { answer, answerText: text, answeredAt: now }
    await updateInvoice(tx, tenantId, invoiceId, { state, ...answered, updatedAt: now })
  }
  await insertInvoiceEvent(tx, tenantId, {
    invoiceId,
    version,
    event: answer,
    actorName: by,
    evidence: { ...(text === '' ? {} : { text }), ...evidence },
    at: now,
  })
  if (answer === 'rejected') await tellSender(ctx, tx, of, 'invoice-rejected', { reason: text })
  await insertAudit(tx, tenantId, {
    userId: null,
    action: 'invoice.answered',
    subjectId: invoiceId,
    details: { number: invoice.number ?? '', version, answer, by },
    at: now,
  })
}
