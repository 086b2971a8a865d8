import {
  findRequestToRecipient,
  type LinkRequest,
  listRequestsToRecipient,
} from '#db/queries/link-requests.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'
import { type Decision, decide, undoSeconds } from './decide.ts'

const most = 200

/** *Kopplingsförfrågningar* (K9): what waits for an answer, the organisation's suppliers, and those it turned away. */
export async function listRequests(
  ctx: TenantContext,
): Promise<{ open: LinkRequest[]; approved: LinkRequest[]; turnedAway: LinkRequest[] }> {
  return withTenant(ctx.db, ctx.tenantId, async (tx) => ({
    open: await listRequestsToRecipient(tx, ctx.tenantId, ['open'], most),
    approved: await listRequestsToRecipient(tx, ctx.tenantId, ['approved'], most),
    turnedAway: await listRequestsToRecipient(tx, ctx.tenantId, ['refused', 'withdrawn'], most),
  }))
}

/** What became of an answer: who was answered, or why not. */
export type Answered = { requestIds: string[]; missed: number }

/**
 * Approves requests. Those that somebody else has answered, or the supplier has taken back, are counted in `missed`;
 * `request-answered` when all of them are.
 */
export async function approveRequests(
  ctx: TenantContext,
  input: { requestIds: string[] },
): Promise<Result<Answered, 'request-answered'>> {
  return decideAll(ctx, input.requestIds, { kind: 'approve' })
}

/** Refuses a request with a reason, which the supplier is told. `request-answered` when it is no longer open. */
export async function refuseRequest(
  ctx: TenantContext,
  input: { requestId: string; reason: string },
): Promise<Result<Answered, 'request-answered'>> {
  return decideAll(ctx, [input.requestId], { kind: 'refuse', reason: input.reason })
}

/** Takes an approval back with a reason: the supplier can send nothing more. `request-answered` when it is not approved. */
export async function withdrawApproval(
  ctx: TenantContext,
  input: { requestId: string; reason: string },
): Promise<Result<Answered, 'request-answered'>> {
  return decideAll(ctx, [input.requestId], { kind: 'withdraw', reason: input.reason })
}

/** Undoes approvals of the last minute: the requests are open again. `undo-too-late` when none of them can be. */
export async function reopenRequests(
  ctx: TenantContext,
  input: { requestIds: string[] },
): Promise<Result<Answered, 'undo-too-late'>> {
  const decidedSince = new Date(ctx.clock.now().getTime() - undoSeconds * 1_000)
  const undone = await decideAll(ctx, input.requestIds, { kind: 'reopen', decidedSince })
  return undone.ok ? undone : fail('undo-too-late')
}

async function decideAll(
  ctx: TenantContext,
  requestIds: readonly string[],
  decision: Decision,
): Promise<Result<Answered, 'request-answered'>> {
  const decided: string[] = []
  const wanted = [...new Set(requestIds)].filter(isUuid)
  // Each in a transaction of its own: a supplier is answered whatever becomes of the next one.
  for (const requestId of wanted) {
    const done = await withTenant(ctx.db, ctx.tenantId, async (tx) => {
      const request = await findRequestToRecipient(tx, ctx.tenantId, requestId)
      const by = { userId: ctx.userId, name: ctx.userName }
      return request !== null && (await decide(ctx, tx, request, decision, by))
    })
    if (done) decided.push(requestId)
  }
  return decided.length === 0
    ? fail('request-answered')
    : succeed({ requestIds: decided, missed: requestIds.length - decided.length })
}
