import { insertAudit } from '#db/queries/audit.ts'
import { getCompany } from '#db/queries/companies.ts'
import { lockInboxDocument, updateAnswer } from '#db/queries/inbox.ts'
import { continueAsTenant, withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import { type Answer, answersAfter } from '#lib/invoice/answers.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { recordAnswer } from '#lib/services/delivery/record-answer.ts'

/**
 * The organisation's answer to an invoice it has received (K32): with the document, in the audit log of both sides and
 * on the supplier's timeline, in one transaction. `answered-already` when the answer may not follow what stands there
 * now: of several at once one wins. Afterwards the transaction is the supplier's.
 */
export async function answerDocument(
  ctx: TenantContext,
  input: { documentId: string; answer: Answer; text: string },
): Promise<Result<{ answer: Answer }, 'unknown' | 'answered-already'>> {
  const { documentId, answer, text } = input
  if (!isUuid(documentId)) return fail('unknown')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const found = await lockInboxDocument(tx, ctx.tenantId, documentId)
    if (!found) return fail('unknown')
    if (!answersAfter(found.answer).includes(answer)) return fail('answered-already')
    const at = ctx.clock.now()
    const { name: organisation } = await getCompany(tx, ctx.tenantId)
    await updateAnswer(tx, ctx.tenantId, documentId, {
      answer,
      answerText: text,
      answeredAt: at,
      answeredByName: ctx.userName,
    })
    await insertAudit(tx, ctx.tenantId, {
      userId: ctx.userId,
      action: 'document.answered',
      subjectId: documentId,
      details: { supplier: found.senderName, number: found.number, answer, text },
      at,
    })
    await continueAsTenant(tx, found.senderTenantId)
    const sent = {
      tenantId: found.senderTenantId,
      invoiceId: found.senderInvoiceId,
      version: found.senderVersion,
    }
    await recordAnswer(ctx, tx, sent, {
      answer,
      text,
      by: `${ctx.userName}, ${organisation}`,
      evidence: { messageId: found.messageId, receiptId: found.id },
    })
    return succeed({ answer })
  })
}
