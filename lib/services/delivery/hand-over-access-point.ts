import type { AccessPoint, Standing } from '#lib/adapters/access-point/access-point.ts'
import { invoiceFromJson } from '#lib/invoice/snapshot.ts'
import type { Platform } from '#lib/services/context.ts'
import type { Attempt } from './attempt.ts'
import type { NetworkOutcome } from './outcome.ts'

/**
 * Gives a version to the access point, for it to carry into the Peppol network. Only what it has never heard of is
 * submitted: from the second attempt on it is asked first, for the first may have arrived without an answer. The
 * message id is the delivery's own in every attempt.
 */
export async function handOverToAccessPoint(
  ctx: Platform,
  attempt: Attempt,
  xml: Uint8Array,
): Promise<NetworkOutcome> {
  const { accessPoint } = ctx
  if (accessPoint === null) return retrying('not-connected')
  const { delivery, xmlHash } = attempt
  const { messageId } = delivery
  if (attempt.number > 1) {
    const known = await askAccessPoint(ctx, accessPoint, messageId, xmlHash)
    if (known !== 'unknown') return known
  }
  const invoice = invoiceFromJson(attempt.snapshot)
  const receiver = invoice.buyer.electronicAddress
  if (receiver === null) return { state: 'failed', code: 'no-address', reason: '' }
  const submission = await accessPoint.submit({
    messageId,
    kind: invoice.kind,
    sender: invoice.seller.electronicAddress,
    receiver,
    country: invoice.seller.address.country,
    xml,
  })
  if (submission.answer === 'refused') return { state: 'failed', code: submission.code, reason: '' }
  if (submission.answer === 'again') return retrying(submission.code, submission.afterSeconds)
  return { state: 'handed-over', isFinal: false }
}

/** Asks the access point where a message stands. `unknown`: it never heard of it. */
export async function askAccessPoint(
  ctx: Pick<Platform, 'clock'>,
  accessPoint: AccessPoint,
  messageId: string,
  sha256: string,
): Promise<NetworkOutcome | 'unknown'> {
  const status = await accessPoint.status(messageId)
  if (status.answer === 'unknown') return 'unknown'
  if (status.answer === 'again') return retrying(status.code, status.afterSeconds)
  return outcomeOf(status.standing, { receiptId: messageId, sha256 }, ctx.clock.now())
}

function outcomeOf(
  standing: Standing,
  receipt: { readonly receiptId: string; readonly sha256: string },
  now: Date,
): NetworkOutcome {
  switch (standing.at) {
    case 'received':
      return { state: 'delivered', receipt: { ...receipt, delivery: standing.delivery } }
    case 'sent':
      return { state: 'handed-over', isFinal: standing.isFinal }
    case 'refused':
      return { state: 'failed', code: `refused-by-${standing.by}`, reason: standing.reason }
    case 'underway': {
      const wait = standing.nextRetryAt === null ? 0 : standing.nextRetryAt.getTime() - now.getTime()
      return retrying('underway', wait > 0 ? Math.ceil(wait / 1_000) : null)
    }
  }
}

function retrying(code: string, afterSeconds: number | null = null): NetworkOutcome {
  return { state: 'retrying', code, afterSeconds }
}
