import type { Transaction } from '#db/client.ts'
import { insertAudit, insertInvoiceEvent } from '#db/queries/audit.ts'
import { cancelDelivery, listLeaving } from '#db/queries/deliveries.ts'
import { findInvoice, lockInvoice, updateInvoice } from '#db/queries/invoices.ts'
import { withTenant } from '#db/with-tenant.ts'
import { isUuid } from '#lib/core/ids.ts'
import { fail, type Result, succeed } from '#lib/core/result.ts'
import type { TenantContext } from '#lib/services/context.ts'

/** Why *Skicka* is not undone: the invoice is not the company's, or its first attempt has begun. */
export type UndoProblem = 'unknown' | 'too-late'

/** What became of one invoice. */
export type UndoOutcome = { invoiceId: string; number: string; problem: UndoProblem | null }

const most = 200

/**
 * *Ångra* (K25): takes each invoice that has not begun to leave back to *Godkänn och skicka*, with its number and its
 * files. Each is answered for itself; one that came too late stops no other. Pressed twice, it is done once.
 */
export async function undoSend(ctx: TenantContext, invoiceIds: readonly string[]): Promise<UndoOutcome[]> {
  const outcomes: UndoOutcome[] = []
  for (const invoiceId of new Set(invoiceIds)) {
    const undone = await undoOne(ctx, invoiceId)
    outcomes.push({
      invoiceId,
      number: undone.ok ? undone.value.number : (undone.details?.number ?? ''),
      problem: undone.ok ? null : undone.code,
    })
  }
  return outcomes
}

type Undone = Result<{ number: string }, UndoProblem, { number: string } | undefined>

async function undoOne(ctx: TenantContext, invoiceId: string): Promise<Undone> {
  if (!isUuid(invoiceId)) return fail('unknown')
  return withTenant(ctx.db, ctx.tenantId, async (tx) => {
    const invoice = await findInvoice(tx, ctx.tenantId, invoiceId)
    if (!invoice) return fail('unknown')
    const known = { number: invoice.number ?? '' }
    const cancelled = await cancelBeforeFirstAttempt(tx, ctx.tenantId, {
      invoiceId,
      version: invoice.version,
      now: ctx.clock.now(),
      event: 'undone',
      by: { userId: ctx.userId, name: ctx.userName, action: 'invoice.send-undone' },
    })
    // The press before this one may have been the one that did it.
    const isReady = cancelled || (await findInvoice(tx, ctx.tenantId, invoiceId))?.state === 'ready'
    return isReady ? succeed(known) : fail('too-late', known)
  })
}

type Cancellation = {
  invoiceId: string
  version: number
  now: Date
  /** How the timeline calls it. */
  event: 'undone' | 'stopped'
  by: { userId: string; name: string; action: string }
}

/**
 * Cancels a delivery that no attempt has begun and makes its invoice ready again, in the caller's transaction. False
 * when the worker was first. The delivery's row goes before the invoice's, as where an attempt's outcome is written:
 * the two wait for each other in one order.
 */
export async function cancelBeforeFirstAttempt(
  tx: Transaction,
  tenantId: string,
  { invoiceId, version, now, event, by }: Cancellation,
): Promise<boolean> {
  const cancelled = await cancelDelivery(tx, tenantId, { invoiceId, version, now })
  if (cancelled === null) return false
  const { messageId } = cancelled
  const invoice = await lockInvoice(tx, tenantId, invoiceId)
  if (invoice?.state !== 'sent' || invoice.version !== version)
    throw new Error('a delivery was queued for an invoice that is not sent')
  await updateInvoice(tx, tenantId, invoiceId, { state: 'ready', sentAt: null, updatedAt: now })
  await insertInvoiceEvent(tx, tenantId, {
    invoiceId,
    version,
    event,
    actorName: by.name,
    evidence: { messageId },
    at: now,
  })
  await insertAudit(tx, tenantId, {
    userId: by.userId,
    action: by.action,
    subjectId: invoiceId,
    details: { number: invoice.number ?? '', version, messageId },
    at: now,
  })
  return true
}

/** What was sent and can still be undone, the soonest first; `leavesInMs` may be past where the worker is late. */
export async function readLeaving(ctx: TenantContext) {
  const rows = await withTenant(ctx.db, ctx.tenantId, (tx) => listLeaving(tx, ctx.tenantId, most))
  const now = ctx.clock.now().getTime()
  return rows.flatMap(({ leavesAt, number, ...row }) =>
    leavesAt === null
      ? []
      : [{ ...row, number: number ?? '', leavesAt, leavesInMs: leavesAt.getTime() - now }],
  )
}
