import type { Transaction } from '#db/client.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { findCustomer, updateCustomer } from '#db/queries/customers.ts'
import { type LinkRequest, moveRequest } from '#db/queries/link-requests.ts'
import { findUser } from '#db/queries/users.ts'
import { continueAsTenant } from '#db/with-tenant.ts'
import { uuidV5 } from '#lib/core/ids.ts'
import type { Platform } from '#lib/services/context.ts'
import { queueMail } from '#lib/services/mail/queue-mail.ts'

/** How long an approval can be undone. */
export const undoSeconds = 60

/** What a recipient may do with a supplier's request: answer it, take the approval back, undo it at once. */
export type Decision =
  | { kind: 'approve' }
  | { kind: 'refuse'; reason: string }
  | { kind: 'withdraw'; reason: string }
  | { kind: 'reopen'; decidedSince: Date }

/** Who decided: a user of the recipient organisation, or whoever held the link in the mail. */
export type DecidedBy = { userId: string; name: string } | null

const moves = {
  approve: { from: 'open', to: 'approved', customer: 'approved', letter: 'link-approved' },
  refuse: { from: 'open', to: 'refused', customer: 'refused', letter: 'link-refused' },
  withdraw: { from: 'approved', to: 'withdrawn', customer: 'withdrawn', letter: 'link-withdrawn' },
  reopen: { from: 'approved', to: 'open', customer: 'awaiting-approval', letter: null },
} as const

/**
 * Carries a decision out, in the transaction in which the request was found: the request, the supplier's customer,
 * the audit log of both sides, and a letter to whoever asked. Where the supplier chose so, an approval lets what waits
 * for it leave as soon as the approval can be undone no more. False, and nothing changes, when the request is no
 * longer where the decision expects it: of several answers at once one wins. Afterwards the transaction is the
 * supplier's.
 */
export async function decide(
  ctx: Platform,
  tx: Transaction,
  request: LinkRequest,
  decision: Decision,
  by: DecidedBy,
): Promise<boolean> {
  const { from, to, customer, letter } = moves[decision.kind]
  const now = ctx.clock.now()
  const reason = 'reason' in decision ? decision.reason : ''
  const decidedAt = decision.kind === 'reopen' ? null : now
  const moved = await moveRequest(tx, request, {
    from,
    to,
    reason,
    decidedByName: decidedAt === null ? '' : (by?.name ?? ''),
    decidedAt,
    ...(decision.kind === 'reopen' ? { decidedSince: decision.decidedSince } : {}),
  })
  if (!moved) return false
  const audit = { action: `link.${decision.kind}`, details: { supplier: request.supplierName }, at: now }
  if (request.recipientCompanyId !== null) {
    await continueAsTenant(tx, request.recipientCompanyId)
    await insertAudit(tx, request.recipientCompanyId, {
      ...audit,
      userId: by?.userId ?? null,
      subjectId: request.id,
    })
  }
  await continueAsTenant(tx, request.tenantId)
  await updateCustomer(tx, request.tenantId, request.customerId, { state: customer, reason, decidedAt })
  await insertAudit(tx, request.tenantId, {
    ...audit,
    details: { party: request.partyName },
    userId: null,
    subjectId: request.customerId,
  })
  const sends = decision.kind === 'approve' && (await sendWaiting(ctx, tx, request, now))
  const asker = letter === null ? null : await findUser(tx, request.requestedBy)
  if (letter !== null && asker) {
    await queueMail(ctx, tx, {
      letter: sends ? 'link-approved-sends' : letter,
      locale: asker.locale,
      recipient: asker.email,
      params: { party: request.partyName, ...(letter === 'link-refused' ? { reason } : {}) },
    })
  }
  return true
}

/** Plans that what waits for the approval leaves (K10); false where the supplier has not chosen so. */
async function sendWaiting(
  ctx: Platform,
  tx: Transaction,
  request: LinkRequest,
  now: Date,
): Promise<boolean> {
  const { tenantId, customerId } = request
  const customer = await findCustomer(tx, tenantId, customerId)
  if (!customer?.sendOnApprovalBy) return false
  const jobId = uuidV5(request.id, `send ${now.toISOString()}`)
  const startAt = new Date(now.getTime() + undoSeconds * 1_000)
  await ctx.jobs.enqueue(tx, 'send-approved', jobId, { tenantId, customerId }, startAt)
  return true
}
